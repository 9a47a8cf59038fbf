"""The command line: exit codes, JSON, both languages, and errors that name the file and the fix."""

import json
import os

import pytest

from desktop.cli import exits
from desktop.cli.main import COMMANDS, main
from desktop.places import default_places
from desktop.site_file import write_site
from inference.site import Prevalence, SiteProfile

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")


@pytest.fixture
def sheet(tmp_path):
    def write(**answers):
        path = tmp_path / "答案 é.json"
        path.write_text(json.dumps({"answers": answers}), encoding="utf-8")
        return str(path)

    return write


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_is_there_in_both_languages_with_examples(command, language, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--lang", language, *([command] if command else []), "--help"])
    shown = capsys.readouterr().out
    assert stop.value.code == 0
    assert {"en": "examples:", "zh": "示例："}[language] in shown


def test_a_score_pack_answers_and_leaves_a_report(sheet, tmp_path, capsys):
    answers = sheet(nihss=12, anticoagulant=True, glucose_mmol_l=7.5)
    out = tmp_path / "报告 é"
    code = main(["screen", "--pack", "ich-nag", "--answers", answers, "--out", str(out)])
    assert code == exits.ANSWER
    assert {p.suffix for p in out.iterdir()} == {".pdf", ".json"}
    assert "100 % expanded" in capsys.readouterr().out


def test_without_a_profile_the_one_that_the_window_uses_holds(sheet, tmp_path, capsys):
    rate = Prevalence("own register", rate=0.004)
    write_site(SiteProfile(prevalence={"cme": rate}, language="zh"), default_places().site)
    answers = sheet(age=63, sex="female", diabetes=True, flush=True)
    command = ["screen", "--pack", "cme-literature-prior", "--answers", answers, "--out", str(tmp_path / "o"), "--json"]
    main(command)
    data = json.loads(capsys.readouterr().out)["outcome"]
    assert data["site"]["prevalence"] == 0.004


def test_json_on_standard_output_is_one_value(sheet, tmp_path, capsys):
    answers = sheet(nihss=3, anticoagulant=False, glucose_mmol_l=5)
    main(["screen", "--pack", "ich-nag", "--answers", answers, "--out", str(tmp_path / "o"), "--json"])
    data = json.loads(capsys.readouterr().out)
    assert data["outcome"]["kind"] == "answer"
    assert data["files"]["pdf"].endswith(".pdf")


def test_a_refusal_has_its_own_exit_code(sheet, tmp_path):
    code = main(["screen", "--pack", "cme-literature-prior", "--answers", sheet(age=50), "--out", str(tmp_path / "o")])
    assert code == exits.REFUSED


def test_the_reasons_of_a_refused_fallback_are_printed_too(sheet, tmp_path, capsys):
    from tests.helpers.dicom_files import write_series
    from tests.helpers.manifests import IMAGE
    from tests.helpers.packs import number, write_pack

    age = number("age", 18, 100)
    pack = write_pack(
        tmp_path / "p",
        images=[{**IMAGE, "min_slices": 99}],
        predictors=[age, number("a"), number("b")],
        fallback="cme-literature-prior",
    )
    write_series(tmp_path / "ct", PatientSex=None, PatientBirthDate=None)
    arguments = ["screen", str(tmp_path / "ct"), "--pack", str(pack), "--allow-unsigned", "--out", str(tmp_path / "o")]
    assert main(arguments) == exits.REFUSED
    assert "known" in capsys.readouterr().out.partition("CLINICAL FACTORS ONLY")[2]


def test_an_age_outside_the_range_is_refused(sheet, tmp_path, capsys):
    answers = sheet(age=12, sex="female", diabetes="no", flush="yes")
    code = main(["screen", "--pack", "cme-literature-prior", "--answers", answers, "--out", str(tmp_path / "o")])
    assert code == exits.REFUSED
    assert "outside the range" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["screen", "--pack", "ich-nag", "--answers", "nowhere.json"], "nowhere.json does not exist"),
        (["screen", "--pack", "no-such-pack"], 'no pack "no-such-pack"'),
        (["screen", "nowhere", "--pack", "evt-spectral"], "nowhere"),
        (["screen", "--pack", "ich-nag", "--site", "nowhere.toml"], "nowhere.toml does not exist"),
        (["reprint", "nowhere.json", "--out", "x"], "nowhere.json does not exist"),
    ],
)
def test_bad_input_is_named_and_has_its_own_exit_code(arguments, part, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == exits.BAD_INPUT
    assert part in capsys.readouterr().err


def test_a_misspelt_answer_names_the_nearest_predictor(sheet, capsys):
    assert main(["screen", "--pack", "ich-nag", "--answers", sheet(nihs=3)]) == exits.BAD_INPUT
    assert "nearest: nihss" in capsys.readouterr().err


def test_an_answer_that_the_pack_does_not_ask_for_is_named_with_the_remedy(sheet, capsys):
    assert main(["screen", "--pack", "ich-nag", "--answers", sheet(height_cm=170)]) == exits.BAD_INPUT
    said = capsys.readouterr().err
    assert 'has no predictor "height_cm". Remove it' in said
    assert "precontrast packs show ich-nag" in said


def test_an_unknown_field_of_the_site_profile_is_named(tmp_path, capsys):
    site = tmp_path / "site.toml"
    site.write_text("[prevalence.cme]\nrate = 0.003\nsource = 'x'\nrte = 1\n", encoding="utf-8")
    assert main(["screen", "--pack", "ich-nag", "--site", str(site)]) == exits.BAD_INPUT
    assert "prevalence.cme.rte is not known" in capsys.readouterr().err


def test_errors_are_json_with_json(capsys):
    assert main(["screen", "--pack", "no-such-pack", "--json"]) == exits.BAD_INPUT
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "pack.unknown"


def test_an_unknown_command_is_bad_input():
    with pytest.raises(SystemExit) as stop:
        main(["scren"])
    assert stop.value.code == exits.BAD_INPUT


def test_a_fault_of_the_program_is_one_line_and_no_traceback(monkeypatch, capsys):
    monkeypatch.setattr("desktop.pack_library.PackLibrary.all", lambda self: 1 / 0)
    assert main(["packs", "list"]) == exits.INTERNAL
    error = capsys.readouterr().err
    assert "ZeroDivisionError" in error
    assert "Traceback" not in error


def test_every_bundled_pack_is_listed_and_signed(capsys):
    assert main(["packs", "list", "--json"]) == exits.ANSWER
    listed = json.loads(capsys.readouterr().out)
    assert len(listed) >= 9
    assert all(entry["usable"] and entry["signed_by"] for entry in listed)


def test_a_site_signs_installs_and_uses_its_own_pack(tmp_path, monkeypatch, sheet, capsys):
    import shutil

    from tests.helpers.outcomes import PACKS

    monkeypatch.chdir(tmp_path)
    shutil.copytree(PACKS / "ich-nag", "our-nag")
    manifest = json.loads((tmp_path / "our-nag/pack.json").read_text(encoding="utf-8"))
    manifest["id"] = "our-nag"
    (tmp_path / "our-nag/pack.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert main(["packs", "keygen", "our-hospital"]) == exits.ANSWER
    assert main(["packs", "sign", "our-nag", "--key", "our-hospital.pem", "--out", "our-nag.pack"]) == exits.ANSWER
    assert main(["packs", "install", "our-nag.pack"]) == exits.UNTRUSTED
    (tmp_path / "home/keys").mkdir(parents=True)
    shutil.copy("our-hospital.pub", tmp_path / "home/keys")
    assert main(["packs", "install", "our-nag.pack"]) == exits.ANSWER
    answers = sheet(nihss=12, anticoagulant=True, glucose_mmol_l=7.5)
    assert main(["screen", "--pack", "our-nag", "--answers", answers, "--out", "o"]) == exits.ANSWER
    assert main(["packs", "remove", "our-nag"]) == exits.ANSWER
    assert main(["packs", "remove", "our-nag"]) == exits.BAD_INPUT


def test_a_pack_that_was_changed_is_refused(tmp_path, capsys):
    import shutil

    from tests.helpers.outcomes import PACKS

    copy = tmp_path / "ich-nag"
    shutil.copytree(PACKS / "ich-nag", copy)
    manifest = (copy / "pack.json").read_text(encoding="utf-8")
    (copy / "pack.json").write_text(manifest.replace("100 %", "10 %"), encoding="utf-8")
    assert main(["packs", "verify", str(copy)]) == exits.UNTRUSTED
    assert "changed after it was signed: pack.json" in capsys.readouterr().err


@pytest.mark.parametrize(("line", "word"), [('language = "zh"', "报告"), ("", "Report")])
def test_the_sites_language_is_used_where_it_sets_one(line, word, sheet, tmp_path, capsys):
    site = tmp_path / "site.toml"
    site.write_text(f'name = "Hospital"\n{line}\n', encoding="utf-8")
    answers = sheet(nihss=12, anticoagulant=True, glucose_mmol_l=7.5)
    main(["screen", "--pack", "ich-nag", "--answers", answers, "--site", str(site), "--out", str(tmp_path / "o")])
    assert word in capsys.readouterr().out


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", [["packs", "list"], ["audit", "show", "--json"]])
def test_what_cannot_be_written_to_standard_output_is_no_fault_of_the_program(command, monkeypatch, capsys):
    with open("/dev/full", "w") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert main(command) == exits.BAD_INPUT
    shown = capsys.readouterr().err
    assert "standard output cannot be read or written: the disk is full" in shown

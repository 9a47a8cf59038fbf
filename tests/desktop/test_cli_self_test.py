"""``precontrast self-test``: failed checks are told in the user's language and by an exit code of their own."""

import json
import unicodedata

import pytest

from desktop.cli import exits
from desktop.cli.main import main
from desktop.pack_checks import Found, Planned
from desktop.pack_library import PackLibrary
from desktop.self_test import self_test
from inference.dicom.samples import SAMPLES
from tests.helpers.packs import write_pack

pytestmark = pytest.mark.slow

CASE = {"sheet": {"answers": {"a": 1, "b": 2}}, "expected": {"kind": "answer", "numbers": {"results.sum.value": 3}}}


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("inference.dicom.samples.SAMPLES", ())


def pack_expecting(folder, total: float) -> str:
    case = {**CASE, "expected": {"kind": "answer", "numbers": {"results.sum.value": total}}}
    return str(write_pack(folder, {"golden/case.json": json.dumps(case).encode()}))


@pytest.fixture
def planned(monkeypatch):
    """Have these checks in place of the real ones."""

    def use(*checks: Planned) -> None:
        monkeypatch.setattr("desktop.cli.self_test.plan", lambda *given: list(checks))

    return use


@pytest.mark.parametrize(("total", "code"), [(3, exits.ANSWER), (4, exits.UNTRUSTED)])
def test_a_golden_case_that_fails_makes_the_pack_unusable(total, code, tmp_path):
    assert main(["self-test", pack_expecting(tmp_path / "p", total), "--allow-unsigned"]) == code


def test_a_difference_is_told_in_the_language_with_what_to_do(tmp_path, capsys):
    main(["--lang", "zh", "self-test", pack_expecting(tmp_path / "p", 4), "--allow-unsigned"])
    shown = capsys.readouterr().out
    assert "results.sum.value：预期 4，实得 3" in shown
    assert "请更正模型包，或重新安装程序" in shown


def test_a_pack_without_a_golden_case_is_told_in_the_language(tmp_path, capsys):
    main(["--lang", "zh", "self-test", str(write_pack(tmp_path / "p")), "--allow-unsigned"])
    shown = capsys.readouterr().out
    assert "没有标准用例：golden/case.json" in shown
    assert "pack.golden-missing" not in shown


def test_a_decoder_that_fails_is_told_in_the_language(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("inference.dicom.samples.SAMPLES", SAMPLES[:1])
    monkeypatch.setattr("inference.dicom.selfcheck.decode_sample", lambda sample: "wrong")
    code = main(["--lang", "zh", "self-test", pack_expecting(tmp_path / "p", 3), "--allow-unsigned"])
    assert code == exits.UNTRUSTED
    assert "测试图像读取有误" in capsys.readouterr().out


def test_without_a_usable_pack_it_says_so_and_fails(capsys, monkeypatch):
    monkeypatch.setattr(PackLibrary, "all", lambda self: [])
    monkeypatch.setattr("desktop.self_test.worker.answers", lambda *given: [])
    assert main(["--lang", "en", "self-test"]) == exits.UNTRUSTED
    assert "no pack can be used" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_columns_stand_below_each_other(language, planned, capsys):
    subjects = ("short", "中文名称", "a-much-longer-subject")
    planned(*(Planned(name, s, lambda: Found(True, "DETAIL")) for name in ("golden", "pack") for s in subjects))
    assert main(["--lang", language, "self-test"]) == exits.ANSWER
    lines = [line for line in capsys.readouterr().out.splitlines() if "DETAIL" in line]
    before = [line[: line.index("DETAIL")] for line in lines]
    assert len(before) == 2 * len(subjects)
    assert len({sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in part) for part in before}) == 1


def test_each_check_is_shown_before_the_next_one_is_run(planned, capsys):
    seen = []
    planned(
        Planned("pack", "first", lambda: Found(True)),
        Planned("pack", "second", lambda: seen.append(capsys.readouterr().out) or Found(True)),
    )
    main(["self-test"])
    assert "first" in seen[0]


def test_a_check_that_breaks_is_a_finding_and_the_others_are_run(planned, capsys):
    planned(Planned("engine", "broken", lambda: 1 / 0), Planned("pack", "fine", lambda: Found(True)))
    assert main(["--lang", "en", "self-test", "--json"]) == exits.UNTRUSTED
    broken, fine = json.loads(capsys.readouterr().out)
    assert (broken["passed"], fine["passed"]) == (False, True)
    assert "ZeroDivisionError" in broken["detail"]
    assert "reinstall the program" in broken["detail"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_says_the_exit_codes(language, capsys):
    with pytest.raises(SystemExit):
        main(["--lang", language, "self-test", "--help"])
    shown = capsys.readouterr().out
    assert "0 " in shown.split("--json > result.json")[1]
    assert "4" in shown.split("--json > result.json")[1]


def test_one_pack_is_tested_without_what_has_nothing_to_do_with_it(tmp_path):
    from desktop.language import Language
    from desktop.places import default_places

    library, pack = PackLibrary(default_places(), allow_unsigned=True), pack_expecting(tmp_path / "p", 3)
    names = {check.name for check in self_test(library, library.places, Language("en"), pack)}
    assert names == {"engine", "golden", "font", "report"}

"""``precontrast cases``: the stored cases from a terminal."""

import json
from dataclasses import replace

import pytest

from desktop.audit import AuditLog, verify
from desktop.cases import CaseStore, Event, new_case
from desktop.cli import exits
from desktop.cli.main import main
from desktop.places import default_places
from desktop.report.document import read_outcome
from inference.outcome import SignOff
from tests.helpers.packs import sheet

PACK = "cme-literature-prior"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "家"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")


@pytest.fixture
def said(capsys):
    def run(*arguments: str) -> tuple[int, str]:
        code = main(["cases", *arguments])
        return code, "".join(capsys.readouterr())

    return run


@pytest.fixture
def stored(clinical_outcome):
    """An answered case with what happened, and an open one."""
    with CaseStore(default_places().cases) as store:
        answered = store.save(replace(new_case(PACK, ("/ct/a",)), outcome=clinical_outcome, state="answered"))
        store.record_event(answered.id, Event(True, 35.5, "iohexol", "hand", "mild", "tomorrow", "swelling", "Li"))
        opened = store.save(replace(new_case("ich-nag"), sheet=sheet(patient={"name": "李雷"})))
    return answered, opened


def test_without_cases_the_list_says_so(said):
    assert said("list") == (exits.ANSWER, "No case found.\n")


def test_the_list_has_a_line_for_each_case(said, stored):
    code, text = said("list")
    assert code == exits.ANSWER
    for case, name in zip(stored, ("张伟 (Zhang Wei)", "李雷")):
        (line,) = [line for line in text.splitlines() if case.id[:8] in line]
        assert name in line


def test_the_list_is_searched(said, stored):
    assert [row["id"] for row in json.loads(said("list", "zhang", "P000123", "--json")[1])] == [stored[0].id]
    assert [row["id"] for row in json.loads(said("list", "--state", "open", "--json")[1])] == [stored[1].id]
    assert len(json.loads(said("list", "--limit", "1", "--json")[1])) == 1


@pytest.mark.parametrize("count", ["0", "-1", "many", "1" * 30])
def test_a_limit_that_is_no_number_is_refused(said, count):
    code, text = said("list", f"--limit={count}")
    assert (code, "whole number" in text) == (exits.BAD_INPUT, True)


def test_a_case_is_shown_by_its_first_digits(said, stored):
    code, text = said("show", stored[0].id[:8])
    assert code == exits.ANSWER
    for part in (stored[0].id, "张伟 (Zhang Wei)", "P000123", PACK, "/ct/a", "35.5 mL", "iohexol", "mild", "swelling"):
        assert part in text


def test_a_case_is_shown_in_chinese(said, stored):
    assert "外渗量：35.5 mL" in said("show", stored[0].id, "--lang", "zh")[1]


def test_a_case_without_an_outcome_is_shown(said, stored):
    code, text = said("show", stored[1].id)
    assert (code, "李雷" in text) == (exits.ANSWER, True)


def test_everything_about_a_case_is_given_as_json(said, stored):
    data = json.loads(said("show", stored[0].id, "--json")[1])
    assert data["outcome"]["patient"]["name"] == "张伟 (Zhang Wei)"
    assert (data["event"]["volume_ml"], data["masks"], data["paths"]) == (35.5, [], ["/ct/a"])


@pytest.mark.parametrize("command", ["show", "delete"])
def test_a_case_that_there_is_not_is_bad_input(said, command):
    code, text = said(command, "ffff")
    assert (code, "there is no case ffff" in text) == (exits.BAD_INPUT, True)


def test_nothing_is_deleted_without_a_word_of_confirmation(said, stored):
    code, text = said("delete", stored[0].id[:8])
    assert (code, "--yes" in text) == (exits.BAD_INPUT, True)
    assert len(json.loads(said("list", "--json")[1])) == 2


def test_a_deleted_case_is_gone_and_the_log_knows(said, stored):
    assert said("delete", stored[0].id[:8], "--yes") == (exits.ANSWER, f"case {stored[0].id} deleted\n")
    assert [row["id"] for row in json.loads(said("list", "--json")[1])] == [stored[1].id]
    entry, listed = AuditLog(default_places().audit).entries()
    assert (entry.action, entry.details) == ("case-deleted", {"case": stored[0].id})
    assert (listed.action, listed.details) == ("cases-listed", {"cases": 1})
    assert verify(default_places().audit, default_places().cases).ok


def test_whoever_looks_leaves_a_line_without_a_name(said, stored, tmp_path):
    for arguments in (["list", "张伟"], ["show", stored[0].id], ["signed", stored[0].id, "--out", str(tmp_path / "o")]):
        assert said(*arguments)[0] == exits.ANSWER
    entries = AuditLog(default_places().audit).entries()
    assert [entry.action for entry in entries] == ["cases-listed", "case-viewed", "exported"]
    assert [entry.details.get("case") for entry in entries] == [None, stored[0].id, stored[0].id]
    assert "张伟" not in default_places().audit.read_text(encoding="utf-8")


def test_what_cannot_be_logged_is_not_done(said, stored):
    default_places().audit.mkdir()
    assert said("delete", stored[0].id, "--yes")[0] == exits.BAD_INPUT
    with CaseStore(default_places().cases) as store:
        assert len(store.search()) == 2
    assert said("list")[0] == exits.BAD_INPUT


def test_outcomes_are_exported_and_the_log_knows(said, stored, tmp_path):
    code, text = said("export-outcomes", PACK, "--out", str(tmp_path / "o.csv"))
    assert (code, "o.csv: 1\n" in text) == (exits.ANSWER, True)
    assert stored[0].id in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert [entry.action for entry in AuditLog(default_places().audit).entries()] == ["exported"]
    assert verify(default_places().audit).ok


def test_rows_of_other_versions_are_counted(said, stored, clinical_outcome, tmp_path):
    manifest = replace(clinical_outcome.pack.manifest, version="9.0.0")
    outcome = replace(clinical_outcome, pack=replace(clinical_outcome.pack, manifest=manifest))
    with CaseStore(default_places().cases) as store:
        newer = replace(new_case(PACK), outcome=outcome, created="2099-01-01T00:00:00+00:00")
        store.save(newer)
    assert "of other versions of the pack: 1" in said("export-outcomes", PACK, "--out", str(tmp_path / "o.csv"))[1]
    version = clinical_outcome.pack.manifest.version
    said("export-outcomes", PACK, "--out", str(tmp_path / "o.csv"), "--version", version)
    assert newer.id not in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")


def test_a_pack_that_predicted_nothing_is_bad_input(said, stored, tmp_path):
    code, text = said("export-outcomes", "ich-nag", "--out", str(tmp_path / "o.csv"))
    assert (code, "no stored case has a risk from the pack ich-nag" in text) == (exits.BAD_INPUT, True)


def test_a_damaged_store_is_one_sentence(said):
    path = default_places().cases
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database")
    code, text = said("list")
    assert code == exits.BAD_INPUT
    assert str(path) in text
    assert "Traceback" not in text


def test_signed_reports_are_written_as_records_that_can_be_printed(said, stored, tmp_path):
    answered, _ = stored
    signature = SignOff("radiologist", "A. Reader", "2026-03-01T10:00:00+08:00")
    with CaseStore(default_places().cases) as store:
        signed = replace(answered, outcome=replace(answered.outcome, signatures=(signature,)), state="signed")
        store.save(replace(store.save(signed), outcome=answered.outcome, state="answered"))
    code, text = said("signed", answered.id, "--out", str(tmp_path / "签字"))
    assert (code, "1 signed" in text) == (exits.ANSWER, True)
    assert read_outcome(tmp_path / "签字" / f"{PACK}-1.json").signatures == (signature,)

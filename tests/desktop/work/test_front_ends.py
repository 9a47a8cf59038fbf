"""The command line and open cases leave the same behind."""

import dataclasses
import json

import pytest

from desktop import screening
from desktop.cli.main import main
from inference.answers import AnswerSheet
from tests.helpers.keychain import Keychain
from tests.helpers.outcomes import ANSWERS

pytestmark = pytest.mark.slow

PACK = "cme-literature-prior"


@pytest.fixture
def screen(tmp_path):
    """Screen on the command line; returns what it prints as JSON."""
    (tmp_path / "answers.json").write_text(json.dumps({"answers": ANSWERS}), encoding="utf-8")
    given = ["screen", "--pack", PACK, "--answers", str(tmp_path / "answers.json"), "--out", str(tmp_path / "out")]

    def run(capsys, *more):
        assert main([*given, "--json", *more]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def left_by(installation, case_id):
    """What is stored of a case and what the log says of its screening, without what is of this moment."""
    case, masks = installation.store.get(case_id), installation.store.masks(case_id)
    (line,) = [e for e in installation.audit.entries() if e.action == "screened" and e.details["case"] == case_id]
    of_now = {"id": "", "created": "", "changed": "", "revision": 0, "closed": True}
    outcome = dataclasses.replace(case.outcome, created="", seconds={})
    details = {name: value for name, value in line.details.items() if name not in ("case", "outcome_sha256", "by")}
    return dataclasses.replace(case, outcome=outcome, **of_now), masks, details


def test_a_screening_that_is_stored_leaves_the_same_case_and_line_as_one_in_the_window(
    installation, open_cases, screen, capsys
):
    installation.change_settings(default_pack=PACK)
    open_cases.open_form()
    open_cases.work.answer(AnswerSheet(dict(ANSWERS)))
    open_cases.jobs.executor.run()
    stored = screen(capsys, "--store")["case"]
    assert left_by(installation, stored) == left_by(installation, open_cases.work.id)
    assert installation.audit.verify().ok
    assert [row.id for row in installation.store.unfinished()] == [open_cases.work.id]


def test_stored_are_the_answers_that_were_screened_and_not_what_the_file_says_by_then(
    installation, screen, capsys, monkeypatch, tmp_path
):
    def then_changed(*arguments):
        screened = screening.screen(*arguments)
        (tmp_path / "answers.json").write_text('{"answers": {"age": 20}}', encoding="utf-8")
        return screened

    monkeypatch.setattr("desktop.cli.screen.screen", then_changed)
    stored = screen(capsys, "--store")["case"]
    assert installation.store.get(stored).sheet.answers == ANSWERS


def test_a_screening_of_the_command_line_is_logged_and_not_stored_unless_that_is_asked(installation, screen, capsys):
    assert "case" not in screen(capsys)
    assert installation.store.search() == []
    (line,) = installation.audit.entries()
    assert (line.action, line.details["by"], "case" in line.details) == ("screened", "command line", False)


def test_a_case_that_is_deleted_anywhere_in_the_program_is_closed_there(installation, open_cases):
    from desktop.work import operations

    installation.change_settings(default_pack=PACK)
    open_cases.open_form()
    open_cases.jobs.executor.run()
    case = open_cases.work
    operations.delete(installation.records, case.id)
    case.answer(AnswerSheet(dict(ANSWERS)))  # what still comes of it is stored nowhere
    open_cases.jobs.executor.run()
    assert (open_cases.works, open_cases.work, installation.store.search()) == ([], None, [])
    assert [entry.action for entry in installation.audit.entries()][-1] == "case-deleted"


def test_what_is_entered_while_the_command_line_encrypts_and_decrypts_the_store_is_kept(
    installation, open_cases, monkeypatch
):
    Keychain.in_place_of_the_systems(monkeypatch)
    installation.change_settings(default_pack=PACK)
    open_cases.open_form()
    for act, age in (("encrypt", 61), ("decrypt", 62)):
        assert main(["cases", act]) == 0
        open_cases.work.answer(AnswerSheet({**ANSWERS, "age": age}))
        open_cases.jobs.executor.run()
        assert (open_cases.errors, installation.records.waiting) == ([], 0)
        stored = installation.store.get(open_cases.work.id)
        assert (stored.sheet.answers["age"], stored.outcome) == (age, open_cases.work.outcome)
    assert installation.audit.verify().ok


def test_a_case_that_is_closed_twice_is_closed(open_cases, installation):
    installation.change_settings(default_pack=PACK)
    open_cases.open_form()
    case = open_cases.work
    for _ in range(2):
        open_cases.close_case(case)
    assert (open_cases.works, installation.store.get(case.id).closed) == ([], True)


def test_what_is_told_of_a_case_is_stored_and_logged_by_then(installation, open_cases):
    seen = []

    def look(event):
        case = getattr(event, "case", None)
        if case is not None and case.outcome is not None and case.current:
            seen.append(
                (installation.store.get(case.id).outcome == case.outcome, installation.audit.entries()[-1].action)
            )

    open_cases._observer = look
    installation.change_settings(default_pack=PACK)
    open_cases.open_form()
    open_cases.work.answer(AnswerSheet(dict(ANSWERS)))
    open_cases.jobs.executor.run()
    assert seen
    assert set(seen) == {(True, "screened")}

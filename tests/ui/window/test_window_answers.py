"""Answers that are taken back, results that leave as text and are told to who does not see them."""

import dataclasses

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication

from desktop.report.signing import with_signature
from desktop.report.wording import tier_of
from inference.answers import AnswerSheet
from inference.outcome import SignOff
from inference.results import Patient
from tests.helpers.executors import DirectExecutor
from tests.helpers.outcomes import ANSWERS
from ui.window import case_signals
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.slow


@pytest.fixture
def window(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack="cme-literature-prior")
    window = MainWindow(installation)
    window.show()
    window.open_cases.open_form()
    window.open_cases.work.answer(AnswerSheet(dict(ANSWERS), Patient("Wang Fang", "P9")))
    window.open_cases.jobs.executor.run()
    window.case_page.show_work(window.open_cases.work)
    yield window
    window.close()


def test_answers_are_taken_back_one_by_one_and_given_again_and_the_form_and_result_follow(window):
    work, form, actions = window.open_cases.work, window.case_page.form, window.menus.actions
    first = work.outcome.risk.explanation.log_odds
    form.enter("flush", "yes")
    form.enter("age", 40.0)
    window.open_cases.jobs.executor.run()
    shown = [work.outcome.risk.explanation.log_odds]
    for _ in range(2):
        actions["undo-answer"].trigger()
        window.open_cases.jobs.executor.run()
        shown.append(work.outcome.risk.explanation.log_odds)
    assert shown[2] == pytest.approx(first)
    assert len(set(shown)) == 3
    assert form.sheet().answers["flush"] == "no"
    actions["redo-answer"].trigger()
    window.open_cases.jobs.executor.run()
    assert (form.sheet().answers["flush"], work.outcome.risk.explanation.log_odds) == ("yes", pytest.approx(shown[1]))
    form.enter("age", 50.0)
    window.open_cases.jobs.executor.run()
    assert not actions["redo-answer"].isEnabled()


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_result_is_copied_as_text_with_patient_figure_warnings_and_signature(code, window):
    window.use_language(code)
    work = window.open_cases.work
    work.sign(with_signature(work.outcome, SignOff("nurse", "Li Na", "2026-03-05T08:10:00+08:00")))
    window.menus.actions["copy"].trigger()
    text = QGuiApplication.clipboard().text()
    language = window.language
    for part in (
        "Wang Fang",
        "P9",
        language.text("report.research-use"),
        language.of(tier_of(work.outcome).title),
        "Li Na",
        "! ",
    ):
        assert part in text
    assert "ui." not in text
    (entry,) = [entry for entry in window.installation.audit.entries() if entry.action == "exported"]
    assert entry.details["where"] == "clipboard"


def test_another_result_is_announced_once_in_words(window, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    window.case_page.form.enter("flush", "yes")
    window.open_cases.jobs.executor.run()
    (sentence,) = told
    assert window.language.of(tier_of(window.open_cases.work.outcome).title) in sentence


def test_a_stored_sheet_that_cannot_be_read_is_told_and_never_shows_another_patients_answers(window, monkeypatch):
    told = []
    monkeypatch.setattr("ui.window.main_window.tell", lambda parent, language, error: told.append(error.code))
    open_cases, installation = window.open_cases, window.installation
    first = open_cases.work
    case = installation.store.get(first.id)
    bad = {**case.sheet.answers, "gauge": "7G"}  # no choice any more
    other = dataclasses.replace(
        case, id="f" * 32, revision=0, sheet=dataclasses.replace(case.sheet, answers=bad), closed=True
    )
    installation.store.save(other)
    open_cases.reopen(other.id)
    assert open_cases.work.outcome == case.outcome
    assert window.case_page.result.state() == "answer"
    assert window.case_page.form.sheet().answers == {}
    assert set(told) == {"answers.not-a-choice"}
    open_cases.take_in_hand(first)
    assert window.case_page.form.sheet().answers == case.sheet.answers

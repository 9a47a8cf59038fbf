"""What happened after the injection, recorded from the window and taken back."""

import pytest

from desktop.cases import Event
from tests.helpers.executors import DirectExecutor
from tests.helpers.outcomes import ANSWERS
from ui.dialogs.event import EventDialog
from ui.window import case_signals
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.slow


@pytest.fixture
def window(installation, qtbot, monkeypatch):
    """A window with an answered case that needs no images."""
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack="cme-literature-prior")
    window = MainWindow(installation)
    window.show()
    window.open_cases.open_form()
    for question, answer in ANSWERS.items():
        window.case_page.form.enter(question, answer)
    window.open_cases.jobs.executor.run()
    qtbot.waitUntil(lambda: window.open_cases.work.outcome is not None)
    yield window
    window.close()


def record(window, monkeypatch, happened):
    shown = []

    def fill(dialog):
        shown.append(dialog.recorded())
        dialog.happened[happened].click()
        return 1

    monkeypatch.setattr(EventDialog, "exec", fill)
    window.menus.actions["outcome"].trigger()
    return shown[0]


def test_what_happened_is_recorded_from_the_case_menu_and_taken_back_in_its_order(window, monkeypatch):
    told, case = [], window.open_cases.work.id
    monkeypatch.setattr(window, "tell", told.append)
    store, undo = window.installation.store, window.menus.actions["undo-outcome"]
    assert not undo.isEnabled()
    assert record(window, monkeypatch, "yes").happened is None
    first = store.event(case)
    assert first.happened is True
    assert record(window, monkeypatch, "no").happened is True
    assert store.event(case).happened is False and undo.isEnabled()
    undo.trigger()
    assert store.event(case) == first
    undo.trigger()
    assert store.event(case) is None and not undo.isEnabled()
    assert told == []
    actions = [entry.action for entry in window.installation.audit.entries()]
    assert actions[-4:] == ["outcome-entered"] * 3 + ["outcome-withdrawn"]


def test_what_somebody_else_recorded_meanwhile_is_not_taken_back(window, monkeypatch):
    told, case = [], window.open_cases.work.id
    monkeypatch.setattr(window, "tell", told.append)
    record(window, monkeypatch, "yes")
    others = window.installation.store.record_event(case, Event(True, 40.0))
    window.menus.actions["undo-outcome"].trigger()
    assert [error.code for error in told] == ["cases.conflict"]
    assert window.installation.store.event(case) == others
    assert not window.menus.actions["undo-outcome"].isEnabled()

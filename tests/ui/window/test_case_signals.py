"""Open cases in the window: a worker process, its messages in the window's thread, what waits is tried again."""

import os
import signal
import threading

import pytest

from inference.answers import AnswerSheet
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import DirectExecutor
from ui.window import case_signals
from ui.window.case_signals import CaseSignals

pytestmark = pytest.mark.slow

WAIT_MS = 60_000


@pytest.fixture
def signals(installation, qapp):
    signals, told = CaseSignals(installation), []
    signals.told = told
    signals.trouble.connect(lambda error: told.append(error.code))
    yield signals
    signals.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kills the worker as a crash would")
def test_a_crash_of_the_worker_is_told_and_logged_in_the_windows_thread_and_can_be_tried_again(
    qtbot, signals, installation, tmp_path
):
    write_series(tmp_path / "study")
    threads = []
    signals.changed.connect(lambda work: threads.append(threading.current_thread()))
    work = signals.open_cases.open_paths((tmp_path / "study",))
    os.kill(signals.open_cases.jobs.executor.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: not work.busy, timeout=WAIT_MS)
    assert (work.state, work.error.code) == ("failed", "worker.crashed")
    assert "worker-crashed" in [entry.action for entry in installation.audit.entries()]
    work.retry()
    qtbot.waitUntil(lambda: not work.busy and work.state != "scanning", timeout=WAIT_MS)
    assert work.outcome is not None
    assert set(threads) == {threading.main_thread()}


def test_what_is_asked_right_after_a_stop_is_answered(qtbot, signals, installation):
    installation.change_settings(default_pack="ich-nag")
    signals.open_cases.open_form()
    work = signals.open_cases.work
    qtbot.waitUntil(lambda: work.current and not work.busy, timeout=WAIT_MS)
    predictor = next(p for p in work.manifest.predictors if p.kind == "number")
    low, high = predictor.range
    for share in (0.2, 0.8):
        work.stop()
        work.answer(AnswerSheet(answers={predictor.id: round(low + share * (high - low))}))
    qtbot.waitUntil(lambda: work.current and not work.busy, timeout=WAIT_MS)
    given = {answer.predictor: answer.value for answer in work.outcome.answers}
    assert given[predictor.id] == round(low + 0.8 * (high - low))


def test_what_another_program_holds_up_is_stored_when_it_lets_go_and_told_when_that_takes_long(
    installation, qapp, qtbot, monkeypatch
):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    monkeypatch.setattr(case_signals, "RETRY_MS", 1)
    installation.change_settings(default_pack="ich-nag")
    installation.records.wait_s = 0.01
    signals, told = CaseSignals(installation), []
    signals.trouble.connect(lambda error: told.append(error.code))
    other = type(installation.records)(installation.places.cases, installation.places.audit)
    other.store._connection.execute("BEGIN IMMEDIATE")
    signals.open_cases.open_form()
    work = signals.open_cases.work
    signals.open_cases.jobs.executor.run()
    assert work.outcome is not None
    qtbot.waitUntil(lambda: told == ["cases.waiting"], timeout=WAIT_MS)
    other.store._connection.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not installation.records.waiting, timeout=WAIT_MS)
    assert installation.store.get(work.id).outcome == work.outcome
    qtbot.waitUntil(lambda: not signals._retry.isActive(), timeout=WAIT_MS)
    other.close()
    signals.close()


def test_a_fault_of_who_shows_a_case_stops_neither_the_work_nor_others(installation, qapp, monkeypatch, qtbot):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack="ich-nag")
    signals, seen = CaseSignals(installation), []

    def fault(work):
        raise ValueError("a fault of the program")

    signals.changed.connect(fault)
    signals.changed.connect(lambda work: seen.append(work.state))
    with qtbot.captureExceptions() as faults:
        signals.open_cases.open_form()
        signals.open_cases.jobs.executor.run()
    assert (len(faults), seen) == (2, ["working", "ready"])
    assert installation.store.get(signals.open_cases.work.id).outcome is not None
    signals.close()

"""The window asks before a signed result is replaced, and says so where a signature came too late."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.report.signing import with_signature
from inference.answers import AnswerSheet
from inference.outcome import SignOff
from tests.helpers.executors import DirectExecutor
from tests.helpers.outcomes import ANSWERS
from ui.window import case_signals
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.slow

PACK = "cme-literature-prior"
SIGNED = SignOff("radiographer", "A. Tester", "2026-03-05T08:10:00+08:00")


def test_the_window_asks_names_the_signer_and_does_what_is_said(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack=PACK)
    window = MainWindow(installation)
    window.show()
    open_cases, chip = window.open_cases, window.case_page.signed
    open_cases.open_form()
    work = open_cases.work
    work.answer(AnswerSheet(dict(ANSWERS)))
    open_cases.jobs.executor.run()
    assert chip.text() == "not signed, version 1"
    work.sign(with_signature(work.outcome, SIGNED))
    assert (chip.text(), "A. Tester" in chip.toolTip()) == ("signed, version 1", True)
    for answer, shown in (("Keep version 1", "signed, version 1"), ("Start version 2", "not signed, version 2")):
        window.case_page.form.enter("flush", "yes")
        open_cases.jobs.executor.run()
        box = window.signatures.box
        assert isinstance(box, QMessageBox)
        assert "A. Tester" in box.text()
        assert window.case_page.result.outcome.signatures == (SIGNED,)
        next(b for b in box.buttons() if b.text() == answer).click()
        QApplication.processEvents()
        assert window.signatures.box is None
        assert chip.text() == shown
    assert work.outcome.answers != ()
    window.close()


def test_a_signature_on_a_report_that_has_been_overtaken_is_not_lost_in_silence(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    installation.change_settings(default_pack=PACK)
    window, told = MainWindow(installation), []
    monkeypatch.setattr(window, "tell", lambda error: told.append(error.code))
    window.open_cases.open_form()
    window.open_cases.work.answer(AnswerSheet(dict(ANSWERS)))
    window.open_cases.jobs.executor.run()
    work = window.open_cases.work

    def sign_too_late():
        dialog = QApplication.activeModalWidget()
        work.await_more()  # more of the study comes while the report is open
        dialog.panel.identity.check.click()
        dialog.panel.sign.click()
        dialog.panel.confirm.click()
        assert not dialog.isVisible()

    QTimer.singleShot(0, sign_too_late)
    window.dialogs.show_report()
    assert (told, work.outcome.signatures) == (["report.overtaken"], ())
    window.close()

"""What was signed: whether it may be replaced, and every version of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desktop.language import Language
from ui.dialogs.widgets import run_dialog
from ui.icons import icon

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.outcome import Outcome
    from ui.window.main_window import MainWindow


class SignedChip(QPushButton):
    """Whether the report of the case in hand is signed, and which version of it this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "flat")
        self.hide()

    def show_outcome(self, outcome: Outcome | None, language: Language) -> None:
        """Show how an outcome stands; nothing where there is none."""
        from ui.report.versions import signers

        self.setVisible(outcome is not None)
        if outcome is None:
            return
        state = "signed" if outcome.signatures else "unsigned"
        self.setText(language.text(f"ui.signed.{state}", version=outcome.version))
        self.setIcon(icon("signature" if outcome.signatures else "circle-dashed"))
        self.setToolTip(signers(outcome, language) or language.text("ui.signed.tip"))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.toolTip())

    def name(self, language: Language) -> None:
        """Say what this is while there is no outcome."""
        self.setAccessibleName(self.text() or language.text("ui.signed.name"))


class Signatures(QObject):
    """Asks before another result takes the place of a signed one, and lists the signed versions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asking: OpenCase | None = None
        self.box: QMessageBox | None = None
        signals = window.case_signals
        for signal in (signals.changed, signals.shown, signals.removed):
            signal.connect(self._look)

    def show_versions(self) -> None:
        """List what was signed of the case in hand; where nothing was, show the report, in which one signs."""
        from ui.report.versions import VersionsDialog

        window, work = self._window, self._window.open_cases.work
        versions = window.dialogs.tried(lambda: window.installation.store.signed(work.id))
        if versions is None:
            return
        if not versions:
            window.dialogs.show_report()
            return
        standing = partial(window.installation.records.standing, case=work.id)
        dialog = VersionsDialog(versions, window.language, work.site.paper, window, standing)
        dialog.printed.connect(lambda outcome, where: window.dialogs.log("printed", outcome, where))
        dialog.exported.connect(lambda outcome, where: window.dialogs.log("exported", outcome, where))
        run_dialog(dialog)

    def _look(self, work: OpenCase | None) -> None:
        """Ask about the case in hand while it waits for that, and about no other."""
        now = self._window.open_cases.work
        waits = now is not None and now.state == "deciding"
        if self._asking is not None and (self._asking is not now or not waits):
            self._end()
        if waits and self._asking is None:
            self._ask(now)

    def _ask(self, work: OpenCase) -> None:
        from ui.report.versions import signers

        text, outcome = self._window.language.text, work.outcome
        numbers = {"version": outcome.version, "next": outcome.version + 1}
        who = signers(outcome, self._window.language)
        self._asking = work
        box = self.box = QMessageBox(QMessageBox.Icon.Question, "Precontrast", "", parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text("ui.signed.question", who=who, **numbers))
        box.setInformativeText(text("ui.signed.question-note", **numbers))
        begin = box.addButton(text("ui.signed.begin", **numbers), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(text("ui.signed.keep", **numbers), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.finished.connect(lambda: self._decide(work, box.clickedButton() is begin))
        box.open()

    def _decide(self, work: OpenCase, begin: bool) -> None:
        if self._asking is not work:
            return  # it was asked again meanwhile
        self._end()
        if work.state == "deciding":
            work.begin_version() if begin else work.keep_version()

    def _end(self) -> None:
        box, self.box, self._asking = self.box, None, None
        box.close()
        box.deleteLater()

"""Every version of a report that was signed: none is taken away by a later one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QTableWidget, QWidget

from desktop.language import Language
from desktop.report.signing import minute_text
from desktop.report.standing import UNQUESTIONED, Standing
from ui.dialogs.widgets import button, column, label, put_rows, row, rows_of, run_dialog
from ui.report.dialog import ReportDialog

if TYPE_CHECKING:
    from inference.outcome import Outcome, SignOff

COLUMNS = ("version", "pack", "result", "signed")


def signer(signature: SignOff, language: Language) -> str:
    """Who signed, as what and when."""
    role = language.text(f"ui.report.role-{signature.role}")
    who = language.text("label.value", label=role, value=signature.name)
    return f"{who}, {minute_text(signature.time)}"


def signers(outcome: Outcome, language: Language) -> str:
    """Everyone who signed."""
    return language.text("list.separator").join(signer(signature, language) for signature in outcome.signatures)


class VersionsDialog(QDialog):
    """Lists the signed versions of a case, the newest first; each can be looked at, printed and saved again.

    Parameters
    ----------
    standing
        What the audit log says of a record.
    """

    printed = Signal(object, str)
    exported = Signal(object, str)

    def __init__(
        self,
        versions: Sequence[Outcome],
        language: Language,
        paper: str,
        parent: QWidget | None = None,
        standing: Callable[[Outcome], Standing] = lambda outcome: UNQUESTIONED,
    ) -> None:
        super().__init__(parent)
        self._versions = sorted(versions, key=lambda outcome: outcome.signatures[-1].time, reverse=True)
        self._language, self._paper, self._standing = language, paper, standing
        self.table, self.open_button, self._close = QTableWidget(0, len(COLUMNS)), button("file-report"), button()
        self._intro = label("quiet", wrap=True)
        rows_of(self.table, COLUMNS.index("signed"))
        layout = column(self._intro, self.table, row(self.open_button, None, self._close))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.resize(760, 320)
        self.open_button.clicked.connect(self.open_chosen)
        self.table.itemActivated.connect(lambda item: self.open_chosen())
        self._close.clicked.connect(self.accept)
        self._word()

    def _word(self) -> None:
        text = self._language.text
        self.setWindowTitle(text("ui.versions.title"))
        self._intro.setText(text("ui.versions.intro"))
        self.table.setHorizontalHeaderLabels([text(f"ui.versions.{name}") for name in COLUMNS])
        self.table.setAccessibleName(text("ui.versions.title"))
        self.open_button.setText(text("ui.versions.open"))
        self._close.setText(text("ui.dialog.close"))
        put_rows(self.table, [self._row(outcome) for outcome in self._versions])
        self.table.selectRow(0)
        self.open_button.setEnabled(bool(self._versions))

    def _row(self, outcome: Outcome) -> list[str]:
        from desktop.report.build import build_content

        manifest = outcome.pack.manifest
        content = build_content(outcome, self._language, self._paper, self._standing(outcome))
        title = f"{self._language.of(manifest.title)} {manifest.version}"
        return [str(outcome.version), title, content.banner.word, signers(outcome, self._language)]

    def open_chosen(self) -> None:
        """Show the chosen version, as it was signed."""
        number = self.table.currentRow()
        if 0 <= number < len(self._versions):
            run_dialog(self.dialog_of(self._versions[number]))

    def dialog_of(self, outcome: Outcome) -> ReportDialog:
        """The report of a version, which nobody can tick or sign any more."""
        dialog = ReportDialog(outcome, self._language, self._paper, "", self, self._standing, fixed=True)
        dialog.printed.connect(lambda where: self.printed.emit(outcome, where))
        dialog.exported.connect(lambda where: self.exported.emit(outcome, where))
        return dialog

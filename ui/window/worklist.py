"""The cases that are open, with how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop.language import Language
from ui.icons import icon

if TYPE_CHECKING:
    from ui.window.case_work import CaseWork

ICONS = {
    "scanning": "clock",
    "working": "clock",
    "choosing": "alert-triangle",
    "failed": "alert-octagon",
    "stopped": "player-stop",
    "refused": "hand-stop",
    "answered": "circle-check",
    "signed": "signature",
    "open": "circle-dashed",
}
WORK = Qt.ItemDataRole.UserRole


class Worklist(QWidget):
    """A list of cases; a click shows one. Signals ``chosen`` and ``closed`` carry the case."""

    chosen = Signal(object)
    closed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.list = QListWidget()
        self.list.setIconSize(QSize(20, 20))
        self.list.setWordWrap(True)
        self.list.itemClicked.connect(lambda item: self.chosen.emit(item.data(WORK)))
        self.list.itemActivated.connect(lambda item: self.chosen.emit(item.data(WORK)))
        self.close_button = QPushButton()
        self.close_button.clicked.connect(self._close_current)
        QShortcut(QKeySequence.StandardKey.Delete, self.list, self._close_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.close_button)
        self.setMinimumWidth(190)
        self.setMaximumWidth(240)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        self.list.setAccessibleName(language.text("ui.worklist.title"))
        self.close_button.setText(language.text("ui.worklist.close"))
        for n in range(self.list.count()):
            self.refresh(self.list.item(n).data(WORK))

    def add(self, work: CaseWork) -> None:
        """Add a case at the end."""
        item = QListWidgetItem()
        item.setData(WORK, work)
        self.list.addItem(item)
        self.refresh(work)

    def remove(self, work: CaseWork) -> None:
        """Take a case off the list."""
        self.list.takeItem(self.list.row(self._item(work)))

    def select(self, work: CaseWork) -> None:
        """Mark the case in hand."""
        self.list.setCurrentItem(self._item(work))

    def refresh(self, work: CaseWork) -> None:
        """Show how far a case is."""
        from ui.window.keeping import state_of

        item = self._item(work)
        if item is None:
            return
        state = state_of(work) if work.state == "ready" else work.state
        item.setText(f"{self._name(work)}\n{self.language.text(f'ui.state.{state}')}")
        item.setIcon(icon(ICONS[state]))

    def _name(self, work: CaseWork) -> str:
        if work.outcome is not None and (work.outcome.patient.name or work.outcome.patient.id):
            return work.outcome.patient.name or work.outcome.patient.id
        if work.scan is not None and len(work.patients) == 1 and work.scan.series:
            patient = work.scan.series[0].patient
            return patient.display_name or patient.id
        return work.paths[0].name if work.paths else self.language.text("ui.case.no-name")

    def _item(self, work: CaseWork) -> QListWidgetItem | None:
        items = (self.list.item(n) for n in range(self.list.count()))
        return next((item for item in items if item.data(WORK) is work), None)

    def _close_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.closed.emit(item.data(WORK))

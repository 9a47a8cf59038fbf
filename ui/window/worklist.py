"""The cases that are open, as tabs above the page, with how far each is."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from desktop.language import Language
from ui.icons import icon
from ui.inputs import Strip
from ui.text import without_keys

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase

CLOSE_ICON = QSize(14, 14)
ICONS = {
    "scanning": "clock",
    "working": "clock",
    "choosing": "alert-triangle",
    "deciding": "alert-triangle",
    "unfinished": "circle-dashed",
    "failed": "alert-octagon",
    "stopped": "player-stop",
    "refused": "hand-stop",
    "answered": "circle-check",
    "signed": "signature",
    "open": "circle-dashed",
}


class Worklist(Strip):
    """One tab a case. Signals ``chosen`` and ``closed`` carry the case."""

    chosen = Signal(object)
    closed = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.works: list[OpenCase] = []
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(20, 20))
        self.tabBarClicked.connect(self._choose)
        self.currentChanged.connect(self._choose)
        self.hide()
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        self.setAccessibleName(language.text("ui.worklist.title"))
        for work in self.works:
            self.refresh(work)

    def add(self, work: OpenCase) -> None:
        """Add a case at the end."""
        self.works.append(work)
        self._quietly(lambda: self.addTab(""))
        close = QToolButton(self)
        close.setAutoRaise(True)
        close.setIcon(icon("x"))
        close.setIconSize(CLOSE_ICON)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does the same
        close.clicked.connect(lambda: self.closed.emit(work))
        self.setTabButton(self.count() - 1, QTabBar.ButtonPosition.RightSide, close)
        self.refresh(work)

    def remove(self, work: OpenCase) -> None:
        """Take a case off the list."""
        n = self.works.index(work)
        self.works.remove(work)
        self._quietly(lambda: self.removeTab(n))

    def select(self, work: OpenCase) -> None:
        """Mark the case in hand."""
        self._quietly(lambda: self.setCurrentIndex(self.works.index(work)))

    def refresh(self, work: OpenCase) -> None:
        """Show how far a case is."""
        from desktop.cases.states import Reached, reached

        if work not in self.works:
            return
        n = self.works.index(work)
        state = reached(work.outcome) if work.state == "ready" else work.state
        # What a case has reached is told as lists of stored cases tell it; what is going on, only an open one has.
        said = self.language.text(f"{'cases' if state in get_args(Reached) else 'ui'}.state.{state}")
        if state == "signed":
            said = self.language.text("ui.signed.signed", version=work.outcome.version)
        words = self.language.text("ui.worklist.case", who=self._name(work), state=said)
        self.setTabText(n, without_keys(words))
        self.setTabToolTip(n, words)
        self.setTabIcon(n, icon(ICONS[state]))
        close = self.tabButton(n, QTabBar.ButtonPosition.RightSide)
        named = self.language.text("ui.worklist.close")
        close.setAccessibleName(self.language.text("label.value", label=named, value=words))
        close.setToolTip(named)

    def _name(self, work: OpenCase) -> str:
        if work.outcome is not None and (work.outcome.patient.name or work.outcome.patient.id):
            return work.outcome.patient.name or work.outcome.patient.id
        if work.scan is not None and len(work.patients) == 1 and work.scan.series:
            patient = work.scan.series[0].patient
            return patient.display_name or patient.id
        return work.paths[0].name if work.paths else self.language.text("ui.case.no-name")

    def _choose(self, n: int) -> None:
        if 0 <= n < len(self.works):
            self.chosen.emit(self.works[n])

    def _quietly(self, change) -> None:
        """Change tabs without that counting as the user's choice."""
        self.blockSignals(True)
        change()
        self.blockSignals(False)

"""Measures of the structures, one column each; choosing a column shows the structure in the images."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.language import Language
from ui.theme import TOUCH_PX

if TYPE_CHECKING:
    from desktop.report.content import Content
    from inference.outcome import Outcome

FIGURES = ("volume", "diameter", "range", "density", "flattening", "calcium", "certainty")
DOUBT = " ▲"
ROW_PX = 30


class MeasureTable(QTableWidget):
    """The table of the report turned on its side: it is narrow, and structures are compared along a row."""

    chosen = Signal(str)

    def __init__(self, outcome: Outcome, content: Content, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(len(FIGURES), len(content.measures), parent)
        self._structures = [measure.structure for measure in outcome.measures]
        self.setAccessibleName(language.text("report.measures"))
        self.setVerticalHeaderLabels([language.text(f"measure.{name}") for name in FIGURES])
        for column, row in enumerate(content.measures):
            structure = self._structures[column]
            doubtful = DOUBT if row.title.endswith(DOUBT) else ""
            head = QTableWidgetItem(_chip(row.colour), content.structure_short.get(structure, structure) + doubtful)
            head.setToolTip(
                language.text("label.value", label=row.title, value=language.text("ui.result.show-structure"))
            )
            self.setHorizontalHeaderItem(column, head)
            for number, name in enumerate(FIGURES):
                cell = row.cells[number] if number < len(row.cells) else ""
                item = QTableWidgetItem(cell)
                item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
                what = language.text(f"measure.{name}")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}, {what}: {cell}")
                self.setItem(number, column, item)
            if len(row.cells) == 1:  # not found
                self.setSpan(0, column, len(FIGURES), 1)
        self._arrange()
        self.cellClicked.connect(lambda _, column: self._choose(column))
        self.cellActivated.connect(lambda _, column: self._choose(column))
        self.horizontalHeader().sectionClicked.connect(self._choose)

    def _arrange(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(58)
        across.setMinimumHeight(TOUCH_PX)
        across.setSectionsClickable(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_PX)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(
            "QTableWidget { font-size: 9pt; } QHeaderView::section { font-size: 9pt; padding: 2px 3px; }"
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(max(TOUCH_PX, across.sizeHint().height()) + ROW_PX * len(FIGURES) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the structure of the current column."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentColumn() >= 0:
            self._choose(self.currentColumn())
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The wheel is left to the panel."""
        return False if event.type() == QEvent.Type.Wheel else super().event(event)

    def _choose(self, column: int) -> None:
        self.chosen.emit(self._structures[column])


def _chip(colour: str) -> QIcon:
    """The colour that a structure has in the images."""
    picture = QPixmap(10, 14)
    picture.fill(QColor(colour))
    return QIcon(picture)

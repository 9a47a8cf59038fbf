"""Measures of the structures, one column each; choosing a column shows the structure in the images."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.language import Language
from ui.theme import TOUCH_PX

if TYPE_CHECKING:
    from desktop.report.sections import Measures

FIGURES = ("volume", "diameter", "range", "density", "flattening", "calcium", "certainty")
DOUBT = " ▲"
ROW_PX = 30
BETWEEN = re.compile(r"(?<=–)|\s(?=±)|\s(?=▲)")
"""Where a range, a mean with its spread, or a name with its doubt goes on in a second line."""


class MeasureTable(QTableWidget):
    """The table of the report turned on its side: it is narrow, and structures are compared along a row."""

    chosen = Signal(str)

    def __init__(self, measures: Measures, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(len(FIGURES), len(measures.rows), parent)
        self._structures = [row.structure for row in measures.rows]
        self.setAccessibleName(measures.title)
        self.setVerticalHeaderLabels([language.text(f"measure.{name}") for name in FIGURES])
        for column, row in enumerate(measures.rows):
            doubtful = DOUBT if row.title.endswith(DOUBT) else ""
            head = QTableWidgetItem(_chip(row.colour), row.short + doubtful)
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
        across = range(self.columnCount())
        self._heads = [self.horizontalHeaderItem(column) for column in across]
        self._cells = [self.item(row, column) for row in range(len(FIGURES)) for column in across]
        self._one_line = {id(item): item.text() for item in (*self._heads, *self._cells)}
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
        across.setMinimumSectionSize(44)
        across.setMinimumHeight(TOUCH_PX)
        across.setSectionsClickable(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_PX)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setStyleSheet(
            "QTableWidget { font-size: 9pt; } QHeaderView::section { font-size: 9pt; padding: 2px 3px; }"
            "QTableWidget::item { padding: 0 1px; }"
        )
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._set_height(False)

    def _set_height(self, scrolls: bool) -> None:
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        head = max(TOUCH_PX, self.horizontalHeader().sizeHint().height())
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(head + rows + 4 + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No figure is cut short: where columns have no room for ranges they are broken, and then columns scroll."""
        super().resizeEvent(event)
        columns = range(self.columnCount())
        needed = self._needed(broken=False)
        if sum(needed) > self.viewport().width():
            needed = self._needed(broken=True)
        rest = self.viewport().width() - sum(needed)
        for column, width in zip(columns, needed):
            self.setColumnWidth(column, width + max(rest, 0) // max(len(needed), 1))
        self._set_height(rest < 0)

    def _needed(self, broken: bool) -> list[int]:
        """Widths of the columns with their texts in one line each, or broken where that makes them narrower."""
        for item in (*self._heads, *self._cells):
            text = self._one_line[id(item)]
            item.setText(BETWEEN.sub("\n", text) if broken else text)
        for row in range(self.rowCount()):
            lines = max(self.item(row, column).text().count("\n") for column in range(self.columnCount()))
            self.setRowHeight(row, ROW_PX + lines * self.fontMetrics().height())
        across = self.horizontalHeader()
        return [max(self.sizeHintForColumn(n), across.sectionSizeHint(n)) for n in range(self.columnCount())]

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

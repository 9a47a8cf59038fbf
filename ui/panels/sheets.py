"""Plain parts of an outcome: figures that are no risk, the checklist to read, rows of names and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from inference.text import joined
from ui.panels.marks import ColourLabel, paint_box, words
from ui.theme import readable, theme_of

if TYPE_CHECKING:
    from desktop.report.sections import Checklist

NAME_PX = 104
LONG = 28
"""Values with more characters are sentences and stand smaller, as on paper."""


class AnswerCard(QFrame):
    """A computed figure, score or class: title, value, and the colour that the pack gives it."""

    def __init__(self, title: str, value: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setAccessibleName(f"{title}: {value}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 8, 10, 8)
        layout.setSpacing(2)
        layout.addWidget(words(title, "quiet"))
        layout.addWidget(ColourLabel(value, colour, 22.0 if len(value) < LONG else 12.5))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised ground with the colour at its edge."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        painter.fillRect(0, 0, 6, self.height(), QColor(readable(self._colour, theme)))
        painter.end()


class _Box(QWidget):
    """A box of the checklist, ticked or not."""

    def __init__(self, ticked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticked = ticked
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and tick."""
        painter = QPainter(self)
        paint_box(painter, QRectF(2, 2, 14, 14), self._ticked, theme_of(self).text)
        painter.end()


def checklist_view(actions: Checklist) -> QWidget:
    """The checklist as it stands on the report; it is ticked there."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(8, 0, 8, 0)
    for number, item in enumerate(actions.items):
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(_Box(number in actions.ticks), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(item), 1)
        if number in actions.ticks:
            done = words(joined(" ", actions.ticks[number]), "quiet")
            done.setWordWrap(False)
            row.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
    return box


def pairs(rows: tuple[tuple[str, str], ...]) -> QWidget:
    """Names and values in two columns; a long name stands above its value."""
    box = QWidget()
    layout = QGridLayout(box)
    layout.setContentsMargins(8, 0, 8, 0)
    layout.setHorizontalSpacing(10)
    layout.setColumnStretch(1, 1)
    for name, value in rows:
        row, label = layout.rowCount(), words(name, "quiet", 9.0)
        if label.fontMetrics().horizontalAdvance(name) <= NAME_PX:
            label.setFixedWidth(NAME_PX)
            layout.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(words(value, "", 9.0), row, 1)
        else:
            layout.addWidget(label, row, 0, 1, 2)
            layout.addWidget(words(value, "", 9.0), row + 1, 0, 1, 2)
    return box

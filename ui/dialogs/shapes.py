"""The shape that stands for a tier, beside its word and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.dialogs.widgets import SHARP
from ui.text import Label
from ui.theme import Theme, readable, theme_of

if TYPE_CHECKING:
    from inference.schema import Tier

SIDE = 16


def draw_shape(painter: QPainter, shape: str, colour: str, area: QRectF) -> None:
    """A filled triangle, diamond or circle; anything else is an empty square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(colour))
    painter.setBrush(QColor(colour))
    middle, box = area.center(), area.adjusted(1, 1, -1, -1)
    if shape == "circle":
        painter.drawEllipse(box)
    elif shape == "triangle":
        painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
    elif shape == "diamond":
        top, bottom = QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom())
        left, right = QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y())
        painter.drawPolygon(QPolygonF([top, right, bottom, left]))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.restore()


def shape_icon(shape: str, colour: str, theme: Theme) -> QIcon:
    """The shape as an icon for a line of a table, in a shade that can be seen in a theme, chosen or not."""
    made = QIcon()
    shades = {QIcon.Mode.Normal: readable(colour, theme), QIcon.Mode.Selected: theme.on_accent}
    for mode, shade in shades.items():
        picture = QPixmap(QSize(SIDE, SIDE) * SHARP)
        picture.setDevicePixelRatio(SHARP)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_shape(painter, shape, shade, QRectF(0, 0, SIDE, SIDE))
        painter.end()
        made.addPixmap(picture, mode)
    return made


class _ShapeLabel(Label):
    """A word with its shape before it."""

    def __init__(self, text: str, shape: str, colour: str) -> None:
        super().__init__(text)
        self._shape, self._colour = shape, colour
        self.setContentsMargins(SIDE + 8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw shape and word."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(0, (self.height() - SIDE) / 2, SIDE, SIDE)
        draw_shape(painter, self._shape, readable(self._colour, theme_of(self)), area)
        painter.end()


def shape_label(text: str, tier: Tier | None) -> QWidget:
    """A tier's word with its shape; without a tier an empty square."""
    return _ShapeLabel(text, tier.shape if tier else "", tier.colour if tier else "#808080")

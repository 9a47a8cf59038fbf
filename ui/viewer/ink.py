"""Text and lines that can be read on any picture: light with a dark rim."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

LIGHT, RIM = QColor("#f2f5f7"), QColor(0, 0, 0)
MOST_KEPT = 96
"""Rendered texts that are kept: all that stand on the panes, and some that come back."""
_AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]


class Ink:
    """Draws short texts with a rim; what was drawn before is only copied.

    Stroking the outlines of letters takes 20 times as long as drawing them nine times, each a pixel off.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple, QPixmap] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        lines: Sequence[str],
        place: QPointF,
        anchor: tuple[float, float] = (0.0, 0.0),
        colour: QColor = LIGHT,
    ) -> QRectF:
        """Draw lines of text.

        Parameters
        ----------
        place
            Where it goes.
        anchor
            Which point of the text goes there: 0, 0 its upper left corner, 1, 1 its lower right one. The lines are
            aligned to the same side.

        Returns
        -------
        The rectangle that it covers.
        """
        ratio = painter.device().devicePixelRatioF()
        key = (tuple(lines), anchor[0], colour.rgba(), painter.font().key(), ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = _rendered(lines, anchor[0], colour, painter.font(), ratio)
            self._kept[key] = picture
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        size = picture.deviceIndependentSize()
        corner = QPointF(round(place.x() - anchor[0] * size.width()), round(place.y() - anchor[1] * size.height()))
        painter.drawPixmap(corner, picture)
        return QRectF(corner, size)


def _rendered(lines: Sequence[str], side: float, colour: QColor, font: QFont, ratio: float) -> QPixmap:
    metrics = QFontMetrics(font)
    width = max((metrics.horizontalAdvance(line) for line in lines), default=0) + 4
    picture = QPixmap(round(width * ratio), round((metrics.height() * len(lines) + 4) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    align = {0.0: Qt.AlignmentFlag.AlignLeft, 1.0: Qt.AlignmentFlag.AlignRight}.get(side, Qt.AlignmentFlag.AlignHCenter)
    for pen, offsets in ((RIM, _AROUND), (colour, [(0, 0)])):
        painter.setPen(pen)
        for n, line in enumerate(lines):
            for x, y in offsets:
                place = QRect(2 + x, 2 + n * metrics.height() + y, width - 4, metrics.height())
                painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, line)
    painter.end()
    return picture


def rimmed(painter: QPainter, colour: QColor, width: float, draw) -> None:
    """Draw lines twice: dark and wider, then in their colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, wide in ((QColor(0, 0, 0, 170), width + 2), (colour, width)):
        painter.setPen(QPen(ink, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        draw(painter)


def elided(lines: Sequence[str], font: QFont, width: float) -> list[str]:
    """Lines that are not empty, each cut short where it is wider than that."""
    metrics = QFontMetrics(font)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width)) for line in lines if line]

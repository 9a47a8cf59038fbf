"""Text and lines that can be read on any picture: light with a dark rim."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

LIGHT, RIM = QColor("#f2f5f7"), QColor(0, 0, 0)
PLATE = QColor(0, 0, 0, 150)
"""Under texts that lie on bright tissue."""
MOST_KEPT = 96
"""Rendered lines that are kept: all that stand on a pane, and some that come back."""
RIM_PX = 2
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
        plate: bool = False,
    ) -> QRectF:
        """Draw lines of text.

        Parameters
        ----------
        place
            Where it goes.
        anchor
            Which point of the text goes there: 0, 0 its upper left corner, 1, 1 its lower right one. The lines are
            aligned to the same side.
        plate
            Whether there is a dark ground under it.

        Returns
        -------
        The rectangle that it covers.
        """
        pictures = [self._picture(line, colour, painter.font(), painter.device().devicePixelRatioF()) for line in lines]
        height = painter.fontMetrics().height()
        sizes = [picture.deviceIndependentSize() for picture in pictures]
        width = max((size.width() for size in sizes), default=0.0)
        left = round(place.x() - anchor[0] * width)
        top = round(place.y() - anchor[1] * (height * len(lines) + 2 * RIM_PX))
        if plate and pictures:
            painter.fillRect(QRectF(left - 1, top, width + 2, height * len(lines) + 2 * RIM_PX), PLATE)
        for n, (picture, size) in enumerate(zip(pictures, sizes)):
            painter.drawPixmap(QPointF(left + round(anchor[0] * (width - size.width())), top + n * height), picture)
        return QRectF(left, top, width, height * len(lines) + 2 * RIM_PX)

    def _picture(self, line: str, colour: QColor, font: QFont, ratio: float) -> QPixmap:
        key = (line, colour.rgba(), font.key(), ratio)
        picture = self._kept.get(key)
        if picture is None:
            picture = self._kept[key] = _rendered(line, colour, font, ratio)
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return picture


def _rendered(line: str, colour: QColor, font: QFont, ratio: float) -> QPixmap:
    metrics = QFontMetrics(font)
    width, height = metrics.horizontalAdvance(line) + 2 * RIM_PX, metrics.height() + 2 * RIM_PX
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setFont(font)
    place = QPointF(RIM_PX, RIM_PX + metrics.ascent())
    painter.setPen(RIM)
    for x, y in _AROUND:
        painter.drawText(place + QPointF(x, y), line)
    painter.setPen(colour)
    painter.drawText(place, line)
    painter.end()
    return picture


def rimmed(painter: QPainter, colour: QColor, width: float, draw) -> None:
    """Draw lines twice: dark and wider, then in their colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, pen_width in ((QColor(0, 0, 0, 170), width + 2), (colour, width)):
        painter.setPen(QPen(ink, pen_width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        draw(painter)


def elided(lines: Sequence[str], font: QFont, width: float) -> list[str]:
    """Lines that are not empty, each cut short where it is wider than that."""
    metrics = QFontMetrics(font)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width)) for line in lines if line]

"""Drawing in millimetres with Qt's painter: text blocks, shapes, pictures."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF

from desktop.report.fonts import printable
from inference.text import closed, joined, shown
from resources.paper.canvas import Canvas as PaperCanvas
from resources.paper.canvas import TextStyle
from resources.paper.fonts import families

INK, GREY, PALE, LINE, WHITE, ALARM = "#1d2733", "#5f6b7a", "#f1f4f7", "#c9d1d9", "#ffffff", "#b3261e"


SMALLEST_SHARE = 0.6
"""A line may shrink to this part of its size before it is cut."""
GAP = "   "
MOST_BEHIND_A_NAME, SMALLEST_BEHIND_A_NAME = 0.85, 0.4
"""Share of a line that numbers may take, and how small they may become: 64 characters still stand there in full."""


@dataclass(frozen=True, slots=True)
class Style(TextStyle):
    """How text looks unless something else is said; size in points."""

    colour: str = INK


class Canvas(PaperCanvas):
    """Names and numbers that must be read, shapes and pictures, in millimetres.

    Parameters
    ----------
    language
        Whose punctuation is drawn, ``en`` or ``zh``.
    """

    def __init__(self, painter: QPainter, dots_per_mm: float, language: str = "zh") -> None:
        super().__init__(painter, dots_per_mm, families(language))

    def as_drawn(self, text: str) -> str:
        """A text without what nobody sees, and with a sign for what no font of the report holds."""
        return printable(shown(text))

    def fitted(self, x: float, y: float, width: float, text: str, style: Style) -> float:
        """Write one line in a smaller font where it is too long, then with an ellipsis; return the y below it."""
        text = printable(shown(text))
        style = self._smaller(text, width, style, SMALLEST_SHARE)
        metrics = QFontMetricsF(self.font(style))
        short = closed(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * self.scale))
        return self.text(x, y, width + 0.5, short, style)

    def named(self, x: float, y: float, width: float, name: str, rest: tuple[str, ...], style: Style) -> float:
        """Write a name and what must be read behind it on one line: where there is no room, the name gives way.

        Numbers and dates are made smaller before they are cut: they tell one patient from another.
        """
        tail = GAP + joined(GAP, rest) if any(rest) else ""
        style = self._smaller(tail, width * MOST_BEHIND_A_NAME, style, SMALLEST_BEHIND_A_NAME)
        behind = min(self.text_width(tail, style), width * MOST_BEHIND_A_NAME)
        before = min(self.text_width(name, style) + 0.5, width - behind)
        below = self.fitted(x, y, before, name, style)
        if tail:
            self.fitted(x + before, y, width - before, tail, style)
        return below

    def whole(self, x: float, y: float, width: float, text: str, style: Style, lines: int | None = None) -> float:
        """Write a text without leaving any of it out, broken wherever it must be; return the y below it.

        Parameters
        ----------
        lines
            The most that are written; what is behind them is cut, and an ellipsis says so.
        """
        high = self._line_height(style)
        broken = self.lines(text, width, style)
        kept = broken[:lines]
        if len(kept) < len(broken):
            kept[-1] = f"{kept[-1][:-1]}…"
        for n, line in enumerate(kept):
            self._line(x, y + n * high, closed(line), style)
        return y + high * len(kept)

    def whole_height(self, text: str, width: float, style: Style, lines: int | None = None) -> float:
        """Height that :meth:`whole` needs, mm."""
        return self._line_height(style) * len(self.lines(text, width, style)[:lines])

    def _line_height(self, style: Style) -> float:
        return QFontMetricsF(self.font(style)).height() / self.scale

    def _line(self, x: float, y: float, text: str, style: Style) -> None:
        self.painter.setFont(self.font(style))
        self.painter.setPen(QColor(style.colour))
        flags = int(style.align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip)
        self.painter.drawText(self.rect(x, y, 0.1, 0.1), flags, text)

    def _smaller(self, text: str, width: float, style: Style, least: float) -> Style:
        """The style at which a text goes into a width, but no smaller than a share of its size."""
        share = max(least, min(1.0, 0.98 * width / max(self.text_width(text, style), 1e-6)))
        return replace(style, size=style.size * share)

    def box(self, x: float, y: float, width: float, height: float, fill: str | None, line: str | None = None) -> None:
        """Draw a rectangle."""
        self.painter.setPen(QPen(QColor(line), 0.2 * self.scale) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRect(self.rect(x, y, width, height))

    def boxes(self, places: list[tuple[float, float, float, float]], fill: str) -> None:
        """Fill many rectangles (x, y, width, height) at once."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)))
        self.painter.drawRects([self.rect(*place) for place in places])

    def polygon(
        self, points: list[tuple[float, float]], fill: str | None, line: str | None = None, width: float = 0.3
    ) -> None:
        """Draw a closed polygon."""
        self.painter.setPen(QPen(QColor(line), width * self.scale) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawPolygon(QPolygonF([QPointF(x * self.scale, y * self.scale) for x, y in points]))

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)))
        self.painter.drawEllipse(QPointF(x * self.scale, y * self.scale), radius * self.scale, radius * self.scale)

    def shape(self, kind: str, x: float, y: float, size: float, colour: str) -> None:
        """Draw the shape of a tier inside a square; shapes tell tiers apart without colour."""
        if kind == "circle":
            self.circle(x + size / 2, y + size / 2, size / 2, colour)
            return
        corners = {
            "triangle": [(0.5, 0.02), (1, 0.95), (0, 0.95)],
            "diamond": [(0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)],
            "square": [(0.05, 0.05), (0.95, 0.05), (0.95, 0.95), (0.05, 0.95)],
            "octagon": [
                (0.5 + 0.52 * math.cos(a), 0.5 + 0.52 * math.sin(a))
                for a in (math.pi * (n + 0.5) / 4 for n in range(8))
            ],
        }[kind]
        self.polygon([(x + size * u, y + size * v) for u, v in corners], colour)

    def picture(self, x: float, y: float, width: float, height: float, image: QImage) -> None:
        """Draw a picture into a rectangle."""
        self.painter.drawImage(self.rect(x, y, width, height), image)

    def outline(self, polygons: list[list[tuple[float, float]]], colour: str, width: float) -> None:
        """Draw closed outlines without filling them."""
        path = QPainterPath()
        for polygon in polygons:
            path.addPolygon(QPolygonF([QPointF(x * self.scale, y * self.scale) for x, y in polygon]))
            path.closeSubpath()
        self.painter.setPen(QPen(QColor(colour), width * self.scale))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

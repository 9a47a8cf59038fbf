"""Drawing in millimetres with Qt's painter: text blocks, shapes, pictures."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)

from desktop.report.fonts import families, printable
from inference.text import closed, joined, shown

INK, GREY, PALE, LINE, WHITE, ALARM = "#1d2733", "#5f6b7a", "#f1f4f7", "#c9d1d9", "#ffffff", "#b3261e"
LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


SMALLEST_SHARE = 0.6
"""A line may shrink to this part of its size before it is cut."""
GAP = "   "
MOST_BEHIND_A_NAME, SMALLEST_BEHIND_A_NAME = 0.85, 0.4
"""Share of a line that numbers may take, and how small they may become: 64 characters still stand there in full."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks; size in points."""

    size: float = 9.0
    bold: bool = False
    colour: str = INK
    align: Qt.AlignmentFlag = LEFT


class Canvas:
    """A painter whose coordinates are millimetres from the top left corner of the page.

    Fonts and lines are laid out at the painter's own resolution, so that the same page has the same line breaks on
    every device of that resolution.

    Parameters
    ----------
    language
        Whose punctuation is drawn, ``en`` or ``zh``.
    """

    def __init__(self, painter: QPainter, dots_per_mm: float, language: str = "zh") -> None:
        self.painter = painter
        self.scale = dots_per_mm
        self.families = families(language)
        self.language = language
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def font(self, style: Style) -> QFont:
        """The font of a style at this resolution."""
        font = QFont(self.families)
        font.setPixelSize(max(1, round(style.size * 25.4 / 72 * self.scale)))
        font.setWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
        return font

    def text_height(self, text: str, width: float, style: Style) -> float:
        """Height that a text needs when it is wrapped to a width, mm."""
        metrics = QFontMetricsF(self.font(style))
        box = metrics.boundingRect(QRectF(0, 0, width * self.scale, 1e6), self._flags(style), printable(shown(text)))
        return box.height() / self.scale

    def text_width(self, text: str, style: Style) -> float:
        """Width of a text on one line, mm."""
        return QFontMetricsF(self.font(style)).horizontalAdvance(printable(shown(text))) / self.scale

    def text(self, x: float, y: float, width: float, text: str, style: Style | None = None) -> float:
        """Write a wrapped text and return the y below it."""
        style = style or Style()
        height = self.text_height(text, width, style)
        self.painter.setFont(self.font(style))
        self.painter.setPen(QColor(style.colour))
        self.painter.drawText(self._rect(x, y, width, height + 1), self._flags(style), printable(shown(text)))
        return y + height

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
        return (
            self._broken(text, width, style, lines, lambda n, line, high: self._line(x, y + n * high, line, style)) + y
        )

    def whole_height(self, text: str, width: float, style: Style, lines: int | None = None) -> float:
        """Height that :meth:`whole` needs, mm."""
        return self._broken(text, width, style, lines, lambda n, line, high: None)

    def _broken(self, text: str, width: float, style: Style, lines: int | None, write: Callable[..., object]) -> float:
        """Break a text into lines as wide as there is room; returns their height."""
        text, font = printable(shown(text)), self.font(style)
        layout, option = QTextLayout(text, font), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        high, places = QFontMetricsF(font).height() / self.scale, []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * self.scale)
            places.append((line.textStart(), line.textStart() + line.textLength()))
        layout.endLayout()
        most = len(places) if lines is None else min(lines, len(places))
        for n, (start, end) in enumerate(places[:most]):
            cut = n == most - 1 and most < len(places)
            write(n, closed(text[start : end - 1] + "…" if cut else text[start:end]), high)
        return high * most

    def _line(self, x: float, y: float, text: str, style: Style) -> None:
        self.painter.setFont(self.font(style))
        self.painter.setPen(QColor(style.colour))
        flags = int(style.align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextDontClip)
        self.painter.drawText(self._rect(x, y, 0.1, 0.1), flags, text)

    def _smaller(self, text: str, width: float, style: Style, least: float) -> Style:
        """The style at which a text goes into a width, but no smaller than a share of its size."""
        share = max(least, min(1.0, 0.98 * width / max(self.text_width(text, style), 1e-6)))
        return replace(style, size=style.size * share)

    def box(self, x: float, y: float, width: float, height: float, fill: str | None, line: str | None = None) -> None:
        """Draw a rectangle."""
        self.painter.setPen(QPen(QColor(line), 0.2 * self.scale) if line else Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRect(self._rect(x, y, width, height))

    def boxes(self, places: list[tuple[float, float, float, float]], fill: str) -> None:
        """Fill many rectangles (x, y, width, height) at once."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(fill)))
        self.painter.drawRects([self._rect(*place) for place in places])

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: str = LINE, width: float = 0.2) -> None:
        """Draw a line."""
        self.painter.setPen(QPen(QColor(colour), width * self.scale))
        self.painter.drawLine(QPointF(x1 * self.scale, y1 * self.scale), QPointF(x2 * self.scale, y2 * self.scale))

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
        self.painter.drawImage(self._rect(x, y, width, height), image)

    def outline(self, polygons: list[list[tuple[float, float]]], colour: str, width: float) -> None:
        """Draw closed outlines without filling them."""
        path = QPainterPath()
        for polygon in polygons:
            path.addPolygon(QPolygonF([QPointF(x * self.scale, y * self.scale) for x, y in polygon]))
            path.closeSubpath()
        self.painter.setPen(QPen(QColor(colour), width * self.scale))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def _rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        return QRectF(x * self.scale, y * self.scale, width * self.scale, height * self.scale)

    @staticmethod
    def _flags(style: Style) -> int:
        return int(style.align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

"""Text and lines in millimetres, with Qt's painter."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

LEFT, RIGHT, CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
ANYWHERE, BETWEEN_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere, QTextOption.WrapMode.WordWrap


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text looks; size in points."""

    size: float = 9.0
    bold: bool = False
    colour: str = "#000000"
    align: Qt.AlignmentFlag = LEFT


class Canvas:
    """A painter whose coordinates are millimetres from the top left corner of the page.

    Fonts and lines are laid out at the painter's own resolution, so that the same page has the same line breaks on
    every device of that resolution. The first of the families comes before the others.
    """

    def __init__(self, painter: QPainter, dots_per_mm: float, families: list[str]) -> None:
        self.painter, self.scale, self.families = painter, dots_per_mm, families
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)

    def as_drawn(self, text: str) -> str:
        """What is drawn of a text: here, all of it."""
        return text

    def font(self, style: TextStyle) -> QFont:
        """The font of a style at this resolution."""
        font = QFont(self.families)
        font.setPixelSize(max(1, round(style.size * 25.4 / 72 * self.scale)))
        font.setWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
        return font

    def text_width(self, text: str, style: TextStyle) -> float:
        """Width of a text on one line, mm."""
        return QFontMetricsF(self.font(style)).horizontalAdvance(self.as_drawn(text)) / self.scale

    def text_height(self, text: str, width: float, style: TextStyle) -> float:
        """Height that a text needs when it is wrapped to a width, mm."""
        return self._height(self._wrapped(text, width, style), width, style)

    def text(self, x: float, y: float, width: float, text: str, style: TextStyle) -> float:
        """Write a wrapped text and return the y below it; a word that is too long goes on in the next line."""
        text = self._wrapped(text, width, style)
        height = self._height(text, width, style)
        self.painter.setFont(self.font(style))
        self.painter.setPen(QColor(style.colour))
        self.painter.drawText(self.rect(x, y, width, height + 1), self._flags(style), text)
        return y + height

    def lines(self, text: str, width: float, style: TextStyle) -> list[str]:
        """The lines of a text that is wrapped to a width; a word that is too long is broken wherever it must be."""
        return [line for line, _ in self._broken(self.as_drawn(text), width, style, ANYWHERE)]

    def rule(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 0.2) -> None:
        """Draw a line."""
        self.painter.setPen(QPen(QColor(colour), width * self.scale))
        self.painter.drawLine(QPointF(x1 * self.scale, y1 * self.scale), QPointF(x2 * self.scale, y2 * self.scale))

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A place on the page in the painter's own dots."""
        return QRectF(x * self.scale, y * self.scale, width * self.scale, height * self.scale)

    def _wrapped(self, text: str, width: float, style: TextStyle) -> str:
        """The text as drawn; Qt breaks it between words only, and would cut off the end of one that is too long."""
        text, metrics = self.as_drawn(text), QFontMetricsF(self.font(style))
        if all(metrics.horizontalAdvance(part) <= width * self.scale for part in text.split()):
            return text
        # Not every such part is one word: Chinese has no spaces.
        if all(taken <= width for _, taken in self._broken(text, width, style, BETWEEN_WORDS)):
            return text
        return "\n".join(line for line, _ in self._broken(text, width, style, ANYWHERE))

    def _broken(self, text: str, width: float, style: TextStyle, mode: QTextOption.WrapMode) -> list[tuple[str, float]]:
        """Lines, and the width that each takes, mm."""
        option, layout = QTextOption(), QTextLayout(text.replace("\n", "\u2028"), self.font(style))
        option.setWrapMode(mode)
        layout.setTextOption(option)
        # Qt counts in units of UTF-16, of which a rare character takes two.
        units, lines = text.encode("utf-16-le", "surrogatepass"), []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width * self.scale)
            start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
            part = units[start:end].decode("utf-16-le", "surrogatepass").removesuffix("\n")
            lines.append((part, line.naturalTextWidth() / self.scale))
        layout.endLayout()
        return lines

    def _height(self, text: str, width: float, style: TextStyle) -> float:
        metrics, room = QFontMetricsF(self.font(style)), self.rect(0, 0, width, 100_000)
        return metrics.boundingRect(room, self._flags(style), text).height() / self.scale

    @staticmethod
    def _flags(style: TextStyle) -> int:
        return int(style.align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

"""The bar chart of what makes the risk."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.language import Language
from desktop.report.canvas import Canvas
from desktop.report.sections import Bar, Factors
from desktop.report.wording import SCALES
from ui.theme import Theme, scaled, theme_of

PITCH, BAR, FOOT, KEY = 40, 9, 24, 20
Z95 = 1.959964
NEUTRAL = 0.02
"""Under 2 % in odds a factor neither raises nor lowers (:func:`inference.risk.logistic.direction`)."""


class BarChart(QWidget):
    """One row a known factor, what can be changed first: words, figure, and a bar about the average.

    The bar's whiskers are its 95 % interval. Right of the line raises, left of it lowers, and the words say so.
    """

    def __init__(self, factors: Factors, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars, self._language = tuple(bar for bar in factors.bars if not bar.unknown), language
        self._written, self._key, self._modifiable = SCALES[factors.scale], factors.key, factors.modifiable
        ends = [bar.size + z * bar.spread for bar in self.bars for z in (-Z95, 0.0, Z95)]
        # Neither side vanishes, and a bar stays longer than its whiskers let it seem.
        self._low = min([*ends, -0.25])
        self._high = max([*ends, 0.25])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(factors.title)
        self.setAccessibleDescription("\n".join(self.sentence(bar) for bar in self.bars))

    def sentence(self, bar: Bar) -> str:
        """A row in words."""
        # What a model adds for everyone has no interval of its own; one of no width would claim that it is certain.
        low, high = (self._written(bar.size + z * bar.spread) for z in (-Z95, Z95))
        interval = self._language.text("banner.interval", low=low, high=high) if bar.spread else ""
        what = self._language.text("label.value", label=bar.label, value=bar.answer)
        can = [self._modifiable] if bar.modifiable else []
        parts = [what, self._direction(bar), bar.factor, interval, bar.strength, *can]
        return self._language.joined("list.comma", (part for part in parts if part))

    def sizeHint(self) -> QSize:
        """One pitch a row and the legend."""
        return QSize(320, PITCH * len(self.bars) + FOOT + (KEY if self._key else 0))

    def event(self, event: QEvent) -> bool:
        """Say the row under the pointer in full."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = int(event.pos().y() // PITCH)
            if 0 <= row < len(self.bars):
                QToolTip.showText(event.globalPos(), self.sentence(self.bars[row]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chart."""
        painter, theme = QPainter(self), theme_of(self)
        canvas = Canvas(painter, 1.0)
        for row, bar in enumerate(self.bars):
            self._row(canvas, theme, bar, row * PITCH)
        self._legend(canvas, theme, len(self.bars) * PITCH)
        painter.end()

    def _x(self, size: float) -> float:
        return 4 + (self.width() - 8) * (size - self._low) / (self._high - self._low)

    def _row(self, canvas: Canvas, theme: Theme, bar: Bar, top: float) -> None:
        painter, left = canvas.painter, 0.0
        if bar.modifiable:
            canvas.shape("diamond", 1, top + 5, 10, theme.text)
            left = 15.0
        figure = f"{self._direction(bar)} {bar.factor}"
        room = self.width() - self._write(painter, theme.text, QRectF(0, top, self.width(), 20), figure, True, True) - 8
        title = self._language.text("label.value", label=bar.label, value=bar.answer)
        used = self._write(painter, theme.text, QRectF(left, top, room - left, 20), title)
        if bar.strength:
            small = QRectF(left + used + 8, top, room - left - used - 8, 20)
            self._write(painter, theme.quiet, small, bar.strength, points=8.0, whole=True)
        colour = QColor(theme.danger if bar.size > 0 else theme.accent)
        start, end, y = self._x(0.0), self._x(bar.size), top + 23
        painter.fillRect(QRectF(min(start, end), y, max(abs(end - start), 1.5), BAR), colour)
        painter.setPen(QPen(QColor(theme.text), 1.4))
        painter.drawLine(QPointF(start, y - 3), QPointF(start, y + BAR + 3))
        if not bar.spread:
            return
        low, high, level = (
            self._x(bar.size - Z95 * bar.spread),
            self._x(bar.size + Z95 * bar.spread),
            y + BAR / 2,
        )
        painter.drawLine(QPointF(low, level), QPointF(high, level))
        for x in (low, high):
            painter.drawLine(QPointF(x, level - 3), QPointF(x, level + 3))

    def _legend(self, canvas: Canvas, theme: Theme, top: float) -> None:
        painter, middle = canvas.painter, self._x(0.0)
        text = self._language.text
        lowers, raises = f"← {text('report.lowers')}", f"{text('report.raises')} →"
        needed = QFontMetricsF(self._font(8.5)).horizontalAdvance(lowers)
        # Where the bars leave no room on the left, both words move right: each stands on its side of the other.
        border = max(middle - 6, needed)
        self._write(painter, theme.accent, QRectF(0, top + 1, border, 18), lowers, right=True, points=8.5)
        right = QRectF(border + 12, top + 1, self.width() - border - 12, 18)
        self._write(painter, theme.danger, right, raises, points=8.5)
        if self._key:
            canvas.shape("diamond", 1, top + 24, 9, theme.text)
            self._write(painter, theme.quiet, QRectF(15, top + 19, self.width() - 15, 18), self._key, points=8.5)

    def _direction(self, bar: Bar) -> str:
        if abs(bar.size) < NEUTRAL:
            return self._language.text("ui.result.neutral")
        return self._language.text("report.raises" if bar.size > 0 else "report.lowers")

    def _font(self, points: float, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(scaled(points))
        font.setBold(bold)
        return font

    def _write(
        self, painter: QPainter, colour: str, room: QRectF, text: str, bold=False, right=False, points=10.0, whole=False
    ) -> float:
        """Write one line, shortened to its room, or not at all where only the whole will do; returns its width."""
        font = self._font(points, bold)
        metrics = QFontMetricsF(font)
        if whole and metrics.horizontalAdvance(text) > room.width():
            return 0.0
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        return metrics.horizontalAdvance(text)

"""The nomogram as a picture: scales of points, the patient's mark on each, and the total."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import Language
from desktop.report.canvas import Canvas
from desktop.report.sections import NomogramContent
from ui.theme import Theme, scaled, theme_of

PITCH, AXIS, SIDE = 46, 38, 16

Scale = tuple[str, list[tuple[float, str]], float, float | None]
"""Title, marks as (points, text), points at the right end, the patient's points."""


class NomogramChart(QWidget):
    """The same scales as on the report, one below the other in the width of the panel."""

    def __init__(self, chart: NomogramContent, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text, most = language.text, chart.most_points
        self._scales: list[Scale] = [(text("nomogram.points"), [(p, f"{p}") for p in range(0, 101, 20)], 100, None)]
        self._scales += [(label, list(zip(points, marks)), 100, own) for label, marks, points, own in chart.rows]
        totals = [(most * n / 5, f"{most * n / 5:.0f}") for n in range(6)]
        self._scales.append((text("nomogram.total"), totals, most, chart.total))
        self._scales.append((text("nomogram.ratio"), list(chart.total_marks), most, chart.total))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text("report.nomogram"))
        unknown, points = text("value.unknown"), text("nomogram.points")
        self.setAccessibleDescription(
            "\n".join(
                text("label.value", label=label, value=unknown if own is None else f"{points} {own:.0f}")
                for label, *_, own in self._scales[1:-1]
            )
        )

    def sizeHint(self) -> QSize:
        """One pitch a scale."""
        return QSize(320, PITCH * len(self._scales) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scales."""
        painter, theme = QPainter(self), theme_of(self)
        canvas = Canvas(painter, 1.0)
        for number, scale in enumerate(self._scales):
            self._scale(canvas, theme, scale, number * PITCH)
        painter.end()

    def _scale(self, canvas: Canvas, theme: Theme, scale: Scale, top: float) -> None:
        title, marks, most, own = scale
        painter = canvas.painter
        self._write(painter, theme.text, 9.5, QRectF(0, top, self.width(), 18), title, Qt.AlignmentFlag.AlignLeft)
        y = top + AXIS
        painter.setPen(QPen(QColor(theme.text), 1.3))
        ends = [self._x(points, most) for points, _ in marks]
        painter.drawLine(QPointF(min(ends), y), QPointF(max(ends), y))
        taken: list[tuple[float, float]] = []
        # The patient's own mark is named first, the others where there is room beside it.
        for points, text in sorted(marks, key=lambda mark: (mark[0] != own, mark[0])):
            x = self._x(points, most)
            painter.setPen(QPen(QColor(theme.text), 1.0))
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y))
            width = QFontMetricsF(self._font(8.5)).horizontalAdvance(text) + 6
            left = min(max(x - width / 2, 0.0), self.width() - width)
            if all(left > end or left + width < start for start, end in taken):
                taken.append((left, left + width))
                room = QRectF(left, y - 21, width, 16)
                self._write(painter, theme.quiet, 8.5, room, text, Qt.AlignmentFlag.AlignHCenter)
        if own is not None:
            canvas.shape("diamond", self._x(own, most) - 6, y - 6, 12, theme.accent)

    def _x(self, points: float, most: float) -> float:
        return SIDE + (self.width() - 2 * SIDE) * points / most

    def _font(self, points: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(scaled(points))
        return font

    def _write(self, painter: QPainter, colour: str, points: float, room: QRectF, text: str, side) -> None:
        painter.setFont(self._font(points))
        painter.setPen(QColor(colour))
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), text)

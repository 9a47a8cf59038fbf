"""What is read from across the room: word, shape and colour of the result, and its figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.canvas import Canvas
from desktop.report.content import Banner, Frequency
from desktop.report.icons import COLUMNS, ROWS, draw_icons
from inference.text import joined
from ui.panels.marks import ColourLabel, ShapeMark, words
from ui.theme import readable, theme_of

WORD_POINTS, LEAST_POINTS = 34.0, 15.0
STRIPE = 7
MOST_OF_FIGURE = 9
"""Characters of a figure; what has more is words."""
ICON_PITCH, LEAST_PITCH, ICONS_GAP, TITLE_PX = 3.0, 2.0, 16, 20
"""Of the arrays of icons, pixels."""
WORD_ROOM = 225
"""Width that a word must fit in at the narrowest."""


class BannerView(QFrame):
    """The banner of the report, as large as the panel allows."""

    def __init__(self, banner: Banner, language: Language, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = banner
        self.setAccessibleName(spoken(banner))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STRIPE + 10, 10, 10, 10)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(14)
        side = round((64 if banner.figure else 52) * scale)
        top.addWidget(ShapeMark(banner.shape, banner.colour, side), 0, Qt.AlignmentFlag.AlignVCenter)
        self.word = ColourLabel(
            banner.word, banner.colour, fitting_points(banner.word, WORD_POINTS * scale, self.font())
        )
        top.addWidget(self.word, 1)
        layout.addLayout(top)
        if banner.figure:
            layout.addLayout(self._figures(banner, scale))
        if banner.frequency is not None:
            layout.addWidget(words(banner.frequency.text, "", 12.0 * scale, bold=True))
            layout.addWidget(IconArrays(banner.frequency, banner.colour, language))
        for line in (*banner.lines, *banner.notes):
            layout.addWidget(words(line, "quiet"))

    def _figures(self, banner: Banner, scale: float) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        columns = (
            (banner.figure_title, banner.figure, banner.figure_note),
            (banner.ratio_title, banner.ratio, banner.ratio_note),
        )
        for column, (title, figure, note) in enumerate(columns):
            # Words instead of a figure, and their reason, are a sentence to be read.
            is_figure = len(figure) <= MOST_OF_FIGURE and any(sign.isdigit() for sign in figure)
            grid.addWidget(words(title, "quiet"), 0, column)
            grid.addWidget(words(figure, "", 25.0 * scale if is_figure else 0.0, bold=True), 1, column)
            reason = words(unbroken(note), "quiet" if is_figure else "", 9.5 if is_figure else 0.0)
            grid.addWidget(reason, 2, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        return grid

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised ground with the colour at its edge, as on paper."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        painter.fillRect(0, 0, STRIPE, self.height(), QColor(readable(self._banner.colour, theme)))
        painter.end()


class IconArrays(QWidget):
    """A thousand squares for this patient and a thousand for the average beside them; smaller in a narrow panel."""

    def __init__(self, frequency: Frequency, colour: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frequency, self._colour = frequency, colour
        self.setAccessibleName(frequency.text)
        self.setToolTip(language.text("frequency.note"))
        self.setFixedHeight(round(ICON_PITCH * ROWS) + TITLE_PX)
        self.setMinimumWidth(2 * round(LEAST_PITCH * COLUMNS) + ICONS_GAP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both arrays side by side, each under its title."""
        theme, painter = theme_of(self), QPainter(self)
        canvas, width = Canvas(painter, 1.0), min(ICON_PITCH * COLUMNS, (self.width() - ICONS_GAP) / 2)
        for n, (title, share) in enumerate(zip(self._frequency.titles, self._frequency.shares)):
            x = n * (width + ICONS_GAP)
            painter.setPen(QColor(theme.quiet))
            painter.setFont(self.font())
            shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, round(width))
            painter.drawText(round(x), TITLE_PX - 6, shown)
            draw_icons(canvas, x, TITLE_PX, width, share, readable(self._colour, theme) if n == 0 else theme.quiet)
        painter.end()


def spoken(banner: Banner) -> str:
    """The banner in one sentence, for screen readers."""
    figure = (banner.word, banner.figure, banner.when, banner.figure_note)
    parts = (*figure, banner.ratio_title, banner.ratio, banner.ratio_note)
    counts = (banner.frequency.text,) if banner.frequency else ()
    return joined(". ", (part for part in (*parts, *counts, *banner.lines, *banner.notes) if part))


def unbroken(text: str) -> str:
    """The text with figures that stay on one line with their signs."""
    return text.replace(" %", "\u00a0%").replace("× ", "×\u00a0")


def fitting_points(word: str, points: float, font: QFont) -> float:
    """The largest size at which a word stands on one line; a long one may take several."""
    font.setBold(True)
    while points > LEAST_POINTS:
        font.setPointSizeF(points)
        if QFontMetricsF(font).horizontalAdvance(word) <= WORD_ROOM:
            return points
        points -= 1
    return points

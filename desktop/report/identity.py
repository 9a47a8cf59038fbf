"""Who the report is about, so that nobody is taken for another: names may give way, numbers stand there whole."""

from __future__ import annotations

from desktop.report.canvas import INK, LINE, WHITE, Canvas, Style
from desktop.report.sheet import NORMAL, SMALL, Sheet
from inference.text import joined
from resources.paper.canvas import CENTRE

NAME_LINES = 4
DONE_MM = 34.0
"""Room for initials and time of who has compared the patient."""
IDENTITY_SIZES, MOST_OF_IDENTITY = (10, 7, 5, 3.5), 45.0
"""Points, and mm."""


def identity(sheet: Sheet) -> None:
    """Who the report is about, and the line on which someone confirms it."""
    canvas, content = sheet.canvas, sheet.content
    column = sheet.width / 3
    for first in range(0, len(content.patient), 3):
        row = content.patient[first : first + 3]
        styles = [_identity_style(sheet, value, column - 2, _lines(first + n)) for n, (_, value) in enumerate(row)]
        heights = [
            canvas.whole_height(value, column - 2, style, _lines(first + n))
            for n, ((_, value), style) in enumerate(zip(row, styles))
        ]
        sheet.need(max(heights) + 4)
        for n, ((label, value), style) in enumerate(zip(row, styles)):
            canvas.text(sheet.left + column * n, sheet.y, column - 2, label, SMALL)
            canvas.whole(sheet.left + column * n, sheet.y + 3, column - 2, value, style, _lines(first + n))
        sheet.y += max(heights) + 3.4
    sheet.y += 0.6
    canvas.box(sheet.left, sheet.y, sheet.width, 6.2, None, LINE)
    canvas.box(sheet.left + 1.6, sheet.y + 1.4, 3.4, 3.4, WHITE, INK)
    done = DONE_MM if content.identity else 0.0
    canvas.fitted(sheet.left + 7, sheet.y + 1.2, sheet.width - 9 - done, content.language.text("report.match"), NORMAL)
    if content.identity:
        tick_in(canvas, sheet.left + 1.6, sheet.y + 1.4)
        place, style = sheet.left + sheet.width - DONE_MM - 1, Style(7.4, True, align=CENTRE)
        canvas.fitted(place, sheet.y + 1.5, DONE_MM, joined(" ", content.identity), style)
    sheet.y += 8.2


def _identity_style(sheet: Sheet, value: str, width: float, lines: int | None) -> Style:
    """As large as usual, but smaller where a number without end would fill the page."""
    styles = [Style(size, True) for size in IDENTITY_SIZES]
    fits = (style for style in styles if sheet.canvas.whole_height(value, width, style, lines) <= MOST_OF_IDENTITY)
    return next(fits, styles[-1])


def _lines(place: int) -> int | None:
    """On how many lines a part of the identity may stand: a very long name ends in an ellipsis, a number never does."""
    return NAME_LINES if place == 0 else None


def tick_in(canvas: Canvas, x: float, y: float) -> None:
    """A tick in the box whose upper left corner is there."""
    canvas.rule(x + 0.6, y + 1.7, x + 1.5, y + 2.7, INK, 0.55)
    canvas.rule(x + 1.5, y + 2.7, x + 3.1, y + 0.4, INK, 0.55)

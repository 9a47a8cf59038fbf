"""A share as a thousand squares."""

from __future__ import annotations

import math

from desktop.report.canvas import LINE, Canvas

COLUMNS, ROWS = 50, 20
ICONS = COLUMNS * ROWS
GAP = 0.22
"""Share of an icon's pitch that stays free."""


def draw_icons(canvas: Canvas, x: float, y: float, width: float, share: float, colour: str) -> float:
    """Draw a thousand squares of which so many are filled, the last in part; returns the height."""
    pitch = width / COLUMNS
    size, filled = pitch * (1 - GAP), share * ICONS
    whole = min(math.floor(filled), ICONS)
    places = [(x + icon % COLUMNS * pitch, y + icon // COLUMNS * pitch, size, size) for icon in range(ICONS)]
    for some, fill in ((places[:whole], colour), (places[whole:], LINE)):
        if some:
            canvas.boxes(some, fill)
    if whole < min(filled, ICONS):
        left, top, *_ = places[whole]
        canvas.box(left, top, size * (filled - whole), size, colour)
    return ROWS * pitch

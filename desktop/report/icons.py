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
    whole = math.floor(filled)
    for icon in range(ICONS):
        left, top = x + icon % COLUMNS * pitch, y + icon // COLUMNS * pitch
        canvas.box(left, top, size, size, colour if icon < whole else LINE)
    if filled > whole and whole < ICONS:
        left, top = x + whole % COLUMNS * pitch, y + whole // COLUMNS * pitch
        canvas.box(left, top, size * (filled - whole), size, colour)
    return ROWS * pitch

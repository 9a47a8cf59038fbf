"""What the factory prints: lines and tables on standard output, progress on standard error."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

from inference.terminal import columns_of, visible

T = TypeVar("T")

GAP = "  "
LEAST_WIDTH = 16


def say(line: str = "") -> None:
    """Print a line, or several."""
    print(visible(line, keep="\n"))


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print columns, wide Chinese characters counted as two; on a terminal long cells are wrapped to its width."""
    lines = [[visible(str(cell)) for cell in line] for line in [head, *rows]]
    widths = [max(columns_of(cell) for cell in column) for column in zip(*lines)]
    if sys.stdout.isatty():
        widths = _fitted(widths, shutil.get_terminal_size().columns - len(GAP) * (len(widths) - 1))
    lines.insert(1, ["─" * width for width in widths])
    for line in lines:
        wrapped = [_wrapped(cell, width) for cell, width in zip(line, widths)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            print(GAP.join(part + " " * (width - columns_of(part)) for part, width in zip(parts, widths)).rstrip())


def _fitted(widths: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room, the widest columns giving way first; a column keeps a readable width."""
    fitted = list(widths)
    while sum(fitted) > room and max(fitted) > LEAST_WIDTH:
        fitted[fitted.index(max(fitted))] -= 1
    return fitted


def _wrapped(cell: str, width: int) -> list[str]:
    """A cell in lines of at most that width, broken at spaces where there are some."""
    lines = []
    while columns_of(cell) > width:
        fits = max(n for n in range(1, len(cell) + 1) if columns_of(cell[:n]) <= max(width, 2))
        space = cell.rfind(" ", 0, fits + 1)
        cut = space if space > 0 else fits
        lines.append(cell[:cut])
        cell = cell[cut:].lstrip()
    return [*lines, cell]


def track(items: Iterable[T], label: str, quiet: bool = False, total: int | None = None) -> Iterable[T]:
    """The same items, with a progress bar on a terminal's standard error."""
    if quiet or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    return tqdm(items, desc=label, total=total, leave=False, file=sys.stderr)

"""What tables share: headings by their keys, counts below a share, and a note on what could not be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from training.evaluation.wording import NONE, Words, interval_text
from training.statistics.estimable import WIDEST
from training.statistics.fewest import FEWEST
from training.statistics.samples import Interval


def heads_of(words: Words, keys: Sequence[str]) -> tuple[str, ...]:
    """Headings of columns."""
    return tuple(words(f"head.{key}") for key in keys)


def counted(interval: Interval | None, part: int, whole: int) -> str:
    """A share with its interval, and below it the counts that it is of."""
    return NONE if interval is None else f"{interval_text(interval, 2)}\n{part}/{whole}"


def noted(note: str, rows: Iterable[Sequence[str]], words: Words) -> str:
    """A table's note, and what its cells mean that have words in place of a figure."""
    cells = {cell for row in rows for cell in row}
    for key in ("too-few", "not-estimable"):
        if words(f"note.{key}") in cells:
            note += words.between + words(f"note.why-{key}", fewest=FEWEST, widest=f"{WIDEST:,.0f}")
    return note

"""Text on a terminal: nothing that it would act on, and as many columns as it takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that move the cursor, turn the direction of writing or cannot be encoded."""


def python_escape(character: str) -> str:
    r"""Such as ``\x1b`` or ``\u202e``."""
    return character.encode("unicode_escape").decode()


def visible(text: str, keep: str = "", escape: Callable[[str], str] = python_escape) -> str:
    """Put characters that a terminal would act on, or not show, into letters.

    Names of files and texts of DICOM headers come from outside; an escape sequence among them could rewrite the
    screen, and a change of direction could reorder it.

    Parameters
    ----------
    keep
        Characters that stay as they are.
    escape : callable
        What is written instead of a character.
    """
    found = {ord(c): escape(c) for c in set(text) if unicodedata.category(c) in INVISIBLE and c not in keep}
    return text.translate(found) if found else text


def columns_of(text: str) -> int:
    """Columns of a terminal that a text takes; wide Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

"""How a case is found again: by parts of the name, the numbers and the dates, in any order."""

from __future__ import annotations

import re
import unicodedata

_DATE = re.compile(r"(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?|(\d{4})(\d\d)(\d\d)")
"""A date, or a year and month, as people write it."""

ACCENTS = ("\u0300", "\u036f")
"""Unicode's block of combining marks."""
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart, as they are typed without them; ``ß`` becomes ``ss`` by itself."""


def searched_text(name: str, patient_id: str, accession: str, study_date: str, created: str) -> str:
    """All that a search looks in; the parts stand in lines of their own."""
    parts = [name, _squeezed(name), patient_id, accession, _as_stored(study_date), created[:10]]
    return "\n".join(folded(part) for part in parts if part)


def terms_of(text: str) -> list[tuple[str, str]]:
    """What was typed, in the parts that must each be found: as typed, or else as a date is stored."""
    return [(folded(part), _as_stored(folded(part))) for part in text.split()]


def folded(text: str) -> str:
    """The text without the differences that nobody means: case, accents, full-width letters and the like.

    Marks are taken from letters of Latin, Greek and Cyrillic script only: elsewhere they are vowels or other sounds.
    """
    parts = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    bare = "".join(c for n, c in enumerate(parts) if not (ACCENTS[0] <= c <= ACCENTS[1] and _is_plain(parts[:n])))
    return unicodedata.normalize("NFKC", bare)


def _is_plain(before: str) -> bool:
    """Whether the last letter before an accent is one that is searched without."""
    letter = next((c for c in reversed(before) if not unicodedata.combining(c)), "")
    return unicodedata.name(letter, "").startswith(("LATIN", "GREEK", "CYRILLIC"))


def _squeezed(name: str) -> str:
    """A name without what stands between its parts, so that 张 伟 and Zhang^Wei are found in one word."""
    return "".join(character for character in name if character.isalnum())


def _as_stored(text: str) -> str:
    """A date as ``YYYY-MM-DD``, a month as ``YYYY-MM-``; anything else as it is."""
    found = _DATE.fullmatch(text)
    if found is None:
        return text
    year, month, day = found.groups()[:3] if found[1] else found.groups()[3:]
    return f"{year}-{int(month):02}-" + (f"{int(day):02}" if day else "")

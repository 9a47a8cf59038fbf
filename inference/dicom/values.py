"""Values of header attributes as numbers; what is absent or malformed is None, never a guess."""

from __future__ import annotations

from datetime import date, datetime
from math import isfinite

from inference.text import LONGEST, cleaned

DAYS_PER_UNIT = {"D": 1.0, "W": 7.0, "M": 365.25 / 12, "Y": 365.25}
"""Units of an age string (PS3.5 table 6.2-1, AS)."""

MAX_AGE_YEARS = 130.0
"""Older than anyone has been: such an age is a typing error."""


def short(raw: bytes | None, big_endian: bool) -> int | None:
    """A 16-bit number (US, or SS as unsigned)."""
    if raw is None or len(raw) < 2:
        return None
    return int.from_bytes(raw[:2], "big" if big_endian else "little")


def number(raw: bytes | None) -> float | None:
    """First value of a decimal string (DS)."""
    values = numbers(raw)
    return values[0] if values else None


def positive(raw: bytes | None) -> float | None:
    """First value of a decimal string if it is above zero."""
    found = number(raw)
    return found if found is not None and found > 0 else None


def integer(raw: bytes | None) -> int | None:
    """First value of an integer string (IS); some writers put a decimal point."""
    value = number(raw)
    return None if value is None else round(value)


def count(raw: bytes | None) -> int:
    """A number of things of which there is one at least, such as frames."""
    return max(1, integer(raw) or 1)


def numbers(raw: bytes | None, count: int | None = None) -> tuple[float, ...] | None:
    """All values of a decimal string, or None if any is malformed or, where a count is given, they are not as many."""
    if not raw or b"_" in raw:  # Python takes 1_0 for 10
        return None
    try:
        values = tuple(map(float, raw.rstrip(b"\0 ").split(b"\\")))
    except ValueError:
        return None
    if (count is not None and len(values) != count) or not all(map(isfinite, values)):
        return None
    return values


def plain(raw: bytes | None) -> str:
    """Text that is ASCII by definition (UI, CS, DA, TM, AS); other bytes are shown as question marks."""
    return "" if raw is None else cleaned(raw.decode("ascii", "replace").replace("\ufffd", "?").strip("\0 "), LONGEST)


def age_years(age: str, birth_date: str, on: str) -> float | None:
    """Age from Patient's Age, or else from the birth date and the date of the study, years.

    Parameters
    ----------
    age : str
        Age string such as ``045Y``.
    birth_date, on : str
        Dates as YYYYMMDD.

    Notes
    -----
    ``000Y`` is what tools that remove identities write; the age of an infant is given in months, weeks or days.
    """
    if len(age) >= 2 and age[:-1].isascii() and age[:-1].isdigit() and age[-1] in DAYS_PER_UNIT and age != "000Y":
        years = int(age[:-1]) * DAYS_PER_UNIT[age[-1]] / DAYS_PER_UNIT["Y"]
    else:
        born, then = day_of(birth_date), day_of(on)
        if born is None or then is None:
            return None
        years = (then - born).days / DAYS_PER_UNIT["Y"]
    return years if 0 < years <= MAX_AGE_YEARS else None


def moment(text: str) -> datetime | None:
    """Date and time of digits as ``YYYYMMDDHHMMSS.F``; the time alone is one of some day."""
    digits = text.split(".")[0].split("+")[0]
    try:
        return datetime.strptime(digits if len(digits) > 6 else f"19000101{digits}", "%Y%m%d%H%M%S")
    except ValueError:
        return None


def day_of(text: str) -> date | None:
    """The day of a date (DA), or None; the old form with dots and that with hyphens are read too."""
    text = text.replace(".", "").replace("-", "")[:8]
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None

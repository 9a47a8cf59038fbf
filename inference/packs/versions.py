"""Which of two versions is the later one."""

from __future__ import annotations

import re

_VERSION = re.compile(r"v?(\d{1,9}(?:\.\d{1,9})*)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?")


def is_later(one: str, other: str) -> bool | None:
    """Whether one version comes after another, as https://semver.org orders them, with any count of numbers.

    Returns
    -------
    bool or None
        None where that cannot be told: one of the two is not a version in this sense.
    """
    first, second = _key(one), _key(other)
    return None if first is None or second is None else first > second


_Key = tuple[list[int], bool, tuple[tuple[int, int, str], ...]]


def _key(version: str) -> _Key | None:
    found = _VERSION.fullmatch(version.strip())
    if found is None:
        return None
    numbers = [int(number) for number in found[1].split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    # A candidate comes before its version; among its parts numbers come before words.
    parts = [(part.isdecimal(), part) for part in (found[2] or "").split(".") if part]
    candidate = tuple((0, int(part), "") if decimal else (1, 0, part) for decimal, part in parts)
    return numbers, not candidate, candidate

"""How many type errors each file still owes, and whether the number only shrinks."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

LIST = Path(__file__).with_name("owed.toml")
OWING = ("ui", "training")
"""The packages that may owe any; the others owe nothing."""


def owed() -> dict[str, int]:
    """Type errors that are written down, by file."""
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def counted(report: Iterable[str]) -> Counter[str]:
    """Errors of a report of mypy, by file."""
    return Counter(line.split(":")[0] for line in report if ": error: " in line)


def complaints(found: Mapping[str, int], allowed: Mapping[str, int]) -> list[str]:
    """What is wrong with the numbers: more than were written down, or fewer, so that the list has to follow."""
    both = {path: (found.get(path, 0), allowed.get(path, 0)) for path in sorted({*found, *allowed})}
    more = [f"{path}: {now} type errors, {before} allowed" for path, (now, before) in both.items() if now > before]
    fewer = [
        f"{path}: {now} type errors, no longer {before}: lower the number (python -m tests.typed --lower)"
        for path, (now, before) in both.items()
        if now < before
    ]
    return more + fewer


def lowered(found: Mapping[str, int], allowed: Mapping[str, int]) -> dict[str, int]:
    """The list as it may be: no number rises, and a file without errors leaves it."""
    least = {path: min(found.get(path, 0), number) for path, number in sorted(allowed.items())}
    return {path: number for path, number in least.items() if number}


def write(numbers: Mapping[str, int]) -> None:
    """Write the list."""
    LIST.write_text("".join(f'"{path}" = {number}\n' for path, number in numbers.items()), encoding="utf-8")

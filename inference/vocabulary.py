"""Words that manifests and step parameters share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

STRICT = {"extra": "forbid", "allow_inf_nan": False, "strict": False}
"""Unknown fields are mistakes, and so are numbers that are not numbers."""

HIGHEST_TIMES, RAISED_TIMES = 2.0, 1.0
"""The highest tier begins at twice the average at least, and no tier above the lowest begins below the average: a word
and a colour that warn must not stand beside a figure that says less than everyone's."""

SETTLED_DECIMALS = 9

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in both languages."""

    __pydantic_config__ = STRICT
    en: str
    zh: str

    def of(self, language: str) -> str:
        """The text in ``en`` or ``zh``."""
        return self.zh if language.startswith("zh") else self.en


def repeated(names: Iterable[Name]) -> Name | None:
    """The first name that stands twice, or None."""
    seen: set[Name] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None


def check_interval(name: str, ends: tuple[float | None, float | None]) -> None:
    """Refuse an interval that runs downwards; None is no end.

    Raises
    ------
    ValueError
        Names the interval.
    """
    low, high = ends
    if low is not None and high is not None and low > high:
        raise ValueError(f"{name} must run from the smaller number to the larger")


def settled(value: float) -> float:
    """The number that decides where one is compared with a cut: without the noise of arithmetic behind its 9th decimal.

    What is printed can then always show on which side of the cut it lies.
    """
    return round(float(value), SETTLED_DECIMALS)


def least_times(tier: int) -> float:
    """From how many times the average a tier above the lowest must begin at least; 0 is the highest tier."""
    return HIGHEST_TIMES if tier == 0 else RAISED_TIMES

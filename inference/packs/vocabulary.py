"""Words that manifests and step parameters share."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

STRICT = {"extra": "forbid", "allow_inf_nan": False, "strict": False}
"""Unknown fields are mistakes, and so are numbers that are not numbers."""

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
    return next((name for name in names if name in seen or seen.add(name)), None)


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

"""What every risk says, whatever computed it: how probable, how it compares with an average, by when, and its tier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from inference.vocabulary import STRICT

Basis = Literal["times", "site", "share"]
"""Whether a tier comes from multiples of the average, from the site's cut-offs, or, in records of before, from shares
of the population."""
Whose = Literal["site", "pack"]
"""Whose case mix an average is of: the site's where it has told all of it, else that of the pack's reference people."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and the ends of its 95 % interval, None where nothing is known of its error."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Relative:
    """A risk as a multiple of an average.

    Attributes
    ----------
    value, low, high
        Risk ratio where the site's rate is known, odds ratio otherwise; 95 % interval, None where it is not known.
    average_of
        Whose average it is.
    """

    value: float
    low: float | None
    high: float | None
    average_of: Whose


@dataclass(frozen=True, slots=True)
class Horizon:
    """By when an event is predicted: so many days, weeks, months or years from now (UCUM codes)."""

    __pydantic_config__ = STRICT
    count: Annotated[float, Field(gt=0, le=1000)]
    unit: Literal["d", "wk", "mo", "a"]


@dataclass(frozen=True, slots=True)
class Reached:
    """The tier that a risk reaches.

    Attributes
    ----------
    id
        Of the pack's tier.
    low, high
        Tiers of the ends of the interval; None where there is no interval.
    begins
        From how many times the average each of the pack's tiers begins, in their order; empty in records of before.
    """

    id: str
    low: str | None
    high: str | None
    basis: Basis
    begins: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Estimate:
    """A risk.

    Attributes
    ----------
    probability
        Absolute risk, 0 to 1; None where the site has set no event rate.
    relative
        None where there is no average to compare with.
    at
        By when the event happens; None where the question has no other time than this examination.
    """

    tier: Reached
    probability: Interval | None = None
    relative: Relative | None = None
    at: Horizon | None = None

    @property
    def chance(self) -> float | None:
        """The probability without its interval."""
        return None if self.probability is None else self.probability.value

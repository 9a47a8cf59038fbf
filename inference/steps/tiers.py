"""From log-odds against the average to an estimate: probability, ratio, and the tier that they reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

from inference.risk.estimate import Estimate, Horizon, Interval, Reached, Relative, Whose
from inference.risk.logistic import Z95, at_prevalence, logit
from inference.risk.reference import times_average

if TYPE_CHECKING:
    from inference.schema import System
    from inference.site import SiteProfile

T = TypeVar("T")
MOST_LOG_ODDS = 25.0
"""Odds of e to this power against the average, 7e10, are no risk of anything: an odds ratio for each unit of a wide
range, an interval that says nothing, or trees of something else give more.
"""
SAME = 1e-9
"""Log-odds that differ by less are the same: a risk that is exactly a tier's beginning belongs to it."""


@dataclass(frozen=True, slots=True)
class Begins:
    """Where tiers begin.

    Attributes
    ----------
    at
        Log-odds against the average from which each tier begins, the highest first.
    basis
        Who has set them.
    """

    at: Mapping[str, float]
    basis: Literal["times", "site"]

    def reached(self, log_odds: float) -> str:
        """The first tier, from the highest, that begins at or below these log-odds."""
        return next(tier for tier, begin in self.at.items() if log_odds >= begin - SAME)


def rate_of(system: System, site: SiteProfile) -> float | None:
    """The site's rate of the event; None where it has set none."""
    prevalence = site.prevalence.get(system.outcome)
    return prevalence.value if prevalence else None


def tier_begins(system: System, site: SiteProfile) -> Begins:
    """Where the tiers begin at this site."""
    rate, cut_offs = rate_of(system, site), site.cut_offs.get(system.outcome)
    if cut_offs and rate is not None:
        chances = {tier.id: cut_offs[tier.id] for tier in system.tiers[:-1]}
        return Begins({**{t: log_odds_of(p, rate) for t, p in chances.items()}, system.tiers[-1].id: -np.inf}, "site")
    begins = {}
    for tier in system.tiers:
        if rate is None:
            begins[tier.id] = float(np.log(tier.times)) if tier.times else -np.inf
        else:
            begins[tier.id] = log_odds_of((tier.times or 0.0) * rate, rate)
    return Begins(begins, "times")


def log_odds_of(probability: float, rate: float) -> float:
    """Log-odds against the average of a probability; infinite where there is no such probability."""
    if probability <= 0:
        return -np.inf
    return np.inf if probability >= 1 else logit(probability) - logit(rate)


def estimate_of(
    log_odds: float,
    spread: float | None,
    begins: Begins,
    average_of: Whose,
    system: System,
    site: SiteProfile,
    at: Horizon | None = None,
) -> Estimate:
    """The estimate of these log-odds against the average.

    Parameters
    ----------
    spread
        Their standard deviation; None where nothing is known of their error, and there are then no intervals.
    """
    prevalence, rate = site.prevalence.get(system.outcome), rate_of(system, site)

    spread_of_risk = None
    if spread is not None:
        spread_of_risk = float(np.sqrt(spread**2 + (prevalence.log_odds_variance if prevalence else 0.0)))
    # The site's own cut-offs are risks, on which the rate's error bears too.
    of_tier = _ends(log_odds, spread_of_risk if begins.basis == "site" else spread, begins.reached)
    times = tuple(times_average(begin, rate) for begin in begins.at.values())
    low, high = _ends(log_odds, spread, lambda end: times_average(end, rate))
    probability = None
    if rate is not None:
        chance = at_prevalence(log_odds, rate)
        probability = Interval(chance, *_ends(log_odds, spread_of_risk, lambda end: at_prevalence(end, rate)))
    return Estimate(
        Reached(begins.reached(log_odds), *of_tier, begins.basis, times),
        probability,
        Relative(times_average(log_odds, rate), low, high, average_of),
        at,
    )


def _ends(log_odds: float, spread: float | None, turned: Callable[[float], T]) -> tuple[T | None, T | None]:
    """Both ends of the 95 % interval, turned into something else; None where there is none."""
    if spread is None:
        return None, None
    return turned(log_odds - Z95 * spread), turned(log_odds + Z95 * spread)

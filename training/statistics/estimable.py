"""When an estimate tells anything: elsewhere a report says so in words, and prints no number."""

from __future__ import annotations

import math

from training.statistics.samples import Interval

WIDEST = 1000.0
"""A ratio whose upper limit is more than so many times the lower one is not known: an answer or a score separates the
outcomes all but completely, or hardly differs between the patients."""


def known(interval: Interval) -> Interval | None:
    """None in place of an estimate that lacks its value or a limit: figures are never shown without an interval."""
    return None if any(map(math.isnan, (interval.value, interval.low, interval.high))) else interval


def known_log(interval: Interval, spread: float = 1.0) -> Interval | None:
    """None also in place of log-odds, or of a coefficient, that could be nearly anything.

    Parameters
    ----------
    spread
        Standard deviation of what the coefficient is multiplied by, so that its unit does not matter; 1 for an answer.
    """
    found = known(interval)
    if found is None or (found.high - found.low) * spread > math.log(WIDEST):
        return None
    return found


def known_ratio(interval: Interval, spread: float = 1.0) -> Interval | None:
    """The same of a ratio, such as an odds ratio per unit."""
    found = known(interval)
    if found is None or found.low <= 0 or not math.isfinite(found.high):
        return None
    logs = Interval(math.log(found.value), math.log(found.low), math.log(found.high))
    return None if known_log(logs, spread) is None else found

"""Threshold risks of a decision curve: a range that fits the outcome, on the axis that it needs.

Nobody acts on a risk far from the event rate. Where the event is rare, thresholds are multiples of the rate on a
logarithmic axis, and the net benefit is counted in 10,000 patients. Where it is common they run from a tenth of its
odds to ten times these, on a linear axis, in 100 patients.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

MULTIPLES = tuple(sorted({*map(float, np.geomspace(0.5, 20, 45)), 1.0, 2.0, 5.0, 10.0}))
"""Times the event rate: from half of it to twenty times it, which is a risk of 5 % where one in 400 has the event."""
SHOWN = (0.5, 1, 2, 5, 10)
"""Multiples that a table has columns of."""
COMMON = 1 / max(MULTIPLES)
"""Event rate from which on they would not all be risks."""
ODDS = 10.0
LINEAR_FROM = 0.2
"""Highest threshold from which on the axis is linear."""
POINTS, MOST_COLUMNS, FEWEST_COLUMNS = 50, 7, 3
STEPS = (0.05, 0.1, 0.2)


def thresholds_of(rate: float, wanted: tuple[float, float] | None = None) -> np.ndarray:
    """Thresholds, rising, above 0 and below 1.

    Parameters
    ----------
    rate
        Event rate that the risks are at.
    wanted
        Lowest and highest; None: by the event rate.
    """
    if wanted is None and rate < COMMON:
        return np.array([factor * rate for factor in MULTIPLES])
    low, high = wanted or (_risk(rate, 1 / ODDS), _risk(rate, ODDS))
    if high < LINEAR_FROM:
        points = np.geomspace(low, high, POINTS)
    else:
        # Whole percents, which a table can name, and the ends where they were asked for.
        percents = np.arange(np.ceil(round(100 * low, 6)), np.floor(round(100 * high, 6)) + 1) / 100
        points = np.array([low, *percents, high]) if wanted or len(percents) < FEWEST_COLUMNS else percents
    inside = [rate] if points[0] <= rate <= points[-1] else []
    return np.unique(np.round([*points, *inside], 12))


def _risk(rate: float, times: float) -> float:
    odds = times * rate / (1 - rate)
    return odds / (1 + odds)


def is_linear(thresholds: Sequence[float]) -> bool:
    """Whether they want a linear axis."""
    return thresholds[-1] >= LINEAR_FROM


def per(thresholds: Sequence[float]) -> int:
    """Among how many patients a net benefit is counted."""
    return 100 if is_linear(thresholds) else 10_000


def columns_of(thresholds: Sequence[float], rate: float) -> list[int]:
    """Numbers of the thresholds that a table has columns of, and a linear axis its marks at."""
    values = np.asarray(thresholds)
    if is_linear(thresholds):
        steps = [_round(values, step) for step in STEPS]
        wanted = next((found for found in steps if len(found) <= MOST_COLUMNS), steps[-1])
    else:
        multiples = rate * np.array(SHOWN)
        wanted = multiples[(multiples >= values[0] * 0.999) & (multiples <= values[-1])]
    if len(wanted) < FEWEST_COLUMNS:
        wanted = values[np.linspace(0, len(values) - 1, 5).round().astype(int)]
    return list(dict.fromkeys(int(np.abs(values - one).argmin()) for one in wanted))


def _round(values: np.ndarray, step: float) -> np.ndarray:
    """Multiples of the step in the range."""
    first, last = np.ceil(round(values[0] / step, 6)), np.floor(round(values[-1] / step, 6))
    return step * np.arange(first, last + 1)

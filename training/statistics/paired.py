"""Two readings of the same patients, each positive or not; and p-values of several tests together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from statsmodels.stats.contingency_tables import mcnemar

from training.statistics.proportions import wilson
from training.statistics.samples import NOT_ESTIMABLE, Interval


@dataclass(frozen=True, slots=True)
class PairedShares:
    """Share of positives of two readings, their difference (first minus second), and McNemar's exact p.

    Attributes
    ----------
    first_only, second_only
        Patients that one reading alone calls positive: all that the test knows of.
    """

    first: Interval
    second: Interval
    difference: Interval
    p: float
    first_only: int
    second_only: int


def paired_shares(first: ArrayLike, second: ArrayLike, level: float = 0.95) -> PairedShares:
    """Compare the shares of positives of two readings of the same patients.

    p: McNemar, Psychometrika 1947;12:153, by the exact binomial distribution. Interval of the difference: square and
    add, with the correlation of the two, Newcombe, Stat Med 1998;17:2635, method 10.

    Parameters
    ----------
    first, second : bool arrays, shape (n,)

    Returns
    -------
    PairedShares
        NaN without patients; p is 1 where both readings are the same.
    """
    first, second = np.asarray(first, bool), np.asarray(second, bool)
    if first.shape != second.shape or first.ndim != 1:
        raise ValueError(f"Two readings of the same patients are of one length, not {first.shape} and {second.shape}.")
    if not len(first):
        return PairedShares(NOT_ESTIMABLE, NOT_ESTIMABLE, NOT_ESTIMABLE, float("nan"), 0, 0)
    both, neither = int((first & second).sum()), int((~first & ~second).sum())
    one, other = int((first & ~second).sum()), int((~first & second).sum())
    share, other_share = (wilson(both + own, len(first), level) for own in (one, other))
    p = float(mcnemar([[both, one], [other, neither]], exact=True).pvalue) if one + other else 1.0
    difference = _difference(both, one, other, neither, share, other_share)
    return PairedShares(share, other_share, difference, p, one, other)


def _difference(both: int, one: int, other: int, neither: int, first: Interval, second: Interval) -> Interval:
    n = both + one + other + neither
    cross = float(both * neither - one * other)
    if cross > 0:
        cross = max(cross - n / 2, 0)
    margins = (both + one) * (other + neither) * (both + other) * (one + neither)
    phi = cross / np.sqrt(margins) if margins else 0.0

    def added(a: float, b: float) -> float:
        return float(np.sqrt(max(a**2 + b**2 - 2 * phi * a * b, 0)))

    value = (one - other) / n
    down = added(first.value - first.low, second.high - second.value)
    up = added(first.high - first.value, second.value - second.low)
    return Interval(value, max(value - down, -1.0), min(value + up, 1.0))


def holm(p: Sequence[float]) -> tuple[float, ...]:
    """P-values that hold for all tests together: Holm, Scand J Stat 1979;6:65; NaN ones stay NaN and are no test."""
    given = np.asarray(p, float)
    known = np.flatnonzero(np.isfinite(given))
    adjusted = np.full(given.shape, np.nan)
    ordered = known[np.argsort(given[known], kind="stable")]
    # The smallest counts for all tests, the next for all but one; none may fall below the one before.
    adjusted[ordered] = np.minimum(np.maximum.accumulate(given[ordered] * np.arange(len(ordered), 0, -1)), 1)
    return tuple(map(float, adjusted))

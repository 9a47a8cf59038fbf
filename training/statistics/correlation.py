"""Correlation of ranks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm, spearmanr

from training.statistics.samples import NOT_ESTIMABLE, Interval, checked_scores

FEWEST = 4


@dataclass(frozen=True, slots=True)
class RankCorrelation:
    """Spearman's coefficient with its interval, and the two-sided p of no correlation."""

    rho: Interval
    p: float


def spearman(first: ArrayLike, second: ArrayLike, level: float = 0.95) -> RankCorrelation:
    """Spearman's rank correlation, equal values sharing their mean rank; Am J Psychol 1904;15:72.

    Interval on Fisher's scale with the variance (1 + rho^2/2) / (n - 3) of Bonett and Wright, Psychometrika 2000;65:23;
    p by Student's t.

    Returns
    -------
    RankCorrelation
        NaN with fewer than four patients or where one side does not vary; limits are NaN where the ranks are the same.
    """
    first = np.asarray(first, float)
    first = checked_scores(first, len(first), "first value")
    second = checked_scores(second, len(first), "second value")
    if len(first) < FEWEST or np.ptp(first) == 0 or np.ptp(second) == 0:
        return RankCorrelation(NOT_ESTIMABLE, float("nan"))
    found = spearmanr(first, second)
    rho = float(found.statistic)
    if np.isclose(abs(rho), 1, rtol=0, atol=1e-12):
        return RankCorrelation(Interval(round(rho), np.nan, np.nan), float(found.pvalue))
    half = norm.ppf((1 + level) / 2) * np.sqrt((1 + rho**2 / 2) / (len(first) - 3))
    low, high = np.tanh(np.arctanh(rho) + np.array([-half, half]))
    return RankCorrelation(Interval(rho, float(low), float(high)), float(found.pvalue))

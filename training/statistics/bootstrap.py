"""Bootstrap of patients, stratified by outcome, and Harrell's correction for optimism."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from training.statistics.samples import Interval, checked_outcome

MAX_LOST = 0.05
"""Share of the repeats in which a statistic may be NaN (a subgroup without events) before it has no interval."""

Predict = Callable[..., np.ndarray]


def stratified_bootstrap(
    statistic: Callable[..., float],
    outcome: ArrayLike,
    *arrays: ArrayLike,
    seed: int,
    repeats: int = 2000,
    patients: ArrayLike | None = None,
    level: float = 0.95,
) -> Interval:
    """Percentile interval of a statistic by drawing patients anew, as many with and without the event as there are.

    Efron and Tibshirani, An Introduction to the Bootstrap 1993, ch. 13; stratified by outcome: Davison and Hinkley,
    Bootstrap Methods and their Application 1997, ch. 3.

    Parameters
    ----------
    statistic
        Called as ``statistic(outcome, *arrays)`` on the drawn rows, the outcome as booleans.
    arrays
        One row for each outcome.
    patients
        Whose row it is, where a patient has more than one; rows of a patient are drawn together. A patient with the
        event in any row counts as one with the event.

    Returns
    -------
    Interval
        The value is the statistic of the sample itself. Limits are NaN if more than 5 % of the repeats are NaN.
    """
    event, columns = _checked(outcome, arrays)
    found = np.array(
        [statistic(event[rows], *(c[rows] for c in columns)) for rows in _draws(event, patients, repeats, seed)], float
    )
    return Interval(float(statistic(event, *columns)), *_percentiles(found, level))


@dataclass(frozen=True, slots=True)
class Optimism:
    """Performance of a model on its own training data, how much of it is optimism, and what is left.

    Attributes
    ----------
    corrected
        Apparent minus optimism; its limits are the bootstrap's of the apparent performance, shifted as much.
    """

    apparent: float
    optimism: float
    corrected: Interval


def optimism(
    fit: Callable[..., Predict],
    statistic: Callable[[np.ndarray, np.ndarray], float],
    outcome: ArrayLike,
    *arrays: ArrayLike,
    seed: int,
    repeats: int = 200,
    patients: ArrayLike | None = None,
    level: float = 0.95,
) -> Optimism:
    """Harrell's optimism correction: refit in each bootstrap sample, compare there and on the original patients.

    Harrell, Lee and Mark, Stat Med 1996;15:361. Limits: location-shifted bootstrap, Noma et al., Stat Med 2021;40:5691;
    they need some 2000 repeats.

    Parameters
    ----------
    fit
        Called as ``fit(outcome, *arrays)``; does everything that was decided from the data, selection included, and
        returns ``predict``, called as ``predict(*arrays)``.
    statistic
        Called as ``statistic(outcome, prediction)``.

    Returns
    -------
    Optimism
        NaN where more than 5 % of the repeats are NaN.
    """
    event, columns = _checked(outcome, arrays)
    apparent = float(statistic(event, fit(event, *columns)(*columns)))
    here, there = [], []
    for rows in _draws(event, patients, repeats, seed):
        drawn = [c[rows] for c in columns]
        predict = fit(event[rows], *drawn)
        here.append(statistic(event[rows], predict(*drawn)))
        there.append(statistic(event, predict(*columns)))
    differences = np.subtract(here, there)
    lost = np.isnan(differences)
    excess = float(differences[~lost].mean()) if lost.mean() <= MAX_LOST else float("nan")
    low, high = _percentiles(np.asarray(here, float), level)
    return Optimism(apparent, excess, Interval(apparent - excess, low - excess, high - excess))


def _checked(outcome: ArrayLike, arrays: tuple[ArrayLike, ...]) -> tuple[np.ndarray, list[np.ndarray]]:
    event, columns = checked_outcome(outcome), [np.asarray(a) for a in arrays]
    for column in columns:
        if column.ndim == 0 or len(column) != len(event):
            raise ValueError(f"There are {len(event)} outcomes, but an array has the shape {column.shape}.")
    return event, columns


def _draws(event: np.ndarray, patients: ArrayLike | None, repeats: int, seed: int) -> Iterator[np.ndarray]:
    """Rows of each bootstrap sample."""
    names = np.arange(len(event)) if patients is None else np.asarray(patients)
    if names.shape != event.shape:
        raise ValueError(f"There are {len(event)} outcomes, but the patients have the shape {names.shape}.")
    _, patient, counts = np.unique(names, return_inverse=True, return_counts=True)
    rows_by_patient, first = np.argsort(patient, kind="stable"), np.cumsum(counts) - counts
    had_event = np.bincount(patient, event) > 0
    strata = [stratum for stratum in (np.flatnonzero(had_event), np.flatnonzero(~had_event)) if len(stratum)]
    generator = np.random.default_rng(seed)
    for _ in range(repeats):
        drawn = np.concatenate([stratum[generator.integers(len(stratum), size=len(stratum))] for stratum in strata])
        # All rows of each drawn patient: first[drawn], first[drawn] + 1, ... up to its count.
        size = counts[drawn]
        within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        yield rows_by_patient[np.repeat(first[drawn], size) + within]


def _percentiles(found: np.ndarray, level: float) -> tuple[float, float]:
    lost = np.isnan(found)
    if not len(found) or lost.mean() > MAX_LOST:
        return float("nan"), float("nan")
    low, high = np.quantile(found[~lost], ((1 - level) / 2, (1 + level) / 2))
    return float(low), float(high)

"""Uniform shrinkage: coefficients that were chosen and fitted on few patients are too large, and by how much.

Harrell, Lee and Mark, Stat Med 1996;15:361: the whole procedure, choice of predictors included, is repeated in
bootstrap samples; the slope of what was found there, on the original patients, is what the coefficients are to be
multiplied by. Then the intercept is fitted again so that the mean risk is the share of events (van Houwelingen and
le Cessie, Stat Med 1990;9:1303).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from training.learners.regression import fit

Procedure = Callable[[np.ndarray], "np.ndarray | None"]
"""From the rows to fit to the log-odds of every original row (NaN: unknown); None where nothing could be fitted."""


def bootstrap_shrinkage(
    event: np.ndarray,
    groups: np.ndarray,
    procedure: Procedure,
    repeats: int,
    rng: np.random.Generator,
) -> float:
    """Mean calibration slope of bootstrap fits on the original patients, 0 to 1.

    Parameters
    ----------
    event : bool array, shape (n,)
    groups : int array, shape (n,)
        Patient of each row; patients are drawn with all their rows, as many of each kind as there are.
    """
    patients, place = np.unique(groups, return_inverse=True)
    rows_of = [np.flatnonzero(place == n) for n in range(len(patients))]
    with_event = np.bincount(place, event) > 0
    slopes = []
    for _ in range(repeats):
        drawn = [rng.choice(np.flatnonzero(kind), kind.sum()) for kind in (with_event, ~with_event)]
        rows = np.concatenate([rows_of[n] for n in np.concatenate(drawn)])
        slopes.append(_slope(event, procedure(rows)))
    return float(np.clip(np.mean(slopes), 0.0, 1.0))


def _slope(event: np.ndarray, log_odds: np.ndarray | None) -> float:
    """Calibration slope; 0 for a fit that tells no patients apart."""
    if log_odds is None:
        return 0.0
    known = ~np.isnan(log_odds)
    if np.ptp(log_odds[known]) < 1e-9 or event[known].all() or not event[known].any():
        return 0.0
    return float(fit(event[known], log_odds[known, None]).coefficients[1])


def intercept_for(event: np.ndarray, log_odds: np.ndarray) -> float:
    """What is to be added to the log-odds for the mean probability to be the share of events."""
    return float(fit(event, np.zeros((len(event), 0)), offset=log_odds).coefficients[0])

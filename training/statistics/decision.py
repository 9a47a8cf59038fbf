"""Decision curves: what a model gains, in true positives, over treating all or none.

A patient is treated if the probability is at least the threshold. The threshold's odds are the price of treating one
patient without the event, in events found.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from training.statistics.samples import checked_outcome, checked_probabilities, checked_weights


def net_benefit(
    outcome: ArrayLike, p: ArrayLike, thresholds: ArrayLike, weights: ArrayLike | None = None
) -> np.ndarray:
    """Net benefit TP/n - FP/n x pt/(1 - pt) at each threshold; Vickers and Elkin, Med Decis Making 2006;26:565.

    Parameters
    ----------
    weights
        One for each patient; those of :func:`training.statistics.samples.prevalence_weights` give the same as
        :func:`net_benefit_at_prevalence`.
    """
    event = checked_outcome(outcome)
    p, weights = checked_probabilities(p, len(event)), checked_weights(weights, len(event))
    thresholds = _checked_thresholds(thresholds)
    treated = (p[:, None] >= thresholds) * (weights / weights.sum())[:, None]
    return treated[event].sum(0) - treated[~event].sum(0) * _odds(thresholds)


def net_benefit_at_prevalence(outcome: ArrayLike, p: ArrayLike, thresholds: ArrayLike, prevalence: float) -> np.ndarray:
    """Net benefit of a case-control sample's model in a population: Se x pi - (1 - Sp)(1 - pi) pt/(1 - pt).

    Vickers and Elkin 2006 with sensitivity and specificity in place of counts; Rousson and Zumbrunn, BMC Med Inform
    Decis Mak 2011;11:45. ``p`` must be at the same prevalence (shifted from the training's), as it is compared with
    thresholds there. NaN unless the sample has both kinds of patients.
    """
    event = checked_outcome(outcome)
    p = checked_probabilities(p, len(event))
    thresholds, prevalence = _checked_thresholds(thresholds), _checked_prevalence(prevalence)
    if event.all() or not event.any():
        return np.full(thresholds.shape, np.nan)
    treated = p[:, None] >= thresholds
    sensitivity, false_positives = treated[event].mean(0), treated[~event].mean(0)
    return sensitivity * prevalence - false_positives * (1 - prevalence) * _odds(thresholds)


def treat_all(prevalence: float, thresholds: ArrayLike) -> np.ndarray:
    """Net benefit of treating everyone, pi - (1 - pi) pt/(1 - pt); treating no one has 0. Vickers and Elkin 2006."""
    thresholds, prevalence = _checked_thresholds(thresholds), _checked_prevalence(prevalence)
    return prevalence - (1 - prevalence) * _odds(thresholds)


def _odds(thresholds: np.ndarray) -> np.ndarray:
    return thresholds / (1 - thresholds)


def _checked_thresholds(thresholds: ArrayLike) -> np.ndarray:
    values = np.atleast_1d(np.asarray(thresholds, float))
    if values.ndim != 1 or not ((values >= 0) & (values < 1)).all():
        raise ValueError("Thresholds of a decision curve are a list of probabilities from 0 to below 1.")
    return values


def _checked_prevalence(prevalence: float) -> float:
    if not 0 <= prevalence <= 1:
        raise ValueError(f"A prevalence lies between 0 and 1; this one is {prevalence}.")
    return prevalence

"""What every measure shares: an estimate with its interval, checked input, weights for another prevalence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and its confidence limits; NaN where the sample does not allow one."""

    value: float
    low: float
    high: float


NOT_ESTIMABLE = Interval(np.nan, np.nan, np.nan)


def checked_outcome(outcome: ArrayLike) -> np.ndarray:
    """Outcome as booleans, True for an event.

    Raises
    ------
    ValueError
        If it is empty, not one-dimensional or holds anything but 0 and 1.
    """
    values = np.asarray(outcome)
    if values.ndim != 1 or not len(values):
        raise ValueError(f"The outcome must be a list of at least one 0 or 1; its shape is {values.shape}.")
    if not ((values == 0) | (values == 1)).all():
        raise ValueError(
            "The outcome must be 0 (no event) or 1 (event) for every patient; drop the unknown ones first."
        )
    return values.astype(bool)


def checked_scores(scores: ArrayLike, count: int, name: str = "score") -> np.ndarray:
    """Scores as floats, one finite number for each patient.

    Raises
    ------
    ValueError
        If there are more or fewer than ``count`` or one of them is not finite.
    """
    values = np.asarray(scores, float)
    if values.shape != (count,):
        raise ValueError(f"There are {count} outcomes, but the {name} has the shape {values.shape}; give one for each.")
    if not np.isfinite(values).all():
        raise ValueError(f"The {name} holds a value that is not a finite number.")
    return values


def checked_probabilities(probabilities: ArrayLike, count: int) -> np.ndarray:
    """Probabilities as floats, one for each patient.

    Raises
    ------
    ValueError
        As in :func:`checked_scores`, and if one lies outside 0 to 1.
    """
    values = checked_scores(probabilities, count, "probability")
    if values.min() < 0 or values.max() > 1:
        raise ValueError("A probability lies outside 0 to 1; apply the inverse logit to log-odds first.")
    return values


def checked_weights(weights: ArrayLike | None, count: int) -> np.ndarray:
    """Weights as floats, one above zero for each patient; ones for None.

    Raises
    ------
    ValueError
        As in :func:`checked_scores`, and if one is not positive.
    """
    if weights is None:
        return np.ones(count)
    values = checked_scores(weights, count, "weight")
    if values.min() <= 0:
        raise ValueError("A weight is not above 0.")
    return values


def prevalence_weights(outcome: ArrayLike, prevalence: float) -> np.ndarray:
    """Weights that give a case-control sample the event rate of a population; their mean is 1.

    An event weighs prevalence / (share of events), any other patient (1 - prevalence) / (share of the others): inverse
    probability of selection, Horvitz and Thompson, J Am Stat Assoc 1952;47:663.

    Raises
    ------
    ValueError
        If the prevalence does not lie between 0 and 1 or the sample has only one kind of patients.
    """
    event = checked_outcome(outcome)
    if not 0 < prevalence < 1:
        raise ValueError(f"A prevalence lies between 0 and 1; this one is {prevalence}.")
    if event.all() or not event.any():
        raise ValueError("A sample is re-weighted only if it holds both patients with and without the event.")
    return np.where(event, prevalence / event.mean(), (1 - prevalence) / (1 - event.mean()))

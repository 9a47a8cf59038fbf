"""Tuning and calibration of a model whose output is a decision: both by cases that had no part in it.

Every way of fitting is tried on the same folds; scaling and whatever else it learns stands inside them. The one whose
left-out decisions tell most of the outcome is fitted once more to all cases, and its decision becomes log-odds by
Platt's sigmoid of the left-out decisions: on its own cases a machine is far too sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np

from inference.risk.logistic import logit
from training.learners.folds import stratified_folds, usable_folds
from training.learners.inputs import Inputs
from training.learners.learner import Effort
from training.learners.regression import maximise

SMALLEST_SPREAD = 1e-12
"""Decisions that differ less are the same for everyone."""


class Decided(Protocol):
    """What was fitted."""

    def decision(self, matrix: np.ndarray) -> np.ndarray:
        """By row; higher where the event is more likely, shape (n,)."""


T_co = TypeVar("T_co", bound=Decided, covariant=True)


class Ways(Protocol[T_co]):
    """All ways of fitting that are tried."""

    def fit(self, matrix: np.ndarray, event: np.ndarray, seed: int) -> Sequence[T_co]:
        """Fit these rows in every way, always as many in the same order; the same seed gives the same."""


@dataclass(frozen=True, slots=True)
class Calibrated(Generic[T_co]):
    """A fit to all cases and the log-odds that its decision means.

    Attributes
    ----------
    chosen
        Number of the way that was best.
    intercept, slope
        Log-odds at the prevalence of the table are ``intercept + slope x decision``; the slope is not below 0.
    """

    fitted: T_co
    chosen: int
    intercept: float
    slope: float


def calibrate(ways: Ways[T_co], inputs: Inputs, effort: Effort, rng: np.random.Generator) -> Calibrated[T_co]:
    """Choose a way, fit it to all cases, and find what its decision means."""
    matrix, event, groups = inputs.matrix, inputs.event, inputs.groups
    total: np.ndarray | None = None
    count = usable_folds(event, groups, effort.folds)
    for _ in range(effort.repeats):
        fold, seed = stratified_folds(event, groups, count, rng), int(rng.integers(2**31))
        decided: np.ndarray | None = None
        for k in range(count):
            inside, outside = fold != k, fold == k
            own = [fitted.decision(matrix[outside]) for fitted in ways.fit(matrix[inside], event[inside], seed)]
            decided = np.zeros((len(own), len(event))) if decided is None else decided
            decided[:, outside] = own
        total = decided if total is None else total + decided
    assert total is not None
    left_out = total / effort.repeats
    sigmoids = [sigmoid(event, own) for own in left_out]
    chosen = int(np.argmin([deviance for _, _, deviance in sigmoids]))
    intercept, slope, _ = sigmoids[chosen]
    fitted = ways.fit(matrix, event, int(rng.integers(2**31)))[chosen]
    return Calibrated(fitted, chosen, intercept + inputs.shift, slope)


def sigmoid(event: np.ndarray, decision: np.ndarray) -> tuple[float, float, float]:
    """Platt's sigmoid: intercept and slope of the log-odds, and its deviance a case.

    The outcomes are not taken for certain: an event counts (e + 1) / (e + 2), where e are the events, a patient without
    1 / (o + 2). So there are finite log-odds also where decisions tell all outcomes apart (Platt, Advances in Large
    Margin Classifiers 1999, section 2.2). A decision that runs the wrong way gets slope 0.
    """
    events = int(event.sum())
    target = np.where(event, (events + 1) / (events + 2), 1 / (len(event) - events + 2))
    rate, slope = logit(float(target.mean())), 0.0
    intercept = rate
    if np.ptp(decision) > SMALLEST_SPREAD * (1 + np.abs(decision).max()):
        found = maximise(target, decision[:, None], None, "maximum-likelihood", farthest=np.inf)
        if found is not None and found.coefficients[1] > 0:
            intercept, slope = map(float, found.coefficients)
    log_odds = intercept + slope * decision
    return intercept, slope, float(-2 * np.mean(target * log_odds - np.logaddexp(0, log_odds)))

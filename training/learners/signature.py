"""The image signature: one linear score from thousands of features, tuned by cross-validation.

Scaling, principal components, selection and penalty are learnt inside the folds; a strength, and how many components to
keep, is judged by scores of cases that had no part in any of them. Those out-of-fold scores also stand in for the
signature wherever a further model is fitted to it: on its own training cases the score of the locked signature is far
too good.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.learners.folds import stratified_folds, usable_folds
from training.learners.heads import SHIPPED, TAUGHT, fit_path, learn_transform, strengths_of
from training.learners.regression import platt


@dataclass(frozen=True, slots=True)
class Tuned:
    """One head at the strength and the number of components that cross-validation chose.

    Attributes
    ----------
    components
        Principal components that it is fitted to; 0: the features themselves; or
        :data:`training.learners.heads.TAUGHT`.
    strengths
        All that were tried up to the chosen one, which is the last.
    out_of_fold : array, shape (n,)
        Scores of left-out cases, averaged over the repeats.
    deviance
        Of these scores after logistic recalibration, -2 log-likelihood a case.
    """

    head: str
    components: int
    strengths: np.ndarray
    out_of_fold: np.ndarray
    deviance: float


@dataclass(frozen=True, slots=True)
class Signature:
    """A locked linear score: weights . features + bias, of mean 0 and standard deviation 1 in left-out cases.

    Attributes
    ----------
    out_of_fold : array, shape (n,)
        The score of the cases it was learnt from, each left out.
    size : array, shape (features,)
        Absolute weight of a standard deviation of each feature.
    """

    tuned: Tuned
    weights: np.ndarray
    bias: float
    out_of_fold: np.ndarray
    size: np.ndarray

    def scores(self, features: np.ndarray) -> np.ndarray:
        """Score of each row of features; NaN for a row without."""
        return features @ self.weights + self.bias


def tune(
    features: np.ndarray,
    event: np.ndarray,
    groups: np.ndarray,
    folds: int,
    repeats: int,
    components: Sequence[int],
    rng: np.random.Generator,
    heads: tuple[str, ...] = SHIPPED,
    taught: np.ndarray | None = None,
) -> dict[str, Tuned]:
    """Cross-validate every head along its path, all on the same folds.

    Parameters
    ----------
    features : array, shape (n, features)
    event : bool array, shape (n,)
    groups : int array, shape (n,)
        Patient of each row.
    components
        Numbers of principal components to try; 0: the features themselves; ``TAUGHT``: the directions of ``taught``.
    taught : array, shape (directions, features), optional
        Without it ``TAUGHT`` is passed over.
    """
    strengths = {}
    components = [kept for kept in components if kept != TAUGHT or taught is not None]
    for kept in components:
        inputs = learn_transform(features, kept, taught).apply(features)
        strengths |= {(head, kept): strengths_of(head, inputs, event) for head in heads}
    total = {way: np.zeros((len(own), len(event))) for way, own in strengths.items()}
    count = usable_folds(event, groups, folds)
    for _ in range(repeats):
        fold = stratified_folds(event, groups, count, rng)
        for k in range(count):
            inside, outside = fold != k, fold == k
            for kept in components:
                transform = learn_transform(features[inside], kept, taught)
                learnt, left_out = transform.apply(features[inside]), transform.apply(features[outside])
                for head in heads:
                    weights = fit_path(head, learnt, event[inside], strengths[head, kept])
                    total[head, kept][:, outside] += weights @ left_out.T / repeats
    tried = [_best(*way, strengths[way], total[way], event) for way in strengths]
    return {head: min((one for one in tried if one.head == head), key=lambda one: one.deviance) for head in heads}


def _best(head: str, components: int, strengths: np.ndarray, scores: np.ndarray, event: np.ndarray) -> Tuned:
    deviances = [deviance(event, own) for own in scores]
    best = int(np.argmin(deviances))
    return Tuned(head, components, strengths[: best + 1], scores[best], deviances[best])


def deviance(event: np.ndarray, score: np.ndarray) -> float:
    """-2 log-likelihood a case of a score after logistic recalibration, so that only its shape is judged."""
    intercept, slope = platt(event, score)
    log_odds = intercept + slope * score
    return float(-2 * np.mean(event * log_odds - np.logaddexp(0, log_odds)))


def lock(features: np.ndarray, event: np.ndarray, tuned: Tuned, taught: np.ndarray | None = None) -> Signature:
    """Fit the head once more on all cases and put the score on the scale of its out-of-fold scores."""
    transform = learn_transform(features, tuned.components, taught)
    inputs = transform.apply(features)
    weights, bias = transform.fold(fit_path(tuned.head, inputs, event, tuned.strengths)[-1])
    mean, spread = float(tuned.out_of_fold.mean()), float(tuned.out_of_fold.std())
    if not weights.any() or spread == 0:
        nothing = np.zeros(len(event))
        return Signature(tuned, np.zeros(len(weights)), 0.0, nothing, np.zeros(len(weights)))
    weights, bias = weights / spread, (bias - mean) / spread
    out_of_fold = (tuned.out_of_fold - mean) / spread
    return Signature(tuned, weights, bias, out_of_fold, np.abs(weights) * features.std(axis=0))

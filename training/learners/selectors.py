"""The selections that a recipe may name: features by LASSO, or those that tell the outcomes apart by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.vocabulary import STRICT
from training.learners.learner import Effort, Vectors


@dataclass(frozen=True, slots=True)
class ByLasso:
    """Features with a weight at the penalty that cross-validation chose; the strongest by itself where none has."""

    __pydantic_config__ = STRICT
    kind: Literal["lasso"] = "lasso"

    def chosen(self, vectors: Vectors, effort: Effort, rng: np.random.Generator) -> np.ndarray:
        """See :class:`~training.learners.selected.Selector`."""
        from training.learners.signature import lock, tune

        given = vectors.features, vectors.event, vectors.groups, effort.folds, effort.repeats, (0,), rng
        tuned = tune(*given, heads=("lasso",))["lasso"]
        kept = np.flatnonzero(lock(vectors.features, vectors.event, tuned).weights)
        return kept if len(kept) else ByItself(most=1).chosen(vectors, effort, rng)


@dataclass(frozen=True, slots=True)
class ByItself:
    """Features by Mann and Whitney's test: at most so many, and none above a p unless all are.

    Attributes
    ----------
    most
        Highest number of features.
    most_p
        Two-sided, by the normal approximation.
    """

    __pydantic_config__ = STRICT
    kind: Literal["univariable"] = "univariable"
    most: int = 30
    most_p: float = 0.05

    def __post_init__(self) -> None:
        if self.most < 1 or not 0 < self.most_p <= 1:
            raise ValueError("a selection keeps one feature at least; its p is above 0 and at most 1")

    def chosen(self, vectors: Vectors, effort: Effort, rng: np.random.Generator) -> np.ndarray:
        """See :class:`~training.learners.selected.Selector`."""
        from scipy.stats import mannwhitneyu

        event = vectors.event
        p = mannwhitneyu(vectors.features[event], vectors.features[~event], axis=0, method="asymptotic").pvalue
        p = np.where(np.isnan(p), 1.0, p)  # a feature that is the same in every patient
        order = np.argsort(p, kind="stable")[: self.most]
        kept = order[p[order] <= self.most_p]
        return np.sort(kept if len(kept) else order[:1])

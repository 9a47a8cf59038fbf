"""Selection of features before a score is learnt from them: inside the folds, so that it is judged with the score."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from training.learners.folds import stratified_folds, usable_folds
from training.learners.learner import Effort, Operators, Score, ScoreInfo, Scorer, Vectors


class Selector(Protocol):
    """Plan of a selection. A kind is a frozen dataclass with ``kind: Literal["NAME"]``."""

    kind: str

    def chosen(self, vectors: Vectors, effort: Effort, rng: np.random.Generator) -> np.ndarray:
        """Numbers of the features that are kept, at least one, rising; shape (kept,)."""


@dataclass(frozen=True, slots=True)
class SelectedScore:
    """A score of some of the features.

    Attributes
    ----------
    kept : int array, shape (kept,)
    inner
        Score of these features alone.
    out_of_fold : array, shape (n,)
        Selection and score were both learnt without the case.
    features
        How many there were.
    """

    kept: np.ndarray
    inner: Score
    out_of_fold: np.ndarray
    centre: float
    spread: float
    features: int

    def scores(self, features: np.ndarray) -> np.ndarray:
        """See :class:`~training.learners.learner.Score`."""
        return (self.inner.scores(features[:, self.kept]) - self.centre) / self.spread

    def alternatives(self, features: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
        """See :class:`~training.learners.learner.Score`; they share the selection."""
        yield from self.inner.alternatives(features[:, self.kept])

    def about(self, names: tuple[str, ...]) -> ScoreInfo:
        """See :class:`~training.learners.learner.Score`."""
        own = self.inner.about(tuple(names[n] for n in self.kept))
        return ScoreInfo(own.head, own.strength, own.components, own.taught, self.features, own.used, own.selected)

    def operators(self, given: str, centre: np.ndarray, result: str) -> Operators:
        """See :class:`~training.learners.learner.Score`."""
        from onnx import helper

        part, inner = f"{result}_kept", self.inner.operators(f"{result}_kept", centre[self.kept], f"{result}_inner")
        nodes = [
            helper.make_node("Gather", [given, f"{result}_places"], [part], axis=1),
            *inner.nodes,
            helper.make_node("Sub", [f"{result}_inner", f"{result}_centre"], [f"{result}_off"]),
            helper.make_node("Div", [f"{result}_off", f"{result}_spread"], [result]),
        ]
        weights = {
            f"{result}_places": self.kept.astype(np.int64),
            f"{result}_centre": np.array([[self.centre]]),
            f"{result}_spread": np.array([[self.spread]]),
        }
        return Operators(nodes, {**inner.weights, **weights})


def learn(
    scorer: Scorer, selector: Selector | None, vectors: Vectors, effort: Effort, rng: np.random.Generator
) -> Score:
    """Learn a score, after a selection where there is one."""
    if selector is None:
        return scorer.learn(vectors, effort, rng)
    out_of_fold = np.zeros(len(vectors.event))
    count = usable_folds(vectors.event, vectors.groups, effort.folds)
    inner = effort.inner(effort.bootstraps)
    for _ in range(effort.repeats):
        fold = stratified_folds(vectors.event, vectors.groups, count, rng)
        for k in range(count):
            inside, outside = fold != k, fold == k
            kept, score = _both(scorer, selector, vectors.part(inside), inner, rng)
            out_of_fold[outside] += score.scores(vectors.features[outside][:, kept]) / effort.repeats
    kept, score = _both(scorer, selector, vectors, effort, rng)
    centre, spread = float(out_of_fold.mean()), float(out_of_fold.std()) or 1.0
    standard = (out_of_fold - centre) / spread
    return SelectedScore(kept, score, standard, centre, spread, vectors.features.shape[1])


def _both(
    scorer: Scorer, selector: Selector, vectors: Vectors, effort: Effort, rng: np.random.Generator
) -> tuple[np.ndarray, Score]:
    kept = selector.chosen(vectors, effort, rng)
    return kept, scorer.learn(vectors.of(kept), effort, rng)

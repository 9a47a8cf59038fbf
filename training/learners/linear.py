"""Learner ``linear``: a linear score by LASSO, elastic net, ridge or a linear SVM, tuned by cross-validation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.vocabulary import STRICT
from training.learners.learner import Effort, Operators, ScoreInfo, Scorer, Selected, Vectors

if TYPE_CHECKING:
    from training.learners.signature import Signature, Tuned

LISTED_FEATURES = 50
"""Features of the largest weights that are listed; all weights stand in the head's file."""
Head = Literal["lasso", "elastic-net", "ridge", "svm"]


@dataclass(frozen=True, slots=True)
class Linear(Scorer):
    """Parameters.

    Attributes
    ----------
    head
        The one that is taken; ``auto``: that of the least cross-validated deviance among LASSO, ridge and SVM. These
        are always tried and reported.
    components
        Numbers of principal components that a head may be fitted to: 0 for the features themselves, ``taught`` for the
        directions that the encoder was taught; that of the least cross-validated deviance is taken.
    """

    __pydantic_config__ = STRICT
    kind: Literal["linear"] = "linear"
    head: Head | Literal["auto"] = "auto"
    components: tuple[int | Literal["taught"], ...] = (0, "taught", 8, 16, 32)

    def __post_init__(self) -> None:
        if not self.components or any(isinstance(n, int) and n < 0 for n in self.components):
            raise ValueError("components are whole numbers from 0, or 'taught'")

    def learn(self, vectors: Vectors, effort: Effort, rng: np.random.Generator) -> LinearScore:
        """See :class:`~training.learners.learner.Scorer`."""
        from training.learners.heads import SHIPPED, TAUGHT
        from training.learners.signature import lock, tune

        heads = SHIPPED if self.head in ("auto", *SHIPPED) else (*SHIPPED, self.head)
        tuned = tune(
            vectors.features,
            vectors.event,
            vectors.groups,
            effort.folds,
            effort.repeats,
            [TAUGHT if kept == "taught" else kept for kept in self.components],
            rng,
            heads,
            vectors.taught,
        )
        head = min(tuned, key=lambda name: tuned[name].deviance) if self.head == "auto" else self.head
        return LinearScore(vectors, tuned, lock(vectors.features, vectors.event, tuned[head], vectors.taught))


@dataclass(frozen=True, slots=True)
class LinearScore:
    """A linear score and every head that was tried for it.

    Attributes
    ----------
    vectors
        What it was learnt from.
    """

    vectors: Vectors = field(repr=False)
    tuned: dict[str, Tuned]
    signature: Signature

    @property
    def out_of_fold(self) -> np.ndarray:
        """See :class:`~training.learners.learner.Score`."""
        return self.signature.out_of_fold

    def scores(self, features: np.ndarray) -> np.ndarray:
        """See :class:`~training.learners.learner.Score`."""
        return self.signature.scores(features)

    def alternatives(self, features: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
        """See :class:`~training.learners.learner.Score`: each head by itself, the one that was taken among them."""
        from training.learners.regression import platt
        from training.learners.signature import lock

        own = self.vectors
        for head, tuned in self.tuned.items():
            score = lock(own.features, own.event, tuned, own.taught)
            intercept, slope = platt(own.event, score.out_of_fold)
            yield head, intercept + slope * score.scores(features)

    def about(self, names: tuple[str, ...]) -> ScoreInfo:
        """See :class:`~training.learners.learner.Score`."""
        from training.learners.heads import TAUGHT

        own, tuned = self.signature, self.signature.tuned
        taught = tuned.components == TAUGHT
        order = np.argsort(-own.size, kind="stable")
        used = int(np.count_nonzero(own.weights))
        signed = np.sign(own.weights) * own.size
        return ScoreInfo(
            head=tuned.head,
            strength=float(tuned.strengths[-1]),
            components=len(self.vectors.taught) if taught and self.vectors.taught is not None else tuned.components,
            taught=taught,
            features=len(names),
            used=used,
            selected=tuple(Selected(names[n], float(signed[n])) for n in order[: min(used, LISTED_FEATURES)]),
        )

    def operators(self, given: str, centre: np.ndarray, result: str) -> Operators:
        """See :class:`~training.learners.learner.Score`."""
        return linear_operators(self.signature.weights, self.signature.bias, given, centre, result)


def linear_operators(weight: np.ndarray, bias: float, given: str, centre: np.ndarray, result: str) -> Operators:
    """``weight . features + bias`` of features that come less ``centre``."""
    from onnx import helper

    names = {"weight": f"{result}_weight", "at_centre": f"{result}_at_centre"}
    nodes = [
        helper.make_node("MatMul", [given, names["weight"]], [f"{result}_part"]),
        helper.make_node("Add", [f"{result}_part", names["at_centre"]], [result]),
    ]
    at_centre = np.array([[bias + float(weight @ centre)]])
    return Operators(nodes, {names["weight"]: weight[:, None], names["at_centre"]: at_centre})

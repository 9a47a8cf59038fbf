"""Learner ``penalised``: LASSO, elastic net or ridge over all predictors and scores.

What has no weight is left out, so that predictors are chosen inside the folds.

The penalty shrinks already; Platt's slope of left-out decisions then corrects what is left of it. A penalty leaves no
valid standard errors, so that the model has none (:mod:`inference.steps.linear`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.vocabulary import STRICT, Text
from training.learners.design import Answers, Column
from training.learners.inputs import Cases, inputs_of, predictors_of, values_of_columns
from training.learners.learner import Effort, Modeller, Table

if TYPE_CHECKING:
    from training.learners.heads import Transform

Penalty = Literal["lasso", "elastic-net", "ridge"]
NAMES: dict[Penalty, Text] = {
    "lasso": Text("LASSO", "LASSO"),
    "elastic-net": Text("elastic-net", "弹性网络"),
    "ridge": Text("ridge", "岭回归"),
}


@dataclass(frozen=True, slots=True)
class Weighted:
    """A column with its mean among the training patients and its log-odds for each unit."""

    __pydantic_config__ = STRICT
    predictor: str
    answer: str | None
    centre: float
    weight: float

    @property
    def column(self) -> Column:
        """What the weight is multiplied by."""
        return Column(self.predictor, self.answer)


@dataclass(frozen=True, slots=True)
class LockedLinear:
    """A linear model without known errors that changes no more.

    Attributes
    ----------
    intercept
        Log-odds at the centres, at the prevalence of the training patients.
    inputs
        Those with a weight; at least one.
    references
        By choice predictor: the answer that its columns are compared with.
    strength
        Penalty that was chosen.
    """

    __pydantic_config__ = STRICT
    intercept: float
    inputs: tuple[Weighted, ...]
    references: dict[str, str]
    penalty: Penalty
    strength: float
    used: Cases
    kind: Literal["linear"] = "linear"

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the inputs."""
        return predictors_of(own.column for own in self.inputs)

    def log_odds(self, answers: Answers) -> float | None:
        """Log-odds at the training prevalence; None where an answer is unknown or was never met in training."""
        values = values_of_columns([own.column for own in self.inputs], self.references, answers)
        if values is None or np.isnan(values).any():
            return None
        return self.intercept + sum(
            own.weight * (value - own.centre) for own, value in zip(self.inputs, values.tolist())
        )


@dataclass(frozen=True, slots=True)
class Penalised(Modeller):
    """Parameters; an elastic net's penalty is half LASSO's and half ridge's."""

    __pydantic_config__ = STRICT
    kind: Literal["penalised"] = "penalised"
    penalty: Penalty = "lasso"

    @property
    def named(self) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        return NAMES[self.penalty]

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedLinear:
        """See :class:`~training.learners.learner.Modeller`."""
        from training.learners.heads import learn_transform, strengths_of
        from training.learners.tuned import calibrate

        inputs = inputs_of(table, whole=True)
        strengths = strengths_of(self.penalty, learn_transform(inputs.matrix).apply(inputs.matrix), inputs.event)
        found = calibrate(_Path(self.penalty, strengths), inputs, effort, rng)
        weights, bias = found.fitted.transform.fold(found.fitted.weights)
        centre, slopes = inputs.matrix.mean(axis=0), weights * found.slope
        # A model of nothing still says what the average is; the first input then has no weight.
        kept = np.flatnonzero(slopes) if slopes.any() else np.zeros(1, int)
        names = {inputs.columns[n].predictor for n in kept}
        return LockedLinear(
            intercept=float(found.intercept + found.slope * (bias + weights @ centre)),
            inputs=tuple(
                Weighted(inputs.columns[n].predictor, inputs.columns[n].answer, float(centre[n]), float(slopes[n]))
                for n in kept
            ),
            references={name: answer for name, answer in inputs.references.items() if name in names},
            penalty=self.penalty,
            strength=float(strengths[found.chosen]),
            used=inputs.used,
        )


@dataclass(frozen=True, slots=True)
class _Standard:
    """Weights of standardised columns."""

    transform: Transform
    weights: np.ndarray

    def decision(self, matrix: np.ndarray) -> np.ndarray:
        return self.transform.apply(matrix) @ self.weights


@dataclass(frozen=True, slots=True)
class _Path:
    """All strengths, one after the other; those of the table, so that folds can be compared."""

    penalty: Penalty
    strengths: np.ndarray

    def fit(self, matrix: np.ndarray, event: np.ndarray, seed: int) -> list[_Standard]:
        from training.learners.heads import fit_path, learn_transform

        transform = learn_transform(matrix)
        path = fit_path(self.penalty, transform.apply(matrix), event, self.strengths)
        return [_Standard(transform, weights) for weights in path]

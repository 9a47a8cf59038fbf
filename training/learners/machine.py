"""Learner ``svm``: a support vector machine over all predictors and scores, calibrated by Platt's sigmoid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.risk.svm import MOST, Input, Kernel, Machine, MachineFile, Platt, machine_of
from inference.vocabulary import STRICT, Text
from training.learners.design import Answers, Column
from training.learners.inputs import Cases, inputs_of, name_of, predictors_of, values_of_columns
from training.learners.learner import Effort, Modeller, Table

if TYPE_CHECKING:
    from sklearn.svm import SVC

    from training.learners.heads import Transform

COSTS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""C, for standardised columns."""
GAMMAS = (0.1, 0.3, 1.0)
"""Of the RBF kernel, as shares of 1 / columns: what scikit-learn calls ``scale`` is 1 for standardised columns."""


@dataclass(frozen=True, slots=True)
class LockedSvm:
    """A support vector machine that changes no more.

    Attributes
    ----------
    machine
        As the file of a pack has it; its log-odds are at the prevalence of the training patients.
    columns
        Its inputs, in their order.
    references
        By choice predictor: the answer that its columns are compared with.
    cost
        C that was chosen.
    """

    __pydantic_config__ = STRICT
    machine: MachineFile
    columns: tuple[Column, ...]
    references: dict[str, str]
    cost: float
    used: Cases
    kind: Literal["svm"] = "svm"

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the columns."""
        return predictors_of(self.columns)

    def log_odds(self, answers: Answers) -> float | None:
        """Log-odds at the training prevalence; None where an answer is unknown or was never met in training."""
        values = values_of_columns(self.columns, self.references, answers)
        if values is None or np.isnan(values).any():
            return None
        machine = _arrays(self.machine)
        return float(machine.log_odds(machine.standard(values.tolist())[None])[0])


@lru_cache(maxsize=32)
def _arrays(file: MachineFile) -> Machine:
    return machine_of(file, [one.name for one in file.inputs])


@dataclass(frozen=True, slots=True)
class Svm(Modeller):
    """Parameters."""

    __pydantic_config__ = STRICT
    kind: Literal["svm"] = "svm"
    kernel: Kernel = "rbf"

    @property
    def named(self) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        return Text("support-vector", "支持向量机")

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedSvm:
        """See :class:`~training.learners.learner.Modeller`."""
        from training.learners.tuned import calibrate

        inputs = inputs_of(table, whole=True)
        shares = GAMMAS if self.kernel == "rbf" else (None,)
        ways = tuple((cost, share and share / len(inputs.columns)) for cost in COSTS for share in shares)
        found = calibrate(_Machines(ways), inputs, effort, rng)
        (cost, gamma), own = ways[found.chosen], found.fitted
        # Infinite for a column that hardly differs.
        scales = [min(float(scale), MOST) for scale in own.transform.scale]
        return LockedSvm(
            machine=MachineFile(
                inputs=tuple(
                    Input(name_of(column), float(centre), scale)
                    for column, centre, scale in zip(inputs.columns, own.transform.mean, scales)
                ),
                support=tuple(tuple(map(float, row)) for row in own.machine.support_vectors_),
                dual=tuple(map(float, own.machine.dual_coef_[0])),
                intercept=float(own.machine.intercept_[0]),
                platt=Platt(-found.slope, -found.intercept),
                gamma=gamma,
            ),
            columns=inputs.columns,
            references=inputs.references,
            cost=cost,
            used=inputs.used,
        )


@dataclass(frozen=True, slots=True)
class _Fitted:
    transform: Transform
    machine: SVC

    def decision(self, matrix: np.ndarray) -> np.ndarray:
        found: np.ndarray = self.machine.decision_function(self.transform.apply(matrix))
        return found


@dataclass(frozen=True, slots=True)
class _Machines:
    """Costs and gammas; None is a linear kernel."""

    ways: tuple[tuple[float, float | None], ...]

    def fit(self, matrix: np.ndarray, event: np.ndarray, seed: int) -> list[_Fitted]:
        from sklearn.svm import SVC

        from training.learners.heads import learn_transform

        transform = learn_transform(matrix)
        standard = transform.apply(matrix)
        return [
            _Fitted(
                transform, SVC(kernel="rbf" if gamma else "linear", C=cost, gamma=gamma or "scale").fit(standard, event)
            )
            for cost, gamma in self.ways
        ]

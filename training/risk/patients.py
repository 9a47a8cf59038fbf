"""Cases with what the risk models learn from: outcome, answers, image features."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from inference.predictors import Predictor
from inference.reading import read_text
from training.cohort.table import Cohort
from training.errors import BadInput
from training.learners.design import Answers
from training.learners.learner import Vectors
from training.recipes import Recipe, measured
from training.workspace import Workspace, read_arrays

FEWEST = 10
"""Patients with, and without, the event that models are fitted to."""


@dataclass(frozen=True, slots=True)
class Patients:
    """Some cases; arrays have one entry a case.

    Attributes
    ----------
    event : bool array, shape (n,)
        False where the outcome is not known.
    groups : int array, shape (n,)
        Number of the patient: cases of one patient are never torn apart.
    answers
        What people said and what steps measured in the images, by predictor.
    features : float array, shape (n, features)
        NaN in every feature of a step where a case has none of it; no columns where the recipe has no vectors.
    taught : float array, shape (directions, features), or None
        Directions in the features that the encoder was taught to read, without outcomes.
    columns
        By step of features: its columns; None where all are of one step.
    """

    cases: tuple[str, ...]
    event: np.ndarray
    groups: np.ndarray
    answers: tuple[Answers, ...]
    features: np.ndarray
    predictors: tuple[Predictor, ...]
    taught: np.ndarray | None = None
    columns: Mapping[str, slice] | None = None

    def __len__(self) -> int:
        return len(self.cases)

    @property
    def imaged(self) -> np.ndarray:
        """Cases with all image features: bool array, shape (n,)."""
        return ~np.isnan(self.features).any(axis=1)

    def inputs(self, steps: Sequence[str]) -> np.ndarray:
        """Vectors of these steps, one after another: shape (n, features)."""
        if self.columns is None or len(steps) == len(self.columns) == 1:
            return self.features
        return np.concatenate([self.features[:, self.columns[step]] for step in steps], axis=1)

    def vectors(self, steps: Sequence[str]) -> tuple[Vectors, np.ndarray]:
        """Vectors of the cases that have them, and which these are: bool array, shape (n,)."""
        features = self.inputs(steps)
        rows = ~np.isnan(features).any(axis=1)
        return Vectors(features[rows], self.event[rows], self.groups[rows], self._taught(steps)), rows

    def _taught(self, steps: Sequence[str]) -> np.ndarray | None:
        """Directions in the vectors of these steps; None where none of them is of the encoder."""
        if self.taught is None or self.columns is None:
            return self.taught
        own = np.concatenate([self.taught[:, self.columns[step]] for step in steps], axis=1)
        return own if own.any() else None

    def part(self, rows: np.ndarray) -> Patients:
        """The cases of these rows, booleans or numbers."""
        numbers = np.arange(len(self))[rows]
        return replace(
            self,
            cases=tuple(self.cases[n] for n in numbers),
            event=self.event[numbers],
            groups=self.groups[numbers],
            answers=tuple(self.answers[n] for n in numbers),
            features=self.features[numbers],
        )


@dataclass(frozen=True, slots=True)
class FeatureTable:
    """What ``features`` left: vectors, and values that are predictors.

    Attributes
    ----------
    cases, names
        Of the rows and columns of ``features``: float array, shape (cases, features).
    taught
        See :class:`Patients`.
    steps
        By column: the step that it is of; None where all are of one.
    values
        By case and value, such as ``nodule.volume_ml``.
    """

    cases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    features: np.ndarray = field(default_factory=lambda: np.zeros((0, 0)))
    taught: np.ndarray | None = None
    steps: tuple[str, ...] | None = None
    values: Mapping[str, Mapping[str, float]] = field(default_factory=dict)

    def names_of(self, steps: Sequence[str]) -> tuple[str, ...]:
        """Names of the features of these steps, one after another."""
        own = self.columns
        return self.names if own is None else tuple(name for step in steps for name in self.names[own[step]])

    @property
    def columns(self) -> dict[str, slice] | None:
        """By step: its columns, which stand together."""
        if self.steps is None:
            return None
        ends = {step: len(self.steps) - self.steps[::-1].index(step) for step in self.steps}
        return {step: slice(self.steps.index(step), end) for step, end in ends.items()}


def read_features(work: Workspace, recipe: Recipe) -> FeatureTable:
    """Read what the recipe has of features; an empty table where it has none.

    Raises
    ------
    BadInput
        When they were not made yet or are damaged.
    """
    table = _read_vectors(work) if recipe.scores else FeatureTable()
    return replace(table, values=read_values(work)) if measured(recipe.predictors) else table


def _read_vectors(work: Workspace) -> FeatureTable:
    path = work.need(work.feature_table, "features")
    try:
        data = read_arrays(path)
        cases, features, names = (data[name] for name in ("cases", "features", "names"))
        taught = data["taught"].astype(float) if "taught" in data else None
        steps = tuple(map(str, data["steps"])) if "steps" in data else None
    except (ValueError, KeyError, OSError) as error:
        raise BadInput(f"{path} is damaged; run again: precontrast-train features") from error
    fits = features.ndim == 2 and features.shape == (len(cases), len(names)) and features.size
    fits = fits and (steps is None or len(steps) == len(names))
    # A row without any of a step's features is one of a case where that step failed.
    if not fits or np.isinf(features).any() or (steps is None and np.isnan(features).any()):
        raise BadInput(f"{path} does not hold one row of finite numbers a case; run again: precontrast-train features")
    if len(set(cases.tolist())) < len(cases):
        raise BadInput(f"{path} does not hold one row of finite numbers a case; run again: precontrast-train features")
    if taught is not None and (taught.ndim != 2 or taught.shape[1] != len(names) or not np.isfinite(taught).all()):
        raise BadInput(f"{path}: what the encoder was taught does not fit; run again: precontrast-train features")
    return FeatureTable(tuple(map(str, cases)), tuple(map(str, names)), features.astype(float), taught, steps)


def read_values(work: Workspace) -> dict[str, dict[str, float]]:
    """``values.csv``: by case and value; what could not be measured is left out.

    Raises
    ------
    BadInput
        When it was not made yet, or was changed by hand.
    """
    path = work.need(work.values, "features")
    rows = csv.DictReader(io.StringIO(read_text(path), newline=""))
    try:
        return {row.pop("case"): {name: float(cell) for name, cell in row.items() if cell} for row in map(dict, rows)}
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"{path} is damaged; run again: precontrast-train features") from error


def gather(cohort: Cohort, wanted: Sequence[str], table: FeatureTable) -> Patients:
    """The wanted cases, in that order."""
    of = measured(cohort.settings.predictors)
    row_of = {case: n for n, case in enumerate(table.cases)}
    cases = [cohort.case(case) for case in wanted]
    names = sorted({case.patient for case in cohort.cases})
    number = {name: n for n, name in enumerate(names)}
    features = np.full((len(cases), table.features.shape[1]), np.nan)
    for n, case in enumerate(cases):
        if case.id in row_of:
            features[n] = table.features[row_of[case.id]]
    return Patients(
        tuple(wanted),
        np.array([case.outcome == 1 for case in cases], bool),
        np.array([number[case.patient] for case in cases], int),
        tuple({**case.answers, **_measured(of, table.values.get(case.id, {}))} for case in cases),
        features,
        cohort.settings.predictors,
        table.taught,
        table.columns,
    )


def _measured(of: Mapping[str, str], values: Mapping[str, float]) -> dict[str, float | None]:
    """Predictors that steps read from the images, as answers."""
    return {predictor: values.get(value) for predictor, value in of.items()}


def check_training(training: Patients, path: Path) -> None:
    """Refuse training cases that nothing can be learnt from.

    Raises
    ------
    BadInput
        Says how many there are and how many are needed.
    """
    for kind, chosen in (("with the event", training.event), ("without the event", ~training.event)):
        known = len(np.unique(training.groups[chosen & training.imaged]))
        if known < FEWEST:
            what = "have image features" if training.features.shape[1] else "are"
            raise BadInput(
                f"{path}: {known} patients {kind} {what} in the training split; at least {FEWEST} are "
                f"needed (and many more for a model worth using: see precontrast-train check)"
            )

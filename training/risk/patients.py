"""Cases with what the risk models learn from: outcome, answers, image features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from inference.predictors import Predictor
from training.cohort.table import Cohort
from training.errors import BadInput
from training.risk.design import Answers
from training.workspace import Workspace

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
    features : float array, shape (n, features)
        NaN in every feature where a case has no image features.
    taught : float array, shape (directions, features), or None
        Directions in the features that the encoder was taught to read, without outcomes.
    """

    cases: tuple[str, ...]
    event: np.ndarray
    groups: np.ndarray
    answers: tuple[Answers, ...]
    features: np.ndarray
    predictors: tuple[Predictor, ...]
    taught: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.cases)

    @property
    def imaged(self) -> np.ndarray:
        """Cases with image features: bool array, shape (n,)."""
        return ~np.isnan(self.features[:, 0])

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
    """``features.npz``: float array (cases, features), names of both, and what :class:`Patients` calls ``taught``."""

    cases: tuple[str, ...]
    names: tuple[str, ...]
    features: np.ndarray
    taught: np.ndarray | None = None


def read_features(work: Workspace) -> FeatureTable:
    """Read the features.

    Raises
    ------
    BadInput
        When they were not made yet or are damaged.
    """
    path = work.need(work.feature_table, "features")
    try:
        with np.load(path, allow_pickle=False) as data:
            cases, features, names = (data[name] for name in ("cases", "features", "names"))
            taught = data["taught"].astype(float) if "taught" in data else None
    except (ValueError, KeyError, OSError) as error:
        raise BadInput(f"{path} is damaged; run again: precontrast-train features") from error
    fits = features.ndim == 2 and features.shape == (len(cases), len(names)) and features.size
    if not fits or not np.isfinite(features).all() or len(set(cases.tolist())) < len(cases):
        raise BadInput(f"{path} does not hold one row of finite numbers a case; run again: precontrast-train features")
    if taught is not None and (taught.ndim != 2 or taught.shape[1] != len(names) or not np.isfinite(taught).all()):
        raise BadInput(f"{path}: what the encoder was taught does not fit; run again: precontrast-train features")
    return FeatureTable(tuple(map(str, cases)), tuple(map(str, names)), features.astype(float), taught)


def gather(cohort: Cohort, wanted: Sequence[str], table: FeatureTable) -> Patients:
    """The wanted cases, in that order."""
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
        tuple(case.answers for case in cases),
        features,
        cohort.settings.predictors,
        table.taught,
    )


def check_training(training: Patients, path: Path) -> None:
    """Refuse training cases that nothing can be learnt from.

    Raises
    ------
    BadInput
        Says how many there are and how many are needed.
    """
    for kind, chosen in (("with the event", training.event), ("without the event", ~training.event)):
        imaged = len(np.unique(training.groups[chosen & training.imaged]))
        if imaged < FEWEST:
            raise BadInput(
                f"{path}: {imaged} patients {kind} have image features in the training split; at least {FEWEST} are "
                f"needed (and many more for a model worth using: see precontrast-train check)"
            )

"""Training cases as each fold of the cross-validation sees them, where what their features are made of is learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from training.cohort.table import Cohort
from training.errors import BadInput
from training.learners.learner import Effort
from training.risk.patients import FeatureTable, Patients, gather
from training.risk.validation import Run
from training.wording import worded
from training.workspace import Workspace, read_arrays


@dataclass(frozen=True, slots=True)
class Anew:
    """What ``features`` made for the folds.

    Attributes
    ----------
    folds, repeats
        As it was told.
    cases
        Training cases.
    repeat : int array, shape (runs,)
    inside : bool array, shape (runs, cases)
    tables
        By run.
    """

    folds: int
    repeats: int
    cases: tuple[str, ...]
    repeat: np.ndarray
    inside: np.ndarray
    tables: tuple[FeatureTable, ...]


def read_anew(work: Workspace, table: FeatureTable) -> Anew:
    """Read it; ``table`` is that of the centroids that are shipped.

    Raises
    ------
    BadInput
        When it was not made yet, or is not of this table.
    """
    path = work.need(work.anew, "features")
    try:
        kept = read_arrays(path)
        cases, names = (tuple(map(str, kept[name])) for name in ("cases", "names"))
        shape = (len(kept["repeat"]), len(cases))
        fits = kept["inside"].shape == shape == kept["features"].shape[:2] == kept["values"].shape[:2]
        folds, repeats = (int(number) for number in kept["effort"])
    except (ValueError, KeyError, OSError) as error:
        raise BadInput(worded("factory.anew.other", path=str(path))) from error
    if not fits or names != table.names or kept["features"].shape[2] != len(names):
        raise BadInput(worded("factory.anew.other", path=str(path)))
    tables = tuple(
        replace(table, cases=cases, features=features.astype(float), values=_values(cases, kept["value_names"], values))
        for features, values in zip(kept["features"], kept["values"])
    )
    return Anew(folds, repeats, cases, kept["repeat"], kept["inside"].astype(bool), tables)


def _values(cases: tuple[str, ...], names: np.ndarray, rows: np.ndarray) -> Mapping[str, Mapping[str, float]]:
    """By case and value; what could not be measured is left out."""
    return {
        case: {str(name): float(value) for name, value in zip(names, row) if np.isfinite(value)}
        for case, row in zip(cases, rows)
    }


def runs_of(anew: Anew, cohort: Cohort, training: Patients, effort: Effort, work: Workspace) -> list[Run]:
    """The folds of the cross-validation.

    Raises
    ------
    BadInput
        When other cases are trained on, or in other folds, than the features were made for.
    """
    if anew.cases != training.cases or (anew.folds, anew.repeats) != (effort.folds, effort.repeats):
        told = {"folds": anew.folds, "repeats": anew.repeats, "cases": len(anew.cases)}
        raise BadInput(worded("factory.anew.folds", path=str(work.anew), **told))
    return [
        (int(repeat), inside, gather(cohort, training.cases, table))
        for repeat, inside, table in zip(anew.repeat, anew.inside, anew.tables)
    ]

"""What each predictor adds to the log-odds of a patient, by the way that the program itself explains such a model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from inference.risk.permutation import orders_of, permuted
from inference.risk.svm import machine_of
from inference.risk.trees import ensemble_of
from training.learners.design import Answers, Column
from training.learners.inputs import name_of
from training.learners.learner import Locked
from training.learners.logistic import LockedLogistic
from training.learners.machine import LockedSvm
from training.learners.penalised import LockedLinear
from training.learners.trees import LockedTrees

Method = Literal["additive", "shapley", "permutation"]
Explain = Callable[[np.ndarray], np.ndarray]
"""From a patient's columns to what each of them, or of the predictors, adds."""


def attributed(
    locked: Locked, patients: Sequence[Answers], training: Sequence[Answers]
) -> tuple[Method, dict[str, np.ndarray]] | None:
    """What each predictor of a model adds for each patient; None for a kind of model that nothing explains.

    Parameters
    ----------
    patients
        Whose log-odds the model gives.
    training
        Those that it was fitted to: a logistic model is read against their mean.

    Returns
    -------
    method
        ``additive`` and ``shapley`` are exact, ``permutation`` is of an RBF kernel.
    amounts : dict of arrays, shape (patients,)
        By predictor; with the model's base they add up to its log-odds.
    """
    explain = EXPLAINED.get(type(locked))
    if explain is None:
        return None
    method, columns, amounts = explain(locked, training)
    matrix = np.array([[column.value(answers) for column in columns] for answers in patients], float)
    each = np.array([amounts(row) for row in matrix.reshape(len(patients), len(columns))])
    found = dict.fromkeys(locked.predictors, np.zeros(len(patients)))
    for n, column in enumerate(columns):
        found[column.predictor] = found[column.predictor] + each.reshape(len(patients), len(columns))[:, n]
    return method, found


def _logistic(locked: LockedLogistic, training: Sequence[Answers]) -> tuple[Method, list[Column], Explain]:
    columns = [term.column for term in locked.terms]
    weights = np.array([term.coefficient for term in locked.terms])
    values = np.array([[column.value(answers) for column in columns] for answers in training], float)
    means = np.nanmean(values.reshape(len(training), len(columns)), axis=0)
    return "additive", columns, lambda row: weights * (row - means)


def _linear(locked: LockedLinear, _: Sequence[Answers]) -> tuple[Method, list[Column], Explain]:
    weights, centres = (np.array([getattr(own, name) for own in locked.inputs]) for name in ("weight", "centre"))
    return "additive", [own.column for own in locked.inputs], lambda row: weights * (row - centres)


def _trees(locked: LockedTrees, _: Sequence[Answers]) -> tuple[Method, list[Column], Explain]:
    names = [name_of(column) for column in locked.columns]
    ensemble = ensemble_of(locked.trees, names, locked.start, "model.json")
    return "shapley", list(locked.columns), lambda row: ensemble.shapley(row.tolist())


def _machine(locked: LockedSvm, _: Sequence[Answers]) -> tuple[Method, list[Column], Explain]:
    """Columns of one predictor go together; what they add stands at the first of them."""
    machine = machine_of(locked.machine, [one.name for one in locked.machine.inputs])
    places = [[n for n, own in enumerate(locked.columns) if own.predictor == name] for name in locked.predictors]
    linear = locked.machine.kernel == "linear"
    orders, firsts = orders_of(len(places), linear), [own[0] for own in places]

    def amounts(row: np.ndarray) -> np.ndarray:
        added = np.zeros(len(row))
        added[firsts] = permuted(machine.log_odds, machine.standard(row.tolist()), places, orders)[1]
        return added

    return "additive" if linear else "permutation", list(locked.columns), amounts


EXPLAINED: Mapping[type, Callable[[Any, Sequence[Answers]], tuple[Method, list[Column], Explain]]] = {
    LockedLogistic: _logistic,
    LockedLinear: _linear,
    LockedTrees: _trees,
    LockedSvm: _machine,
}

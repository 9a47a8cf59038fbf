"""What learners without a choice of predictors take of a table: all of its columns, of the patients they can use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from inference.risk.logistic import logit
from inference.vocabulary import STRICT
from training.errors import BadInput
from training.learners.design import Answers, Column
from training.learners.learner import Table
from training.wording import worded

LEAST = 6
"""Events, and patients without: with fewer some inner folds hold one or none, and nothing can be tuned in them."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Whom a model was fitted to.

    Attributes
    ----------
    cases, events, left_out
        Of the fit; ``left_out`` were not used because an answer or the images were missing.
    """

    __pydantic_config__ = STRICT
    cases: int
    events: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """Columns of the patients of a fit.

    Attributes
    ----------
    matrix : array, shape (n, columns)
        NaN where unknown, for a learner that knows what to do then.
    event : bool array, shape (n,)
    groups : int array, shape (n,)
    shift
        Log-odds between the share of events among these patients and that of the whole table.
    """

    columns: tuple[Column, ...]
    references: dict[str, str]
    matrix: np.ndarray
    event: np.ndarray
    groups: np.ndarray
    shift: float
    used: Cases


def inputs_of(table: Table, whole: bool) -> Inputs:
    """Columns that differ between the patients that can be used.

    Parameters
    ----------
    whole
        Patients with an unknown answer cannot be used.

    Raises
    ------
    BadInput
        With too few patients of one kind, or without a column that differs between them.
    """
    design = table.design.of((*(table.offered or ()), *table.scores))
    rows = np.ones(len(table.event), bool) if table.usable is None else table.usable
    rows = rows & design.known if whole else rows & ~np.isnan(design.matrix).all(axis=1)
    matrix, event = design.matrix[rows], table.event[rows]
    events = int(event.sum())
    if min(events, len(event) - events) < LEAST:
        raise BadInput(worded("factory.learner.few", events=events, others=len(event) - events, least=LEAST))
    differs = np.array([len(np.unique(own[~np.isnan(own)])) > 1 for own in matrix.T], bool)
    if not differs.any():
        names = ", ".join(design.predictors) or "-"
        raise BadInput(worded("factory.learner.constant", predictors=names, cases=len(event)))
    kept = [n for n, usable in enumerate(differs) if usable]
    columns = tuple(design.columns[n] for n in kept)
    used = {column.predictor for column in columns}
    return Inputs(
        columns=columns,
        references={name: answer for name, answer in design.references.items() if name in used},
        matrix=matrix[:, kept],
        event=event,
        groups=table.groups[rows],
        shift=logit(float(table.event.mean())) - logit(float(event.mean())),
        used=Cases(len(event), events, len(table.event) - len(event)),
    )


def name_of(column: Column) -> str:
    """A column's name in a model's file; no id of a predictor has the sign in it."""
    return column.predictor if column.answer is None else f"{column.predictor}={column.answer}"


def values_of_columns(columns: Iterable[Column], references: Mapping[str, str], answers: Answers) -> np.ndarray | None:
    """What a patient's columns are, NaN where not known; None where an answer was never met in training."""
    columns = tuple(columns)
    for name, reference in references.items():
        met = {reference, *(column.answer for column in columns if column.predictor == name)}
        if answers.get(name) not in {None, *met}:
            return None
    return np.array([column.value(answers) for column in columns], float)


def predictors_of(columns: Iterable[Column]) -> tuple[str, ...]:
    """Ids in the order of the columns."""
    return tuple(dict.fromkeys(column.predictor for column in columns))

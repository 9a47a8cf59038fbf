"""Answers to columns: numbers as they are, choices as one column an answer; unknown answers stay unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from inference.risk.logistic import Answer
from training.learners.regression import independent_columns

SIGNATURE = "signature"
"""Id under which the image signature stands among the answers."""

Answers = Mapping[str, Answer | None]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a design: a number (``answer`` None) or whether a choice has this answer."""

    predictor: str
    answer: str | None = None

    def value(self, answers: Answers) -> float:
        """The column's value; NaN where the answer is unknown."""
        given = answers.get(self.predictor)
        if given is None:
            return np.nan
        return float(given) if self.answer is None else float(given == self.answer)


@dataclass(frozen=True, slots=True)
class Design:
    """The columns of some patients.

    Attributes
    ----------
    matrix : array, shape (n, columns)
        NaN where the answer is unknown.
    columns
        What each column is.
    references
        By choice predictor: the answer that its columns are compared with.
    """

    matrix: np.ndarray
    columns: tuple[Column, ...]
    references: Mapping[str, str]

    @property
    def predictors(self) -> tuple[str, ...]:
        """Predictors that have columns."""
        return tuple(dict.fromkeys(column.predictor for column in self.columns))

    @property
    def known(self) -> np.ndarray:
        """Patients whose every answer is known: bool array, shape (n,)."""
        return ~np.isnan(self.matrix).any(axis=1)

    def places(self, predictor: str) -> np.ndarray:
        """Column numbers of a predictor."""
        return np.array([n for n, column in enumerate(self.columns) if column.predictor == predictor], int)

    def of(self, predictors: Sequence[str]) -> Design:
        """Only the columns of these predictors, in their order."""
        places = [int(n) for predictor in predictors for n in self.places(predictor)]
        references = {name: answer for name, answer in self.references.items() if name in predictors}
        return Design(self.matrix[:, places], tuple(self.columns[n] for n in places), references)


def build_design(patients: Sequence[Answers], predictors: Sequence[Predictor]) -> Design:
    """Columns of the predictors that differ between these patients.

    A choice is compared with the first of its answers, in the order of ``cohort.toml``, that any of the patients has;
    an answer that none has gets no column, and nothing is known about it.
    """
    columns: list[Column] = []
    references: dict[str, str] = {}
    for predictor in predictors:
        given = {answers.get(predictor.id) for answers in patients} - {None}
        if len(given) < 2:
            continue
        if isinstance(predictor, NumberPredictor):
            columns.append(Column(predictor.id))
        elif isinstance(predictor, ChoicePredictor):
            seen = [value for value in predictor.values if value in given]
            references[predictor.id] = seen[0]
            columns += [Column(predictor.id, answer) for answer in seen[1:]]
    return Design(_matrix(patients, columns), tuple(columns), references)


def add_number(design: Design, predictor: str, values: np.ndarray) -> Design:
    """The design with one more number, NaN where unknown."""
    matrix = np.column_stack([design.matrix, values])
    return Design(matrix, (*design.columns, Column(predictor)), design.references)


def without_repeats(design: Design, predictors: Sequence[str]) -> tuple[str, ...]:
    """Leave out predictors that say nothing beyond those before them, as a weight in pounds beside one in kilograms."""
    kept: tuple[str, ...] = ()
    for predictor in predictors:
        own = design.of((*kept, predictor))
        rows = own.matrix[own.known]
        if len(rows) and independent_columns(rows).all():
            kept = (*kept, predictor)
    return kept


def _matrix(patients: Sequence[Answers], columns: Sequence[Column]) -> np.ndarray:
    values = [[column.value(answers) for column in columns] for answers in patients]
    return np.array(values, float).reshape(len(patients), len(columns))

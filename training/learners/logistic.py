"""Learner ``logistic``: predictors chosen the way it is published, and a sum of log-odds that is shrunk.

Scores come in by values of cases that they were not learnt from: with thousands of features the score of a training
case knows its outcome, and a model fitted to it would trust it more than twice as much as it deserves. New patients get
the locked score. Both are brought to mean 0 and standard deviation 1 of left-out cases, so that the coefficient means
the same for both; the remaining differences (the locked score has seen a fifth more cases, the out-of-fold scores are
averages over a few) act against each other.
The coefficients of models for which predictors are chosen are shrunk (:mod:`training.learners.shrinkage`); a simulation
of the calibration in new patients is ``python -m training.proof.calibration``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.risk.logistic import logit
from inference.vocabulary import STRICT, Text
from training.learners.choice import choose, usable
from training.learners.design import Answers, Column, Design, without_repeats
from training.learners.learner import Effort, Modeller, Table
from training.learners.regression import Method, fit
from training.learners.shrinkage import bootstrap_shrinkage, intercept_for

CHOICES = {
    "backward": Text(
        ", predictors screened one by one (p ≤ {p}), then eliminated backward", "，单因素筛选（p ≤ {p}）后向后剔除"
    ),
    "univariable": Text(
        " of the predictors that are significant by themselves (p ≤ {p})", "，仅纳入单因素显著（p ≤ {p}）的预测因子"
    ),
    "none": Text(" of all predictors", "，纳入全部预测因子"),
}
"""By selection: how it is written after "logistic regression"."""


@dataclass(frozen=True, slots=True)
class ModelTerm:
    """One coefficient: per unit of a number, or of one answer against the reference answer.

    Attributes
    ----------
    coefficient
        Change of the log-odds, after shrinkage.
    standard_error
        Before shrinkage, which makes intervals a little wide rather than narrow.
    """

    __pydantic_config__ = STRICT
    predictor: str
    answer: str | None
    coefficient: float
    standard_error: float

    @property
    def column(self) -> Column:
        """What the coefficient is multiplied by."""
        return Column(self.predictor, self.answer)


@dataclass(frozen=True, slots=True)
class LockedLogistic:
    """A logistic model of a binary outcome that changes no more.

    Attributes
    ----------
    intercept
        Log-odds where every term is zero, at the prevalence of the training patients.
    covariance
        Of the intercept and the terms in their order, before shrinkage. That of a model with a score takes the score's
        weights as known.
    references
        By choice predictor: the answer its terms are compared with.
    shrinkage
        What the slopes of the fit were multiplied by; 1 is none.
    cases, events, left_out
        Of the fit; ``left_out`` were not used because an answer or the images were missing.
    """

    __pydantic_config__ = STRICT
    intercept: float
    terms: tuple[ModelTerm, ...]
    covariance: tuple[tuple[float, ...], ...]
    references: dict[str, str]
    shrinkage: float
    method: Method
    cases: int
    events: int
    left_out: int
    kind: Literal["logistic"] = "logistic"

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the terms."""
        return tuple(dict.fromkeys(term.predictor for term in self.terms))

    def log_odds(self, answers: Answers) -> float | None:
        """Log-odds at the training prevalence; None where an answer is unknown or was never met in training."""
        for name in self.predictors:
            given = answers.get(name)
            choices = {term.answer for term in self.terms if term.predictor == name} | {self.references.get(name)}
            if given is None or (None not in choices and given not in choices):
                return None
        return self.intercept + sum(term.coefficient * term.column.value(answers) for term in self.terms)


@dataclass(frozen=True, slots=True)
class Logistic(Modeller):
    """Parameters.

    Attributes
    ----------
    selection
        Of the predictors: ``backward``, significant alone and then left by backward elimination; ``univariable``,
        significant alone; ``none``, all of them. A score stays where it raises the risk.
    most_p
        Above it a predictor is not significant.
    """

    __pydantic_config__ = STRICT
    kind: Literal["logistic"] = "logistic"
    selection: Literal["backward", "univariable", "none"] = "backward"
    most_p: float = 0.05

    def __post_init__(self) -> None:
        if not 0 < self.most_p <= 1:
            raise ValueError("most_p must be above 0 and at most 1")

    def built(self, offered: bool) -> Text:
        """See :class:`~training.learners.learner.Modeller`."""
        if not offered:
            return Text("logistic regression of its score alone", "仅纳入评分的 logistic 回归")
        choice, p = CHOICES[self.selection], f"{self.most_p:g}"
        return Text(
            f"logistic regression{choice.en.format(p=p)}; coefficients shrunk by bootstrap samples",
            f"logistic 回归{choice.zh.format(p=p)}；系数按自助法收缩",
        )

    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> LockedLogistic:
        """See :class:`~training.learners.learner.Modeller`; without predictors nothing is overrated nor shrunk."""
        names = self._names(table, table.event, table.design)
        shrinkage = 1.0 if table.offered is None else self._shrinkage(table, effort.bootstraps, rng)
        return lock_logistic(table.event, table.design, names, shrinkage, of=table.usable)

    def chosen(self, event: np.ndarray, design: Design, offered: Sequence[str]) -> tuple[str, ...]:
        """The predictors that it keeps of those offered."""
        if self.selection == "none":
            return without_repeats(design, [name for name in offered if name in design.predictors])
        return choose(event, design, offered, self.most_p, self.selection == "backward").kept

    def _names(self, table: Table, event: np.ndarray, design: Design) -> tuple[str, ...]:
        """Predictors and scores of the model, as these rows choose them."""
        names = () if table.offered is None else self.chosen(event, design, table.offered)
        for score in table.scores:
            names = with_score(event, design, names, score)
        return names

    def _shrinkage(self, table: Table, bootstraps: int, rng: np.random.Generator) -> float:
        """Repeat the choice and the fit in bootstrap samples."""
        event, design = table.event, table.design

        def procedure(rows: np.ndarray) -> np.ndarray | None:
            drawn = Design(design.matrix[rows], design.columns, design.references)
            names = self._names(table, event[rows], drawn)
            if not names:
                return None
            own = drawn.of(names)
            known = own.known
            if self.selection == "none" and not usable(event[rows][known], own.matrix[known]):
                return None
            return fit(event[rows][known], own.matrix[known]).log_odds(design.of(names).matrix)

        return bootstrap_shrinkage(event, table.groups, procedure, bootstraps, rng)


def with_score(event: np.ndarray, design: Design, names: Sequence[str], score: str) -> tuple[str, ...]:
    """These predictors and a score, where that raises the risk; one that lowers it is noise.

    A predictor that does not differ between the cases with images is left out.
    """
    names = (*names, score)
    own = design.of(names)
    rows = own.known
    if not usable(event[rows], own.matrix[rows]):
        names = without_repeats(Design(design.matrix[rows], design.columns, design.references), names)
        own = design.of(names)
    if score in names and fit(event[rows], own.matrix[rows]).coefficients[-1] > 0:
        return names
    return tuple(name for name in names if name != score)


def lock_logistic(
    event: np.ndarray, design: Design, names: Sequence[str], shrinkage: float, of: np.ndarray | None = None
) -> LockedLogistic:
    """Fit these predictors on the cases that have them all, shrink, and move the intercept to the whole prevalence.

    The cases left out may hold another share of events; as which are left out does not hang on what is predicted, only
    the intercept changes with it.

    Parameters
    ----------
    of : bool array, optional
        Cases that may be used at all.
    """
    own = design.of(names)
    rows = own.known if of is None else own.known & of
    matrix, outcome = own.matrix[rows], event[rows]
    regression = fit(outcome, matrix)
    slopes = shrinkage * regression.coefficients[1:]
    intercept = intercept_for(outcome, matrix @ slopes) + logit(event.mean()) - logit(outcome.mean())
    errors = np.sqrt(np.diag(regression.covariance))[1:]
    return LockedLogistic(
        intercept=float(intercept),
        terms=tuple(
            ModelTerm(column.predictor, column.answer, float(slope), float(error))
            for column, slope, error in zip(own.columns, slopes, errors)
        ),
        covariance=tuple(tuple(map(float, row)) for row in regression.covariance),
        references=dict(own.references),
        shrinkage=shrinkage if len(names) else 1.0,
        method=regression.method,
        cases=len(outcome),
        events=int(outcome.sum()),
        left_out=len(event) - len(outcome),
    )

"""The shipped model as ``train-risk`` locked it, in the form in which the program computes with it."""

from __future__ import annotations

from collections import Counter

import numpy as np

from inference.risk.logistic import Z95, Answer, Fit, LogisticModel, Term
from inference.risk.population import Spread
from training.evaluation.inputs import Sample
from training.learners.logistic import LockedLogistic
from training.risk.model import RiskModel


def answers_of(sample: Sample, predictor: str) -> list[Answer | None]:
    """The answers of a sample's cases; scores are among them."""
    if predictor in sample.linear:
        return [None if np.isnan(value) else float(value) for value in sample.linear[predictor]]
    return [case.answers.get(predictor) for case in sample.cases]


def shipped_model(model: RiskModel, training: Sample) -> LogisticModel:
    """The shipped model, a logistic one, read against the answers of the training patients."""
    locked = model.models[model.shipped]
    assert isinstance(locked, LockedLogistic)
    population = {name: _spread(answers_of(training, name)) for name in locked.predictors}
    fit = Fit(locked.intercept, model.trained_prevalence, np.array(locked.covariance))
    return LogisticModel(_terms(locked), population, fit)


def _terms(locked: LockedLogistic) -> tuple[Term, ...]:
    terms = []
    for term in locked.terms:
        middle, low, high = (np.exp(term.coefficient + side * Z95 * term.standard_error) for side in (0, -1, 1))
        terms.append(Term(term.predictor, float(middle), "cohort", term.answer, float(low), float(high)))
    return tuple(terms)


def _spread(answers: list[Answer | None]) -> Spread:
    counts = Counter(answer for answer in answers if answer is not None)
    weights = np.array(list(counts.values()), float)
    return Spread(tuple(counts), weights / weights.sum())

"""Random logistic models, and the same questions answered by listing every kind of patient."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
from hypothesis import strategies as st

from inference.risk.logistic import LogisticModel, Term
from inference.risk.population import Shares, Spread, spread_of

AGES = (18.0, 40.0, 57.0, 72.5, 100.0)
LOWEST, HIGHEST = AGES[0], AGES[-1]
_ODDS = st.floats(0.2, 0.95) | st.floats(1.05, 5.0)


@st.composite
def models(draw, most: int = 4) -> LogisticModel:
    """A few choices, each with an effect of some answers against the first, and perhaps a number."""
    terms, population = [], {}
    for n in range(draw(st.integers(1, most))):
        name = f"choice{n}"
        answers = [f"a{m}" for m in range(draw(st.integers(2, 4)))]
        raw = np.array([draw(st.floats(0.02, 1.0)) for _ in answers])
        population[name] = spread_of(Shares(name, dict(zip(answers, raw / raw.sum())), "computed"))
        affected = draw(st.lists(st.sampled_from(answers[1:]), min_size=1, unique=True))
        terms += [Term(name, draw(_ODDS), "e", answer=a, significant_only=True) for a in affected]
    if draw(st.booleans()):
        # Five ages instead of the 161 of a normal distribution: every kind of patient is listed in some tests.
        raw = np.array([draw(st.floats(0.02, 1.0)) for _ in AGES])
        population["age"] = Spread(AGES, raw / raw.sum())
        terms.append(Term("age", draw(st.floats(0.95, 1.05)), "e", low=0.9, high=1.1))
    return LogisticModel(tuple(terms), population)


@st.composite
def questions(draw, known: bool = False):
    """A model and answers for it, some of them unknown unless ``known``."""
    model = draw(models())
    answers = {}
    for predictor in model.predictors:
        if predictor == "age":
            value = draw(st.floats(LOWEST, HIGHEST))
        else:
            value = draw(st.sampled_from(model.population[predictor].answers))
        answers[predictor] = value if known or draw(st.booleans()) else None
    return model, answers


def linear_predictor(model: LogisticModel, answers: dict) -> float:
    """Sum of coefficient times value without any reference: the textbook form."""
    total = 0.0
    for term in model.terms:
        value = answers[term.predictor]
        total += np.log(term.odds_ratio) * (value if term.answer is None else value == term.answer)
    return float(total)


def everyone(model: LogisticModel) -> Iterator[tuple[dict, float]]:
    """Every kind of patient in the reference population and the share of patients of that kind."""
    spreads = [model.population[p] for p in model.predictors]
    for combination in itertools.product(*(zip(s.answers, s.weights) for s in spreads)):
        answers = {p: answer for p, (answer, _) in zip(model.predictors, combination)}
        yield answers, float(np.prod([weight for _, weight in combination]))


def mean_odds(model: LogisticModel, answers: dict) -> float:
    """Mean of exp(linear predictor) over everyone who agrees with the known answers."""
    odds = weight = 0.0
    for patient, share in everyone(model):
        filled = {p: answers[p] if answers.get(p) is not None else patient[p] for p in patient}
        odds += share * np.exp(linear_predictor(model, filled))
        weight += share
    return odds / weight

"""The logistic model, worked out by hand on a model of two predictors, and both sides of what is refused."""

from __future__ import annotations

from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np
import pytest

from inference.reading import Fault
from inference.risk.logistic import (
    Fit,
    LogisticModel,
    Term,
    at_prevalence,
    direction,
    estimate,
    expit,
    logit,
    shift_prevalence,
)
from inference.risk.population import Spread

MILD = Term("grade", 2.0, "e", answer="mild", low=1.0, high=4.0)
BAD = Term("grade", 5.0, "e", answer="bad", low=2.0, high=12.5)
AGE = Term("age", 1.5, "e", p_value=0.01)
TERMS = (MILD, AGE, BAD)
GRADES, AGES = np.array([0.5, 0.3, 0.2]), np.array([0.25, 0.5, 0.25])
POPULATION = {"grade": Spread(("none", "mild", "bad"), GRADES), "age": Spread((-1.0, 0.0, 2.0), AGES)}
GRADE_ODDS, AGE_ODDS = GRADES * (1, 2, 5), AGES * (1 / 1.5, 1, 1.5**2)
TYPICAL_MILD, TYPICAL_BAD = GRADE_ODDS[1:] / GRADE_ODDS.sum()
TYPICAL_AGE = AGE_ODDS @ (-1, 0, 2) / AGE_ODDS.sum()
COVARIANCE = np.array(
    [[0.30, -0.04, 0.01, -0.05], [-0.04, 0.20, 0.02, 0.07], [0.01, 0.02, 0.10, -0.03], [-0.05, 0.07, -0.03, 0.40]]
)
PLAIN = LogisticModel(TERMS, POPULATION)
TRAINED = LogisticModel(TERMS, POPULATION, Fit(-1.2, 0.3, COVARIANCE, recentring=0.05))
ERRORS = np.array([term.standard_error for term in TERMS])


def term(odds_ratio: float = 2.0, **known) -> Term:
    return Term("x", odds_ratio, "e", **(known or {"significant_only": True}))


@pytest.mark.parametrize(
    ("odds_ratio", "known"),
    [
        (0.5, {}),
        (1e-9, {}),
        (2.0, {"low": 2.0, "high": 3.0}),
        (2.0, {"low": 1.0, "high": 2.0}),
        (2.0, {"low": 1e-9, "high": 2.0}),
        (2.0, {"p_value": 1e-9}),
        (2.0, {"p_value": 0.999}),
        (2.0, {"significant_only": True}),
    ],
)
def test_a_term_may_be_known_in_one_way(odds_ratio, known):
    assert term(odds_ratio, **known).coefficient == pytest.approx(log(odds_ratio))


@pytest.mark.parametrize(
    ("odds_ratio", "known", "kind", "part"),
    [
        (0.0, {}, "odds-ratio-positive", ""),
        (-1.0, {}, "odds-ratio-positive", ""),
        (2.0, {"significant_only": False}, "odds-ratio-interval", ""),
        (2.0, {"low": 1.0}, "odds-ratio-interval", ""),
        (2.0, {"high": 3.0}, "odds-ratio-interval", ""),
        (2.0, {"high": 3.0, "p_value": 0.01}, "odds-ratio-interval", ""),
        (2.0, {"low": 1.0, "high": 3.0, "p_value": 0.01}, "odds-ratio-interval", ""),
        (2.0, {"low": 1.0, "high": 3.0, "significant_only": True}, "odds-ratio-interval", ""),
        (2.0, {"p_value": 0.01, "significant_only": True}, "odds-ratio-interval", ""),
        (2.0, {"low": 0.0, "high": 3.0}, "odds-ratio-outside", ""),
        (2.0, {"low": 2.1, "high": 3.0}, "odds-ratio-outside", ""),
        (2.0, {"low": 1.0, "high": 1.9}, "odds-ratio-outside", ""),
        (2.0, {"p_value": 0.0}, "between-0-and-1", ".p_value"),
        (2.0, {"p_value": 1.0}, "between-0-and-1", ".p_value"),
    ],
)
def test_a_term_that_makes_no_sense_is_refused_by_name(odds_ratio, known, kind, part):
    with pytest.raises(Fault) as caught:
        term(odds_ratio, **known)
    assert (caught.value.kind, caught.value.part) == (kind, part)
    assert caught.value.parameters == ({} if part else {"predictor": "x"})


def test_the_standard_error_is_what_the_publication_allows_to_say():
    assert term(2.0, low=1.25, high=5.0).standard_error == pytest.approx(log(4) / (2 * 1.959964))
    assert term(0.5, p_value=0.01).standard_error == pytest.approx(log(2) / NormalDist().inv_cdf(0.995))
    assert term(0.5, significant_only=True).standard_error == pytest.approx(log(2) / 1.959964)


def test_a_term_applies_to_its_answer_or_for_each_unit():
    assert [MILD.applies(answer) for answer in ("none", "mild", "bad")] == [0.0, 1.0, 0.0]
    assert [AGE.applies(answer) for answer in (-1.5, 0, 3)] == [-1.5, 0.0, 3.0]


def test_predictors_stand_once_in_the_order_of_the_terms_and_score_what_applies():
    assert PLAIN.predictors == ("grade", "age")
    assert [PLAIN.score("grade", answer) for answer in ("none", "mild", "bad")] == pytest.approx([0, log(2), log(5)])
    assert PLAIN.score("age", -2.0) == pytest.approx(-2 * log(1.5))


def test_a_known_answer_is_read_against_the_average_odds():
    part = PLAIN.contribution("grade", "bad")
    assert (part.predictor, part.answer) == ("grade", "bad")
    assert part.log_odds == pytest.approx(log(5) - log(GRADE_ODDS.sum()))
    # Without a covariance the errors of the terms are independent.
    away = np.array([-TYPICAL_MILD, 1 - TYPICAL_BAD])
    assert part.spread == pytest.approx(sqrt((away**2) @ (ERRORS[[0, 2]] ** 2)))


def test_the_errors_of_the_terms_of_one_predictor_go_together_as_their_covariance_says():
    # A choice of three has two terms; what they share must not be counted as if they were independent.
    away = np.array([-TYPICAL_MILD, 1 - TYPICAL_BAD])
    own = COVARIANCE[np.ix_([1, 3], [1, 3])]
    spread = TRAINED.contribution("grade", "bad").spread
    assert spread == pytest.approx(sqrt(away @ own @ away))
    assert spread != pytest.approx(sqrt((away**2) @ np.diag(own)), rel=0.01)
    assert TRAINED.contribution("age", 2.0).spread == pytest.approx(abs(2 - TYPICAL_AGE) * sqrt(0.10))


def test_an_unknown_answer_adds_nothing_and_spreads_as_the_population_does():
    part = PLAIN.contribution("grade", None)
    scores = np.log([1, 2, 5])
    middle = GRADES @ scores
    assert (part.predictor, part.answer, part.log_odds) == ("grade", None, 0.0)
    assert part.spread == pytest.approx(sqrt(GRADES @ (scores - middle) ** 2))


def test_the_variance_of_known_answers_is_that_of_independent_terms_away_from_the_average():
    given = np.array([1 - TYPICAL_MILD, 2 - TYPICAL_AGE, -TYPICAL_BAD])
    assert PLAIN.known_variance({"grade": "mild", "age": 2.0}) == pytest.approx(given**2 @ ERRORS**2)
    given[1] = 0  # unknown: the average
    assert PLAIN.known_variance({"grade": "mild"}) == pytest.approx(given**2 @ ERRORS**2)
    without = LogisticModel(TERMS, POPULATION, Fit(-1.2, 0.3))
    assert without.known_variance({"grade": "mild"}) == pytest.approx(given**2 @ ERRORS**2)


def test_the_variance_of_a_trained_model_is_that_of_all_its_coefficients_together():
    x = np.array([1, 1, TYPICAL_AGE, 0])
    assert TRAINED.known_variance({"grade": "mild", "age": None}) == pytest.approx(x @ COVARIANCE @ x)
    x = np.array([1, TYPICAL_MILD, -1, TYPICAL_BAD])
    assert TRAINED.known_variance({"age": -1.0}) == pytest.approx(x @ COVARIANCE @ x)


def test_the_offset_is_what_a_trained_model_says_of_the_average_against_its_training():
    assert PLAIN.offset == 0.0
    averages = log(GRADE_ODDS.sum()) + log(AGE_ODDS.sum())
    assert TRAINED.offset == pytest.approx(-1.2 - log(0.3 / 0.7) + 0.05 + averages)
    assert LogisticModel(TERMS, POPULATION, Fit(-1.2, 0.3)).offset == pytest.approx(TRAINED.offset - 0.05)


@pytest.mark.parametrize("model", [PLAIN, TRAINED])
def test_an_estimate_is_the_sum_of_its_parts_and_its_error_that_of_both_kinds(model):
    found = estimate(model, {"grade": "bad", "age": None})
    parts = [model.contribution("grade", "bad"), model.contribution("age", None)]
    assert list(found.contributions) == parts
    assert found.log_odds == pytest.approx(parts[0].log_odds + model.offset)
    assert found.offset == model.offset
    assert found.spread == pytest.approx(sqrt(model.known_variance({"grade": "bad"}) + parts[1].spread ** 2))
    assert estimate(model, {"grade": "bad"}) == found


def test_the_population_is_everyone_of_every_kind_by_score():
    for model in (PLAIN, TRAINED):
        scores, weights = model.population_scores()
        grades, ages = np.log([1, 2, 5]) - log(GRADE_ODDS.sum()), np.array([-1, 0, 2]) * log(1.5) - log(AGE_ODDS.sum())
        expected = (grades[:, None] + ages[None]).ravel() + model.offset
        order = np.argsort(expected)
        assert scores == pytest.approx(expected[order])
        assert weights == pytest.approx(np.outer(GRADES, AGES).ravel()[order])


@pytest.mark.parametrize(("apart", "kinds"), [(2.4e-4, 1), (2.6e-4, 2)])
def test_scores_that_nobody_could_tell_apart_are_merged_at_their_mean(apart, kinds):
    nearly = Term("x", exp(apart), "e", answer="b", significant_only=True)
    model = LogisticModel((nearly,), {"x": Spread(("a", "b"), np.array([0.75, 0.25]))})
    scores, weights = model.population_scores()
    assert len(scores) == kinds
    average = log(0.75 + 0.25 * exp(apart))
    expected = [0.25 * apart] if kinds == 1 else [0, apart]
    assert scores == pytest.approx(np.array(expected) - average, rel=1e-6, abs=1e-12)
    assert weights.tolist() == ([1.0] if kinds == 1 else [0.75, 0.25])


def test_probability_and_log_odds_turn_into_each_other_and_bear_any_size():
    assert [logit(p) for p in (0.5, 0.2, 0.8)] == pytest.approx([0, -log(4), log(4)])
    assert [expit(x) for x in (0, -log(4), log(4), log(1.5), -log(1.5))] == pytest.approx([0.5, 0.2, 0.8, 0.6, 0.4])
    assert (expit(800.0), expit(-800.0)) == (1.0, 0.0)
    assert expit(-40.0) == pytest.approx(exp(-40), rel=1e-12)
    far_and_near = (800.0, -800.0, -40.0, 0.0, log(4))
    assert expit(np.array(far_and_near)).tolist() == [expit(x) for x in far_and_near]
    assert at_prevalence(log(2), 0.2) == pytest.approx(1 / 3)


def test_a_probability_moves_with_the_odds_of_the_rate():
    # Odds of 1 where the average has 1/4: four times the average's odds, and so they stay.
    assert shift_prevalence(0.5, 0.2, 0.1) == pytest.approx(4 / 13)
    assert shift_prevalence(0.3, 0.25, 0.25) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("log_odds", "expected"),
    [(0.0199, "neutral"), (-0.0199, "neutral"), (0.0, "neutral"), (0.02, "raises"), (-0.02, "lowers"), (0.5, "raises")],
)
def test_less_than_two_percent_of_the_odds_is_no_direction(log_odds, expected):
    assert direction(log_odds) == expected

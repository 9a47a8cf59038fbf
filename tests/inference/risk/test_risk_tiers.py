"""Shares of the population, the capacity view, and what the model can tell apart."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.risk.logistic import LogisticModel, Term, estimate
from inference.risk.population import Normal, Shares, spread_of
from inference.risk.tiers import capacity_curve, concordance, share_at_or_above
from tests.helpers.models import everyone, models, questions


def one_factor(share: float = 0.1, odds_ratio: float = 3.0) -> LogisticModel:
    spread = spread_of(Shares("factor", {"no": 1 - share, "yes": share}, "computed"))
    term = Term("factor", odds_ratio, "e", answer="yes", significant_only=True)
    return LogisticModel((term,), {"factor": spread})


def age_only(odds_ratio: float = 1.05) -> LogisticModel:
    term = Term("age", odds_ratio, "e", significant_only=True)
    return LogisticModel((term,), {"age": spread_of(Normal("age", 57, 15, "computed"), 18, 100)})


def sampled(model: LogisticModel, count: int = 100_000) -> np.ndarray:
    """Relative log-odds of patients drawn at random from the reference population."""
    rng = np.random.default_rng(7)
    total = np.zeros(count)
    for predictor in model.predictors:
        spread = model.population[predictor]
        scores = [model.contribution(predictor, answer).log_odds for answer in spread.answers]
        total += rng.choice(scores, count, p=spread.weights / spread.weights.sum())
    return total


@settings(max_examples=40)
@given(questions(known=True))
def test_the_share_at_or_above_is_that_of_everyone_listed(question):
    model, answers = question
    mine = estimate(model, answers).log_odds
    # Near-equal scores are merged on purpose; what counts is that nobody clearly below is counted, nor left out above.
    slack = 1e-3 * len(model.predictors)
    scores = [(estimate(model, patient).log_odds, share) for patient, share in everyone(model)]
    found = share_at_or_above(model, mine)
    assert sum(s for x, s in scores if x > mine + slack) <= found + 1e-9
    assert found <= sum(s for x, s in scores if x >= mine - slack) + 1e-9


def test_a_patient_of_a_kind_that_exists_is_counted_in_the_share_at_or_above():
    # The effect is smaller than the resolution at which scores are merged; half of the population has it.
    model = one_factor(0.5, odds_ratio=1.0001)
    assert share_at_or_above(model, estimate(model, {"factor": "yes"}).log_odds) >= 0.5


@given(models())
def test_everyone_is_at_or_above_the_lowest_risk(model):
    assert share_at_or_above(model, -100.0) == 1


@given(models())
def test_nobody_is_at_or_above_an_impossible_risk(model):
    assert share_at_or_above(model, 100.0) == 0


@given(model=models(), low=st.floats(-3, 3), step=st.floats(0, 3))
def test_the_share_falls_as_the_risk_rises(model, low, step):
    assert share_at_or_above(model, low + step) <= share_at_or_above(model, low)


def test_the_share_of_a_patient_with_the_only_factor_is_the_share_of_the_factor():
    model = one_factor(0.1)
    assert share_at_or_above(model, estimate(model, {"factor": "yes"}).log_odds) == pytest.approx(0.1)


def test_the_patient_of_middle_age_is_in_the_middle_of_a_model_of_age_alone():
    # A normal distribution has half of its patients at or above the mean.
    model = age_only()
    assert share_at_or_above(model, estimate(model, {"age": 57}).log_odds) == pytest.approx(0.5, abs=0.05)


def test_one_year_of_age_does_not_move_a_patient_by_a_third_of_the_population():
    model = age_only()
    younger, older = (share_at_or_above(model, estimate(model, {"age": age}).log_odds) for age in (56, 58))
    # By the normal distribution: 0.527 - 0.473.
    assert younger - older == pytest.approx(0.053, abs=0.03)


@given(models())
def test_to_catch_more_events_more_patients_are_needed(model):
    needed = [point.needed for point in capacity_curve(model, (0.5, 0.6, 0.7, 0.8, 0.9, 1.0))]
    assert needed == sorted(needed)


@given(models())
def test_catching_every_event_needs_every_patient_and_none_needs_none(model):
    none, every = capacity_curve(model, (0.0, 1.0))
    assert (none.needed, every.needed) == pytest.approx((0, 1))


@given(models())
def test_the_highest_risks_hold_at_least_their_share_of_events(model):
    assert all(point.needed <= point.caught + 1e-9 for point in capacity_curve(model))


def test_the_capacity_of_one_factor_is_that_computed_by_hand():
    # Of 100 patients 10 with 3 times the odds hold 30 of 120 parts of the events. 25 % of events: those 10 patients;
    # 62.5 %: 45 of the 90 parts of the others, so half of them, 10 + 45 patients.
    quarter, more = capacity_curve(one_factor(), (0.25, 0.625))
    assert (quarter.needed, more.needed) == pytest.approx((0.10, 0.55))


def test_the_concordance_of_one_factor_is_that_computed_by_hand():
    # An event has the factor in 1 of 4, a non-event in 1 of 10: 1/4 x 9/10 + (1/4 x 1/10 + 3/4 x 9/10) / 2.
    assert concordance(one_factor()) == pytest.approx(0.25 * 0.9 + (0.025 + 0.675) / 2)


def test_a_model_without_effect_tells_nobody_apart():
    assert concordance(one_factor(odds_ratio=1.0)) == pytest.approx(0.5)


@given(models())
def test_the_concordance_lies_between_chance_and_certainty(model):
    assert 0.5 - 1e-9 <= concordance(model) <= 1


@settings(max_examples=10)
@given(models())
def test_the_concordance_is_the_auc_of_simulated_patients(model):
    # Rank AUC (Mann-Whitney) of patients drawn at random, events drawn with odds small enough to be probabilities.
    scores = np.round(sampled(model), 3)
    event = np.random.default_rng(11).random(len(scores)) < 0.2 * np.exp(scores - scores.max())
    values, inverse = np.unique(scores, return_inverse=True)
    events, others = (np.bincount(inverse[mask], minlength=len(values)) for mask in (event, np.ones(len(scores), bool)))
    below = np.cumsum(others) - others
    auc = np.sum(events * (below + others / 2)) / (events.sum() * others.sum())
    standard_error = 0.5 / np.sqrt(events.sum())
    assert concordance(model) == pytest.approx(auc, abs=4 * standard_error)


@settings(max_examples=20)
@given(models())
def test_the_population_keeps_its_average_when_equal_scores_are_merged(model):
    scores, weights = model.population_scores()
    assert weights.sum() == pytest.approx(1)
    assert weights @ np.exp(scores) == pytest.approx(1, abs=1e-4)

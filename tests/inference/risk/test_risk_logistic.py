"""Logistic risk: exact sums, unknown answers averaged, prevalence of the site."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.risk.logistic import (
    LogisticModel,
    Term,
    estimate,
    expit,
    logit,
    shift_prevalence,
)
from inference.risk.population import Shares, spread_of
from tests.helpers.models import everyone, linear_predictor, mean_odds, models, questions

PROBABILITY = st.floats(1e-6, 1 - 1e-6)


def one_factor(**term) -> LogisticModel:
    """One yes-or-no factor that a tenth of the patients have."""
    spread = spread_of(Shares("factor", {"no": 0.9, "yes": 0.1}, "computed"))
    fields = {"odds_ratio": 3.0, "significant_only": True, **term}
    return LogisticModel((Term("factor", evidence="e", answer="yes", **fields),), {"factor": spread})


@given(questions())
def test_the_contributions_sum_exactly_to_the_log_odds(question):
    result = estimate(*question)
    assert sum(part.log_odds for part in result.contributions) == result.log_odds


@given(questions(known=True))
def test_the_difference_of_two_patients_is_that_of_their_linear_predictors(question):
    model, answers = question
    reference = {p: model.population[p].answers[0] for p in model.predictors}
    difference = estimate(model, answers).log_odds - estimate(model, reference).log_odds
    expected = linear_predictor(model, answers) - linear_predictor(model, reference)
    assert difference == pytest.approx(expected, abs=1e-9)


@given(models())
def test_a_patient_of_whom_nothing_is_known_has_exactly_the_average_odds(model):
    assert estimate(model, {}).log_odds == 0


@settings(max_examples=40)
@given(models(most=3))
def test_the_odds_averaged_over_the_reference_population_are_the_site_odds(model):
    average = sum(share * np.exp(estimate(model, patient).log_odds) for patient, share in everyone(model))
    assert average == pytest.approx(1.0, rel=1e-9)


@settings(max_examples=40)
@given(questions())
def test_an_unknown_answer_is_averaged_over_the_population(question):
    model, answers = question
    expected = np.log(mean_odds(model, answers) / mean_odds(model, {}))
    assert estimate(model, answers).log_odds == pytest.approx(expected, abs=1e-9)


@given(questions())
def test_an_unknown_answer_contributes_nothing_and_says_that_it_is_unknown(question):
    model, answers = question
    parts = {part.predictor: part for part in estimate(model, answers).contributions}
    assert all((parts[p].answer, parts[p].log_odds) == (None, 0) for p, value in answers.items() if value is None)


@given(questions())
def test_the_spread_of_an_unknown_answer_is_that_of_its_effect_in_the_population(question):
    model, answers = question
    for part in estimate(model, answers).contributions:
        if part.answer is None:
            spread = model.population[part.predictor]
            effects = [model.score(part.predictor, answer) for answer in spread.answers]
            middle = np.average(effects, weights=spread.weights)
            variance = np.average((np.array(effects) - middle) ** 2, weights=spread.weights)
            assert part.spread == pytest.approx(np.sqrt(variance), abs=1e-9)


@given(questions())
def test_the_spreads_of_the_contributions_add_in_squares(question):
    result = estimate(*question)
    assert result.spread == pytest.approx(np.sqrt(sum(p.spread**2 for p in result.contributions)))


@given(questions())
def test_an_answer_for_something_else_changes_nothing(question):
    model, answers = question
    assert estimate(model, {**answers, "shoe size": 42}) == estimate(model, answers)


def test_the_effect_of_a_factor_is_read_against_the_average_of_odds():
    # By hand: average odds 0.9 + 0.1 x 3 = 1.2, so a patient with the factor has 3 / 1.2 = 2.5 times the average.
    assert np.exp(estimate(one_factor(), {"factor": "yes"}).log_odds) == pytest.approx(2.5)


def test_the_uncertainty_grows_with_the_distance_from_the_average_patient():
    model = one_factor()
    assert estimate(model, {"factor": "yes"}).spread > estimate(model, {"factor": "no"}).spread


def test_the_standard_error_of_an_interval_is_its_width_on_the_log_scale():
    # Evidence section 1: injection rate 1.61 per mL/s (1.33-1.95).
    term = Term("rate", 1.61, "e", low=1.33, high=1.95)
    assert term.standard_error == pytest.approx((np.log(1.95) - np.log(1.33)) / (2 * 1.959964))


def test_the_standard_error_without_an_interval_is_the_largest_that_is_still_significant():
    term = Term("flush", 3.336, "e", answer="no", significant_only=True)
    assert term.coefficient / term.standard_error == pytest.approx(1.959964)


@pytest.mark.parametrize(
    "fields",
    [
        {"odds_ratio": 0.0},
        {"odds_ratio": -2.0},
        {"significant_only": False},
        {"low": 2.0, "high": 4.0},
        {"significant_only": False, "low": 2.0},
        {"significant_only": False, "high": 4.0},
        {"significant_only": False, "low": 4.0, "high": 2.0},
        {"significant_only": False, "low": 0.0, "high": 4.0},
        {"significant_only": False, "low": 3.5, "high": 4.0},
    ],
)
def test_a_term_whose_numbers_make_no_sense_is_refused(fields):
    with pytest.raises(ValueError):
        Term(**{"predictor": "x", "odds_ratio": 3.0, "evidence": "e", "significant_only": True, **fields})


@given(PROBABILITY)
def test_logit_and_expit_undo_each_other(p):
    assert expit(logit(p)) == pytest.approx(p, rel=1e-9)


@pytest.mark.parametrize(("x", "p"), [(-1000.0, 0.0), (1000.0, 1.0), (0.0, 0.5)])
def test_log_odds_of_any_size_have_a_probability(x, p):
    assert expit(x) == pytest.approx(p)


# Evidence section 1, "Prevalence: the main hazard" [C].
@pytest.mark.parametrize(("model_says", "site_has"), [(0.5, 0.0062), (0.9, 0.053)])
def test_the_published_example_of_the_shift_is_reproduced(model_says, site_has):
    assert shift_prevalence(model_says, 0.302, 0.0027) == pytest.approx(site_has, rel=0.01)


def test_the_published_example_of_the_predictive_value_is_reproduced():
    # Evidence section 1 [C]: at sens = spec = 0.85 the PPV is 71 % at 30.2 % prevalence and 1.5 % at 0.27 %.
    # A positive test multiplies the odds by 0.85 / 0.15: the shift must do the same to both prevalences.
    positive = expit(logit(0.302) + np.log(0.85 / 0.15))
    assert positive == pytest.approx(0.71, abs=0.005)
    assert shift_prevalence(positive, 0.302, 0.0027) == pytest.approx(0.015, abs=0.0005)


@given(p=PROBABILITY, rate=PROBABILITY)
def test_the_shift_to_the_prevalence_of_the_training_changes_nothing(p, rate):
    assert shift_prevalence(p, rate, rate) == pytest.approx(p, rel=1e-6)


@given(p=PROBABILITY, trained=PROBABILITY, site=PROBABILITY)
def test_the_shift_can_be_undone(p, trained, site):
    there = shift_prevalence(p, trained, site)
    if 1e-9 < there < 1 - 1e-9:
        assert shift_prevalence(there, site, trained) == pytest.approx(p, rel=1e-5)


@given(trained=PROBABILITY, site=PROBABILITY)
def test_the_average_of_the_training_becomes_the_average_of_the_site(trained, site):
    assert shift_prevalence(trained, trained, site) == pytest.approx(site, rel=1e-6)

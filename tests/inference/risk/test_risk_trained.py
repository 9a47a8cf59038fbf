"""Trained models: their own intercept, the remainder it leaves, the shift to the site, and the covariance."""

from dataclasses import replace

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.risk.logistic import Fit, LogisticModel, Term, at_prevalence, estimate, expit, logit
from inference.risk.nomogram import nomogram
from inference.risk.population import Normal, Shares, spread_of
from inference.risk.reference import of_population, tolerance
from tests.helpers.models import everyone, linear_predictor, models, questions

TRAINED = 0.302
fits = st.builds(Fit, st.floats(-4, 4), st.floats(0.02, 0.8))


def trained(model: LogisticModel, fit: Fit) -> LogisticModel:
    return replace(model, fit=fit)


def signature_model(intercept: float = -1.1, covariance=None) -> LogisticModel:
    """Sex and an image signature."""
    population = {
        "sex": spread_of(Shares("sex", {"male": 0.5, "female": 0.5}, "computed")),
        "signature": spread_of(Normal("signature", -0.4, 1.1, "computed"), -8, 8),
    }
    terms = (
        Term("sex", 1.8, "e", answer="female", low=1.1, high=2.9),
        Term("signature", 2.6, "e", low=1.9, high=3.6),
    )
    return LogisticModel(terms, population, Fit(intercept, TRAINED, covariance))


@given(questions(known=True), fits)
def test_the_log_odds_are_those_of_the_model_against_its_training(question, fit):
    model, answers = question
    wanted = fit.intercept + linear_predictor(model, answers) - logit(fit.prevalence)
    assert estimate(trained(model, fit), answers).log_odds == pytest.approx(wanted, abs=1e-9)


@given(questions(known=True), fits)
def test_at_its_training_prevalence_the_model_says_what_it_was_fitted_to_say(question, fit):
    model, answers = question
    found = at_prevalence(estimate(trained(model, fit), answers).log_odds, fit.prevalence)
    assert found == pytest.approx(expit(fit.intercept + linear_predictor(model, answers)), rel=1e-7)


@given(questions(), fits)
def test_the_contributions_and_the_offset_sum_exactly_to_the_log_odds(question, fit):
    model, answers = question
    result = estimate(trained(model, fit), answers)
    assert sum(part.log_odds for part in result.contributions) + result.offset == result.log_odds


@given(questions(), fits)
def test_the_contributions_are_those_of_the_same_terms_without_an_intercept(question, fit):
    model, answers = question
    assert estimate(trained(model, fit), answers).contributions == estimate(model, answers).contributions


@given(questions())
def test_a_model_from_the_literature_has_no_offset(question):
    assert estimate(*question).offset == 0


def test_a_model_fitted_to_independent_factors_of_the_non_events_has_no_offset():
    # By Bayes: odds given the factor are the prior odds times the ratio of its shares among events and non-events.
    among_events, among_others = 0.4, 0.1
    odds_ratio = among_events / (1 - among_events) / (among_others / (1 - among_others))
    intercept = logit(TRAINED) + np.log((1 - among_events) / (1 - among_others))
    spread = spread_of(Shares("factor", {"no": 1 - among_others, "yes": among_others}, "computed"))
    term = Term("factor", odds_ratio, "e", answer="yes", significant_only=True)
    assert LogisticModel((term,), {"factor": spread}, Fit(intercept, TRAINED)).offset == pytest.approx(0, abs=1e-12)


# Evidence section 1, "Prevalence: the main hazard" [C].
@pytest.mark.parametrize(("model_says", "site_has"), [(0.5, 0.0062), (0.9, 0.053)])
def test_what_a_trained_model_says_is_shifted_as_in_the_published_example(model_says, site_has):
    model = signature_model()
    signature = (logit(model_says) - model.fit.intercept - np.log(1.8)) / np.log(2.6)
    log_odds = estimate(model, {"sex": "female", "signature": signature}).log_odds
    assert at_prevalence(log_odds, TRAINED) == pytest.approx(model_says)
    assert at_prevalence(log_odds, 0.0027) == pytest.approx(site_has, rel=0.01)


@given(questions(known=True), fits)
def test_the_share_at_or_above_counts_everyone_by_the_same_intercept(question, fit):
    model, answers = question
    own = trained(model, fit)
    shares = [of_population(m, None).people_from(estimate(m, answers).log_odds - tolerance(m)) for m in (own, model)]
    assert shares[0] == pytest.approx(shares[1], abs=1e-9)


@settings(max_examples=20)
@given(models(most=2), fits)
def test_the_average_odds_of_the_population_are_those_of_the_offset(model, fit):
    own = trained(model, fit)
    average = sum(share * np.exp(estimate(own, patient).log_odds) for patient, share in everyone(own))
    assert average == pytest.approx(np.exp(own.offset), rel=1e-9)


def test_the_points_of_the_nomogram_lead_to_the_log_odds_of_the_patient():
    model, answers = signature_model(), {"sex": "female", "signature": 1.0}
    chart = nomogram(model, {"sex": ("male", "female"), "signature": (-8.0, 1.0, 8.0)})
    points = sum(row.points[row.answers.index(answers[row.predictor])] for row in chart.rows)
    found = chart.log_odds_at_zero + chart.log_odds_per_point * points
    assert found == pytest.approx(estimate(model, answers).log_odds)


@pytest.fixture(scope="module")
def cohort():
    """Two correlated factors of 400 patients and a fit of them by statsmodels."""
    rng = np.random.default_rng(4)
    signature = rng.normal(-0.4, 1.1, 400)
    female = (rng.random(400) < 1 / (1 + np.exp(-signature))).astype(float)
    outcome = rng.random(400) < 1 / (1 + np.exp(1.1 - 0.6 * female - 0.9 * signature))
    fit = sm.Logit(outcome.astype(float), sm.add_constant(np.column_stack([female, signature]))).fit(disp=0)
    return fit


def fitted(fit) -> LogisticModel:
    """The same model as a pack has it: odds ratios with their intervals, intercept and covariance."""
    base = signature_model(float(fit.params[0]), fit.cov_params())
    low, high = np.exp(fit.conf_int())[1:].T
    odds = np.exp(fit.params[1:])
    terms = (
        replace(term, odds_ratio=o, low=a, high=b) for term, o, a, b in zip(base.terms, odds, low, high, strict=True)
    )
    return replace(base, terms=tuple(terms))


@pytest.mark.parametrize("female", [0.0, 1.0])
@pytest.mark.parametrize("signature", [-2.0, 0.3, 3.0])
def test_the_spread_is_that_of_an_independent_implementation(cohort, female, signature):
    wanted = cohort.get_prediction(np.array([[1.0, female, signature]]), which="linear")
    result = estimate(fitted(cohort), {"sex": "female" if female else "male", "signature": signature})
    assert result.spread == pytest.approx(float(wanted.se[0]), rel=1e-6)
    assert result.log_odds + logit(TRAINED) == pytest.approx(float(wanted.predicted[0]), rel=1e-6)


def test_an_unknown_answer_adds_its_spread_to_the_error_at_the_average(cohort):
    model = fitted(cohort)
    result = estimate(model, {"sex": "female"})
    # Averaged with the weight of the odds: the mean of a normal distribution is moved by b x variance.
    typical = -0.4 + model.terms[1].coefficient * 1.1**2
    x = np.array([1.0, 1.0, typical])
    error = x @ model.fit.covariance @ x
    unknown = next(part.spread for part in result.contributions if part.answer is None)
    assert unknown == pytest.approx(model.terms[1].coefficient * 1.1, rel=1e-3)
    assert result.spread == pytest.approx(np.sqrt(error + unknown**2), rel=1e-3)


def test_the_error_of_an_average_is_that_of_the_average_of_simulated_coefficients(cohort):
    # Delta method against 2,000 draws of the coefficients: ln E[exp(s)] of the unknown signature.
    model = fitted(cohort)
    draws = np.random.default_rng(5).multivariate_normal(cohort.params, model.fit.covariance, 2000)
    spread = model.population["signature"]
    averages = np.log(np.exp(draws[:, 2:] * np.array(spread.answers)) @ spread.weights)
    simulated = (draws[:, 0] + draws[:, 1] + averages).std()
    assert np.sqrt(model.known_variance({"sex": "female"})) == pytest.approx(simulated, rel=0.08)


def test_without_a_covariance_the_spread_is_that_of_the_intervals():
    model = signature_model()
    answers = {"sex": "female", "signature": 1.0}
    plain = replace(model, fit=None)
    assert estimate(model, answers).spread == estimate(plain, answers).spread


def test_the_spread_of_a_contribution_uses_the_errors_of_its_own_term(cohort):
    model = fitted(cohort)
    own = model.contribution("sex", "female")
    scores = np.array([1.0, np.exp(model.terms[0].coefficient)])
    away = 1 - scores[1] / scores.sum()
    assert own.spread == pytest.approx(away * np.sqrt(model.fit.covariance[1, 1]))

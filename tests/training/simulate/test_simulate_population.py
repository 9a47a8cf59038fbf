"""The generative model: its effects are found again, other factors have none, the Bayes AUC is right."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.special import expit
from sklearn.metrics import roc_auc_score

from training.simulate import population
from training.simulate.population import CLINICAL, EFFECTS, VESSELS


@pytest.fixture(scope="module")
def many():
    return population.draw_case_control(3000, 6000, 0.0027, np.random.default_rng(3), pool=2_000_000)


def test_logistic_regression_finds_the_effects_again(many):
    people, outcome = many
    factors = CLINICAL + VESSELS
    units = np.column_stack([getattr(people, name) / EFFECTS[name][2] for name in factors])
    fit = sm.Logit(outcome.astype(float), sm.add_constant(units.astype(float))).fit(disp=False)
    found, errors = fit.params[1:], fit.bse[1:]
    assert np.all(np.abs(found - [EFFECTS[name][0] for name in factors]) < 4 * errors)


def test_factors_without_effect_have_none(many):
    people, outcome = many
    table = np.column_stack([population.log_odds(people), people.bmi, people.diabetes]).astype(float)
    fit = sm.Logit(outcome.astype(float), sm.add_constant(table)).fit(disp=False)
    assert np.all(np.abs(fit.params[2:]) < 4 * fit.bse[2:])
    assert fit.params[1] == pytest.approx(1, abs=0.1)


def test_the_bayes_auc_is_that_of_the_true_log_odds(many):
    people, outcome = many
    found = roc_auc_score(outcome, population.log_odds(people))
    assert population.bayes_auc(0.0027) == pytest.approx(found, abs=0.006)


def test_images_tell_more_than_the_clinic_and_both_more_than_either():
    clinical, vessels = (population.bayes_auc(0.0027, factors) for factors in (CLINICAL, VESSELS))
    assert 0.7 < clinical < vessels < population.bayes_auc(0.0027) < 0.98


def test_the_intercept_gives_the_event_rate():
    scores = np.random.default_rng(1).normal(0, 2, 50_000)
    assert expit(population.intercept_for(0.0027, scores) + scores).mean() == pytest.approx(0.0027)


def test_as_many_have_the_event_as_were_asked_for():
    people, outcome = population.draw_case_control(9, 20, 0.0027, np.random.default_rng(0), pool=5000)
    assert (len(people), int(outcome.sum())) == (29, 9)
    # Not sorted: the order must not tell.
    assert outcome[:9].sum() < 9

"""Logistic regression by maximum likelihood and Firth's, against statsmodels and published fits."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.special import expit

from training.learners.regression import fit, fit_firth, independent_columns, maximise, platt


def draw(seed: int, count: int = 150, columns: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """An outcome that hangs on columns of very different units."""
    rng = np.random.default_rng(seed)
    standard = rng.normal(0, 1, (count, columns))
    event = rng.random(count) < expit(standard @ np.linspace(0.8, -0.5, columns) - 0.7)
    return event, standard * np.geomspace(0.01, 1000, columns) + np.linspace(0, 5000, columns)


@pytest.mark.parametrize("seed", range(4))
def test_maximum_likelihood_is_that_of_statsmodels(seed):
    event, design = draw(seed)
    own = fit(event, design)
    other = sm.Logit(event.astype(float), sm.add_constant(design)).fit(disp=0, tol=1e-12, maxiter=200)
    assert own.method == "maximum-likelihood"
    assert (np.abs(own.coefficients - other.params) / other.bse).max() < 1e-4
    np.testing.assert_allclose(own.covariance, other.cov_params(), rtol=1e-4, atol=1e-9)
    assert own.log_likelihood == pytest.approx(other.llf, abs=1e-8)
    restricted = np.eye(4)[[1, 3]]
    assert own.wald_p(np.array([0, 2])) == pytest.approx(float(other.wald_test(restricted, scalar=True).pvalue), 1e-4)


def test_an_offset_is_added_as_it_is():
    event, design = draw(9)
    offset = np.random.default_rng(1).normal(0, 1, len(event))
    own = fit(event, design, offset)
    family = sm.families.Binomial()
    other = sm.GLM(event.astype(float), sm.add_constant(design), family, offset=offset).fit(tol=1e-13)
    np.testing.assert_allclose(own.coefficients, other.params, rtol=1e-5, atol=1e-7)


def test_only_an_intercept():
    event = np.arange(40) < 10
    own = fit(event, np.zeros((40, 0)))
    assert own.coefficients == pytest.approx([np.log(10 / 30)])
    assert own.covariance[0, 0] == pytest.approx(1 / 10 + 1 / 30)


def test_firth_adds_half_a_patient_to_each_cell_of_a_table():
    """For one binary factor the penalised estimate is the odds ratio of the cells + 1/2 (Firth 1993)."""
    cells = {(0, 0): 12, (0, 1): 0, (1, 0): 5, (1, 1): 6}
    factor, event = (np.concatenate([np.full(n, key[i]) for key, n in cells.items()]) for i in (0, 1))
    own = fit(event == 1, factor[:, None].astype(float))
    assert own.method == "firth"
    assert own.coefficients[0] == pytest.approx(np.log(0.5 / 12.5), abs=1e-5)
    assert own.coefficients[1] == pytest.approx(np.log(6.5 * 12.5 / (5.5 * 0.5)), abs=1e-5)


def largest_by_search(event: np.ndarray, design: np.ndarray) -> np.ndarray:
    """Coefficients of Firth's largest likelihood, found without any slope, for columns of about unit size."""
    x = np.column_stack([np.ones(len(event)), design])

    def loss(beta):
        log_odds = x @ beta
        p = expit(log_odds)
        information = x.T @ (x * (p * (1 - p))[:, None])
        return -(event * log_odds - np.logaddexp(0, log_odds)).sum() - np.linalg.slogdet(information)[1] / 2

    options = {"xatol": 1e-9, "fatol": 1e-12, "maxiter": 9000}
    return minimize(loss, np.zeros(x.shape[1]), method="Nelder-Mead", options=options).x


def test_firth_of_several_columns_is_the_maximum_of_its_likelihood():
    rng = np.random.default_rng(4)
    design = rng.normal(0, 1, (60, 2))
    event = design[:, 0] + 0.2 * design[:, 1] > 0.3
    own = fit(event, design)
    assert own.method == "firth"
    np.testing.assert_allclose(own.coefficients, largest_by_search(event, design), rtol=1e-4)


def test_firth_finds_the_top_of_a_flat_ridge():
    """Sixteen patients whom age all but divides, as a learning curve drew them; by the information, 1000 steps fail."""
    age = np.array([70, 90, 79, 82, 68, 72, 75, 73, 65, 61, 58, 48, 67, 51, 49, 69]) / 10 - 7
    score = [-1.7173, 0.2935, 1.3617, 1.2298, 1.0438, -0.8037, 1.4105, -0.6081]
    score += [0.6948, -0.8011, -1.2848, 0.4497, -0.9441, -0.0113, 0.8914, -1.7701]
    event, design = np.arange(16) < 8, np.column_stack([age, score])
    own = fit(event, design)
    assert own.method == "firth"
    np.testing.assert_allclose(own.coefficients, largest_by_search(event, design), rtol=1e-4)


def test_where_the_data_separate_there_is_no_maximum():
    event = np.arange(30) < 12
    assert maximise(event, -np.arange(30.0)[:, None], None, "maximum-likelihood") is None


def test_firth_takes_back_the_first_order_bias():
    """Of many samples of 40 maximum likelihood overrates a slope of 1 by a fifth, Firth's hardly."""
    rng = np.random.default_rng(8)
    slopes = {"plain": [], "firth": []}
    for _ in range(300):
        design = rng.normal(0, 1, (40, 2))
        event = rng.random(40) < expit(design[:, 0])
        slopes["plain"].append(fit(event, design).coefficients[1])
        slopes["firth"].append(fit_firth(event, design).coefficients[1])
    assert np.mean(slopes["plain"]) > 1.1
    assert np.mean(slopes["firth"]) == pytest.approx(1.0, abs=0.07)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**31), st.integers(8, 60), st.integers(1, 4), st.booleans())
def test_every_small_table_can_be_fitted(seed, count, columns, whole):
    """Bootstrap samples meet ties, repeats and separation; none may stop the work."""
    rng = np.random.default_rng(seed)
    design = rng.normal(0, 1, (count, columns))
    if whole:
        design = np.round(design)
    event = rng.random(count) < expit(3 * design[:, 0])
    event[:2] = True, False
    if not independent_columns(design).all() or np.ptp(design, axis=0).min() == 0 or count <= columns + 1:
        return
    own = fit(event, design)
    assert np.isfinite(own.coefficients).all()
    assert np.linalg.eigvalsh(own.covariance).min() > 0


def test_columns_that_add_nothing_are_found():
    rng = np.random.default_rng(0)
    weight = rng.normal(70, 10, 50)
    age = rng.normal(60, 9, 50)
    design = np.column_stack([np.full(50, 3.0), weight, weight * 2.2046 + 1, age, age - weight])
    assert independent_columns(design).tolist() == [False, True, False, True, False]


def test_platt_makes_a_score_log_odds_and_trusts_no_score_that_runs_the_wrong_way():
    event, design = draw(5, 400, 1)
    intercept, slope = platt(event, 7 * design[:, 0] + 3)
    other = sm.Logit(event.astype(float), sm.add_constant(7 * design[:, 0] + 3)).fit(disp=0)
    assert (intercept, slope) == pytest.approx(tuple(other.params), rel=1e-4)
    rate = np.log(event.mean() / (1 - event.mean()))
    assert platt(event, -design[:, 0]) == pytest.approx((rate, 0.0))
    assert platt(event, np.full(400, 5.0)) == pytest.approx((rate, 0.0))


FLAT_RIDGE = """
1 9.1 14 0 1 0 0 1 9.1 14 0 1 0 0 1 63.3 11 0 0 1 0 1 17.6 13 1 0 0 0 1 13.5 15 1 1 0 1 0 29.4 13 1
0 0 0 1 17.6 13 1 0 0 0 0 28 12 1 0 0 0 1 25.2 12 1 0 1 0 0 29.4 13 1 0 0 0 1 27.5 9 0 1 1 1 1 25.2
12 1 0 1 0 1 13.5 15 1 1 0 1 0 28 12 1 0 0 0 1 25.8 15 1 0 0 0 1 27.5 9 0 1 1 1 0 24.9 14 0 0 0 0 0
24.5 13 1 0 0 0 1 12.4 14 1 0 0 0 1 8.7 15 0 0 0 0 0 7.3 15 0 1 0 0 0 16.1 14 1 1 0 1 0 7.3 15 0 1 0
0 0 15.8 11 0 0 0 0 0 11.7 12 0 0 0 0 1 3.3 15 1 0 0 0 0 13.4 12 0 0 0 0 0 14.8 14 0 0 0 0 0 11.7 12
0 0 0 0 0 24.5 13 1 0 0 0 0 5.4 15 1 0 0 0 1 21.7 14 0 0 0 0 0 13.5 14 0 0 0 0 0 16.1 13 0 0 0 0 0
9.7 15 0 0 0 0 1 21.7 14 0 0 0 0 0 16.7 14 1 0 0 0 0 16.7 14 1 0 0 0
"""
"""Sixteen patients with the event and twenty-two without: volume, GCS, and five answers that are yes or no."""


def test_firths_likelihood_is_climbed_to_its_top_along_a_flat_ridge():
    design = np.array(FLAT_RIDGE.split(), float).reshape(38, 7)
    event = np.arange(38) < 16
    found = fit_firth(event, design)
    assert np.abs(found.log_odds(design)).max() < 40 and found.method == "firth"
    beside = [fit_penalty(event, design, found.coefficients + step) for step in np.eye(8) * 0.02]
    assert fit_penalty(event, design, found.coefficients) > max(beside)


def fit_penalty(event, design, coefficients):
    """The likelihood with Jeffreys' prior, by its definition."""
    x = np.column_stack([np.ones(len(design)), design])
    chance = 1 / (1 + np.exp(-x @ coefficients))
    information = (x.T * (chance * (1 - chance))) @ x
    return np.log(np.where(event, chance, 1 - chance)).sum() + np.linalg.slogdet(information)[1] / 2

"""Calibration: against scikit-learn, statsmodels' Newton fit, root finding, patsy's splines and simulation."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import expit, logit
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from statsmodels.formula.api import glm

from training.statistics.calibration import (
    brier,
    calibration_intercept,
    calibration_slope,
    ici,
    observed_expected,
    smooth_calibration,
)
from training.statistics.samples import prevalence_weights

QUICK = settings(max_examples=25, deadline=None)
SEEDS = st.integers(0, 10_000)


def sample(seed, count=120, intercept=-0.8, slope=1.0, shift=0.0):
    """Outcomes whose true log-odds are ``shift + slope x LP``, and the probabilities of LP."""
    generator = np.random.default_rng(seed)
    log_odds = intercept + 1.2 * generator.normal(size=count)
    return (generator.random(count) < expit(shift + slope * log_odds)).astype(int), expit(log_odds)


@QUICK
@given(SEEDS)
def test_the_intercept_balances_observed_and_expected_events(seed):
    outcome, p = sample(seed)
    wanted = brentq(lambda a: (outcome - expit(a + logit(p))).sum(), -9, 9)
    assert calibration_intercept(outcome, p).value == pytest.approx(wanted, abs=1e-6)


@QUICK
@given(SEEDS)
def test_the_intercepts_limits_are_those_of_the_information(seed):
    outcome, p = sample(seed)
    interval = calibration_intercept(outcome, p)
    expected = expit(interval.value + logit(p))
    error = 1 / np.sqrt((expected * (1 - expected)).sum())
    assert interval.high - interval.value == pytest.approx(1.959964 * error, rel=1e-5)


@QUICK
@given(SEEDS)
def test_the_slope_is_that_of_scikit_learns_logistic_regression(seed):
    outcome, p = sample(seed)
    model = LogisticRegression(C=np.inf, tol=1e-10).fit(logit(p)[:, None], outcome)
    assert calibration_slope(outcome, p).value == pytest.approx(model.coef_[0, 0], rel=1e-4)


@QUICK
@given(SEEDS)
def test_the_slopes_limits_are_those_of_statsmodels_newton_fit(seed):
    outcome, p = sample(seed)
    fit = sm.Logit(outcome, sm.add_constant(logit(p))).fit(disp=0, tol=1e-14, maxiter=200)
    assert np.abs(fit.model.score(fit.params)).max() < 1e-8, "the oracle has found its maximum"
    low, high = fit.conf_int(0.1)[1]
    interval = calibration_slope(outcome, p, level=0.9)
    assert (interval.low, interval.high) == pytest.approx((low, high), rel=1e-5)


def test_a_shift_of_the_log_odds_is_found_as_the_intercept():
    interval = calibration_intercept(*sample(1, count=20_000, shift=0.5))
    assert interval.value == pytest.approx(0.5, abs=0.05)


def test_predictions_twice_too_extreme_have_a_slope_of_one_half():
    assert calibration_slope(*sample(2, count=20_000, slope=0.5)).value == pytest.approx(0.5, abs=0.04)


@QUICK
@given(SEEDS)
def test_whole_weights_give_the_estimates_of_repeated_patients(seed):
    outcome, p = sample(seed)
    weights = np.random.default_rng(seed).integers(1, 5, len(p))
    repeated = np.repeat(outcome, weights), np.repeat(p, weights)
    for measure in (calibration_intercept, calibration_slope, observed_expected):
        assert measure(outcome, p, weights).value == pytest.approx(measure(*repeated).value, abs=1e-6)
    assert ici(outcome, p, weights).ici < 1


@pytest.mark.parametrize(
    ("measure", "ideal"), [(calibration_intercept, 0), (calibration_slope, 1), (observed_expected, 1)]
)
def test_limits_of_a_perfect_model_cover_the_ideal_95_times_in_100(measure, ideal):
    found = [measure(*sample(seed, count=298)) for seed in range(300)]
    assert 0.93 <= np.mean([interval.low <= ideal <= interval.high for interval in found]) <= 0.97


@pytest.mark.parametrize("measure", [calibration_intercept, observed_expected])
def test_limits_of_a_case_control_sample_cover_the_ideal_95_times_in_100(measure):
    generator = np.random.default_rng(7)
    outcome, p = sample(8, count=100_000, intercept=-3.5)
    events, others = np.flatnonzero(outcome), np.flatnonzero(outcome == 0)
    ideal, covered, repeats = measure(outcome, p).value, 0, 200
    for _ in range(repeats):
        rows = np.concatenate([generator.choice(events, 90), generator.choice(others, 208)])
        interval = measure(outcome[rows], p[rows], prevalence_weights(outcome[rows], outcome.mean()))
        covered += interval.low <= ideal <= interval.high
    assert 0.92 <= covered / repeats <= 0.97


def test_observed_over_expected_by_hand():
    assert observed_expected([1, 1, 0, 0], [0.5, 0.5, 0.25, 0.25]).value == pytest.approx(2 / 1.5)


def test_limits_of_observed_over_expected_are_those_of_the_jackknife():
    outcome, p = sample(11)
    value, count = outcome.sum() / p.sum(), len(p)
    left_out = np.log([np.delete(outcome, i).sum() / np.delete(p, i).sum() for i in range(count)])
    error = np.sqrt((count - 1) / count * ((left_out - left_out.mean()) ** 2).sum())
    interval = observed_expected(outcome, p)
    factor = np.exp(1.959964 * error)
    assert (interval.low, interval.high) == pytest.approx((value / factor, value * factor), rel=0.01)


def splines_of_patsy(outcome, p, knots):
    """The same logistic regression on the natural cubic splines of statsmodels' formulas, with the same knots."""
    low, *inner, high = np.quantile(logit(p), knots)
    bounds = f"knots={inner}, lower_bound={low}, upper_bound={high}"
    data = pd.DataFrame({"y": outcome, "lp": logit(p)})
    return glm(f"y ~ cr(lp, {bounds}) - 1", data, family=sm.families.Binomial()).fit()


def test_the_smooth_curve_is_that_of_natural_splines_of_another_library():
    outcome, p = sample(12, count=298)
    curve = smooth_calibration(outcome, p)
    fitted = splines_of_patsy(outcome, p, (0.05, 0.35, 0.65, 0.95))
    wanted = fitted.get_prediction(pd.DataFrame({"lp": logit(curve.grid)})).summary_frame(alpha=0.05)
    assert curve.observed == pytest.approx(wanted["mean"].to_numpy(), rel=1e-4)
    assert curve.low == pytest.approx(wanted["mean_ci_lower"].to_numpy(), rel=1e-3)
    assert curve.high == pytest.approx(wanted["mean_ci_upper"].to_numpy(), rel=1e-3)


def test_calibration_errors_are_quantiles_of_the_distance_to_those_splines():
    outcome, p = sample(13, count=298)
    distance = np.abs(splines_of_patsy(outcome, p, (0.05, 0.35, 0.65, 0.95)).fittedvalues - p)
    error = ici(outcome, p)
    wanted = distance.mean(), np.median(distance), np.quantile(distance, 0.9)
    assert (error.ici, error.e50, error.e90) == pytest.approx(wanted, rel=1e-3)


def test_the_curve_of_a_large_perfect_sample_is_the_diagonal():
    outcome, p = sample(14, count=40_000)
    curve = smooth_calibration(outcome, p)
    middle = (curve.grid > 0.05) & (curve.grid < 0.8)
    assert np.abs(curve.observed - curve.grid)[middle].max() < 0.03
    assert ici(outcome, p).ici < 0.01


def test_the_curve_finds_the_true_risks_of_a_model_that_is_wrong():
    outcome, p = sample(15, count=40_000, slope=0.5, shift=0.7)
    curve = smooth_calibration(outcome, p)
    middle = (curve.grid > 0.05) & (curve.grid < 0.8)
    assert np.abs(curve.observed - expit(0.7 + 0.5 * logit(curve.grid)))[middle].max() < 0.03


def test_weights_bring_the_curve_to_the_prevalence_of_the_population():
    outcome, p = sample(16, count=40_000, intercept=-1)
    prevalence = 0.02
    shifted = expit(logit(p) - logit(outcome.mean()) + logit(prevalence))
    weights = prevalence_weights(outcome, prevalence)
    assert ici(outcome, shifted, weights).ici < 0.002 < ici(outcome, shifted).ici


def test_quantiles_of_the_error_count_weights():
    # A fifth have the event at 0.2 (error 0, fewer patients) and at 0.6 (error 0.4, more).
    outcome, p = np.tile([1, 0, 0, 0, 0], 40), np.repeat([0.2, 0.6], [80, 120])
    weights = np.repeat([9.0, 1.0], [80, 120])
    assert ici(outcome, p).e50 == pytest.approx(0.4)
    assert ici(outcome, p, weights).e50 == pytest.approx(0, abs=1e-6)


@QUICK
@given(SEEDS)
def test_the_brier_score_is_that_of_scikit_learn(seed):
    outcome, p = sample(seed)
    weights = np.random.default_rng(seed).random(len(p)) + 0.1
    assert brier(outcome, p).score == pytest.approx(brier_score_loss(outcome, p))
    assert brier(outcome, p, weights).score == pytest.approx(brier_score_loss(outcome, p, sample_weight=weights))


def test_the_scaled_brier_score_compares_with_the_event_rate_for_everyone():
    outcome, p = sample(17)
    constant = np.full(len(p), outcome.mean())
    assert brier(outcome, constant).scaled == pytest.approx(0)
    assert brier(outcome, outcome).scaled == 1
    assert brier(outcome, p).scaled == pytest.approx(1 - brier(outcome, p).score / brier(outcome, constant).score)


def values(outcome, p):
    fits = calibration_intercept(outcome, p).value, calibration_slope(outcome, p).value
    return [*fits, ici(outcome, p).e90, smooth_calibration(outcome, p).observed[0], brier(outcome, p).scaled]


def test_nothing_is_estimable_without_events():
    assert np.isnan([*values([0, 0, 0], [0.1, 0.2, 0.3]), observed_expected([0, 0], [0.1, 0.2]).value]).all()


def test_a_perfectly_separating_model_has_no_slope_and_no_curve():
    intercept, *others, scaled = values([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9])
    assert np.isfinite([intercept, scaled]).all()
    assert np.isnan(others).all()


def test_equal_probabilities_have_no_slope():
    assert np.isnan(calibration_slope([0, 1, 0], [0.3, 0.3, 0.3]).value)


def test_probabilities_of_exactly_0_and_1_are_taken():
    outcome, p = sample(18)
    p[:6], outcome[:6] = [0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1]
    assert np.isfinite([calibration_slope(outcome, p).low, ici(outcome, p).ici]).all()


def test_few_different_probabilities_still_have_a_curve():
    outcome, p = np.tile([1, 0, 0, 0, 0, 1, 0, 1], 10), np.repeat([0.2, 0.5], 40)
    assert np.isfinite(smooth_calibration(outcome, p)).all()


def test_log_odds_in_place_of_probabilities_are_refused():
    with pytest.raises(ValueError, match="inverse logit"):
        calibration_slope([0, 1], [-1.2, 0.4])


def test_weights_of_zero_are_refused():
    with pytest.raises(ValueError, match="not above 0"):
        brier([0, 1], [0.2, 0.4], [0, 1])

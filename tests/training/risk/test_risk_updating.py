"""How much of a model a site's outcomes change."""

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.special import expit, logit

from inference.reading import read_typed
from inference.risk.logistic import at_prevalence, estimate
from inference.site import SiteProfile
from inference.steps.logistic import LogisticStep, build_model
from tests.helpers.signature import LOGISTIC, signature_pack
from training.errors import BadInput
from training.risk.repacking import next_version, recalibrated
from training.risk.updating import closed_test


def simulate(count: int, intercept: float, slope: float, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Outcomes of a site where the log-odds of the event are intercept + slope x predicted."""
    rng = np.random.default_rng(seed)
    predicted = rng.normal(-0.3, 1.1, count)
    return rng.random(count) < expit(intercept + slope * predicted), predicted


def right_intercept(rate: float = 0.02) -> float:
    """Under which a model that needs no change has this event rate on average."""
    predicted = np.random.default_rng(9).normal(-0.3, 1.1, 200_000)
    low, high = -12.0, 0.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if expit(middle + predicted).mean() < rate else (low, middle)
    return low


def test_intercept_and_slope_of_a_site_are_found():
    event, predicted = simulate(60_000, -4.0, 0.6)
    found = closed_test(event, predicted)
    assert found.kind == "slope"
    other = sm.Logit(event.astype(float), sm.add_constant(predicted)).fit(disp=0, tol=1e-10)
    assert (found.intercept, found.slope) == pytest.approx(tuple(other.params), abs=1e-5)
    np.testing.assert_allclose(found.covariance, other.cov_params(), rtol=1e-4)
    assert found.intercept == pytest.approx(-4, abs=0.15)
    assert found.slope == pytest.approx(0.6, abs=0.1)
    assert found.event_share == event.mean()


def test_the_tests_are_likelihood_ratios_of_statsmodels():
    event, predicted = simulate(8000, -3.4, 0.7)
    found = closed_test(event, predicted, prevalence=0.01)
    outcome, family, one = event.astype(float), sm.families.Binomial(), np.ones((len(event), 1))
    both = sm.GLM(outcome, np.column_stack([one, predicted]), family).fit().llf
    large = sm.GLM(outcome, one, family, offset=predicted).fit().llf
    p = expit(logit(0.01) + predicted)
    unchanged = float((event * np.log(p) + ~event * np.log1p(-p)).sum())
    assert [test.statistic for test in found.tests] == pytest.approx([2 * (both - unchanged), 2 * (both - large)], 1e-5)


def test_only_the_intercept_where_the_slope_is_right():
    event, predicted = simulate(20_000, -2.5, 1.0, seed=1)
    found = closed_test(event, predicted, prevalence=0.01)
    assert (found.kind, found.slope) == ("intercept", 1.0)
    other = sm.GLM(event.astype(float), np.ones((len(event), 1)), sm.families.Binomial(), offset=predicted).fit()
    assert found.intercept == pytest.approx(other.params[0], abs=1e-6)
    assert found.covariance[0, 0] == pytest.approx(other.cov_params()[0, 0], rel=1e-3)
    assert not found.covariance[1].any()


def test_a_model_that_fits_is_left_alone_in_19_of_20_sites():
    start = right_intercept(0.02)
    kinds = [closed_test(*simulate(6000, start, 1.0, seed), prevalence=expit(start)).kind for seed in range(200)]
    assert 1 - kinds.count("none") / 200 == pytest.approx(0.05, abs=0.035)


def test_with_few_events_only_the_intercept_is_judged():
    event, predicted = np.arange(300) < 15, np.random.default_rng(0).normal(0, 1, 300)
    found = closed_test(event, predicted, prevalence=0.3)
    assert found.kind == "intercept"
    assert [test.name for test in found.tests] == ["intercept against none"]


@pytest.mark.parametrize(
    ("events", "others", "sentence"),
    [(9, 5000, "9 injections with the event"), (5000, 9, "9 injections without the event"), (0, 0, "0 injections")],
)
def test_too_few_are_refused(events, others, sentence):
    event = np.arange(events + others) < events
    with pytest.raises(BadInput, match=sentence):
        closed_test(event, np.random.default_rng(0).normal(0, 1, len(event)))


def test_predictions_that_are_all_the_same_are_refused():
    with pytest.raises(BadInput, match="All predictions are the same"):
        closed_test(np.arange(60) < 30, np.full(60, 0.4))


def test_a_model_that_runs_the_wrong_way_is_refused():
    event, predicted = simulate(5000, -2.0, -0.8)
    with pytest.raises(BadInput, match="had no more events"):
        closed_test(event, predicted)


def test_outcomes_that_the_predictions_separate_are_refused():
    with pytest.raises(BadInput, match="separate"):
        closed_test(np.arange(80) >= 40, np.linspace(-2, 2, 80))


def model_of(step: LogisticStep):
    """The step's model, read as in a pack."""
    return build_model(step, signature_pack().manifest, SiteProfile())


@pytest.fixture
def step():
    plain = {**LOGISTIC, "terms": [dict(term) for term in LOGISTIC["terms"]]}
    return read_typed(LogisticStep, plain, "test"), plain


def updated(plain: dict, changes: dict) -> LogisticStep:
    terms = [{**term, **values} for term, values in zip(plain["terms"], changes.pop("terms"))]
    return read_typed(LogisticStep, {**plain, **changes, "terms": terms}, "test")


def test_the_new_step_says_what_the_update_says(step):
    """P(event) = expit(intercept + slope x r) at the table's event rate, for every answer."""
    old, plain = step
    event, predicted = simulate(30_000, -3.0, 0.6)
    update = closed_test(event, predicted)
    new = updated(plain, recalibrated(old, update))
    for answers in ({"c": "yes", "signature": 1.3}, {"c": "no", "signature": -2.0}):
        before, after = (estimate(model_of(one), answers) for one in (old, new))
        wanted = expit(update.intercept + update.slope * before.log_odds)
        assert at_prevalence(after.log_odds, update.event_share) == pytest.approx(wanted, rel=1e-6)


def test_the_new_variance_is_that_of_a_simulation(step):
    """Old coefficients and update drawn from their distributions, independently."""
    old, plain = step
    event, predicted = simulate(30_000, -3.0, 0.6)
    update = closed_test(event, predicted)
    new = updated(plain, recalibrated(old, update))
    rng = np.random.default_rng(0)
    middle = [old.intercept - logit(old.trained_prevalence), *(term.coefficient for term in old.terms)]
    drawn = rng.multivariate_normal(middle, old.covariance, 40_000)
    both = rng.multivariate_normal([update.intercept, update.slope], update.covariance, 40_000)
    values = both[:, 1:] * drawn
    values[:, 0] += both[:, 0]
    np.testing.assert_allclose(np.cov(values.T), new.covariance, rtol=0.08, atol=1e-3)
    for term, error in zip(new.terms, np.sqrt(np.diag(new.covariance))[1:]):
        assert term.standard_error == pytest.approx(error, rel=1e-6)


def test_an_intercept_leaves_the_coefficients(step):
    old, plain = step
    event, predicted = simulate(20_000, -2.5, 1.0, seed=1)
    new = updated(plain, recalibrated(old, closed_test(event, predicted, prevalence=0.01)))
    assert [term.coefficient for term in new.terms] == pytest.approx([term.coefficient for term in old.terms])
    np.testing.assert_allclose(np.array(new.covariance)[1:, 1:], np.array(old.covariance)[1:, 1:])
    assert new.covariance[0][0] > old.covariance[0][0]


def test_versions_are_counted_up():
    assert next_version("1.9.3") == "1.10.0"
    with pytest.raises(BadInput, match=r"not of the form 1\.2\.3"):
        next_version("2024")

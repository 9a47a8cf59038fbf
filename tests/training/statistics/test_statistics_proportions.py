"""Wilson, predictive values, weights: against SciPy and published tables."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from training.statistics.proportions import predictive_values, wilson
from training.statistics.samples import prevalence_weights

QUICK = settings(max_examples=40, deadline=None)
COUNTS = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# Newcombe, Stat Med 1998;17:857, table I: the four cases, method 3 (score).
@pytest.mark.parametrize(
    ("successes", "total", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_newcombes_published_limits(successes, total, low, high):
    interval = wilson(successes, total)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)


@QUICK
@given(COUNTS)
def test_wilson_agrees_with_scipy(counts):
    theirs = binomtest(*counts).proportion_ci(0.9, "wilson")
    ours = wilson(*counts, level=0.9)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-10)


@QUICK
@given(COUNTS)
def test_limits_enclose_the_proportion_and_stay_within_0_and_1(counts):
    interval = wilson(*counts)
    assert 0 <= interval.low <= interval.value <= interval.high <= 1


def test_a_proportion_of_nothing_is_not_estimable():
    assert np.isnan([wilson(0, 0).value, wilson(0, 0).low, wilson(0, 0).high]).all()


def test_more_successes_than_patients_are_refused():
    with pytest.raises(ValueError, match="5 of 4"):
        wilson(5, 4)


def test_predictive_values_are_those_of_the_table_of_the_same_population():
    # 10 000 patients at a prevalence of 30.2 %, sensitivity = specificity = 85 %.
    events, others = 3020, 6980
    ppv, npv = predictive_values(0.85, 0.85, 0.302)
    assert ppv == pytest.approx(0.85 * events / (0.85 * events + 0.15 * others))
    assert npv == pytest.approx(0.85 * others / (0.85 * others + 0.15 * events))


def test_a_good_test_has_a_low_positive_predictive_value_where_events_are_rare():
    assert predictive_values(0.85, 0.85, 0.0027)[0] == pytest.approx(0.015, abs=5e-4)


def test_the_positive_predictive_value_is_not_estimable_where_no_one_is_positive():
    ppv, npv = predictive_values(0.0, 1.0, 0.1)
    assert np.isnan(ppv)
    assert npv == pytest.approx(0.9)


def test_a_sensitivity_above_one_is_refused():
    with pytest.raises(ValueError, match="sensitivity"):
        predictive_values(1.2, 0.5, 0.1)


@QUICK
@given(st.integers(1, 50), st.integers(1, 50), st.floats(1e-4, 0.9999))
def test_weights_give_the_sample_the_event_rate_of_the_population(events, others, prevalence):
    outcome = np.repeat([1, 0], [events, others])
    weights = prevalence_weights(outcome, prevalence)
    assert np.average(outcome, weights=weights) == pytest.approx(prevalence)
    assert weights.mean() == pytest.approx(1)


def test_a_sample_without_events_cannot_be_weighted():
    with pytest.raises(ValueError, match="both patients with and without"):
        prevalence_weights([0, 0], 0.1)

"""Intraclass correlation: the worked example of Shrout and Fleiss, analysis of variance, coverage."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import f
from statsmodels.formula.api import ols
from statsmodels.stats.anova import anova_lm

from training.statistics.agreement import icc2_1

QUICK = settings(max_examples=40, deadline=None)

# Six subjects, four judges: Shrout and Fleiss, Psychol Bull 1979;86:420, table 2.
JUDGES = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])


def test_the_worked_example_of_shrout_and_fleiss_is_met():
    assert icc2_1(JUDGES).value == pytest.approx(0.29, abs=0.005)


def test_limits_of_the_worked_example_are_those_of_other_programs():
    # pingouin 0.7.0 (intraclass_corr) and R psych 2.x (ICC) both print these.
    assert (icc2_1(JUDGES).low, icc2_1(JUDGES).high) == pytest.approx((0.02, 0.76), abs=0.005)


def test_values_follow_from_the_mean_squares_of_statsmodels():
    ratings = np.random.default_rng(5).normal(size=(9, 3)) + np.arange(9)[:, None] / 4 + np.array([0, 0.5, 1])
    n, k = ratings.shape
    long = pd.DataFrame({"y": ratings.ravel(), "s": np.repeat(range(n), k), "r": np.tile(range(k), n)})
    subjects, readers, error = anova_lm(ols("y ~ C(s) + C(r)", long).fit())["mean_sq"]
    assert icc2_1(ratings).value == pytest.approx(
        (subjects - error) / (subjects + (k - 1) * error + k * (readers - error) / n)
    )


def test_limits_of_agreement_follow_mcgraw_and_wongs_form_of_the_formula():
    # Psychol Methods 1996;1:30, table 7, from the mean squares that Shrout and Fleiss print for their example.
    n, k, rows, columns, error = 6, 4, 11.24, 32.49, 1.02
    rho = (rows - error) / (rows + (k - 1) * error + k / n * (columns - error))
    a, b = k * rho / (n * (1 - rho)), 1 + k * rho * (n - 1) / (n * (1 - rho))
    v = (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)))
    below, above = f.ppf(0.975, n - 1, v), f.ppf(0.975, v, n - 1)
    rest = k * columns + (k * n - k - n) * error
    wanted = (
        n * (rows - below * error) / (below * rest + n * rows),
        n * (above * rows - error) / (rest + n * above * rows),
    )
    assert (icc2_1(JUDGES).low, icc2_1(JUDGES).high) == pytest.approx(wanted, rel=0.005)


def test_a_constant_offset_of_a_reader_harms_agreement():
    ratings = np.column_stack([np.arange(8.0), np.arange(8.0) + 3])
    assert icc2_1(ratings).value < 0.6


def test_readers_who_agree_exactly_have_a_coefficient_of_one():
    ratings = np.column_stack([[0.1, 0.7, 0.35]] * 3)
    assert icc2_1(ratings).low == 1


def test_ratings_that_never_differ_are_not_estimable():
    assert np.isnan([icc2_1(np.full((5, 2), 0.3)).value, icc2_1(np.full((5, 2), 0.3)).low]).all()


@QUICK
@given(arrays(int, (6, 3), elements=st.integers(0, 20)), st.floats(0.1, 50), st.floats(-30, 30))
def test_the_unit_of_the_ratings_does_not_matter(ratings, scale, offset):
    ours, scaled = icc2_1(ratings), icc2_1(ratings * scale + offset)
    assert scaled.value == pytest.approx(ours.value, abs=1e-6, nan_ok=True)
    assert scaled.low == pytest.approx(ours.low, abs=1e-6, nan_ok=True)


@QUICK
@given(arrays(int, (6, 3), elements=st.integers(0, 20)))
def test_limits_enclose_the_coefficient(ratings):
    interval = icc2_1(ratings)
    if not np.isnan(interval.low):
        assert interval.low - 1e-9 <= interval.value <= interval.high + 1e-9


def test_the_interval_covers_the_truth_95_times_in_100():
    generator, repeats = np.random.default_rng(6), 800
    of_readers = 0.5
    truth = 4 / (4 + of_readers**2 + 1)
    covered = 0
    for _ in range(repeats):
        interval = icc2_1(
            2 * generator.normal(size=(30, 1))
            + of_readers * generator.normal(size=(1, 4))
            + generator.normal(size=(30, 4)),
        )
        covered += interval.low <= truth <= interval.high
    assert 0.93 < covered / repeats < 0.97


@pytest.mark.parametrize(("ratings", "message"), [([[1, 2]], "two subjects"), ([[1, 2], [1, np.nan]], "missing")])
def test_ratings_that_cannot_be_used_are_refused_in_words(ratings, message):
    with pytest.raises(ValueError, match=message):
        icc2_1(ratings)

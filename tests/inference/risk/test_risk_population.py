"""Reference populations: small distributions that stand in for what nobody knows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from inference.risk.population import Normal, Shares, spread_of


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=6))
def test_shares_keep_their_answers_and_weights(raw):
    shares = {f"a{n}": value / sum(raw) for n, value in enumerate(raw)}
    spread = spread_of(Shares("x", shares, "computed"))
    assert dict(zip(spread.answers, spread.weights)) == shares


@given(mean=st.floats(30, 70), sd=st.floats(0.5, 25))
def test_the_weights_of_a_normal_distribution_sum_to_one(mean, sd):
    assert spread_of(Normal("age", mean, sd, "computed"), 18, 100).weights.sum() == pytest.approx(1)


@given(mean=st.floats(-50, 70), sd=st.floats(0.5, 25))
def test_nodes_of_a_normal_distribution_have_its_mean_and_spread(mean, sd):
    spread = spread_of(Normal("x", mean, sd, "computed"))
    middle = spread.weights @ spread.answers
    assert (middle, np.sqrt(spread.weights @ (spread.answers - middle) ** 2)) == pytest.approx((mean, sd))


@given(mean=st.floats(30, 70), sd=st.floats(1, 15), odds_ratio=st.floats(0.9, 1.1))
def test_the_average_odds_over_a_normal_distribution_are_those_of_mathematics(mean, sd, odds_ratio):
    # The mean of exp(b x) over a normal distribution is exp(b mean + b^2 sd^2 / 2).
    b = np.log(odds_ratio)
    spread = spread_of(Normal("x", mean, sd, "computed"))
    expected = np.exp(b * mean + b**2 * sd**2 / 2)
    assert spread.weights @ np.exp(b * np.array(spread.answers)) == pytest.approx(expected, rel=1e-6)


def test_the_average_odds_of_the_flagship_age_are_those_of_the_cut_distribution():
    # cme-literature-prior: age 57 (15), cut to 18-100, odds ratio 1.017 a year; by integration.
    b = np.log(1.017)
    density = stats.norm(57, 15)
    total = integrate.quad(density.pdf, 18, 100)[0]
    expected = integrate.quad(lambda x: density.pdf(x) * np.exp(b * (x - 57)), 18, 100)[0] / total
    spread = spread_of(Normal("age", 57, 15, "unconfirmed"), 18, 100)
    found = spread.weights @ np.exp(b * (np.array(spread.answers) - 57))
    assert found == pytest.approx(expected, rel=5e-3)


def test_nobody_in_the_population_lies_outside_the_range_of_the_predictor():
    spread = spread_of(Normal("age", 57, 30, "computed"), 18, 100)
    assert (min(spread.answers), max(spread.answers)) == (18, 100)


@pytest.mark.parametrize("shares", [{"a": 0.5, "b": 0.4}, {"a": 1.5, "b": -0.5}, {"a": 0.7, "b": 0.7}])
def test_shares_that_are_no_shares_are_refused(shares):
    with pytest.raises(ValueError):
        Shares("x", shares, "computed")


@pytest.mark.parametrize("sd", [0.0, -1.0])
def test_a_spread_that_is_not_positive_is_refused(sd):
    with pytest.raises(ValueError):
        Normal("x", 50, sd, "computed")


def test_shares_of_no_answers_at_all_are_refused():
    with pytest.raises(ValueError):
        Shares("x", {}, "computed")

"""Reference populations: the nodes of a normal distribution, and both sides of what is refused."""

from __future__ import annotations

import numpy as np
import pytest

from inference.reading import Fault
from inference.risk.population import Normal, Shares, spread_of


def test_a_normal_distribution_has_nodes_a_tenth_of_its_spread_apart_up_to_eight_on_both_sides():
    spread = spread_of(Normal("x", 50.0, 10.0, "computed"))
    assert np.diff(spread.answers) == pytest.approx(np.ones(160))
    assert (spread.answers[0], spread.answers[-1]) == pytest.approx((-30, 130))
    # The weights are those of the bell: half of the middle one at sqrt(2 ln 2) deviations, symmetric, 1 together.
    assert spread.weights[80] == pytest.approx(0.1 / np.sqrt(2 * np.pi))
    assert spread.weights[90] / spread.weights[80] == pytest.approx(np.exp(-0.5))
    assert spread.weights == pytest.approx(spread.weights[::-1])
    assert spread.weights.sum() == pytest.approx(1)


def test_numbers_are_kept_inside_their_range_and_only_there():
    spread = spread_of(Normal("x", 50.0, 10.0, "computed"), 40.0, 65.0)
    assert (min(spread.answers), max(spread.answers)) == (40.0, 65.0)
    assert spread.answers[80] == 50.0
    assert min(spread_of(Normal("x", 0.0, 1e9, "computed")).answers) == -8e9


def test_shares_are_answers_and_weights_in_their_order():
    spread = spread_of(Shares("x", {"b": 0.75, "a": 0.25, "c": 0.0}, "computed"))
    assert (spread.answers, spread.weights.tolist()) == (("b", "a", "c"), [0.75, 0.25, 0.0])


@pytest.mark.parametrize(
    ("shares", "refused"),
    [
        ((0.5, 0.5), False),
        ((0.5, 0.5 + 9e-7), False),
        ((0.5, 0.5 - 9e-7), False),
        ((0.5, 0.5 + 2e-6), True),
        ((0.5, 0.5 - 2e-6), True),
        ((1.0, 0.0), False),
        ((1.25, -0.25), True),
        ((0.0, 0.0), True),
        ((1.0, 1.0), True),
    ],
)
def test_shares_sum_to_one_up_to_a_millionth_and_none_is_below_zero(shares, refused):
    given = dict(zip("ab", shares))
    if not refused:
        assert Shares("x", given, "computed").shares == given
        return
    with pytest.raises(Fault) as caught:
        Shares("x", given, "computed")
    assert (caught.value.kind, caught.value.parameters) == ("shares-sum", {"predictor": "x"})


def test_a_spread_is_above_zero():
    assert Normal("x", 50.0, 1e-9, "computed").sd == 1e-9
    for sd in (0.0, -0.5):
        with pytest.raises(Fault) as caught:
            Normal("x", 50.0, sd, "computed")
        assert (caught.value.kind, caught.value.parameters) == ("spread-positive", {"predictor": "x"})

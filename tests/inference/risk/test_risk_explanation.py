"""What explains a risk tells what went in and what it gave, in the terms of its own kind."""

from __future__ import annotations

import pytest

from inference.risk.estimate import Estimate, Horizon, Interval, Reached, Relative
from inference.risk.explanation import KINDS, Additive, Attribution, Attributions, Explanation, WhatIf
from inference.risk.logistic import Contribution
from inference.risk.nomogram import Nomogram

PARTS = (Contribution("age", 61.0, 0.4, 0.1), Contribution("grade", None, 0.0, 0.5))
ADDITIVE = Additive(0.4, 0.6, PARTS, ("grade",), (), Nomogram((), 0.0, 0.0))
ATTRIBUTIONS = Attributions("log-odds", -1.5, (Attribution("age", 61.0, 0.75), Attribution("grade", None, -0.25)))


def test_contributions_tell_their_answers_and_the_log_odds_that_they_add_up_to():
    assert ADDITIVE.inputs() == {"age": 61.0, "grade": None}
    assert ADDITIVE.figures() == {"log_odds": 0.4}
    assert (ADDITIVE.offset, ADDITIVE.recentring, ADDITIVE.kind) == (0.0, 0.0, "additive")


def test_attributions_add_up_to_the_output_from_the_base():
    assert ATTRIBUTIONS.inputs() == {"age": 61.0, "grade": None}
    assert ATTRIBUTIONS.output == -1.0
    assert ATTRIBUTIONS.figures() == {"output": -1.0, "base": -1.5, "by.age": 0.75, "by.grade": -0.25}
    assert (ATTRIBUTIONS.kind, ATTRIBUTIONS.method, ATTRIBUTIONS.recentring) == ("attributions", "shapley", 0.0)


def test_every_kind_of_explanation_says_both():
    assert len({kind.kind for kind in (ADDITIVE, ATTRIBUTIONS)}) == len(KINDS)
    for kind in (Additive, Attributions):
        assert (kind.inputs, kind.figures) != (Explanation.inputs, Explanation.figures)
    with pytest.raises(TypeError, match="figures, inputs"):
        Explanation()


def test_the_chance_of_an_estimate_is_its_probability_without_the_interval():
    tier = Reached("high", None, None, "times")
    assert (tier.begins, Estimate(tier).chance) == ((), None)
    assert Estimate(tier, Interval(0.25, 0.1, 0.5)).chance == 0.25
    assert (Interval(0.25).low, Interval(0.25).high, Estimate(tier).relative, Estimate(tier).at) == (None,) * 4


def test_parts_are_equal_where_their_figures_are():
    assert Relative(2.0, 1.5, 2.5, "pack") == Relative(2.0, 1.5, 2.5, "pack") != Relative(2.0, 1.5, 2.5, "site")
    assert Horizon(30, "d") == Horizon(30, "d") != Horizon(30, "wk")
    assert WhatIf("rate", 2.0, -0.3, None) == WhatIf("rate", 2.0, -0.3, None) != WhatIf("rate", 2.0, -0.3, 0.1)

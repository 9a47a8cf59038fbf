"""The people a risk is read against, counted by hand; whoever is exactly at a limit belongs to what begins there."""

from __future__ import annotations

from math import exp, inf, log

import numpy as np
import pytest

from inference.risk.held_out import HeldOut, Measured
from inference.risk.logistic import RESOLUTION, LogisticModel, Term, expit, logit
from inference.risk.population import Spread
from inference.risk.reference import (
    Reference,
    meanings,
    of_held_out,
    of_population,
    recentring,
    times_average,
    tolerance,
)
from inference.vocabulary import Text

SCORES = np.array([-1.0, 0.0, 2.0])
PEOPLE = Reference(SCORES, np.array([0.5, 0.4, 0.1]), np.array([0.2, 0.3, 0.5]), "held-out")


def test_the_share_at_or_above_a_score_holds_those_at_it():
    assert [PEOPLE.people_from(at) for at in (-1.5, -1.0, -0.5, 0.0, 2.0, 2.1)] == pytest.approx(
        [1, 1, 0.5, 0.5, 0.1, 0]
    )
    assert [PEOPLE.events_from(at) for at in (-1.5, -1.0, -0.5, 0.0, 2.0, 2.1)] == pytest.approx(
        [1, 1, 0.8, 0.8, 0.5, 0]
    )


def test_shares_are_of_all_the_people_however_many_are_listed():
    many = Reference(SCORES, 40 * PEOPLE.people, 8 * PEOPLE.events, "held-out")
    assert (many.people_from(0.0), many.events_from(0.0)) == pytest.approx((0.5, 0.8))


def test_moved_people_are_the_same_with_other_scores():
    moved = PEOPLE.moved(0.25)
    assert moved.scores.tolist() == [-0.75, 0.25, 2.25]
    assert (moved.people is PEOPLE.people, moved.events is PEOPLE.events, moved.basis) == (True, True, "held-out")


def test_held_out_patients_are_weighted_to_the_rate_of_the_site_or_else_of_the_pack():
    area = Measured((1 * 5.5 + 2 * 8) / 27, 0.0, 1.0)
    patients = HeldOut(Text("patients", "病人"), False, 0.2, tuple(SCORES), (0, 1, 2), (4, 3, 2), area, ())
    events, others = np.array([0, 1, 2]) / 3, np.array([4, 3, 2]) / 9
    for rate, used in ((0.3, 0.3), (None, 0.2)):
        people = of_held_out(patients, rate)
        assert people.scores.tolist() == [-1.0, 0.0, 2.0]
        assert people.people == pytest.approx(used * events + (1 - used) * others)
        assert people.events == pytest.approx(events)
        assert people.basis == "held-out"


def one_factor(odds_ratio: float = 4.0) -> LogisticModel:
    term = Term("x", odds_ratio, "e", answer="b", significant_only=True)
    return LogisticModel((term,), {"x": Spread(("a", "b"), np.array([0.8, 0.2]))})


def test_the_events_of_a_population_follow_from_the_odds_of_the_model():
    average = 0.8 + 0.2 * 4
    people = of_population(one_factor(), None)
    assert people.scores == pytest.approx([-log(average), log(4 / average)])
    assert (people.people.tolist(), people.basis) == ([0.8, 0.2], "population-model")
    assert people.events == pytest.approx([0.5, 0.5])
    chances = np.array([expit(logit(0.3) + score) for score in people.scores])
    expected = people.people * chances / (people.people @ chances)
    assert of_population(one_factor(), 0.3).events == pytest.approx(expected)


def test_shares_that_sum_to_one_but_for_rounding_are_made_to():
    model = LogisticModel(one_factor().terms, {"x": Spread(("a", "b"), np.array([0.8, 0.2000009]))})
    assert of_population(model, None).people.sum() == pytest.approx(1, abs=1e-12)


def test_odds_that_are_out_of_all_bounds_make_certain_events_and_no_warning():
    scores = np.array([-2000.0, 0.0, 2000.0])
    people = Reference(scores, np.array([0.1, 0.8, 0.1]), np.full(3, 1 / 3), "held-out")
    moved = recentring(people, 0.3)
    assert 0.1 + 0.8 * expit(logit(0.3) + moved) == pytest.approx(0.3)


@pytest.mark.parametrize("rate", [0.001, 0.3, 0.9])
@pytest.mark.parametrize("off", [-28.0, -2.0, 0.0, 2.0, 28.0])
def test_after_re_centring_the_mean_probability_is_the_rate_to_the_last_digits(rate, off):
    people = PEOPLE.moved(off)
    moved = recentring(people, rate)
    chances = [expit(logit(rate) + score + moved) for score in people.scores]
    assert people.people @ chances == pytest.approx(rate, rel=1e-12)


def test_without_a_rate_the_mean_odds_are_the_average():
    assert recentring(PEOPLE, None) == pytest.approx(-log(0.5 * exp(-1) + 0.4 + 0.1 * exp(2)))


def test_how_many_times_the_average_is_of_odds_without_a_rate_and_of_risks_with_one():
    assert times_average(log(2), None) == pytest.approx(2)
    assert times_average(log(2), 0.2) == pytest.approx(1 / 3 / 0.2)
    assert (times_average(inf, 0.2), times_average(-inf, 0.2), times_average(-inf, None)) == (5.0, 0.0, 0.0)


def test_merging_may_have_moved_a_score_once_for_each_predictor():
    two = LogisticModel(
        (Term("x", 2.0, "e", answer="b", significant_only=True), Term("y", 2.0, "e", significant_only=True)), {}
    )
    assert tolerance(two) == 2 * RESOLUTION


def told(begins, rate=None, slack=0.0, people=PEOPLE) -> list[tuple]:
    names = ("high", "middle", "low")[-len(begins) :]
    return [
        (tier.tier, round(tier.people, 9), round(tier.events, 9), None if tier.rate is None else round(tier.rate, 9))
        for tier in meanings(people, names, begins, rate, slack)
    ]


def test_each_tier_holds_those_from_where_it_begins_up_to_the_next():
    assert told((2.0, 0.0, -inf)) == [("high", 0.1, 0.5, None), ("middle", 0.4, 0.3, None), ("low", 0.5, 0.2, None)]
    assert told((2.0, 0.0, -inf), rate=0.02) == [
        ("high", 0.1, 0.5, 0.1),
        ("middle", 0.4, 0.3, 0.015),
        ("low", 0.5, 0.2, 0.008),
    ]
    assert {tier.basis for tier in meanings(PEOPLE, ("a", "b"), (0.0, -inf), None, 0.0)} == {"held-out"}


def test_a_tier_of_nobody_has_no_rate_and_none_is_above_one():
    assert told((3.0, -inf), rate=0.5) == [("middle", 0.0, 0.0, None), ("low", 1.0, 1.0, 0.5)]
    assert told((2.0, -inf), rate=0.5)[0] == ("middle", 0.1, 0.5, 1.0)
    # No fewer than nobody, where a higher tier begins lower.
    assert told((0.0, 2.0, -inf), rate=0.02)[1] == ("middle", 0.0, 0.0, None)


def test_a_share_of_next_to_nobody_has_a_rate_but_one_of_rounding_errors_has_none():
    few = Reference(np.array([0.0, 1.0]), np.array([1 - 2e-9, 2e-9]), np.array([0.5, 0.5]), "held-out")
    assert [tier.rate is None for tier in meanings(few, ("high", "low"), (1.0, -inf), 0.1, 0.0)] == [False, False]
    none = Reference(np.array([0.0, 1.0]), np.array([1 - 5e-10, 5e-10]), np.array([0.5, 0.5]), "held-out")
    assert [tier.rate is None for tier in meanings(none, ("high", "low"), (1.0, -inf), 0.1, 0.0)] == [True, False]


def test_a_score_that_merging_moved_below_the_beginning_still_belongs_to_the_tier():
    moved = PEOPLE.moved(-1e-4)
    assert told((2.0, 0.0, -inf), slack=2e-4, people=moved) == told((2.0, 0.0, -inf))
    assert told((2.0, 0.0, -inf), people=moved)[0] == ("high", 0.0, 0.0, None)

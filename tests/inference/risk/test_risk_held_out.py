"""Held-out patients in a pack: their figures are counted, agree with their histogram, and never the model's belief."""

import numpy as np
import pytest
from scipy.special import expit

from inference.errors import InputError
from inference.reading import read_typed
from inference.risk.held_out import HeldOut, held_out_of

TITLE = {"en": "ten patients", "zh": "十例"}


@pytest.fixture(scope="module")
def ten():
    """Scores 0 to 9; the events at 9, 8 and 4."""
    outcome = [n in (4, 8, 9) for n in range(10)]
    return held_out_of(range(10), outcome, 0.3, TITLE, simulated=False)


def test_the_capacity_is_counted_from_the_highest_score_down(ten):
    # At a rate of 30 % cases and others have their own weights: two of three events lie in the top two patients, the
    # third below three others.
    needed = {point["caught"]: point["needed"] for point in ten["capacity"]}
    assert (needed[0.6], needed[0.9]) == pytest.approx((0.2, 0.6))


def test_the_area_is_that_of_the_ranks(ten):
    # Of 21 pairs of an event and another, 9 and 8 beat all seven, 4 beats four.
    assert ten["auc"]["value"] == pytest.approx(18 / 21, abs=1e-4)


def test_counts_and_intervals_hold_their_figures(ten):
    held_out = read_typed(HeldOut, ten, "test")
    assert (held_out.patient_count, held_out.event_count) == (10, 3)
    for point in held_out.capacity:
        assert point.low <= point.needed <= point.high


def test_the_area_of_an_overconfident_model_is_that_of_its_patients_and_not_of_its_odds():
    # True slope 1, believed 3: the model's own odds would give an area of .98; its patients give .76.
    rng = np.random.default_rng(3)
    truth = rng.normal(0, 1, 4000)
    outcome = rng.random(4000) < expit(truth - 1)
    found = held_out_of(3 * truth, outcome, 0.3, TITLE, simulated=False)
    assert found["auc"]["value"] == pytest.approx(0.75, abs=0.03)
    assert len(found["scores"]) < 500


def test_intervals_are_the_same_every_time(ten):
    outcome = [n in (4, 8, 9) for n in range(10)]
    assert held_out_of(range(10), outcome, 0.3, TITLE, simulated=False) == ten


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"auc": {"value": 0.98, "low": 0.9, "high": 1.0}}, "held-out-figures"),
        ({"capacity": [{"caught": 0.9, "needed": 0.05, "low": 0.0, "high": 1.0}]}, "held-out-figures"),
        ({"auc": {"value": 0.8, "low": 0.9, "high": 1.0}}, "measured"),
        ({"events": [0] * 10}, "held-out-form"),
        ({"events": [1, 0]}, "held-out-form"),
        ({"scores": [0.0] * 10}, "held-out-form"),
        ({"rate": 1.0}, "between-0-and-1"),
    ],
)
def test_figures_that_the_patients_do_not_give_are_refused(ten, change, kind):
    with pytest.raises(InputError) as caught:
        read_typed(HeldOut, {**ten, **change}, "test")
    assert caught.value.parameters["problem_kind"] == kind

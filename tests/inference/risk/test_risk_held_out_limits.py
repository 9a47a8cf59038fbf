"""Held-out patients, counted by hand, and both sides of what is refused in a pack."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from inference.reading import Fault
from inference.risk.held_out import CapacityPoint, HeldOut, Measured, figures_of, held_out_of, needed_for
from inference.vocabulary import Text

TITLE = Text("patients", "病人")
SCORES = (-1.0, 0.0, 1.0, 2.5)
EVENTS, OTHERS = (0, 1, 1, 2), (4, 2, 1, 1)
# Of 32 pairs of an event and another, the highest events beat 7 others and draw with 1 each, and so on.
AUC = (1 * (4 + 1) + 1 * (6 + 0.5) + 2 * (7 + 0.5)) / 32
RATE = 0.2
HALF = 0.2 * 0.5 + 0.8 * 1 / 8
THREE_QUARTERS = 0.2 * 0.75 + 0.8 * 2 / 8


def held_out(**changed) -> HeldOut:
    figures = {
        "title": TITLE,
        "simulated": False,
        "rate": RATE,
        "scores": SCORES,
        "events": EVENTS,
        "others": OTHERS,
        "auc": Measured(AUC, 0.5, 1.0),
        "capacity": (CapacityPoint(0.5, HALF, 0.0, 1.0), CapacityPoint(0.6, THREE_QUARTERS, 0.0, 1.0)),
    }
    return HeldOut(**{**figures, **changed})


def refusal(make) -> tuple[str, str]:
    with pytest.raises(Fault) as caught:
        make()
    return caught.value.kind, caught.value.part


@pytest.mark.parametrize(
    "figures", [(0.5, 0.4, 0.6), (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.5, 0.5, 0.5), (0.5, 0.0, 1.0)]
)
def test_an_interval_holds_its_figure_between_nothing_and_everything(figures):
    assert Measured(*figures).value == figures[0]


@pytest.mark.parametrize("figures", [(0.5, 0.51, 0.6), (0.5, 0.4, 0.49), (0.5, -0.01, 0.6), (0.5, 0.4, 1.01)])
def test_an_interval_that_does_not_hold_its_figure_is_refused(figures):
    assert refusal(lambda: Measured(*figures)) == ("measured", "")


def test_patients_and_events_are_counted():
    assert (held_out().event_count, held_out().patient_count) == (4, 12)


@pytest.mark.parametrize(
    ("changed", "kind", "part"),
    [
        ({"scores": (-1.0, 0.0, 1.0)}, "held-out-form", ""),
        ({"events": (0, 1, 3)}, "held-out-form", ""),
        ({"others": (4, 2, 2)}, "held-out-form", ""),
        ({"scores": (-1.0, 1.0, 0.0, 2.5)}, "held-out-form", ""),
        ({"scores": (-1.0, 0.0, 0.0, 2.5)}, "held-out-form", ""),
        ({"events": (-1, 2, 1, 2)}, "held-out-form", ""),
        ({"others": (5, 3, 1, -1)}, "held-out-form", ""),
        ({"events": (0, 0, 0, 0)}, "held-out-form", ""),
        ({"others": (0, 0, 0, 0)}, "held-out-form", ""),
        ({"scores": (), "events": (), "others": ()}, "held-out-form", ""),
        ({"rate": 0.0}, "between-0-and-1", ".rate"),
        ({"rate": 1.0}, "between-0-and-1", ".rate"),
        # Figures agree with the counts to two thousandths.
        ({"auc": Measured(AUC + 0.0021, 0.5, 1.0)}, "held-out-figures", ""),
        ({"auc": Measured(AUC - 0.0021, 0.5, 1.0)}, "held-out-figures", ""),
        ({"capacity": (CapacityPoint(0.5, HALF + 0.0021, 0.0, 1.0),)}, "held-out-figures", ""),
        ({"capacity": (CapacityPoint(0.5, HALF, 0, 1), CapacityPoint(0.6, HALF, 0, 1))}, "held-out-figures", ""),
        ({"rate": 0.21}, "held-out-figures", ""),
    ],
)
def test_patients_that_do_not_give_their_figures_are_refused(changed, kind, part):
    assert refusal(lambda: held_out(**changed)) == (kind, part)


@pytest.mark.parametrize(
    "changed",
    [
        {"auc": Measured(AUC + 0.0019, 0.5, 1.0)},
        {"auc": Measured(AUC - 0.0019, 0.5, 1.0)},
        {"capacity": (CapacityPoint(0.5, HALF - 0.0019, 0.0, 1.0),)},
        {"capacity": ()},
        {"rate": 1e-9, "capacity": ()},
        {"rate": 0.999, "capacity": ()},
        {"scores": (2.0,), "events": (1,), "others": (1,), "auc": Measured(0.5, 0.0, 1.0), "capacity": ()},
    ],
)
def test_patients_that_give_their_figures_are_taken(changed):
    assert replace(held_out(), **changed).rate == changed.get("rate", RATE)


def test_the_area_and_the_shares_at_or_above_each_score_are_those_of_the_counts():
    area, caught, people = figures_of(np.array(EVENTS, float), np.array(OTHERS, float), RATE)
    assert area == pytest.approx(AUC)
    assert caught == pytest.approx([1, 1, 0.75, 0.5])
    assert people == pytest.approx([1, 0.2 + 0.8 * 0.5, THREE_QUARTERS, HALF])


def test_many_draws_are_counted_at_once_each_by_itself():
    events, others = np.array([EVENTS, EVENTS[::-1]], float), np.array([OTHERS, OTHERS[::-1]], float)
    area, caught, people = figures_of(events, others, RATE)
    assert area == pytest.approx([AUC, 1 - AUC])
    assert caught[1] == pytest.approx([1, 0.5, 0.25, 0])
    assert people.shape == (2, 4)


@pytest.mark.parametrize(
    ("wanted", "needed"), [(0.5, 0.1), (0.5 + 5e-10, 0.1), (0.50001, 0.4), (0.75, 0.4), (1.0, 0.9), (0.1, 0.1)]
)
def test_the_share_that_is_needed_is_that_of_the_highest_score_that_catches_enough(wanted, needed):
    assert needed_for(wanted, np.array([1.0, 1.0, 0.75, 0.5]), np.array([1.0, 0.9, 0.4, 0.1])) == needed


def entry(**given) -> dict:
    scores = [-1.04, 0.0, 0.04, 1.0, 1.0, 2.46, 2.54, 2.5, -1.0, -1.0, -0.96, 0.04]
    outcome = [False, True, False, True, False, True, True, False, False, False, False, False]
    return held_out_of(scores, outcome, RATE, {"en": "patients"}, given.pop("simulated", True), **given)


def test_the_entry_of_a_pack_holds_patients_in_steps_of_a_tenth_and_figures_with_four_digits():
    made = entry()
    assert (made["title"], made["simulated"], made["rate"]) == ({"en": "patients"}, True, RATE)
    assert made["scores"] == list(SCORES)
    assert (made["events"], made["others"]) == (list(EVENTS), list(OTHERS))
    assert made["auc"]["value"] == round(AUC, 4)
    assert [point["caught"] for point in made["capacity"]] == [0.9, 0.8, 0.7, 0.6, 0.5]
    needed = [0.6, 0.6, THREE_QUARTERS, THREE_QUARTERS, HALF]
    assert [point["needed"] for point in made["capacity"]] == [round(share, 4) for share in needed]
    assert entry(simulated=False)["simulated"] is False


def test_the_entry_of_a_pack_is_one_that_the_program_takes():
    made = entry()
    points = tuple(CapacityPoint(**point) for point in made.pop("capacity"))
    title, auc = made.pop("title"), Measured(**made.pop("auc"))
    taken = HeldOut(
        title=title, auc=auc, capacity=points, **{k: tuple(v) if type(v) is list else v for k, v in made.items()}
    )
    assert taken.patient_count == 12


def test_the_intervals_are_percentiles_of_patients_drawn_again_and_the_same_every_time():
    made = entry()
    assert made["auc"] == {"value": round(AUC, 4), "low": 0.5777, "high": 1.0}
    assert [(point["low"], point["high"]) for point in made["capacity"]] == [
        (0.2, 0.8),
        (0.2, 0.8),
        (0.15, 0.8),
        (0.15, 0.8),
        (0.1, 0.6),
    ]
    assert made == entry(seed=0)
    assert made != entry(seed=1)


def test_figures_of_many_patients_are_told_with_four_digits():
    mixed = [n * 37 % 101 for n in range(90)]
    outcome = [mixed[n] + n * 53 % 97 > 120 for n in range(90)]
    made = held_out_of([one / 10 - 5 for one in mixed], outcome, 0.1234, {}, simulated=False)
    assert made["auc"] == {"value": 0.8256, "low": 0.735, "high": 0.9056}
    assert [tuple(point.values()) for point in made["capacity"]] == [
        (0.9, 0.4763, 0.3156, 0.6119),
        (0.8, 0.3909, 0.2302, 0.537),
        (0.7, 0.2909, 0.1594, 0.4516),
        (0.6, 0.2201, 0.1179, 0.3516),
        (0.5, 0.164, 0.0909, 0.2955),
    ]

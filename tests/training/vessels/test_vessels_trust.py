"""Signs of a wrong contour: what is learnt from patients left out, and what is said of it."""

import json
import math

import numpy as np
import pytest

from inference.certainty import estimated_overlap
from inference.reading import parse_toml, read_typed
from inference.schema import OverlapEstimate
from training.vessels import trust
from training.vessels.trust import Contour

SIGNS = ("overlap", "length")


def contour(patient: str, dice: float, other=(), **figures: float) -> Contour:
    return Contour(f"{patient} R", patient, "vein", dice, figures, tuple(other))


def cohort(patients: int = 8, noise: float = 0.0) -> list[Contour]:
    """Contours whose Dice is .7 + 2 (overlap - .75) + .1 ln(length / 40), and whose certainty says nothing."""
    rng = np.random.default_rng(3)
    made = []
    for n in range(patients * 8):
        overlap, length, certainty = rng.uniform(0.65, 0.85), math.exp(rng.uniform(2.5, 4.5)), rng.uniform(0.6, 0.9)
        dice = 0.7 + 2 * (overlap - 0.75) + 0.1 * math.log(length / 40) + rng.normal(0, noise)
        made.append(contour(f"patient {n // 8}", dice, overlap=overlap, length=length, certainty=certainty))
    return made


def test_weights_of_signs_are_found_again_sizes_by_their_logarithm():
    found = trust.learn(cohort(), SIGNS)
    overlap, length = found.signs
    assert (overlap.of, length.of) == SIGNS
    assert overlap.weight == pytest.approx(2.0, rel=0.05)
    assert length.weight == pytest.approx(0.1, rel=0.05)
    assert length.usual == pytest.approx(math.exp(3.5), rel=0.2)
    # The limit lies where the poor contours begin: beside .6 where nothing else plays a part.
    assert found.least == pytest.approx(0.6, abs=0.04)


def test_what_is_learnt_stands_in_a_recipe_as_it_is_read_again():
    found = trust.learn(cohort(), SIGNS)
    assert read_typed(OverlapEstimate, parse_toml(trust.as_entry(found), "test")["estimate"], "test") == found


@pytest.mark.parametrize(
    ("estimates", "limit"),
    [
        ([0.2, 0.4, 0.5, 0.8], 0.45),  # half-way between the last poor one and the next
        ([0.2, np.nan, 0.5, 0.8], 0.35),  # one that is not estimated has no say
        ([0.2, 0.9, 0.5, 0.8], 0.901),  # none is above it
    ],
)
def test_the_limit_lies_above_the_poor_contours(estimates, limit):
    poor = np.array([True, True, False, False])
    assert trust.limit_of(np.array(estimates), poor) == pytest.approx(limit)


def test_of_many_poor_contours_a_tenth_may_lie_above_the_limit():
    estimates, poor = np.arange(20) / 20, np.arange(20) < 10
    assert (estimates < trust.limit_of(estimates, poor)).sum() == 9


def test_no_patient_has_a_say_in_the_limit_and_the_weights_that_he_is_judged_by():
    contours = cohort(noise=0.05)
    estimates, flagged = trust.cross_validated(contours, SIGNS)
    mine = [n for n, one in enumerate(contours) if one.patient == "patient 2"]
    others = [one for one in contours if one.patient != "patient 2"]
    learnt = trust.learn(others, SIGNS)
    for n in mine:
        found = estimated_overlap(contours[n].figures, learnt)
        assert estimates[n] == found.overlap
        assert flagged[n] == (found.overlap < learnt.least)


def test_a_contour_of_which_nothing_can_be_estimated_is_flagged_by_what_else_is_found():
    unknown = [contour("new", 0.0, ["vessel.not-found"]), contour("newer", 0.8)]
    estimates, flagged = trust.cross_validated([*cohort(), *unknown], SIGNS)
    assert np.isnan(estimates[-2:]).all()
    assert flagged[-2:].tolist() == [True, False]


def test_the_report_counts_right_and_names_what_was_missed():
    contours = cohort(noise=0.05)
    contours.append(contour("patient 0", 0.3, overlap=0.84, length=80.0, certainty=0.8))
    found = trust.report(contours, SIGNS)
    poor = sum(one.poor for one in contours)
    sensitivity = found["cross_validated"]["by_the_estimate"]["sensitivity"]
    hits, total = map(int, sensitivity["of"].split("/"))
    assert (found["poor"], total) == (poor, poor)
    assert sensitivity["value"] == pytest.approx(hits / poor, abs=1e-3)
    assert len(found["missed"]) == total - hits
    assert {"case": "patient 0 R", "structure": "vein", "dice": 0.3} in [
        {name: one[name] for name in ("case", "structure", "dice")} for one in found["missed"]
    ]
    areas = found["area_of_each_sign"]
    assert areas["overlap"] > 0.8 and 0.3 < areas["certainty"] < 0.7 and areas["agreement"] is None
    assert json.loads(json.dumps(found)) is not None

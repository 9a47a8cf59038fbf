"""The rules of signs, on haematomas that were made with each sign and without it, in slices of several thicknesses."""

import numpy as np
import pytest

from inference.signs import RULES, read_signs
from tests.helpers.haematomas import AROUND, FOCI, ON_IT, PLANE_MM, STAR, Y, ball, scan

THICKNESSES = (5.0, 2.5, 1.25)


def ramp():
    return np.clip((Y + 17) / 34, 0, 1)


CASES = [
    ("blend", True, "two parts with a sharp seam", {"darker": [(Y > 4, 24)]}),
    ("blend", False, "a seam of 12 HU", {"darker": [(Y > 4, 12)]}),
    ("blend", False, "one part fading into the other", {"darker": [(ramp(), 30)]}),
    ("blend", False, "a dark part inside", {"darker": [(ball(radius=9), 24)]}),
    ("black-hole", True, "an enclosed spot, 34 HU darker", {"darker": [(ball((0, 3, 4), 6), 34)]}),
    ("black-hole", False, "an enclosed spot, 20 HU darker", {"darker": [(ball((0, 3, 4), 6), 20)]}),
    ("black-hole", False, "a notch open to the brain", {"darker": [(ball((0, 16, 0), 8), 34)]}),
    ("swirl", True, "dark as brain over 20 mm", {"darker": [(ball(radius=4, high=20), 30)]}),
    ("swirl", False, "dark as brain over 5 mm", {"darker": [(ball((-2.5, 0, 0), radius=4, high=5), 30)]}),
    ("swirl", False, "20 mm, but denser than brain", {"darker": [(ball(radius=4, high=20), 14)]}),
    ("island", True, "three small clots apart", {"more": [(at, 3.5) for at in AROUND[:3]]}),
    ("island", False, "two small clots apart", {"more": [(at, 3.5) for at in AROUND[:2]]}),
    ("island", True, "four buds", {"more": [(at, 4.5) for at in ON_IT]}),
    ("island", False, "three buds", {"more": [(at, 4.5) for at in ON_IT[:3]]}),
    ("irregular", True, "a star", {"mask": STAR}),
    ("irregular", False, "a ball", {}),
    ("heterogeneous", True, "three darker foci", {"darker": [(ball(at, 3.5, 30), 15) for at in FOCI]}),
    ("heterogeneous", False, "one darker focus", {"darker": [(ball(FOCI[0], 3.5, 30), 15)]}),
    ("heterogeneous", False, "even", {}),
]


@pytest.mark.parametrize("thickness", THICKNESSES)
def test_each_sign_is_told_from_what_only_looks_like_it(thickness):
    told = {}
    for sign, _, look, made in CASES:
        hu, mask, spacing = scan(thickness, *made.get("darker", ()), **{k: v for k, v in made.items() if k != "darker"})
        told[sign, look] = read_signs(hu, mask, spacing, [sign])[sign].seen
    assert told == {(sign, look): seen for sign, seen, look, _ in CASES}


def test_a_sign_is_shown_where_it_is():
    spot = (5.0, 3.0, 4.0)
    for thickness in THICKNESSES:
        hu, mask, spacing = scan(thickness, (ball(spot, 6), 34))
        seen = read_signs(hu, mask, spacing, ["black-hole"])["black-hole"]
        at = np.array(seen.at) * spacing - (25 - (spacing[0] - PLANE_MM) / 2, 32, 32)
        assert np.abs(at - spot).max() <= 5, thickness
        (figure,) = seen.figures
        assert figure.value >= figure.limit == 28


@pytest.mark.parametrize(
    ("reason", "made", "shape"),
    [
        ("thick-slices", {"thickness": 10.0}, False),
        ("noisy", {"thickness": 5.0, "noise": 30.0}, False),
        ("too-small", {"thickness": 5.0, "mask": ball(radius=2.5)}, None),
    ],
)
def test_what_cannot_be_told_is_unknown_with_its_reason(reason, made, shape):
    hu, mask, spacing = scan(made.pop("thickness"), **made)
    seen = read_signs(hu, mask, spacing)
    hidden = [name for name in RULES if name not in ("island", "irregular")]
    assert {seen[name].seen for name in hidden} == {None}
    assert {seen[name].reason for name in hidden} <= {reason, "no-brain"}
    assert seen["irregular"].seen is shape


def test_without_brain_around_there_is_nothing_to_be_isodense_with():
    hu, mask, spacing = scan(5.0)
    seen = read_signs(np.where(mask, hu, -1000).astype(np.int16), mask, spacing)
    assert (seen["swirl"].seen, seen["swirl"].reason) == (None, "no-brain")
    assert seen["blend"].seen is False


def test_a_lesion_thinner_than_a_slice_and_one_at_the_edge_of_the_scan_give_no_fault():
    hu, mask, spacing = scan(2.5)
    thin = np.zeros_like(mask)
    thin[7, 30:34, 30:34] = True
    assert {one.seen for one in read_signs(hu, thin, spacing).values()} <= {None, False}
    at_edge = mask[6:, 20:, 20:]
    assert all(one.at is None or min(one.at) >= 0 for one in read_signs(hu[6:, 20:, 20:], at_edge, spacing).values())

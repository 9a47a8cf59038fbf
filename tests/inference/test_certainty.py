"""How sure a network is of a structure: expected overlap, and slices by certainty."""

import math
from dataclasses import replace

import numpy as np
import pytest

from inference.certainty import (
    APART_MM,
    estimated_overlap,
    expected_overlap,
    least_certain,
    signs_of_error,
    slices_of,
)
from inference.reading import Fault
from inference.schema import OverlapEstimate, Sign
from tests.helpers.images import measure
from tests.helpers.shapes import segmentation

SPACING = (2.0, 0.5, 0.5)


def column(chances, width: int = 4, first: int = 3):
    """A structure with a square of voxels in each slice, as sure there as is said; 0: not labelled there."""
    labels = np.zeros((len(chances) + first + 2, 12, 12))
    certainty = np.full(labels.shape, 0.99, np.float32)
    for k, chance in enumerate(chances, first):
        if chance:
            labels[k, 2 : 2 + width, 5 : 5 + width] = 1
            certainty[k, 2 : 2 + width, 5 : 5 + width] = chance
    return replace(segmentation(labels, spacing_mm=SPACING, origin_mm=(-10, 5, 100)), certainty=certainty)


@pytest.mark.parametrize(
    ("chances", "elsewhere", "overlap"),
    [
        ([1.0, 1.0], 0.0, 1.0),
        ([0.5, 0.5], 0.0, 2 * 0.5 / 1.5),
        ([0.9, 0.7], 0.0, 2 * 0.8 / 1.8),
        ([1.0, 1.0], 2.0, 2 / (1 + 2)),  # in as many voxels more it is likely, too, and is not labelled there
    ],
)
def test_the_expected_overlap_is_the_soft_dice_of_the_label_and_the_chances(chances, elsewhere, overlap):
    found = column(chances)
    slice_ml = 16 * found.grid.voxel_ml
    found = replace(found, expected_ml={"tube": (sum(chances) + elsewhere) * slice_ml})
    given = expected_overlap(found, 1)
    assert (given, type(given)) == (pytest.approx(overlap), float)


@pytest.mark.parametrize("changes", [{}, {"expected_ml": {"other": 1.0}}])
def test_where_the_chances_were_not_kept_there_is_no_expected_overlap(changes):
    assert expected_overlap(replace(column([0.9]), **changes), 1) is None


def test_what_is_not_labelled_has_neither_overlap_nor_slices():
    nothing = replace(column([0.0]), expected_ml={"tube": 1.0})
    assert (expected_overlap(nothing, 1), slices_of(nothing, 1), least_certain(())) == (None, (), ())


def test_each_slice_has_the_mean_chance_of_its_voxels_and_the_middle_of_its_label():
    found = column([0.8, 0.0, 0.6])
    first, gap, last = slices_of(found, 1)
    assert [one.number for one in (first, gap, last)] == [3, 4, 5]
    assert [one.certainty for one in (first, gap, last)] == pytest.approx([0.8, 0.0, 0.6])
    assert [one.voxels for one in (first, gap, last)] == [16, 0, 16]
    assert first.place_mm == pytest.approx((-10 + 6.5 * 0.5, 5 + 3.5 * 0.5, 106))
    assert gap.place_mm == pytest.approx((-10 + 6.5 * 0.5, 5 + 3.5 * 0.5, 108))


def test_the_least_certain_slices_come_first_and_not_two_beside_each_other():
    found = column([0.9, 0.5, 0.55, 0.8, 0.95, 0.7, 0.9])
    listed = least_certain(slices_of(found, 1))
    assert [one.number - 3 for one in listed] == [1, 5]
    heights = [one.place_mm[2] for one in listed]
    assert abs(heights[0] - heights[1]) >= APART_MM
    assert [one.number - 3 for one in least_certain(slices_of(found, 1), apart_mm=0)][:3] == [1, 2, 5]


def test_a_slice_that_the_structure_only_touches_is_not_looked_at():
    found = column([0.9, 0.9, 0.9, 0.8])
    labels, certainty = found.labels.copy(), found.certainty.copy()
    labels[2, 2, 5], certainty[2, 2, 5] = 1, 0.41
    slices = slices_of(replace(found, labels=labels, certainty=certainty), 1)
    assert slices[0].voxels == 1
    assert least_certain(slices)[0].certainty == pytest.approx(0.8)


SIGNS = Sign("overlap", 1.5, 0.75), Sign("length", 0.1, 40.0), Sign("diameter", -0.2, 8.0)
ESTIMATE = OverlapEstimate(0.7, SIGNS, least=0.65)
USUAL = {"expected_overlap": 0.75, "length_mm": 40.0, "mean_diameter_mm": 8.0}


@pytest.mark.parametrize(
    ("changes", "overlap", "worst"),
    [
        ({}, 0.7, (None, False)),
        ({"expected_overlap": 0.85, "length_mm": 80.0}, 0.7 + 0.15 + 0.1 * math.log(2), (None, False)),
        ({"expected_overlap": 0.65, "length_mm": 39.0}, 0.55 + 0.1 * math.log(39 / 40), ("overlap", False)),
        (
            {"length_mm": 10.0, "mean_diameter_mm": 8.1},
            0.7 - 0.1 * math.log(4) - 0.2 * math.log(8.1 / 8),
            ("length", False),
        ),
        ({"mean_diameter_mm": 16.0}, 0.7 - 0.2 * math.log(2), ("diameter", True)),
        ({"expected_overlap": 0.1}, 0.0, ("overlap", False)),
    ],
)
def test_an_estimate_adds_up_signs_and_names_the_one_that_lowers_it_most(changes, overlap, worst):
    found = estimated_overlap(signs_of_error(measure(**{**USUAL, **changes})), ESTIMATE)
    assert (found.worst, found.above) == worst
    assert found.overlap == pytest.approx(overlap)


@pytest.mark.parametrize("unknown", [{"expected_overlap": None}, {"length_mm": 0.0}, {"mean_diameter_mm": None}])
def test_where_a_sign_is_not_known_nothing_is_estimated(unknown):
    assert estimated_overlap(signs_of_error(measure(**{**USUAL, **unknown})), ESTIMATE) is None


def test_an_estimate_names_each_sign_once():
    with pytest.raises(Fault) as caught:
        OverlapEstimate(0.7, (Sign("overlap", 1.5, 0.75), Sign("overlap", 1.0, 0.7)), 0.65)
    assert caught.value.kind == "named-twice"

"""The course of a vessel: distances and cross-sections of tubes with known figures."""

import numpy as np
import pytest

from inference.steps.course import distance_along, sections_along
from tests.helpers.shapes import bent_tube, straight_tube

SHAPE = (60, 40, 40)


def diameters(sections) -> np.ndarray:
    return 2 * np.sqrt(np.array([s.area_mm2 for s in sections]) / np.pi)


def test_the_distance_in_a_thin_straight_vessel_is_counted_from_one_end():
    mask = np.zeros((12, 3, 3), bool)
    mask[1:11, 1, 1] = True
    found = distance_along(mask)[1:11, 1, 1]
    assert sorted(found) == pytest.approx(range(10), abs=0.5)
    assert min(found[0], found[-1]) == 0


def test_outside_the_vessel_there_is_no_distance():
    mask = straight_tube(SHAPE)
    assert np.isinf(distance_along(mask)[~mask]).all()


def test_an_empty_mask_has_no_distance():
    assert np.isinf(distance_along(np.zeros((3, 3, 3), bool))).all()


def test_a_second_piece_that_is_not_connected_is_not_reached():
    mask = np.zeros((20, 3, 3), bool)
    mask[:8, 1, 1] = mask[15:, 1, 1] = True
    found = distance_along(mask)
    assert np.isfinite(found[:8, 1, 1]).all()
    assert np.isinf(found[15:, 1, 1]).all()


def test_a_speck_before_the_vessel_does_not_stand_for_it():
    tube = straight_tube((60, 30, 30))
    sections = sections_along(tube, 1.0)
    with_speck = tube.copy()
    with_speck[0, 0, 0] = True
    assert sections
    assert sections_along(with_speck, 1.0) == sections


@pytest.mark.parametrize("radius", [3.0, 4.0, 6.0])
def test_cross_sections_of_a_straight_tube_have_its_diameter(radius):
    found = diameters(sections_along(straight_tube(SHAPE, radius_mm=(radius, radius)), 1.0))
    # Fronts begin at one voxel of the rim, so the sections next to the ends are cut slantwise.
    assert found[2:-2] == pytest.approx(2 * radius, rel=0.08)
    assert found.mean() == pytest.approx(2 * radius, rel=0.1)


def test_cross_sections_of_an_oblique_tube_have_its_diameter():
    mask = straight_tube((60, 60, 60), radius_mm=(4, 4), length_mm=45, direction=(1.0, 0.0, 1.0))
    assert np.median(diameters(sections_along(mask, 1.0))) == pytest.approx(8, rel=0.1)


def test_cross_sections_of_a_bent_tube_have_its_diameter():
    mask = bent_tube((90, 20, 90))
    assert np.median(diameters(sections_along(mask, 1.0))) == pytest.approx(8, rel=0.1)


def test_the_sections_of_a_bent_tube_run_along_the_bend():
    # Half a ring of 30 mm radius is 94 mm long; the two ends of up to 8 mm are left out.
    length = sum(s.length_mm for s in sections_along(bent_tube((90, 20, 90)), 1.0))
    assert 75 < length < 96


def test_a_round_vessel_is_not_flattened():
    sections = sections_along(straight_tube(SHAPE, radius_mm=(5, 5)), 1.0)
    assert [s.flattening for s in sections][2:-2] == pytest.approx([1.0] * (len(sections) - 4), abs=0.05)


def test_the_flattening_is_the_ratio_of_the_axes():
    sections = sections_along(straight_tube(SHAPE, radius_mm=(9, 4.5)), 1.0)
    assert np.median([s.flattening for s in sections]) == pytest.approx(2.0, rel=0.1)


def test_a_finer_grid_gives_the_same_millimetres():
    fine = straight_tube((100, 40, 40), (0.5,) * 3, radius_mm=(4, 4), length_mm=40)
    assert np.median(diameters(sections_along(fine, 0.5))) == pytest.approx(8, rel=0.05)


@pytest.mark.parametrize("length", [0, 5, 9])
def test_a_vessel_that_is_too_short_has_no_sections(length):
    mask = np.zeros((20, 5, 5), bool)
    mask[:length, 2, 2] = True
    assert sections_along(mask, 1.0) == []

"""Both sides of every limit of the geometry: what is one place, straight, tilted and oblique."""

from __future__ import annotations

from math import atan, cos, degrees, radians, sin, sqrt

import numpy as np
import pytest

from inference.dicom.describe import ImageMaker
from inference.dicom.geometry import order_along_normal, plane, unit_axes
from inference.dicom.header import Header
from tests.helpers.stacks import stack_of


@pytest.mark.parametrize(
    ("row", "column", "usable"),
    [
        ((1.0195, 0, 0), (0, 1, 0), True),
        ((1.0205, 0, 0), (0, 1, 0), False),
        ((0.9795, 0, 0), (0, 1, 0), False),
        ((1, 0, 0), (0, 0.9805, 0), True),
        ((1, 0, 0), (0, 0.9795, 0), False),
        ((1, 0, 0), (0, 1.0205, 0), False),
        ((1, 0, 0), (0.02, sqrt(1 - 0.02**2), 0), True),
        ((1, 0, 0), (-0.0195, sqrt(1 - 0.0195**2), 0), True),
        ((1, 0, 0), (-0.0205, sqrt(1 - 0.0205**2), 0), False),
        # The angle is that of the directions, however long they are written.
        ((1, 0, 0), (0.985 * 0.0203, 0.985 * sqrt(1 - 0.0203**2), 0), False),
        ((0.985, 0, 0), (0.0203, sqrt(1 - 0.0203**2), 0), False),
        ((1.015, 0, 0), (0.0199, sqrt(1 - 0.0199**2), 0), True),
    ],
)
def test_direction_cosines_may_miss_length_and_right_angle_by_two_hundredths(row, column, usable):
    axes = unit_axes((*row, *column))
    assert (axes is not None) == usable
    if usable:
        assert axes == pytest.approx(np.eye(3), abs=1e-12)


def test_directions_become_unit_vectors_at_right_angles_with_the_normal_by_the_right_hand():
    axes = unit_axes((0.0, 1.01, 0.0, 0.01, 0.01, -0.99))
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-12)
    assert axes[0] == pytest.approx((0, 1, 0))
    assert axes[2] == pytest.approx((-1, 0, 0), abs=0.02)


def test_of_slices_at_one_place_the_first_given_is_kept_and_places_ascend_along_the_normal():
    positions = np.array([[5.0, 6.0, z] for z in (2, 0, 2, 0, 1)])
    kept, dropped = order_along_normal(positions, np.array([0.0, 0.0, 1.0]))
    assert (kept.tolist(), dropped.tolist()) == ([1, 4, 0], [2, 3])
    kept, dropped = order_along_normal(positions, np.array([0.0, 0.0, -1.0]))
    assert (kept.tolist(), dropped.tolist()) == ([0, 4, 1], [2, 3])


@pytest.mark.parametrize(
    ("gaps", "places"),
    [
        ([0.0095], 1),
        ([0.01], 1),
        ([0.0105], 2),
        # Two passes: pairs closer than 0.3 mm where all else is more than eight times as wide.
        ([0.29, 4.71] * 3, 4),
        ([0.3, 4.7, 5.0], 4),
        ([0.31, 4.69] * 3, 7),
        ([0.1, 0.85] * 3, 4),
        ([0.125, 1.0] * 3, 7),
        ([0.1, 0.75] * 3, 7),
        ([0.1, 5.0, 0.12, 5.0], 3),
        ([0.02, 0.25, 5.0] * 2, 5),
        # Each is compared with the next narrower, not with the narrowest.
        ([0.05, 0.25, 1.5] * 2, 7),
        ([0.1, 0.4, 5.0] * 2, 7),
        # One hole, or few, in a stack of very thin slices makes no pairs of them.
        ([0.1, 5.0], 3),
        ([0.1, 5.0, 5.0], 3),
        ([0.2] * 19 + [5.0], 21),
        ([0.2] * 10 + [5.0] + [0.2] * 7 + [5.0], 3),
        ([0.2] * 10 + [5.0] + [0.2] * 8 + [5.0], 21),
    ],
)
def test_slices_share_a_place_where_they_cannot_be_two(gaps, places):
    distance = np.concatenate([[0.0], np.cumsum(gaps)])
    kept, dropped = order_along_normal(np.outer(distance, [0, 0, 1.0]), np.array([0, 0, 1.0]))
    assert len(kept) == places
    assert sorted([*kept, *dropped]) == list(range(len(distance)))


def test_one_slice_has_a_place_and_no_step():
    one = stack_of([])
    assert (one.places, one.spacing_mm, one.even, one.straight, one.gaps) == ((0.0,), 0.0, True, True, ())
    assert (one.step_mm, one.tilt_deg, one.rounded, one.plane) == ((0.0, 0.0, 0.0), 0.0, False, "axial")
    assert one.obliquity_deg == 0.0


def test_two_slices_are_even_with_their_distance_as_the_spacing():
    two = stack_of([2.5])
    assert (two.places, two.spacing_mm, two.even, two.gaps) == ((0.0, 1.0), 2.5, True, ())
    assert two.step_mm == (0.0, 0.0, 2.5)


@pytest.mark.parametrize("column", [0, 1])
@pytest.mark.parametrize(("off", "straight"), [(0.48, True), (0.52, False), (-0.52, False)])
def test_a_slice_may_lie_half_a_pixel_beside_the_common_line(column, off, straight):
    sideways = [(20, 0, off * 41 / 40) if column else (20, off * 41 / 40, 0)]
    stack = stack_of(np.full(40, 2.0), sideways)
    assert (stack.straight, stack.step_mm, stack.tilt_deg) == (straight, (0.0, 0.0, 2.0), 0.0)


def test_half_a_pixel_is_that_of_the_smaller_side_and_in_any_direction():
    assert not stack_of(np.full(40, 2.0), [(20, 0.3, 0)], pixel_mm=(1.0, 0.5)).straight
    assert not stack_of(np.full(40, 2.0), [(20, 0.3, 0)], pixel_mm=(0.5, 1.0)).straight
    assert not stack_of(np.full(40, 2.0), [(20, 0.4, 0.4)]).straight
    assert stack_of(np.full(40, 2.0), [(20, 0.3, 0.3)]).straight


def test_what_a_slice_misses_along_the_normal_does_not_bend_the_line():
    gaps = np.full(40, 5.0)
    gaps[[19, 20]] += 0.4, -0.4
    stack = stack_of(gaps, pixel_mm=(0.5, 0.5))
    assert (stack.even, stack.straight, stack.step_mm) == (True, True, (0.0, 0.0, 5.0))
    uneven = stack_of([5.0, 7.0, 5.0, 7.0, 7.0, 5.0, 5.0])
    assert (uneven.even, uneven.straight, uneven.step_mm[:2]) == (False, True, (0.0, 0.0))


@pytest.mark.parametrize(("drift", "tilted"), [(0.48, False), (0.52, True), (-0.52, True)])
def test_a_stack_that_drifts_by_half_a_pixel_from_end_to_end_is_sheared(drift, tilted):
    stack = stack_of([2.0, 2.0], [(1, 0, drift / 2), (2, 0, drift)])
    assert stack.step_mm == ((0.0, round(drift / 2, 9), 2.0) if tilted else (0.0, 0.0, 2.0))
    assert abs(stack.tilt_deg) == pytest.approx(degrees(atan(abs(drift) / 4)) if tilted else 0.0)
    assert stack.straight


def test_the_drift_that_makes_a_shear_is_half_a_pixel_of_that_image():
    tilts = [stack_of([2.0, 2.0], [(1, 0, d / 2), (2, 0, d)], pixel_mm=(0.5, 0.5)).tilt_deg for d in (0.24, 0.26)]
    assert [tilt != 0 for tilt in tilts] == [False, True]


def test_the_step_of_an_oblique_stack_runs_along_its_normal_and_that_of_a_sheared_one_beside_it():
    c, s = cos(radians(25)), sin(radians(25))
    axes = np.array([[1, 0, 0], [0, c, s], [0, -s, c]])
    straight = stack_of([3.0] * 4, axes=axes)
    assert straight.step_mm == pytest.approx((0, -3 * s, 3 * c))
    sheared = stack_of([3.0] * 4, [(n, 0.5 * n, -n) for n in range(5)], axes=axes)
    assert sheared.step_mm == pytest.approx(3 * axes[2] + 0.5 * axes[0] - axes[1])
    assert (sheared.spacing_mm, sheared.straight) == (3.0, True)
    assert (straight.row, straight.column) == ((1.0, 0.0, 0.0), pytest.approx((0, c, s)))
    assert straight.normal == pytest.approx((0, -s, c))
    assert straight.obliquity_deg == pytest.approx(25)


X, Y, Z = np.eye(3)


@pytest.mark.parametrize(
    ("row", "column", "along_column", "sign"),
    [
        (X, Y, 0.5, -1),
        (X, Y, -0.5, 1),
        (X, -Y, 0.5, -1),  # the normal runs to the feet: turned over, the step runs to the head and to the back
        (X, -Y, -0.5, 1),
        (-X, Y, 0.5, 1),
        # Columns that run along the body, or steps across it, are taken as they are.
        (Y, Z, 0.5, -1),
        (Y, -Z, 0.5, 1),
        (Z, Y, 0.5, -1),
        (Z, Y, -0.5, 1),
    ],
)
def test_a_tilt_is_negative_where_the_step_to_the_head_runs_to_the_back(row, column, along_column, sign):
    axes = np.stack([row, column, np.cross(row, column)])
    stack = stack_of([2.0] * 4, [(n, 0, along_column * n) for n in range(5)], axes=axes)
    assert stack.tilt_deg == pytest.approx(sign * degrees(atan(0.25)))


@pytest.mark.parametrize(("axis", "name"), [(0, "sagittal"), (1, "coronal"), (2, "axial")])
@pytest.mark.parametrize("side", [1, -1])
def test_a_plane_further_than_35_degrees_from_the_body_is_oblique(axis, name, side):
    def turned(angle: float) -> np.ndarray:
        return side * np.roll([cos(radians(angle)), sin(radians(angle)), 0.0], axis)

    assert [plane(turned(angle)) for angle in (0, 34.5, 35.5)] == [name, name, "oblique"]


def test_a_direction_that_is_too_long_by_a_rounding_error_is_on_its_axis():
    assert plane(np.array([0.0, 0.0, 1 + 1e-12])) == "axial"


def test_a_shear_along_the_rows_has_the_angle_of_its_step_and_no_side():
    for noise in (0.0, 1e-8, -1e-8):
        stack = stack_of([2.0] * 4, [(n, 0.5 * n, noise * n) for n in range(5)])
        assert stack.tilt_deg == pytest.approx(degrees(atan(0.25)))


@pytest.mark.parametrize("headwards", [0.005, -0.005])
def test_a_step_that_runs_to_the_head_by_next_to_nothing_has_a_side(headwards):
    axes = np.stack([Y, Z, X])
    stack = stack_of([2.0] * 4, [(n, 0.5 * n, headwards * n) for n in range(5)], axes=axes)
    assert stack.tilt_deg == pytest.approx(-degrees(atan(0.25)), abs=0.01)


@pytest.mark.parametrize(
    ("x", "placed"), [("99999.5", True), ("-1e5", True), ("100000.5", False), ("-100000.5", False)]
)
def test_a_place_more_than_a_hundred_metres_away_is_none(x, placed):
    header = Header({"ImagePositionPatient": f"{x}\\0\\0".encode()}, True, False, 0)
    assert (ImageMaker().make(header, "a.dcm", None).slice.position_mm is not None) == placed

"""Both sides of every limit of the geometry: what is one place, even, missing, straight, tilted and oblique."""

from __future__ import annotations

from math import atan, cos, degrees, radians, sin, sqrt

import numpy as np
import pytest

from inference.dicom.describe import ImageMaker
from inference.dicom.geometry import describe, order_along_normal, plane, unit_axes
from inference.dicom.header import Header
from inference.dicom.model import Stack

AXIAL = np.eye(3)
START = (10.0, -20.0, -7.5)


def stack_of(gaps, sideways=(), axes=AXIAL, pixel_mm=(1.0, 1.0), numbers=()) -> Stack:
    """A stack with these distances along the normal; ``sideways`` are (slice, mm along row, mm along column)."""
    distance = np.concatenate([[0.0], np.cumsum(gaps)])
    positions = np.array(START) + distance[:, None] * axes[2]
    for n, along_row, along_column in sideways:
        positions[n] += along_row * axes[0] + along_column * axes[1]
    return describe(positions, axes, pixel_mm, numbers)


def found(stack: Stack) -> tuple[float, bool, list[tuple[int, int]]]:
    """Spacing, whether it is even, and where how many slices are missing."""
    return round(stack.spacing_mm, 6), stack.even, [(gap.behind, gap.count) for gap in stack.gaps]


def rounded(spacing: float, count: int, unit: float = 1.0, start: float = 0.0) -> np.ndarray:
    """Distances of evenly spaced slices whose positions were rounded to a unit."""
    return np.diff(np.rint((start + spacing * np.arange(count)) / unit)) * unit


def swapped(gaps: np.ndarray, n: int) -> np.ndarray:
    """The same gaps with two of them in the other order."""
    return gaps[[*range(n), n + 1, n, *range(n + 2, len(gaps))]]


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
    assert (two.places, found(two), two.step_mm) == ((0.0, 1.0), (2.5, True, []), (0.0, 0.0, 2.5))


@pytest.mark.parametrize(
    ("gaps", "spacing"),
    [([1.0, 1.1], 1.05), (np.diff(np.round(0.625 * np.arange(81), 1)), 0.625), ([2.05, 1.95, 2.0, 2.0], 1.995)],
)
def test_the_spacing_is_that_of_all_slices_and_not_of_the_first_two(gaps, spacing):
    stack = stack_of(gaps)
    assert stack.even
    assert stack.spacing_mm == pytest.approx(spacing, abs=2e-4)
    assert stack.places == tuple(range(len(gaps) + 1))


def test_lengths_are_given_to_nine_digits():
    stack = stack_of([0.1234567894])
    assert (stack.spacing_mm, stack.step_mm[2]) == (0.123456789, 0.123456789)


@pytest.mark.parametrize(
    ("spacing", "off", "even"),
    [(2.0, 0.19, True), (2.0, 0.21, False), (0.5, 0.058, True), (0.5, 0.062, False), (0.5, -0.062, False)],
)
def test_a_slice_may_miss_the_grid_by_a_tenth_of_the_spacing_or_six_hundredths_of_a_millimetre(spacing, off, even):
    gaps = np.full(40, spacing)
    off *= 41 / 40  # the fitted line follows the slice in the middle by a part of 41
    gaps[[19, 20]] += off, -off
    stack = stack_of(gaps)
    assert (stack.even, stack.gaps, stack.rounded) == (even, (), False)
    assert stack.spacing_mm == pytest.approx(spacing)


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([2.0, 4.0], (2.0, True, [(2, 1)])),
        ([2.0, 2.0, 6.0, 2.0, 4.0], (2.0, True, [(3, 2), (5, 1)])),
        ([4.0, 2.0, 2.0], (2.0, True, [(1, 1)])),
        # Twice the same wide gap is still missing slices, three times in a row another spacing.
        ([1.0] * 4 + [2.0] * 2 + [1.0] * 4, (1.0, True, [(5, 1), (6, 1)])),
        ([2.0] * 2 + [1.0] * 6 + [2.0] * 2, (1.0, True, [(1, 1), (2, 1), (9, 1), (10, 1)])),
        ([1.0] * 4 + [2.0] * 3 + [1.0] * 4, (1.0, False, [])),
        ([2.0] * 3 + [1.0] * 8, (1.0, False, [])),
        ([1.0] * 8 + [2.0, 3.0, 2.0], (1.0, True, [(9, 1), (10, 2), (11, 1)])),
        # The usual gap is the middle one, the narrower of two, averaged with those within half of it.
        ([1.0, 1.0, 2.0, 2.0, 2.0], (2.0, False, [])),
        ([1.1, 2.2, 2.2], (2.2, False, [])),
        ([1.0, 1.0, 1.0, 1.52], (1.0, False, [])),
        ([1.0, 1.0, 1.0, 1.48], (1.12, False, [])),
        ([2.0, 2.0, 2.0, 3.0], (2.0, False, [])),
        # No slice may stand for two places, nor two slices at one.
        ([1.0, 1.0, 0.1, 1.0, 1.0], (1.0, False, [])),
        # Few slices on a very fine grid: the wide gaps are the usual ones then.
        ([1.0, 9.0, 1.0, 9.0, 1.0], (9.0, False, [])),
        ([1.0, 8.0, 1.0, 7.0, 1.0], (1.0, True, [(2, 7), (4, 6)])),
        ([1.0, 1.0, 20.0], (1.0, True, [(3, 19)])),
        ([1.0] * 6 + [15.0, 14.0], (1.0, True, [(7, 14), (8, 13)])),
        ([1.0] * 6 + [15.0, 14.0, 13.0], (14.0, False, [])),
        ([1.0, 1.0, 2.0, 30.0], (30.0, False, [])),
        ([1.0, 1.0, 6.0, 16.0], (11.0, False, [])),
    ],
)
def test_gaps_are_missing_slices_or_another_spacing(gaps, expected):
    assert found(stack_of(gaps)) == expected


def test_a_gap_names_the_slices_on_both_sides_of_it_and_places_count_what_is_missing():
    stack = stack_of([2.0, 2.0, 6.0, 2.0])
    (gap,) = stack.gaps
    assert (gap.from_mm, gap.to_mm) == (START[2] + 4, START[2] + 10)
    assert stack.places == (0.0, 1.0, 2.0, 5.0, 6.0)
    assert stack.missing == 2


def test_places_of_an_uneven_stack_are_distances_in_usual_gaps_from_the_first_slice():
    assert stack_of([1.1, 2.2, 2.2]).places == (0.0, 0.5, 1.5, 2.5)
    assert stack_of([1.0, 9.0, 1.0, 8.0, 1.0]).places == pytest.approx([n / 8.5 for n in (0, 1, 10, 11, 19, 20)])


UNEVEN = [1.0, 1.3, 1.0, 1.3, 1.0]


@pytest.mark.parametrize(
    ("gaps", "holes"),
    [
        ([*UNEVEN, 1.3, 2.36, 1.3, *UNEVEN], [(7, 1)]),
        ([*UNEVEN, 1.3, 2.31, 1.3, *UNEVEN], []),
        ([*UNEVEN, 1.3, 4.0, 1.3, *UNEVEN], [(7, 2)]),
        ([*UNEVEN, 1.0, 2.2, 1.0, *UNEVEN], [(7, 1)]),
        # As wide as the gap on one side: no hole, but where the spacing changes.
        ([1.0] * 4 + [2.3] * 4, []),
        ([2.3] * 4 + [1.0] * 5, []),
        # Wide beside two narrow ones, and yet no wider than usual.
        ([1.0, 1.0, 1.0, 0.5, 1.2, 0.5, 1.0, 1.0, 1.0], []),
        ([1.0, 1.0, 1.0, 0.5, 1.74, 0.5, 1.0, 1.0, 1.0], []),
        ([1.0, 1.0, 1.0, 0.5, 1.92, 0.5, 1.0, 1.0, 1.0], [(5, 3)]),
        # At the ends there is one neighbour only.
        ([3.0, *UNEVEN, 1.3, 1.0], [(1, 2)]),
        ([*UNEVEN, 1.3, 1.0, 3.0], [(8, 2)]),
    ],
)
def test_a_hole_in_an_uneven_stack_is_much_wider_than_both_neighbours_and_than_usual(gaps, holes):
    stack = stack_of(gaps)
    assert not stack.even
    assert [(gap.behind, gap.count) for gap in stack.gaps] == holes


COUNTED = tuple(range(1, 40))


def numbers_of(gaps, missing=(2,)) -> tuple[int, ...]:
    """Instance numbers that skip one where the gap is wide, for the wide gaps with these indices or for all."""
    wide = np.flatnonzero(gaps == max(gaps))
    steps = np.ones(len(gaps), int)
    steps[wide if missing is None else wide[list(missing)]] = 2
    return tuple(int(n) for n in np.concatenate([[1], 1 + np.cumsum(steps)]))


MOST_WIDE = np.array([2.0, 1.0] * 5 + [2.0])
FEWER_WIDE = rounded(1.4615, 14)
THREE = np.array([1.0, 1.0, 1.0, 2.0] * 3)
TWO = np.array([1.0, 1.0, 1.0, 2.0] * 2)
ONE = np.array([1.0, 1.0, 2.0, 1.0, 1.0])


@pytest.mark.parametrize(
    ("gaps", "numbers", "spacing"),
    [
        (rounded(1.25, 41), (), 1.25),
        (rounded(0.7, 61, 0.5), (), 0.7),
        (rounded(2.6, 41), COUNTED[:41], 2.6),
        (THREE, (), 1.25),
        (TWO, (), None),
        (TWO, COUNTED[:9], 1.25),
        (TWO, COUNTED[8::-1], 1.25),
        (TWO, (None, *COUNTED[1:9]), None),
        (THREE, (None, *COUNTED[1:13]), 1.25),
        (ONE, COUNTED[:6], None),
        (np.array([1.0, 2.0]), COUNTED[:3], None),
        # Where the numbers skip one at a wide step, a slice is missing there.
        (THREE, numbers_of(THREE, None), None),
        (THREE, numbers_of(THREE, (1,)), None),
        (TWO, (1, 3, *range(4, 11)), None),
        (THREE, (1, 3, *range(4, 15)), 1.25),
        # No more than one slice of two is ever missing.
        (MOST_WIDE, numbers_of(MOST_WIDE, None), 1.5),
        (FEWER_WIDE, numbers_of(FEWER_WIDE, None), None),
        # Steps of more than two widths, or not spread as evenly as they can be, are not due to rounding.
        (np.array([1.0, 3.0] * 3 + [1.0]), (), None),
        (np.array([1.0] * 6 + [2.0] * 2 + [1.0] * 6 + [2.0]), (), None),
        (swapped(rounded(1.31, 41), 23), (), None),
        # Whole to a thousandth of the unit.
        (np.array([1.0, 1.0, 1.0, 2.0] * 3) + [0, 0.00095, -0.00095, 0] * 3, (), 1.25),
        (np.array([1.0, 1.0, 1.0, 2.0] * 3) + [0, 0.00105, -0.00105, 0] * 3, (), None),
        # The limits meet in one spacing, but for the last digits.
        (np.array([1.0, 1.0, 2.0, 1.0, 2.0, 2.0]) + [1e-10, 0, 0, 0, 0, 1e-10], (), 1.5),
    ],
)
def test_coarsely_rounded_positions_are_told_from_missing_slices(gaps, numbers, spacing):
    stack = stack_of(gaps, numbers=numbers)
    assert stack.rounded == (spacing is not None)
    if spacing is not None:
        assert stack.spacing_mm == pytest.approx(spacing, abs=0.02)
        assert (stack.even, stack.gaps) == (True, ())
        assert stack.places == tuple(range(len(gaps) + 1))
    else:
        assert stack.gaps or not stack.even


def test_the_spacing_before_rounding_lies_in_the_middle_of_those_that_explain_the_positions():
    # Steps 1 1 2 1 1 2 1 1 2: seven of them make up to 10, so 9 or more in truth; eight as few as 10, so 11 or less.
    middle = (9 / 7 + 11 / 8) / 2
    assert stack_of([1.0, 1.0, 2.0] * 3).spacing_mm == pytest.approx(middle)
    assert stack_of([0.5, 0.5, 1.0] * 3).spacing_mm == pytest.approx(middle / 2)


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


def test_uneven_distances_do_not_bend_the_line():
    stack = stack_of([5.0, 7.0, 5.0, 7.0, 7.0, 5.0, 5.0])
    assert not stack.even
    assert stack.straight
    assert stack.step_mm[:2] == (0.0, 0.0)


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

"""Both sides of every limit of the spacing: what is even, uneven, missing, or only rounded."""

from __future__ import annotations

import numpy as np
import pytest

from inference.dicom.stack import Stack
from tests.helpers.stacks import START, stack_of


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
        ([2.0] * 3 + [1.0] * 8 + [3.0], (1.0, False, [(12, 2)])),
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

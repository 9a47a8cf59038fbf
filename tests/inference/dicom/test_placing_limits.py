"""Both sides of every limit on the way from a stack to the grid: turned, resampled, evened out, left empty."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest

from inference.dicom.geometry import describe
from inference.dicom.hounsfield import PADDED_HU
from inference.dicom.placing import (
    even_out,
    flip_in_place,
    patient_axes,
    place_count,
    resample,
    resampled_grid,
    stack_matrix,
    turn,
)
from inference.dicom.stack import Gap, Stack
from inference.volume import Grid

ORIGIN = np.array([11.0, -7.0, 30.0])


def axial(spacing=(1.0, 1.0, 1.0), step_mm=None) -> np.ndarray:
    """Matrix of an axial stack: spacing of slices, rows and columns, and another step where the gantry was tilted."""
    between, down, across = spacing
    return np.stack([np.array(step_mm or (0, 0, between)), np.array([0, down, 0]), np.array([across, 0, 0])], axis=1)


def nothing() -> None:
    """Nobody cancels."""


def test_a_step_down_the_rows_is_as_wide_as_their_distance_and_one_across_as_that_of_the_columns():
    positions = np.outer([0.0, 1.0, 2.0], [0.2, 0.0, 3.0])
    stack = describe(positions, np.eye(3), (0.5, 0.75))
    assert stack_matrix(stack, (0.5, 0.75)) == pytest.approx(np.array([[0.2, 0, 0.75], [0, 0.5, 0], [3, 0, 0]]))


TURNS = [
    (order, signs) for order in permutations(range(3)) for signs in product((1, -1), repeat=3)
]  # which patient axis each index runs along, and which way
SHAPE = (3, 4, 5)
SPACING = (2.0, 0.5, 0.25)


def turned(order, signs) -> np.ndarray:
    """The matrix of such a stack."""
    matrix = np.zeros((3, 3))
    for index, (patient, sign) in enumerate(zip(order, signs)):
        matrix[patient, index] = sign * SPACING[index]
    return matrix


def painted(matrix: np.ndarray, shape: tuple[int, int, int], weights=(1.0, 10.0, 100.0)) -> np.ndarray:
    """A stack whose values tell where in the patient they are."""
    index = np.stack(np.meshgrid(*map(np.arange, shape), indexing="ij"))
    places = ORIGIN[:, None, None, None] + np.tensordot(matrix, index, 1)
    return np.tensordot(weights, places, 1).astype(np.float32)


def values_of(grid: Grid, weights=(1.0, 10.0, 100.0)) -> np.ndarray:
    """What such values are at the voxels of a grid."""
    z, y, x = np.ix_(*(grid.places_mm(axis) for axis in range(3)))
    return weights[0] * x + weights[1] * y + weights[2] * z


@pytest.mark.parametrize(("order", "signs"), TURNS)
def test_a_stack_along_any_axes_is_turned_so_that_every_voxel_keeps_its_place(order, signs):
    matrix = turned(order, signs)
    axes = patient_axes(matrix, SHAPE)
    assert axes == tuple(order.index(patient) for patient in (2, 1, 0))
    array, grid = turn(painted(matrix, SHAPE), matrix, ORIGIN, axes)
    assert array.flags.c_contiguous
    assert array.shape == grid.shape == tuple(SHAPE[axis] for axis in axes)
    assert grid.spacing_mm == tuple(SPACING[axis] for axis in axes)
    assert array == pytest.approx(values_of(grid))
    # And the way back: each voxel knows its slice, row and column, and the stack where it lies.
    voxels = np.argwhere(np.ones(grid.shape, bool))
    slices, rows, columns = grid.to_source(voxels).astype(int).T
    assert painted(matrix, SHAPE)[slices, rows, columns].tolist() == array.ravel().tolist()
    assert grid.source.shape == SHAPE
    assert grid.source.to_patient == tuple((*row, place) for row, place in zip(matrix.tolist(), ORIGIN))


def test_an_axial_stack_is_flipped_in_its_own_memory():
    matrix = turned((2, 1, 0), (-1, -1, 1))
    before = painted(matrix, SHAPE)
    array, _ = turn(before, matrix, ORIGIN, (0, 1, 2))
    assert np.shares_memory(array, before)


@pytest.mark.parametrize("slices", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("axes", [(0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)])
def test_flipping_in_place_is_flipping(slices, axes):
    array = np.arange(slices * 6).reshape(slices, 2, 3)
    expected = np.flip(array, axes).copy()
    flip_in_place(array, axes)
    assert array.tolist() == expected.tolist()


@pytest.mark.parametrize(
    ("step_mm", "shape", "aligned"),
    [
        # Half a voxel of the rows, from the first slice to the last of nine.
        ((0, 0.0625, 2), (9, 2, 2), True),
        ((0, 0.065, 2), (9, 2, 2), False),
        ((0, -0.065, 2), (9, 2, 2), False),
        ((0, 0.0625, 2), (10, 2, 2), False),
        ((0.0625, 0, 2), (9, 2, 2), True),
        ((0.065, 0, 2), (9, 2, 2), False),
        # Steps across the body of which one slice has none.
        ((0, 3, 1), (1, 2, 2), False),
        ((0, 3, 1), (2, 2, 2), False),
    ],
)
def test_a_stack_is_aligned_up_to_half_a_voxel(step_mm, shape, aligned):
    assert (patient_axes(axial(step_mm=step_mm), shape) is not None) == aligned


def test_what_a_corner_is_off_along_an_axis_comes_from_both_other_indices_and_is_measured_by_that_axis():
    matrix = axial(spacing=(2.0, 1.0, 1.0))
    matrix[0, :2] = 0.06, 0.06
    assert patient_axes(matrix, (5, 5, 2)) == (0, 1, 2)
    assert patient_axes(matrix, (6, 5, 2)) is None
    assert patient_axes(matrix * [[3], [1], [1]], (6, 5, 2)) is None
    thick = axial(spacing=(2.0, 1.0, 1.0))
    thick[2, 1] = 0.1
    assert patient_axes(thick, (2, 11, 2)) == (0, 1, 2)
    assert patient_axes(thick, (2, 12, 2)) is None


@pytest.mark.parametrize(
    ("matrix", "shape", "spacing", "count", "low"),
    [
        # Every corner inside, none beyond.
        (axial((3, 1, 1)), (4, 5, 6), (3, 1, 1), (4, 5, 6), (0, 0, 0)),
        (axial((0.1, 0.1, 0.1)), (4, 8, 4), (0.1, 0.1, 0.1), (4, 8, 4), (0, 0, 0)),
        (axial((3, 1, 1)), (1, 1, 1), (3, 1, 1), (1, 1, 1), (0, 0, 0)),
        (axial((3, 1, 1), (0, 0.005, 3)), (2, 4, 2), (3, 1, 1), (2, 5, 2), (0, 0, 0)),
        (axial((3, 1, 1), (0, 0.5, 3)), (4, 5, 6), (3, 1, 1), (4, 7, 6), (0, 0, 0)),
        (axial((3, 1, 1), (0.5, -0.5, -3)), (4, 5, 6), (3, 1, 1), (4, 7, 8), (0, -1.5, -9)),
        # A step that runs further across the body than along it: each index still has an axis of its own.
        (axial((3, 1, 1), (0, 2, 1.9)), (2, 3, 2), (1.9, 1, 1), (2, 5, 2), (0, 0, 0)),
    ],
)
def test_the_grid_around_a_stack_holds_every_corner_and_is_as_fine_as_the_stack(matrix, shape, spacing, count, low):
    grid = resampled_grid(matrix, ORIGIN, shape)
    assert grid.spacing_mm == pytest.approx(spacing)
    assert grid.shape == count
    assert grid.origin_mm == pytest.approx(ORIGIN + low)
    voxels = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 2, 3]])
    assert ORIGIN + grid.to_source(voxels) @ matrix.T == pytest.approx(grid.to_patient(voxels))
    assert grid.source.shape == shape


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_grid_takes_the_spacing_of_the_index_that_runs_most_along_each_axis(order):
    rotation = np.array([[0.8, -0.6, 0], [0.6, 0.8, 0], [0, 0, 1]]) @ np.array(
        [[1, 0, 0], [0, 0.8, -0.6], [0, 0.6, 0.8]]
    )
    matrix = (rotation * [4.0, 2.0, 1.0])[:, order]
    grid = resampled_grid(matrix, ORIGIN, (3, 3, 3))
    # Along x runs the first direction, along y the second (0.64 against 0.6) and along z the third.
    assert grid.spacing_mm == pytest.approx((0.8, 1.28, 3.2))


def test_a_linear_picture_is_the_same_after_resampling_and_what_lies_outside_is_empty():
    matrix = axial((3.0, 1.0, 2.0), (0.3, 0.9, 3.0))
    stack = painted(matrix, (5, 7, 6))
    grid = Grid((13.0, -3.0, 31.0), (1.5, 0.5, 0.75), (5, 4, 3))
    inside = resample(stack, matrix, ORIGIN, grid, nothing)
    assert inside.dtype == np.float32
    assert inside == pytest.approx(values_of(grid), rel=1e-4)
    outside = resample(stack, matrix, ORIGIN, Grid((-13.0, -3.0, 31.0), (1.5, 0.5, 0.75), (2, 2, 2)), nothing)
    assert (outside == PADDED_HU).all()


def test_whole_numbers_are_rounded_and_not_cut_off():
    array = np.array([-2, 0, 2], np.int16)[:, None, None] * np.ones((3, 2, 2), np.int16)
    grid = Grid(tuple(ORIGIN), (0.3, 1.0, 1.0), (7, 2, 2))
    hu = resample(array, axial(), ORIGIN, grid, nothing)
    assert hu.dtype == np.int16
    assert hu[:, 0, 0].tolist() == [-2, -1, -1, 0, 0, 1, 2]


@pytest.mark.parametrize(("slices", "slabs"), [(32, 1), (33, 2), (64, 2), (65, 3)])
def test_the_user_may_cancel_between_slabs_and_they_join(slices, slabs):
    asked = []
    matrix = axial((4.0, 1.0, 1.0))
    grid = Grid(tuple(ORIGIN), (1.0, 1.0, 1.0), (slices, 2, 2))
    hu = resample(painted(matrix, (18, 2, 2)), matrix, ORIGIN, grid, lambda: asked.append(None))
    assert len(asked) == slabs
    assert hu == pytest.approx(values_of(grid), rel=1e-5)


def test_a_slab_that_no_slice_reaches_is_empty_and_the_next_is_not():
    matrix = axial((1.0, 1.0, 1.0))
    stack = painted(matrix, (4, 3, 3))
    grid = Grid((ORIGIN[0], ORIGIN[1], ORIGIN[2] - 40), (1.0, 1.0, 1.0), (64, 3, 3))
    hu = resample(stack, matrix, ORIGIN, grid, nothing)
    assert (hu[:40] == PADDED_HU).all()
    assert hu[40:44] == pytest.approx(stack, rel=1e-5)
    assert (hu[44:] == PADDED_HU).all()


@pytest.mark.parametrize(
    ("empty", "places", "lost"),
    [
        ([2], [0, 1, 1.00095, 1.00105, 1.5, 2, 2.5, 2.99895, 2.99905, 3, 4], [1.00105, 1.5, 2, 2.5, 2.99895]),
        ([1], [-0.3, 0, 0.5, 1, 2], [0.5, 1]),
        ([0], [-0.3, 0, 0.5, 1], [-0.3, 0, 0.5]),
        ([3], [2, 3, 4, 4.3], [3]),
        ([4], [-0.3, 0, 3, 3.5, 4, 4.3], [3.5, 4, 4.3]),
        ([], [0, 0.5, 4], []),
    ],
)
@pytest.mark.parametrize("shear", [(0.0, 0.0), (0.4, -0.2)])
def test_nothing_is_made_from_an_empty_slice_but_what_lies_on_a_slice_is_its_own(empty, places, lost, shear):
    matrix = axial((2.0, 1.0, 1.0))
    matrix[2, 1:] = shear
    array = np.full((5, 9, 9), 100.0, np.float32)
    array[empty] = PADDED_HU
    for place in places:
        at = ORIGIN + matrix @ (place, 4, 4)
        value = resample(array, matrix, ORIGIN, Grid(tuple(map(float, at)), (1.0, 1.0, 1.0), (1, 1, 1)), nothing).item()
        assert (value == PADDED_HU) == (place in lost), place
        assert place in lost or value == pytest.approx(100, abs=2)


def test_a_slice_with_any_value_is_not_empty():
    array = np.full((3, 2, 2), PADDED_HU, np.int16)
    array[:, 1, 1] = 100
    grid = Grid((ORIGIN[0] + 1, ORIGIN[1] + 1, ORIGIN[2] + 0.5), (0.5, 1.0, 1.0), (3, 1, 1))
    assert resample(array, axial(), ORIGIN, grid, nothing).ravel().tolist() == [100, 100, 100]


def uneven(places, holes=()) -> Stack:
    """A stack with slices at these places; holes are indices of the slices behind them."""
    stack = describe(np.outer([0.0, 1.0], [0, 0, 1.0]), np.eye(3), (1.0, 1.0))
    gaps = tuple(Gap(behind, places[behind - 1], places[behind], 1) for behind in holes)
    return replace(stack, places=tuple(map(float, places)), gaps=gaps, even=False)


@pytest.mark.parametrize(
    ("last", "count"), [(3.0, 4), (2.9999999, 4), (2.995, 3), (2.5, 3), (3.5, 4), (0.5, 1), (0.0, 1)]
)
def test_the_places_of_a_stack_are_whole_ones_up_to_its_last_slice(last, count):
    assert place_count(uneven([0, last])) == count


def evened(values, places, holes=(), dtype=np.float32) -> list[float]:
    """Values at the whole places, one a slice."""
    array = np.array(values, dtype)[:, None, None] * np.ones((len(values), 2, 2), dtype)
    asked: list[None] = []
    result = even_out(array, uneven(places, holes), lambda: asked.append(None))
    assert len(asked) == len(result)
    assert (result == result[:, :1, :1]).all()
    assert result.dtype == dtype
    return result[:, 0, 0].tolist()


EMPTY = float(PADDED_HU)


@pytest.mark.parametrize(
    ("values", "places", "holes", "expected"),
    [
        ([5, 7, 20, 90], [0, 0.5, 1.5, 2.5], (), [5, 13.5, 55]),
        ([5, 7, 20, 90], [0, 0.8, 1.8, 2.9999999], (), [5, 9.6, 31.6666666, 90]),
        # In a hole is nothing; the slices on both sides of it are what they are.
        ([1, 2, 4, 8, 16], [0, 0.5, 1, 4, 5], (3,), [1, 4, EMPTY, EMPTY, 8, 16]),
        ([1, 2, 4, 8], [0, 3, 3.5, 4], (1,), [1, EMPTY, EMPTY, 2, 8]),
        ([1, 2, 4, 8], [0, 0.5, 1, 3], (3,), [1, 4, EMPTY, 8]),
        # What an empty slice would have a part in is empty.
        ([1, EMPTY, 4, 8, 16], [0, 0.5, 1, 2.5, 3], (), [1, 4, 6.6666666, 16]),
        ([1, 2, EMPTY, 8, 16], [0, 0.5, 1, 1.5, 3], (), [1, EMPTY, 10.6666666, 16]),
        ([1, 2, EMPTY, 8, 16], [0, 0.5, 1.5, 2.5, 3], (), [1, EMPTY, EMPTY, 16]),
        ([EMPTY, 2, 4, 8], [0, 0.5, 1.5, 2], (), [EMPTY, 3, 8]),
        ([1, 2, 4, EMPTY], [0, 0.5, 1.5, 2], (), [1, 3, EMPTY]),
        ([1, EMPTY, 4, 8], [0, 1.5, 2, 3], (), [1, EMPTY, 4, 8]),
    ],
)
def test_uneven_slices_are_interpolated_at_whole_places_from_their_neighbours_alone(values, places, holes, expected):
    assert evened(values, places, holes) == pytest.approx(expected, abs=1e-4)


def test_evened_out_whole_numbers_are_rounded():
    assert evened([0, 1, -1, 9], [0, 0.4, 1.6, 2], dtype=np.int16) == [0, 0, 9]
    assert evened([0, 10, 7, 9], [0, 0.8, 1.8, 2], dtype=np.int16) == [0, 9, 9]


def test_no_index_gives_its_spacing_to_two_axes():
    # The step runs most along y and, of all, most along z as well: the rows must do for z.
    step, down, across = np.array([0, 0.85, 0.53]), np.array([-0.6, 0.75, 0.28]), np.array([0.78, 0.55, 0.3])
    grid = resampled_grid(np.stack([3 * step, down, 2 * across], axis=1), ORIGIN, (3, 3, 3))
    assert grid.spacing_mm == pytest.approx((0.28, 2.55, 1.56))

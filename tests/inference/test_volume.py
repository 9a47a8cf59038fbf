"""Geometry: indices and patient positions."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InputError
from inference.volume import Grid, PartAtHand, SourceImages, Volume, affine_of

LENGTH = st.floats(-500, 500)
STEP = st.floats(0.1, 10)
GRIDS = st.builds(
    Grid,
    st.tuples(LENGTH, LENGTH, LENGTH),
    st.tuples(STEP, STEP, STEP),
    st.tuples(*[st.integers(1, 50)] * 3),
)


@pytest.fixture
def grid() -> Grid:
    return Grid((10.0, 20.0, 30.0), (5.0, 0.5, 0.25), (4, 6, 8))


def test_the_first_voxel_lies_at_the_origin(grid):
    assert grid.to_patient(np.array([[0, 0, 0]])).tolist() == [[10.0, 20.0, 30.0]]


def test_indices_count_slices_rows_and_columns_and_positions_are_x_y_z(grid):
    assert grid.to_patient(np.array([1, 2, 4])).tolist() == [10 + 4 * 0.25, 20 + 2 * 0.5, 30 + 5.0]


@given(grid=GRIDS, index=st.tuples(*[st.floats(-100, 100)] * 3))
def test_a_position_leads_back_to_its_index(grid, index):
    assert grid.to_index(grid.to_patient(np.array([index])))[0] == pytest.approx(index, abs=1e-6)


@given(grid=GRIDS)
def test_places_along_an_axis_are_the_positions_of_its_voxels(grid):
    for axis in range(3):
        index = np.zeros((grid.shape[axis], 3))
        index[:, axis] = np.arange(grid.shape[axis])
        assert grid.places_mm(axis) == pytest.approx(grid.to_patient(index)[:, 2 - axis])


@given(grid=GRIDS, data=st.data())
def test_a_part_of_a_grid_puts_its_voxels_where_they_were(grid, data):
    start = [data.draw(st.integers(0, n - 1)) for n in grid.shape]
    stop = [data.draw(st.integers(s + 1, n)) for s, n in zip(start, grid.shape)]
    part = grid.part(tuple(slice(a, b) for a, b in zip(start, stop)))
    last = np.array(part.shape) - 1
    assert part.to_patient(last) == pytest.approx(grid.to_patient(last + start), abs=1e-6)


def test_a_part_of_a_grid_has_the_shape_of_the_part(grid):
    box = (slice(1, 3), slice(0, 6), slice(2, 5))
    assert grid.part(box).shape == np.zeros(grid.shape)[box].shape


def test_the_size_counts_voxel_edges(grid):
    assert grid.size_mm == (20.0, 3.0, 2.0)


def test_the_volume_of_a_voxel_is_in_millilitres(grid):
    assert grid.voxel_ml == pytest.approx(5 * 0.5 * 0.25 / 1000)


def test_the_volume_of_all_voxels_is_the_size_of_the_grid(grid):
    assert grid.voxel_ml * np.prod(grid.shape) == pytest.approx(np.prod(grid.size_mm) / 1000)


def test_the_affine_of_what_was_drawn_is_that_of_the_grids_own_axes(grid):
    index = np.array([[3, 2, 1], [0, 5, 7]])
    assert (np.c_[index, [1, 1]] @ grid.affine.T)[:, :3] == pytest.approx(grid.to_patient(index))
    assert (grid.source, np.linalg.det(grid.affine[:3, :3]) < 0) == (None, True)  # i, j and k are read backwards


@pytest.mark.parametrize("row", [(0.0, 0.0, 0.0, 1.0), (np.nan, 0.0, 1.0, 0.0), (0.0, 0.0, np.inf, 0.0)])
def test_an_affine_that_leads_nowhere_is_refused(row):
    good = affine_of(np.eye(3), np.zeros(3))
    for wrong in ((good, (*good[:2], row)), ((*good[:2], row), good)):
        with pytest.raises(ValueError, match="affine"):
            SourceImages(*wrong, (1, 1, 1))


def test_of_a_volume_that_was_let_go_the_part_at_hand_is_as_before_and_the_rest_is_read_once_more():
    hu = np.arange(4 * 6 * 8, dtype=np.int16).reshape(4, 6, 8)
    whole = Volume(hu, Grid((0, 0, 0), (1, 1, 1), hu.shape), -5, "HU")
    read = []
    part = PartAtHand(whole, np.s_[1:3, 2:5, 0:8], lambda: read.append(1) or whole, "a.dcm")
    assert (part.grid, part.padded, part.unit) == (whole.grid, -5, "HU")
    assert np.array_equal(part.at(np.s_[1:2, 3:5, 2:8]), hu[1:2, 3:5, 2:8])
    assert read == []
    assert np.array_equal(part.at(np.s_[0:2, 3:5, 2:8]), hu[0:2, 3:5, 2:8])
    assert np.array_equal(part.hu, hu)
    assert np.array_equal(part.at(np.s_[3:4, 0:1, 0:1]), hu[3:4, 0:1, 0:1])
    assert read == [1]


@pytest.mark.parametrize("change", [lambda hu: hu + 1, lambda hu: hu[:3]])
def test_what_is_read_again_and_is_not_the_same_is_refused_with_the_name_of_the_file(change):
    hu = np.zeros((4, 6, 8), np.int16)
    whole = Volume(hu, Grid((0, 0, 0), (1, 1, 1), hu.shape))
    part = PartAtHand(whole, np.s_[1:3, 2:5, 0:8], lambda: replace(whole, hu=change(hu)), "a.dcm")
    with pytest.raises(InputError) as caught:
        _ = part.hu
    assert (caught.value.code, caught.value.parameters) == ("dicom.changed", {"path": "a.dcm"})

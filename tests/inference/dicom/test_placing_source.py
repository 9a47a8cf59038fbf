"""Where a grid's voxels lie in the images it was made from: small cases with figures worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from inference.dicom.placing import resampled_grid, turn
from inference.volume import SourceImages

ORIGIN = np.array([10.0, -20.0, 30.0])
AS_IT_IS = np.array([[0, 0, 0.5], [0, 0.25, 0], [2.0, 0, 0]])
TURNS = {
    "head first": (AS_IT_IS, (0, 1, 2), ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0))),
    "feet first": (AS_IT_IS * [-1, 1, -1], (0, 1, 2), ((-1, 0, 0, 2), (0, 1, 0, 0), (0, 0, -1, 4))),
    "coronal, from the front": (
        np.array([[0, 0, 0.5], [2.0, 0, 0], [0, -0.25, 0]]),
        (1, 0, 2),  # rows run along z, slices along y
        ((0, 1, 0, 0), (-1, 0, 0, 3), (0, 0, 1, 0)),
    ),
    "slightly oblique": (AS_IT_IS + [[0.01, 0, 0], [0, 0, 0.002], [0, 0, 0]], (0, 1, 2), np.eye(3, 4).tolist()),
}
SHAPE = (3, 4, 5)


@pytest.mark.parametrize(("matrix", "axes", "to_source"), TURNS.values(), ids=TURNS)
def test_a_turned_grid_tells_which_pixel_each_voxel_is(matrix, axes, to_source):
    array = np.arange(60, dtype=np.int16).reshape(SHAPE)
    turned, grid = turn(array.copy(), matrix, ORIGIN, axes)
    to_patient = np.column_stack([matrix, ORIGIN])
    assert grid.source == SourceImages(
        tuple(map(tuple, to_source)), tuple(tuple(row) for row in to_patient.tolist()), SHAPE
    )
    for index in np.ndindex(turned.shape):
        assert array[tuple(grid.to_source(index).astype(int))] == turned[index]
    assert grid.affine[:3, 3] == pytest.approx(grid.origin_mm)


def test_a_resampled_grid_tells_between_which_pixels_each_voxel_lies():
    leaning = AS_IT_IS + [[0, 0, 0], [0.5, 0, 0], [0, 0, 0]]  # half a millimetre to the back with each slice
    grid = resampled_grid(leaning, ORIGIN, SHAPE)
    assert grid.source.shape == SHAPE
    assert np.array(grid.source.to_patient) == pytest.approx(np.column_stack([leaning, ORIGIN]))
    # One voxel up is one place; its rows have moved on by two, so it lies two rows nearer to the first.
    assert np.array(grid.source.to_source) == pytest.approx(np.array([[1, 0, 0, 0], [-2, 1, 0, 0], [0, 0, 1, 0]]))
    for index in ((0, 0, 0), (2, 3, 4), (1, 2, 0)):
        assert grid.from_source(grid.to_source(index)) == pytest.approx(index)
        assert leaning @ grid.to_source(index) + ORIGIN == pytest.approx(grid.to_patient(np.array(index)))

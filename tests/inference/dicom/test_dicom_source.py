"""The way back: from a voxel to the images it was read from and to the patient, and from there to the voxel."""

from __future__ import annotations

from math import cos, radians, sin
from pathlib import Path

import numpy as np
import pydicom
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.dicom import placing
from inference.dicom.hounsfield import PADDED_HU
from tests.helpers.dicom_files import (
    COLUMN_MM,
    COLUMNS,
    HFS,
    ROW_MM,
    ROWS,
    enhanced_dataset,
    phantom_hu,
    save,
    stack_positions,
    write_series,
)

AXES = st.permutations([0, 1, 2])
SIGNS = st.tuples(*[st.sampled_from([-1.0, 1.0])] * 3)
STEPS = st.tuples(*[st.floats(0.3, 5)] * 3)
SHAPES = st.tuples(*[st.integers(2, 7)] * 3)
ORIGINS = st.tuples(*[st.floats(-300, 300)] * 3)
ALMOST = st.tuples(*[st.floats(-0.02, 0.02)] * 3)
TILTS = st.tuples(*[st.floats(-0.6, 0.6)] * 3)


def turned_by(angles) -> np.ndarray:
    """A rotation about x, y and z, radians."""
    x, y, z = angles
    about_x = np.array([[1, 0, 0], [0, cos(x), -sin(x)], [0, sin(x), cos(x)]])
    about_y = np.array([[cos(y), 0, sin(y)], [0, 1, 0], [-sin(y), 0, cos(y)]])
    return about_x @ about_y @ np.array([[cos(z), -sin(z), 0], [sin(z), cos(z), 0], [0, 0, 1]])


def matrix_of(axes, signs, steps, angles) -> np.ndarray:
    """Of a stack whose indices run along the patient's axes in some order, and which is then turned."""
    return turned_by(angles) @ (np.eye(3)[:, list(axes)] * signs * steps)


def indices(shape) -> np.ndarray:
    return np.argwhere(np.ones(shape, bool))


def patient(affine: np.ndarray, index: np.ndarray) -> np.ndarray:
    return index @ affine[:3, :3].T + affine[:3, 3]


@given(AXES, SIGNS, STEPS, SHAPES, ORIGINS, ALMOST)
def test_a_stack_that_is_turned_leads_back_to_its_pixels_one_by_one(axes, signs, steps, shape, origin, angles):
    matrix = matrix_of(axes, signs, steps, angles)
    array = np.arange(np.prod(shape), dtype=np.int16).reshape(shape)
    found = placing.patient_axes(matrix, shape)
    if found is None:  # not quite straight enough for its size
        return
    turned, grid = placing.turn(array.copy(), matrix, np.array(origin), found)
    index = indices(grid.shape)
    pixels = grid.to_source(index)
    assert np.array_equal(pixels, np.rint(pixels))
    assert np.array_equal(array[tuple(pixels.astype(int).T)], turned[tuple(index.T)])
    # Where the pixel lies is what the images say, not what the grid takes their axes for.
    assert patient(grid.affine, index) == pytest.approx(pixels @ matrix.T + origin, abs=1e-6)
    assert grid.from_source(pixels) == pytest.approx(index, abs=1e-9)
    off = np.abs(patient(grid.affine, index) - grid.to_patient(index)) / np.array(grid.spacing_mm)[::-1]
    assert off.max() <= placing.ALIGNED_PART + 1e-6


@given(AXES, SIGNS, STEPS, SHAPES, ORIGINS, TILTS, st.tuples(*[st.floats(-0.5, 0.5)] * 2))
def test_a_stack_that_is_resampled_leads_back_to_its_images(axes, signs, steps, shape, origin, angles, shear):
    matrix = matrix_of(axes, signs, steps, angles)
    matrix[:, 0] += matrix[:, 1:] @ shear  # a tilted gantry
    grid = placing.resampled_grid(matrix, np.array(origin), shape)
    index = indices(np.minimum(grid.shape, 3))
    assert patient(grid.affine, index) == pytest.approx(grid.to_patient(index), abs=1e-6)
    assert grid.to_source(index) @ matrix.T + origin == pytest.approx(grid.to_patient(index), abs=1e-6)
    assert grid.from_source(grid.to_source(index)) == pytest.approx(index, abs=1e-6)


@given(AXES, SIGNS, STEPS, ORIGINS, TILTS, st.data())
def test_a_part_of_a_part_leads_where_the_whole_does(axes, signs, steps, origin, angles, data):
    shape = (5, 6, 7)
    matrix = matrix_of(axes, signs, steps, angles)
    straight = matrix_of(axes, signs, steps, (0, 0, 0))
    turned = placing.turn(np.zeros(shape, np.int8), straight, np.array(origin), placing.patient_axes(straight, shape))
    for whole in (turned[1], placing.resampled_grid(matrix, np.array(origin), shape)):
        part, start = whole, np.zeros(3, int)
        for _ in range(2):
            first = [data.draw(st.integers(0, n - 1)) for n in part.shape]
            part = part.part(tuple(slice(a, n) for a, n in zip(first, part.shape)))
            start += first
        index = indices(np.minimum(part.shape, 3))
        assert part.to_source(index) == pytest.approx(whole.to_source(index + start), abs=1e-6)
        assert patient(part.affine, index) == pytest.approx(patient(whole.affine, index + start), abs=1e-6)
        assert part.source.shape == shape


def head_tilted(degrees: float) -> tuple[float, ...]:
    return (1.0, 0.0, 0.0, 0.0, cos(radians(degrees)), -sin(radians(degrees)))


def on_end(z) -> np.ndarray:
    return np.stack([0 * np.asarray(z), 0 * np.asarray(z), z], axis=1) + np.array([-31.25, 12.5, -100.0])


WIDENING = np.cumsum([0.0] + [2.0] * 6 + [3.5] * 6)
SLIGHTLY = turned_by((0.004, 0.003, -0.005))
STACKS = {
    "head first": (on_end(2.0 * np.arange(8)), HFS),
    "feet first, from the head down": (on_end(-2.0 * np.arange(8)), (-1, 0, 0, 0, 1, 0)),
    "coronal": (stack_positions(8, (0, 2.0, 0)), (1, 0, 0, 0, 0, -1)),
    "slightly oblique": (stack_positions(8, 2.0 * SLIGHTLY[:, 2]), (*SLIGHTLY[:, 0], *SLIGHTLY[:, 1])),
    "a slice missing": (on_end(2.0 * np.delete(np.arange(9), 4)), HFS),
    "tilted": (on_end(2.0 * np.arange(10)), head_tilted(20)),
    "uneven": (on_end(WIDENING), HFS),
    "uneven and tilted": (on_end(WIDENING), head_tilted(-18)),
}


@pytest.mark.parametrize("name", STACKS)
def test_every_image_finds_its_pixels_in_the_volume(tmp_path, load_only, name):
    positions, orientation = STACKS[name]
    loaded = load_only(write_series(tmp_path, positions, orientation))
    grid, orientation = loaded.volume.grid, np.array(orientation, float)
    source = grid.source
    assert source.shape[1:] == (ROWS, COLUMNS)
    places = source.places or range(source.shape[0])
    assert len(places) == len(loaded.read) == len(positions)
    rows, columns = np.array([5, 20, 30, 12]), np.array([7, 30, 11, 40])
    for place, image in zip(places, loaded.read):
        pixels = np.stack([np.full(4, place), rows, columns], axis=1)
        where = np.array(image.position_mm) + columns[:, None] * COLUMN_MM * orientation[:3]
        where = where + rows[:, None] * ROW_MM * orientation[3:]
        index = grid.from_source(pixels)
        assert patient(grid.affine, index) == pytest.approx(where, abs=0.01)
        if place in (places[0], places[-1]):  # resampling repeats the outermost samples for half a voxel
            continue
        # The phantom tells by its value where it lies: the voxel nearest to the pixel has nearly its value.
        nearest = np.rint(index).astype(int)
        inside = ((nearest >= 0) & (nearest < grid.shape)).all(axis=1)
        values = loaded.volume.hu[tuple(nearest[inside].T)]
        seen = values != PADDED_HU
        away = np.abs(patient(grid.affine, nearest[inside]) - where[inside]) @ [1.0, 2.0, 4.0]
        assert seen.any() and (np.abs(values - phantom_hu(where[inside]))[seen] <= away[seen] + 1.5).all()
    # Places are kept only where they are not 0, 1, 2, ...
    kept = {"a slice missing": (0, 1, 2, 3, 5, 6, 7, 8)} | dict.fromkeys(("uneven", "uneven and tilted"), WIDENING / 2)
    assert source.places == pytest.approx(kept.get(name, ()), abs=1e-6)


def test_an_image_that_cannot_be_read_is_not_among_those_that_were(tmp_path, only_series, load_only):
    folder = write_series(tmp_path, 12)
    damaged = only_series(folder).slices[3]
    path = Path(damaged.path)
    path.write_bytes(path.read_bytes()[:-500])
    loaded = load_only(folder)
    assert [image.sop_instance_uid for image in loaded.read] == [
        image.sop_instance_uid for image in only_series(folder).slices if image.name != damaged.name
    ]
    assert loaded.volume.grid.source.places == (0, 1, 2, *range(4, 12))


def test_frames_of_one_file_are_told_apart(tmp_path, load_only):
    save(enhanced_dataset(stack_positions(6)[[3, 0, 5, 1, 2, 4]]), tmp_path / "frames.dcm")
    assert [image.frame for image in load_only(tmp_path).read] == [1, 3, 4, 0, 5, 2]


@pytest.mark.parametrize("name", ["feet first, from the head down", "coronal", "slightly oblique"])
def test_highdicom_puts_the_same_values_at_the_same_places(tmp_path, load_only, name):
    """An independent reader whose affine segmentations are written with."""
    import highdicom

    loaded = load_only(write_series(tmp_path, *STACKS[name]))
    other = highdicom.get_volume_from_series([pydicom.dcmread(image.path) for image in loaded.read])
    index = indices(other.spatial_shape)[::97]
    where = other.map_indices_to_reference(index)
    ours = (where - loaded.volume.grid.affine[:3, 3]) @ np.linalg.inv(loaded.volume.grid.affine[:3, :3]).T
    assert ours == pytest.approx(np.rint(ours), abs=1e-3)
    assert np.array_equal(loaded.volume.hu[tuple(np.rint(ours).astype(int).T)], other.array[tuple(index.T)])

"""Resampling slab by slab: the same voxels as all at once, and never the whole stack evened out in memory."""

from __future__ import annotations

from math import cos, sin

import numpy as np
import pytest

from inference.dicom import placing
from inference.dicom.geometry import describe
from inference.dicom.hounsfield import PADDED_HU
from inference.volume import Grid

COUNT, ROWS, COLUMNS = 40, 8, 6
ORIGIN = np.array([-31.3, 12.1, -100.7])
LEANING = np.array([[1, 0, 0], [0, cos(0.3), -sin(0.3)]])
TURNED = np.linalg.qr(np.array([[0.2, 0.9, 0.1], [0.9, -0.1, 0.3], [0.3, 0.1, -0.9]]))[0]
STACKS = {
    "leaning back": (LEANING, np.arange(COUNT) * 2.0, (0, 0, 1.0)),
    "leaning forward, from the head down": (LEANING * [[1], [-1]], np.arange(COUNT) * 2.0, (0, 0, -1.0)),
    "oblique": (TURNED[:2], np.arange(COUNT) * 2.0, np.cross(*TURNED[:2])),
    "leaning and uneven": (LEANING, np.cumsum(np.r_[[2.0] * 20, [3.5] * 20]), (0, 0, 1.0)),
    "oblique and uneven, with a hole": (
        TURNED[:2],
        np.cumsum(np.r_[[2.0] * 20, [9.0], [2.7] * 19]),
        np.cross(*TURNED[:2]),
    ),
}


def stack_of(name: str):
    """Noise, some of its slices empty, and what is known of it."""
    axes, along, direction = STACKS[name]
    positions = ORIGIN + along[:, None] * np.asarray(direction)
    stack = describe(positions, np.array([*axes, np.cross(*axes)]), (1.5, 1.25))
    array = np.random.default_rng(1).integers(-900, 900, (COUNT, ROWS, COLUMNS), np.int16)
    array[[7, 8, 25]] = PADDED_HU
    return array, stack, placing.stack_matrix(stack, (1.5, 1.25)), positions[0]


def resampled(name: str, kind=np.int16) -> np.ndarray:
    array, stack, matrix, origin = stack_of(name)
    shape = (placing.place_count(stack), ROWS, COLUMNS)
    grid = placing.resampled_grid(matrix, origin, shape)
    return placing.resample(array.astype(kind), matrix, origin, grid, lambda: None, None if stack.even else stack)


@pytest.mark.parametrize("name", STACKS)
def test_slabs_of_any_height_give_the_voxels_that_one_slab_gives(name, monkeypatch):
    monkeypatch.setattr(placing, "SLAB", 10_000)
    whole, exact = resampled(name), resampled(name, np.float32)
    assert 0.05 < np.mean(whole != PADDED_HU) < 0.99
    monkeypatch.setattr(placing, "SLAB", 15)
    assert np.array_equal(resampled(name), whole)
    assert np.allclose(resampled(name, np.float32), exact, atol=1e-3)


@pytest.mark.parametrize("name", [name for name in STACKS if "uneven" in name])
def test_evening_out_beforehand_gives_the_same_voxels_and_is_done_for_a_slab_at_a_time(name, monkeypatch):
    monkeypatch.setattr(placing, "SLAB", 4)
    array, stack, matrix, origin = stack_of(name)
    evened = placing.even_out(array, stack, lambda: None)
    grid = placing.resampled_grid(matrix, origin, evened.shape)
    before = placing.resample(evened, matrix, origin, grid, lambda: None)
    made = []
    real = placing.even_out
    monkeypatch.setattr(placing, "even_out", lambda *given: (made.append(given[3]), real(*given))[1])
    assert np.array_equal(resampled(name), before)
    assert set().union(*made) == set(range(len(evened)))
    assert max(map(len, made)) < len(evened) / 2


@pytest.mark.parametrize("away_mm", [-500.0, 500.0])
def test_where_no_slice_is_near_nothing_is_evened_out_and_all_is_empty(away_mm, monkeypatch):
    array, stack, matrix, origin = stack_of("leaning and uneven")
    monkeypatch.setattr(placing, "even_out", None)
    grid = Grid((-31.3, 12.1, origin[2] + away_mm), (2.0, 1.5, 1.25), (3, 4, 5))
    assert (placing.resample(array, matrix, origin, grid, lambda: None, stack) == PADDED_HU).all()

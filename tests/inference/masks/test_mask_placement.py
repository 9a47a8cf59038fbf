"""A mask lies on the voxels of its images, turned where its axes run otherwise, or it is refused with numbers."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.errors import InputError
from inference.masks.placement import Frame, placement
from inference.volume import Grid

GRID = Grid((-20.0, -18.0, -10.0), (2.0, 1.5, 1.25), (14, 36, 44))
MASK = Path("m.nii")


def lpi(grid=GRID):
    """Steps along k, j and i as LPS vectors, in columns."""
    return np.diag(grid.spacing_mm)[:, ::-1].T.copy()


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(range(3)),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
    st.tuples(*[st.integers(1, 6)] * 3),
    st.tuples(*[st.floats(0.3, 5)] * 3),
    st.tuples(*[st.floats(-500, 500)] * 3),
)
def test_any_turn_is_undone(axes, back, shape, spacing, origin):
    grid = Grid(origin, spacing, shape)
    array = np.arange(np.prod(shape)).reshape(shape)
    stored = array.transpose(axes)
    steps = lpi(grid)[:, list(axes)]
    start = np.array(origin)
    for axis in range(3):
        if back[axis]:
            stored = np.flip(stored, axis)
            start = start + steps[:, axis] * (stored.shape[axis] - 1)
            steps[:, axis] *= -1
    placed = placement(MASK, Frame(stored.shape, steps, start), grid)
    np.testing.assert_array_equal(placed.turned(stored), array)
    assert placed.missed < 1e-6


@pytest.mark.parametrize(("shift", "fits"), [(0.4, True), (0.6, False)])
def test_a_corner_may_miss_its_voxel_by_less_than_half(shift, fits):
    frame = Frame(GRID.shape, lpi(), np.array(GRID.origin_mm) + [shift * 1.25, 0, 0])
    if fits:
        assert placement(MASK, frame, GRID).missed == pytest.approx(shift)
        return
    with pytest.raises(InputError):
        placement(MASK, frame, GRID)


def rotated(degrees):
    turn = np.radians(degrees)
    rotation = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
    return rotation @ lpi()


NOWHERE = np.full((3, 3), np.nan)


@pytest.mark.parametrize(
    ("shape", "matrix", "move", "code", "numbers"),
    [
        (
            GRID.shape,
            lpi() * 1.25,
            (0, 0, 0),
            "mask.spacing",
            {"found": "2.5 x 1.875 x 1.562", "wanted": "2 x 1.5 x 1.25"},
        ),
        ((14, 36, 43), lpi(), (0, 0, 0), "mask.shape", {"found": "14 x 36 x 43", "wanted": "14 x 36 x 44"}),
        (GRID.shape, lpi(), (0, 0, 5.0), "mask.outside", {"mm": pytest.approx(4.0)}),
        (GRID.shape, lpi(), (-12.5, 0, 0), "mask.outside", {"mm": pytest.approx(12.5)}),
        (GRID.shape, rotated(10), (0, 0, 0), "mask.tilted", {"degrees": pytest.approx(10)}),
        (GRID.shape, rotated(45), (0, 0, 0), "mask.tilted", {"degrees": pytest.approx(45)}),
        (GRID.shape, NOWHERE, (0, 0, 0), "mask.no-place", {}),
        (GRID.shape, lpi() * 0, (0, 0, 0), "mask.no-place", {}),
        (GRID.shape, lpi(), (np.inf, 0, 0), "mask.no-place", {}),
    ],
)
def test_another_geometry_is_refused_with_its_numbers(shape, matrix, move, code, numbers):
    frame = Frame(shape, matrix, np.array(GRID.origin_mm) + move)
    with pytest.raises(InputError) as caught:
        placement(MASK, frame, GRID)
    assert (caught.value.code, caught.value.parameters) == (code, {"path": "m.nii", **numbers})

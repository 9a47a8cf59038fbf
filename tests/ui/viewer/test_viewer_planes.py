"""Between patient and picture."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.volume import Grid
from ui.viewer.planes import (
    PLANES,
    inside,
    lettered,
    pixel_of,
    size_mm,
    slice_mm,
    slice_of,
    to_patient,
    to_picture,
)

GRID = Grid((-31.0, -20.0, 100.0), (2.0, 1.0, 1.5), (24, 40, 44))


@pytest.mark.parametrize(
    ("plane", "letters"), [("axial", "RLAP"), ("coronal", "RLHF"), ("sagittal", "APHF")], ids=PLANES
)
def test_edges_carry_the_letters_of_the_radiological_convention(plane, letters):
    assert "".join(PLANES[plane].letters) == letters


@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
@given(point=st.tuples(st.floats(0, 60), st.floats(0, 60)), number=st.integers(0, 23))
def test_there_and_back_again(plane, point, number):
    position = to_patient(plane, GRID, point, number)
    assert to_picture(plane, GRID, position) == pytest.approx(point, abs=1e-9)
    assert slice_of(plane, GRID, position) == number


@pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)
def test_a_voxel_centre_is_in_the_middle_of_its_pixel(plane):
    index = (5, 7, 11)
    x, y = to_picture(plane, GRID, GRID.to_patient(np.array(index)))
    row = GRID.shape[0] - 1 - index[0] if plane.upwards else index[plane.down]
    assert pixel_of(plane, GRID, (x, y)) == (row, index[plane.across])
    assert x / GRID.spacing_mm[plane.across] == pytest.approx(index[plane.across] + 0.5)


def test_beside_the_picture_there_is_no_pixel():
    width, height = size_mm(PLANES["axial"], GRID)
    outside = ((-0.1, 3), (3, -0.1), (width + 0.1, 3), (3, height + 0.1))
    assert [pixel_of(PLANES["axial"], GRID, point) for point in outside] == [None] * 4


def test_a_position_outside_is_brought_to_the_outermost_slice():
    assert slice_of(PLANES["axial"], GRID, (0, 0, -999)) == 0
    assert slice_of(PLANES["axial"], GRID, (0, 0, 999)) == GRID.shape[0] - 1
    assert inside(GRID, (-999, 0, 999)) == (-31.0, 0.0, slice_mm(PLANES["axial"], GRID, 23))


@pytest.mark.parametrize(
    ("axis", "mm", "text"),
    [(0, -12.34, "R 12.3"), (0, 5, "L 5.0"), (1, -3, "A 3.0"), (2, 80, "H 80.0"), (2, -1, "F 1.0")],
)
def test_a_coordinate_names_the_side_it_lies_on(axis, mm, text):
    assert lettered(axis, mm) == text

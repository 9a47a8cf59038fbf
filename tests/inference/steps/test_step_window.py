"""What a network sees: its grid, its window, and what lies outside the scan."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.steps import window
from inference.steps.window import PADDING_HU, normalise, on_targets
from inference.volume import Grid, Volume

GRID = Grid((10.0, -5.0, 100.0), (3.0, 2.0, 1.0), (10, 12, 14))


def ramp(axis: int) -> Volume:
    """The value is the coordinate along one axis, in the patient's millimetres."""
    places = GRID.places_mm(axis).reshape([-1 if n == axis else 1 for n in range(3)])
    return Volume(np.broadcast_to(places, GRID.shape).astype(np.int16), GRID)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_the_image_at_other_places_has_the_values_of_these_places(axis):
    targets = [np.array([103.0, 106.0, 109.0]), np.array([-1.0, 3.0]), np.array([12.0, 15.0])]
    found = on_targets(ramp(axis), targets, GRID.spacing_mm)
    expected = targets[axis].reshape([-1 if n == axis else 1 for n in range(3)])
    assert found == pytest.approx(np.broadcast_to(expected, (3, 2, 2)), abs=1e-3)


def test_places_outside_the_scan_are_padding():
    targets = [np.array([50.0, 103.0]), np.array([0.0]), np.array([12.0])]
    assert on_targets(ramp(0), targets, GRID.spacing_mm)[:, 0, 0].tolist() == [PADDING_HU, 103]


def test_the_ends_and_the_middle_of_the_window_are_minus_one_one_and_nought():
    assert normalise(np.array([-200.0, 50.0, 300.0]), (-200, 300)).tolist() == [-1, 0, 1]


@given(st.floats(-5000, 5000))
def test_beyond_the_window_the_ends_are_kept(hu):
    (found,) = normalise(np.array([hu]), (-200, 300))
    assert found == pytest.approx(np.clip((hu - 50) / 250, -1, 1), abs=1e-6)


def test_a_network_is_given_single_precision():
    assert normalise(np.zeros(2, np.int16), (-1, 1)).dtype == np.float32


def test_padding_is_air_for_every_window():
    assert window.PADDING_HU == -1024

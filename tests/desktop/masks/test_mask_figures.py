"""What is to be expected of a structure that a hand has corrected."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.masks import MaskEditor
from desktop.masks.figures import figures_after
from inference.segmentation import Segmentation
from inference.volume import Grid, Volume

GRID = Grid((-31.25, 12.5, 200.0), (1.25, 0.7, 0.7), (4, 6, 8))
NAMES = ("artery", "vein")


@pytest.mark.parametrize(
    ("before", "after", "change", "known"),
    [
        (0, 1, {"artery": 0.9}, {"vein"}),  # what was thought of an artery there, a tenth, is in the sum already
        (1, 0, {"artery": -0.9}, {"vein"}),
        (2, 1, {"artery": 0.9, "vein": -0.9}, set()),
    ],
)
def test_a_voxel_that_is_drawn_is_certain_and_the_placements_of_the_network_count_no_more(before, after, change, known):
    expected, agreement = {"artery": 3.0, "vein": 2.0}, {"artery": 0.8, "vein": 0.7}
    labels, certainty = np.zeros(GRID.shape, np.uint8), np.ones(GRID.shape, np.float32)
    first = Segmentation("ct", labels, certainty, GRID, NAMES, {}, expected, agreement)
    drawn = (np.array([label], np.uint8) for label in (before, after))
    now, agreed = figures_after(first, *drawn, np.array([0.9], np.float32))
    assert now == pytest.approx(expected | {name: expected[name] + n * GRID.voxel_ml for name, n in change.items()})
    assert set(agreed) == known


def test_edited_voxels_are_expected_for_certain():
    expected, agreement = {"artery": 1.0, "vein": 2.0}, {"artery": 0.5, "vein": 0.6}
    first = Segmentation("ct", np.zeros(GRID.shape, np.uint8), np.full(GRID.shape, 0.7, np.float32), GRID, NAMES)
    first = replace(first, expected_ml=expected, agreement=agreement)
    one = MaskEditor(first, Volume(np.zeros(GRID.shape, np.int16), GRID))
    one.brush(GRID.to_patient(np.array([2, 3, 4])), 1.5, 1)
    found = one.segmentation()
    added_ml = np.count_nonzero(found.labels == 1) * GRID.voxel_ml
    assert found.expected_ml == pytest.approx({"artery": 1.0 + 0.7 * added_ml, "vein": 2.0})
    assert found.agreement == {"vein": 0.6}

"""What is to be expected of a structure that a hand has corrected."""

import numpy as np
import pytest

from desktop.masks.figures import figures_after
from inference.segmentation import Segmentation
from inference.volume import Grid

GRID = Grid((-31.25, 12.5, 200.0), (1.25, 0.7, 0.7), (4, 6, 8))


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
    first = Segmentation("ct", labels, certainty, GRID, ("artery", "vein"), {}, expected, agreement)
    drawn = (np.array([label], np.uint8) for label in (before, after))
    now, agreed = figures_after(first, *drawn, np.array([0.9], np.float32))
    assert now == pytest.approx(expected | {name: expected[name] + n * GRID.voxel_ml for name, n in change.items()})
    assert set(agreed) == known

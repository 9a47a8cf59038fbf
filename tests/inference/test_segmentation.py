import numpy as np
import pytest

from inference.segmentation import Segmentation
from inference.volume import Grid

GRID = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (1, 2, 3))


def test_a_structure_is_where_its_number_is_labelled_and_a_stranger_is_nowhere():
    labels = np.array([[[0, 1, 2], [2, 1, 0]]], np.uint8)
    found = Segmentation("ct", labels, np.ones(labels.shape, np.float32), GRID, ("artery", "vein", "gland"))
    assert found.mask_of("artery").tolist() == [[[False, True, False], [False, True, False]]]
    assert np.array_equal(found.mask_of("vein"), labels == 2)
    assert not found.mask_of("gland").any()
    with pytest.raises(ValueError):
        found.mask_of("ct")

"""Connected pieces against scipy's, which the program does not ship."""

import numpy as np
import pytest
from scipy import ndimage

from inference.pieces import pieces_of, sizes_of


@pytest.mark.parametrize("corners", [True, False])
def test_pieces_and_their_sizes_are_those_of_scipy(corners):
    mask = np.random.default_rng(3).random((7, 8, 9)) < 0.2
    found = pieces_of(mask, corners)
    known, count = ndimage.label(mask, np.ones((3, 3, 3)) if corners else None)
    assert len(np.unique(found[mask])) == count > 3
    assert len(np.unique(np.stack([found, known]).reshape(2, -1), axis=1).T) == count + 1, "each is one of the others"
    assert sorted(sizes_of(found)[1:]) == sorted(np.bincount(known.ravel())[1:])
    assert sizes_of(found)[0] == 0


def test_an_empty_mask_has_no_pieces():
    assert not pieces_of(np.zeros((2, 2, 2), bool)).any()
    assert sizes_of(pieces_of(np.zeros((2, 2, 2), bool))).tolist() == [0]

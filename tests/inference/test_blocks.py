"""Means over blocks of pixels, and figures made a few slices at a time."""

import numpy as np
import pytest

from inference.blocks import SLAB, block_means, in_slabs


@pytest.mark.parametrize(("kind", "low", "high"), [(np.int16, -(2**15), 2**15), (np.uint8, 0, 256)])
def test_blocks_of_whole_numbers_are_averaged_exactly_and_the_rest_is_left_out(kind, low, high):
    planes = np.random.default_rng(3).integers(low, high, (3, 14, 23)).astype(kind)
    expected = planes[:, :12, :20].reshape(3, 3, 4, 4, 5).mean(axis=(2, 4))
    for made in (block_means(planes, 4, 5), block_means(planes[:, :, ::1], 4, 5)):
        np.testing.assert_array_equal(made, expected.astype(np.float32))
    np.testing.assert_allclose(block_means(planes.astype(np.float32), 4, 5), expected, rtol=1e-5)


@pytest.mark.parametrize("count", [0, 1, SLAB, 2 * SLAB + 3])
def test_slabs_give_what_all_slices_at_once_give(count):
    pictures = np.random.default_rng(5).normal(size=(count, 33)).astype(np.float32)
    made = in_slabs(count, lambda a, b: (pictures[a:b] ** 2).mean(axis=1))
    np.testing.assert_array_equal(made, (pictures**2).mean(axis=1) if count else np.empty(0))

"""Sliding window: tiles, their weights, mirroring and padding."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import ndimage

from inference.errors import Cancelled
from inference.steps.sliding import Tiling, mirrored_mean, slide, tile_starts, tile_weights

CUBE = Tiling((8, 8, 8), 0.5, ())


def run(image, network, tiling=CUBE, classes=2, told=None, cancelled=lambda: False):
    return slide(image, classes, tiling, network, (told if told is not None else []).append, cancelled)


def itself(tile: np.ndarray) -> np.ndarray:
    return np.stack([tile, -tile])


def test_tiles_reach_both_ends_evenly():
    # nnU-Net's own example: 110 voxels, tiles of 64, half of one between them.
    assert tile_starts(110, 64, 0.5) == [0, 23, 46]


@pytest.mark.parametrize(("size", "patch"), [(64, 64), (65, 64), (300, 64), (20, 8)])
@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_neighbouring_tiles_are_never_further_apart_than_asked(size, patch, share):
    starts = tile_starts(size, patch, share)
    assert (starts[0], starts[-1]) == (0, size - patch)
    assert all(0 < b - a <= np.ceil(patch * share) for a, b in pairwise(starts))


def test_a_network_for_slices_sees_every_slice():
    assert tile_starts(5, 1, 0.5) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("patch", [(32, 48, 64), (7, 20, 21), (96, 128)])
def test_weights_are_a_gaussian_with_its_peak_at_the_middle_voxel(patch):
    delta = np.zeros(patch)
    delta[tuple(n // 2 for n in patch)] = 1
    wanted = ndimage.gaussian_filter(delta, [n / 8 for n in patch], mode="constant")
    given = tile_weights(patch)
    np.testing.assert_allclose(given, 10 * wanted / wanted.max(), rtol=2e-3, atol=1e-6)
    assert given.min() > 0


def test_weights_across_slices_of_a_flat_tile_are_alike():
    np.testing.assert_array_equal(tile_weights((1, 16, 16))[0], tile_weights((16, 16)))


@pytest.mark.parametrize("shape", [(8, 8, 8), (8, 21, 30), (5, 9, 3)])
def test_a_network_that_answers_each_voxel_by_itself_is_not_changed_by_tiling(shape):
    image = np.random.default_rng(0).standard_normal(shape).astype(np.float32)
    np.testing.assert_allclose(run(image, itself), itself(image), atol=1e-5)


def test_an_image_smaller_than_a_tile_lies_in_the_middle_of_zeros():
    seen = []

    def network(tile):
        seen.append(tile)
        return itself(tile)

    run(np.ones((8, 8, 5), np.float32), network)
    (tile,) = seen
    assert np.flatnonzero(tile[4, 4]).tolist() == [1, 2, 3, 4, 5]


def test_overlapping_tiles_are_averaged_by_their_weights():
    tiling = Tiling((4, 4, 4), 0.5, ())
    answers = iter([0.0, 0.0, 1.0])
    given = run(np.zeros((4, 4, 8), np.float32), lambda tile: np.full((2, *tile.shape), next(answers)), tiling)
    weights = tile_weights((4, 4, 4))
    # Voxel 5 is the last of the middle tile and the second of the right one.
    wanted = weights[1, 1, 1] / (weights[1, 1, 1] + weights[1, 1, 3])
    assert given[0, 1, 1, 5] == pytest.approx(wanted, rel=1e-5)


def test_mirrored_tiles_are_turned_back_and_averaged():
    tile = np.random.default_rng(1).standard_normal((3, 4, 5)).astype(np.float32)
    np.testing.assert_allclose(mirrored_mean(itself, tile, (0, 2)), itself(tile), atol=1e-6)


def test_a_tile_is_shown_once_for_each_set_of_mirrored_axes():
    seen = []

    def network(tile):
        seen.append(tuple(tile.ravel()))
        return itself(tile)

    mirrored_mean(network, np.arange(8.0).reshape(2, 2, 2), (0, 1, 2))
    assert len(set(seen)) == 8


def test_what_depends_on_the_side_is_averaged_over_both():
    tile = np.zeros((1, 1, 4), np.float32)
    left = np.array([1.0, 1, 0, 0])[None, None, None]
    given = mirrored_mean(lambda tile: np.broadcast_to(left, (1, 1, 1, 4)), tile, (2,))
    np.testing.assert_allclose(given[0, 0, 0], 0.5)


def test_progress_runs_to_the_end():
    told = []
    run(np.zeros((8, 8, 20), np.float32), itself, told=told)
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_sliding_stops_between_two_tiles_when_it_is_cancelled():
    seen = []

    def network(tile):
        seen.append(1)
        return itself(tile)

    with pytest.raises(Cancelled):
        run(np.zeros((8, 8, 20), np.float32), network, cancelled=lambda: len(seen) == 2)
    assert len(seen) == 2

"""What becomes of a simulated block each time the training sees it."""

import numpy as np
import pytest

from training.simulate.classes import THYROID
from training.simulate.truth import FULL, as_labels, in_layers
from training.vessels import augment
from training.vessels.plans import BLOCK

LARGER = tuple(n + 12 for n in BLOCK.size)


@pytest.fixture
def block():
    """A ball of blood in fat, with its truth in layers: a carotid artery, inside a thyroid of twice its width."""
    axes = (np.arange(n) * d - n * d / 2 for n, d in zip(LARGER, BLOCK.spacing_mm))
    k, j, i = np.meshgrid(*axes, indexing="ij")
    distance = np.sqrt(k**2 + j**2 + i**2)
    labels = np.where(distance < 20, 1, np.where(distance < 40, THYROID, 0))
    return np.where(distance < 20, 40, -100).astype(np.int16), in_layers(labels, BLOCK.wanted)


@pytest.mark.parametrize("seed", range(6))
def test_a_bent_space_is_smooth_and_never_folds(seed):
    spacing = np.array(BLOCK.spacing_mm)
    moved = augment._bend(BLOCK.size, spacing, augment.BEND_MM, np.random.default_rng(seed)) * spacing
    for axis in range(3):
        steps = np.diff(moved, axis=axis) / spacing[axis]
        assert np.abs(steps[..., axis]).max() < 1
    assert np.abs(moved).max() < 6 * augment.BEND_MM


def test_bends_differ_in_size_and_some_are_almost_none():
    spacing = np.array(BLOCK.spacing_mm)
    sizes = [
        (augment._bend(BLOCK.size, spacing, 3.0, np.random.default_rng(seed)) * spacing).std() for seed in range(20)
    ]
    assert min(sizes) < 0.5
    assert 0.8 < max(sizes) < 3


@pytest.mark.parametrize("seed", range(8))
def test_the_label_goes_with_what_it_labels(block, seed):
    rng = np.random.default_rng(seed)
    image, truth = augment._affine(block[0].astype(np.float32), block[1], [6, 6, 6], BLOCK, rng, augment.BEND_MM)
    assert truth.shape == (5, *image.shape) == (5, *BLOCK.size)
    # Shares are moved like the image, so that a border is where its middle brightness is, to within rounding.
    np.testing.assert_allclose(truth[1] / FULL, (image + 100) / 140, atol=0.003)
    assert set(np.unique(truth[0])) == {0, THYROID}
    assert (truth[0][truth[1] > 0] == 0).mean() > 0.8


@pytest.mark.parametrize("seed", range(4))
def test_plain_labels_go_with_the_image_too(block, seed):
    rng = np.random.default_rng(seed)
    labels = as_labels(block[1])
    image, moved = augment._affine(block[0].astype(np.float32), labels, [6, 6, 6], BLOCK, rng, augment.BEND_MM)
    assert moved.shape == image.shape == BLOCK.size
    bright = image > -30
    assert 2 * np.count_nonzero(bright & (moved == 1)) / (bright.sum() + (moved == 1).sum()) > 0.97


@pytest.mark.parametrize("seed", range(8))
def test_a_varied_block_has_the_networks_size_and_only_known_labels(block, seed):
    image, truth = augment.augment_block(*block, BLOCK, np.random.default_rng(seed))
    assert truth.shape == (5, *image.shape) == (5, *BLOCK.size)
    assert image.dtype == np.float32
    assert set(np.unique(as_labels(truth))) <= {0, 1, THYROID}
    # Beyond the field of view nothing is known.
    assert not truth[:, image == augment.PADDING_HU].any()
    assert np.isfinite(image).all()


def test_the_same_seed_varies_alike(block):
    first, again = (augment.augment_block(*block, BLOCK, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])

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


@pytest.mark.parametrize("size", [(1, 1, 1), (1, 3, 3), (1, 1, 15)])
def test_grain_is_as_strong_however_coarse_and_alike_over_its_size(size):
    grain = augment._grain((12, 60, 90), size, np.random.default_rng(2))
    inner = grain[:, 8:-8, 8:-8]
    assert inner.std() == pytest.approx(1, abs=0.05)
    beside = [np.corrcoef(inner.ravel(), np.roll(grain, 1, axis)[:, 8:-8, 8:-8].ravel())[0, 1] for axis in (1, 2)]
    assert beside == pytest.approx([1 - 1 / n for n in size[1:]], abs=0.05)


def test_streaks_run_from_side_to_side_and_fade():
    streaks = augment._streaks((30, 80, 96), np.random.default_rng(4))
    ahead, aside = (np.corrcoef(streaks.ravel(), np.roll(streaks, 1, axis).ravel())[0, 1] for axis in (1, 2))
    assert aside > 0.8 > 0.2 > abs(ahead)
    spread = streaks.std(axis=(1, 2))
    assert spread.min() < 0.7 * spread.max()


def test_another_scanner_changes_no_more_than_what_was_scanned():
    image = np.full((8, 24, 40), 40.0, np.float32)
    image[:, :6], image[:, 6:12] = augment.PADDING_HU, -90
    varied = [image.copy() for _ in range(12)]
    for seed, one in enumerate(varied):
        augment._vary_scanner(one, np.random.default_rng(seed))
        assert (one[:, :6] == augment.PADDING_HU).all()
        # The mean of what is not at a border stays: kernels and grain change texture, not density.
        assert one[:, 16:].mean() == pytest.approx(40, abs=4)
    assert 4 < sum((one != image).any() for one in varied) < 12

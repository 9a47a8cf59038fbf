import numpy as np
import pytest
from scipy import ndimage

from training.vessels.virtual import BLOOD_HU, GLAND_HU, without_contrast

SPACING_MM = (1.5, 0.8, 0.8)
NOISE_HU = 20.0
FAT_HU, MUSCLE_HU, CALCIUM_HU = -100.0, 55.0, 900.0
ARTERY, VEIN, UNDRAWN, GLAND = 1, 2, 3, 4


@pytest.fixture(scope="module")
def pair():
    """The same neck with and without contrast medium, with the same noise, and its vessels."""
    j, i = (np.arange(n) * SPACING_MM[1] for n in (60, 70))
    j, i = np.meshgrid(j, i, indexing="ij")
    where = np.zeros((14, 60, 70), np.uint8)
    for value, (row, column), radius in ((ARTERY, (14, 12), 4), (VEIN, (14, 22.5), 5), (UNDRAWN, (36, 12), 3.5)):
        where[:, np.hypot(j - row, i - column) < radius] = value
    where[:, np.hypot(j - 14, i - 40) < 5] = GLAND
    where[:, np.hypot(j - 14, i - 48) < 3] = ARTERY
    calcium = (where == ARTERY) & (np.hypot(j - 11, i - 12) < 1.5)
    beside = np.where(i < 25, FAT_HU, MUSCLE_HU)
    noise = ndimage.gaussian_filter(np.random.default_rng(3).normal(size=where.shape), (0, 0.7, 0.7))
    noise *= NOISE_HU / noise.std()

    def scan(artery, vein, gland):
        ideal = np.select(
            [calcium, where == VEIN, where == GLAND, where > 0], [CALCIUM_HU, vein, gland, artery], beside
        )
        ideal[:, 52:58, 10:60] = 900.0
        ideal[:, 54:56, 12:58] = 240.0
        return ndimage.gaussian_filter(ideal, (0, 0.6, 0.6)) + noise

    enhanced, plain = scan(240.0, 150.0, 170.0), scan(BLOOD_HU, BLOOD_HU, GLAND_HU)
    return enhanced, plain, np.where(where <= VEIN, where, 0), where, calcium


@pytest.fixture(scope="module")
def made(pair):
    return without_contrast(pair[0], pair[2], SPACING_MM, necks=(ARTERY,))


def test_enhanced_vessels_become_blood_with_the_scans_own_noise_drawn_or_not(pair, made):
    enhanced, plain, _, where, calcium = pair
    for value in (ARTERY, VEIN, UNDRAWN, GLAND):
        core = ndimage.binary_erosion(where == value, np.ones((1, 3, 3)), iterations=2)
        core &= ~ndimage.binary_dilation(calcium, iterations=4)
        assert abs(made[core].mean() - plain[core].mean()) < 5, value
        assert abs(made[core].std() - plain[core].std()) < 3, value
        assert np.corrcoef(made[core], enhanced[core])[0, 1] > 0.95, value
        edge = ndimage.binary_dilation(where == value) & ~ndimage.binary_erosion(where == value)
        assert abs(made - plain)[edge].mean() < 0.35 * (enhanced - plain)[edge].mean(), value


def test_calcium_bone_with_its_marrow_and_all_that_is_no_vessel_stay(pair, made):
    enhanced, plain, _, where, calcium = pair
    assert abs(made - plain)[calcium].mean() < 40
    far = ndimage.distance_transform_edt(where == 0, SPACING_MM) > 3.5
    assert np.abs(made - enhanced)[far].max() < 0.51
    assert far[:, 54:58, 10:60].all()


def test_a_scan_without_contrast_medium_or_without_labels_stays_as_it_is(pair):
    _, plain, labels, _, _ = pair
    assert np.abs(without_contrast(plain, labels, SPACING_MM) - plain).max() < 0.51
    assert np.abs(without_contrast(plain, np.zeros_like(labels), SPACING_MM) - plain).max() < 0.51

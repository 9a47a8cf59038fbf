"""How thick a vessel of an enhanced scan is found, and how that is scored."""

import numpy as np
import pytest
from scipy import ndimage

from training.simulate import classes
from training.transfer.border import blur_of, find_border, shares_of
from training.transfer.scores import scores

SHAPE = (24, 40, 44)
FINE = 4
FAT_HU, MUSCLE_HU, BLOOD_HU = -90.0, 60.0, 180.0
ROWS, COLUMNS = np.meshgrid(*((np.arange(n * FINE) + 0.5) / FINE - 0.5 for n in SHAPE[1:]), indexing="ij")
OUTLINES = {
    "a tube of 6 mm": np.hypot(ROWS - 18, COLUMNS - 20.3) < 3,
    "a flat vein of 2.4 mm": (np.abs(ROWS - 18) < 1.2) & (np.abs(COLUMNS - 20) < 7),
    "a tube of 12 mm": np.hypot(ROWS - 18, COLUMNS - 20) < 6,
}


def coarse(fine):
    """Means of the fine pixels of each voxel, the same in all slices."""
    means = fine.astype(float).reshape(SHAPE[1], FINE, SHAPE[2], FINE).mean(axis=(1, 3))
    return np.broadcast_to(means, SHAPE)


@pytest.mark.parametrize("name", OUTLINES)
def test_a_vessel_is_as_thick_as_it_is_however_thick_it_was_taken_for(name):
    share = coarse(OUTLINES[name])
    around = np.where(np.arange(SHAPE[1])[:, None] > 24, MUSCLE_HU, FAT_HU)
    # The scan's blur and the smoothing of what is looked at.
    hu = ndimage.gaussian_filter(share * BLOOD_HU + (1 - share) * around, (0.8, 0.9, 0.9))
    hu += ndimage.gaussian_filter(np.random.default_rng(1).normal(0, 12, SHAPE), 0.7)
    thick = ndimage.distance_transform_edt(share < 0.5) <= 2
    border = find_border(hu, (thick * classes.JUGULAR).astype(np.uint8), blur_of((1.0, 1.0, 1.0)))
    inner = slice(4, -4)
    found = border.labels[inner] == classes.JUGULAR
    assert np.median(border.blood[inner][found]) == pytest.approx(BLOOD_HU, abs=25)
    assert shares_of(border, border.labels)[1][inner].sum() == pytest.approx(share[inner].sum(), rel=0.13)
    assert 2 * (found & (share[inner] > 0.5)).sum() / (found.sum() + (share[inner] > 0.5).sum()) > 0.95


def test_a_vessel_as_grey_as_what_lies_beside_it_stays_as_it_was_drawn():
    labels = (coarse(OUTLINES["a tube of 12 mm"]) > 0.5).astype(np.uint8)
    border = find_border(np.full(SHAPE, MUSCLE_HU), labels, blur_of((1.0, 1.0, 1.0)))
    assert np.array_equal(border.labels, labels)


def test_a_scan_of_thick_slices_is_more_blurred_along_the_body():
    thin, thick = blur_of((1.0, 0.7, 0.7)), blur_of((3.0, 0.7, 0.7))
    assert thick[0] > 1.5 * thin[0]
    assert thick[1:] == thin[1:]


def test_what_is_wrong_at_an_end_is_told_from_what_is_too_thick():
    truth = np.zeros((40, 24, 24), np.uint8)
    truth[:10, 8:16, 8:16], truth[10:, 8:16, 8:16] = classes.OTHER_ARTERY, classes.COMMON_CAROTID
    early, wide = np.zeros_like(truth), np.zeros_like(truth)
    early[6:, 8:16, 8:16], wide[10:, 7:17, 7:17] = classes.COMMON_CAROTID, classes.COMMON_CAROTID
    at_end, beside = (scores(found, truth, (1.0, 1.0, 1.0))["CCA"] for found in (early, wide))
    assert at_end["dice"] < 1 == at_end["away"]
    assert at_end["beyond"] == pytest.approx(4 / 30, abs=0.01) and at_end["thick"] == 0 == at_end["thicker_mm"]
    assert beside["away"] == pytest.approx(2 * 64 / 164, abs=0.01) and beside["beyond"] < 0.03
    assert beside["thicker_mm"] == pytest.approx(1.0, abs=0.25)

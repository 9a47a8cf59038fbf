"""Intensities as an nnU-Net plan wants them."""

import numpy as np
import pytest
from scipy import ndimage

from inference.errors import InputError
from inference.reading import read_typed
from inference.steps.intensities import CtScheme, PlainScheme, RescaleScheme, ZScoreScheme, without_holes

IMAGE = np.random.default_rng(0).normal(50, 300, (6, 20, 25)).astype(np.float32)


def test_ct_is_clipped_and_then_set_to_the_training_mean_and_spread():
    given = CtScheme("ct", (-150.0, 250.0), 20.0, 90.0).apply(IMAGE.copy())
    np.testing.assert_allclose(given, (np.clip(IMAGE.astype(float), -150, 250) - 20) / 90, atol=1e-5)


def test_a_z_score_has_mean_0_and_spread_1():
    given = ZScoreScheme("z-score").apply(IMAGE.copy())
    assert (given.mean(), given.std()) == (pytest.approx(0, abs=1e-5), pytest.approx(1, abs=1e-5))


def test_a_z_score_inside_leaves_zeros_outside_and_counts_holes():
    image = IMAGE.copy()
    image[:, :, :5] = 0
    image[3, 10, 15] = 0
    given = ZScoreScheme("z-score", inside=True).apply(image.copy())
    inside = image[:, :, 5:].astype(float)
    np.testing.assert_allclose(given[:, :, 5:], (inside - inside.mean()) / inside.std(), atol=1e-5)
    assert not given[:, :, :5].any()


def test_rescaling_runs_from_0_to_1():
    given = RescaleScheme("rescale").apply(IMAGE.copy())
    np.testing.assert_allclose(given, (IMAGE - IMAGE.min()) / np.ptp(IMAGE), atol=1e-6)


@pytest.mark.parametrize("scheme", [ZScoreScheme("z-score"), ZScoreScheme("z-score", True), RescaleScheme("rescale")])
def test_a_flat_image_is_not_divided_by_zero(scheme):
    assert np.isfinite(scheme.apply(np.zeros((3, 4, 5), np.float32))).all()


def test_the_plain_scheme_changes_nothing():
    np.testing.assert_array_equal(PlainScheme("none").apply(IMAGE.copy()), IMAGE)


def test_holes_are_filled_as_scipy_fills_them():
    mask = ndimage.gaussian_filter(np.random.default_rng(2).standard_normal((12, 20, 20)), 1) > 0.05
    np.testing.assert_array_equal(without_holes(mask), ndimage.binary_fill_holes(mask))


def test_a_range_that_runs_downwards_is_refused():
    with pytest.raises(InputError) as caught:
        read_typed(CtScheme, {"scheme": "ct", "clip_hu": [5, 1], "mean_hu": 0, "sd_hu": 1}, "test")
    assert "clip_hu" in str(caught.value)

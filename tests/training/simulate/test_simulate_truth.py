"""Truth in layers: parts of voxels, and back to plain labels."""

import numpy as np
import pytest

from inference.resample import axis_weights
from training.simulate.classes import COMMON_CAROTID, THYROID, WANTED
from training.simulate.truth import FULL, as_labels, in_layers, vessel_shares

STEPS_MM = (2.0, 1.25, 1.25)


def test_labels_come_back_from_layers():
    labels = np.random.default_rng(1).integers(0, 16, (6, 7, 8)).astype(np.uint8)
    layers = in_layers(labels, tuple(WANTED.values()))
    assert layers.shape == (5, 6, 7, 8)
    np.testing.assert_array_equal(as_labels(layers), labels)


@pytest.mark.parametrize("part, label", [(0.49, THYROID), (0.51, COMMON_CAROTID)])
def test_a_voxel_is_called_a_vessel_from_one_half_on(part, label):
    layers = np.zeros((5, 1, 1, 1), np.uint8)
    layers[0], layers[COMMON_CAROTID] = THYROID, round(part * FULL)
    assert as_labels(layers).item() == label


def test_a_vessel_thinner_than_a_voxel_keeps_its_volume():
    fine = np.zeros((40, 40, 40), np.uint8)
    fine[:, 20, 17] = COMMON_CAROTID
    places = [np.arange(0.5, 39, step) for step in STEPS_MM]
    weights = tuple(axis_weights(40, 0.0, 1.0, place, step) for place, step in zip(places, STEPS_MM))
    shares = vessel_shares(fine, weights)[0] / FULL
    assert shares.max() < 0.8
    assert shares.sum() * np.prod(STEPS_MM) == pytest.approx(40, rel=0.1)
    assert not as_labels(np.concatenate([np.zeros((1, *shares.shape), np.uint8), vessel_shares(fine, weights)])).any()

"""Parts of the simulation that are quicker than their plain form, against that form."""

from types import SimpleNamespace

import numpy as np
from scipy import ndimage

from training.simulate.patient import BODY_STEP_MM, _distance_outside
from training.simulate.scanner import VIEWS, _back_project


def test_near_a_mask_the_distance_is_that_of_the_whole_volume():
    rng = np.random.default_rng(3)
    mask = np.zeros((40, 50, 60), bool)
    mask[10:16, 0:9, 20:31] = rng.random((6, 9, 11)) > 0.3
    whole = ndimage.distance_transform_edt(~mask) - ndimage.distance_transform_edt(mask)
    found = _distance_outside(mask, 12)
    assert np.array_equal(found[whole <= 12], whole[whole <= 12])
    assert (found[whole > 12] > 12).all()


def test_each_view_is_smeared_back_along_its_rays():
    rng = np.random.default_rng(5)
    sinogram = rng.standard_normal((3, VIEWS, 256)).astype(np.float32)
    tissue, body, origin = np.zeros((2, 12, 9)), np.zeros((2, 30, 40)), np.array([0, -50.0, -70.0])
    patient = SimpleNamespace(tissue=tissue, body=body, body_origin=origin)
    expected = np.zeros((3, 12, 9))
    high, wide = (n * BODY_STEP_MM for n in body.shape[1:])
    for j, i in np.ndindex(12, 9):
        across, down = i - origin[2] - wide / 2, j - origin[1] - high / 2
        for n in range(VIEWS):
            angle = n * np.pi / VIEWS
            place = ((across * np.cos(angle) + down * np.sin(angle)) / wide + 0.5) * 256 - 0.5
            expected[:, j, i] += [np.interp(place, np.arange(256), view) for view in sinogram[:, n]]
    np.testing.assert_allclose(_back_project(sinogram, patient), expected, atol=1e-3)

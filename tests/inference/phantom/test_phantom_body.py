"""The procedural body is one that could live: what it holds does not run through each other."""

import numpy as np
import pytest

from inference.phantom import tissues
from inference.phantom.body import VESSELS, make_body
from inference.phantom.tubes import STEP_VOXELS, Tube, axes_across, inside_tube, resample_curve

RIBS = (32, 33, 34, 35, 38, 39, 40, 41)


@pytest.fixture(scope="module")
def body():
    return make_body(2.0, vessels=False)


@pytest.mark.parametrize("name", VESSELS)
def test_no_vessel_runs_through_a_lung(body, name):
    box, mask = inside_tube(body.label.shape, body.tubes[name])
    assert mask.any()
    assert not (body.tissue[box][mask] == tissues.LUNG).any()


@pytest.mark.parametrize("name", [name for name in VESSELS if name[:3] in ("CCA", "IJV", "SCA", "SCV")])
def test_no_measured_vessel_runs_through_a_bone(body, name):
    box, mask = inside_tube(body.label.shape, body.tubes[name])
    bone = np.isin(body.tissue[box][mask], (tissues.CORTICAL, tissues.TRABECULAR))
    # A collar bone's end touches the jugular vein.
    assert bone.mean() < 0.005


def test_the_lungs_reach_up_to_the_inlet_and_no_higher(body):
    heights = body.grid.places_mm(0)[(body.tissue == tissues.LUNG).any(axis=(1, 2))]
    # The subclavian arteries arch 22 mm above the level of the venous angle, the lungs' tops below them.
    assert 0 < heights.max() < 15


def test_ribs_lie_around_the_lungs_and_not_in_them(body):
    lung = body.tissue == tissues.LUNG
    for value in RIBS:
        k, j, i = np.nonzero(body.label == value)
        beside = [lung[k, j, np.clip(i + step, 0, lung.shape[2] - 1)] for step in (-6, 6)]
        assert len(k)
        # A rib in a lung has lung on both sides, 12 mm to its left and right.
        assert np.mean(np.logical_and(*beside)) < 0.02, value


def test_a_tube_is_all_voxels_of_the_volume_that_lie_in_one_of_its_sections():
    shape = (14, 16, 15)
    curve = Tube(
        np.array([(-2.0, 3.0, 4.0), (7.0, 12.0, 6.0), (13.0, 5.0, 17.0)]),
        np.array([0.6, 2.0, 3.0]),
        np.array([1.0, 2.5, 4.0]),
        np.array([0.35, 1.0, 0.15]),
    )
    samples, position = resample_curve(curve.points, STEP_VOXELS)
    radius, flattening = (np.interp(position, range(3), of) for of in (curve.radius, curve.flattening))
    a, b = radius / np.sqrt(flattening), radius * np.sqrt(flattening)
    along, short, across = axes_across(samples, curve.short_axis)
    away = np.stack(np.indices(shape), axis=-1)[..., None, :] - samples
    parts = [((away * axis).sum(axis=-1) / of) ** 2 for axis, of in ((short, a), (across, b), (along, a.clip(1)))]
    expected = (sum(parts) <= 1).any(axis=-1)
    painted = np.zeros(shape, bool)
    box, mask = inside_tube(shape, curve)
    painted[box] = mask
    assert 200 < painted.sum() == expected.sum()
    np.testing.assert_array_equal(painted, expected)

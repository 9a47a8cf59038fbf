"""Arteries and veins do not lie in each other; what is changed for that is their course and nothing else."""

from dataclasses import replace

import numpy as np
import pytest

from inference.phantom.tubes import inside_tube, tube
from training.simulate.separation import ARTERY_SHARE, VEINS, move_apart
from training.simulate.vessels import Morphology, shape_vessels, vary_vessels


def drawn_into(one, other, shape):
    """Share of a vessel's voxels that also lie in another."""
    masks = []
    for curve in (one, other):
        box, mask = inside_tube(shape, curve)
        masks.append(np.zeros(shape, bool))
        masks[-1][box] = mask
    return (masks[0] & masks[1]).sum() / masks[0].sum()


@pytest.fixture
def on_each_other(anatomy):
    """The jugular vein on the carotid artery all the way up."""
    vein, artery = anatomy.tubes["IJV-R"], anatomy.tubes["CCA-R"]
    up = np.interp(vein.points[:, 0], artery.points[:, 0], np.arange(len(artery.points)))
    course = np.stack([np.interp(up, np.arange(len(artery.points)), artery.points[:, n]) for n in range(3)], axis=1)
    onto = np.linspace(0, 1, len(course))[:, None]
    return {**anatomy.tubes, "IJV-R": replace(vein, points=vein.points * (1 - onto) + (course - (0, 0, 1)) * onto)}


def test_a_vein_on_an_artery_is_moved_beside_it(anatomy, on_each_other):
    shape = anatomy.label.shape
    assert drawn_into(on_each_other["CCA-R"], on_each_other["IJV-R"], shape) > 0.4
    moved = move_apart(on_each_other, anatomy.tubes)
    assert drawn_into(moved["CCA-R"], moved["IJV-R"], shape) == 0


def test_calibres_stay(anatomy, on_each_other):
    moved = move_apart(on_each_other, anatomy.tubes)
    assert moved.keys() == on_each_other.keys()
    for name, curve in on_each_other.items():
        np.testing.assert_array_equal(moved[name].radius, curve.radius)
        np.testing.assert_array_equal(moved[name].flattening, curve.flattening)


def test_junctions_stay_joined(anatomy, on_each_other):
    moved = move_apart(on_each_other, anatomy.tubes)
    together = (
        ("IJV-R", 0, "SCV-R", 0),
        ("IJV-R", 0, "BCV-R", -1),
        ("CCA-R", 0, "SCA-R", 0),
        ("CCA-R", 0, "trunk", -1),
    )
    for one, end, other, other_end in together:
        before = on_each_other[one].points[end] - on_each_other[other].points[other_end]
        np.testing.assert_allclose(moved[one].points[end] - moved[other].points[other_end], before, atol=1e-9)


def test_vessels_that_clear_each_other_are_left_alone(anatomy):
    thin = {name: replace(curve, radius=curve.radius * 0.2) for name, curve in anatomy.tubes.items()}
    far = {
        name: replace(curve, points=curve.points + ((0, -40, 0) if name in VEINS else (0, 0, 0)))
        for name, curve in thin.items()
    }
    moved = move_apart(far, anatomy.tubes)
    assert all((moved[name].points == curve.points).all() for name, curve in far.items())


def test_a_vein_drawn_behind_its_artery_goes_back_in_front_of_it(anatomy):
    def straight(front, height):
        return tube([(height, 100 - front, side) for side in np.linspace(60, 160, 21)], 3.0)

    away = {name: straight(0, 60.0 + 60 * n) for n, name in enumerate(anatomy.tubes)}
    model = {**away, "SCA-R": straight(0, 30.0), "SCV-R": straight(8, 30.0)}
    moved = move_apart({**model, "SCV-R": straight(-2, 30.0)}, model)
    apart = moved["SCA-R"].points[:, 1] - moved["SCV-R"].points[:, 1]
    assert (apart >= 3.0 + 3.0).all()


@pytest.mark.parametrize("seed", [1, 4, 7])
def test_drawn_patients_have_no_artery_in_a_vein(anatomy, seed):
    told = Morphology({"SCV": 9.0, "IJV": 14.0}, 2.4, 3, 1.5)
    tubes = shape_vessels(vary_vessels(anatomy.tubes, np.random.default_rng(seed)), anatomy.rib_border, told)
    before, after = (
        max(
            drawn_into(curves[artery], curves[vein], anatomy.label.shape)
            for artery in ARTERY_SHARE
            for vein in VEINS[:2]
        )
        for curves in (tubes, move_apart(tubes, anatomy.tubes))
    )
    assert before > 0.005
    assert after == 0

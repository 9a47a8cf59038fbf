"""The procedural body is one that could live: what it holds does not run through each other."""

import numpy as np
import pytest

from inference.phantom import tissues
from inference.phantom.body import VESSELS, make_body
from inference.phantom.tubes import inside_tube

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

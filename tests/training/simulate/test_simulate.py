"""Simulated scans: right anatomy, right densities, right side, repeatable."""

import numpy as np
import pytest

from training.simulate import classes, generate, population, scanner, whole_scans
from training.simulate.anatomy import mirror
from training.simulate.other_regions import make_elsewhere
from training.simulate.pose import draw_deformation
from training.simulate.truth import as_labels
from training.simulate.vessels import SCV

WANTED = (classes.COMMON_CAROTID, classes.JUGULAR, classes.SUBCLAVIAN_ARTERY, classes.SUBCLAVIAN_VEIN)


@pytest.fixture(scope="module")
def coarse(bodies):
    """The first coarse scan that holds both inlets."""
    for seed in range(20):
        image, truth = whole_scans.simulate(bodies, seed)
        if {1, 2} <= set(np.unique(truth)):
            return image, truth
    raise AssertionError("no inlet in 20 scans")


def test_a_simulated_scan_holds_every_wanted_vessel(simulated):
    image, layers, about = simulated
    truth = as_labels(layers)
    assert image.shape == truth.shape == tuple(len(places) for places in generate.block_places())
    assert {*WANTED, classes.CLAVICLE, classes.LUNG} <= set(np.unique(truth))
    assert 0.5 <= about["thickness_mm"] <= 5.5


def test_blood_and_bone_have_their_densities(simulated):
    image, truth = simulated[0], as_labels(simulated[1])
    blood = float(np.median(image[np.isin(truth, WANTED)]))
    assert 15 < blood < 80
    assert np.median(image[truth == classes.CLAVICLE]) > blood + 60
    assert np.median(image[truth == classes.LUNG]) < -500


def test_no_vessel_is_called_where_the_scan_was_not_taken(simulated):
    image, truth = simulated[0], as_labels(simulated[1])
    outside = image == scanner.PADDING_HU
    assert (np.isin(truth, WANTED) & outside).sum() <= 0.02 * np.isin(truth, WANTED).sum()


def test_a_seed_gives_the_same_scan_again_and_another_seed_another(bodies, simulated, monkeypatch):
    again = generate.simulate(bodies, 5)
    np.testing.assert_array_equal(again[0], simulated[0])
    np.testing.assert_array_equal(again[1], simulated[1])
    # The truth has no noise, which takes half of the time.
    monkeypatch.setattr(scanner, "_sinogram_noise", lambda *given: np.float32(0))
    assert not np.array_equal(generate.simulate(bodies, 6)[1], simulated[1])


def test_scans_of_the_cohorts_people_are_taken_as_their_own_centre_takes_them(bodies, simulated):
    image, layers, about = generate.simulate(bodies, 5, of_people=True)
    assert not np.array_equal(layers, simulated[1]), "another patient than the general one of the same seed"
    assert about["thickness_mm"] in (1.25, 2.0, 2.5, 3.0)
    assert 6 <= about["noise_hu"] <= 18
    assert set(WANTED) <= set(np.unique(as_labels(layers)))
    assert np.median(image[np.isin(as_labels(layers), WANTED)]) < 60, "a scan without contrast medium"


def test_every_second_of_these_people_has_a_vein_that_is_hard_to_see():
    rng = np.random.default_rng(7)

    def seen_mm(morphology):
        return morphology.diameter_mm[SCV] / np.sqrt(morphology.flattening) + morphology.fat_mm

    drawn = [seen_mm(generate.hard_morphology(rng)) for _ in range(300)]
    plain = [seen_mm(population.draw_people(1, rng).morphology(0)) for _ in range(300)]
    # One of four that is the least lies at the 20th percentile on average, and half of the draws are like that.
    assert 0.55 < np.mean(np.array(drawn) < np.percentile(plain, 37)) < 0.75
    assert max(drawn) > np.percentile(plain, 90), "others are drawn too"


def test_a_pose_can_be_undone(bodies):
    skeleton = bodies[0][1]
    deformation = draw_deformation(skeleton, np.random.default_rng(3))
    points = np.random.default_rng(4).uniform(0.25, 0.75, (200, 3)) * skeleton.shape
    moved = deformation.forward(points)
    assert np.linalg.norm(moved - points, axis=1).max() > 3
    assert np.percentile(np.linalg.norm(deformation.backward(moved) - points, axis=1), 95) < 0.5


def test_a_mirrored_body_has_its_sides_swapped(anatomy):
    other = mirror(anatomy)
    width = anatomy.label.shape[2]
    right, left = anatomy.tubes["CCA-R"].points, other.tubes["CCA-L"].points
    np.testing.assert_allclose(left[:, 2], width - 1 - right[:, 2])
    np.testing.assert_array_equal(mirror(other).label, anatomy.label)


def test_the_right_inlet_is_on_the_patients_right(coarse):
    # Columns run to the patient's left (LPS), so that the right side comes first.
    _, truth = coarse
    right, left = (np.argwhere(truth == value)[:, 2].mean() for value in (1, 2))
    assert right < left - 2


def test_the_inlet_lies_above_lung(coarse):
    _, truth = coarse
    lung = np.argwhere(truth == whole_scans.NAMES.index("lung"))
    if len(lung):
        assert np.argwhere(truth == 1)[:, 0].mean() > lung[:, 0].mean()


@pytest.mark.parametrize("seed", range(6))
def test_other_regions_look_like_bodies(seed):
    hu = make_elsewhere((64, 96, 96), np.random.default_rng(seed))
    assert hu.shape == (64, 96, 96)
    assert np.isfinite(hu).all()
    assert ((hu > -200) & (hu < 120)).mean() > 0.02
    assert (hu < -900).any()

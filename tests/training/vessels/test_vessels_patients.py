"""Hand-drawn patients: whose they are, seen from which side, and where their masks are to be trusted."""

from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk

from inference.volume import Grid, Volume
from training.simulate.classes import BACKGROUND, OTHER_ARTERY, OTHER_VEIN
from training.simulate.truth import UNTOLD
from training.vessels import patients
from training.vessels.evaluate import venous_angle
from training.vessels.patients import FAINT, UNKNOWN, Patient, Zone

SHARED = Path(__file__).parents[4] / "shared"
GRID = Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), (20, 40, 80))
NAMES = [patient.name for patient in patients.patients()]


def drawn() -> np.ndarray:
    """Right vessels in the left half of the image, the left ones mirrored, and a trunk between them."""
    labels = np.zeros(GRID.shape, np.uint8)
    labels[4:16, 10:14, 30:34], labels[6:14, 10:14, 24:28] = 1, 2
    labels[4:8, 20:24, 5:30], labels[4:6, 14:18, 5:24] = 3, 4
    right = labels[:, :, :40]
    labels[:, :, 40:] = np.where(right > 0, right + 4, 0)[:, :, ::-1]
    labels[0:4, 20:24, 36:44] = 9
    return labels


def sides(zones=(), labels=None, **told):
    volume = Volume(np.arange(GRID.shape[2], dtype=np.int16) * np.ones(GRID.shape, np.int16), GRID)
    patient = Patient("P", zones=tuple(zones), **told)
    return {c.name[-1]: c for c in patients.sides_of(patient, volume, drawn() if labels is None else labels)}


def test_a_left_side_is_shown_as_a_right_one():
    both = sides()
    np.testing.assert_array_equal(both["L"].truth, both["R"].truth)
    assert (both["L"].volume.hu == both["R"].volume.hu[:, :, ::-1]).all()
    assert both["L"].volume.grid.origin_mm[0] == -79.0
    assert set(np.unique(both["R"].truth)) == {0, 1, 2, 3, 4}


def test_what_else_is_drawn_is_told_apart_and_the_rest_is_not():
    labels, case = drawn(), sides()["R"]
    assert (case.others[labels == 9] == OTHER_ARTERY).all()
    assert (case.others[np.isin(labels, (5, 7))] == OTHER_ARTERY).all()
    assert (case.others[np.isin(labels, (6, 8))] == OTHER_VEIN).all()
    assert (case.others[np.isin(labels, (1, 2, 3, 4))] == BACKGROUND).all()
    assert (case.others[labels == 0] == UNTOLD).all()


def test_a_jugular_goes_on_above_its_last_drawn_slice_and_a_subclavian_vein_does_not():
    case = sides()["R"]
    above = case.doubt[14:]
    assert (above[case.truth[14:] == 0] == UNKNOWN).all()
    assert not above[case.truth[14:] > 0].any()
    assert not case.doubt[:14].any()


def test_between_two_drawn_slices_a_vessel_is_there_too():
    labels = drawn()
    labels[10][labels[10] == 1] = 0
    case = sides(labels=labels)["R"]
    assert (case.doubt[10][case.truth[10] == 0] == UNKNOWN).all()
    assert not case.doubt[9].any() and not case.doubt[10][case.truth[10] > 0].any()


@pytest.mark.parametrize(("trust", "value"), [("none", UNKNOWN), ("little", FAINT)])
def test_a_zone_is_counted_in_slices_and_columns_of_the_full_series(trust, value):
    zone = Zone((3, 7), trust, (110, 9999), (0, 119))
    case = sides([zone], first=100, step=2, column=100)["R"]
    doubted = case.doubt[:14] == value
    assert doubted[case.truth[:14] == 3].reshape(4, -1)[:, 0].tolist() == [False, True, True, True]
    assert not doubted[:5].any() and not doubted[:, :, 20:].any()
    # What lies beside the mask may be the vessel, unless another one is drawn there.
    assert doubted[6, 26, 10] and not doubted[6, 35, 10]
    assert not doubted[case.truth[:14] == 4].any()


def test_a_zone_of_the_left_side_lies_on_the_left_side():
    both = sides([Zone((7,), "none", x=(60, 9999))])
    assert not (both["R"].doubt[:14] == UNKNOWN).any()
    found = (both["L"].doubt[:14] == UNKNOWN) & (both["L"].truth[:14] == 3)
    assert found.any() and not found[:, :, 20:].any()


def test_what_is_not_known_is_not_judged():
    case = sides([Zone((4,), "none"), Zone((3,), "little")])["R"]
    assert not case.judged[case.truth == 4].any()
    assert case.judged[case.truth == 3].all()


def test_a_variant_belongs_to_the_side_that_has_it():
    both = sides(variant="aberrant")
    assert (both["R"].variant, both["L"].variant) == ("aberrant", "")


def test_an_enhanced_scan_is_shown_without_its_contrast_medium(monkeypatch):
    labels = drawn()
    bright = Volume(np.where(labels > 0, 180, 30).astype(np.int16), GRID)
    monkeypatch.setattr(patients, "patients", lambda: (Patient("E", enhanced=True), Patient("P")))
    monkeypatch.setattr(patients, "read_drawn", lambda patient, shared: (bright, labels))
    found = {case.name: case for case in patients.drawn_cases(SHARED)}
    assert {name: case.virtual for name, case in found.items()} == {
        "E R": True,
        "E L": True,
        "P R": False,
        "P L": False,
    }
    assert np.median(found["P R"].volume.hu[found["P R"].truth > 0]) == 180
    assert 30 < np.median(found["E R"].volume.hu[found["E R"].truth > 0]) < 55


def test_patients_are_named_once_and_their_zones_are_of_labels_that_there_are():
    assert len(NAMES) == len(set(NAMES)) >= 12
    for patient in patients.patients():
        for zone in patient.zones:
            assert set(zone.labels) <= set(range(1, 15)) and zone.k[0] <= zone.k[1] and zone.x[0] <= zone.x[1]


def test_an_image_and_its_mask_are_read_on_one_grid(tmp_path):
    folder = tmp_path / "ct" / "drawn"
    folder.mkdir(parents=True)
    for kind, array in (("image", np.full((4, 5, 6), -1000, np.int16)), ("mask", np.full((4, 5, 6), 3, np.uint8))):
        image = sitk.GetImageFromArray(array)
        image.SetSpacing((0.7, 0.8, 2.5))
        image.SetOrigin((-10.0, 20.0, 30.0))
        sitk.WriteImage(image, str(folder / f"P-{kind}.nii.gz"))
    volume, labels = patients.read_drawn(Patient("P"), tmp_path)
    assert volume.grid.spacing_mm == pytest.approx((2.5, 0.8, 0.7))
    assert volume.grid.origin_mm == pytest.approx((-10, 20, 30))
    assert (volume.hu == -1000).all() and (labels == 3).all()


@pytest.mark.shared
def test_the_zones_of_a_real_patient_lie_where_the_vessel_is_drawn():
    if not (SHARED / "ct" / "drawn").is_dir():
        pytest.skip("no ../shared beside the project: real series are not part of a clone")
    case = next(patients.drawn_cases(SHARED, ["lidc-0028"]))
    veins, arteries = case.truth == 4, case.truth == 3
    assert 0.15 < (case.doubt[veins] == UNKNOWN).mean() < 0.35
    assert not (case.doubt[arteries] == UNKNOWN).any()
    assert -60 < venous_angle(case)[0] < 0

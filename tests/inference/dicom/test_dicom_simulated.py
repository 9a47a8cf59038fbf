"""A simulated series says so itself, in every image; nothing else makes one."""

import numpy as np
import pydicom
import pytest

from inference import dicom
from inference.dicom.writing import write_series
from inference.volume import Grid, Volume
from tests.helpers.dicom_files import write_series as write_scanned

SMALL = Volume(np.zeros((3, 4, 4), np.int16), Grid((0, 0, 0), (2, 1, 1), (3, 4, 4)))
HEADER = {"PatientID": "P", "StudyInstanceUID": "1.2", "SeriesInstanceUID": "1.3", "FrameOfReferenceUID": "1.4"}


@pytest.fixture
def written(tmp_path):
    return write_series(SMALL, tmp_path, HEADER, lambda name: f"1.5.{name.split()[-1]}")


def only(folder):
    (series,) = dicom.scan([str(folder)]).series
    return series


def test_what_the_simulator_writes_is_known_as_simulated(written, tmp_path):
    assert only(tmp_path).simulated


@pytest.mark.parametrize(
    "spoil",
    [
        lambda image: image.remove_private_tags(),
        lambda image: image.add_new(0x00091001, "LO", "REAL"),
        lambda image: image.add_new(0x00090010, "LO", "SOMEONE ELSE"),
    ],
)
def test_one_image_without_the_mark_makes_it_a_patients_series(written, tmp_path, spoil):
    image = pydicom.dcmread(written[1])
    spoil(image)
    image.save_as(written[1])
    assert not only(tmp_path).simulated


def test_neither_names_nor_makers_make_a_series_simulated(tmp_path):
    write_scanned(tmp_path, 3, Manufacturer="Precontrast", PatientID="PHANTOM-0001", PatientName="Simulated^S0001")
    assert not only(tmp_path).simulated

"""A unit belongs to the image: iodine is read in mg/mL, and no role gets values in another unit than it needs."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from inference import dicom
from inference.dicom.units import read_unit
from inference.packs.manifest import Manifest
from inference.quality.series import check_series
from inference.schema import ImageRole
from inference.steps.region import RegionStep
from inference.vocabulary import Text
from tests.helpers.dicom_files import save, set_pixels, slice_dataset, stack_positions

ROLE = ImageRole("map", Text("Map", "图"), "CT")


@pytest.mark.parametrize(
    ("rescale_type", "modality", "unit", "factor"),
    [
        ("HU", "CT", "HU", 1),
        ("", "CT", "HU", 1),
        ("", "MR", "", 1),
        ("MGML", "CT", "mg/mL", 1),
        ("mg/ml ", "CT", "mg/mL", 1),
        ("mg I/cm3", "CT", "mg/mL", 1),
        ("100ug/cm3", "CT", "mg/mL", 0.1),
        ("100 µg/cm³", "CT", "mg/mL", 0.1),
        ("ug/mL", "CT", "mg/mL", 0.001),
        ("g/L", "CT", "mg/mL", 1),
        ("mg/dL", "CT", "mg/mL", 0.01),
        ("US", "CT", "US", 1),
        ("HU_MOD", "CT", "HU_MOD", 1),
        ("Z_EFF", "CT", "Z_EFF", 1),
        ("kg/m", "CT", "kg/m", 1),
    ],
)
def test_units_of_the_standard_and_of_scanners_are_known(rescale_type, modality, unit, factor):
    assert read_unit(rescale_type, modality) == (unit, pytest.approx(factor))


def write_map(folder, slopes, stored, **attributes):
    """Slices of one value each; returns their series."""
    for index, (position, slope, one_stored) in enumerate(zip(stack_positions(len(slopes)), slopes, stored)):
        one = slice_dataset(position, number=index + 1, RescaleSlope=slope, RescaleIntercept=0, **attributes)
        set_pixels(one, np.full((4, 4), one_stored, "<u2"))
        save(one, folder / f"{index}.dcm")
    (series,) = dicom.scan(folder).series
    return series


def test_a_map_in_tenths_of_a_milligram_is_read_in_milligrams(tmp_path):
    series = write_map(tmp_path, [1] * 3, [24] * 3, RescaleType="100ug/cm3")
    volume = dicom.load(series).volume
    assert series.unit == "mg/mL"
    assert volume.hu.dtype == np.float32 and volume.hu == pytest.approx(2.4)


def test_fine_steps_that_vary_from_slice_to_slice_keep_their_fractions(tmp_path):
    slopes = [0.01, 0.0125, 0.02]
    loaded = dicom.load(write_map(tmp_path, slopes, [240, 192, 120], RescaleType="MGML"))
    assert loaded.volume.hu.dtype == np.float32 and loaded.volume.hu == pytest.approx(2.4)
    assert "dicom.values-rounded" not in {note.code for note in loaded.notes}


def test_fine_steps_survive_uneven_spacing_and_missing_slices(tmp_path):
    for index, z in enumerate((0.0, 2.0, 5.0, 7.0, 9.0, 11.0)):
        one = slice_dataset((0, 0, z), number=index + 1, RescaleSlope=0.01 + 0.002 * index, RescaleIntercept=0)
        set_pixels(one, np.full((4, 4), round(2.4 / (0.01 + 0.002 * index)), "<u2"))
        save(one, tmp_path / f"{index}.dcm")
    values = dicom.load(dicom.scan(tmp_path).series[0]).volume.hu
    scanned = values[values > -1024]
    assert scanned.size and scanned == pytest.approx(2.4, abs=0.02)


def test_slices_in_several_units_are_of_none_that_a_role_asks_for(tmp_path):
    for index, position in enumerate(stack_positions(4)):
        save(
            slice_dataset(position, number=index + 1, RescaleType=["HU", "MGML"][index % 2]), tmp_path / f"{index}.dcm"
        )
    (series,) = dicom.scan(tmp_path).series
    for unit in ("HU", "mg/mL"):
        assert blocking(series, unit)


def blocking(series, unit=None):
    found = check_series(series, ROLE, series.notes, unit)
    return [finding.code for finding in found if finding.severity == "blocking"]


@pytest.mark.parametrize(
    ("rescale_type", "description", "unit", "expected"),
    [
        ("MGML", "Iodine map", "mg/mL", []),
        ("MGML", "Iodine map", None, []),
        ("MGML", "Iodine map", "HU", ["dicom.rescale-not-hu"]),
        ("HU", "Iodine map", "mg/mL", ["series.unit-other"]),
        ("HU", "Iodine map", "HU", ["series.unit-other"]),
        ("HU", "Iodine map", None, ["series.unit-other"]),
        ("HU", "碘图", None, ["series.unit-other"]),
        ("HU", "VNC, iodine removed", "HU", ["series.derived-kind"]),  # not for its unit
        ("HU", "Thorax", "HU", []),
        ("HU", "Thorax", None, []),
        ("US", "Iodine map", "mg/mL", ["series.unit-other"]),
        ("US", "Thorax", "HU", ["dicom.rescale-not-hu"]),
        ("HU_MOD", "Thorax", None, ["dicom.rescale-not-hu"]),
    ],
)
def test_a_role_gets_values_in_its_unit_or_none(tmp_path, rescale_type, description, unit, expected):
    attributes = {"SpecificCharacterSet": "ISO_IR 192", "SeriesDescription": description}
    series = write_map(tmp_path, [1] * 3, [24] * 3, RescaleType=rescale_type, **attributes)
    assert blocking(series, unit) == expected


def test_the_unit_of_a_role_is_that_of_the_step_which_measures_it():
    def region(image, scale):
        return RegionStep("region", image, Text("x", "x"), image, "lesion", "a", "mg/mL", scale)

    pack = SimpleNamespace(steps=(region("map", 1.0), region("scaled", 0.1)))
    roles = {
        name: ImageRole(name, Text("x", "x"), modality)
        for name, modality in (("map", "CT"), ("scaled", "CT"), ("t1", "MR"), ("ct", "CT"))
    }
    found = {name: Manifest.unit_of(pack, role) for name, role in roles.items()}
    assert found == {"map": "mg/mL", "scaled": None, "t1": None, "ct": "HU"}

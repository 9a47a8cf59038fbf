"""A volume is one acquisition of one person: what one series number hides is told apart, or nothing is given."""

from __future__ import annotations

import numpy as np
import pytest
from pydicom.datadict import tag_for_keyword

from inference.dicom.describe import Image, ImageMaker
from inference.dicom.grouping import group
from inference.dicom.header import Header
from inference.dicom.model import Series
from inference.dicom.passes import SET_ONCE
from inference.dicom.tags import WANTED
from inference.quality.series import NOTE_SEVERITY

USUAL = {
    "StudyInstanceUID": "1.2",
    "SeriesInstanceUID": "1.2.3",
    "SOPClassUID": "1.2.840.10008.5.1.4.1.1.2",
    "Modality": "CT",
    "ImageType": "ORIGINAL\\PRIMARY\\AXIAL",
    "PatientName": "A^B",
    "PatientID": "1",
    "SliceThickness": "2",
    "ImageOrientationPatient": "1\\0\\0\\0\\1\\0",
    "PixelSpacing": "0.703125\\0.703125",
    "ConvolutionKernel": "B30f",
    "KVP": "120",
    "RescaleSlope": "1",
    "RescaleIntercept": "0",
}
HALF = [0.02, 0.1, 0.3, 0.7, 1.0]
"""Distances of two passes of 2 mm, besides none."""


def image(z: float, number: int | None, **attributes: str | bytes) -> Image:
    """An image as the scan makes it of a header."""
    given = {**USUAL, "ImagePositionPatient": f"0\\0\\{z:g}", "SOPInstanceUID": f"1.{number}", **attributes}
    given |= {} if number is None else {"InstanceNumber": str(number)}
    values = {key: text if isinstance(text, bytes) else text.encode() for key, text in given.items()}
    values |= {keyword: b"\x08\x00" for keyword in ("Rows", "Columns")}
    return ImageMaker().make(Header(values, True, False, 0), f"/{z}-{number}-{attributes}", None)


def stack(count: int = 12, start: float = 0.0, first: int = 1, step: float = 2.0, **attributes: object) -> list[Image]:
    """One pass; an attribute may be a function of the slice's index."""
    return [
        image(start + step * k, first + k, **{key: a(k) if callable(a) else a for key, a in attributes.items()})
        for k in range(count)
    ]


def sizes(series: tuple[Series, ...]) -> list[tuple[int, float | None]]:
    return sorted((len(one.slices), one.spacing_mm and round(one.spacing_mm, 3)) for one in series)


@pytest.mark.parametrize(
    "other",
    [
        {"AcquisitionNumber": "2"},
        {"TemporalPositionIdentifier": "2"},
        {"AcquisitionTime": "101700"},
        {"AcquisitionDateTime": "20240131101700.5"},
        {"AcquisitionTime": lambda k: f"1020{k:02d}"},
        {"ContrastBolusAgent": "Iohexol"},
        {"ContrastBolusAgentSequence": b""},
        {"ImageType": "ORIGINAL\\PRIMARY\\AXIAL\\OTHER"},
        {"ImageType": "DERIVED\\SECONDARY\\MIP"},
        {"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7"},
        {"ConvolutionKernel": "B70f"},
        {"KVP": "80"},
        {"SliceThickness": "5"},
        {"FrameOfReferenceUID": "1.9"},
        {"SeriesDescription": "arterial"},
        {"TriggerTime": "650"},
        *({keyword: "other"} for keyword in SET_ONCE),
        {"PatientSex": "M", "PatientBirthDate": "19800101"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_two_passes_are_two_series_at_whatever_distance_they_lie(other):
    usual = {"AcquisitionNumber": "1", "AcquisitionTime": "101500", "FrameOfReferenceUID": "1.8", "PatientSex": "F"}
    usual |= {"PatientBirthDate": "19500101", "TemporalPositionIdentifier": "1"}
    for distance in (0.0, *HALF):
        for count in (12, 7):  # one may cover only a part of the other
            found = group(stack(**usual) + stack(count, distance, 13, **{**usual, **other}))
            assert sizes(found) == sorted([(12, 2.0), (count, 2.0)]), distance
            assert all(one.why_split for one in found)


def test_the_scan_reads_what_tells_passes_apart():
    assert {tag_for_keyword(keyword) for keyword in (*SET_ONCE, "TriggerTime")} <= set(WANTED)


def test_passes_that_only_the_numbers_of_their_images_tell_apart_are_two_series():
    for distance in HALF:
        for first, step in ((13, 2.0), (100, -2.0)):
            second = stack(12, distance + (22.0 if step < 0 else 0.0), first, step)
            assert sizes(group(stack() + second)) == [(12, 2.0), (12, 2.0)], (distance, step)


def test_passes_that_nothing_tells_apart_are_not_called_a_volume():
    for distance in (0.0, 0.02, 0.1, 0.25, 0.7):
        images = stack(20) + stack(20, distance)
        for n, one in enumerate(sorted(images, key=lambda one: one.slice.position_mm)):
            one.values["InstanceNumber"] = str(n).encode()
        images = [image(one.slice.position_mm[2], None, SOPInstanceUID=f"9.{n}") for n, one in enumerate(images)]
        (series,) = group(images)
        codes = {note.code for note in series.notes}
        assert codes & {"dicom.duplicate-slices", "dicom.passes-mixed", "dicom.missing-slices"}, distance
        assert bool(series.rivals) == ("dicom.duplicate-slices" in codes)
        assert series.stack.places[-1] < 200


@pytest.mark.parametrize(
    "one_volume",
    [
        {},
        {"AcquisitionNumber": lambda k: str(k)},
        {"AcquisitionNumber": lambda k: str(k // 4)},
        {"AcquisitionNumber": lambda k: str(9 - k // 4)},
        {"AcquisitionTime": lambda k: f"10{k // 4:02d}00"},
        {"AcquisitionTime": lambda k: f"1015{(7 * k) % 12:02d}"},
        {"AcquisitionNumber": lambda k: str(7 * k % 12)},
        {"SpecificCharacterSet": lambda k: "GB18030" if k % 2 else "ISO_IR 192", "PatientName": lambda k: han(k)},
        {
            "PatientName": lambda k: ("A^B", "a^b^^^", "A^B=甲^乙", "A ^B")[k % 4].encode(),
            "SpecificCharacterSet": "ISO_IR 192",
        },
        {"PatientBirthDate": lambda k: "19500101" if k % 2 else "", "PatientSex": lambda k: "F" if k % 3 else ""},
        {"PixelSpacing": lambda k: "0.703125\\0.703125" if k % 2 else "0.70315\\0.70310"},
        {"SliceThickness": lambda k: "1.75" if k % 2 else "1.749999"},
        {"KVP": lambda k: "120" if k % 2 else "120.0"},
        {"SeriesDescription": lambda k: han(k), "SpecificCharacterSet": lambda k: "GB18030" if k % 2 else "ISO_IR 192"},
        {"StudyInstanceUID": lambda k: b"1.2\0" if k % 2 else b"1.2 "},
        {"RescaleType": lambda k: "HU" if k % 2 else ""},
        {"TriggerTime": lambda k: str(100 * (k // 4))},
        {"IrradiationEventUID": lambda k: f"1.{9 - k // 4}"},
    ],
)
def test_one_volume_stays_whole_whatever_changes_from_slice_to_slice(one_volume):
    (series,) = group(stack(**one_volume))
    assert (len(series.slices), series.spacing_mm, series.part) == (12, 2.0, 0)
    assert {note.code for note in series.notes} <= {"dicom.charset-guessed"}


@pytest.mark.parametrize(
    ("attribute", "one", "other"),
    [
        ("FrameOfReferenceUID", "1.8", "1.9"),
        ("PatientPosition", "HFS", "FFP"),
        ("Manufacturer", "A", "B"),
        ("ManufacturerModelName", "x", "y"),
        ("DeviceSerialNumber", "1", "2"),
        ("KVP", "120", "70"),
        ("ContrastBolusAgent", "", "Iohexol"),
        ("ContrastBolusAgent", "Iohexol", "Iopamidol"),
        ("ContrastBolusAgentAdministered", "YES", "NO"),
        ("AcquisitionDate", "20240131", "20231201"),
    ],
)
def test_halves_of_two_scans_behind_each_other_are_no_acquisition(attribute, one, other):
    usual = {"ContrastBolusAgent": "Iohexol"} if attribute == "ContrastBolusAgentAdministered" else {}
    found = group(stack(**usual, **{attribute: lambda k: one if k < 6 else other}))
    stopped = {n.code for s in found for n in s.notes if NOTE_SEVERITY.get(n.code) == "blocking"}
    assert stopped & {"dicom.acquisitions-mixed", "dicom.acquisitions-apart"}


def han(k: int) -> bytes:
    return "王^小东".encode("gb18030" if k % 2 else "utf-8")


def test_overlapping_slices_of_one_pass_are_one_volume():
    assert sizes(group(stack(40, step=0.7, SliceThickness="1.5"))) == [(40, 0.7)]


def test_images_of_every_other_slice_of_an_interleaved_magnetic_resonance_volume_stay_together():
    images = stack(Modality="MR", AcquisitionNumber=lambda k: str(1 + k % 2), AcquisitionTime=lambda k: f"10150{k % 2}")
    assert sizes(group(images)) == [(12, 2.0)]


def test_a_foreign_image_takes_no_slices_place():
    for other in (
        {"SOPClassUID": "1.2.840.10008.5.1.4.1.1.7", "ImageType": "DERIVED\\SECONDARY"},
        {"ImageType": "DERIVED\\PRIMARY\\MPR"},
        {"AcquisitionNumber": "8"},
    ):
        for z in (10.0, 11.0, 10.02):
            found = group([*stack(first=10, AcquisitionNumber="1"), image(z, 1, **{"AcquisitionNumber": "1", **other})])
            assert sizes(found) == [(1, None), (12, 2.0)], (other, z)


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ({"AcquisitionTime": lambda k: f"{100000 + 100 * k}"}, None),
        ({"AcquisitionTime": lambda k: "100000" if k < 6 else "105500.25"}, 55),
        (
            {
                "AcquisitionDate": lambda k: f"2024013{k // 6}",
                "AcquisitionTime": lambda k: ("235900", "000100")[k // 6],
            },
            None,
        ),
        ({"AcquisitionDate": lambda k: f"2024013{k // 6}", "AcquisitionTime": "100000"}, 1440),
        ({"AcquisitionDateTime": lambda k: f"2024013{k // 6}100000.5"}, 1440),
        ({"AcquisitionDate": "20240131"}, None),
        ({"AcquisitionTime": "abc"}, None),
    ],
)
def test_a_stack_of_images_that_are_an_hour_or_a_day_apart_is_no_acquisition(times, minutes):
    (series,) = group(stack(**times))
    said = {note.code: note.parameters["minutes"] for note in series.notes if note.code == "dicom.acquisitions-apart"}
    assert said == ({"dicom.acquisitions-apart": minutes} if minutes else {})


def test_contrast_medium_and_units_are_asked_of_every_image():
    (series,) = group(
        stack(ContrastBolusAgent=lambda k: "Iohexol" if k == 7 else "", RescaleType=lambda k: "US" if k > 7 else "HU")
    )
    assert series.contrast_agent == "Iohexol"
    assert {note.code: note.parameters for note in series.notes}["dicom.rescale-not-hu"] == {
        "type": "HU / US",
        "count": 4,
    }


@pytest.mark.parametrize("spacing", [0.8, 1.25, 1.5, 1.9, 2.4, 2.5, 3.27])
@pytest.mark.parametrize("unit", [1.0, 0.5])
@pytest.mark.parametrize("count", [20, 60, 143])
def test_positions_in_whole_or_half_millimetres_are_not_missing_slices(spacing, unit, count):
    if spacing < unit:
        return
    places = np.round((np.arange(count) * spacing + 0.3) / unit) * unit
    (series,) = group([image(z, n) for n, z in enumerate(places, start=1)])
    assert series.stack.missing == 0
    assert series.stack.even
    assert series.spacing_mm == pytest.approx(spacing, abs=1.01 * unit / (count - 1))


@pytest.mark.parametrize("lost", [[5], [4, 9], [3, 4, 5], [2, 8, 9, 15], list(range(4, 19, 5))])
def test_missing_slices_of_whole_millimetres_are_missing(lost):
    kept = [one for n, one in enumerate(stack(20, step=1.0)) if n not in lost]
    (series,) = group(kept)
    assert (series.stack.missing, series.spacing_mm) == (len(lost), 1.0)

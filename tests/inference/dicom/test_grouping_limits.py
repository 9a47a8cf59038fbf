"""What belongs to one series and what does not: every attribute that separates, both sides of every tolerance."""

from __future__ import annotations

import struct

import pytest

from inference.dicom.describe import Image, ImageMaker
from inference.dicom.grouping import group
from inference.dicom.header import Header
from inference.dicom.model import Series

ORIENTATION = "1\\0\\0\\0\\1\\0"
TEXT = {
    "StudyInstanceUID": "1.1",
    "SeriesInstanceUID": "1.1.1",
    "StudyDate": "20240131",
    "SeriesNumber": "3",
    "PatientID": "P1",
    "PatientName": "Doe^Jane",
    "PatientBirthDate": "19600131",
    "PatientSex": "F",
    "Modality": "CT",
    "SOPClassUID": "1.2.840.10008.5.1.4.1.1.2",
    "PixelSpacing": "0.8\\0.8",
    "ImageOrientationPatient": ORIENTATION,
    "ConvolutionKernel": "B30f",
    "ImageType": "ORIGINAL\\PRIMARY\\AXIAL",
    "SeriesDescription": "Thorax",
}
NUMBERS = {"SamplesPerPixel": 1, "Rows": 16, "Columns": 16}


def image(z: float | None = 0.0, path: str = "", frame: int = 0, **changed: str | int | bytes | None) -> Image:
    """One image; a value of None is left out."""
    number = changed.get("InstanceNumber", round(z or 0))
    values = {**TEXT, **NUMBERS, "SOPInstanceUID": f"1.1.1.{number}", "InstanceNumber": str(number), **changed}
    if z is not None:
        values["ImagePositionPatient"] = f"0\\0\\{z}"
    raw = {
        keyword: value
        if isinstance(value, bytes)
        else struct.pack("<H", value)
        if isinstance(value, int)
        else value.encode()
        for keyword, value in values.items()
        if value is not None
    }
    return ImageMaker().make(Header(raw, True, False, 0), path or f"{number}.dcm", None, frame)


def stack(count: int = 3, first: int = 0, **changed: str | int | bytes | None) -> list[Image]:
    """Slices 2 mm apart."""
    return [image(2.0 * n, InstanceNumber=str(first + n + 1), **changed) for n in range(count)]


def why(series: Series) -> dict[str, object]:
    """What sets it apart, by aspect."""
    return {note.code.removeprefix("dicom.split-by-"): note.parameters["value"] for note in series.why_split}


def test_images_without_any_difference_are_one_series_in_the_order_of_their_places():
    (series,) = group(stack(4)[::-1])
    assert (series.part, series.uid, why(series)) == (0, "1.1.1", {})
    assert [one.instance_number for one in series.slices] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("changed", "aspect", "shown"),
    [
        ({"PatientID": "P2"}, "patient", ("Doe^Jane", "Doe^Jane")),
        ({"PatientName": "Roe^Ann"}, "patient", ("Doe^Jane", "Roe^Ann")),
        ({"PatientBirthDate": "19600201"}, "patient", ("Doe^Jane", "Doe^Jane")),
        ({"PatientSex": "M"}, "patient", ("Doe^Jane", "Doe^Jane")),
        ({"Modality": "MR"}, "modality", ("CT", "MR")),
        ({"SOPClassUID": "1.2.3"}, "sop-class", ("1.2.840.10008.5.1.4.1.1.2", "1.2.3")),
        ({"ImageOrientationPatient": "1\\0\\0\\0\\0\\-1"}, "orientation", ("1 0 0 0 1 0", "1 0 0 0 0 -1")),
        ({"ImageOrientationPatient": None}, "orientation", ("1 0 0 0 1 0", "")),
        ({"Rows": 12}, "size", ("16 x 16", "16 x 12")),
        ({"Columns": 12}, "size", ("16 x 16", "12 x 16")),
        ({"SamplesPerPixel": 3}, "size", ("16 x 16", "16 x 16")),
        ({"PixelSpacing": "0.8\\0.7"}, "pixel-spacing", ("0.8 0.8", "0.8 0.7")),
        ({"PixelSpacing": None}, "pixel-spacing", ("0.8 0.8", "")),
        ({"ConvolutionKernel": "B70f"}, "kernel", ("B30f", "B70f")),
        ({"ImageType": "DERIVED\\PRIMARY\\AXIAL"}, "image-type", ("ORIGINAL PRIMARY", "DERIVED PRIMARY")),
        ({"ImageType": "ORIGINAL\\SECONDARY\\AXIAL"}, "image-type", ("ORIGINAL PRIMARY", "ORIGINAL SECONDARY")),
        ({"ImageType": "ORIGINAL\\PRIMARY\\MIP"}, "image-type", ("ORIGINAL PRIMARY", "ORIGINAL PRIMARY projection")),
        ({"ImageType": ""}, "image-type", ("ORIGINAL PRIMARY", "")),
        ({"SeriesDescription": "VNC"}, "image-type", ("ORIGINAL PRIMARY", "ORIGINAL PRIMARY virtual-non-contrast")),
        (
            {"SeriesDescription": "虚拟平扫".encode("gbk"), "SpecificCharacterSet": "GB18030"},
            "image-type",
            ("ORIGINAL PRIMARY", "ORIGINAL PRIMARY virtual-non-contrast"),
        ),
        (
            {"VolumeBasedCalculationTechnique": "MAX_IP"},
            "image-type",
            ("ORIGINAL PRIMARY", "ORIGINAL PRIMARY projection"),
        ),
        (
            {"DerivationDescription": "VNC"},
            "image-type",
            ("ORIGINAL PRIMARY", "ORIGINAL PRIMARY virtual-non-contrast"),
        ),
        ({"PatientName": None, "PatientID": "P2"}, "patient", ("Doe^Jane", "")),
        ({"ImageType": "ORIGINAL\\PRIMARY\\Scout AX"}, "localizer", ("", "LOCALIZER")),
        ({"ImageType": "ORIGINAL\\PRIMARY\\LOCALIZER"}, "localizer", ("", "LOCALIZER")),
        ({"ImageType": "original\\primary\\AX Scout"}, "localizer", ("", "LOCALIZER")),
        ({"ImageType": "ORIGINAL\\PRIMARY\\TOPOGRAM"}, "localizer", ("", "LOCALIZER")),
        ({"ImageType": "ORIGINAL\\PRIMARY\\SCANOGRAM"}, "localizer", ("", "LOCALIZER")),
    ],
)
def test_each_separating_attribute_makes_two_parts_of_a_series(changed, aspect, shown):
    one, other = group([*stack(3), *stack(2, first=50, **changed)])
    assert (one.part, other.part) == (1, 2)
    assert [len(part.slices) + len(part.rivals) for part in (one, other)] == [3, 2]
    assert (why(one), why(other)) == ({aspect: shown[0]}, {aspect: shown[1]})
    assert (one.localizer, other.localizer) == (False, aspect == "localizer")


def test_images_without_a_position_are_a_part_of_their_own():
    one, other = group([*stack(3), image(None, InstanceNumber="60")])
    assert (why(one), why(other)) == ({"position": ""}, {"position": ""})
    assert other.slices[0].position_mm is None


def test_the_same_bytes_are_another_name_or_number_in_another_character_set():
    same = {"PatientID": b"P\xe9", "PatientName": None}
    one, other = group(
        [*stack(3, **same, SpecificCharacterSet="ISO_IR 100"), *stack(2, 50, **same, SpecificCharacterSet="ISO_IR 144")]
    )
    assert (one.patient.id, other.patient.id, set(why(one))) == ("Pé", "Pщ", {"patient"})
    named = {"PatientID": "P2", "PatientName": "Иванов".encode("iso8859-5"), "SpecificCharacterSet": "ISO_IR 144"}
    assert [why(series)["patient"] for series in group([*stack(3), *stack(2, 50, **named)])] == ["Doe^Jane", "Иванов"]


def test_one_series_uid_in_two_studies_is_two_series():
    one, other = group([*stack(3), *stack(2, 50, StudyInstanceUID="1.2")])
    assert [(series.study_uid, series.part, why(series)) for series in (one, other)] == [("1.1", 0, {}), ("1.2", 0, {})]


def test_images_that_name_nobody_are_of_the_patient_of_their_study():
    nobody = dict.fromkeys(("PatientID", "PatientName", "PatientBirthDate", "PatientSex"))
    (series,) = group([*stack(2), image(4.0, InstanceNumber="9", **nobody)])
    assert (len(series.slices), series.patient.id) == (3, "P1")


@pytest.mark.parametrize(
    "changed",
    [
        {"PatientName": " DOE^JANE "},
        {"PatientName": ""},
        {"PatientID": " P1 "},
        {"ImageType": "original\\ primary \\AXIAL"},
        {"ImageType": "ORIGINAL\\PRIMARY\\AXIAL\\NORM"},
        {"SeriesDescription": "Thorax nativ"},
        {"ConvolutionKernel": "B30f "},
        {"Modality": "CT "},
    ],
)
def test_another_spelling_separates_nothing(changed):
    (series,) = group([*stack(2), *[image(4.0, InstanceNumber="9", **changed)]])
    assert (len(series.slices), why(series)) == (3, {})


@pytest.mark.parametrize(
    ("changed", "together"),
    [
        ({"ImageOrientationPatient": "1\\0\\0\\0\\1\\0.00095"}, True),
        ({"ImageOrientationPatient": "1\\0\\0\\0\\1\\-0.00095"}, True),
        ({"ImageOrientationPatient": "1\\0\\0\\0\\1\\0.001"}, True),
        ({"ImageOrientationPatient": "1\\0\\0\\0\\1\\0.00105"}, False),
        ({"ImageOrientationPatient": "1\\0\\0\\0\\1\\-0.00105"}, False),
        ({"PixelSpacing": "0.8\\0.80076"}, True),
        ({"PixelSpacing": "0.79924\\0.8"}, True),
        ({"PixelSpacing": "0.8\\0.80084"}, False),
        ({"PixelSpacing": "0.79916\\0.8"}, False),
    ],
)
def test_directions_and_distances_that_differ_by_rounding_are_the_same(changed, together):
    assert len(group([*stack(2), image(4.0, InstanceNumber="9", **changed)])) == (1 if together else 2)


def test_directions_and_distances_must_both_be_the_same():
    other = image(4.0, InstanceNumber="9", ImageOrientationPatient="1\\0\\0\\0\\1\\0.0005", PixelSpacing="0.8\\0.9")
    assert len(group([*stack(2), other])) == 2


@pytest.mark.parametrize(("before", "parts"), [(49, 50), (50, 52)])
def test_a_kind_is_compared_with_fifty_others_and_no_more(before, parts):
    turned = [f"1\\0\\0\\0\\{1 - 0.01 * n:.2f}\\0" for n in range(before)]
    images = [image(0.0, InstanceNumber=str(n + 1), ImageOrientationPatient=text) for n, text in enumerate(turned)]
    # Read last, as sets of equal headers are sorted by their bytes.
    near = [image(0.0, InstanceNumber=str(90 + n), ImageOrientationPatient=f"2\\0\\0\\0\\1\\0.000{n}") for n in (0, 1)]
    assert len(group(images + near)) == parts


def test_parts_are_numbered_from_the_largest_and_scouts_come_last():
    scouts = stack(4, 20, ImageType="ORIGINAL\\PRIMARY\\LOCALIZER")
    found = group([*scouts, *stack(2, 30, ConvolutionKernel="B70f"), *stack(3, 40, ConvolutionKernel="B80f")])
    assert [(one.part, len(one.slices), one.localizer) for one in found] == [(1, 3, False), (2, 2, False), (3, 4, True)]
    # Of equal parts the one that begins with the lower instance number comes first.
    found = group([*stack(2, 40, ConvolutionKernel="A"), *stack(2, 30, ConvolutionKernel="B")])
    assert [one.kernel for one in found] == ["B", "A"]
    long = [
        image(0.0, ConvolutionKernel="A", InstanceNumber="40"),
        image(2.0, ConvolutionKernel="A", InstanceNumber="49"),
    ]
    assert [one.kernel for one in group([*stack(2, 41, ConvolutionKernel="B"), *long])] == ["A", "B"]


def test_series_are_sorted_by_day_study_number_and_uid_and_those_without_a_number_come_last():
    series = [
        {"StudyDate": "20240131", "SeriesNumber": "2", "SeriesInstanceUID": "1.9"},
        {"StudyDate": "20240131", "SeriesNumber": "10", "SeriesInstanceUID": "1.5"},
        {"StudyDate": "20240131", "SeriesNumber": "10", "SeriesInstanceUID": "1.6"},
        {"StudyDate": "20240131", "SeriesNumber": None, "SeriesInstanceUID": "1.2"},
        {"StudyDate": "20240131", "SeriesNumber": "1", "SeriesInstanceUID": "1.3", "StudyInstanceUID": "1.2"},
        {"StudyDate": "20240201", "SeriesNumber": "0", "SeriesInstanceUID": "1.1"},
    ]
    found = group([one for changed in series[::-1] for one in stack(2, **changed)])
    assert [one.uid for one in found] == ["1.9", "1.5", "1.6", "1.2", "1.3", "1.1"]


def test_series_without_a_number_are_sorted_by_uid_whatever_others_have():
    series = [{"SeriesNumber": None, "SeriesInstanceUID": uid} for uid in ("1.7", "1.4")]
    assert [one.uid for one in group([one for changed in series for one in stack(2, **changed)])] == ["1.4", "1.7"]


def test_a_series_of_number_0_comes_between_those_of_number_minus_1_and_1():
    numbers = {"1.7": "1", "1.8": "0", "1.9": "-1"}
    images = [one for uid, number in numbers.items() for one in stack(2, SeriesNumber=number, SeriesInstanceUID=uid)]
    assert [series.number for series in group(images)] == [-1, 0, 1]


def kept(*images: Image) -> tuple[str, str, int]:
    """File, UID and frame of the image that is kept of several at one place."""
    (series,) = group([image(5.0, InstanceNumber="50"), image(7.0, InstanceNumber="51"), *images])
    one = series.slices[0]
    return one.path, one.sop_instance_uid, one.frame


@pytest.mark.parametrize("turned", [False, True])
def test_of_images_at_one_place_the_first_by_number_uid_frame_and_name_is_kept(turned):
    order = slice(None, None, -1 if turned else 1)
    by_number = [
        image(0.0, "a", InstanceNumber="9", SOPInstanceUID="1"),
        image(0.0, "b", InstanceNumber="8", SOPInstanceUID="2"),
    ]
    assert kept(*by_number[order]) == ("b", "2", 0)
    by_uid = [
        image(0.0, "a", InstanceNumber="8", SOPInstanceUID="2"),
        image(0.0, "b", InstanceNumber="8", SOPInstanceUID="1"),
    ]
    assert kept(*by_uid[order]) == ("b", "1", 0)
    by_frame = [image(0.0, "a", 2, InstanceNumber="8"), image(0.0, "b", 1, InstanceNumber="8")]
    assert kept(*by_frame[order]) == ("b", "1.1.1.8", 1)
    by_name = [image(0.0, "b", InstanceNumber="8"), image(0.0, "a", InstanceNumber="8")]
    assert kept(*by_name[order]) == ("a", "1.1.1.8", 0)
    without = [image(0.0, "a", InstanceNumber="1"), image(0.0, "b", InstanceNumber="", SOPInstanceUID="9")]
    assert kept(*without[order]) == ("b", "9", 0)

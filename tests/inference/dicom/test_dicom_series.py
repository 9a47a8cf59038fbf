"""Images become series: order, spacing, gaps, tilt, and what one series number hides."""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
import pytest

from inference import dicom
from tests.helpers.dicom_files import (
    HFS,
    enhanced_dataset,
    phantom_hu,
    save,
    slice_dataset,
    stack_positions,
    write_series,
)


def codes(series) -> set[str]:
    return {note.code for note in series.notes}


def tilted(degrees: float) -> tuple[float, ...]:
    """Row and column directions of slices whose back edge is turned toward the feet."""
    return (1.0, 0.0, 0.0, 0.0, cos(radians(degrees)), -sin(radians(degrees)))


def test_slices_are_sorted_by_position_not_by_file_name_or_instance_number(tmp_path, only_series):
    series = only_series(write_series(tmp_path, 20))
    z = [one.position_mm[2] for one in series.slices]
    assert z == sorted(z)
    assert [one.instance_number for one in series.slices] != sorted(one.instance_number for one in series.slices)


def test_spacing_is_the_distance_of_positions_not_the_slice_thickness(tmp_path, only_series):
    series = only_series(write_series(tmp_path, stack_positions(5, (0, 0, 1.25)), SliceThickness=2.5))
    assert series.spacing_mm == 1.25
    assert series.thickness_mm == 2.5


def test_spacing_is_exact_although_positions_are_rounded_to_a_tenth_of_a_millimetre(tmp_path, only_series):
    positions = np.round(stack_positions(80, (0, 0, 0.625)), 1)
    series = only_series(write_series(tmp_path, positions))
    assert series.spacing_mm == pytest.approx(0.625, abs=0.001)
    assert series.stack.even
    assert not series.stack.missing


def test_missing_slices_are_counted_and_placed(tmp_path, only_series):
    positions = np.delete(stack_positions(12), [4, 7, 8], axis=0)
    series = only_series(write_series(tmp_path, positions))
    assert [(gap.behind, gap.count) for gap in series.stack.gaps] == [(4, 1), (6, 2)]
    assert series.stack.missing == 3
    assert "dicom.missing-slices" in codes(series)
    assert series.spacing_mm == 2.0


def test_one_missing_slice_among_three_is_found(tmp_path, only_series):
    assert only_series(write_series(tmp_path, stack_positions(4)[[0, 1, 3]])).stack.missing == 1


def test_a_change_of_spacing_is_uneven_and_not_a_row_of_missing_slices(tmp_path, only_series):
    z = np.cumsum([0.0] + [2.0] * 6 + [4.0] * 6)
    series = only_series(write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1)))
    assert not series.stack.even
    assert not series.stack.missing
    assert "dicom.uneven-spacing" in codes(series)


def test_a_hole_in_an_unevenly_spaced_stack_is_found(tmp_path, only_series):
    z = np.array([0, 2, 4.3, 6.1, 8, 15, 17.2, 19, 21.0])
    series = only_series(write_series(tmp_path, np.stack([0 * z, 0 * z, z], axis=1)))
    assert not series.stack.even
    assert [gap.behind for gap in series.stack.gaps] == [5]


def test_copies_of_the_same_file_are_dropped_and_reported(tmp_path, only_series):
    write_series(tmp_path / "a", 5)
    write_series(tmp_path / "b", 5)
    series = only_series(tmp_path)
    assert len(series.slices) == 5
    assert codes(series) == {"dicom.duplicate-files"}


def test_slices_that_share_one_uid_are_all_kept(tmp_path, only_series):
    write_series(tmp_path, 5, SOPInstanceUID="1.2.3")
    assert len(only_series(tmp_path).slices) == 5


def test_different_slices_at_one_place_are_reported_and_one_is_kept(tmp_path, only_series):
    write_series(tmp_path, 5)
    save(slice_dataset(stack_positions(5)[2], number=99), tmp_path / "again.dcm")
    series = only_series(tmp_path)
    assert len(series.slices) == 5
    assert 99 not in [one.instance_number for one in series.slices]
    assert "dicom.duplicate-slices" in codes(series)


@pytest.mark.parametrize("degrees", [14.0, -18.5, 30.0])
def test_gantry_tilt_is_derived_from_the_positions(tmp_path, only_series, degrees):
    series = only_series(write_series(tmp_path, 6, tilted(degrees), GantryDetectorTilt=3))
    assert series.stack.tilt_deg == pytest.approx(degrees, abs=0.01)
    assert series.stack.plane == "axial"
    assert series.spacing_mm == pytest.approx(2 * cos(radians(degrees)), abs=1e-5)
    assert "dicom.tilt" in codes(series)


def test_an_oblique_stack_without_shear_is_not_tilted(tmp_path, only_series):
    orientation = tilted(20)
    normal = np.cross(orientation[:3], orientation[3:])
    series = only_series(write_series(tmp_path, stack_positions(6, 2 * normal), orientation))
    assert series.stack.tilt_deg == 0
    assert series.stack.obliquity_deg == pytest.approx(20, abs=0.01)


@pytest.mark.parametrize(
    ("orientation", "plane"),
    [
        (HFS, "axial"),
        ((-1, 0, 0, 0, -1, 0), "axial"),
        ((1, 0, 0, 0, 0, -1), "coronal"),
        ((0, 1, 0, 0, 0, -1), "sagittal"),
        (tilted(30), "axial"),
        (tilted(45), "oblique"),
    ],
)
def test_the_plane_follows_from_the_orientation(tmp_path, only_series, orientation, plane):
    normal = np.cross(orientation[:3], orientation[3:])
    assert only_series(write_series(tmp_path, stack_positions(3, normal), orientation)).stack.plane == plane


def test_positions_off_a_common_line_are_reported(tmp_path, only_series):
    positions = stack_positions(5)
    positions[2, 0] += 7
    series = only_series(write_series(tmp_path, positions))
    assert not series.stack.straight
    assert "dicom.not-straight" in codes(series)


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"ImagePositionPatient": None}, "dicom.no-positions"),
        ({"ImageOrientationPatient": None}, "dicom.no-positions"),
        ({"ImageOrientationPatient": [1, 0, 0, 1, 0, 0]}, "dicom.orientation-invalid"),
        ({"ImageOrientationPatient": [0, 0, 0, 0, 0, 0]}, "dicom.orientation-invalid"),
        ({"PixelSpacing": None}, "dicom.no-pixel-spacing"),
        ({"ImagePositionPatient": ["1e30", "0", "0"]}, "dicom.no-positions"),
    ],
)
def test_a_series_without_usable_geometry_is_listed_with_a_note(tmp_path, only_series, attributes, code):
    series = only_series(write_series(tmp_path, 3, **attributes))
    assert series.stack is None
    assert code in codes(series)


@pytest.mark.parametrize(
    ("attributes", "code"),
    [
        ({"RescaleSlope": None}, "dicom.rescale-missing"),
        ({"RescaleType": "US"}, "dicom.rescale-not-hu"),
        ({"PhotometricInterpretation": "MONOCHROME1"}, "dicom.monochrome1"),
        ({"LossyImageCompression": "01"}, "dicom.lossy-compression"),
        ({"SliceThickness": 0.6}, "dicom.slices-apart"),
    ],
)
def test_oddities_of_the_pixels_are_reported(tmp_path, only_series, attributes, code):
    assert code in codes(only_series(write_series(tmp_path, 3, **attributes)))


def test_an_ordinary_series_has_no_notes(tmp_path, only_series):
    assert only_series(write_series(tmp_path, 5)).notes == ()


def split(folder) -> list[tuple[int, set[str]]]:
    """Number of slices and reasons for each part of the one series in a folder."""
    series = dicom.scan(folder).series
    assert len({one.uid for one in series}) == 1
    assert [one.part for one in series] == list(range(1, len(series) + 1))
    assert len({one.key for one in series}) == len(series)
    return [(len(one.slices), {note.code for note in one.why_split}) for one in series]


def test_a_localizer_in_a_series_is_split_off(tmp_path):
    write_series(tmp_path, 5)
    scout = slice_dataset(orientation=(1, 0, 0, 0, 0, -1), number=50, ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"])
    save(scout, tmp_path / "scout.dcm")
    (slices, why), (scouts, _) = split(tmp_path)
    assert (slices, scouts) == (5, 1)
    assert why == {"dicom.split-by-localizer", "dicom.split-by-orientation"}
    assert [one.localizer for one in dicom.scan(tmp_path).series] == [False, True]


@pytest.mark.parametrize(
    ("attributes", "aspect"),
    [
        ({"ConvolutionKernel": "B70f"}, "kernel"),
        ({"PixelSpacing": [0.5, 0.5]}, "pixel-spacing"),
        ({"PatientID": "P2"}, "patient"),
        ({"ImageOrientationPatient": [-1, 0, 0, 0, -1, 0]}, "orientation"),
        ({"AcquisitionNumber": 2}, "acquisition"),
        ({"TemporalPositionIdentifier": 2}, "time-point"),
        ({"ImageType": ["DERIVED", "PRIMARY", "AXIAL"]}, "image-type"),
        ({"KVP": 80}, "kvp"),
        ({"SliceThickness": 5}, "thickness"),
        ({"AcquisitionTime": "101700"}, "acquisition-time"),
        ({"FrameOfReferenceUID": "1.2.3"}, "frame-of-reference"),
    ],
)
def test_stacks_on_top_of_each_other_are_told_apart(tmp_path, attributes, aspect):
    write_series(tmp_path / "one", 6)
    for index, position in enumerate(stack_positions(6)):
        other = slice_dataset(position, number=100 + index, **attributes)
        save(other, tmp_path / "two" / f"{index}.dcm")
    assert split(tmp_path) == [(6, {f"dicom.split-by-{aspect}"}), (6, {f"dicom.split-by-{aspect}"})]


def test_images_of_other_sizes_are_split(tmp_path):
    write_series(tmp_path, 4)
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=50 + index)
        one.Rows = 12
        save(one, tmp_path / f"small{index}.dcm")
    assert split(tmp_path) == [(4, {"dicom.split-by-size"}), (3, {"dicom.split-by-size"})]


def test_acquisitions_one_behind_the_other_stay_together(tmp_path, only_series):
    for index, position in enumerate(stack_positions(8)):
        save(slice_dataset(position, number=index + 1, AcquisitionNumber=index // 2), tmp_path / f"{index}.dcm")
    series = only_series(tmp_path)
    assert len(series.slices) == 8
    assert series.part == 0


def test_repeated_images_at_one_place_are_no_volume(tmp_path, only_series):
    for index in range(4):
        save(slice_dataset((0, 0, 5), number=index + 1, AcquisitionNumber=index), tmp_path / f"{index}.dcm")
    series = only_series(tmp_path)
    assert codes(series) == {"dicom.one-place", "dicom.single-slice"}


def test_orientations_that_differ_by_rounding_stay_together(tmp_path, only_series):
    for index, position in enumerate(stack_positions(4)):
        orientation = (1, 0, 0, 0, 1, 0.0004 * (index % 2))
        save(slice_dataset(position, orientation, number=index + 1), tmp_path / f"{index}.dcm")
    assert len(only_series(tmp_path).slices) == 4


def test_several_patients_are_reported(tmp_path):
    write_series(tmp_path / "a", 3)
    write_series(tmp_path / "b", 3, series="2", PatientID="P2")
    (note,) = dicom.scan(tmp_path).notes
    assert (note.code, note.parameters) == ("dicom.several-patients", {"count": 2})


def test_attributes_of_the_series_are_read(tmp_path, only_series):
    series = only_series(
        write_series(
            tmp_path, 3, PatientWeight=61, PatientSize=1.64, ContrastBolusAgent="Iohexol", ManufacturerModelName="M"
        )
    )
    assert (series.modality, series.number, series.kernel, series.body_part) == ("CT", 3, "B30f", "CHEST")
    assert (series.rows, series.columns, series.pixel_spacing_mm) == (36, 44, (1.5, 1.25))
    assert (series.patient.id, series.patient.sex, series.patient.birth_date) == ("P1", "F", "19600131")
    assert series.patient.age_years == pytest.approx(64, abs=0.01)
    assert (series.kvp, series.contrast_agent, series.model) == (120, "Iohexol", "M")
    assert series.image_type == ("ORIGINAL", "PRIMARY", "AXIAL")


def test_values_for_a_form_are_found_by_dicom_keyword_and_unknown_ones_are_absent(tmp_path, only_series):
    values = only_series(write_series(tmp_path, 3, PatientWeight=61, PatientSex="")).dicom_values
    assert values["PatientWeight"] == 61.0
    assert values["PatientAge"] == pytest.approx(64, abs=0.01)
    assert "PatientSex" not in values
    assert "PatientSize" not in values


def test_a_guessed_character_set_is_reported(tmp_path, only_series):
    one = write_series(tmp_path, 2, PatientName="XXXX")
    for path in one.iterdir():
        path.write_bytes(path.read_bytes().replace(b"XXXX", "张伟".encode("gbk")))
    series = only_series(tmp_path)
    assert series.patient.name == "张伟"
    (note,) = series.notes
    assert (note.code, note.parameters) == ("dicom.charset-guessed", {"declared": "ISO_IR 6", "used": "GB18030"})


def test_frames_of_an_enhanced_object_become_slices(tmp_path, only_series):
    save(enhanced_dataset(stack_positions(7)[[3, 0, 6, 1, 2, 5, 4]]), tmp_path / "enhanced.dcm")
    series = only_series(tmp_path)
    assert [one.frame for one in series.slices] == [1, 3, 4, 0, 6, 5, 2]
    assert (series.kernel, series.thickness_mm, series.spacing_mm) == ("B30f", 2.0, 2.0)
    assert phantom_hu(np.array(series.slices[0].position_mm)) < phantom_hu(np.array(series.slices[-1].position_mm))


def test_a_multi_frame_object_without_functional_groups_has_no_geometry(tmp_path, only_series):
    save(slice_dataset(NumberOfFrames=4), tmp_path / "one.dcm")
    assert only_series(tmp_path).stack is None


def test_the_result_does_not_depend_on_where_files_lie(tmp_path):
    write_series(tmp_path / "a", 9)
    first = dicom.scan(tmp_path / "a").series
    (tmp_path / "b").mkdir()
    for number, path in enumerate(sorted((tmp_path / "a").iterdir(), reverse=True)):
        path.rename(tmp_path / "b" / f"{number}")
    (second,) = dicom.scan(tmp_path / "b").series
    assert [one.sop_instance_uid for one in first[0].slices] == [one.sop_instance_uid for one in second.slices]

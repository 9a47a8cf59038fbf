"""Real series, ordinary and odd, against SimpleITK, pydicom and what is known of them."""

from __future__ import annotations

import numpy as np
import pydicom
import pytest
import SimpleITK as sitk

from inference import dicom
from inference.dicom.hounsfield import PADDED_HU
from inference.errors import InputError

pytestmark = [pytest.mark.shared, pytest.mark.slow]

SERIES = ["nlst-101287", "acrin-042", "lidc-0314-upper", "crlm-1004-abdomen-contrast"]


def codes(notes) -> set[str]:
    return {note.code for note in notes}


@pytest.mark.parametrize("name", SERIES)
def test_real_series_are_voxel_by_voxel_as_simpleitk_reads_them(shared, load_only, name):
    folder = shared / "ct" / name
    reader = sitk.ImageSeriesReader()
    reader.SetFileNames(sitk.ImageSeriesReader.GetGDCMSeriesFileNames(str(folder)))
    image = reader.Execute()
    expected = sitk.GetArrayFromImage(image).astype(np.int16)
    volume = load_only(folder).volume
    declared = pydicom.dcmread(next(folder.iterdir()), stop_before_pixels=True)
    if volume.padded == PADDED_HU:
        padding = int(declared.PixelPaddingValue) * declared.RescaleSlope + declared.RescaleIntercept
        assert (expected == padding).any()
        expected[expected == padding] = PADDED_HU
    assert np.array_equal(volume.hu, expected)
    assert volume.grid.origin_mm == pytest.approx(image.GetOrigin(), abs=1e-3)
    assert volume.grid.spacing_mm[::-1] == pytest.approx(image.GetSpacing(), abs=1e-4)
    assert np.allclose(image.GetDirection(), np.eye(3).ravel())


def test_slices_of_a_real_series_are_as_pydicom_decodes_them(shared, only_series):
    series = only_series(shared / "ct" / "nlst-101287")
    hu = dicom.load(series).volume.hu
    for index in (0, 70, 142):
        one = pydicom.dcmread(series.slices[index].path)
        assert np.array_equal(hu[index], one.pixel_array * int(one.RescaleSlope) + int(one.RescaleIntercept))


def test_padding_below_air_that_no_tag_declares_is_recognised(shared, load_only):
    assert load_only(shared / "ct" / "nlst-101287").volume.padded == -2048
    assert load_only(shared / "ct" / "acrin-042").volume.padded == -3024


def test_one_folder_of_several_studies_is_sorted_into_its_series(shared):
    scan = dicom.scan(shared / "ct")
    assert sorted(len(one.slices) for one in scan.series) == [41, 110, 135, 143]
    assert "dicom.several-patients" in codes(scan.notes)


def test_a_missing_slice_is_found_between_acquisitions(shared, only_series):
    series = only_series(shared / "odd-dicom/dicom2nifti-failing/sliceincrement/001")
    assert series.stack.missing == 1
    assert series.spacing_mm == pytest.approx(5, abs=1e-4)
    loaded = dicom.load(series)
    assert (loaded.volume.hu == PADDED_HU).all(axis=(1, 2)).tolist() == [False, False, False, True, False]


def test_a_missing_slice_is_found_in_a_tilted_stack(shared, only_series):
    series = only_series(shared / "odd-dicom/dicom2nifti-failing/sliceincrement/002")
    assert series.stack.missing == 1
    assert series.stack.tilt_deg == pytest.approx(15.5, abs=0.1)


def test_two_slices_are_a_small_volume(shared, load_only):
    volume = load_only(shared / "odd-dicom/dicom2nifti-failing/slicecount").volume
    assert volume.hu.shape == (256, 256, 2)
    assert volume.grid.spacing_mm == pytest.approx((1, 1, 1))


def test_two_orientations_in_one_series_are_split(shared):
    series = dicom.scan(shared / "odd-dicom/dicom2nifti-failing/sliceorientation").series
    assert [(one.stack.plane, len(one.slices)) for one in series] == [("sagittal", 2), ("axial", 2)]
    assert all("dicom.split-by-orientation" in codes(one.why_split) for one in series)


def test_repeated_images_at_one_place_are_refused_as_a_volume(shared, only_series):
    series = only_series(shared / "odd-dicom/dicom2nifti-failing/notavolume")
    assert "dicom.one-place" in codes(series.notes)
    with pytest.raises(InputError, match=r"dicom\.not-a-volume"):
        dicom.load(series)


def test_gantry_tilt_is_found_and_corrected(shared, only_series):
    series = only_series(shared / "odd-dicom/dicom2nifti-failing/gantrytilting")
    assert series.stack.tilt_deg == pytest.approx(14.0, abs=0.1)
    loaded = dicom.load(series)
    assert codes(loaded.notes) == {"dicom.tilt-corrected"}
    assert loaded.volume.grid.spacing_mm[0] == pytest.approx(5)


def test_the_tilt_derived_from_positions_is_that_of_the_header(shared, only_series):
    series = only_series(shared / "odd-dicom/ge-head-tilt-uneven")
    header = pydicom.dcmread(series.slices[0].path, stop_before_pixels=True)
    assert series.stack.tilt_deg == pytest.approx(float(header.GantryDetectorTilt), abs=0.05)


def test_an_unevenly_spaced_and_tilted_head_is_put_right(shared, only_series):
    series = only_series(shared / "odd-dicom/ge-head-tilt-uneven")
    assert len(series.slices) == 28
    assert {"dicom.uneven-spacing", "dicom.tilt", "dicom.thickness-varies"} <= codes(series.notes)
    loaded = dicom.load(series)
    assert codes(loaded.notes) == {"dicom.spacing-resampled", "dicom.tilt-corrected"}
    # A pixel of the untilted volume is where its position says: the middle of slice 10 keeps its value.
    one = series.slices[10]
    row, column = 256, 256
    place = np.array(one.position_mm) + column * 0.4882812 * np.array(series.stack.row)
    place = place + row * 0.4882812 * np.array(series.stack.column)
    k, j, i = np.rint(loaded.volume.grid.to_index(place)).astype(int)
    around = loaded.volume.hu[k, j - 1 : j + 2, i - 1 : i + 2]
    stored = pydicom.dcmread(one.path).pixel_array[row - 1 : row + 2, column - 1 : column + 2]
    assert float(around.mean()) == pytest.approx(float(stored.mean()), abs=15)


def test_jpeg_2000_of_a_real_abdomen_is_as_pydicom_decodes_it(shared, only_series):
    series = only_series(shared / "odd-dicom/totalsegmentator-abdomen-j2k")
    assert (series.contrast_agent, series.kernel, series.patient_position) == ("APPLIED", "Br38f", "HFS")
    hu = dicom.load(series).volume.hu
    one = pydicom.dcmread(series.slices[7].path)
    assert np.array_equal(hu[7], one.pixel_array.astype(int) + int(one.RescaleIntercept))


def test_all_odd_files_in_one_folder_end_well(shared):
    for series in dicom.scan(shared / "odd-dicom").series:
        try:
            dicom.load(series)
        except InputError as error:
            assert error.code == "dicom.not-a-volume"

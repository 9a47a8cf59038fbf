"""Stored values of every format become Hounsfield units, and padding is marked."""

from __future__ import annotations

import numpy as np
import pytest

from inference import dicom
from inference.dicom.hounsfield import PADDED_HU
from tests.helpers.dicom_files import (
    phantom_hu,
    plane_positions,
    save,
    set_pixels,
    slice_dataset,
    stack_positions,
    write_series,
)


def codes(loaded) -> set[str]:
    return {note.code for note in loaded.notes}


@pytest.mark.parametrize(
    ("kind", "bits", "offset"),
    [("<u2", 12, 1024), ("<u2", 16, 1024), ("<u2", 16, 40000), ("<i2", 16, 0), ("<i2", 12, 0), ("<i4", 32, 0)],
)
def test_stored_values_of_every_format_become_hounsfield_units(tmp_path, load_only, misplacement, kind, bits, offset):
    for index, position in enumerate(stack_positions(4)):
        one = slice_dataset(position, number=index + 1, RescaleIntercept=-offset)
        stored = np.rint(phantom_hu(plane_positions(position))) + offset
        set_pixels(one, stored.astype(kind), bits)
        save(one, tmp_path / f"{index}.dcm")
    assert misplacement(load_only(tmp_path)) <= 0.5


def test_images_of_8_bit_are_read(tmp_path, load_only):
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1, RescaleSlope=4, RescaleIntercept=-100)
        set_pixels(one, np.full((6, 4), 10 * index, np.uint8), 8)
        save(one, tmp_path / f"{index}.dcm")
    assert load_only(tmp_path).volume.hu[:, 0, 0].tolist() == [-100, -60, -20]


def one_pixel_kind(tmp_path, stored: np.ndarray, bits: int = 16, **attributes) -> dicom.LoadedSeries:
    """Load three slices with these stored values."""
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1)
        set_pixels(one, stored, bits)
        for keyword, value in attributes.items():
            setattr(one, keyword, value)
        save(one, tmp_path / f"{index}.dcm")
    return dicom.load(dicom.scan(tmp_path).series[0])


def test_each_slice_is_rescaled_by_its_own_slope_and_intercept(tmp_path, load_only):
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1, RescaleSlope=index + 1, RescaleIntercept=-100 * index)
        set_pixels(one, np.full((4, 4), 50, np.int16))
        save(one, tmp_path / f"{index}.dcm")
    assert load_only(tmp_path).volume.hu[:, 0, 0].tolist() == [50, 0, -50]


def test_a_fractional_slope_is_rounded_and_it_is_said(tmp_path):
    loaded = one_pixel_kind(tmp_path, np.full((4, 4), 7, np.int16), RescaleSlope="0.3", RescaleIntercept="0.5")
    assert loaded.volume.hu[0, 0, 0] == 3  # 2.6
    assert codes(loaded) == {"dicom.values-rounded"}


def test_an_iodine_map_keeps_its_hundredths(tmp_path):
    stored = np.full((4, 4), 61, np.int16)
    stored[0, 0] = -2000
    slope = {"RescaleSlope": "0.01", "RescaleIntercept": "0", "RescaleType": "MGML", "PixelPaddingValue": -2000}
    loaded = one_pixel_kind(tmp_path, stored, **slope)
    assert loaded.volume.hu.dtype == np.float32
    assert loaded.volume.hu[0, 1, 1] == pytest.approx(0.61)
    assert loaded.volume.hu[0, 0, 0] == loaded.volume.padded == PADDED_HU
    assert "dicom.values-rounded" not in codes(loaded)


def test_values_outside_the_range_of_a_volume_are_clipped_and_counted(tmp_path):
    stored = np.zeros((4, 4), np.uint16)
    stored[1, 1:3] = 60000
    loaded = one_pixel_kind(tmp_path, stored, RescaleIntercept=-1024)
    assert loaded.volume.hu[0, 1, 1] == 32767
    assert [(note.code, note.parameters) for note in loaded.notes] == [("dicom.values-clipped", {"count": 6})]


def test_bits_above_the_high_bit_are_ignored(tmp_path):
    stored = np.full((4, 4), 0x7000 | 1500, np.uint16)
    assert one_pixel_kind(tmp_path, stored, 12).volume.hu[0, 0, 0] == 1500 - 1024


def test_values_that_do_not_begin_at_the_lowest_bit_are_shifted(tmp_path):
    stored = np.full((4, 4), 1500 << 4 | 7, np.uint16)
    loaded = one_pixel_kind(tmp_path, stored, 12, HighBit=15)
    assert loaded.volume.hu[0, 0, 0] == 1500 - 1024


def test_negative_12_bit_values_are_sign_extended(tmp_path):
    stored = np.full((4, 4), -100 & 0xFFF, np.int16)
    assert one_pixel_kind(tmp_path, stored, 12, RescaleIntercept=0).volume.hu[0, 0, 0] == -100


@pytest.mark.parametrize(
    ("padding", "limit", "kind", "bits"),
    [(-2000, None, "<i2", 16), (63536, None, "<u2", 16), (63536, None, "<u2", 12), (-2000, -1990, "<i2", 16)],
)
def test_padding_is_marked(tmp_path, padding, limit, kind, bits):
    stored = np.full((4, 4), 1100, kind)
    stored[0, 0] = padding
    attributes = {"PixelPaddingValue": padding}
    if limit is not None:
        stored[0, 1] = -1995
        attributes["PixelPaddingRangeLimit"] = limit
    loaded = one_pixel_kind(tmp_path, stored, bits, **attributes)
    assert loaded.volume.padded == PADDED_HU
    assert loaded.volume.hu[0, 0, 0] == PADDED_HU
    assert loaded.volume.hu[0, 0, 1] == (PADDED_HU if limit is not None else 76)
    assert loaded.volume.hu[0, 1, 1] == 76
    assert loaded.notes == ()


def test_padding_that_no_header_declares_is_recognised_by_the_corners(tmp_path):
    stored = np.full((6, 6), 1100, np.int16)
    stored[[0, 0, -1, -1], [0, -1, 0, -1]] = -2000
    loaded = one_pixel_kind(tmp_path, stored)
    assert loaded.volume.padded == -3024
    assert loaded.volume.hu[0, 0, 0] == -3024
    assert [(note.code, note.parameters) for note in loaded.notes] == [("dicom.padding-undeclared", {"hu": -3024})]


def test_a_volume_without_padding_says_so(tmp_path, load_only):
    assert load_only(write_series(tmp_path, 4)).volume.padded is None


def test_monochrome1_is_about_display_and_leaves_hounsfield_units_alone(tmp_path, load_only, misplacement):
    loaded = load_only(write_series(tmp_path, 3, PhotometricInterpretation="MONOCHROME1"))
    assert misplacement(loaded) <= 0.5

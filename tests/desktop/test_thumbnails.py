"""A picture of each series that can be shown; what cannot costs its own picture and nothing else."""

from __future__ import annotations

import jpeg_ls
import numpy as np
import pytest
from PySide6.QtGui import QImage

from desktop.thumbnails import thumbnail, thumbnails
from inference import dicom
from inference.dicom import codecs
from tests.helpers.dicom_files import ROOT, compress, enhanced_dataset, save, slice_dataset, stack_positions

JPEG_LS = "1.2.840.10008.1.2.4.80"


def picture_of(one, folder):
    save(one, folder / "one.dcm")
    (series,) = dicom.scan(folder).series
    return thumbnail(series)


def test_the_slice_in_the_middle_is_shown(tmp_path):
    assert picture_of(slice_dataset(), tmp_path).startswith(b"\x89PNG")


def test_a_map_of_small_values_is_shown_in_its_own_range(tmp_path):
    one = slice_dataset(RescaleSlope=0.001, RescaleIntercept=0, RescaleType="MGML")
    image = QImage.fromData(picture_of(one, tmp_path))
    greys = {image.pixelColor(x, y).red() for x in range(image.width()) for y in range(image.height())}
    assert min(greys) == 0 and max(greys) == 255 and len(greys) > 50


@pytest.mark.parametrize(
    "attributes",
    [
        {"BitsAllocated": 1, "BitsStored": 1, "HighBit": 0, "Modality": "SEG"},
        {"Rows": 0},
        {"Columns": 0},
        {"BitsStored": 8192},
        {"BitsStored": 0},
        {"HighBit": 99},
        {"BitsAllocated": 64, "BitsStored": 64, "HighBit": 63},
        {"Rows": 65535, "Columns": 65535},
        {"SamplesPerPixel": 3, "PhotometricInterpretation": "RGB"},
        {"RescaleSlope": 0},
        {"RescaleSlope": "1e300"},
        {"RescaleIntercept": "-1e300"},
        {"NumberOfFrames": -2},
    ],
    ids=lambda attributes: " ".join(f"{key} {value}" for key, value in attributes.items()),
)
def test_an_image_that_cannot_be_read_has_no_picture(tmp_path, attributes):
    one = slice_dataset(**attributes)
    one.PixelData = one.PixelData[:64] if "BitsAllocated" in attributes else one.PixelData
    assert picture_of(one, tmp_path) is None or "NumberOfFrames" in attributes


@pytest.mark.parametrize(("declared", "coded"), [(8000, 8000), (36, 8000), (9000, 9000)])
def test_a_small_file_that_would_become_a_large_image_is_not_decoded(tmp_path, monkeypatch, declared, coded):
    frame = bytearray(jpeg_ls.encode_array(np.zeros((36, 44), np.uint8)))
    size = frame.index(b"\xff\xf7") + 5
    frame[size : size + 4] = coded.to_bytes(2, "big") * 2
    one = slice_dataset(Rows=declared, Columns=declared, BitsAllocated=8, BitsStored=8, HighBit=7)
    monkeypatch.setattr(codecs, "_decode_jpeg_ls", lambda *_: pytest.fail("was decoded"))
    assert picture_of(compress(one, JPEG_LS, bytes(frame)), tmp_path) is None


def test_a_negative_number_of_frames_costs_only_its_own_file(tmp_path):
    one = enhanced_dataset(stack_positions(3))
    one.SeriesInstanceUID, one.NumberOfFrames = f"{ROOT}.88", -2
    save(one, tmp_path / "bad.dcm")
    save(slice_dataset(), tmp_path / "good.dcm")
    scan = dicom.scan(tmp_path)
    assert [len(series.slices) for series in scan.series] == [1]
    assert [skipped.reason.code for skipped in scan.files_skipped] == ["dicom.frame-count"]


def test_pictures_of_a_scan_end_with_their_time_and_with_cancel(tmp_path, monkeypatch):
    for number in range(3):
        save(slice_dataset(series=str(number)), tmp_path / f"{number}.dcm")
    series = dicom.scan(tmp_path).series
    told = []
    assert len(thumbnails(series, told.append, lambda: False)) == 3 and told[-1] == 1
    assert not thumbnails(series, told.append, lambda: True)
    monkeypatch.setattr("desktop.thumbnails.MOST_SECONDS", -1.0)
    assert not thumbnails(series, told.append, lambda: False)

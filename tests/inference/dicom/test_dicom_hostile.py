"""Hostile input: whatever the bytes, the end is a result or an error with a code, and it comes soon."""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from pydicom.uid import ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

from inference import dicom
from inference.dicom import header
from inference.dicom.describe import ImageMaker
from inference.dicom.formats import check_format
from inference.dicom.reading import read_slices
from inference.errors import InputError
from tests.helpers.dicom_files import (
    compress,
    enhanced_dataset,
    pydicom_files,
    save,
    slice_dataset,
    stack_positions,
)

pytestmark = pytest.mark.slow

SLOW_SECONDS = 20
"""Of processor time, which other programs do not lengthen: far more than any file here needs, far less than a hang."""


def scan_and_load(path: Path) -> int:
    """Go the whole way; returns how many volumes came out. Any error but an InputError fails the test."""
    started = time.process_time()
    volumes = 0
    try:
        for series in dicom.scan(path).series:
            try:
                dicom.load(series)
                volumes += 1
            except InputError as error:
                assert error.code.startswith("dicom.")
    except InputError as error:
        assert error.code.startswith("dicom.")
    assert time.process_time() - started < SLOW_SECONDS
    return volumes


@pytest.mark.parametrize("path", pydicom_files(), ids=lambda path: path.name)
def test_every_file_of_pydicom_ends_in_a_volume_or_an_input_error(path):
    scan_and_load(path)


@pytest.mark.parametrize("path", pydicom_files(), ids=lambda path: path.name)
def test_the_pixels_of_every_file_of_pydicom_are_read_or_an_input_error(path):
    """Most of these files are no volume; here their pixels are read all the same."""
    data = path.read_bytes()
    try:
        one = ImageMaker().make(header.read(lambda count: data[:count], 4096), str(path), None).slice
        check_format(one.format, one.name)
        list(read_slices([one], [np.empty((one.format.rows, one.format.columns), np.int16)]))
    except header.HeaderError:
        return
    except InputError as error:
        assert error.code.startswith("dicom.")


def all_in_one_folder(folder: Path) -> Path:
    for number, path in enumerate(pydicom_files()):
        shutil.copy(path, folder / f"{number}{path.suffix}")
    return folder


def test_all_files_of_pydicom_in_one_folder_are_scanned(tmp_path):
    scan = dicom.scan(all_in_one_folder(tmp_path))
    assert len(scan.series) > 20
    assert scan.files_seen == len(pydicom_files())


def small_study(folder: Path, kind: str) -> list[Path]:
    """Some slices in one of several encodings."""
    if kind == "enhanced":
        return [save(enhanced_dataset(stack_positions(3)), folder / "0.dcm")]
    paths = []
    for index, position in enumerate(stack_positions(3)):
        one = slice_dataset(position, number=index + 1)
        if kind in ("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.90"):
            compress(one, kind)
        else:
            one.file_meta.TransferSyntaxUID = kind
        paths.append(save(one, folder / f"{index}.dcm"))
    return paths


KINDS = [
    ImplicitVRLittleEndian,
    ExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    "1.2.840.10008.1.2.5",
    "1.2.840.10008.1.2.4.80",
    "1.2.840.10008.1.2.4.90",
    "enhanced",
]


@pytest.mark.parametrize("kind", KINDS)
def test_flipped_bits_end_well(tmp_path, kind):
    dice = random.Random(kind)
    paths = small_study(tmp_path, kind)
    whole = [path.read_bytes() for path in paths]
    for _ in range(25):
        for path, data in zip(paths, whole):
            changed = bytearray(data)
            for _ in range(dice.choice([1, 3, 30])):
                changed[dice.randrange(132, len(changed))] ^= 1 << dice.randrange(8)
            path.write_bytes(changed)
        scan_and_load(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_truncated_files_end_well(tmp_path, kind):
    dice = random.Random(kind)
    paths = small_study(tmp_path, kind)
    whole = [path.read_bytes() for path in paths]
    for _ in range(20):
        for path, data in zip(paths, whole):
            path.write_bytes(data[: dice.randrange(len(data))])
        scan_and_load(tmp_path)


@pytest.mark.parametrize("length", [0, 1, 127, 128, 131, 132, 133, 140])
def test_the_shortest_files_end_well(tmp_path, length):
    (tmp_path / "one.dcm").write_bytes((b"\0" * 128 + b"DICM\x02\0\0\0UL\x04\0")[:length])
    assert scan_and_load(tmp_path) == 0


def test_a_huge_sparse_file_is_not_read_whole(tmp_path):
    path = save(slice_dataset(), tmp_path / "one.dcm")
    with open(path, "ab") as file:
        file.truncate(50 * 2**30)
    assert scan_and_load(tmp_path) == 0


def test_a_huge_sparse_file_that_is_no_dicom_is_skipped_at_once(tmp_path):
    with open(tmp_path / "disk.img", "wb") as file:
        file.truncate(50 * 2**30)
    assert scan_and_load(tmp_path) == 0


def test_a_header_of_empty_elements_without_end_is_given_up(tmp_path):
    beginning = b"\0" * 128 + b"DICM" + b"\x08\0\x60\0CS\x02\0CT"
    (tmp_path / "one.dcm").write_bytes(beginning + b"\x09\0\x01\0LO\0\0" * (5 * 2**20))
    assert scan_and_load(tmp_path) == 0


def test_a_small_file_that_claims_the_largest_image_reserves_no_memory(tmp_path):
    for index, position in enumerate(stack_positions(3)):
        save(slice_dataset(position, number=index + 1, Rows=65535, Columns=65535), tmp_path / f"{index}.dcm")
    series = dicom.scan(tmp_path).series[0]
    with pytest.raises(InputError, match=r"dicom\.image-too-large"):
        dicom.load(series)


def test_a_claim_of_too_many_frames_is_refused(tmp_path):
    one = enhanced_dataset(stack_positions(2))
    one.NumberOfFrames = 10**9
    path = save(one, tmp_path / "one.dcm")
    with pytest.raises(InputError, match=r"dicom\.too-many-frames"):
        dicom.scan(path)


def test_fewer_functional_groups_than_frames_are_refused(tmp_path):
    one = enhanced_dataset(stack_positions(3))
    del one.PerFrameFunctionalGroupsSequence[2]
    path = save(one, tmp_path / "one.dcm")
    with pytest.raises(InputError, match=r"dicom\.frame-count .*declared=3 found=2"):
        dicom.scan(path)

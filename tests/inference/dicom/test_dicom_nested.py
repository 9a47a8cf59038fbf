"""Sequences walked where they lie hold what pydicom finds in them: the functional groups of frames."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from inference import dicom
from inference.dicom import directory, header, multiframe
from inference.dicom import values as value
from inference.dicom.multiframe import BINARY_NUMBERS, ENHANCED, GROUPS, GROUPS_OF_FRAMES, SHARED_GROUPS
from inference.errors import InputError
from tests.helpers.dicom_files import ITEM, UNDEFINED, enhanced_dataset, pydicom_files, save, stack_positions

SYNTAXES = [ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian]


def frames(data: bytes) -> list[dict[str, bytes]]:
    found = multiframe.frames_of("name", data, True, header.read(lambda count: data[:count], 16384))
    return [{keyword: raw.strip(b"\0 ") for keyword, raw in one.values.items()} for one in found]


def expected_frames(data: bytes) -> list[dict[str, str]]:
    """What the functional groups give for each frame, by pydicom."""
    dataset = pydicom.dcmread(BytesIO(data))
    shared = _groups(dataset.get("SharedFunctionalGroupsSequence") or [])
    return [shared | _groups([item]) for item in dataset.PerFrameFunctionalGroupsSequence]


def _groups(items: list[Dataset]) -> dict[str, str]:
    found = {}
    for tag, attributes in GROUPS.items():
        for inner in list(items[0][tag])[:1] if items and tag in items[0] else []:
            for source, keyword in attributes.items():
                if source in inner and inner[source].value not in (None, ""):
                    one = inner[source].value
                    found[keyword] = str(one) if isinstance(one, (str, int, float)) else "\\".join(map(str, one))
    return found


def assert_equal_frames(data: bytes) -> None:
    found, expected = frames(data), expected_frames(data)
    assert len(found) == len(expected)
    for one, other in zip(found, expected):
        assert {keyword: value.plain(one[keyword]) for keyword in other} == other


def test_tags_of_the_functional_groups_are_those_of_the_standard():
    kinds = {tag: pydicom.datadict.dictionary_VR(tag) for tag in (SHARED_GROUPS, GROUPS_OF_FRAMES, *GROUPS)}
    assert set(kinds.values()) == {"SQ"}
    for attributes in GROUPS.values():
        for tag in attributes:
            assert (pydicom.datadict.dictionary_VR(tag) in ("US", "UL")) == (tag in BINARY_NUMBERS)
    assert pydicom.datadict.keyword_for_tag(directory.RECORDS) == "DirectoryRecordSequence"
    assert pydicom.datadict.keyword_for_tag(directory.FILE_ID) == "ReferencedFileID"


def enhanced_files() -> list[Path]:
    """Enhanced images with functional groups that come with pydicom."""
    found = []
    for path in pydicom_files():
        try:
            one = pydicom.dcmread(path, stop_before_pixels=True, specific_tags=["SOPClassUID", GROUPS_OF_FRAMES])
        except (pydicom.errors.InvalidDicomError, EOFError):
            continue
        if one.get("SOPClassUID") in ENHANCED and GROUPS_OF_FRAMES in one:
            found.append(path)
    return found


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_frames_of_the_enhanced_images_of_pydicom_are_as_pydicom_reads_them():
    paths = enhanced_files()
    assert paths
    for path in paths:
        assert_equal_frames(path.read_bytes())


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(SYNTAXES), st.data())
def test_frames_of_random_enhanced_images_are_as_pydicom_reads_them(syntax, data):
    one = enhanced_dataset(stack_positions(data.draw(st.integers(1, 4))))
    for frame in one.PerFrameFunctionalGroupsSequence:
        content = frame.FrameContentSequence[0]
        content.FrameAcquisitionNumber = data.draw(st.integers(0, 65535))
        content.TemporalPositionIndex = data.draw(st.integers(0, 2**32 - 1))
        if data.draw(st.booleans()):
            frame.PixelMeasuresSequence = one.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence
        if data.draw(st.booleans()):
            frame.ConversionSourceAttributesSequence = [Dataset() for _ in range(data.draw(st.integers(0, 2)))]
        if data.draw(st.booleans()):
            frame.private_block(0x0021, "TEST", create=True).add_new(1, "UN", b"\x01" * 6)
    for sequence in (one["SharedFunctionalGroupsSequence"], one["PerFrameFunctionalGroupsSequence"]):
        sequence.is_undefined_length = data.draw(st.booleans())
        for item in sequence.value:
            item.is_undefined_length_sequence_item = data.draw(st.booleans())
            for element in item:
                if element.VR == "SQ":
                    element.is_undefined_length = data.draw(st.booleans())
    one.file_meta = FileMetaDataset()
    one.file_meta.TransferSyntaxUID = syntax
    file = BytesIO()
    pydicom.dcmwrite(file, one, enforce_file_format=True)
    assert_equal_frames(file.getvalue())


def test_an_enhanced_image_cut_off_in_its_groups_is_truncated(tmp_path):
    path = save(enhanced_dataset(stack_positions(3)), tmp_path / "one.dcm")
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"\x00\x52\x30\x92SQ") + 60])
    with pytest.raises(InputError, match=r"dicom\.truncated"):
        dicom.scan(path)


def with_items(tmp_path: Path, count: int) -> Path:
    """An enhanced image whose frames are described by so many empty items."""
    path = save(enhanced_dataset(stack_positions(2)), tmp_path / "one.dcm")
    data = path.read_bytes()
    start = data.index(b"\x00\x52\x30\x92SQ")
    path.write_bytes(data[: start + 8] + UNDEFINED + ITEM * count + b"\xfe\xff\xdd\xe0\0\0\0\0")
    return path


def test_of_a_million_items_no_more_than_there_are_frames_are_looked_into(tmp_path, monkeypatch):
    looked_into = []
    collect = multiframe._collect
    monkeypatch.setattr(multiframe, "_collect", lambda item: looked_into.append(item) or collect(item))
    with pytest.raises(InputError, match=r"dicom\.frame-count .*declared=2 found=>2"):
        dicom.scan(with_items(tmp_path, 10**6))
    assert len(looked_into) == 4  # the shared ones, two frames, and one too many


def test_an_element_that_claims_gigabytes_in_front_of_the_groups_is_not_read(tmp_path):
    path = save(enhanced_dataset(stack_positions(2)), tmp_path / "one.dcm")
    data = path.read_bytes()
    groups = data.index(b"\x00\x52\x29\x92SQ")
    path.write_bytes(data[:groups] + b"\x00\x50\x00\x30OB\0\0" + (3 << 30).to_bytes(4, "little"))
    with open(path, "ab") as file:
        file.truncate(10 << 30)
    with pytest.raises(InputError, match=r"dicom\.truncated"):
        dicom.scan(path)

"""The small header reader gives what pydicom gives, on any file, and ends well on any bytes."""

from __future__ import annotations

import warnings
import zlib
from io import BytesIO

import pydicom
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from inference import dicom
from inference.dicom import header, thorough
from inference.dicom import values as value
from inference.dicom.header import Header, HeaderError
from inference.dicom.limits import HEAD_BYTES, MAX_HEADER_BYTES, MAX_UNUSUAL_BYTES
from inference.dicom.tags import BINARY_SHORTS, SEQUENCES, WANTED
from inference.errors import InputError
from tests.helpers.dicom_files import pydicom_files, save, slice_dataset

pytestmark = pytest.mark.slow

SYNTAXES = [ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian]


def read(data: bytes) -> Header:
    return header.read(lambda count: data[:count], HEAD_BYTES)


def reference(data: bytes) -> Dataset:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pydicom.dcmread(BytesIO(data), stop_before_pixels=True, force=True)


def assert_equal(found: Header, expected: Dataset) -> None:
    """Every wanted attribute is there in both or in neither, with the same bytes."""
    for tag, keyword in WANTED.items():
        if keyword == "TransferSyntaxUID":
            continue
        assert (keyword in found.values) == (tag in expected), keyword
        if tag not in expected or keyword in SEQUENCES:
            continue
        element = expected.get_item(tag)
        if isinstance(element, RawDataElement):
            assert found.values[keyword] == (element.value or b""), keyword
        else:
            assert value.plain(found.values[keyword]) == _text(element.value), keyword


def _text(decoded: object) -> str:
    return "\\".join(decoded) if isinstance(decoded, (list, pydicom.multival.MultiValue)) else str(decoded or "")


def encode(dataset: Dataset, syntax: str) -> bytes:
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.2"
    dataset.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    file = BytesIO()
    pydicom.dcmwrite(file, dataset, enforce_file_format=True)
    return file.getvalue()


@pytest.mark.parametrize("path", pydicom_files(), ids=lambda path: path.name)
def test_headers_of_all_pydicom_files_are_as_pydicom_reads_them(path):
    data = path.read_bytes()
    try:
        found = read(data)
    except HeaderError:
        with pytest.raises((header.NotDicomError, header.TruncatedError)):
            read(data)
        return
    assert_equal(found, reference(data))


TEXT = st.text(alphabet="ABCXYZ abc.0123", max_size=20)
NUMBER = st.floats(-1e4, 1e4, allow_nan=False).map(lambda number: f"{number:.4f}")


@st.composite
def datasets(draw, depth: int = 0) -> Dataset:
    """Datasets with wanted, unwanted and private elements, and sequences of both kinds of length."""
    one = Dataset()
    for keyword in ("PatientID", "SeriesDescription", "StudyDescription", "InstitutionName", "ProtocolName"):
        if draw(st.booleans()):
            setattr(one, keyword, draw(TEXT))
    for keyword, count in (("ImagePositionPatient", 3), ("ImageOrientationPatient", 6), ("RescaleSlope", 1)):
        if draw(st.booleans()):
            numbers = draw(st.lists(NUMBER, min_size=count, max_size=count))
            setattr(one, keyword, numbers if count > 1 else numbers[0])
    for keyword in ("Rows", "Columns", "BitsStored", "PixelRepresentation"):
        if draw(st.booleans()):
            setattr(one, keyword, draw(st.integers(0, 65535)))
    if draw(st.booleans()):
        block = one.private_block(draw(st.sampled_from([0x0009, 0x0019, 0x0029])), "TEST", create=True)
        block.add_new(1, draw(st.sampled_from(["OB", "UN"])), draw(st.binary(max_size=60)).ljust(60, b"\0"))
    if depth < 3 and draw(st.booleans()):
        one.ReferencedImageSequence = draw(st.lists(datasets(depth + 1), max_size=3))
        one["ReferencedImageSequence"].is_undefined_length = draw(st.booleans())
        for item in one.ReferencedImageSequence:
            item.is_undefined_length_sequence_item = draw(st.booleans())
    if depth == 0 and draw(st.booleans()):
        one.PixelData = b"\0" * 8
        one.BitsAllocated = 16
    return one


@settings(max_examples=150, deadline=None)
@given(datasets(), st.sampled_from(SYNTAXES))
def test_headers_of_random_datasets_are_as_pydicom_reads_them(dataset, syntax):
    data = encode(dataset, syntax)
    assert_equal(read(data), reference(data))


@settings(max_examples=100, deadline=None)
@given(datasets(), st.sampled_from(SYNTAXES), st.data())
def test_truncated_headers_end_in_a_header_error_or_in_fewer_values(dataset, syntax, data):
    whole = encode(dataset, syntax)
    part = whole[: data.draw(st.integers(0, len(whole)))]
    try:
        found = read(part)
    except HeaderError:
        return
    expected = read(whole).values
    assert found.values.items() <= expected.items()


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(SYNTAXES), st.lists(st.tuples(st.integers(0, 1499), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_changed_bytes_end_in_a_header_or_a_header_error(syntax, changes):
    data = bytearray(encode(slice_dataset(), syntax))
    for place, byte in changes:
        data[place % len(data)] = byte
    try:
        read(bytes(data))
    except HeaderError:
        return


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_end_in_a_header_or_a_header_error(data):
    for beginning in (b"", b"\0" * 128 + b"DICM", b"\x08\0\x05\0CS\x0a\0ISO_IR 100"):
        try:
            read(beginning + data)
        except HeaderError:
            continue


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_search_for_pixels_resumes_at_the_pixel_data(syntax):
    data = encode(slice_dataset(), syntax)
    found = read(data)
    if syntax == DeflatedExplicitVRLittleEndian:
        start = header.read_meta(data, {}, True)
        data = data[:start] + zlib.decompress(data[start:], -zlib.MAX_WBITS)
    tag = b"\x7f\xe0\0\x10" if syntax == ExplicitVRBigEndian else b"\xe0\x7f\x10\0"
    assert data[found.resume_at : found.resume_at + 4] == tag


def test_a_header_longer_than_the_first_read_is_read_whole():
    one = slice_dataset()
    one.private_block(0x0009, "TEST", create=True).add_new(1, "OB", bytes(100_000))
    data = encode(one, ExplicitVRLittleEndian)
    assert read(data).values["Rows"] == (36).to_bytes(2, "little")


def test_private_elements_behind_the_wanted_ones_are_not_read():
    one = slice_dataset()
    one.private_block(0x0029, "TEST", create=True).add_new(1, "OB", bytes(100_000))
    data = encode(one, ExplicitVRLittleEndian)
    found = header.parse(data[:HEAD_BYTES], whole=False)
    assert found.resume_at < HEAD_BYTES
    assert "Rows" in found.values


def test_a_header_that_claims_more_than_any_real_one_is_refused():
    data = b"\0" * 128 + b"DICM" + b"\x09\0\x01\0OB\0\0" + (2**31).to_bytes(4, "little") + bytes(MAX_HEADER_BYTES)
    with pytest.raises(header.HeaderTooLargeError):
        read(data)


def test_deeply_nested_sequences_are_refused():
    nested = b"\x08\0\x40\x11SQ\0\0\xff\xff\xff\xff\xfe\xff\0\xe0\xff\xff\xff\xff" * 5000
    with pytest.raises(header.HeaderTooLargeError):
        read(b"\0" * 128 + b"DICM" + nested)


def test_a_deflate_bomb_is_inflated_to_the_header_limit_at_most():
    one = slice_dataset()
    data = encode(one, DeflatedExplicitVRLittleEndian)
    start = header.read_meta(data, {}, True)
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = squeezer.compress(b"\x09\0\x01\0OB\0\0" + (2**31).to_bytes(4, "little") + bytes(2**26)) + squeezer.flush()
    with pytest.raises(HeaderError):
        read(data[:start] + bomb)


def test_an_explicit_dataset_under_an_implicit_label_is_read_as_it_is():
    data = encode(slice_dataset(), ExplicitVRLittleEndian).replace(
        b"1.2.840.10008.1.2.1\0", b"1.2.840.10008.1.2\0\0\0", 1
    )
    found = read(data)
    assert found.explicit
    assert found.values["Modality"] == b"CT"


def test_a_file_without_preamble_and_meta_information_is_read():
    data = encode(slice_dataset(), ImplicitVRLittleEndian)
    start = header.read_meta(data, {}, True)
    assert read(data[start:]).values["Modality"] == b"CT"


@pytest.mark.parametrize("syntax", SYNTAXES[:3])
def test_the_way_through_pydicom_gives_the_same_header(syntax):
    data = encode(slice_dataset(), syntax)
    found, other = read(data), thorough.read_header("name", data)
    found.values["TransferSyntaxUID"] = found.values["TransferSyntaxUID"].rstrip(b"\0")
    assert other == found


def test_what_pydicom_cannot_read_either_is_an_input_error():
    with pytest.raises(InputError, match=r"dicom\.damaged path=name"):
        thorough.read_header("name", b"\0" * 128 + b"DICM" + b"\x08\0\x05\0ZZ\x0a\0" + bytes(30))


STANDARD = {tag: keyword for tag, keyword in WANTED.items() if not (tag >> 16) % 2}
"""Those that are not private, of which no dictionary knows."""


def test_the_wanted_tags_have_the_keywords_of_the_standard():
    assert {tag: pydicom.datadict.keyword_for_tag(tag) for tag in STANDARD} == STANDARD


def test_binary_numbers_and_sequences_are_those_of_the_standard():
    for tag, keyword in STANDARD.items():
        kind = pydicom.datadict.dictionary_VR(tag)
        assert (keyword in BINARY_SHORTS) == (kind in ("US", "US or SS")), keyword
        assert (keyword in SEQUENCES) == (kind == "SQ"), keyword


def test_elements_that_lack_their_value_representation_are_left_to_pydicom():
    data = encode(slice_dataset(), ExplicitVRLittleEndian)
    modality = b"\x08\0\x60\0CS\x02\0CT"
    assert modality in data
    data = data.replace(modality, b"\x08\0\x60\0\x02\0\0\0CT")
    with pytest.raises(header.UnusualError):
        read(data)
    assert thorough.read_header("name", data).values["Modality"] == b"CT"


def test_pydicom_is_given_only_the_beginning_of_a_file(tmp_path, monkeypatch):
    path = save(slice_dataset(), tmp_path / "one.dcm")
    data = path.read_bytes().replace(b"\x08\0\x60\0CS\x02\0CT", b"\x08\0\x60\0\x02\0\0\0CT")
    path.write_bytes(data + bytes(3 * MAX_UNUSUAL_BYTES))
    given = []
    read_header = thorough.read_header
    monkeypatch.setattr(thorough, "read_header", lambda name, head: given.append(len(head)) or read_header(name, head))
    assert dicom.scan(path).series[0].modality == "CT"
    assert given == [MAX_UNUSUAL_BYTES]

"""A damaged frame is an error, also where its decoder makes an image of it without a word."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from jpeg_ls import encode_array as encode_array_ls
from openjpeg.utils import encode_array

from inference.dicom import codecs
from inference.dicom.codestreams import Codestream
from inference.dicom.model import PixelFormat
from inference.dicom.samples import HTJ2K_RAMP_12, JPEG_2000_RAMP_12, JPEG_LS_RAMP_12, JPEG_RAMP_8, JPEG_RAMP_12
from inference.errors import InputError
from tests.helpers.dicom_files import encode_jpeg_lossless

LOSSLESS, BASELINE, EXTENDED, JPEG_LS, JPEG_2000, HTJ2K = (
    f"1.2.840.10008.1.2.4.{number}" for number in (57, 50, 51, 80, 90, 201)
)
FORM = PixelFormat(
    syntax=LOSSLESS, explicit=True, big_endian=False, rows=24, columns=32, frames=1, samples=1,
    photometric="MONOCHROME2", bits_allocated=16, bits_stored=12, high_bit=11, signed=False, padding=None,
    modality_lut=False,
)  # fmt: skip
IMAGE = (np.random.default_rng(1).normal(1064, 20, (24, 32))).astype(np.uint16)
END, SCAN = b"\xff\xd9", b"\xff\xda"


def decoded(frame: bytes, syntax: str = LOSSLESS, **form: object) -> np.ndarray | None:
    """The image that a frame becomes, or None where it is refused."""
    try:
        return codecs.decode(bytes(frame), replace(FORM, syntax=syntax, **form), "x")[0]
    except InputError as error:
        assert error.code == "dicom.decode-failed"
        return None


def damaged(frame: bytes, first: int) -> list[bytes]:
    """Frames with a byte changed, bytes overwritten by zeros, and bytes lost, behind the first."""
    chance, found = random.Random(5), []
    for _ in range(25):
        changed, blank, cut = bytearray(frame), bytearray(frame), bytearray(frame)
        at = chance.randrange(first, len(frame) - 10)
        changed[at] ^= chance.randrange(1, 256)
        blank[at : at + 8] = bytes(8)
        del cut[at : at + chance.randrange(1, 4)]
        found += [bytes(changed), bytes(blank), bytes(cut)]
    return found


@pytest.mark.parametrize("predictor", [1, 4, 7])
def test_damaged_lossless_jpeg_is_refused_unless_it_is_the_code_of_another_image(predictor):
    frame = encode_jpeg_lossless(IMAGE, 12, predictor)
    refused = 0
    for one in damaged(frame, frame.index(SCAN) + 10):
        image = decoded(one)
        refused += image is None
        assert image is None or encode_jpeg_lossless(image, 12, predictor) == one
    assert refused >= 50


def with_restarts(image: np.ndarray, rows: int) -> tuple[bytes, list[bytes]]:
    """A lossless JPEG with a restart behind so many rows: what stands in front of the data, and its parts."""
    frames = [encode_jpeg_lossless(image[at : at + rows], 12) for at in range(0, len(image), rows)]
    start = frames[0].index(SCAN)
    head = bytearray(frames[0][: start + 10])
    head[start:start] = b"\xff\xdd\0\x04" + (rows * image.shape[1]).to_bytes(2, "big")
    size = head.index(b"\xff\xc3") + 5
    head[size : size + 2] = len(image).to_bytes(2, "big")
    return bytes(head), [frame[start + 10 : -2] for frame in frames]


def joined(head: bytes, parts: list[bytes]) -> bytes:
    return head + b"".join(part + bytes([0xFF, 0xD0 + n % 8]) for n, part in enumerate(parts))[:-2] + END


def test_restart_markers_are_followed_and_must_all_be_there_in_their_order():
    head, parts = with_restarts(IMAGE, 6)
    whole = joined(head, parts)
    assert np.array_equal(decoded(whole), IMAGE)
    assert decoded(joined(head, parts[:-1])) is None
    assert decoded(whole.replace(b"\xff\xd1", b"\xff\xd2")) is None
    assert decoded(whole.replace(b"\xff\xd1", b"")) is None


EIGHT_BITS = {"bits_allocated": 8, "bits_stored": 8, "high_bit": 7}


@pytest.mark.parametrize(
    ("syntax", "frame", "form"),
    [
        (BASELINE, JPEG_RAMP_8, EIGHT_BITS),
        (EXTENDED, JPEG_RAMP_12, {}),
        (LOSSLESS, encode_jpeg_lossless(IMAGE, 12), {}),
    ],
)
def test_no_frame_about_which_the_decoder_warns_becomes_an_image(capfd, syntax, frame, form):
    assert decoded(frame, syntax, **form) is not None
    for one in damaged(frame, frame.index(SCAN) + 10):
        capfd.readouterr()
        assert decoded(one, syntax, **form) is None or not capfd.readouterr().err


@pytest.mark.parametrize(
    ("syntax", "frame", "form"),
    [
        (BASELINE, JPEG_RAMP_8, EIGHT_BITS),
        (EXTENDED, JPEG_RAMP_12, {}),
        (LOSSLESS, encode_jpeg_lossless(IMAGE, 12), {}),
    ],
)
def test_a_byte_of_zeros_that_makes_a_jpeg_even_is_no_damage(syntax, frame, form):
    comment = b"\xff\xfe\x00\x03x" if len(frame) % 2 == 0 else b""
    odd = frame[:2] + comment + frame[2:]
    padded = odd[:-2] + b"\0" + END
    assert np.array_equal(decoded(padded, syntax, **form), decoded(frame, syntax, **form))
    assert decoded(odd[:-2] + bytes(3) + END, syntax, **form) is None


def test_a_lossy_jpeg_whose_blocks_end_before_the_image_does_is_refused():
    frame = bytearray(JPEG_RAMP_12)
    size = frame.index(b"\xff\xc1") + 5
    frame[size : size + 2] = (32).to_bytes(2, "big")
    assert decoded(bytes(frame), EXTENDED, rows=32) is None


@pytest.mark.parametrize(("syntax", "frame"), [(JPEG_2000, JPEG_2000_RAMP_12), (HTJ2K, HTJ2K_RAMP_12)])
def test_a_jpeg_2000_codestream_must_be_whole(syntax, frame):
    start = frame.index(b"\xff\x93") + 2
    part = frame.index(b"\xff\x90")
    assert decoded(frame, syntax) is not None
    marker = frame[: start + 20] + b"\xff\x97" + frame[start + 22 :]
    blank = frame[: start + 20] + bytes(300) + frame[start + 20 :]
    length = int.from_bytes(blank[part + 6 : part + 10], "big") + 300
    blank = blank[: part + 6] + length.to_bytes(4, "big") + blank[part + 10 :]
    tiles = frame[:24] + (1).to_bytes(4, "big") * 2 + frame[32:]
    twice = frame[:24] + (16).to_bytes(4, "big") * 2 + frame[32:]
    for one in (frame[:-40], frame[:-2], frame[: start + 9] + frame[start + 10 :], marker, blank, tiles, twice):
        assert decoded(one, syntax) is None


def test_damaged_lossless_jpeg_2000_of_the_same_encoder_is_refused_unless_it_is_the_code_of_another_image():
    stored = np.tile(IMAGE, (2, 2))
    size = {"rows": 48, "columns": 64}
    frame = encode_jpeg_2000(stored)
    assert np.array_equal(decoded(frame, JPEG_2000, **size), stored)
    refused = 0
    for one in damaged(frame, frame.index(b"\xff\x93") + 2):
        image = decoded(one, JPEG_2000, **size)
        refused += image is None
        assert image is None or encode_jpeg_2000(image) == one
    assert refused >= 70


def encode_jpeg_2000(image: np.ndarray) -> bytes:
    return bytes(encode_array(image, bits_stored=12, photometric_interpretation=2, use_mct=False))


@pytest.mark.parametrize("padding", [b"\0", b"\0\0", b"\0\0\0", b"\xff"])
def test_padding_in_front_of_the_end_of_a_jpeg_ls_image_is_skipped(padding):
    padded = JPEG_LS_RAMP_12[:-2] + padding + END
    assert np.array_equal(decoded(padded, JPEG_LS), decoded(JPEG_LS_RAMP_12, JPEG_LS))
    assert decoded(JPEG_LS_RAMP_12[:-9] + padding + END, JPEG_LS) is None


@pytest.mark.parametrize(
    ("syntax", "precision", "in_data", "stored", "signed", "bits"),
    [
        (JPEG_LS, 12, False, 16, True, None),  # no place for a sign: all as they are
        (LOSSLESS, 12, False, 16, True, None),
        (JPEG_2000, 12, True, 12, True, None),  # signed in the data
        (JPEG_LS, 12, False, 12, True, 12),
        (LOSSLESS, 16, False, 12, True, 12),
        (JPEG_2000, 12, False, 16, False, 12),
        (EXTENDED, 12, False, 10, False, 12),
    ],
)
def test_the_bits_that_count_follow_from_header_and_data(syntax, precision, in_data, stored, signed, bits):
    form = replace(FORM, syntax=syntax, bits_stored=stored, signed=signed)
    assert codecs._bits(Codestream(24, 32, 1, precision, in_data), form) == bits


def test_bright_values_that_fill_their_words_stay_positive_under_a_signed_header_of_more_bits():
    image = np.arange(24 * 32).reshape(24, 32).astype(np.uint8)
    form = replace(FORM, syntax=JPEG_LS, bits_stored=16, high_bit=15, signed=True)
    stored, bits = codecs.decode(bytes(encode_array_ls(image)), form, "x")
    assert np.array_equal(stored, image) and bits == 8 * stored.dtype.itemsize


def test_values_that_lossy_compression_drove_over_the_bits_stored_are_clipped():
    form = replace(FORM, syntax=EXTENDED, bits_stored=11, high_bit=10)
    image, bits = codecs.decode(JPEG_RAMP_12, form, "x")
    whole, _ = codecs.decode(JPEG_RAMP_12, replace(FORM, syntax=EXTENDED), "x")
    assert whole.max() > 2047
    assert np.array_equal(image, np.minimum(whole, 2047)) and bits >= 11

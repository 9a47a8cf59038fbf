"""First words of compressed images: what a decoder is about to make of them, known before it is started.

JPEG: ITU-T T.81 annex B; JPEG-LS: T.87 annex C; JPEG 2000: T.800 annex A.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from struct import unpack_from

_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xF7})
"""Baseline, extended, progressive and lossless JPEG, and JPEG-LS."""

_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xDA)})
_CODESTREAM_2000 = b"\xff\x4f\xff\x51"
_JP2_HEADER_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Codestream:
    """Size and sample format of a compressed image; ``precision`` in bits."""

    rows: int
    columns: int
    components: int
    precision: int
    signed: bool


def inspect(data: bytes) -> Codestream | None:
    """Read the size of a JPEG, JPEG-LS or JPEG 2000 image, or None if it is none of these."""
    try:
        return _inspect_jpeg(data) if data[:2] == b"\xff\xd8" else _inspect_2000(data)
    except struct.error:
        return None


def _inspect_jpeg(data: bytes) -> Codestream | None:
    at = 2
    while at < len(data):
        fill, marker = unpack_from("BB", data, at)
        if fill != 0xFF:
            return None
        if marker == 0xFF:
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        elif marker in _JPEG_FRAMES:
            precision, rows, columns, components = unpack_from(">BHHB", data, at + 4)
            return Codestream(rows, columns, components, precision, False)
        else:
            at += 2 + max(2, unpack_from(">H", data, at + 2)[0])
    return None


def _inspect_2000(data: bytes) -> Codestream | None:
    at = data.find(_CODESTREAM_2000, 0, _JP2_HEADER_BYTES)
    if at < 0:
        return None
    right, bottom, left, top = unpack_from(">IIII", data, at + 8)
    components, depth = unpack_from(">HB", data, at + 40)
    return Codestream(bottom - top, right - left, components, (depth & 0x7F) + 1, bool(depth & 0x80))

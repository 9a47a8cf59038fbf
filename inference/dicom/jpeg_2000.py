"""Damage in JPEG 2000 codestreams that OpenJPEG passes over (ITU-T T.800 annex A, T.814).

Coded blocks carry no checksum: changed bits inside one are another image to every decoder. What can be told of any
codestream is that parts are missing, were moved, or were overwritten by something that coded data never look like. One
that this same release of OpenJPEG wrote without loss can be proven whole: encoding is deterministic.
"""

from __future__ import annotations

import re
import struct
from functools import lru_cache
from struct import unpack_from

import numpy as np

from inference.dicom.jpeg import DamagedError

MAX_TILES = 4096
"""Tiles of one image: CT has one, and a decoder reserves kilobytes for each before it reads any."""

SIZE, TILE_PART, DATA, END = 0xFF51, 0xFF90, 0xFF93, 0xFFD9
_CODESTREAM = b"\xff\x4f\xff\x51"
_BOXES_BYTES = 1024
_CODING_STYLE = 0xFF52
_COMMENT = b"\xff\x64"
_PACKET_MARKERS = 0x06
"""Bits of the coding style that let markers stand between packets."""
_BLANK = bytes(256)
"""Half a sector of a disc that was never written; coded data are as good as random."""
_FORBIDDEN = re.compile(rb"\xff[\x90-\xff]")
"""Coded data hold no such pair (section B.10.1 and C.2.3), so that markers can be found."""


def check_codestream(data: bytes) -> None:
    """Walk the tile-parts of a codestream.

    Raises
    ------
    DamagedError
        If it is cut off, its lengths do not lead from part to part, tiles are missing or too many, or a marker stands
        where only coded data may.
    """
    try:
        _check(data)
    except struct.error as error:
        raise DamagedError("the codestream ends early") from error


def check_by_encoding_again(data: bytes, stored: np.ndarray, precision: int) -> None:
    """Compare a lossless codestream with that of the image which it became.

    Those that begin otherwise than our encoder's, by another release or with other parameters, are not compared.

    Raises
    ------
    DamagedError
        If the same encoder would have written other data.
    """
    start = data.find(_CODESTREAM, 0, _BOXES_BYTES)
    head = data[start : _main_header(data, start + 2)[2]]
    if _COMMENT not in head or not _is_ours(head):
        return
    again = _encoded(np.ascontiguousarray(stored), precision)
    if again.startswith(head) and not data[start:].startswith(again):
        raise DamagedError("coded data are not those of the image")


@lru_cache(64)
def _is_ours(head: bytes) -> bool:
    """Whether a main header has the comment of the release that decodes here, and the coding style that it chooses."""
    ours = _encoded(np.zeros((64, 64), np.uint16), 12)
    style, comment = ours.index(b"\xff\x52"), ours.index(_COMMENT)
    return ours[style : ours.index(b"\xff\x5c", style)] in head and ours[comment : ours.index(b"\xff\x90")] in head


def _encoded(stored: np.ndarray, precision: int) -> bytes:
    from openjpeg.utils import encode_array

    return bytes(encode_array(stored, bits_stored=precision, photometric_interpretation=2, use_mct=False))


def _check(data: bytes) -> None:
    at = data.find(_CODESTREAM, 0, _BOXES_BYTES)
    tiles, markers_allowed, at = _main_header(data, at + 2)
    found: set[int] = set()
    while (marker := unpack_from(">H", data, at)[0]) != END:
        if marker != TILE_PART:
            raise DamagedError("no tile-part where one is due")
        _, tile, length, _, _ = unpack_from(">HHIBB", data, at + 2)
        end = at + length if length else data.rfind(b"\xff\xd9")
        start = _start_of_data(data, at + 12, end)
        if end > len(data):
            raise DamagedError("the codestream ends early")
        if not markers_allowed and _FORBIDDEN.search(data, start, end):
            raise DamagedError("a marker inside the coded data")
        if _BLANK in data[start:end]:
            raise DamagedError("zeros in place of coded data")
        found.add(tile)
        at = end
    if found != set(range(tiles)):
        raise DamagedError("tiles are missing")


def _main_header(data: bytes, at: int) -> tuple[int, bool, int]:
    """Number of tiles, whether markers may stand between packets, and where the first tile-part begins."""
    tiles, markers_allowed = 0, False
    while (marker := unpack_from(">H", data, at)[0]) != TILE_PART:
        if marker < 0xFF01:
            raise DamagedError("no marker where one is due")
        (length,) = unpack_from(">H", data, at + 2)
        if marker == SIZE:
            right, bottom, _, _, width, height, left, top = unpack_from(">8I", data, at + 6)
            if not width or not height or left >= right or top >= bottom:
                raise DamagedError("tiles without a size")
            tiles = -(-(right - left) // width) * -(-(bottom - top) // height)
            if tiles > MAX_TILES:
                raise DamagedError(f"{tiles} tiles, more than {MAX_TILES}")
        elif marker == _CODING_STYLE:
            markers_allowed = bool(data[at + 4] & _PACKET_MARKERS)
        at += 2 + length
    return tiles, markers_allowed, at


def _start_of_data(data: bytes, at: int, end: int) -> int:
    """Behind the marker with which the coded data of a tile-part begin."""
    while at < end:
        marker, length = unpack_from(">HH", data, at)
        if marker == DATA:
            return at + 2
        at += 2 + length
    raise DamagedError("a tile-part without data")

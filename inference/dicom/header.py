"""A small reader of DICOM headers: the wanted attributes of one file, and where to look for its pixels.

A study is hundreds of files of which some sixty short attributes matter. Walking the first kilobytes and keeping raw
bytes takes a tenth of the time of a full parser; whatever this walk does not understand is left to pydicom
(:mod:`inference.dicom.thorough`), and the tests hold both to the same answers.

The layout that is walked: PS3.5 section 7.1 (elements), 7.5 (sequences), PS3.10 section 7.1 (file meta information).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from struct import Struct, iter_unpack, unpack

from inference.dicom.limits import (
    FIRST_STRIDE_BYTES,
    MAX_DEFLATION,
    MAX_HEADER_BYTES,
    MAX_SEQUENCE_DEPTH,
    MAX_VALUE_BYTES,
)
from inference.dicom.tags import LAST_WANTED_GROUP, SEQUENCES, WANTED

IMPLICIT_LITTLE = "1.2.840.10008.1.2"
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
DEFLATED = "1.2.840.10008.1.2.1.99"
EXPLICIT_BIG = "1.2.840.10008.1.2.2"

UNDEFINED = 0xFFFFFFFF
PIXEL_GROUP = 0x7FE0
PREAMBLE_BYTES = 128
ITEM, ITEM_END, SEQUENCE_END = 0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD

_SHORT = b"AEASATCSDADSDTFLFDISLOLTPNSHSLSSSTTMUIULUS"
_LONG = b"OBODOFOLOVOWSQSVUCUNURUTUV"


class HeaderError(Exception):
    """Base of what can be wrong with the bytes of a header; never leaves this package."""


class NotDicomError(HeaderError):
    """The bytes do not begin like DICOM."""


class TruncatedError(HeaderError):
    """The file ends before its header does."""


class UnusualError(HeaderError):
    """A construction that this reader leaves to pydicom."""


class NeedMoreError(HeaderError):
    """The header goes on behind the bytes that were given."""


class HeaderTooLargeError(HeaderError):
    """The header claims more bytes than any real one has."""


@dataclass(frozen=True, slots=True)
class Header:
    """The wanted attributes of one file, undecoded.

    Attributes
    ----------
    values
        Raw value by DICOM keyword; of sequences only the presence.
    explicit, big_endian
        How the dataset is encoded.
    resume_at
        Offset at which the search for the pixel data goes on: that of the pixel data element itself, or of an element
        before it. Counts in the inflated bytes where the file is deflated.
    """

    values: dict[str, bytes]
    explicit: bool
    big_endian: bool
    resume_at: int


class Layout:
    """How elements are written in one byte order: number formats, value representations and wanted tags."""

    def __init__(self, order: str) -> None:
        self.big_endian = order == ">"
        self.element = Struct(order + "IHH").unpack_from
        self.number = Struct(order + "I").unpack_from
        self.plain = Struct(order + "II").unpack_from
        self.wanted = {self.packed(tag): keyword for tag, keyword in WANTED.items()}
        self.short = frozenset(vr for (vr,) in iter_unpack(order + "H", _SHORT))
        self.long = frozenset(vr for (vr,) in iter_unpack(order + "H", _LONG))
        (self.sq,) = unpack(order + "H", b"SQ")
        self.item, self.item_end, self.sequence_end = map(self.packed, (ITEM, ITEM_END, SEQUENCE_END))

    def packed(self, tag: int) -> int:
        """A tag as four bytes of this order read as one number: groups come first, so little endian swaps them."""
        return tag if self.big_endian else (tag & 0xFFFF) << 16 | tag >> 16

    def group(self, packed: int) -> int:
        """Group number of a packed tag."""
        return packed >> 16 if self.big_endian else packed & 0xFFFF


LITTLE, BIG = Layout("<"), Layout(">")
_VR_LETTERS = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def parse(head: bytes, whole: bool) -> Header:
    """Read a header from the first bytes of a file.

    Parameters
    ----------
    head : bytes
        The beginning of the file.
    whole : bool
        Whether these are all the bytes of the file.

    Raises
    ------
    NotDicomError, TruncatedError, UnusualError, NeedMoreError, HeaderTooLargeError
        All of them :class:`HeaderError`.
    """
    values: dict[str, bytes] = {}
    head, start, whole, explicit, layout = open_dataset(head, whole, values)
    resume_at = _walk(head, start, whole, explicit, layout, values)
    return Header(values, explicit, layout.big_endian, resume_at)


def open_dataset(head: bytes, whole: bool, values: dict[str, bytes]) -> tuple[bytes, int, bool, bool, Layout]:
    """Read the file meta information and find out how the dataset behind it is encoded.

    Returns
    -------
    head : bytes
        As given, or inflated as far as a header may reach.
    start : int
        Where the dataset begins.
    whole : bool
        Whether the dataset ends in these bytes.
    explicit : bool
    layout : Layout
    """
    start = read_meta(head, values, whole)
    syntax = values.get("TransferSyntaxUID", b"").rstrip(b"\0 ").decode("ascii", "replace")
    if syntax == DEFLATED:
        head, whole = inflate_head(head, start, whole)
    return head, start, whole, *dataset_layout(head, start, syntax)


def read(read_head: Callable[[int], bytes], first_bytes: int) -> Header:
    """Parse a header, reading more of the file as long as it needs more.

    Parameters
    ----------
    read_head : callable
        Gives the first n bytes of the file, fewer where it is shorter.
    first_bytes : int
        How many to ask for at first.
    """
    count = first_bytes
    while True:
        head = read_head(count)
        try:
            return parse(head, len(head) < count)
        except NeedMoreError:
            if count >= MAX_HEADER_BYTES:
                raise HeaderTooLargeError(str(count)) from None
            count = min(max(FIRST_STRIDE_BYTES, count * 8), MAX_HEADER_BYTES)


def read_meta(head: bytes, values: dict[str, bytes], whole: bool) -> int:
    """Read the file meta information; returns where the dataset begins."""
    if head[PREAMBLE_BYTES : PREAMBLE_BYTES + 4] == b"DICM":
        pos = PREAMBLE_BYTES + 4
    elif _begins_like_dataset(head):
        pos = 0
    else:
        raise NotDicomError
    end = len(head)
    while pos + 8 <= end:
        tag, vr, length = LITTLE.element(head, pos)
        if tag & 0xFFFF != 2:
            return pos
        start = pos + 8
        if vr in LITTLE.long:
            if start + 4 > end:
                break
            length, start = LITTLE.number(head, start)[0], start + 4
        elif vr not in LITTLE.short:
            raise UnusualError("file meta information without value representations")
        if length > MAX_HEADER_BYTES:
            raise TruncatedError("file meta information")
        pos = start + length
        if tag == 0x00100002:
            values["TransferSyntaxUID"] = head[start:pos]
    if not whole:
        raise NeedMoreError
    if pos != end:
        raise TruncatedError("file meta information")
    return pos


def _begins_like_dataset(head: bytes) -> bool:
    """Whether a file without preamble begins with an element of group 2 or 8, as all datasets do."""
    if len(head) < 16:
        return False
    first = head[:8]
    if first[0] in (2, 8) and first[1] == 0 and first[3] in (0, 0x10):
        known = int.from_bytes(first[4:6], "little")
        return known in LITTLE.short or known in LITTLE.long or int.from_bytes(first[4:8], "little") <= 1024
    return first[:2] == b"\0\x08" and first[2] in (0, 0x10) and first[4] in _VR_LETTERS and first[5] in _VR_LETTERS


def dataset_layout(head: bytes, start: int, syntax: str) -> tuple[bool, Layout]:
    """How the dataset is encoded, judged by its first element: some files declare the wrong one.

    Letters where the value representation would stand cannot be a length: such an element would have 16 KiB or more.
    """
    explicit = len(head) >= start + 6 and head[start + 4] in _VR_LETTERS and head[start + 5] in _VR_LETTERS
    if syntax == EXPLICIT_BIG:
        if not explicit:
            raise UnusualError("big endian without value representations")
        return True, BIG
    if not syntax and explicit and head[start : start + 1] == b"\0":
        return True, BIG
    return explicit, LITTLE


def inflate_head(head: bytes, start: int, whole: bool) -> tuple[bytes, bool]:
    """Inflate the dataset of a deflated file as far as its header may reach (PS3.5 section A.5)."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    limit = min(MAX_HEADER_BYTES, max(FIRST_STRIDE_BYTES, MAX_DEFLATION * len(head)))
    try:
        data = inflater.decompress(head[start:], limit)
    except zlib.error as error:
        raise TruncatedError("deflated data") from error
    return head[:start] + data, inflater.eof or (whole and not inflater.unconsumed_tail)


def _walk(head: bytes, pos: int, whole: bool, explicit: bool, layout: Layout, values: dict[str, bytes]) -> int:
    """Collect the wanted values; returns where the search for the pixel data resumes."""
    at, pos = walk_elements(head, pos, explicit, layout, values)
    end = len(head)
    if pos == at and (pos + 8 <= end or (pos == end and whole)):
        return at
    if at + 4 <= end and layout.group(layout.number(head, at)[0]) > LAST_WANTED_GROUP:
        return at
    if whole:
        raise TruncatedError("header")
    raise NeedMoreError


def walk_elements(head: bytes, pos: int, explicit: bool, layout: Layout, values: dict[str, bytes]) -> tuple[int, int]:
    """Walk elements up to the group of the pixel data, collecting the wanted values.

    Returns
    -------
    at, pos : int
        Where the last element begins and where the next would. They are equal in front of the pixel data and where
        the bytes end between two elements; ``pos`` lies behind the bytes where they end inside an element.
    """
    return _walk_explicit(head, pos, layout, values) if explicit else _walk_implicit(head, pos, values)


def _walk_explicit(head: bytes, pos: int, layout: Layout, values: dict[str, bytes]) -> tuple[int, int]:
    """Walk elements with a value representation; returns as above. This loop takes half the time of a scan."""
    element, wanted, short, long = layout.element, layout.wanted, layout.short, layout.long
    end, at = len(head), pos
    try:
        while True:
            tag, vr, length = element(head, pos)  # raises where fewer than 8 bytes are left
            at = pos
            if vr in short:
                start = pos + 8
                pos = start + length
            elif vr in long:
                if layout.group(tag) >= PIXEL_GROUP:
                    return at, at
                if pos + 12 > end:
                    return at, end + 1
                length, start = layout.number(head, pos + 8)[0], pos + 12
                pos = start + length if length != UNDEFINED else _skip_undefined(head, start, vr == layout.sq, layout)
            else:
                raise UnusualError("unknown value representation")
            if tag in wanted and pos <= end:
                keyword = wanted[tag]
                values[keyword] = head[start:pos] if length <= MAX_VALUE_BYTES and keyword not in SEQUENCES else b""
    except struct.error:
        return (at, pos) if pos > end else (pos, pos)


def _walk_implicit(head: bytes, pos: int, values: dict[str, bytes]) -> tuple[int, int]:
    """Walk elements without a value representation, which are always little endian; returns as above."""
    plain, wanted = LITTLE.plain, LITTLE.wanted
    end = len(head)
    while pos + 8 <= end:
        at = pos
        tag, length = plain(head, pos)
        if tag & 0xFFFF >= PIXEL_GROUP:
            return at, at
        start = pos + 8
        pos = start + length if length != UNDEFINED else skip_items(head, start, False, LITTLE)
        if tag in wanted and pos <= end:
            keyword = wanted[tag]
            values[keyword] = head[start:pos] if length <= MAX_VALUE_BYTES and keyword not in SEQUENCES else b""
        if pos > end:
            return at, pos
    return pos, pos


def _skip_undefined(head: bytes, pos: int, is_sequence: bool, layout: Layout) -> int:
    """Where an element of undefined length ends; in unknown ones items are implicit little endian (PS3.5 6.2.2)."""
    return skip_items(head, pos, True, layout) if is_sequence else skip_items(head, pos, False, LITTLE)


def skip_items(head: bytes, pos: int, explicit: bool, layout: Layout, depth: int = 1) -> int:
    """Where a sequence of undefined length ends; behind the bytes if it does not end in them."""
    if depth > MAX_SEQUENCE_DEPTH:
        raise HeaderTooLargeError("nested sequences")
    end = len(head)
    while pos + 8 <= end:
        tag, length = layout.plain(head, pos)
        pos += 8
        if tag == layout.sequence_end:
            return pos
        if tag != layout.item:
            raise UnusualError("no item where one is due")
        pos = pos + length if length != UNDEFINED else skip_item(head, pos, explicit, layout, depth)
    return end + 1


def skip_item(head: bytes, pos: int, explicit: bool, layout: Layout, depth: int = 1) -> int:
    """Where an item of undefined length ends; behind the bytes if it does not end in them."""
    end = len(head)
    while pos + 8 <= end:
        tag, length = layout.plain(head, pos)
        if tag == layout.item_end:
            return pos + 8
        nested_explicit, nested_layout, pos = explicit, layout, pos + 8
        if explicit:
            _, vr, length = layout.element(head, pos - 8)
            if vr in layout.long:
                if pos + 4 > end:
                    return end + 1
                length, pos = layout.number(head, pos)[0], pos + 4
                if vr != layout.sq:
                    nested_explicit, nested_layout = False, LITTLE
            elif vr not in layout.short:
                raise UnusualError("unknown value representation in an item")
        if length != UNDEFINED:
            pos += length
        else:
            pos = skip_items(head, pos, nested_explicit, nested_layout, depth + 1)
    return end + 1

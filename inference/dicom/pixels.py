"""Where the pixels of a file are, and reading them: the element, its frames, native or in fragments.

Pixel Data is described in PS3.5 section 8 and, encapsulated, in annex A.4.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO, FileIO
from struct import iter_unpack, unpack_from

from inference.dicom import header
from inference.dicom.finding import DAMAGED_ZIP, Archive, named_members, open_file, reason_of
from inference.dicom.header import BIG, ITEM, LITTLE, SEQUENCE_END, UNDEFINED, HeaderError
from inference.dicom.limits import (
    FIRST_STRIDE_BYTES,
    HEAD_BYTES,
    MAX_FRAGMENTS,
    MAX_HEADER_BYTES,
    MAX_INFLATED_BYTES,
)
from inference.dicom.model import PixelFormat, Slice
from inference.errors import InputError

PIXEL_DATA, OFFSET_TABLE = 0x7FE00010, 0x7FE00001
NATIVE = frozenset({header.IMPLICIT_LITTLE, header.EXPLICIT_LITTLE, header.EXPLICIT_BIG, header.DEFLATED, ""})
"""Transfer syntaxes whose pixels are not compressed; files without one are read as such."""

FRAME_STARTS = (b"\xff\xd8\xff", b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP")
"""First bytes of a JPEG, JPEG-LS or JPEG 2000 image."""


class Pixels:
    """The pixel data of one open file.

    Parameters
    ----------
    file
        Seekable; closed with this object.
    name
        How messages name it.
    resume_at
        Offset of an element in front of the pixel data, or of that itself.
    """

    def __init__(self, file: FileIO | BytesIO, name: str, form: PixelFormat, resume_at: int) -> None:
        self._file = file
        self._name = name
        self._form = form
        self._size = file.seek(0, os.SEEK_END)
        self._layout = BIG if form.big_endian else LITTLE
        self._offsets: tuple[int, ...] = ()
        self._words = False
        self._start, self._length = self._locate(resume_at)
        self._frames: list[list[tuple[int, int]]] | None = None

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def check_length(self) -> None:
        """Check that the file does not end inside its pixels.

        Raises
        ------
        InputError
            ``dicom.truncated``, or ``dicom.damaged``.
        """
        if self._length == UNDEFINED:
            self._fragments()
        elif self._start + self._length > self._size:
            raise InputError("dicom.truncated", path=self._name)

    def read_native_into(self, frame: int, view: memoryview) -> None:
        """Fill a buffer of exactly one frame with its stored bytes.

        Raises
        ------
        InputError
            If the file holds fewer.
        """
        count = view.nbytes
        start = self._start + frame * count
        if self._length == UNDEFINED or (frame + 1) * count > self._length or start + count > self._size:
            code = "dicom.truncated" if start + count > self._size else "dicom.pixel-data-short"
            raise InputError(code, path=self._name)
        if self._words:
            self._read_words_into(start, view)
            return
        self._file.seek(start)
        if self._file.readinto(view) != count:
            raise InputError("dicom.truncated", path=self._name)

    def _read_words_into(self, start: int, view: memoryview) -> None:
        """The same where two bytes of samples are one big-endian word: the second of each stands first."""
        before = (start - self._start) % 2
        length = before + view.nbytes
        words = bytearray(self._read_at(start - before, length + length % 2))
        if len(words) != length + length % 2:
            raise InputError("dicom.truncated", path=self._name)
        words[::2], words[1::2] = words[1::2], words[::2]
        view[:] = words[before:length]

    def read_compressed(self, frame: int) -> bytes:
        """The compressed bytes of one frame, its fragments joined.

        Raises
        ------
        InputError
            If the frame is not there or the file ends inside it.
        """
        if self._length != UNDEFINED:
            raise InputError("dicom.not-encapsulated", path=self._name, syntax=self._form.syntax)
        if self._frames is None:
            self._frames = self._sort_fragments(self._fragments())
        if frame >= len(self._frames):
            raise InputError("dicom.pixel-data-short", path=self._name)
        if sum(length for _, length in self._frames[frame]) > self._most_compressed():
            raise InputError("dicom.damaged", path=self._name, reason="compressed frame longer than its pixels")
        return b"".join(self._read_at(start, length) for start, length in self._frames[frame])

    def _most_compressed(self) -> int:
        """Bytes of a frame that could not be compressed at all, and as much again for what surrounds it."""
        return 2 * self._form.rows * self._form.columns * (self._form.bits_allocated // 8) + FIRST_STRIDE_BYTES

    def _read_at(self, start: int, count: int) -> bytes:
        self._file.seek(start)
        return self._file.read(count)

    def _locate(self, start: int) -> tuple[int, int]:
        """Offset and length of the value of Pixel Data."""
        count = 16  # most often this already is the element
        while True:
            window = self._read_at(start, count)
            try:
                at, pos = header.walk_elements(window, 0, self._form.explicit, self._layout, {})
            except HeaderError as error:
                raise InputError("dicom.damaged", path=self._name, reason=str(error)) from error
            if at == pos and pos + 8 <= len(window):
                return self._value(start + at)
            if len(window) < count:
                raise InputError("dicom.pixel-data-missing", path=self._name)
            if count >= MAX_HEADER_BYTES:
                raise InputError("dicom.header-too-large", path=self._name, limit=MAX_HEADER_BYTES // 2**20)
            count = min(max(FIRST_STRIDE_BYTES, count * 8), MAX_HEADER_BYTES)

    def _value(self, at: int) -> tuple[int, int]:
        """Step over the offset tables that may stand in front of Pixel Data, keeping the first."""
        while True:
            head = self._read_at(at, 12)
            if len(head) < 12:
                raise InputError("dicom.pixel-data-missing", path=self._name)
            tag, length, start = self._element(head, at)
            if tag == PIXEL_DATA:  # samples of 8 bits are swapped where they stand in words (PS3.5 section 8.1.1)
                self._words = self._form.big_endian and self._form.bits_allocated == 8 and head[4:6] == b"OW"
                return start, length
            if tag > PIXEL_DATA or length == UNDEFINED or start + length > self._size:
                raise InputError("dicom.pixel-data-missing", path=self._name)
            if tag == OFFSET_TABLE and length <= 8 * MAX_FRAGMENTS:
                self._offsets = tuple(one for (one,) in iter_unpack("<Q", self._read_at(start, length // 8 * 8)))
            at = start + length

    def _element(self, head: bytes, at: int) -> tuple[int, int, int]:
        """Tag, length and start of the value of an element with a long value representation."""
        layout = self._layout
        packed, length = layout.plain(head, 0)
        tag = layout.packed(packed)  # packing swaps two halves, or nothing: it undoes itself
        if not self._form.explicit:
            return tag, length, at + 8
        _, vr, length = layout.element(head, 0)
        if vr in layout.long:
            return tag, layout.number(head, 8)[0], at + 12
        return tag, length, at + 8

    def _fragments(self) -> list[tuple[int, int]]:
        """Start and length of each item behind the basic offset table."""
        at = self._start
        found: list[tuple[int, int]] = []
        while True:
            head = self._read_at(at, 8)
            if len(head) < 8:
                break  # writers that forget the delimiter are common; the frames before it are whole
            group, element, length = unpack_from("<HHI", head)
            tag = group << 16 | element
            if tag == SEQUENCE_END:
                break
            if tag != ITEM or length == UNDEFINED or len(found) > MAX_FRAGMENTS:
                raise InputError("dicom.damaged", path=self._name, reason="pixel data items")
            if at + 8 + length > self._size:
                raise InputError("dicom.truncated", path=self._name)
            found.append((at + 8, length))
            at += 8 + length
        if found and not self._offsets and found[0][1] <= 4 * MAX_FRAGMENTS:
            table = self._read_at(*found[0])
            self._offsets = tuple(one for (one,) in iter_unpack("<I", table[: len(table) // 4 * 4]))
        return found[1:]

    def _sort_fragments(self, fragments: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
        """Fragments of each frame: by their number, by the offset table, or by how each begins."""
        count = self._form.frames
        if count == 1:
            return [fragments] if fragments else []
        if len(fragments) == count:
            return [[fragment] for fragment in fragments]
        first = fragments[0][0] - 8 if fragments else 0
        starts = {first + offset + 8 for offset in self._offsets}
        if len(starts) != count or not starts <= {start for start, _ in fragments}:
            starts = {start for start, _ in fragments if self._read_at(start, 6).startswith(FRAME_STARTS)}
        frames: list[list[tuple[int, int]]] = []
        for fragment in fragments:
            if fragment[0] in starts or not frames:
                frames.append([])
            frames[-1].append(fragment)
        if len(frames) != count:
            raise InputError("dicom.frame-count", path=self._name, declared=count, found=len(frames))
        return frames


@dataclass(slots=True)
class PixelSource:
    """Opens the files of a series; keeps one archive open between its members."""

    _path: str | None = None
    _archive: zipfile.ZipFile | None = None
    _members: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def __enter__(self) -> PixelSource:
        return self

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def open(self, one: Slice) -> Pixels:
        """Open the file of a slice.

        Raises
        ------
        InputError
            If it cannot be read or has no pixel data.
        """
        try:
            if one.member is None:
                file: FileIO | BytesIO = open_file(one.path)
            else:
                file = self._open_member(one)
            if one.format.syntax == header.DEFLATED:
                file = BytesIO(_inflate(file, one))
        except (*DAMAGED_ZIP, KeyError, HeaderError) as error:
            raise InputError("dicom.unreadable", path=one.name, reason=reason_of(error)) from error
        try:
            return Pixels(file, one.name, one.format, one.resume_at)
        except InputError:
            file.close()
            raise

    def _open_member(self, one: Slice) -> BytesIO:
        if one.path != self._path:
            if self._archive is not None:
                self._archive.close()
            self._archive, self._path = Archive(one.path), one.path
            self._members = named_members(self._archive)
        limit = _largest(one.format)
        assert self._archive is not None and one.member is not None
        with self._archive.open(self._members[one.member]) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError("dicom.file-too-large", path=one.name, limit=limit // 2**20)
        return BytesIO(data)


def _inflate(file: FileIO | BytesIO, one: Slice) -> bytes:
    """The bytes of a deflated file as if it were not."""
    limit = _largest(one.format)
    with file:
        head = file.read(HEAD_BYTES)
        start = header.read_meta(head, {}, False)
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        file.seek(start)
        data = inflater.decompress(file.read(limit), limit)
    if inflater.unconsumed_tail:
        raise InputError("dicom.file-too-large", path=one.name, limit=limit // 2**20)
    return head[:start] + data


def _largest(form: PixelFormat) -> int:
    """Bytes that a file with these pixels may inflate to."""
    pixels = form.rows * form.columns * form.samples * form.frames * (form.bits_allocated // 8)
    return min(MAX_INFLATED_BYTES, pixels + MAX_HEADER_BYTES)

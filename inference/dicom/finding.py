"""Files to look at: folders walked and archives checked; nothing outside what was chosen."""

from __future__ import annotations

import io
import os
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from inference.dicom.limits import (
    MAX_FILES,
    MAX_FOLDER_DEPTH,
    MAX_INFLATED_BYTES,
    MAX_NAMED_SKIPS,
    MAX_ZIP_BYTES,
    MAX_ZIP_DIRECTORY_BYTES,
    MAX_ZIP_RATIO,
    RATIO_FREE_BYTES,
)
from inference.dicom.model import Note, Skipped
from inference.errors import InputError

ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ")

DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, struct.error)
"""What zipfile raises on damaged archives; ValueError of names that are not the UTF-8 they are marked as."""

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


_READ_AT_ONCE = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_CLOEXEC"):  # each on some systems only
    _READ_AT_ONCE |= getattr(os, _name, 0)


class Skips:
    """Counts what is left out and names the first of each reason: a damaged image counts, whatever else lies there."""

    def __init__(self) -> None:
        self.named: list[Skipped] = []
        self._counts: Counter[str] = Counter()

    def add(self, name: str, code: str, **parameters: str | int | float) -> None:
        """Leave out one file."""
        self._counts[code] += 1
        if self._counts[code] <= MAX_NAMED_SKIPS:
            self.named.append(Skipped(name, Note(code, {"path": name, **parameters})))

    @property
    def count(self) -> int:
        """How many are left out."""
        return self._counts.total()

    @property
    def notes(self) -> list[Note]:
        """One note for each reason, the most frequent first; it names the first such file."""
        first = {skipped.reason.code: skipped.name for skipped in reversed(self.named)}
        return [
            Note("dicom.skipped", {"reason": code, "count": count, "path": first.get(code, "")})
            for code, count in self._counts.most_common()
        ]


def walk(folder: str, skips: Skips, cancelled: Callable[[], None]) -> Iterator[str]:
    """Files of a folder and of those below it; links are followed, but no folder is entered twice."""
    entered: set[object] = set()
    waiting = [(folder, 0)]
    while waiting:
        cancelled()
        here, depth = waiting.pop()
        try:
            identity = _identity(here)
            if identity in entered:
                skips.add(here, "dicom.link-loop")
                continue
            entered.add(identity)
            with os.scandir(here) as entries:
                listed = list(entries)
        except OSError as error:
            skips.add(here, "dicom.unreadable", reason=reason_of(error))
            continue
        for entry in listed:
            kind = _kind(entry)
            if kind == "file":
                yield entry.path
            elif kind == "other":
                skips.add(entry.path, "dicom.not-a-file")
            elif depth == MAX_FOLDER_DEPTH:
                skips.add(entry.path, "dicom.too-deep", limit=MAX_FOLDER_DEPTH)
            else:
                waiting.append((entry.path, depth + 1))


def _identity(folder: str) -> object:
    """What two paths to one folder share; some network drives have no numbers for files."""
    status = os.stat(folder)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(folder)


def _kind(entry: os.DirEntry[str]) -> str:
    """Whether an entry is a file, a folder or something else: a pipe, a device, a link to nothing or to itself."""
    try:
        return "file" if entry.is_file() else "folder" if entry.is_dir() else "other"
    except OSError:
        return "other"


def open_file(path: str) -> io.FileIO:
    """Open an ordinary file for reading, without a buffer; at once, whatever stands in its place by now.

    Raises
    ------
    InputError
        If it is a pipe, a device or a folder: reading one might wait for ever.
    OSError
        If it cannot be opened.
    """
    file = io.FileIO(path, "rb", opener=_open_at_once)
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise InputError("dicom.not-a-file", path=path)
    return file


def read_head(path: str, count: int) -> tuple[bytes, bool]:
    """The first bytes of an ordinary file, and whether these are all; without objects, for every file of a scan.

    Raises
    ------
    InputError, OSError
        As :func:`open_file`.
    """
    descriptor = os.open(path, _READ_AT_ONCE)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise InputError("dicom.not-a-file", path=path)
        head = os.read(descriptor, count)
    finally:
        os.close(descriptor)
    return head, len(head) >= status.st_size


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _READ_AT_ONCE)


def first_bytes(file: BinaryIO, count: int) -> bytes:
    """The beginning of an open file, wherever it was read before."""
    file.seek(0)
    return file.read(count)


def sniff(path: str) -> bytes:
    """First bytes of a file the user named.

    Raises
    ------
    InputError
        If there is no such file or it cannot be read.
    """
    try:
        with open_file(path) as file:
            return file.read(1024)
    except FileNotFoundError as error:
        raise InputError("dicom.not-found", path=path) from error
    except (OSError, ValueError) as error:
        raise InputError("dicom.unreadable", path=path, reason=reason_of(error)) from error


def reason_of(error: Exception) -> str:
    """What the operating system says, without the path."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def open_archive(path: str) -> zipfile.ZipFile:
    """Open a zip archive after checking that it can do no harm.

    Raises
    ------
    InputError
        Damaged, encrypted, too many members, too large or too tightly packed.
    """
    try:
        with _DirectoryReader(path, opener=_open_at_once) as file, zipfile.ZipFile(file) as archive:
            _check_archive(path, archive)
        return Archive(path)
    except DAMAGED_ZIP as error:
        raise InputError("dicom.zip-damaged", path=path, reason=reason_of(error)) from error


class Archive(zipfile.ZipFile):
    """A zip archive that is an ordinary file."""

    _own: io.BufferedReader | None = None

    def __init__(self, path: str) -> None:
        self._own = io.BufferedReader(open_file(path))
        try:
            super().__init__(self._own)
        except BaseException:
            self._own.close()
            raise

    def close(self) -> None:
        """Close the file as well."""
        super().close()
        if self._own is not None:
            self._own.close()


class _DirectoryReader(io.FileIO):
    """An archive whose directory is read only if it is of a credible size: it is read as a whole."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as any file, up to the limit."""
        if size is not None and size > MAX_ZIP_DIRECTORY_BYTES:
            raise InputError("dicom.too-many-files", path=self.name, limit=MAX_FILES)
        return super().read(size)


def _check_archive(path: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MAX_FILES:
        raise InputError("dicom.too-many-files", path=path, limit=MAX_FILES)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise InputError("dicom.zip-encrypted", path=path)
    inflated = sum(member.file_size for member in members)
    stored = sum(member.compress_size for member in members)
    if inflated > MAX_ZIP_BYTES:
        raise InputError("dicom.zip-too-large", path=path, gib=round(inflated / 2**30), limit=MAX_ZIP_BYTES // 2**30)
    if inflated > RATIO_FREE_BYTES and inflated > MAX_ZIP_RATIO * stored:
        raise InputError("dicom.zip-bomb", path=path, limit=MAX_ZIP_RATIO)
    ends = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < ends:  # one stored block that serves as thousands of files
            raise InputError("dicom.zip-bomb", path=path, limit=MAX_ZIP_RATIO)
        ends = member.header_offset + member.compress_size


def named_members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Members of an archive by their name, with a number behind it where several share one."""
    found: dict[str, zipfile.ZipInfo] = {}
    counts: Counter[str] = Counter()
    for member in archive.infolist():
        name = member.filename
        while name in found or (counts[name] and name == member.filename):
            counts[member.filename] += 1
            name = f"{member.filename} ({counts[member.filename]})"
        counts[member.filename] = max(1, counts[member.filename])
        found[name] = member
    return found


def members_of(path: str, archive: zipfile.ZipFile, skips: Skips) -> dict[str, zipfile.ZipInfo]:
    """Members of an archive that may be looked at, by :func:`named_members`."""
    usable = {}
    for label, member in named_members(archive).items():
        name = f"{path}!{label}"
        if member.filename.endswith("/"):  # ZipInfo.is_dir fails without a name
            continue
        if not _is_inside(member.filename):
            skips.add(name, "dicom.unsafe-name")
        elif member.compress_type not in _METHODS:
            skips.add(name, "dicom.zip-method", method=member.compress_type)
        elif member.file_size > MAX_INFLATED_BYTES:
            skips.add(name, "dicom.file-too-large", limit=MAX_INFLATED_BYTES // 2**20)
        else:
            usable[label] = member
    return usable


def _is_inside(name: str) -> bool:
    """Whether a name in an archive stays below the place it is unpacked to, on any operating system."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return bool(parts) and ".." not in parts and parts[0] != "/" and ":" not in parts[0] and "\0" not in name

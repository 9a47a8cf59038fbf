"""Files that a DICOMDIR lists (PS3.10 section 8, PS3.3 annex F): only those that lie below its folder."""

from __future__ import annotations

import os
import re
import struct
from dataclasses import dataclass

from inference.dicom.finding import open_file, reason_of
from inference.dicom.header import PREAMBLE_BYTES, HeaderError
from inference.dicom.limits import MAX_DIRECTORY_BYTES, MAX_FILES
from inference.dicom.nested import Span, dataset_of, elements, items
from inference.dicom.text import decode
from inference.errors import InputError

DIRECTORY_CLASS = b"1.2.840.10008.1.3.10"
"""Media Storage Directory Storage, the class of a DICOMDIR."""

RECORDS, FILE_ID = 0x00041220, 0x00041500
"""Directory Record Sequence and, in each record, Referenced File ID."""

DIRECTORY_GROUP = 0x0004

_ADDED = re.compile(r"(\.DCM|;\d+|\.)+$")
_META_BYTES = 256
"""Bytes behind the preamble in which the class stands."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a DICOMDIR lists.

    Attributes
    ----------
    files
        Those that exist below its folder.
    skipped
        Name and reason of the others.
    whole
        Whether the directory could be read to its end.
    """

    files: list[str]
    skipped: list[tuple[str, str]]
    whole: bool


def is_directory(head: bytes) -> bool:
    """Whether a file that begins like this is a DICOMDIR: by its class or, where that is missing, its first element."""
    if DIRECTORY_CLASS in head[: PREAMBLE_BYTES + _META_BYTES]:
        return True
    try:
        dataset = dataset_of(head, True)
        return dataset.layout.group(dataset.layout.plain(head, dataset.start)[0]) == DIRECTORY_GROUP
    except (HeaderError, struct.error):
        return False


def files_of(path: str) -> Listed:
    """Files that a DICOMDIR lists, as far as they exist below its folder.

    Raises
    ------
    InputError
        If the directory itself is too large, lists too much, or cannot be read.
    """
    root = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    disc = _Disc(root)
    found: dict[str, None] = {}
    skipped: list[tuple[str, str]] = []
    names, whole = _file_names(path)
    for name in names:
        parts = [part for part in name.split("/") if part not in ("", ".")]  # doubled separators are common
        if name.startswith("/") or not parts or any(part == ".." or ":" in part for part in parts):
            skipped.append((name, "dicom.unsafe-name"))
            continue
        target = disc.find(parts)
        if target is None:
            skipped.append((name, "dicom.reference-missing"))
        elif not _is_below(target, root):
            skipped.append((name, "dicom.unsafe-name"))
        else:
            found[target] = None
    return Listed(list(found), skipped, whole)


def _file_names(path: str) -> tuple[list[str], bool]:
    """Names in all records, folders and file parted by slashes, and whether the directory could be read to its end."""
    head = _read(path)
    names: list[str] = []
    whole = True
    try:
        for sequence in elements(dataset_of(head, True), (RECORDS,)):
            for number, record in enumerate(items(sequence)):
                if number >= MAX_FILES:
                    raise InputError("dicom.too-many-files", path=path, limit=MAX_FILES)
                names.append(_file_name(record))
    except HeaderError:
        whole = False
    return [name for name in names if name], whole


def _read(path: str) -> bytes:
    try:
        if os.path.getsize(path) > MAX_DIRECTORY_BYTES:
            raise InputError("dicom.file-too-large", path=path, limit=MAX_DIRECTORY_BYTES // 2**20)
        with open_file(path) as file:
            return file.read(MAX_DIRECTORY_BYTES)
    except OSError as error:
        raise InputError("dicom.unreadable", path=path, reason=reason_of(error)) from error


def _file_name(record: Span) -> str:
    """Name in one record, empty where it has none. The standard allows 8 capitals a part; discs in use have any."""
    element = next(elements(record, (FILE_ID,)), None)
    text, _ = decode(element.value if element else b"", "")
    return "/".join(part.strip() for part in text.strip("\\ ").split("\\"))


def _bare(name: str) -> str:
    """A name without what copying a disc adds to it or takes away: case, ``.dcm``, the version and the last point."""
    return _ADDED.sub("", name.upper())


class _Disc:
    """Finds files as they are called by now: discs are read and copied on all sorts of systems."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._names: dict[str, tuple[dict[str, str], dict[str, str]]] = {}

    def find(self, parts: list[str]) -> str | None:
        """The file with this name, links resolved, or None."""
        here = self._root
        for part in parts:
            path = os.path.join(here, part)
            if not os.path.lexists(path):
                alike, barely = self._names_in(here)
                name = alike.get(part.upper()) or barely.get(_bare(part))
                if name is None:
                    return None
                path = os.path.join(here, name)
            here = path
        here = os.path.realpath(here)
        return here if os.path.isfile(here) else None

    def _names_in(self, folder: str) -> tuple[dict[str, str], dict[str, str]]:
        """Names in a folder by their spelling in capitals, and without all that may have been added."""
        if folder not in self._names:
            try:
                names = sorted(os.listdir(folder), reverse=True)
            except OSError:
                names = []
            self._names[folder] = {name.upper(): name for name in names}, {_bare(name): name for name in names}
        return self._names[folder]


def _is_below(path: str, folder: str) -> bool:
    return os.path.normcase(path).startswith(os.path.join(os.path.normcase(folder), ""))

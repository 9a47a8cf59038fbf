"""Files that a DICOMDIR lists (PS3.10 section 8, PS3.3 annex F): only those that lie below its folder."""

from __future__ import annotations

import os

from inference.dicom.finding import Skips, open_file, reason_of
from inference.dicom.header import PREAMBLE_BYTES, HeaderError, TruncatedError
from inference.dicom.limits import MAX_DIRECTORY_BYTES, MAX_FILES
from inference.dicom.nested import Span, dataset_of, elements, items
from inference.dicom.text import decode
from inference.errors import InputError

DIRECTORY_CLASS = b"1.2.840.10008.1.3.10"
"""Media Storage Directory Storage, the class of a DICOMDIR."""

RECORDS, FILE_ID = 0x00041220, 0x00041500
"""Directory Record Sequence and, in each record, Referenced File ID."""

_META_BYTES = 256
"""Bytes behind the preamble in which the class stands."""


def is_directory(head: bytes) -> bool:
    """Whether a file that begins like this is a DICOMDIR."""
    return DIRECTORY_CLASS in head[: PREAMBLE_BYTES + _META_BYTES]


def files_of(path: str, skips: Skips) -> list[str]:
    """Files that a DICOMDIR lists, as far as they exist below its folder.

    Raises
    ------
    InputError
        If the directory itself is damaged, too large, or cannot be read.
    """
    root = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    disc = _Disc(root)
    found = {}
    for name in _file_names(path, skips):
        parts = name.split("/")
        if not all(parts) or any(part in (".", "..") or ":" in part for part in parts):
            skips.add(name, "dicom.unsafe-name")
            continue
        target = disc.find(parts)
        if target is None:
            skips.add(name, "dicom.reference-missing")
        elif not _is_below(target, root):
            skips.add(name, "dicom.unsafe-name")
        else:
            found[target] = None
    return list(found)


def _file_names(path: str, skips: Skips) -> list[str]:
    """Names in all records, folders and file parted by slashes; of a directory that is cut off, those in front."""
    head = _read(path)
    names: list[str] = []
    try:
        for sequence in elements(dataset_of(head, True), (RECORDS,)):
            for number, record in enumerate(items(sequence)):
                if number >= MAX_FILES:
                    raise InputError("dicom.too-many-files", path=path, limit=MAX_FILES)
                names.append(_file_name(record))
    except TruncatedError as error:
        if not any(names):
            raise InputError("dicom.truncated", path=path) from error
        skips.add(path, "dicom.truncated")
    except HeaderError as error:
        raise InputError("dicom.damaged", path=path, reason=str(error)) from error
    return [name for name in names if name]


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
    return "/".join(part.strip() for part in text.split("\\"))


class _Disc:
    """Finds files whatever the case of their letters: discs are read on all sorts of systems."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._names: dict[str, dict[str, str]] = {}

    def find(self, parts: list[str]) -> str | None:
        """The file with this name, links resolved, or None."""
        here = self._root
        for part in parts:
            path = os.path.join(here, part)
            if not os.path.lexists(path):
                name = self._names_in(here).get(part.upper())
                if name is None:
                    return None
                path = os.path.join(here, name)
            here = path
        here = os.path.realpath(here)
        return here if os.path.isfile(here) else None

    def _names_in(self, folder: str) -> dict[str, str]:
        """Names in a folder by their spelling in capitals."""
        if folder not in self._names:
            try:
                names = sorted(os.listdir(folder), reverse=True)
            except OSError:
                names = []
            self._names[folder] = {name.upper(): name for name in names}
        return self._names[folder]


def _is_below(path: str, folder: str) -> bool:
    return os.path.normcase(path).startswith(os.path.join(os.path.normcase(folder), ""))

"""The files of a pack, from a folder or one ``.pack`` file: read whole, once, and checked before anything is used."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from inference.errors import InputError, PackError
from inference.reading import MAX_TEXT_BYTES, open_ordinary, read_bytes

SUMS, SIGNATURE = "SHA256SUMS", "SIGNATURE"
SUFFIX = ".pack"
MAX_FILES = 500
MAX_TOTAL_BYTES = 2**30
"""Room for float models of a large site pack."""
MAX_FILE_BYTES = {SUMS: 2**20, SIGNATURE: 2**10, "pack.json": 2**20, ".onnx": 2**29, ".npz": 2**28}
"""Of a file by its name or the end of its name; of any other it is MAX_TEXT_BYTES. Checked before it is read.

A manifest has fifty thousand bytes; to check eight million of them would take ten seconds."""
MAX_NAME_BYTES = 400
"""Of one file, with what a zip says about it; names longer than a file system's do not occur."""
ALLOWED_SUFFIXES = frozenset({".json", ".onnx", ".md", ".csv", ".npz", ".txt", ".png", ".svg"})
"""Data only. ``.npz`` is read without pickle."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_ZIP_END = struct.Struct("<4s4H2IH")
"""What ends a zip: signature, two disks, two counts, size and place of the directory, length of a comment."""


def read_files(path: Path) -> dict[str, bytes]:
    """All files of a pack folder or ``.pack`` file, by name, checked for names, kinds and sizes before they are read.

    Every file is opened once. What is verified and what is used, or installed, is what was read here.

    Raises
    ------
    PackError
        ``pack.foreign-file``, ``pack.too-large``, ``pack.file-too-large``, ``pack.not-a-pack`` or ``pack.changed``.
    InputError
        ``pack.not-found`` for what is neither folder nor ordinary file, or as :func:`inference.reading.read_bytes`.
    """
    if os.path.isdir(path):
        return _read_folder(path)
    if os.path.isfile(path):
        return _read_zip(path)
    raise InputError("pack.not-found", path=str(path))


def _read_folder(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for entry in _entries(folder):
        name = Path(entry.path).relative_to(folder).as_posix()
        # A link may lead anywhere; a pipe or a device is no file.
        if entry.is_symlink() or not entry.is_file(follow_symlinks=False):
            raise PackError("pack.foreign-file", pack=folder.name, file=name)
        size = entry.stat(follow_symlinks=False).st_size
        total += size
        _check_entry(folder.name, name, size, len(files), total)
        files[name] = read_bytes(Path(entry.path), _most_bytes(name), follow=False)
    return dict(sorted(files.items()))


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Whatever is in the folder but folders; not one of more than a pack may have."""
    folders, count = [folder], 0
    while folders:
        with os.scandir(folders.pop()) as listed:
            for entry in listed:
                count += 1
                if count > 2 * MAX_FILES:
                    raise _too_large(folder.name)
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    yield entry


def _read_zip(path: Path) -> dict[str, bytes]:
    with open_ordinary(path) as file:
        raw = file.read(_checked_size(path.name, file))
    files: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for entry in archive.infolist():
                total += entry.file_size
                _check_entry(path.name, entry.filename, entry.file_size, len(files), total)
                if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
                    # Packs are stored as they are; what is compressed may unpack to anything.
                    raise PackError("pack.changed", pack=path.name, file=entry.filename)
                files[entry.filename] = archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise PackError("pack.not-a-pack", pack=path.name) from error
    if zip_bytes(files) != raw:
        # A .pack has exactly one byte form for its content; anything else was changed after it was made.
        raise PackError("pack.changed", pack=path.name, file=path.name)
    return files


def _checked_size(pack: str, file: BinaryIO) -> int:
    """Size of a file that ends as a pack does; any other is refused before it is read, for it may be anything.

    The directory of a zip stands just before its end, and is as long as the end says.
    """
    size = os.fstat(file.fileno()).st_size
    if size > MAX_TOTAL_BYTES + MAX_FILES * MAX_NAME_BYTES:
        raise _too_large(pack)
    file.seek(max(0, size - _ZIP_END.size))
    end = file.read(_ZIP_END.size)
    file.seek(0)
    if len(end) < _ZIP_END.size or not end.startswith(b"PK\5\6"):
        raise PackError("pack.not-a-pack", pack=pack)
    *_, count, listed, place, comment = _ZIP_END.unpack(end)
    if count > MAX_FILES or listed > MAX_FILES * MAX_NAME_BYTES:
        raise _too_large(pack)
    if place + listed + _ZIP_END.size != size or comment:
        raise PackError("pack.changed", pack=pack, file=pack)
    return size


def _most_bytes(name: str) -> int:
    return MAX_FILE_BYTES.get(name) or MAX_FILE_BYTES.get(PurePosixPath(name).suffix.lower(), MAX_TEXT_BYTES)


def _too_large(pack: str) -> PackError:
    return PackError("pack.too-large", pack=pack, limit_gb=MAX_TOTAL_BYTES / 2**30, files=MAX_FILES)


def _check_entry(pack: str, name: str, size: int, count: int, total: int) -> None:
    pure = PurePosixPath(name)
    # A line break in a name could pass two files off as one in SHA256SUMS.
    unsafe = pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or not name.isprintable()
    foreign = name not in (SUMS, SIGNATURE) and pure.suffix.lower() not in ALLOWED_SUFFIXES
    if unsafe or foreign:
        raise PackError("pack.foreign-file", pack=pack, file=name)
    if count >= MAX_FILES or total > MAX_TOTAL_BYTES:
        raise _too_large(pack)
    if size > _most_bytes(name):
        raise PackError("pack.file-too-large", pack=pack, file=name, limit_mb=_most_bytes(name) / 2**20)


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """The one byte form of a ``.pack`` file with this content: sorted, stored, no times."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _ZIP_TIME)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()

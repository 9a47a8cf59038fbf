"""Packs on disk: a folder or one ``.pack`` file, read whole and checked before anything in it is used."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inference.errors import InputError, PackError
from inference.packs.manifest import Manifest
from inference.packs.signing import SIGNATURE, SUMS, TrustedKey, check_sums, find_signer, list_sums
from inference.reading import decode_text, parse_json, read_typed

MANIFEST = "pack.json"
SUFFIX = ".pack"
MAX_FILES = 500
MAX_TOTAL_BYTES = 2 * 2**30
"""Room for float models of a large site pack; a zip that unpacks to more is refused before it is unpacked."""
ALLOWED_SUFFIXES = frozenset({".json", ".onnx", ".md", ".csv", ".npz", ".txt", ".png", ".svg"})
"""Data only. ``.npz`` is read without pickle."""
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Pack:
    """A verified pack.

    Attributes
    ----------
    files
        Every file's bytes by its name inside the pack.
    digest
        SHA-256 of ``SHA256SUMS``: names the pack's exact content.
    signed_by
        Name of the trusted key; None for an unsigned pack that was explicitly allowed.
    """

    manifest: Manifest
    files: Mapping[str, bytes]
    digest: str
    signed_by: str | None

    def file(self, name: str) -> bytes:
        """One file of the pack.

        Raises
        ------
        PackError
            ``pack.file-missing`` when the manifest names a file that is not there.
        """
        if name not in self.files:
            raise PackError("pack.file-missing", pack=self.manifest.id, file=name)
        return self.files[name]


def load_pack(path: Path, keys: list[TrustedKey], allow_unsigned: bool = False) -> Pack:
    """Read and verify a pack.

    Raises
    ------
    PackError
        When a checksum or the signature fails, it is unsigned and that was not allowed, or holds foreign files.
    InputError
        When the manifest is not valid; the field is named.
    """
    files = read_files(path)
    source = path.resolve().name
    if MANIFEST not in files:
        raise PackError("pack.no-manifest", pack=source)
    signed = SIGNATURE in files
    if not signed and not allow_unsigned:
        raise PackError("pack.unsigned", pack=source)
    if signed or SUMS in files:
        check_sums(files, source)
    signer = find_signer(files, keys, source) if signed else None
    manifest = read_manifest(files[MANIFEST], f"{source}/{MANIFEST}")
    sums = files.get(SUMS, list_sums(files))
    return Pack(manifest, files, hashlib.sha256(sums).hexdigest(), signer)


def read_manifest(data: bytes, source: str) -> Manifest:
    """Parse and check ``pack.json``."""
    manifest = read_typed(Manifest, parse_json(decode_text(data, source), source), source)
    from inference.packs.consistency import check_references

    check_references(manifest, source)
    return manifest


def read_files(path: Path) -> dict[str, bytes]:
    """All files of a pack folder or ``.pack`` file, by name, checked for names, kinds and size."""
    if path.is_dir():
        return _read_folder(path)
    if path.is_file():
        return _read_zip(path)
    raise InputError("pack.not-found", path=str(path))


def _read_folder(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise PackError("pack.foreign-file", pack=folder.name, file=name)
        if path.is_dir():
            continue
        total += path.stat().st_size
        _check_entry(folder.name, name, len(files), total)
        files[name] = path.read_bytes()
    return files


def _read_zip(path: Path) -> dict[str, bytes]:
    if path.stat().st_size > MAX_TOTAL_BYTES:
        raise PackError("pack.too-large", pack=path.name, limit_gb=MAX_TOTAL_BYTES // 2**30)
    raw = path.read_bytes()
    files: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for entry in archive.infolist():
                total += entry.file_size
                _check_entry(path.name, entry.filename, len(files), total)
                files[entry.filename] = archive.read(entry)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise PackError("pack.not-a-pack", pack=path.name) from error
    if zip_bytes(files) != raw:
        # A .pack has exactly one byte form for its content; anything else was changed after it was made.
        raise PackError("pack.changed", pack=path.name, file=path.name)
    return files


def _check_entry(pack: str, name: str, count: int, total: int) -> None:
    pure = PurePosixPath(name)
    # A line break in a name could pass two files off as one in SHA256SUMS.
    unsafe = pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name or not name.isprintable()
    foreign = name not in (SUMS, SIGNATURE) and pure.suffix.lower() not in ALLOWED_SUFFIXES
    if unsafe or foreign:
        raise PackError("pack.foreign-file", pack=pack, file=name)
    if count >= MAX_FILES or total > MAX_TOTAL_BYTES:
        raise PackError("pack.too-large", pack=pack, limit_gb=MAX_TOTAL_BYTES // 2**30)


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

"""Packs on disk: a folder or one ``.pack`` file, read whole and checked before anything in it is used."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inference.errors import PackError
from inference.packs.files import SIGNATURE, SUMS, read_files
from inference.packs.manifest import Manifest
from inference.packs.signing import TrustedKey, check_sums, find_signer, list_sums
from inference.reading import decode_text, parse_json, read_typed

MANIFEST = "pack.json"


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
        Name of the trusted key's file; None for an unsigned pack that was explicitly allowed.
    signer_key
        Fingerprint of that key, which tells who signed whatever the file is called.
    """

    manifest: Manifest
    files: Mapping[str, bytes]
    digest: str
    signed_by: str | None
    signer_key: str | None = None

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


def load_pack(path: Path, keys: Iterable[TrustedKey], allow_unsigned: bool = False) -> Pack:
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
    digest = hashlib.sha256(sums).hexdigest()
    if signer is None:
        return Pack(manifest, files, digest, None, None)
    return Pack(manifest, files, digest, signer.signer, signer.fingerprint)


def read_manifest(data: bytes, source: str) -> Manifest:
    """Parse and check ``pack.json``."""
    manifest = read_typed(Manifest, parse_json(decode_text(data, source), source), source)
    from inference.packs.consistency import check_references, check_regions, check_tiers

    check_references(manifest, source)
    check_regions(manifest, source)
    check_tiers(manifest, source)
    return manifest

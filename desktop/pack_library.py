"""Packs of this installation: those shipped with the program and those the site has installed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from desktop.places import Places, bundled
from inference.errors import InputError, PackError, PrecontrastError
from inference.packs.signing import TrustedKey, read_trusted_keys
from inference.packs.store import MANIFEST, SUFFIX, Pack, load_pack, read_files, zip_bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the library: a verified pack, or why it is not usable."""

    path: Path
    bundled: bool
    pack: Pack | None
    error: PrecontrastError | None = None


@dataclass(frozen=True, slots=True)
class PackLibrary:
    """Finds, verifies and installs packs.

    Attributes
    ----------
    allow_unsigned
        Packs without a signature may be used; every result then says so.
    """

    places: Places
    allow_unsigned: bool = False

    def keys(self) -> list[TrustedKey]:
        """Keys of the program and of the site."""
        return read_trusted_keys([bundled("keys"), self.places.keys])

    def open(self, wanted: str) -> Pack:
        """Load a pack by id, or from a path.

        Raises
        ------
        InputError
            ``pack.unknown`` when there is none of that id.
        PackError
            When it does not verify.
        """
        for candidate in self._paths():
            if candidate.stem == wanted:
                return load_pack(candidate, self.keys(), self.allow_unsigned)
        path = Path(wanted)
        if path.suffix == SUFFIX or (path / MANIFEST).is_file():
            return load_pack(path, self.keys(), self.allow_unsigned)
        raise InputError("pack.unknown", pack=wanted, known=", ".join(sorted(p.stem for p in self._paths())))

    def all(self) -> list[Listed]:
        """Every pack with the result of its verification."""
        keys = self.keys()
        listed = []
        for path in self._paths():
            own = bundled("packs") in path.parents
            try:
                listed.append(Listed(path, own, load_pack(path, keys, self.allow_unsigned)))
            except PrecontrastError as error:
                listed.append(Listed(path, own, None, error))
        return listed

    def install(self, source: Path) -> Pack:
        """Verify a pack and copy it into the site's library; an older one of the same id is replaced.

        Raises
        ------
        PackError
            ``pack.bundled`` when it would hide a pack that is shipped with the program.
        """
        pack = load_pack(source, self.keys(), self.allow_unsigned)
        if (bundled("packs") / pack.manifest.id).exists():
            raise PackError("pack.bundled", pack=pack.manifest.id)
        self.places.packs.mkdir(parents=True, exist_ok=True)
        target = self.places.packs / f"{pack.manifest.id}{SUFFIX}"
        unfinished = target.with_suffix(".part")
        unfinished.write_bytes(zip_bytes(read_files(source)))
        os.replace(unfinished, target)
        return pack

    def remove(self, pack_id: str) -> None:
        """Take an installed pack out of the library."""
        target = self.places.packs / f"{pack_id}{SUFFIX}"
        if not target.exists():
            raise InputError("pack.unknown", pack=pack_id, known=", ".join(p.stem for p in self._paths()))
        target.unlink()

    def _paths(self) -> list[Path]:
        own = sorted(p for p in bundled("packs").iterdir() if (p / MANIFEST).is_file())
        installed = sorted(self.places.packs.glob(f"*{SUFFIX}")) if self.places.packs.is_dir() else []
        return own + installed


def pack_folder_to_file(folder: Path, target: Path) -> None:
    """Write a pack folder as one ``.pack`` file."""
    target.write_bytes(zip_bytes(read_files(folder)))

"""Packs of this installation: those shipped with the program and those the site has installed."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop.places import Places, bundled
from inference.errors import InputError, PackError, PrecontrastError
from inference.packs.signing import TrustedKey, read_trusted_keys
from inference.packs.store import MANIFEST, SUFFIX, Pack, load_pack, read_files, zip_bytes
from inference.reading import os_reason

DEFAULT_PACK = "cme-vessels-demo"
"""Where neither user nor site has chosen another."""


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
            ``pack.unknown`` when there is none of that id, ``file.not-found`` or ``pack.not-found`` when a path leads
            to none.
        PackError
            When it does not verify.
        """
        known = [*_bundled_packs(), *self._installed()]
        for candidate in known:
            if candidate.stem == wanted:
                return self._load(candidate)
        path = Path(wanted)
        if not wanted or (path.name == wanted and path.suffix != SUFFIX and not os.path.exists(path)):
            raise _unknown(wanted, known)
        return self._load(_pack_at(path))

    def all(self) -> list[Listed]:
        """Every pack with the result of its verification."""
        listed = []
        for own, path in [(True, p) for p in _bundled_packs()] + [(False, p) for p in self._installed()]:
            try:
                listed.append(Listed(path, own, self._load(path)))
            except PrecontrastError as error:
                listed.append(Listed(path, own, None, error))
        return listed

    def install(self, source: Path) -> Pack:
        """Verify a pack and copy it into the site's library; an older one of the same id is replaced.

        Raises
        ------
        InputError
            ``pack.present`` for the id of a pack that is there already.
        PackError
            ``pack.bundled`` when it would hide a pack that is shipped with the program.
        """
        if not os.path.exists(source) and str(source) in {p.stem for p in (*_bundled_packs(), *self._installed())}:
            raise InputError("pack.present", pack=str(source))
        pack = self._load(_pack_at(source))
        if (bundled("packs") / pack.manifest.id).exists():
            raise PackError("pack.bundled", pack=pack.manifest.id)
        target = self.places.packs / f"{pack.manifest.id}{SUFFIX}"
        unfinished = target.with_suffix(".part")
        with writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(zip_bytes(read_files(source)))
            os.replace(unfinished, target)
        return pack

    def remove(self, pack_id: str) -> None:
        """Take an installed pack out of the library.

        Raises
        ------
        InputError
            ``pack.bundled-stays`` for a pack that is shipped with the program, ``pack.unknown`` for any other that is
            not installed.
        """
        if any(path.stem == pack_id for path in _bundled_packs()):
            raise InputError("pack.bundled-stays", pack=pack_id)
        for path in self._installed():
            if path.stem == pack_id:
                with writing(path):
                    path.unlink()
                return
        raise _unknown(pack_id, self._installed())

    def _load(self, path: Path) -> Pack:
        try:
            with reading(path):
                return load_pack(path, self.keys(), self.allow_unsigned)
        except PackError as error:
            if error.code != "pack.signature":
                raise
            # Only the library knows where the key of an unknown signer would have to lie.
            raise PackError(error.code, **error.parameters, folder=str(self.places.keys)) from error

    def _installed(self) -> list[Path]:
        return sorted(self.places.packs.glob(f"*{SUFFIX}")) if self.places.packs.is_dir() else []


def _bundled_packs() -> list[Path]:
    return sorted(p for p in bundled("packs").iterdir() if (p / MANIFEST).is_file())


def _pack_at(path: Path) -> Path:
    """The path itself where it can be a pack."""
    if not os.path.exists(path):
        raise InputError("file.not-found", path=str(path))
    if not (path / MANIFEST).exists() and not (path.is_file() and path.suffix == SUFFIX):
        raise InputError("pack.not-found", path=str(path))
    return path


def _unknown(wanted: str, known: Iterable[Path]) -> InputError:
    names = sorted(path.stem for path in known)
    nearest = difflib.get_close_matches(wanted, names, 1)
    return InputError("pack.unknown", pack=wanted, nearest=(*nearest, "-")[0], known=", ".join(names) or "-")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Name the file in an error of the operating system.

    Raises
    ------
    InputError
        ``file.not-found`` or ``file.unreadable``.
    """
    try:
        yield
    except FileNotFoundError as error:
        raise InputError("file.not-found", path=str(error.filename or path)) from error
    except OSError as error:
        named = str(error.filename or path)
        raise InputError("file.unreadable", path=named, reason=os_reason(error), detail=str(error)) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """The same for what is written.

    Raises
    ------
    InputError
        ``file.unwritable``.
    """
    try:
        yield
    except OSError as error:
        raise InputError("file.unwritable", path=str(path)) from error


def pack_folder_to_file(folder: Path, target: Path) -> None:
    """Write a pack folder as one ``.pack`` file."""
    with writing(target):
        target.write_bytes(zip_bytes(read_files(folder)))

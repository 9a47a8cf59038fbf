"""Packs of this installation: shipped with the program, set up for everyone on this computer, installed by the user.

In that order, and each id counts once: a pack that an administrator has set up cannot be replaced by a user, and one
that is shipped by nobody. A pack of an id that is taken is listed and not used. Keys are trusted wherever they lie.
"""

from __future__ import annotations

import difflib
import functools
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop.files import locked, write_whole
from desktop.places import Places, bundled
from inference.errors import InputError, PackError, PrecontrastError
from inference.packs.files import SUFFIX, read_files, zip_bytes
from inference.packs.signing import Keys, read_keys
from inference.packs.store import MANIFEST, Pack, load_pack
from inference.packs.versions import is_later
from inference.reading import os_reason

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest

DEFAULT_PACK = "cme-vessels-demo"
"""Where neither user nor site has chosen another."""
Place = Literal["program", "machine", "user"]
"""Where a pack is from; the first that has an id is the one that is used."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the library: a verified pack, or why it is not usable.

    ``pack.hidden`` is no fault of the pack: another one of its id comes first.
    """

    path: Path
    place: Place
    pack: Pack | None
    error: PrecontrastError | None = None


@dataclass(frozen=True, slots=True)
class Usable:
    """A pack that verifies, without its files.

    Attributes
    ----------
    signed_by, signer_key
        As of :class:`inference.packs.store.Pack`.
    """

    manifest: Manifest
    signed_by: str | None
    signer_key: str | None


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

    def keys(self) -> Keys:
        """Keys of the program, of this computer and of the user, and what lies among them and is none."""
        program = bundled("keys")
        return read_keys([program, self.places.machine_keys, self.places.keys], program)

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
        known = self._known()
        for _, candidate in known:
            if candidate.stem == wanted:
                return self._load_own(candidate)
        path = Path(wanted)
        if not wanted or (path.name == wanted and path.suffix != SUFFIX and not os.path.exists(path)):
            closed = self._closed_folders()
            raise (closed[0].error if closed else None) or _unknown(wanted, known)
        return self._load(_pack_at(path))

    def all(self) -> list[Listed]:
        """Every pack with the result of its verification, and every folder of packs that may not be read."""
        listed = self._closed_folders()
        first: dict[str, Path] = {}
        for place, path in self._known():
            try:
                if path.stem in first:
                    raise PackError("pack.hidden", path=str(path), pack=path.stem, used=str(first[path.stem]))
                first[path.stem] = path
                listed.append(Listed(path, place, self._load_own(path)))
            except PrecontrastError as error:
                listed.append(Listed(path, place, None, error))
        return listed

    def manifests(self) -> list[Manifest]:
        """Manifests of the packs that verify: see :meth:`usable`."""
        return [pack.manifest for pack in self.usable()]

    def usable(self) -> list[Usable]:
        """The packs that verify, for lists and forms: verified again once a file of theirs has changed.

        What answers a patient is opened, and verified, each time: :meth:`open`.
        """
        keys = (bundled("keys"), self.places.machine_keys, self.places.keys)
        folders = tuple(folder for folder in keys if os.path.isdir(folder))
        keys_mark = tuple(map(_mark_of, folders))
        found: dict[str, Usable | None] = {}
        for _, path in self._known():
            if path.stem not in found:
                try:
                    found[path.stem] = _usable_at(path, _mark_of(path), folders, keys_mark, self.allow_unsigned)
                except (PrecontrastError, OSError):
                    found[path.stem] = None  # the pack manager says why
        return [pack for stem, pack in found.items() if pack is not None and pack.manifest.id == stem]

    def install(self, source: Path, replace: bool = False) -> Pack:
        """Verify a pack and copy it into the user's library.

        Raises
        ------
        InputError, PackError
            As of :meth:`offered` and :meth:`keep`.
        """
        pack = self.offered(source)
        self.keep(pack, replace)
        return pack

    def offered(self, source: Path) -> Pack:
        """A verified pack that may be installed; nothing has been installed yet.

        Raises
        ------
        InputError
            ``pack.present`` for the id of a pack that is there already.
        PackError
            ``pack.bundled`` or ``pack.machine`` when a pack that comes first has its id.
        """
        places = {path.stem: place for place, path in reversed(self._known())}
        if not os.path.exists(source) and str(source) in places:
            raise InputError("pack.present", pack=str(source))
        pack = self._load(_pack_at(source))
        taken = places.get(pack.manifest.id, "user")
        if taken != "user":
            raise PackError("pack.bundled" if taken == "program" else "pack.machine", pack=pack.manifest.id)
        return pack

    def doubts(self, pack: Pack) -> tuple[PackError, ...]:
        """Why a pack should not take the place of the installed one of its id without a word; none: it may.

        ``pack.other-signer``, ``pack.older``, ``pack.same-version`` for other content, ``pack.version-unclear``.
        """
        try:
            present = self._load_own(self._own_file(pack.manifest.id))
        except PrecontrastError:
            return ()  # there is none, or none that could be used
        return tuple(_doubts(pack, present))

    def keep(self, pack: Pack, replace: bool = False) -> None:
        """Put a verified pack into the user's library: the very bytes that were verified.

        Parameters
        ----------
        replace
            Whether it may take the place of another in spite of :meth:`doubts`.

        Raises
        ------
        PackError
            The first of the doubts.
        InputError
            ``file.unwritable``; what was there before is then still there.
        """
        target = self._own_file(pack.manifest.id)
        with locked(target.parent / ".lock"):
            doubt = next(iter(self.doubts(pack)), None)
            if doubt is not None and not replace:
                raise doubt
            write_whole(target, zip_bytes(pack.files))

    def remove(self, pack_id: str) -> None:
        """Take a pack that the user has installed out of the library.

        Raises
        ------
        InputError
            ``pack.bundled-stays`` for a pack that is shipped with the program, ``pack.machine-stays`` for one that is
            there for everyone on this computer, ``pack.unknown`` for any other that is not installed.
        """
        found = {place: path for place, path in self._known() if path.stem == pack_id}
        if "user" in found:
            with writing(found["user"]):
                found["user"].unlink()
        elif "program" in found:
            raise InputError("pack.bundled-stays", pack=pack_id)
        elif "machine" in found:
            raise InputError("pack.machine-stays", pack=pack_id, path=str(found["machine"]))
        else:
            raise _unknown(pack_id, [entry for entry in self._known() if entry[0] == "user"])

    def _own_file(self, pack_id: str) -> Path:
        return self.places.packs / f"{pack_id}{SUFFIX}"

    def _load(self, path: Path) -> Pack:
        try:
            with reading(path):
                return load_pack(path, self.keys().trusted, self.allow_unsigned)
        except PackError as error:
            if error.code != "pack.signature":
                raise
            # Only the library knows where the key of an unknown signer would have to lie.
            everyone = path.parent == self.places.machine_packs
            folder = self.places.machine_keys if everyone else self.places.keys
            raise PackError(error.code, **error.parameters, folder=str(folder)) from error

    def _load_own(self, path: Path) -> Pack:
        """Load a pack of the library, in which the name of the file is the id by which it is asked for."""
        pack = self._load(path)
        if pack.manifest.id != path.stem:
            raise PackError("pack.misnamed", path=str(path), name=f"{pack.manifest.id}{SUFFIX}")
        return pack

    def _closed_folders(self) -> list[Listed]:
        """Folders of packs that are there and cannot be read: what lies in them is not missed in silence."""
        closed = []
        places: list[tuple[Place, Path]] = [("machine", self.places.machine_packs), ("user", self.places.packs)]
        for place, folder in places:
            try:
                with reading(folder):
                    os.scandir(folder).close()
            except InputError as error:
                if error.code == "file.unreadable":
                    closed.append(Listed(folder, place, None, error))
        return closed

    def _known(self) -> list[tuple[Place, Path]]:
        """Every pack in the order in which ids are given away."""
        shipped = sorted(p for p in bundled("packs").iterdir() if (p / MANIFEST).is_file())
        everyone, own = _packs_in(self.places.machine_packs), _packs_in(self.places.packs)
        return [("program", p) for p in shipped] + [("machine", p) for p in everyone] + [("user", p) for p in own]


Mark = tuple[tuple[str, int, int], ...]
"""Names, times and sizes of files."""


def _mark_of(path: Path) -> Mark:
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return tuple((str(p), stat.st_mtime_ns, stat.st_size) for p in files for stat in [p.stat()])


@functools.lru_cache(maxsize=64)
def _usable_at(
    path: Path, mark: Mark, key_folders: tuple[Path, ...], keys_mark: tuple[Mark, ...], allow_unsigned: bool
) -> Usable:
    """A pack that verifies; the marks make it anew when a file of pack or keys is another."""
    pack = load_pack(path, read_keys([*key_folders], bundled("keys")).trusted, allow_unsigned)
    return Usable(pack.manifest, pack.signed_by, pack.signer_key)


def _packs_in(folder: Path) -> list[Path]:
    # Not what another program is just writing.
    return sorted(folder.glob(f"[!.]*{SUFFIX}")) if os.path.isdir(folder) else []


def _doubts(pack: Pack, present: Pack) -> Iterator[PackError]:
    """The gravest first."""
    if pack.digest == present.digest and pack.signer_key == present.signer_key:
        return
    versions = {"pack": pack.manifest.id, "present": present.manifest.version, "offered": pack.manifest.version}
    if present.signer_key is not None and pack.signer_key != present.signer_key:
        before, now = present.signer_key, pack.signer_key or "-"
        yield PackError(
            "pack.other-signer",
            **versions,
            signer=present.signed_by,
            key=before,
            other=pack.signed_by or "-",
            other_key=now,
        )
    later = is_later(pack.manifest.version, present.manifest.version)
    if later is None and pack.manifest.version != present.manifest.version:
        yield PackError("pack.version-unclear", **versions)
    elif is_later(present.manifest.version, pack.manifest.version):
        yield PackError("pack.older", **versions)
    elif not later:
        yield PackError("pack.same-version", **versions, digest=pack.digest[:16], before=present.digest[:16])


def _pack_at(path: Path) -> Path:
    """The path itself where it can be a pack."""
    if not os.path.exists(path):
        raise InputError("file.not-found", path=str(path))
    if not os.path.exists(path / MANIFEST) and not (os.path.isfile(path) and path.suffix == SUFFIX):
        raise InputError("pack.not-found", path=str(path))
    return path


def _unknown(wanted: str, known: Iterable[tuple[Place, Path]]) -> InputError:
    names = sorted({path.stem for _, path in known})
    nearest = difflib.get_close_matches(wanted, names, len(names) or 1)
    return InputError("pack.unknown", pack=wanted, known=", ".join(dict.fromkeys((*nearest, *names))) or "-")


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
    with reading(folder):
        data = zip_bytes(read_files(folder))
    if target.exists() and not target.is_file():  # a pipe would make the program wait for ever
        raise InputError("file.unwritable", path=str(target))
    with writing(target):
        target.write_bytes(data)

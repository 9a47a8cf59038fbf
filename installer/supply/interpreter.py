"""Python itself: its library, its extension modules and its standard library."""

from __future__ import annotations

import sys
import sysconfig
import zipfile
from importlib.metadata import distribution
from pathlib import Path

from desktop.third_party import PYTHON, table, texts_of
from installer.supply.model import OWN_PART, Part, Shipped, Text, digest_of

LIBRARY = "base_library.zip"
"""Modules of the standard library that PyInstaller keeps apart, as Python needs them to begin."""
HOOKS = ("pyi_rth_", "_pyi_rth_", "pyimod", "pyiboot")


class Interpreter:
    """The Python that built the program."""

    def __init__(self) -> None:
        stdlib, base = Path(sysconfig.get_path("stdlib")).resolve(), Path(sys.base_prefix).resolve()
        self._folders = [stdlib / "lib-dynload", base / "DLLs", base, _library_folder(base)]
        self._stdlib = stdlib
        self._python = _part()

    def claim(self, file: Shipped) -> Part | None:
        """Python, or what lies inside it, where the file is its."""
        name = file.place.name
        if name == LIBRARY:
            return self._python if self._knows_all(file.place) else None
        places = [folder / name for folder in self._folders]
        same = any(place.is_file() and digest_of(place) == file.digest for place in places)
        return self._owner(name) if same or self._noted(file.origin, name) else None

    def claim_module(self, name: str) -> Part | None:
        """Python where the module is of its standard library."""
        if name.split(".")[0] in sys.stdlib_module_names:
            return self._python
        path = self._stdlib.joinpath(*name.split("."))
        return self._python if path.with_suffix(".py").is_file() or (path / "__init__.py").is_file() else None

    def _noted(self, origin: Path | None, name: str) -> bool:
        return origin is not None and origin.name == name and origin.resolve().parent in self._folders

    def _owner(self, name: str) -> Part:
        entry = table().owner_of(PYTHON, name)
        if entry is None:
            return self._python
        texts = tuple(map(Text.of, entry.texts)) or self._python.texts
        return Part(entry.name, "", entry.licence, "", texts, entry.note or f"Comes with Python {_version()}.")

    def _knows_all(self, archive: Path) -> bool:
        with zipfile.ZipFile(archive) as opened:
            names = [Path(name).with_suffix("").as_posix().replace("/", ".") for name in opened.namelist()]
        return all(self.claim_module(name.removesuffix(".__init__")) for name in names)


class StartProgram:
    """PyInstaller's own share of the executables."""

    def __init__(self) -> None:
        self._part: Part | None = None

    def part(self) -> Part:
        """The start program, and the few modules that it runs before ours."""
        if self._part is None:
            found = distribution("pyinstaller")
            texts = tuple(map(Text.of, texts_of(found)))
            licence = "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0"  # the second: its run-time hooks
            purl = f"pkg:pypi/pyinstaller@{found.version}"
            note = "The start program inside both executables."
            self._part = Part("PyInstaller start program", found.version, licence, purl, texts, note)
        return self._part

    def claim_module(self, name: str) -> Part | None:
        """PyInstaller where the module is one of those."""
        return self.part() if name.startswith(HOOKS) else None


class OwnModules:
    """The program's own modules."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def claim_module(self, name: str) -> Part | None:
        """The program itself where the module lies in its folders."""
        path = self._root.joinpath(*name.split("."))
        own = path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()
        return OWN_PART if own else None


def _part() -> Part:
    stdlib = Path(sysconfig.get_path("stdlib"))
    texts = [stdlib / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    own = [path for path in texts if path.is_file()][:1]
    every = (*own, *table().of_distribution(PYTHON).texts)
    purl = f"pkg:generic/python@{_version()}"
    note = f"{sys.implementation.name} with its standard library; source: python.org, version {_version()}."
    return Part("Python", _version(), "PSF-2.0", purl, tuple(map(Text.of, every)), note)


def _version() -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _library_folder(base: Path) -> Path:
    return Path(sysconfig.get_config_var("LIBDIR") or base).resolve()

"""Libraries that were collected from the Debian or Ubuntu system that built the program."""

from __future__ import annotations

import platform
import re
import subprocess
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from packageurl import PackageURL

from installer.supply.debian_licence import stated_licence
from installer.supply.model import Part, Shipped, Text, digest_of

DOCUMENTS, COMMON = Path("/usr/share/doc"), Path("/usr/share/common-licenses")
FOLDERS = ("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib", "/lib", "/usr/lib64", "/lib64")
_COMMON_NAME = re.compile(r"common-licenses/([A-Za-z]+(?:-[0-9.]*[0-9])?)")


class System:
    """The packages of this computer.

    Parameters
    ----------
    folders
        Where libraries lie, for files of which the build did not note where they are from.
    """

    def __init__(self, folders: tuple[str, ...] = FOLDERS) -> None:
        self._folders = tuple(map(Path, folders))
        self._parts: dict[str, Part] = {}

    def claim(self, file: Shipped) -> Part | None:
        """The package that a file was collected from."""
        origin = file.origin or self._found(file)
        package = package_of(origin) if origin and origin.is_absolute() else ""
        if not package:
            return None
        if package not in self._parts:
            self._parts[package] = _part(package, file.place.name)
        return self._parts[package]

    def _found(self, file: Shipped) -> Path | None:
        places = (folder / file.place.name for folder in self._folders)
        return next((place for place in places if place.is_file() and digest_of(place) == file.digest), None)


def package_of(path: Path) -> str:
    """The installed package that a file is of; empty where none is. Links and /usr-merged folders are followed."""
    real = str(path.resolve())
    for name in (real, real.removeprefix("/usr"), str(path), f"/usr{real}"):
        try:
            done = subprocess.run(["dpkg-query", "--search", name], capture_output=True, text=True, check=False)
        except FileNotFoundError:  # no Debian
            return ""
        if done.returncode == 0:
            return done.stdout.splitlines()[0].rpartition(": ")[0].split(",")[0].strip()
    return ""


def _part(package: str, library: str) -> Part:
    form = "${binary:Package}\\n${Version}\\n${Architecture}\\n${source:Package}\\n${source:Version}"
    done = subprocess.run(
        ["dpkg-query", "--show", f"--showformat={form}", package], capture_output=True, text=True, check=True
    )
    name, version, architecture, source, source_version = done.stdout.splitlines()
    name = name.split(":")[0]
    copyright_file = DOCUMENTS / name / "copyright"
    words = copyright_file.read_text(encoding="utf-8", errors="replace") if copyright_file.is_file() else ""
    licence = reviewed_licence(source, library) or stated_licence(words)
    purl = PackageURL("deb", _system(), name, version, {"arch": architecture}).to_string()
    note = f"Collected from the package {name}; its source is the source package {source} {source_version}."
    return Part(name, version, licence, purl, _texts(copyright_file, words), note)


def _system() -> str:
    """The vendor of the packages: debian, ubuntu."""
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return "debian"


def _texts(copyright_file: Path, words: str) -> tuple[Text, ...]:
    """The package's statement, and the whole of each licence that it only refers to."""
    if not words:
        return ()
    named = sorted({found.group(1) for found in _COMMON_NAME.finditer(words)})
    whole = [COMMON / name for name in named if (COMMON / name).is_file()]
    return (Text.of(copyright_file), *(Text(f"{path.name}.txt", path.read_bytes()) for path in whole))


def reviewed_licence(source: str, library: str) -> str:
    """The licence that was found on review for a library of a source package; empty where there was none."""
    for entry in _reviewed():
        if fnmatch(source, entry["source"]) and fnmatch(library, entry.get("library", "*")):
            return entry["licence"]
    return ""


def _reviewed() -> list[Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("system.toml").read_text(encoding="utf-8"))["packages"]

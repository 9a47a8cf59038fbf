"""Which third-party parts the program runs on, and under which licences."""

from __future__ import annotations

import re
import sys
import sysconfig
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop.places import bundled

PROGRAM = "precontrast"
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third.?party)", re.IGNORECASE)
REQUIREMENT_NAME = re.compile(r"[\w.-]+")
SUPPLIED = {
    "pyside6-essentials": ("lgpl-3.0.txt", "gpl-3.0.txt"),
    "shiboken6": ("lgpl-3.0.txt", "gpl-3.0.txt"),
    "flatbuffers": ("apache-2.0.txt",),
}
"""Licence texts that these packages name but do not carry."""


@dataclass(frozen=True, slots=True)
class Component:
    """A third-party part.

    Attributes
    ----------
    licence
        As the part itself states it; empty where it states none.
    files
        Texts of its licences and notices.
    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]

    def text(self) -> str:
        """All its licence texts, one after the other; empty where it carries none."""
        texts = [path.read_text(encoding="utf-8", errors="replace").strip() for path in self.files]
        return f"\n\n{'─' * 60}\n\n".join(texts)


def components() -> list[Component]:
    """Python, the libraries that the program needs to run, the font and the icons, by name."""
    found: dict[str, Distribution] = {}
    _collect(PROGRAM, found)
    libraries = [_component(key, one) for key, one in found.items() if key != PROGRAM]
    return sorted([*libraries, _python(), *_drawn()], key=lambda component: component.name.casefold())


def _collect(name: str, found: dict[str, Distribution]) -> None:
    """Add a distribution and all that it requires; not its optional extras."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:
        return
    for requirement in found[key].requires or []:
        wanted, _, condition = requirement.partition(";")
        if "extra" not in condition:
            _collect(REQUIREMENT_NAME.match(wanted).group(), found)


def _component(key: str, found: Distribution) -> Component:
    own = [Path(str(file.locate())) for file in found.files or [] if LICENCE_FILE.search(file.name)]
    files = [path for path in own if path.is_file() and path.suffix in ("", ".txt", ".md", ".APACHE", ".BSD")]
    supplied = () if files else SUPPLIED.get(key, ())
    texts = (*files, *(bundled("licences") / name for name in supplied))
    return Component(found.metadata["Name"], found.version, _licence_of(found), texts)


def _licence_of(found: Distribution) -> str:
    """The licence's name, from the newest of the three places where packages state it."""
    metadata = found.metadata
    stated = metadata.get("License-Expression") or metadata.get("License") or ""
    first = stated.strip().split("\n")[0].strip()
    if first:
        return first.removeprefix("OSI Approved :: ")
    classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    return ", ".join(classifier.rpartition(" :: ")[2] for classifier in classifiers)


def _python() -> Component:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    version = ".".join(map(str, sys.version_info[:3]))
    return Component("Python", version, "PSF-2.0", (text,) if text.is_file() else ())


def _drawn() -> list[Component]:
    texts = bundled("licences")
    return [
        Component("Noto Sans SC", "", "SIL OFL 1.1", (texts / "noto-sans-sc.txt",)),
        Component("Tabler Icons", "", "MIT", (texts / "tabler-icons.txt",)),
    ]

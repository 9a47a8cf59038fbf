"""Which third-party parts the program runs on, and under which licences.

The installed program lists what the list beside it names (a CycloneDX file that was written when it was built, of
every file that is shipped). Where there is none, the program runs from its sources and asks the installed libraries.
"""

from __future__ import annotations

import json
import re
import sys
import sysconfig
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from desktop.places import bundled
from desktop.third_party import PYTHON, key_of, licence_of, table, texts_of

PROGRAM = "precontrast"
LIST = "sbom.cdx.json"
TEXT_PROPERTY = "precontrast:licence-text"
"""Property of a part in the list: a file with a text of its licence, from the folder of the list."""
REQUIREMENT_NAME = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Component:
    """A third-party part.

    Attributes
    ----------
    licence
        As it was reviewed or as the part itself states it; empty where it states none.
    files
        Texts of its licences and notices.
    note
        What was taken of it, where its source is, or what was changed.
    """

    name: str
    version: str
    licence: str
    files: tuple[Path, ...]
    note: str = ""

    def text(self) -> str:
        """The note and all its licence texts, one after the other; empty where it carries none."""
        texts = [path.read_text(encoding="utf-8", errors="replace").strip() for path in self.files]
        return f"\n\n{'─' * 60}\n\n".join([self.note, *texts] if self.note else texts)


def components() -> list[Component]:
    """All parts of others, by name."""
    listed = bundled("").parent / LIST
    found = _listed(listed) if listed.is_file() else _installed()
    return sorted(found, key=lambda component: component.name.casefold())


def _listed(path: Path) -> list[Component]:
    """What the list of the installed program names."""
    entries = json.loads(path.read_text(encoding="utf-8"))["components"]
    return [_listed_component(entry, path.parent) for entry in entries]


def _listed_component(entry: dict, folder: Path) -> Component:
    properties = entry.get("properties", ())
    files = tuple(folder / one["value"] for one in properties if one["name"] == TEXT_PROPERTY)
    licences = [one.get("expression") or one["license"].get("id", "") for one in entry.get("licenses", ())]
    return Component(
        entry["name"], entry.get("version", ""), " AND ".join(licences), files, entry.get("description", "")
    )


@cache
def _installed() -> tuple[Component, ...]:
    """Python, the libraries that the program needs to run, what lies inside them, the font, the icons, the atlases.

    Asked once: the lists of all files of the libraries are long, and do not change while the program runs.
    """
    found: dict[str, Distribution] = {}
    collect(PROGRAM, found)
    found.pop(PROGRAM, None)
    libraries = {
        key: Component(one.metadata["Name"], one.version, licence_of(one), texts_of(one)) for key, one in found.items()
    }
    owners = {entry.of for entry in table().inside} & found.keys()
    files = {key: [file.as_posix() for file in found[key].files or []] for key in owners}
    inside = [
        Component(entry.name, "", entry.licence, entry.texts or libraries[entry.of].files, entry.note)
        for entry in table().inside
        if any(map(entry.holds, files.get(entry.of, ())))
    ]
    drawn = [Component(entry.name, "", entry.licence, entry.texts, entry.note) for entry in table().assets]
    return (*libraries.values(), *inside, _python(), *drawn)


def collect(name: str, found: dict[str, Distribution]) -> None:
    """Add a distribution and all that it requires; not its optional extras."""
    key = key_of(name)
    if key in found:
        return
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:
        return
    for requirement in found[key].requires or []:
        wanted, _, condition = requirement.partition(";")
        if "extra" not in condition:
            collect(REQUIREMENT_NAME.match(wanted).group(), found)


def _python() -> Component:
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    version = ".".join(map(str, sys.version_info[:3]))
    own = (text,) if text.is_file() else ()
    return Component("Python", version, "PSF-2.0", (*own, *table().of_distribution(PYTHON).texts))

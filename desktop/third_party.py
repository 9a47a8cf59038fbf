"""What the program holds of others, and under which licences: what the parts state, and what was reviewed by hand."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from fnmatch import fnmatch
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any, cast

from desktop.places import bundled

TABLE = "parts.toml"
PYTHON = "python"
"""Stands in the table for the interpreter."""
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|third.?party)", re.IGNORECASE)
TEXT_SUFFIXES = frozenset({"", ".txt", ".md", ".rst", ".apache", ".bsd", ".eigen"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of reviewed parts.

    Attributes
    ----------
    licence
        SPDX expression; empty where what the part states is right.
    files
        Patterns of the files that are it, from the folder of its owner.
    texts
        Licence texts that are shipped because the part carries none, or not all.
    note
        What was taken of it, or what was changed.
    of
        The distribution that holds it; empty for one of its own.
    """

    name: str
    licence: str = ""
    files: tuple[str, ...] = ()
    texts: tuple[Path, ...] = ()
    note: str = ""
    of: str = ""

    def holds(self, path: str) -> bool:
        """Whether a file, with its path from the owner's folder, belongs to this part."""
        return any(fnmatch(path, pattern) for pattern in self.files)


@dataclass(frozen=True, slots=True)
class Table:
    """All reviewed parts: distributions by normalised name, what lies inside them, and drawings and data."""

    distributions: Mapping[str, Entry]
    inside: tuple[Entry, ...]
    assets: tuple[Entry, ...]

    def of_distribution(self, key: str) -> Entry:
        """What was reviewed of a distribution; an empty line where nothing was."""
        return self.distributions.get(key, Entry(key))

    def owner_of(self, key: str, path: str) -> Entry | None:
        """The part inside a distribution that a file of it belongs to; None: the distribution itself."""
        return next((entry for entry in self.inside if entry.of == key and entry.holds(path)), None)


@functools.cache
def table() -> Table:
    """The table that is shipped."""
    data = tomllib.loads((bundled("licences") / TABLE).read_text(encoding="utf-8"))
    named = {key: _entry({"name": key, **fields}) for key, fields in data["distributions"].items()}
    named[PYTHON] = _entry({"name": PYTHON, **data[PYTHON]})
    inside, assets = (tuple(map(_entry, data[kind])) for kind in ("inside", "assets"))
    return Table(named, inside, assets)


def _entry(fields: Mapping[str, Any]) -> Entry:
    texts = tuple(bundled("licences" if "/" not in name else "") / name for name in fields.get("texts", ()))
    plain = {name: value for name, value in fields.items() if name not in ("texts", "files")}
    return Entry(**plain, files=tuple(fields.get("files", ())), texts=texts)


def key_of(name: str) -> str:
    """A distribution's name as it is compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(found: Distribution) -> str:
    """The licence of an installed distribution: as reviewed, else as it states it; empty where neither is."""
    metadata = cast(Message, found.metadata)
    reviewed = table().of_distribution(key_of(metadata["Name"])).licence
    stated = reviewed or metadata.get("License-Expression") or metadata.get("License") or ""
    first = stated.strip().split("\n")[0].strip()
    if first:
        return first
    classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License ::")]
    return ", ".join(classifier.rpartition(" :: ")[2] for classifier in classifiers)


def texts_of(found: Distribution) -> tuple[Path, ...]:
    """Licence texts of an installed distribution: its own, then those that were added in review."""
    own = [Path(str(file.locate())) for file in found.files or [] if LICENCE_FILE.search(file.name)]
    read = [path for path in own if path.suffix.lower() in TEXT_SUFFIXES and path.is_file()]
    return (*read, *table().of_distribution(key_of(found.metadata["Name"])).texts)

"""Parts of others, and which file belongs to which."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

OWN = "precontrast"
"""Stands for the program itself, whose licence is not for this tool to judge."""


@dataclass(frozen=True, slots=True)
class Text:
    """A licence or a notice."""

    name: str
    data: bytes

    @staticmethod
    def of(path: Path) -> Text:
        """The text in a file, under the file's name."""
        return Text(path.name, path.read_bytes())


@dataclass(frozen=True, slots=True)
class Part:
    """A work of others that is shipped.

    Attributes
    ----------
    licence
        SPDX expression; empty where none is known, which is then a fault.
    purl
        Package URL; empty for what is in no registry.
    texts
        Licences and notices; there must be one at least.
    note
        Where its source is, what was taken or changed.
    inside
        What its makers compiled into it, as far as they list it; these need no texts of their own.
    is_data
        Whether it is no program: drawings, fonts, atlases.
    """

    name: str
    version: str
    licence: str
    purl: str = ""
    texts: tuple[Text, ...] = ()
    note: str = ""
    inside: tuple[Part, ...] = ()
    is_data: bool = False

    @property
    def slug(self) -> str:
        """The name as a folder may be called."""
        return re.sub(r"[^a-z0-9.+]+", "-", self.name.lower()).strip("-")


OWN_PART = Part(OWN, "", "")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A file of the finished program.

    Attributes
    ----------
    path
        From the folder of the libraries, with slashes; executables lie above it and have their plain name.
    place
        The file itself.
    digest
        SHA-256.
    origin
        The file that it was made from, as the build noted it; None where that is not known.
    """

    path: str
    place: Path
    digest: str
    origin: Path | None = None


@dataclass(slots=True)
class Ledger:
    """What was found out.

    Attributes
    ----------
    parts
        By name.
    files
        Name of the part (or ``OWN``) and digest of each file.
    unknown
        Files and modules that nobody knows.
    """

    parts: dict[str, Part] = field(default_factory=dict)
    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def add(self, part: Part) -> str:
        """Note a part, but not the program itself; returns its name."""
        if part.name != OWN:
            self.parts.setdefault(part.name, part)
        return part.name

    def files_of(self, name: str) -> Mapping[str, str]:
        """Digests of the files of a part, by path."""
        return {path: digest for path, (owner, digest) in sorted(self.files.items()) if owner == name}


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

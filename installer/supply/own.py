"""The program's own files, and the drawings, fonts and networks among them that are by others."""

from __future__ import annotations

from pathlib import Path

from desktop.third_party import Entry, table
from installer.supply.model import OWN_PART, Part, Shipped, Text, digest_of

RESOURCES, GUIDES = "resources/", "docs/"


class Own:
    """What the project's own folder holds.

    Parameters
    ----------
    root
        The project.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def claim(self, file: Shipped) -> Part | None:
        """The program itself or one of its drawn parts, where the file is one of the project's."""
        source = self._root / file.path
        same = source.is_file() and digest_of(source) == file.digest
        if not file.path.startswith((RESOURCES, GUIDES)) or not (same or file.origin == source):
            return None
        inner = file.path.removeprefix(RESOURCES)
        return next((asset(entry) for entry in table().assets if entry.holds(inner)), OWN_PART)


def asset(entry: Entry) -> Part:
    """A drawn part, or data that something was learnt from."""
    return Part(entry.name, "", entry.licence, "", tuple(map(Text.of, entry.texts)), entry.note, is_data=True)


def learnt_from() -> list[Part]:
    """Data that is not shipped itself, but that shipped networks were made from."""
    return [asset(entry) for entry in table().assets if not entry.files]

"""A watched folder: what a scanner or a disc reader drops there is opened once it has stopped growing."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

Extent = tuple[int, int, float]
"""Number of files, bytes in all, time of the latest change."""


@dataclass(slots=True)
class Incoming:
    """Notices new entries of a folder.

    Attributes
    ----------
    folder
        What it holds when watching begins is not new.
    """

    folder: Path
    _known: set[str] = field(default_factory=set)
    _growing: dict[str, Extent] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._known = set(self._names())

    def poll(self) -> list[Path]:
        """Entries that are new and have not changed since the last call; each is given once."""
        names = self._names()
        self._known &= set(names)  # an entry that was taken away may come again
        ready = []
        for name in names:
            if name in self._known:
                continue
            extent = _extent(self.folder / name)
            if extent is not None and extent[0] and self._growing.get(name) == extent:
                self._known.add(name)
                ready.append(self.folder / name)
            elif extent is not None:
                self._growing[name] = extent
        self._growing = {name: extent for name, extent in self._growing.items() if name in names}
        return ready

    def _names(self) -> list[str]:
        try:
            return sorted(entry.name for entry in self.folder.iterdir() if not entry.name.startswith("."))
        except OSError:
            return []  # a share that is away for a moment


def _extent(path: Path) -> Extent | None:
    """How much there is below a path; None while it cannot be read."""
    try:
        files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
        details = [p.stat() for p in files]
    except OSError:
        return None
    return len(details), sum(d.st_size for d in details), max((d.st_mtime for d in details), default=0.0)

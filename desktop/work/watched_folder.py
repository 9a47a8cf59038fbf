"""A watched folder: what a scanner or a disc reader writes there is put together by what it is, and given when whole.

Files are judged by their content, not by their name or place: those of one study of one patient belong together, be
they loose or in folders, and two studies in one folder are two. A study is given once nothing of it has come or grown
for a while; whether it has all its images nobody can know, but gaps in the numbers of its images say that it has not,
and what comes later is noticed and given again.

Looks are cheap: names, sizes and times of all files, and the header of those that are new or have changed.
"""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from inference.errors import InputError

if TYPE_CHECKING:
    from inference.dicom.labels import Label

QUIET_S = 30.0
"""Time without a new or growing file after which a study is taken to be whole: receivers pause between series."""
PATIENCE = 10
"""Times the quiet time that a study is waited for where something plainly lacks: gaps, files that cannot be read."""
MOST_FILES, DEEPEST = 200_000, 16
UNFINISHED_NAMES = (".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".download")

Study = tuple[str, str]
"""Patient ID and Study Instance UID; of an archive, its path."""


class Stamp(NamedTuple):
    """What changes when a file does: size in bytes and time of the last change, ns."""

    size: int
    time: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """What has happened to a study.

    Attributes
    ----------
    kind
        ``ready``: it is there. ``growing``: more of it is coming after it was given. ``changed``: that has come.
    paths
        What to open: the folders that hold nothing else, or else its files.
    images
        How many images there are.
    """

    kind: Literal["ready", "growing", "changed"]
    study: Study
    paths: tuple[Path, ...] = ()
    images: int = 0


@dataclass(slots=True)
class _File:
    stamp: Stamp
    changed: float
    old: bool = False
    label: Label | None = None


@dataclass(slots=True)
class _Given:
    """What of a study was given, by the UID of each image, and when all its files were gone."""

    images: dict[str, Stamp]
    growing: bool = False
    gone: float | None = None


@dataclass(slots=True)
class WatchedFolder:
    """Notices studies that come into a folder.

    Attributes
    ----------
    folder
        What it holds at the first look is not new.
    quiet_s
        Time without a change after which a study is given, s.
    read
        What a file belongs to; raises OSError where it cannot be read.
    trouble
        What cannot be read, each once; to be taken out by whoever tells it.
    """

    folder: Path
    quiet_s: float = QUIET_S
    read: Callable[[str], Label] | None = None
    trouble: list[InputError] = field(default_factory=list)
    _files: dict[str, _File] = field(default_factory=dict)
    _looked: bool = False
    _gone: dict[str, _File] = field(default_factory=dict)
    _given: dict[Study, _Given] = field(default_factory=dict)
    _device: int = 0
    _told: set[str] = field(default_factory=set)
    _closed: dict[str, float] = field(default_factory=dict)
    _waiting: bool = False

    def look(self, now: float) -> list[Arrival]:
        """Look at the folder.

        Parameters
        ----------
        now
            Of a clock that never goes back, s.
        """
        try:
            device, listed = self._listed(now)
        except OSError as error:
            # A share that is away for a while; what is known of it stays.
            self._tell("incoming.away", str(self.folder), error)
            return []
        self._told.discard(str(self.folder))
        if len(listed) >= MOST_FILES:
            self._say(InputError("incoming.too-many-files", path=str(self.folder), limit=MOST_FILES))
            return []
        if not self._looked or (device != self._device and not self._knows_any(listed)):
            # The first look, or another disc or share in its place: all that is there was there before.
            self._files = {path: _File(stamp, float("-inf"), old=True) for path, stamp in listed.items()}
            self._gone, self._given, self._looked = {}, {}, True
        self._device = device
        if not self._compare(listed, now) and not self._waiting:
            return []
        self._waiting = False
        self._label(now)
        return self._arrivals(now)

    # --- what is there

    def _listed(self, now: float) -> tuple[int, dict[str, Stamp]]:
        """All files below the folder that are not hidden, and which folders cannot be read."""
        device = os.stat(self.folder).st_dev
        found: dict[str, Stamp] = {}
        closed: dict[str, float] = {}
        waiting = [(str(self.folder), 0)]
        while waiting:
            here, depth = waiting.pop()
            try:
                with os.scandir(here) as entries:
                    for entry in entries:
                        self._take(entry, depth, found, waiting)
            except OSError as error:
                if depth == 0:
                    raise
                closed[here] = self._closed.get(here, now)
                self._tell("incoming.unreadable", here, error)
        self._closed = closed
        return device, found

    def _take(
        self, entry: os.DirEntry[str], depth: int, found: dict[str, Stamp], waiting: list[tuple[str, int]]
    ) -> None:
        if entry.name.startswith((".", "~$")) or len(found) >= MOST_FILES:
            return
        try:
            if entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST:
                    waiting.append((entry.path, depth + 1))
                else:
                    self._say(InputError("incoming.not-followed", path=entry.path))
                return
            status = os.stat(entry.path)
            if stat.S_ISDIR(status.st_mode):  # a link: it may lead anywhere, and round in circles
                self._say(InputError("incoming.not-followed", path=entry.path))
        except OSError:
            return  # taken away between two moments, or a link to nothing
        if stat.S_ISREG(status.st_mode):
            found[entry.path] = Stamp(status.st_size, status.st_mtime_ns)

    def _knows_any(self, listed: dict[str, Stamp]) -> bool:
        known = {**self._gone, **self._files}
        return any(path in known and known[path].stamp == stamp for path, stamp in listed.items())

    def _compare(self, listed: dict[str, Stamp], now: float) -> bool:
        """Take what came, grew or went since the last look; returns whether anything did.

        What comes back just as it was, as on a share that was away, is no news.
        """
        gone = self._files.keys() - listed.keys()
        if not gone and all(path in self._files and self._files[path].stamp == s for path, s in listed.items()):
            return False
        for path in gone:
            self._gone[path] = self._files.pop(path)
            self._told.discard(path)
        while len(self._gone) > MOST_FILES:
            del self._gone[next(iter(self._gone))]
        for path, stamp in listed.items():
            file = self._files.get(path)
            if file is None and path in self._gone and self._gone[path].stamp == stamp:
                self._files[path] = self._gone.pop(path)
            elif file is None or file.stamp != stamp:
                self._files[path] = _File(stamp, now)
                self._gone.pop(path, None)
        return True

    def _label(self, now: float) -> None:
        """Read the headers of what is new, and of what was there before in the same entry: it may be of one study."""
        touched = {self._entry(path) for path, file in self._files.items() if not file.old}
        for path, file in self._files.items():
            if file.label is not None or self._entry(path) not in touched:
                continue
            if file.stamp.size == 0 or path.casefold().endswith(UNFINISHED_NAMES):
                continue
            try:
                file.label = self._read(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                self._waiting = True
                if now - file.changed >= self.quiet_s:
                    self._tell("incoming.unreadable", path, error)

    def _read(self, path: str) -> Label:
        from inference.dicom.labels import label_of

        return (self.read or label_of)(path)

    def _entry(self, path: str) -> str:
        """The entry of the watched folder that a file is or lies in; loose files are in one."""
        first, below, _ = path[len(str(self.folder)) :].lstrip(os.sep).partition(os.sep)
        return first if below else ""

    # --- what belongs together

    def _arrivals(self, now: float) -> list[Arrival]:
        studies: dict[Study, list[str]] = defaultdict(list)
        for path, file in self._files.items():
            if file.label is not None and file.label.kind in ("image", "archive"):
                studies[file.label.study if file.label.kind == "image" else (path, "")].append(path)
        for study in self._given.keys() - studies.keys():
            self._given[study].gone = self._given[study].gone or now
        unsettled = self._unsettled(now)
        arrivals = (self._arrival(study, paths, unsettled, now) for study, paths in studies.items())
        return [arrival for arrival in arrivals if arrival is not None]

    def _unsettled(self, now: float) -> dict[str, float]:
        """By folder when anything in it last changed that may yet be of a study; now while it is not whole."""
        latest: dict[str, float] = defaultdict(lambda: float("-inf"))
        patience = PATIENCE * self.quiet_s
        for path, file in self._files.items():
            if file.label is None or file.label.kind in ("unfinished", "other"):
                waits = not file.old and (file.label is None or file.label.kind == "unfinished")
                changed = now if waits and now - file.changed < patience else file.changed
                here = os.path.dirname(path)
                latest[here] = max(latest[here], changed)
        return latest

    def _arrival(self, study: Study, paths: list[str], unsettled: dict[str, float], now: float) -> Arrival | None:
        files = [self._files[path] for path in paths]
        if all(file.old for file in files):
            return None
        images = {(file.label and file.label.instance) or path: file.stamp for path, file in zip(paths, files)}
        given = self._given.get(study)
        if given is not None and given.gone is not None and any(file.changed >= given.gone for file in files):
            given = None  # all of it was taken away, and it was sent again
        if given is not None and not given.growing and images.items() <= given.images.items():
            return None  # nothing new: the same under other names, or some of it taken away
        changed = max(max(file.changed, unsettled[os.path.dirname(path)]) for path, file in zip(paths, files))
        if any(self._entry(path) in self._closed_entries(now) for path in paths):
            changed = now
        patience = PATIENCE * self.quiet_s if _lacks_images(files) else self.quiet_s
        if now - changed < patience:
            self._waiting = True
            if given is None or given.growing:
                return None
            given.growing = True
            return Arrival("growing", study)
        self._given[study] = _Given(images)
        return Arrival("ready" if given is None else "changed", study, self._to_open(paths), len(images))

    def _closed_entries(self, now: float) -> set[str]:
        """Entries with a folder that cannot be read, for as long as it is waited for."""
        patience = PATIENCE * self.quiet_s
        return {self._entry(os.path.join(path, "")) for path, since in self._closed.items() if now - since < patience}

    def _to_open(self, paths: Iterable[str]) -> tuple[Path, ...]:
        """The highest folders below the watched one that hold nothing of another study, or else the files."""
        own = {Path(path) for path in paths}
        labels = (self._files[str(path)].label for path in own)
        study = {label.study for label in labels if label is not None}
        mixed = {
            parent
            for path, file in self._files.items()
            if Path(path) not in own and not _goes_with(file, study)
            for parent in Path(path).parents
        }
        found: dict[Path, None] = {}
        for path in own:
            here = path
            for parent in path.parents:
                if parent == self.folder or parent in mixed or self.folder not in parent.parents:
                    break
                here = parent
            found[here] = None
        return tuple(sorted(found))

    def _tell(self, code: str, path: str, error: OSError) -> None:
        from inference.reading import os_reason

        self._say(InputError(code, path=path, reason=os_reason(error)))

    def _say(self, error: InputError) -> None:
        path = str(error.parameters["path"])
        if path not in self._told:
            self._told.add(path)
            self.trouble.append(error)


def _goes_with(file: _File, study: set[Study]) -> bool:
    """Whether a file in the folder of a study is its own, or nothing that is read."""
    if file.label is None or file.label.kind in ("archive", "unfinished"):
        return False
    return file.label.kind == "other" or file.label.study in study


def _lacks_images(files: Iterable[_File]) -> bool:
    """Whether numbers are missing between the images of a series, or it has fewer than its sender says."""
    series: dict[str, list[Label]] = defaultdict(list)
    for file in files:
        if file.label is not None:
            series[file.label.series].append(file.label)
    return any(_lacks(labels) for labels in series.values())


def _lacks(labels: list[Label]) -> bool:
    numbers = {label.number for label in labels if label.number is not None}
    said = max((label.siblings for label in labels if label.siblings is not None), default=0)
    return len({label.instance for label in labels}) < said or (
        bool(numbers) and max(numbers) - min(numbers) >= len(numbers)
    )

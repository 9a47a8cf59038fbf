"""What a program that was killed leaves of patients, and how the next start removes it.

Everything that is being written has the number of its process in its name. Folders that the user chose, in which
nobody would look again, are noted for as long as something is being written there.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.places import Places, default_places
from desktop.placing import finish
from inference.errors import InputError
from inference.files import UNFINISHED
from inference.reading import read_bytes

SHARED_FOLDER = Path("/dev/shm")
"""Where Linux keeps shared memory; elsewhere it goes away with the last process that uses it."""
OURS = "precontrast-"
"""Shared memory and temporary files of the program are called so, with the number of the process behind it."""
OLDEST_SECONDS = 86_400
"""Whatever is older is left over, even where another process has taken the number of its own."""
MOST_BYTES = 2**16
"""Of a note: the longest path of a folder is shorter."""
_NUMBER = re.compile(r"(\d+)-")


@contextmanager
def noted(folder: Path) -> Iterator[None]:
    """Note that something is being written in a folder; where that cannot be noted, it is written all the same."""
    notes = default_places().leftovers
    note = notes / f"{os.getpid()}-{uuid.uuid4().hex}"
    with contextlib.suppress(OSError):
        notes.mkdir(mode=0o700, parents=True, exist_ok=True)
        note.write_bytes(os.fsencode(folder.absolute()))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def sweep(places: Places) -> int:
    """Remove what processes that are gone have left; returns how many things.

    What cannot be removed now is tried again at the next start.
    """
    removed = sum(_sweep(folder, UNFINISHED) for folder in {places.data, places.config, places.handover, places.packs})
    for note in _files_in(places.leftovers):
        if _is_left(note, ""):
            # What is no note, or names what no folder can be called, is left over all the same.
            with contextlib.suppress(InputError):
                removed += _sweep(Path(os.fsdecode(read_bytes(note, MOST_BYTES, follow=False))), UNFINISHED)
            with contextlib.suppress(OSError):
                note.unlink()
    removed += _sweep(Path(tempfile.gettempdir()), OURS)
    if sys.platform.startswith("linux"):
        removed += _sweep(SHARED_FOLDER, OURS)
    return removed


def _sweep(folder: Path, prefix: str) -> int:
    removed = 0
    for path in _files_in(folder):
        if path.name.startswith(prefix) and _is_left(path, prefix):
            with contextlib.suppress(OSError):
                _remove(path)
                removed += 1
    return removed


def _remove(path: Path) -> None:
    """Remove a thing; a report that was made and not yet in its place is put there first."""
    if path.is_symlink() or not path.is_dir():
        path.unlink()
        return
    finish(path)
    shutil.rmtree(path)


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except (OSError, ValueError):  # ValueError: a name that no folder can have
        return []


def _is_left(path: Path, prefix: str) -> bool:
    """Whether the process that made something is gone, or has had a day for it."""
    number = _NUMBER.match(path.name.removeprefix(prefix))
    try:
        old = time.time() - path.lstat().st_mtime > OLDEST_SECONDS
    except OSError:
        return False
    return number is not None and (old or not _is_alive(int(number[1])))


def _is_alive(process: int) -> bool:
    if os.name == "nt":
        import ctypes

        query, access_denied = 0x1000, 5
        handle = ctypes.windll.kernel32.OpenProcess(query, False, process)  # type: ignore[attr-defined]
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
        return bool(handle) or ctypes.windll.kernel32.GetLastError() == access_denied  # type: ignore[attr-defined]
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True

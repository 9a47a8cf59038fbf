"""A second start hands what it was given to the window that is open, through a folder: no socket is opened for it.

Which window is the first is told by a lock of the operating system, which ends with its program however that ends.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

from desktop.files import write_whole
from inference.errors import InputError
from inference.reading import read_bytes

TAKEN_SECONDS = 5.0
"""A window that lives takes what it is handed within a fraction of this."""
MOST_BYTES = 1_000_000
LETTERS = "[!.]*.json"
"""Names of what is handed over, not of what is still being written beside it."""


def hand_over(folder: Path, paths: tuple[Path, ...], wait_s: float = TAKEN_SECONDS) -> bool:
    """Hand paths to the window that is open, which comes to the front; returns whether it took them.

    Parameters
    ----------
    folder
        See :attr:`desktop.places.Places.handover`.
    paths
        Absolute, as the other program has another current folder; none only brings the window to the front.
    """
    letter = folder / f"{time.time_ns():020}-{os.getpid()}.json"
    try:
        # ASCII: names of files may hold what is no text.
        write_whole(letter, json.dumps([str(path) for path in paths]).encode())
    except InputError:
        return False
    until = time.monotonic() + wait_s
    while time.monotonic() < until:
        if not letter.exists():
            return True
        time.sleep(0.02)
    try:
        letter.unlink()
    except FileNotFoundError:  # taken at the last moment
        return True
    except OSError:
        return False
    return False


def take_over(folder: Path) -> list[tuple[Path, ...]]:
    """What other starts have handed over since this was last asked, the first first."""
    found = []
    for letter in sorted(folder.glob(LETTERS)) if folder.is_dir() else ():
        try:
            data = read_bytes(letter, MOST_BYTES)
        except InputError:
            data = b""
        try:
            letter.unlink()
            given = json.loads(data)
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(given, list) and all(isinstance(path, str) and path for path in given):
            found.append(tuple(Path(path) for path in given))
    return found


def discard_old(folder: Path) -> None:
    """Remove what a start that was ended has left: nobody waits for it any more."""
    for letter in folder.glob(LETTERS) if folder.is_dir() else ():
        try:
            if time.time() - letter.stat().st_mtime > 2 * TAKEN_SECONDS:
                letter.unlink()
        except OSError:
            continue

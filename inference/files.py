"""Files that are written whole or not at all, even through a power cut."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

REPLACE_TRIES = 10
UNFINISHED = ".unfinished-"
"""Beginning of the names of what is being written."""


def unfinished_prefix() -> str:
    """The same with the number of this process, so that what it leaves when it is killed is known as left over."""
    return f"{UNFINISHED}{os.getpid()}-"


@contextmanager
def unfinished(path: Path, suffix: str | None = None) -> Iterator[Path]:
    """A file beside ``path``, for its user alone, that takes its place when nothing went wrong.

    Parameters
    ----------
    suffix
        None: that of ``path``, for libraries that go by it. With it, whoever looks through the folder
        for files of the kind finds what is not finished, too.

    Raises
    ------
    OSError
        What was there before is then still there, and nothing else is.
    """
    handle, name = tempfile.mkstemp(
        suffix=path.suffix if suffix is None else suffix, prefix=unfinished_prefix(), dir=path.parent
    )
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        # Writable, as Windows writes nothing to the disk through a descriptor that only reads.
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        _replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(path.parent)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file for its user alone, whole or not at all.

    Raises
    ------
    OSError
        As of :func:`unfinished`.
    """
    with unfinished(path, suffix="") as beside:
        beside.write_bytes(data)


def sync_folder(folder: Path) -> None:
    """Have a folder's names written to the disk: a file that was renamed may otherwise be the old one after a cut.

    Windows does that by itself, and some network drives cannot.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _replace(beside: Path, path: Path) -> None:
    """Let a file take the place of another; Windows refuses for as long as a program is reading that one."""
    for _ in range(REPLACE_TRIES - 1):
        try:
            os.replace(beside, path)
            return
        except PermissionError:
            time.sleep(0.02)
    os.replace(beside, path)

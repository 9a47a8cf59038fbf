"""Files that two programs may use at once and that must survive a power cut."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inference.errors import InputError
from inference.files import write_bytes

LOCK_SECONDS = 10.0
"""Nobody holds a lock for longer than a few writes."""
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
"""What the systems say when another program holds the lock."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; only the user may read it, and its folder is made if needed.

    Raises
    ------
    InputError
        ``file.unwritable``; what was there before is then still there.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_bytes(path, data)
    except OSError as error:
        raise InputError("file.unwritable", path=str(path)) from error


@contextmanager
def locked(path: Path, wait_s: float = LOCK_SECONDS) -> Iterator[None]:
    """Keep other programs, and other threads, out of the block by a lock on a file of its own.

    The lock is the operating system's: it ends with its program, however that ends, and is never left behind.

    Raises
    ------
    InputError
        ``file.locked`` when another program keeps it, ``file.unwritable`` when there can be no such file.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise InputError("file.unwritable", path=str(path)) from error
    try:
        _wait_for(descriptor, path, wait_s)
        yield
    finally:
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path, wait_s: float) -> None:
    until = time.monotonic() + wait_s
    while True:
        try:
            _lock(descriptor)
            return
        except OSError as error:
            if error.errno not in _HELD:
                raise InputError("file.unwritable", path=str(path)) from error
            if time.monotonic() >= until:
                raise InputError("file.locked", path=str(path)) from error
        time.sleep(0.02)


def _lock(descriptor: int) -> None:
    """Take the lock or fail at once; closing the descriptor gives it back."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

"""What SQLite and the disk say, as errors that name the file and what to do."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inference.errors import InputError
from inference.reading import open_ordinary, os_reason

_UNWRITABLE = {
    sqlite3.SQLITE_FULL: "file.disk-full",
    sqlite3.SQLITE_READONLY: "file.read-only",
    sqlite3.SQLITE_PERM: "file.no-permission",
    sqlite3.SQLITE_AUTH: "file.no-permission",
    sqlite3.SQLITE_IOERR: "file.input-output",
    sqlite3.SQLITE_CANTOPEN: "file.system",
}
MAGIC = b"SQLite format 3\0"
_PRIMARY = 0xFF
"""SQLite's codes carry details above the lowest byte."""


@contextmanager
def named_faults(path: Path) -> Iterator[None]:
    """Turn faults of the store into errors for the user.

    Raises
    ------
    InputError
        ``cases.busy``, ``cases.unwritable`` with the reason, or ``cases.damaged``.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # faults of the program
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except UnicodeDecodeError as error:  # SQLite quotes damaged bytes in what it says, which Python cannot read
        raise InputError("cases.damaged", path=str(path), detail=ascii(error.object[:200])) from error
    except OSError as error:
        raise InputError("cases.unwritable", path=str(path), reason=os_reason(error)) from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> InputError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return InputError("cases.busy", path=str(path))
    if code in _UNWRITABLE:
        return InputError("cases.unwritable", path=str(path), reason=_UNWRITABLE[code])
    return InputError("cases.damaged", path=str(path), detail=str(error))


def place_of(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def refuse_other_content(path: Path) -> None:
    """Refuse a file that begins otherwise; SQLite would take a very short one for empty and write over it.

    Not where a journal lies beside it: the file may have been cut off while it was made, and SQLite undoes that first.

    Raises
    ------
    InputError
        ``cases.damaged``, or ``cases.unwritable`` for what is no file, the journals beside it included; a pipe would
        make the program wait.
    """
    try:
        with open_ordinary(path) as file:
            beginning = file.read(len(MAGIC))
    except InputError as error:
        reason = error.parameters.get("reason", "file.system")
        raise InputError("cases.unwritable", path=str(path), reason=reason) from error
    for ending in ("-journal", "-wal", "-shm"):  # SQLite opens them by itself, and waits where one is a pipe
        beside = path.with_name(f"{path.name}{ending}")
        if os.path.lexists(beside) and not stat.S_ISREG(os.lstat(beside).st_mode):
            raise InputError("cases.unwritable", path=str(beside), reason="file.special")
    journal = path.with_name(f"{path.name}-journal")
    if beginning not in (b"", MAGIC) and not (journal.exists() and journal.stat().st_size):
        raise InputError("cases.damaged", path=str(path), detail="header")

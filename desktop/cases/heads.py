"""The store's own copy of how far the audit log has come: a log that is deleted or put back is missed by it.

It is neither encrypted nor part of any case, so that it can be noted without opening the store for good.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from desktop.cases.faults import named_faults
from desktop.cases.pieces import read_meta, write_meta
from desktop.cases.schema import SEALED_SINCE, transaction, version_of
from desktop.cases.sealing import Damaged
from inference.errors import InputError


def note_head(path: Path, count: int, digest: str) -> None:
    """Note a later state of the log; where the store is busy, damaged or not there yet, the next line does that."""
    if not os.path.exists(path):  # nor may it be looked at
        return
    try:
        with named_faults(path), closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            # Whatever a power cut takes away here is only an older state of the same log.
            connection.execute("PRAGMA synchronous = NORMAL")
            if version_of(connection, path) < SEALED_SINCE:
                return
            with transaction(connection):
                if count > _head(connection)[0]:
                    write_meta(connection, "log", [count, digest])
    except (InputError, Damaged):
        return


def head_in(path: Path) -> tuple[int, str, bool]:
    """Lines of the log and the digest of the last, as the store last saw them, and whether it has any outcome.

    Raises
    ------
    InputError
        As of :class:`desktop.cases.store.CaseStore`.
    """
    if not os.path.exists(path):  # nor may it be looked at
        return 0, "", False
    with named_faults(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        version = version_of(connection, path)
        if not version:
            return 0, "", False
        (some,) = connection.execute("SELECT EXISTS (SELECT 1 FROM outcomes)").fetchone()
        try:
            count, digest = _head(connection) if version >= SEALED_SINCE else (0, "")
        except Damaged as error:
            raise InputError("cases.damaged", path=str(path), detail=str(error)) from error
    return count, digest, bool(some)


def _head(connection: sqlite3.Connection) -> tuple[int, str]:
    found = read_meta(connection, "log")
    return (found[0], found[1]) if found else (0, "")

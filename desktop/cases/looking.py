"""A look at a case store that changes nothing, not even the files that SQLite keeps beside it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop.cases.copies import copies_of
from desktop.cases.faults import named_faults
from desktop.cases.schema import MIGRATIONS, version_of


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a case store is.

    Attributes
    ----------
    version
        Of its tables.
    outdated
        It is of an earlier version of the program, and will be brought to this one when a case is opened.
    cases
        How many there are.
    copies
        What earlier versions of the program left.
    """

    version: int
    outdated: bool
    cases: int
    copies: tuple[Path, ...]


def look(path: Path) -> StoreFacts:
    """Facts of a store.

    Raises
    ------
    InputError
        As of :class:`desktop.cases.store.CaseStore`.
    """
    # With a journal another program has the store open, and its files are there already. Without one, SQLite would
    # make them only to look; nobody writes then, and it is told so.
    open_elsewhere = os.path.exists(path.with_name(f"{path.name}-wal"))
    address = f"{path.absolute().as_uri()}?mode=ro{'' if open_elsewhere else '&immutable=1'}"
    with named_faults(path), closing(sqlite3.connect(address, uri=True)) as connection:
        version = version_of(connection, path)
        count = connection.execute("SELECT count(*) FROM cases").fetchone()[0] if version else 0
    return StoreFacts(version, version < len(MIGRATIONS), count, tuple(copies_of(path)))

"""Copies of the case store as earlier versions of the program left it, so that one can go back to them.

A copy lies beside the store, with the version of its tables in its name: ``cases.v2.sqlite`` is what a program saw that
knew version 2. It holds patients like the store itself: a case that is deleted is deleted there, too.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from desktop.cases.faults import named_faults
from desktop.cases.pieces import count_cases
from inference.files import sync_folder, unfinished_prefix


def copies_of(path: Path) -> list[Path]:
    """The copies that lie beside a store, by name."""
    return sorted(path.parent.glob(f"{path.stem}.v*{path.suffix}"))


def keep_copy(path: Path, version: int) -> Path:
    """Copy a store, which the caller keeps others from writing; an earlier copy is never written over.

    Raises
    ------
    sqlite3.Error, OSError
        Then there is no copy, nor a part of one.
    """
    handle, name = tempfile.mkstemp(prefix=unfinished_prefix(), dir=path.parent)
    os.close(handle)
    copy = Path(name)
    try:
        # By a connection of its own: SQLite copies nothing from one that is about to write.
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            # A copy is read by itself, without the files that a store in use has beside it.
            target.execute("PRAGMA journal_mode = DELETE")
        # Under its own name only when it is whole; the caller keeps others from taking that name.
        kept = copy.rename(_free_name(path, version))
    except BaseException:
        copy.unlink()
        raise
    sync_folder(path.parent)
    return kept


def delete_legible_copies(path: Path) -> None:
    """Remove the copies of an encrypted store that hold its patients in clear.

    One that cannot be removed now is tried again when the store is next opened: the key that has just been made must
    not be lost over it.
    """
    for copy in copies_of(path):
        with contextlib.suppress(OSError, sqlite3.Error):
            if not _is_encrypted(copy):
                copy.unlink()


def _is_encrypted(copy: Path) -> bool:
    with closing(sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            sealed = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone()
            return bool(sealed and connection.execute("SELECT 1 FROM meta WHERE name = 'key'").fetchone())
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_NOTADB:
                raise
            return False  # nothing that anybody could go back to


def delete_in_copies(path: Path, case_id: str) -> None:
    """Delete a case from every copy of a store; nothing of it stays in the files.

    Raises
    ------
    InputError
        As of :class:`desktop.cases.store.CaseStore`, naming the copy.
    """
    for copy in copies_of(path):
        with named_faults(copy), closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("BEGIN IMMEDIATE")
            gone = connection.execute("DELETE FROM cases WHERE id = ?", [case_id]).rowcount
            if gone and connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone():
                # It knows how many cases it has, and would take this one for lost.
                count_cases(connection, -gone)
            connection.execute("COMMIT")


def _free_name(path: Path, version: int) -> Path:
    wanted, number = path.with_name(f"{path.stem}.v{version}{path.suffix}"), 1
    while wanted.exists():
        number += 1
        wanted = path.with_name(f"{path.stem}.v{version}-{number}{path.suffix}")
    return wanted

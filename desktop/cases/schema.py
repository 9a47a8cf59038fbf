"""Tables of the case store, and how a store of an earlier version of the program becomes one of this version."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.cases.copies import keep_copy
from desktop.cases.sealing import Sealer
from inference.errors import InputError

APPLICATION_ID = 0x50524543
"""Marks the file as the program's own."""

_CASES = (
    """
    CREATE TABLE cases (
        id TEXT NOT NULL PRIMARY KEY,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'refused', 'signed')),
        patient_name TEXT NOT NULL,
        patient_id TEXT NOT NULL,
        accession TEXT NOT NULL,
        study_date TEXT NOT NULL,
        pack TEXT NOT NULL,
        tier TEXT,
        tier_en TEXT,
        tier_zh TEXT,
        tier_colour TEXT,
        tier_shape TEXT,
        probability REAL,
        edited INTEGER NOT NULL,
        closed INTEGER NOT NULL,
        searched TEXT NOT NULL,
        entered TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cases_by_change ON cases (changed)",
    # Apart from the cases, as an outcome holds pictures and the list must be quick.
    """
    CREATE TABLE outcomes (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        json TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE masks (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        step TEXT NOT NULL,
        description TEXT NOT NULL,
        labels BLOB NOT NULL,
        certainty BLOB NOT NULL,
        PRIMARY KEY (case_id, step)
    ) STRICT
    """,
)
_EVENTS = (
    """
    CREATE TABLE events (
        case_id TEXT NOT NULL PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        extravasated INTEGER,
        volume_ml REAL,
        agent TEXT NOT NULL,
        site TEXT NOT NULL,
        severity TEXT NOT NULL,
        follow_up TEXT NOT NULL,
        note TEXT NOT NULL,
        recorded_by TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE predictions (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        pack TEXT NOT NULL,
        version TEXT NOT NULL,
        log_odds REAL NOT NULL,
        tier TEXT NOT NULL,
        probability REAL,
        prevalence REAL,
        PRIMARY KEY (case_id, pack)
    ) STRICT
    """,
    *(
        f"""
        INSERT OR IGNORE INTO predictions
        SELECT
            case_id,
            json_extract(json, '{part}.pack.manifest.id'),
            json_extract(json, '{part}.pack.manifest.version'),
            json_extract(json, '{part}.risk.log_odds'),
            json_extract(json, '{part}.risk.tier'),
            json_extract(json, '{part}.risk.probability'),
            json_extract(json, '{part}.risk.site_prevalence')
        FROM outcomes
        WHERE CASE WHEN json_valid(json) THEN json_extract(json, '{part}.risk.log_odds') IS NOT NULL END
        """
        for part in ("$", "$.fallback")
    ),
)
_SIGNED = (
    # What was signed stays as it was, whatever is asked about the case afterwards.
    """
    CREATE TABLE signed (
        case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        pack TEXT NOT NULL,
        version INTEGER NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (case_id, pack, version)
    ) STRICT
    """,
    """
    INSERT INTO signed
    SELECT case_id, json_extract(json, '$.pack.manifest.id'), coalesce(json_extract(json, '$.version'), 1), json
    FROM outcomes
    WHERE CASE WHEN json_valid(json) THEN json_array_length(json, '$.signatures') > 0 END
    """,
)
_OLD = ("cases", "outcomes", "masks", "events", "predictions", "signed")
_REFERENCE = "case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED"
_SEALED = (
    # Each piece with its digest, or encrypted; what is in clear here names no patient.
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, sealed BLOB NOT NULL) STRICT",
    """
    CREATE TABLE cases (
        id TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL, revision INTEGER NOT NULL, sealed BLOB NOT NULL
    ) STRICT
    """,
    *(
        f"CREATE TABLE {name} ({_REFERENCE}, sealed BLOB NOT NULL, PRIMARY KEY (case_id)) STRICT"
        for name in ("sheets", "outcomes", "events")
    ),
    f"CREATE TABLE masks ({_REFERENCE}, step TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (case_id, step)) STRICT",
    f"""
    CREATE TABLE predictions (
        {_REFERENCE}, pack TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (case_id, pack)
    ) STRICT
    """,
    f"""
    CREATE TABLE signed (
        {_REFERENCE}, pack TEXT NOT NULL, version INTEGER NOT NULL, sealed BLOB NOT NULL,
        PRIMARY KEY (case_id, pack, version)
    ) STRICT
    """,
)


def _seal_all(connection: sqlite3.Connection, sealer: Callable[[], Sealer]) -> None:
    from desktop.cases.upgrade import copy_sealed

    for name in _OLD:
        connection.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
    for statement in _SEALED:
        connection.execute(statement)
    copy_sealed(connection)
    for name in reversed(_OLD):
        connection.execute(f"DROP TABLE old_{name}")


def _rename_happened(connection: sqlite3.Connection, sealer: Callable[[], Sealer]) -> None:
    from desktop.cases.upgrade_events import rename_happened

    rename_happened(connection, sealer())


Statement = str | Callable[[sqlite3.Connection, Callable[[], Sealer]], None]
"""SQL, or what is done with the connection and what tells how the pieces of the store are sealed."""
MIGRATIONS: tuple[tuple[Statement, ...], ...] = (
    _CASES,
    _EVENTS,
    _SIGNED,
    (_seal_all,),
    (_rename_happened,),
)
"""What makes a store of version n + 1 of one of version n. What was released is never changed."""
SEALED_SINCE = 4
"""From this version on a store consists of sealed pieces, and knows how many cases it has and the head of the log."""


def prepare(connection: sqlite3.Connection, path: Path, sealer: Callable[[], Sealer]) -> None:
    """Bring a store to the present version, in one transaction: it is done whole or not at all.

    What an earlier version of the program left is copied first.

    Parameters
    ----------
    sealer
        Tells how the pieces of the store are sealed; asked only where pieces have to be read.

    Raises
    ------
    InputError
        ``cases.newer`` for a store of a later version of the program, ``cases.not-ours`` for another program's file;
        as of ``sealer``.
    sqlite3.Error
        As SQLite finds the file.
    """
    # In a transaction even to look: another program may be making the tables just now.
    with transaction(connection, "DEFERRED"):
        version = version_of(connection, path)
    if version == len(MIGRATIONS):
        return
    copy = None
    try:
        with transaction(connection):
            version = version_of(connection, path)
            if 0 < version < len(MIGRATIONS):
                copy = keep_copy(path, version)
            _migrate(connection, version, sealer)
    except BaseException:
        # The store is as it was; a copy for each attempt would fill the disk.
        if copy is not None:
            copy.unlink(missing_ok=True)
        raise


def _migrate(connection: sqlite3.Connection, version: int, sealer: Callable[[], Sealer]) -> None:
    for statements in MIGRATIONS[version:]:
        for statement in statements:
            if callable(statement):
                statement(connection, sealer)
            else:
                connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def keep_journal(connection: sqlite3.Connection, wait_s: float) -> None:
    """Let one program write while others read. For this alone SQLite does not wait by itself."""
    until = time.monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        time.sleep(0.02)


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing; the lock to write is taken at once, so that two programs wait instead of failing."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself may have ended it.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Version of the tables of a store; 0 for an empty file.

    Raises
    ------
    InputError
        As of :func:`prepare`; ``cases.damaged`` where there are views or triggers.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and (application or version or tables):
        raise InputError("cases.not-ours", path=str(path))
    if version > len(MIGRATIONS):
        raise InputError("cases.newer", path=str(path))
    if version < 0:
        raise InputError("cases.damaged", path=str(path), detail="version")
    # What runs by itself when a table is read or written is no part of any store, and might never end.
    foreign = "type IN ('view', 'trigger') OR sql LIKE 'CREATE VIRTUAL%'"
    (strange,) = connection.execute(f"SELECT count(*) FROM sqlite_schema WHERE {foreign}").fetchone()
    if strange:
        raise InputError("cases.damaged", path=str(path), detail="schema")
    return version

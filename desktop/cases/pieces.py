"""A case as sealed pieces in the store's tables: its line in the list, and what belongs to it.

The line of a case holds a tag of every other piece. A piece that is missing, or is an older one, is noticed as one that
has changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.cases.sealing import Damaged, Digested, Sealer, tag_of

KEYS: Mapping[str, tuple[str, ...]] = {
    "sheets": (),
    "outcomes": (),
    "events": (),
    "masks": ("step",),
    "predictions": ("pack",),
    "signed": ("pack", "version"),
}
"""Tables of pieces, and what tells a case's pieces in one table apart."""
_PLAIN = Digested()


@dataclass(frozen=True, slots=True)
class Line:
    """A case in the list.

    Attributes
    ----------
    sequence
        Grows with every change in the store, whatever the clock says.
    revision
        Grows with every change of this case.
    columns
        What the list shows; see :func:`desktop.cases.rows.case_columns`.
    tags
        Of its other pieces, by name; see :func:`piece_name`.
    """

    id: str
    sequence: int
    revision: int
    columns: Mapping[str, Any]
    tags: Mapping[str, str]


def piece_name(table: str, *key: object) -> str:
    """What a piece is called among those of its case."""
    return "/".join((table, *map(str, key)))


class Pieces:
    """Pieces as they lie in the tables behind a connection.

    Parameters
    ----------
    sealer
        How they are sealed; see :mod:`desktop.cases.sealing`.
    """

    def __init__(self, connection: sqlite3.Connection, sealer: Sealer) -> None:
        self.connection, self.sealer = connection, sealer

    def line(self, case_id: str) -> Line | None:
        """The line of a case.

        Raises
        ------
        Damaged
        """
        statement = "SELECT id, sequence, revision, sealed FROM cases WHERE id = ?"
        found = self.connection.execute(statement, [case_id]).fetchone()
        return None if found is None else self._opened(found)

    def lines(self) -> Iterator[Line | str]:
        """Lines of all cases, the last changed first, opened one by one; of one that is damaged, its id.

        Raises
        ------
        Damaged
            When there are not as many as were stored.
        """
        # Sorted here: an index could be damaged by itself.
        found = self.connection.execute("SELECT id, sequence, revision, sealed FROM cases NOT INDEXED").fetchall()
        if len(found) != (read_meta(self.connection, "cases") or 0):
            raise Damaged("meta/cases")
        found.sort(key=lambda row: row[1] if isinstance(row[1], int) else 0, reverse=True)
        return (self._opened_or_id(row) for row in found)

    def write_line(self, line: Line, renewed: bool = True) -> Line:
        """Store the line of a case; returns it with its new numbers.

        Parameters
        ----------
        renewed
            The case itself has changed, and is now the last that did.
        """
        (last,) = self.connection.execute("SELECT coalesce(max(sequence), 0) FROM cases").fetchone()
        if renewed:
            line = replace(line, sequence=last + 1, revision=line.revision + 1)
        data = json.dumps({"columns": line.columns, "tags": line.tags}).encode()
        sealed = self.sealer.seal(data, _about(line.id, line.sequence, line.revision))
        self.connection.execute(
            "INSERT INTO cases VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "sequence = excluded.sequence, revision = excluded.revision, sealed = excluded.sealed",
            [line.id, line.sequence, line.revision, sealed],
        )
        return line

    def put(self, tags: dict[str, str], table: str, case_id: str, data: bytes, *key: object) -> None:
        """Store a piece in place of the one of that name, and its tag."""
        sealed = self.sealer.seal(data, piece_name(table, case_id, *key))
        values = [case_id, *key, sealed]
        places = ", ".join("?" * len(values))
        self.connection.execute(f"INSERT OR REPLACE INTO {table} VALUES ({places})", values)
        tags[piece_name(table, *key)] = tag_of(sealed)

    def remove(self, tags: dict[str, str], table: str, case_id: str) -> None:
        """Remove all pieces of a case from a table, and their tags."""
        self.connection.execute(f"DELETE FROM {table} WHERE case_id = ?", [case_id])
        for name in _tags_of(tags, table):
            del tags[name]

    def take(self, table: str, line: Line) -> list[tuple[tuple[Any, ...], bytes]]:
        """All pieces of a case in a table, with what tells them apart.

        Raises
        ------
        Damaged
            When one has changed or is missing, or there is one more.
        """
        keys = KEYS[table]
        order = ", ".join(("case_id", *reversed(keys)))
        statement = f"SELECT {', '.join((*keys, 'sealed'))} FROM {table} WHERE case_id = ? ORDER BY {order}"
        found = self.connection.execute(statement, [line.id]).fetchall()
        if {piece_name(table, *key): _tag(sealed) for *key, sealed in found} != _tags_of(line.tags, table):
            raise Damaged(piece_name(table, line.id))
        return [(tuple(key), self.sealer.open(sealed, piece_name(table, line.id, *key))) for *key, sealed in found]

    def contents(self, table: str, line: Line | None) -> list[bytes]:
        """The same without what tells them apart, of a case that is there."""
        assert line is not None
        return [data for _, data in self.take(table, line)]

    def _opened(self, found: tuple[Any, ...]) -> Line:
        case_id, sequence, revision, sealed = found
        data = json.loads(_open(self.sealer, sealed, _about(case_id, sequence, revision)))
        return Line(case_id, sequence, revision, data["columns"], data["tags"])

    def _opened_or_id(self, found: tuple[Any, ...]) -> Line | str:
        try:
            return self._opened(found)
        except Damaged:
            return str(found[0])


def read_meta(connection: sqlite3.Connection, name: str) -> Any:
    """Something about the whole store.

    Raises
    ------
    Damaged
    """
    found = connection.execute("SELECT sealed FROM meta WHERE name = ?", [name]).fetchone()
    return None if found is None else json.loads(_open(_PLAIN, found[0], f"meta/{name}"))


def write_meta(connection: sqlite3.Connection, name: str, value: object) -> None:
    """Store something about the whole store."""
    sealed = _PLAIN.seal(json.dumps(value).encode(), f"meta/{name}")
    connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", [name, sealed])


def count_cases(connection: sqlite3.Connection, more: int) -> None:
    """Note that there are so many more cases, so that a case that is lost is missed."""
    write_meta(connection, "cases", (read_meta(connection, "cases") or 0) + more)


def _tags_of(tags: Mapping[str, str], table: str) -> dict[str, str]:
    return {name: tag for name, tag in tags.items() if name.partition("/")[0] == table}


def _about(case_id: str, sequence: int, revision: int) -> str:
    return f"cases/{case_id}/{sequence}/{revision}"


def _open(sealer: Sealer, sealed: object, about: str) -> bytes:
    if not isinstance(sealed, bytes):
        raise Damaged(about)
    return sealer.open(sealed, about)


def _tag(sealed: object) -> str:
    return tag_of(sealed) if isinstance(sealed, bytes) else ""

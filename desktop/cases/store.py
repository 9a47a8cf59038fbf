"""The case store: one SQLite file that several programs may have open."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cases import masks, rows
from desktop.cases.copies import delete_in_copies
from desktop.cases.faults import named_faults
from desktop.cases.model import Case, CaseRow, Event, Prediction, State, time_now
from desktop.cases.schema import keep_journal, prepare, transaction
from desktop.cases.searching import terms_of
from inference.errors import InputError

if TYPE_CHECKING:
    from inference.outcome import Outcome
    from inference.steps.context import Segmentation

BUSY_SECONDS = 10.0
"""So long another program may be writing before this one gives up."""
MAGIC = b"SQLite format 3\0"
_LIST = f"""
    SELECT {rows.LISTED}, EXISTS (SELECT 1 FROM events WHERE case_id = cases.id) FROM cases
    WHERE {{where}} ORDER BY changed DESC, id LIMIT ?
"""


class CaseStore:
    """Cases of this installation; to be used by the thread that made it, and closed.

    Every method may raise InputError ``cases.busy`` when another program keeps the store, ``cases.unwritable`` with
    the reason, or ``cases.damaged``. What is asked for is then not done at all, and nothing that is stored is lost.

    Parameters
    ----------
    path
        The file; it and its folder are made if needed, for the user's eyes only.

    Raises
    ------
    InputError
        Also ``cases.newer`` for a store of a later version of the program, ``cases.not-ours`` for another's file.
    """

    def __init__(self, path: Path, wait_s: float = BUSY_SECONDS) -> None:
        self.path = path
        with named_faults(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            _refuse_other_content(path)
            self._connection = sqlite3.connect(path, timeout=wait_s, isolation_level=None)
            try:
                prepare(self._connection, path)
                keep_journal(self._connection, wait_s)
                self._connection.execute("PRAGMA foreign_keys = ON")
                # What is deleted is overwritten: these are patients.
                self._connection.execute("PRAGMA secure_delete = ON")
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def save(self, case: Case) -> Case:
        """Store a case, new or again; returns it with the time of the change."""
        from desktop.report.record import record_of

        case = dataclasses.replace(case, changed=time_now())
        columns = rows.case_columns(case)
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
        with self._transaction() as connection:
            connection.execute(
                f"INSERT INTO cases ({names}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {changes}", columns
            )
            connection.execute("DELETE FROM outcomes WHERE case_id = ?", [case.id])
            connection.execute("DELETE FROM predictions WHERE case_id = ?", [case.id])
            if case.outcome is not None:
                connection.execute("INSERT INTO outcomes VALUES (?, ?)", [case.id, record_of(case.outcome)])
                if case.outcome.signatures:
                    connection.execute("INSERT OR REPLACE INTO signed VALUES (?, ?, ?, ?)", rows.signed_columns(case))
                connection.executemany(
                    "INSERT INTO predictions VALUES (?, ?, ?, ?, ?, ?, ?)", rows.predictions_of(case)
                )
        return case

    def get(self, case_id: str) -> Case:
        """The case with all that was entered and its outcome, which can be printed without the images.

        Raises
        ------
        InputError
            ``cases.unknown``; ``record.damaged`` or ``schema.invalid`` for an outcome that is not as it was written.
        """
        found = self._one(f"SELECT {rows.WHOLE} FROM cases LEFT JOIN outcomes ON case_id = id WHERE id = ?", case_id)
        if found is None:
            raise InputError("cases.unknown", case=case_id)
        return rows.case_of(found, self.path)

    def signed(self, case_id: str) -> list[Outcome]:
        """Every version of the report that was signed, the oldest first; later ones take nothing from them.

        Raises
        ------
        InputError
            ``record.damaged`` or ``schema.invalid`` for one that is not as it was written.
        """
        with named_faults(self.path):
            statement = "SELECT json FROM signed WHERE case_id = ? ORDER BY version, pack"
            found = self._connection.execute(statement, [case_id]).fetchall()
        return [rows.outcome_of(text, f"{self.path}, {case_id}") for (text,) in found]

    def search(self, text: str = "", state: State | None = None, limit: int = 500) -> list[CaseRow]:
        """Cases in which all that was typed is found (names, numbers, dates), the last changed first."""
        where, values = ["1"], []
        if state is not None:
            where.append("state = ?")
            values.append(state)
        for term in terms_of(text):
            where.append("(instr(searched, ?) OR instr(searched, ?))")
            values += term
        return self._listed(" AND ".join(where), *values, limit)

    def unfinished(self) -> list[CaseRow]:
        """Cases that were open when their program ended, or are open in another one."""
        return self._listed("NOT closed", -1)

    def resolve(self, beginning: str) -> str:
        """The one id that begins like this.

        Raises
        ------
        InputError
            ``cases.unknown`` or ``cases.ambiguous``.
        """
        wanted = beginning.strip().lower()
        with named_faults(self.path):
            statement = "SELECT id FROM cases WHERE substr(id, 1, ?) = ? LIMIT 2"
            found = self._connection.execute(statement, [len(wanted), wanted]).fetchall()
        if not wanted or not found:
            raise InputError("cases.unknown", case=beginning)
        if len(found) > 1:
            raise InputError("cases.ambiguous", case=beginning)
        return found[0][0]

    def delete(self, case_id: str) -> None:
        """Remove a case with its outcome, its masks and what happened; nothing of it stays in the file or in copies.

        Raises
        ------
        InputError
            ``cases.unknown``.
        """
        self._refuse_unknown(case_id)
        delete_in_copies(self.path, case_id)
        with self._transaction() as connection:
            if not connection.execute("DELETE FROM cases WHERE id = ?", [case_id]).rowcount:
                raise InputError("cases.unknown", case=case_id)
        with named_faults(self.path):
            # The journal, too, still holds what was deleted.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def save_masks(self, case_id: str, segmentations: Mapping[str, Segmentation]) -> None:
        """Store the masks of a case by step, in place of those that were there.

        Raises
        ------
        InputError
            ``cases.unknown``.
        """
        made = [(case_id, step, *masks.packed(found)) for step, found in segmentations.items()]
        with self._transaction() as connection:
            self._refuse_unknown(case_id)
            connection.execute("DELETE FROM masks WHERE case_id = ?", [case_id])
            connection.executemany("INSERT INTO masks VALUES (?, ?, ?, ?, ?)", made)

    def masks(self, case_id: str) -> dict[str, Segmentation]:
        """The masks of a case by step: labels as they were, certainty rounded to 1/255.

        Raises
        ------
        InputError
            ``cases.damaged`` when they are not as they were written.
        """
        statement = "SELECT step, description, labels, certainty FROM masks WHERE case_id = ? ORDER BY step"
        with named_faults(self.path):
            found = self._connection.execute(statement, [case_id]).fetchall()
        try:
            return {step: masks.unpacked(*parts) for step, *parts in found}
        except ValueError as error:
            raise InputError("cases.damaged", path=str(self.path), detail=case_id) from error

    def record_event(self, case_id: str, event: Event) -> Event:
        """Store what happened, in place of what was recorded before; returns it with its time.

        Raises
        ------
        InputError
            ``cases.unknown``.
        """
        event = dataclasses.replace(event, recorded_at=event.recorded_at or time_now())
        places = ", ".join("?" * (len(rows.EVENT) + 1))
        with self._transaction() as connection:
            self._refuse_unknown(case_id)
            connection.execute(
                f"INSERT OR REPLACE INTO events (case_id, {', '.join(rows.EVENT)}) VALUES ({places})",
                [case_id, *dataclasses.astuple(event)],
            )
        return event

    def event(self, case_id: str) -> Event | None:
        """What happened; None where nothing was recorded."""
        found = self._one(f"SELECT {', '.join(rows.EVENT)} FROM events WHERE case_id = ?", case_id)
        return None if found is None else rows.event_of(found)

    def predictions(self, pack_id: str) -> list[Prediction]:
        """What a pack, as itself or as another's fallback, predicted; the oldest case first."""
        statement = f"""
            SELECT p.case_id, p.pack, p.version, p.log_odds, p.tier, p.probability, p.prevalence,
                c.edited, e.case_id IS NOT NULL, {", ".join(f"e.{name}" for name in rows.EVENT)}
            FROM predictions p JOIN cases c ON c.id = p.case_id LEFT JOIN events e ON e.case_id = p.case_id
            WHERE p.pack = ? ORDER BY c.created, c.id
        """
        with named_faults(self.path):
            found = self._connection.execute(statement, [pack_id]).fetchall()
        return [rows.prediction_of(columns) for columns in found]

    def _listed(self, where: str, *values: object) -> list[CaseRow]:
        with named_faults(self.path):
            found = self._connection.execute(_LIST.format(where=where), values).fetchall()
        return [rows.case_row(columns) for columns in found]

    def _one(self, statement: str, case_id: str) -> tuple | None:
        with named_faults(self.path):
            return self._connection.execute(statement, [case_id]).fetchone()

    def _refuse_unknown(self, case_id: str) -> None:
        if self._one("SELECT 1 FROM cases WHERE id = ?", case_id) is None:
            raise InputError("cases.unknown", case=case_id)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with named_faults(self.path), transaction(self._connection):
            yield self._connection


def _refuse_other_content(path: Path) -> None:
    """Refuse a file that begins otherwise; SQLite would take a very short one for empty and write over it."""
    with path.open("rb") as file:
        beginning = file.read(len(MAGIC))
    if beginning not in (b"", MAGIC):
        raise InputError("cases.damaged", path=str(path), detail="header")

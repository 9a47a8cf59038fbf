"""The case store: one SQLite file that several programs may have open."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cases import masks, rows
from desktop.cases.copies import delete_in_copies, delete_legible_copies
from desktop.cases.faults import named_faults, place_of, refuse_other_content
from desktop.cases.keys import key_of, sealed_transaction, sealer_of
from desktop.cases.model import Case, CaseRow, Event, Prediction, State, time_now
from desktop.cases.pieces import Line, Pieces, count_cases, piece_name, read_meta, write_meta
from desktop.cases.schema import keep_journal, prepare
from desktop.cases.sealing import Damaged, Sealer
from desktop.cases.searching import terms_of
from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.audit_file import Entry
    from inference.outcome import Outcome
    from inference.segmentation import Segmentation

BUSY_SECONDS = 10.0
"""So long another program may be writing before this one gives up."""
ANY_EVENT = Event(note="\0")
"""Stands for an event that is recorded whatever was recorded before."""
Log = Callable[[], "Entry | None"]
"""Writes the line of the audit log for a change, if it is logged at all; what cannot be logged is not stored."""


class CaseStore:
    """Cases of this installation; to be used by the thread that made it, and closed.

    Every method may raise InputError ``cases.busy`` when another program keeps the store, ``cases.unwritable`` with
    the reason, ``cases.moved`` when its file is no longer where it was, ``cases.damaged``, or ``cases.case-damaged``
    with the case. What is asked for is then not done at all, and nothing that is stored is lost.

    Parameters
    ----------
    path
        The file; it and its folder are made if needed, for the user's eyes only.
    keys
        Where the key of an encrypted store is kept; see :func:`desktop.cases.keys.key_of`.

    Raises
    ------
    InputError
        Also ``cases.newer`` for a store of a later version of the program, ``cases.not-ours`` for another's file,
        ``cases.key-missing`` or ``cases.no-keychain`` for an encrypted one that cannot be opened.
    """

    def __init__(self, path: Path, wait_s: float = BUSY_SECONDS, keys: Callable[[str], bytes] = key_of) -> None:
        self.path, self._wait_s, self._to_wipe = path, wait_s, False
        with named_faults(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            refuse_other_content(path)
            self._connection = sqlite3.connect(path, timeout=wait_s, isolation_level=None)
            try:
                # What is deleted is overwritten: these are patients.
                self._connection.execute("PRAGMA secure_delete = ON")
                prepare(self._connection, path, lambda: sealer_of(self._connection, path, keys))
                keep_journal(self._connection, wait_s)
                self._connection.execute("PRAGMA foreign_keys = ON")
                self._place = place_of(path)
                self._pieces = Pieces(self._connection, sealer_of(self._connection, path, keys))
                # A program that was ended may have left a deleted patient in the journal, or legible ones in a copy.
                self._wipe_journal()
                if self._pieces.sealer.key_id:
                    delete_legible_copies(path)
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def save(self, case: Case, segmentations: Mapping[str, Segmentation] | None = None, log: Log | None = None) -> Case:
        """Store a case, new or again, whole or not at all; returns it with the time of the change and its revision.

        Parameters
        ----------
        segmentations
            Its masks by step, in place of those that were there; None: they stay.
        log
            Called once it is sure that nobody else's change is written over.

        Raises
        ------
        InputError
            ``cases.conflict`` when the case was stored by another since it was read, ``cases.gone`` when it was
            deleted; or as of ``log``.
        """
        case = dataclasses.replace(case, changed=time_now())
        with self._transaction() as connection:
            before = self._pieces.line(case.id)
            if before is None and case.revision:
                raise InputError("cases.gone", case=case.id)
            if before is not None and before.revision != case.revision:
                raise InputError("cases.conflict", case=case.id)
            tags = dict(before.tags) if before else {}
            rows.put_case(self._pieces, case, tags)
            if segmentations is not None:
                self._put_masks(case.id, segmentations, tags)
            if before is None:
                count_cases(connection, 1)
            line = self._pieces.write_line(Line(case.id, 0, case.revision, rows.case_columns(case), tags))
            self._write_log(log)
        return dataclasses.replace(case, revision=line.revision)

    def get(self, case_id: str) -> Case:
        """The case with all that was entered and its outcome, which can be printed without the images.

        Raises
        ------
        InputError
            ``cases.unknown``; ``record.damaged`` or ``schema.invalid`` for an outcome that is not as it was written.
        """
        with self._reading(case_id) as line:
            sheet, record = self._pieces.contents("sheets", line), self._pieces.contents("outcomes", line)
            if line is None or not sheet:
                raise Damaged(case_id)
        return rows.case_of(line, sheet[0], record[0] if record else None, self.path)

    def signed(self, case_id: str) -> list[Outcome]:
        """Every version of the report that was signed, the oldest first; later ones take nothing from them.

        Raises
        ------
        InputError
            ``record.damaged`` or ``schema.invalid`` for one that is not as it was written.
        """
        source = f"{self.path}, {case_id}"
        return [rows.outcome_of(data.decode(), source) for data in self.records(case_id, ("signed",))]

    def records(self, case_id: str, tables: tuple[str, ...] = ("signed", "outcomes")) -> list[bytes]:
        """Records of a case as they were written, which is what the audit log has the digests of."""
        with self._reading(case_id) as line:
            return [data for table in tables for data in self._pieces.contents(table, line)]

    def search(self, text: str = "", state: State | None = None, limit: int = 500) -> list[CaseRow]:
        """Cases in which all that was typed is found (names, numbers, dates), the last changed first.

        A case that is not as it was written is listed as ``damaged``, whatever is looked for.
        """
        terms = terms_of(text)
        found: list[CaseRow] = []
        for line in self._lines():
            if len(found) == limit:
                break
            if isinstance(line, str):
                found.append(rows.damaged_row(line))
            elif state in (None, line.columns["state"]) and _is_in(line, terms):
                found.append(rows.case_row(line))
        return found

    def unfinished(self) -> list[CaseRow]:
        """Cases that were open when their program ended, or are open in another one."""
        return [rows.case_row(line) for line in self._lines() if isinstance(line, Line) and not line.columns["closed"]]

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

    def delete(self, case_id: str, log: Log | None = None) -> None:
        """Remove a case with its outcome, its masks and what happened; nothing of it stays in the file or in copies.

        Parameters
        ----------
        log
            Called once it is sure that the case is there.

        Raises
        ------
        InputError
            ``cases.unknown``, or as of ``log``, and nothing is deleted; as of a copy, and the next start deletes it.
        """
        with self._transaction() as connection:
            if not connection.execute("DELETE FROM cases WHERE id = ?", [case_id]).rowcount:
                raise InputError("cases.unknown", case=case_id)
            count_cases(connection, -1)
            self._write_log(log)
            delete_in_copies(self.path, case_id)
            self._to_wipe = True

    def save_masks(self, case_id: str, segmentations: Mapping[str, Segmentation]) -> None:
        """Store the masks of a case by step, in place of those that were there.

        Raises
        ------
        InputError
            ``cases.unknown``.
        """
        with self._transaction():
            line = self._known(case_id)
            tags = dict(line.tags)
            self._put_masks(case_id, segmentations, tags)
            # The case itself has not changed: whoever has it open may go on.
            self._pieces.write_line(dataclasses.replace(line, tags=tags), renewed=False)

    def masks(self, case_id: str) -> dict[str, Segmentation]:
        """The masks of a case by step: labels as they were, certainty rounded to 1/255.

        Raises
        ------
        InputError
            ``cases.case-damaged`` when they are not as they were written.
        """
        with self._reading(case_id, {}) as line:
            found = self._pieces.take("masks", line) if line else []
            try:
                return {key[0]: masks.unpacked(data) for key, data in found}
            except ValueError as error:
                raise Damaged(case_id) from error

    def record_event(
        self, case_id: str, event: Event | None, before: Event | None = ANY_EVENT, log: Log | None = None
    ) -> Event | None:
        """Store what happened, or None to withdraw it, in place of what was recorded; returns it with its time.

        Parameters
        ----------
        before
            What was seen when this was entered.

        Raises
        ------
        InputError
            ``cases.unknown``; ``cases.conflict`` when something else was recorded since; or as of ``log``.
        """
        event = event and dataclasses.replace(event, recorded_at=event.recorded_at or time_now())
        with self._transaction():
            line = self._known(case_id)
            if before is not ANY_EVENT and before != self._event(line):
                raise InputError("cases.conflict", case=case_id)
            tags = dict(line.tags)
            self._pieces.remove(tags, "events", case_id)
            self._to_wipe = self._to_wipe or event is None
            if event is not None:
                self._pieces.put(tags, "events", case_id, rows.event_bytes(event))
            self._pieces.write_line(dataclasses.replace(line, tags=tags), renewed=False)
            self._write_log(log)
        return event

    def event(self, case_id: str) -> Event | None:
        """What happened; None where nothing was recorded."""
        with self._reading(case_id, {}) as line:
            return self._event(line) if line else None

    def predictions(self, pack_id: str) -> list[Prediction]:
        """What a pack, as itself or as another's fallback, predicted; the oldest case first."""
        with self._reading():
            name = piece_name("predictions", pack_id)
            chosen = [line for line in self._lines() if isinstance(line, Line) and name in line.tags]
            found = []
            for line in sorted(chosen, key=lambda line: (line.columns["created"], line.id)):
                (data,) = [data for key, data in self._pieces.take("predictions", line) if key[0] == pack_id]
                found.append(rows.prediction_of(line, pack_id, data, self._event(line)))
        return found

    @property
    def log_head(self) -> tuple[int, str]:
        """How many lines the audit log had when this store last saw it, and the digest of the last one."""
        return tuple(self.read_meta("log") or (0, ""))

    def read_meta(self, name: str) -> Any:
        """Something about the whole store."""
        with self._reading():
            return read_meta(self._connection, name)

    @contextmanager
    def rewriting(self, log: Log | None = None) -> Iterator[tuple[sqlite3.Connection, Pieces]]:
        """Write every piece anew in one transaction, and leave nothing of the old ones in the files."""
        self._to_wipe = True
        with self._transaction() as connection:
            yield connection, self._pieces
            self._write_log(log)

    @contextmanager
    def settling(self) -> Iterator[Callable[[Entry], None]]:
        """Keep every other program from changing the store; gives what notes a line of the log in it."""
        with self._transaction():
            yield lambda entry: self._write_log(lambda: entry)

    def use(self, sealer: Sealer) -> None:
        """Seal and open pieces in another way from now on."""
        self._pieces = Pieces(self._connection, sealer)

    def _put_masks(self, case_id: str, segmentations: Mapping[str, Segmentation], tags: dict[str, str]) -> None:
        self._pieces.remove(tags, "masks", case_id)
        for step, found in segmentations.items():
            self._pieces.put(tags, "masks", case_id, masks.packed(found), step)

    def _event(self, line: Line) -> Event | None:
        found = self._pieces.take("events", line)
        return rows.event_of(found[0][1]) if found else None

    def _write_log(self, log: Log | None) -> None:
        """Write the log last: what follows is the end of the transaction, or what the next start can finish."""
        if log is not None:
            from desktop.audit_file import digest_of

            entry = log()
            if entry is not None:
                write_meta(self._connection, "log", [entry.number, digest_of(entry)])

    def _known(self, case_id: str) -> Line:
        line = self._pieces.line(case_id)
        if line is None:
            raise InputError("cases.unknown", case=case_id)
        return line

    def _lines(self) -> Iterator[Line | str]:
        with self._reading():
            return self._pieces.lines()

    # --- transactions

    @contextmanager
    def _reading(self, case_id: str = "", absent: object = None) -> Iterator[Line | None]:
        """See the store as it is at one moment, and with it the line of a case.

        Parameters
        ----------
        absent
            Anything but None: the case need not be there.
        """
        with self._named(case_id):
            if self._connection.in_transaction:
                yield None
                return
            with sealed_transaction(self._connection, self.path, self._pieces.sealer, "DEFERRED"):
                line = None
                if case_id:
                    line = self._known(case_id) if absent is None else self._pieces.line(case_id)
                yield line

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._named():
            self._refuse_moved()
            with sealed_transaction(self._connection, self.path, self._pieces.sealer):
                yield self._connection
            # Only now is it sure that what was written is where the next one looks for it.
            self._refuse_moved()
            if self._to_wipe:
                self._wipe_journal()

    @contextmanager
    def _named(self, case_id: str = "") -> Iterator[None]:
        try:
            with named_faults(self.path):
                yield
        except Damaged as error:
            what = str(error).split("/")
            case = case_id or (what[1] if len(what) > 1 else "")
            code = "cases.damaged" if what[0] == "meta" else "cases.case-damaged"
            raise InputError(code, path=str(self.path), case=case, detail=str(error)) from error

    def _refuse_moved(self) -> None:
        """On systems that let a file be moved while it is open, writing to it would go on unseen."""
        if place_of(self.path) != self._place:
            raise InputError("cases.moved", path=str(self.path))

    def _wipe_journal(self) -> None:
        """Empty the journal, which holds what was deleted; where another program reads, that is done the next time."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        (blocked, *_), *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * self._wait_s)}")
        self._to_wipe = bool(blocked) and self._to_wipe


def _is_in(line: Line, terms: list[tuple[str, str]]) -> bool:
    return all(any(form in str(line.columns["searched"]) for form in forms) for forms in terms)

"""The case store and the audit log of an installation: written together, in one order, by every front end.

What changes a stored case is one transaction of the store. Its line of the log is written last in it, and then the
transaction is finished. Where the power fails between the two, the log says what the store does not have, and that is
settled at the next start (:mod:`desktop.reconcile`): a deletion is finished, as somebody had confirmed it; of any other
change the log then says that it was not stored. The other way round there would be changes that nobody is named for,
and nothing would tell that a line is missing.
"""

from __future__ import annotations

import dataclasses
import os
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.audit import AuditLog, details_of, unstored
from desktop.files import LOCK_SECONDS
from inference.errors import InputError, PrecontrastError

if TYPE_CHECKING:
    from desktop.cases import Case, CaseStore
    from desktop.cases.store import Log
    from desktop.report.standing import Standing
    from desktop.standing import SignedRecords
    from inference.outcome import Outcome
    from inference.segmentation import Segmentation

Result = TypeVar("Result")
BUSY = frozenset({"cases.busy", "file.locked"})
OVERTAKEN = frozenset({"cases.conflict", "cases.gone"})


@dataclass(frozen=True, slots=True)
class Line:
    """What the log is to say: one of :data:`desktop.audit.ACTIONS`, with its details of this moment."""

    action: str
    details: Mapping[str, object]


def line_of(action: str, outcome: Outcome | None = None, /, **details: object) -> Line:
    """A line of the log, about an outcome where there is one."""
    return Line(action, {**(details_of(outcome) if outcome is not None else {}), **details})


@dataclass(frozen=True, slots=True)
class Recorded:
    """Told when something has been stored and logged: which action, and of which case."""

    action: str
    case: str


class CaseRecords:
    """Stores and logs; to be used by the thread that made it, and closed.

    Parameters
    ----------
    cases, audit
        Files of the case store and of the audit log.
    user
        Gives the name of who works here now; empty: who is logged in to the computer.
    wait_s
        So long another program may be writing store or log before this one goes on without; None: as usual, and then
        what cannot be written is an error. With a time, it is written later, in its order (:meth:`retry`).
    warn
        Told what could not be written later either.

    Attributes
    ----------
    observers
        Called with a :class:`Recorded` after each change.
    """

    def __init__(
        self,
        cases: Path,
        audit: Path,
        user: Callable[[], str] = lambda: "",
        wait_s: float | None = None,
        warn: Callable[[PrecontrastError], None] = lambda error: None,
    ) -> None:
        self.wait_s, self._user, self._warn = wait_s, user, warn
        self._cases, self._audit = cases, audit
        self.observers: list[Callable[[Recorded], None]] = []
        self._store: CaseStore | None = None
        self._revisions: dict[str, int] = {}
        self._told: set[str] = set()
        self._signed: SignedRecords | None = None
        self._waiting: deque[Callable[[], object]] = deque()
        self._lent = False

    def __enter__(self) -> CaseRecords:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def store(self) -> CaseStore:
        """The cases.

        Raises
        ------
        InputError
            When the store cannot be opened; its message names file and fix.
        """
        from desktop.cases.store import BUSY_SECONDS, CaseStore

        if self._lent:
            raise InputError("cases.busy", path=str(self._cases))
        if self._is_sealed_anew():
            self.close()
        if self._store is None:
            self._store = CaseStore(self._cases, BUSY_SECONDS if self.wait_s is None else self.wait_s)
        return self._store

    def _is_sealed_anew(self) -> bool:
        """Whether another program has encrypted the open store since, or stored it in clear."""
        if self._store is None:
            return False
        try:
            self._store.read_meta("key")
        except InputError as error:
            return error.code == "cases.sealed-anew"
        return False

    @property
    def audit(self) -> AuditLog:
        """The log, in the name of who works here."""
        wait_s = LOCK_SECONDS if self.wait_s is None else self.wait_s
        return AuditLog(self._audit, self._user(), self._cases, wait_s)

    # --- the one order

    def change(self, do: Callable[[CaseStore, Log], Result], line: Line) -> Result:
        """Change the store and log that, both or neither, and tell it.

        Parameters
        ----------
        do
            Changes the store, which calls the given log within its transaction.

        Raises
        ------
        InputError
            As of store and log; then nothing was changed.
        """
        found = do(self.store, self._writing(line))
        self._tell(line)
        return found

    def log(self, line: Line) -> None:
        """Log what changes no stored case.

        Raises
        ------
        InputError
            When the log cannot be written.
        """
        self.audit.append(line.action, **line.details)
        self._tell(line)

    def keep(self, case: Case, masks: Mapping[str, Segmentation], line: Line | None = None) -> None:
        """Store a case with its masks and log that; the first time a case is stored, that is logged in any event.

        Parameters
        ----------
        masks
            In place of those that were there; none: they stay.

        Raises
        ------
        InputError
            When store or log cannot be written. ``cases.conflict`` and ``cases.gone`` are told once for a case.
        """
        self._write(lambda: self._keep(case, masks, line))

    def _keep(self, case: Case, masks: Mapping[str, Segmentation], line: Line | None) -> None:
        known = self._revisions.get(case.id, case.revision)
        if line is None and not known:
            line = line_of("case-opened", case=case.id, pack=case.pack)
        try:
            log = None if line is None else self._writing(line)
            saved = self.store.save(dataclasses.replace(case, revision=known), masks or None, log)
        except InputError as error:
            if error.code not in OVERTAKEN or case.id not in self._told:
                self._told.update([case.id] if error.code in OVERTAKEN else [])
                raise
            return
        self._revisions[case.id] = saved.revision
        if line is not None:
            self._tell(line)

    def know(self, case: Case) -> None:
        """The case has been read: from now on it is stored over the revision that it has."""
        self._revisions[case.id] = case.revision
        self._told.discard(case.id)

    def _writing(self, line: Line) -> Log:
        return partial(self.audit.append, line.action, **line.details)

    def _tell(self, line: Line) -> None:
        told = Recorded(line.action, str(line.details.get("case", "")))
        for observer in list(self.observers):
            observer(told)

    # --- what waits for another program

    @property
    def waiting(self) -> int:
        """How many changes wait for another program to let go of the store or the log."""
        return len(self._waiting)

    def retry(self) -> bool:
        """Try again to write what waits, in its order; returns whether all is written."""
        while self._waiting:
            try:
                self._waiting[0]()
            except InputError as error:
                if error.code in BUSY:
                    return False
                self._warn(error)
            self._waiting.popleft()
        return True

    def finish(self, seconds: float) -> None:
        """Write what waits before the program ends, for so long; what is then still waiting is told."""
        until = time.monotonic() + seconds
        while not self.retry():
            if time.monotonic() >= until:
                self._warn(InputError("cases.busy", path=str(self._cases)))
                return
            time.sleep(0.05)

    def _write(self, change: Callable[[], object]) -> None:
        if self._waiting and not self.retry():
            self._waiting.append(change)
            return
        try:
            change()
        except InputError as error:
            if error.code not in BUSY or self.wait_s is None:
                raise
            self._waiting.append(change)

    def settle(self) -> None:
        """Finish what a program that was ended had begun, and tell what it did not store.

        Raises
        ------
        InputError
            As of the store and the log.
        """
        from desktop.reconcile import finish_deletions

        if os.path.exists(self._cases):  # false where it may not be looked at
            self._write(lambda: finish_deletions(self.store, self.audit))
            self._write(self._tell_unstored)
        elif os.path.exists(self._audit) and unstored(self.audit.entries(), 0):
            self._write(self._tell_unstored)  # of a store that was deleted

    def _tell_unstored(self) -> None:
        """Say of which changes the log knows and the store does not: cases must not vanish in silence."""
        from desktop.reconcile import mark_unstored

        if lines := mark_unstored(self.store, self.audit):
            self._warn(InputError("cases.behind-log", path=str(self._cases), count=len(lines)))

    def lend(self) -> None:
        """Close the store for what rewrites it on a thread of its own; what is to be kept meanwhile waits.

        Raises
        ------
        InputError
            ``cases.busy`` while something is still to be written.
        """
        if not self.retry():
            raise InputError("cases.busy", path=str(self._cases))
        self.close()
        self._lent = True

    def take_back(self) -> None:
        """Go on with the store as it is now, and write what waited."""
        self._lent = False
        self.retry()

    # --- signatures

    def standing(self, outcome: Outcome, case: str = "") -> Standing:
        """How an outcome stands with the audit log; where the log cannot be read, no signature is confirmed.

        Parameters
        ----------
        case
            Id of the case that it belongs to.
        """
        from desktop.report.standing import Standing
        from desktop.standing import SignedRecords, standing_of

        try:
            records = self.store.records(case) if case and outcome.signatures else []
            self._signed = self._signed or SignedRecords(self._audit)
            found = standing_of(self._signed, outcome, records)
            return dataclasses.replace(found, identity=self._signed.identities.get(case))
        except InputError as error:
            self._warn(error)
            return Standing(confirmed=not outcome.signatures)

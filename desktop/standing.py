"""How a record stands with the audit log at the moment it is printed: whether its signatures were given here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.report.standing import Standing

if TYPE_CHECKING:
    from desktop.audit import Verdict
    from desktop.audit_file import Entry
    from inference.outcome import Outcome, Tick

SIGNING = frozenset({"signed", "ticked"})
"""Actions after which a record with signatures is as its signers left it."""
IDENTITY = frozenset({"identity-checked", "identity-withdrawn"})


class SignedRecords:
    """Digests of the records that a log knows as signed; what was verified once is not parsed again.

    A report asks after each tick, and the log of a year has some ten thousand lines.
    """

    def __init__(self, log: Path) -> None:
        self.log = log
        self._size, self._digest, self._count, self._last = 0, "", 0, ""
        self._signed: set[str] = set()
        self._cases: dict[str, str] = {}
        self.identities: dict[str, Tick] = {}
        """Of the lines that are sound: by the case, who has compared its patient last."""

    def look(self) -> tuple[Verdict, set[str]]:
        """Whether the log is sound, and the digests; none where it is not.

        Raises
        ------
        InputError
            ``file.unreadable``.
        """
        from desktop import audit_file
        from desktop.audit import Verdict, verify

        data, seal = audit_file.read_both(self.log)
        known = self._size and audit_file.sha256(data[: self._size]) == self._digest
        if not known:
            self._size, self._count, self._last, self._signed = 0, 0, audit_file.FIRST, set()
            self.identities.clear()
            self._cases.clear()
        for line in audit_file.lines_of(data[self._size :]):
            entry = audit_file.entry_of(line)
            if entry is None or (entry.number, entry.previous) != (self._count + 1, self._last):
                break
            self._count, self._last = entry.number, audit_file.sha256(line)
            if entry.action in SIGNING:
                self._signed.add(str(entry.details.get("outcome_sha256")))
                self._cases[str(entry.details.get("outcome_sha256"))] = str(entry.details.get("case"))
            elif entry.action in IDENTITY:
                self._note_identity(entry)
        self._size, self._digest = len(data), audit_file.sha256(data)
        if seal is not None and (self._count, self._last) == (seal.count, seal.last) and data.endswith(b"\n"):
            return Verdict(True, self._count, last=self._last), self._signed
        self._size = 0
        self.identities.clear()
        # Whatever is wrong is said as the audit log's own check says it.
        return verify(self.log), set()

    def identity_of(self, digest: str) -> Tick | None:
        """Who has compared the patient of the case in which the record with this digest was signed or ticked."""
        return self.identities.get(self._cases.get(digest, ""))

    def _note_identity(self, entry: Entry) -> None:
        from inference.outcome import Tick

        case = str(entry.details.get("case"))
        self.identities.pop(case, None)
        if entry.action == "identity-checked":
            self.identities[case] = Tick(0, str(entry.details.get("initials", "")), entry.time)


def standing_of(log: Path | SignedRecords, outcome: Outcome, records: Iterable[bytes] = ()) -> Standing:
    """Look a record up in a log.

    A record is a file that anybody can change and a signature in it is a line of text. What makes it one is the
    record's digest in the log, in a chain that is whole.

    Parameters
    ----------
    records
        Files and pieces of the store that may be this record as it was written: an earlier version of the program may
        have written the same outcome otherwise.

    Raises
    ------
    InputError
        ``file.unreadable`` for a log that cannot be read.
    """
    from desktop.audit_file import sha256
    from desktop.record import record_of

    known = log if isinstance(log, SignedRecords) else SignedRecords(log)
    verdict, signed = known.look()
    own = sha256(record_of(outcome).encode())
    if own not in signed:
        written = (sha256(record) for record in records if sha256(record) in signed and _holds(record, outcome))
        own = next(written, "")
    confirmed = not outcome.signatures or own != ""
    return Standing(confirmed, verdict.count, verdict.last if verdict.count else "", known.identity_of(own))


def _holds(record: bytes, outcome: Outcome) -> bool:
    from desktop.cases.rows import outcome_of
    from inference.errors import InputError

    try:
        return outcome_of(record.decode(errors="replace"), "record") == outcome
    except InputError:
        return False

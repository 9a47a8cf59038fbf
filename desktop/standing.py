"""How a record stands with the audit log at the moment it is printed: whether its signatures were given here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.outcome import Outcome

SIGNING = frozenset({"signed", "ticked"})
"""Actions after which a record with signatures is as its signers left it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the audit log says of a record.

    Attributes
    ----------
    confirmed
        Whether the record stands in the log as signed; also where it has no signature.
    count, head
        Lines of the log, and the SHA-256 of the last one: printed on a report, they prove later that the log had these
        lines. 0 where there is no log.
    """

    confirmed: bool = True
    count: int = 0
    head: str = ""


UNQUESTIONED = Standing()
"""Of an outcome that this program has just made."""


def standing_of(log: Path, outcome: Outcome, records: Iterable[bytes] = ()) -> Standing:
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
    from desktop.audit import AuditLog, verify
    from desktop.audit_file import sha256
    from desktop.report.record import record_of

    verdict = verify(log)
    confirmed = not outcome.signatures
    if not confirmed and verdict.ok:
        entries = AuditLog(log).entries()
        signed = {entry.details.get("outcome_sha256") for entry in entries if entry.action in SIGNING}
        confirmed = sha256(record_of(outcome).encode()) in signed or any(
            sha256(record) in signed and _holds(record, outcome) for record in records
        )
    return Standing(confirmed, verdict.count, verdict.last if verdict.count else "")


def _holds(record: bytes, outcome: Outcome) -> bool:
    from desktop.cases.rows import outcome_of
    from inference.errors import InputError

    try:
        return outcome_of(record.decode(errors="replace"), "record") == outcome
    except InputError:
        return False

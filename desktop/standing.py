"""How a record stands with the audit log at the moment it is printed: whether its signatures were given here."""

from __future__ import annotations

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


def standing_of(log: Path, outcome: Outcome, data: bytes | None = None) -> Standing:
    """Look a record up in a log.

    A record is a file that anybody can change and a signature in it is a line of text. What makes it one is the
    record's digest in the log, in a chain that is whole.

    Parameters
    ----------
    data
        The file that the outcome was read from: another version of the program may write the same outcome otherwise.

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
        own = {sha256(record_of(outcome).encode())} | ({sha256(data)} if data is not None else set())
        entries = AuditLog(log).entries()
        confirmed = any(e.action in SIGNING and e.details.get("outcome_sha256") in own for e in entries)
    return Standing(confirmed, verdict.count, verdict.last if verdict.count else "")

"""Who did what: a file that only grows, each line of which seals the one before it.

A line of the log is a JSON object that holds the SHA-256 of the line before it. Beside the log lies its seal, which
holds how many lines there are and the SHA-256 of the last one, so that lines cannot be cut off at the end either. Who
may write both files and knows how they are made can still make another log: for proof against that, note down the
hash that ``precontrast audit verify`` prints where others keep it.

Lines hold UIDs and hashes. The name or number of a patient is never in them, nor the path of a file, which may be
called after a patient.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import audit_file
from desktop.account import account_name
from desktop.audit_file import FIRST, UNSEALED, Entry, Seal, digest_of, entry_of, lines_of, sha256
from desktop.files import LOCK_SECONDS, locked
from inference.errors import InputError
from inference.reading import os_reason

if TYPE_CHECKING:
    from inference.outcome import Outcome

ACTIONS = frozenset(
    {
        "answers-changed",
        "cancelled",
        "case-deleted",
        "case-opened",
        "case-viewed",
        "cases-listed",
        "exported",
        "identity-checked",
        "identity-withdrawn",
        "images-inspected",
        "images-moved",
        "log-viewed",
        "mask-edited",
        "not-stored",
        "outcome-entered",
        "outcome-withdrawn",
        "pack-installed",
        "pack-removed",
        "permissions-tightened",
        "printed",
        "reprinted",
        "screen-locked",
        "screen-unlocked",
        "screened",
        "series-overridden",
        "signed",
        "site-changed",
        "store-decrypted",
        "store-encrypted",
        "ticked",
        "worker-crashed",
    }
)

IN_STORE = frozenset(
    {
        "case-opened",
        "images-moved",
        "mask-edited",
        "outcome-entered",
        "outcome-withdrawn",
        "screened",
        "signed",
        "ticked",
    }
)
"""Changes of a case of which the log says that they were not stored, where the store lacks them; a deletion that it
lacks is finished instead."""
MOST_CUT_OFF = 2
"""Changes of cases whose lines stand in the log and that programs which were ended may not have stored."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a log is as it was written.

    Attributes
    ----------
    count
        Lines that are there.
    first_bad_line
        From 1; where lines are missing, the one that stands in their place, or would. None where it is the seal that
        is missing.
    reason_code
        ``changed``, ``removed``, ``inserted``, ``unreadable``, ``unsealed``; beside a case store also ``rolled-back``,
        ``missing`` and, where it is the store that is not as it was, ``store-behind``; empty where all is well.
    last
        SHA-256 of the last line.
    """

    ok: bool
    count: int
    first_bad_line: int | None = None
    reason_code: str = ""
    last: str = FIRST


class AuditLog:
    """The log of this installation; several programs may write to it at once.

    Parameters
    ----------
    path
        File of the log; the seal and the lock lie beside it.
    user
        Who works here; empty: who is logged in to the computer.
    witness
        The case store, which notes how far the log has come; see :mod:`desktop.cases.heads`.
    wait_s
        So long another program may be writing before this one gives up.
    """

    def __init__(self, path: Path, user: str = "", witness: Path | None = None, wait_s: float = LOCK_SECONDS) -> None:
        self.path, self.user = path, user
        self._witness, self._wait_s = witness, wait_s

    def append(self, action: str, **details: object) -> Entry:
        """Add a line.

        Parameters
        ----------
        action
            One of ``ACTIONS``.
        **details
            What JSON can hold.

        Raises
        ------
        InputError
            ``file.locked``, ``file.unwritable`` or ``audit.unwritable``; then nothing was added.
        """
        if action not in ACTIONS:
            raise ValueError(f"not an action of the audit log: {action}")
        account = account_name()
        user = (self.user or account).encode(errors="replace").decode()
        if user != account:
            # What somebody is called here is free text; the account is not.
            details["account"] = account
        with locked(self.path.with_name(f"{self.path.name}.lock"), self._wait_s):
            try:
                seal = audit_file.seal_to_extend(self.path)
                time = datetime.now().astimezone().isoformat(timespec="seconds")
                entry = Entry(seal.count + 1, time, user, action, details, seal.last)
                audit_file.add(self.path, seal, entry)
            except OSError as error:
                raise InputError("audit.unwritable", path=str(self.path), reason=os_reason(error)) from error
            if self._witness is not None:
                from desktop.cases.heads import note_head

                note_head(self._witness, entry.number, digest_of(entry))
        return entry

    def verify(self) -> Verdict:
        """Check the log, also against what the case store has noted of it; see :func:`verify`."""
        return verify(self.path, self._witness)

    def entries(self) -> list[Entry]:
        """All lines that can be read, the oldest first; whether they are sound is for :func:`verify` to say.

        Raises
        ------
        InputError
            ``file.unreadable``.
        """
        data, _ = audit_file.read_both(self.path)
        return [entry for line in lines_of(data) if (entry := entry_of(line)) is not None]


def verify(path: Path, witness: Path | None = None) -> Verdict:
    """Check a log against itself and its seal, and against what a case store has noted of it.

    Raises
    ------
    InputError
        ``file.unreadable``, or as of the store.
    """
    noted, last, some = 0, "", False
    if witness is not None:
        from desktop.cases.heads import head_in

        noted, last, some = head_in(witness)
    data, seal = audit_file.read_both(path)
    lines = lines_of(data)
    if not lines and seal is None:
        return Verdict(True, 0) if not (noted or some) else Verdict(False, 0, None, "missing")
    hashes = [sha256(line) for line in lines]
    first_bad_line, reason = next(_breaks(lines, hashes, seal), (None, ""))
    if not reason and noted and [last] != hashes[noted - 1 : noted]:
        first_bad_line, reason = min(noted, len(lines) + 1), "rolled-back"
    if not reason and witness is not None:
        behind = unstored(filter(None, map(entry_of, lines)), noted)
        if len(behind) > MOST_CUT_OFF:
            first_bad_line, reason = behind[0], "store-behind"
    return Verdict(not reason, len(lines), first_bad_line, reason, (FIRST, *hashes)[-1])


def unstored(entries: Iterable[Entry], head: int) -> list[int]:
    """Numbers of the lines about changes of cases that a store which has seen so many lines does not have.

    Those of which the log says so already are left out.
    """
    later = [entry for entry in entries if entry.number > head]
    marked: set[int] = set()
    for entry in later:
        first, last = entry.details.get("line"), entry.details.get("through", entry.details.get("line"))
        if entry.action == "not-stored" and isinstance(first, int) and isinstance(last, int):
            marked.update(range(first, min(last, entry.number) + 1))
    return [e.number for e in later if e.action in IN_STORE and "case" in e.details and e.number not in marked]


def details_of(outcome: Outcome) -> dict[str, object]:
    """What the log says about an outcome: which pack, which images, which report; nothing that names the patient.

    ``outcome_sha256`` is the digest of the report's JSON file.
    """
    from desktop.demonstration import presentable
    from desktop.record import record_of

    pack, risk = outcome.pack, presentable(outcome).risk
    return {
        "pack": pack.manifest.id,
        "version": pack.manifest.version,
        "pack_sha256": pack.digest,
        "site_sha256": outcome.site.digest,
        "kind": outcome.kind,
        "tier": risk.estimate.tier.id if risk else None,
        "studies": sorted({series.study_uid for series in outcome.series}),
        "series": [series.series_uid for series in outcome.series],
        "overridden": [series.role for series in outcome.series if series.overridden],
        "report": outcome.version,
        "outcome_sha256": sha256(record_of(outcome).encode()),
    }


def _breaks(lines: list[bytes], hashes: list[str], seal: Seal | None) -> Iterator[tuple[int | None, str]]:
    """Where the chain breaks, and how; what follows the first break means little."""
    before = FIRST
    for number, (line, own) in enumerate(zip(lines, hashes), start=1):
        entry = entry_of(line)
        if entry is None or not line.endswith(b"\n"):
            yield number, "unreadable"
        elif entry.previous == UNSEALED:
            yield number, "unsealed"
        elif (entry.number, entry.previous) != (number, before):
            yield _break_at(number, entry, own == _expected(lines, number, seal))
        before = own
    if seal is None:
        yield None, "unsealed"
    elif len(lines) < seal.count:
        yield len(lines) + 1, "removed"
    elif len(lines) > seal.count:
        yield seal.count + 1, "inserted"
    elif before != seal.last:
        yield len(lines), "changed"


def _break_at(number: int, entry: Entry, genuine: bool) -> tuple[int, str]:
    """What happened where a line does not follow the one before it; a genuine line is as it was written."""
    if not genuine:
        return number, "changed"
    if entry.number > number:
        return number, "removed"
    return max(number - 1, 1), "changed" if entry.number == number else "inserted"


def _expected(lines: list[bytes], number: int, seal: Seal | None) -> str | None:
    """The hash that a line should have, as the next one or the seal says."""
    if number == len(lines):
        return seal.last if seal else None
    following = entry_of(lines[number])
    return following.previous if following else None

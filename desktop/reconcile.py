"""What the audit log says was done and the case store does not show: finished when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.audit import AuditLog
    from desktop.cases.store import CaseStore

IN_STORE = frozenset({"case-opened", "images-moved", "mask-edited", "outcome-entered", "screened", "signed", "ticked"})
"""Actions whose line is written inside a transaction of the store."""
LAST_LINES = 100
"""A program is ended in the middle of one thing; what is older was finished long ago."""


def finish_deletions(store: CaseStore, log: AuditLog) -> list[str]:
    """Delete cases of which the log says that they were deleted, but which are still there.

    A deletion is logged inside the store's transaction. Where the program was ended between the two, the log is right:
    someone had confirmed the deletion.

    Returns
    -------
    list of str
        Ids of the cases.

    Raises
    ------
    InputError
        As of the store and the log.
    """
    deleted = []
    for entry in log.entries()[-LAST_LINES:]:
        case = entry.details.get("case")
        if entry.action != "case-deleted" or not isinstance(case, str) or case in deleted:
            continue
        try:
            store.delete(case)
        except InputError as error:
            if error.code != "cases.unknown":
                raise
        else:
            deleted.append(case)
    return deleted


def mark_unstored(store: CaseStore, log: AuditLog) -> list[int]:
    """Log for lines about a change of a case that it was not stored, as the program was ended just then.

    The store notes with every change how far the log has come: a line about a change that lies behind that was written
    and the change was not. Screenings of the command line are stored nowhere.

    Returns
    -------
    list of int
        Numbers of the lines.

    Raises
    ------
    InputError
        As of the store and the log.
    """
    with store.settling() as note:
        entries = [entry for entry in log.entries() if entry.number > store.log_head[0]]
        marked = {entry.details.get("line") for entry in entries if entry.action == "not-stored"}
        lines = [
            entry.number
            for entry in entries
            if entry.action in IN_STORE and "case" in entry.details and entry.number not in marked
        ]
        for number in lines:
            note(log.append("not-stored", line=number))
    return lines

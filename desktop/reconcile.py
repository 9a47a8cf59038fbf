"""What the audit log says was done and the case store does not show: finished or told when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.audit import unstored
from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.audit import AuditLog
    from desktop.cases.store import CaseStore

MOST_NAMED = 20
"""Lines of which each is named by a line of its own; a store that was put back lacks thousands."""
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
    """Log for lines about a change of a case that it was not stored: the program was ended, or the store is another.

    The store notes with every change how far the log has come: a line about a change that lies behind that was written
    and the change was not, or it was in a store that was emptied, deleted or exchanged for an earlier copy. Screenings
    of the command line belong to no case unless they are stored.

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
        lines = unstored(log.entries(), store.log_head[0])
        if len(lines) > MOST_NAMED:
            note(log.append("not-stored", line=lines[0], through=lines[-1], count=len(lines)))
        else:
            for number in lines:
                note(log.append("not-stored", line=number))
    return lines

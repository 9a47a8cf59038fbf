"""The audit log in a file of the user's own: as it is, to be verified elsewhere, or as a table to read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from desktop import audit_file
from desktop.audit import AuditLog
from desktop.files import write_whole

TABLE = ".csv"
COLUMNS = ("number", "time", "user", "action", "details", "previous")


def export_log(log: AuditLog, target: Path) -> int:
    """Write a table where the target is called ``.csv``, else a copy of the log with its seal.

    Returns
    -------
    int
        Number of lines.

    Raises
    ------
    InputError
        ``file.unwritable``, or ``file.unreadable`` for the log.
    """
    if target.suffix.lower() == TABLE:
        entries = log.entries()
        _note(log, len(entries))
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for entry in entries:
            details = json.dumps(dict(entry.details), ensure_ascii=False)
            writer.writerow([entry.number, entry.time, entry.user, entry.action, details, entry.previous])
        # With a byte order mark, without which spreadsheets take it for another encoding.
        write_whole(target, text.getvalue().encode("utf-8-sig"))
        return len(entries)
    data, seal = audit_file.read_both(log.path)
    _note(log, len(audit_file.lines_of(data)))
    write_whole(target, data)
    if seal is not None:
        audit_file.write_seal(target, seal)
    return len(audit_file.lines_of(data))


def _note(log: AuditLog, lines: int) -> None:
    """Say in the log that it is taken out, before it is: the copy ends before that line."""
    log.append("exported", what="audit log", lines=lines)

"""From version 4 of the store to 5: whether the event happened is called so, whatever the event is."""

from __future__ import annotations

import dataclasses
import json
import sqlite3

from desktop.cases.pieces import Pieces
from desktop.cases.sealing import Damaged, Sealer

BEFORE, NOW = "extravasated", "happened"


def rename_happened(connection: sqlite3.Connection, sealer: Sealer) -> None:
    """Rename the field in what was recorded of every case.

    What is damaged stays as it is, and is told when its case is opened. A prediction may be without log-odds from this
    version on; the pieces of before need no change for that.
    """
    pieces = Pieces(connection, sealer)
    for (case_id,) in connection.execute("SELECT case_id FROM events").fetchall():
        try:
            line = pieces.line(case_id)
            if line is None:
                continue
            ((_, data),) = pieces.take("events", line)
            recorded = json.loads(data)
            recorded = {NOW: recorded.pop(BEFORE), **recorded}
        except (Damaged, ValueError, KeyError):
            continue
        tags = dict(line.tags)
        pieces.put(tags, "events", case_id, json.dumps(recorded).encode())
        pieces.write_line(dataclasses.replace(line, tags=tags), renewed=False)

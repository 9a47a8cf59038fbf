"""The record of a result: what a report's file, the case store and the audit log's digest all hold.

It is read again by :mod:`desktop.report.record`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.outcome import Outcome


def record_of(outcome: Outcome) -> str:
    """The outcome as JSON: what a report's file, the case store and the audit log's digest all hold.

    On one line: Python writes that several times as fast as indented JSON, and a record is read by programs.
    """
    import json

    from inference.reading import to_plain

    return json.dumps(to_plain(outcome), ensure_ascii=False)

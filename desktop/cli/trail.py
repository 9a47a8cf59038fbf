"""The case store and the audit log as the command line writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.places import default_places

if TYPE_CHECKING:
    from desktop.audit import AuditLog
    from desktop.case_records import CaseRecords
    from desktop.report.standing import Standing
    from inference.outcome import Outcome


def own_records() -> CaseRecords:
    """The store and the log of this installation, in the name of who works here; to be closed."""
    from desktop.case_records import CaseRecords
    from desktop.settings import read_settings

    places = default_places()
    return CaseRecords(places.cases, places.audit, lambda: read_settings(places.settings).user)


def reader() -> str:
    """Who works here: as set in the window, else the owner of the computer's account."""
    from desktop.account import account_name, full_name
    from desktop.settings import read_settings

    return read_settings(default_places().settings).user or full_name() or account_name()


def own_log() -> AuditLog:
    """The log of this installation."""
    return own_records().audit


def standing_here(outcome: Outcome, data: bytes | None = None) -> Standing:
    """How a record stands with the log of this installation."""
    from desktop.standing import standing_of

    return standing_of(default_places().audit, outcome, [] if data is None else [data])

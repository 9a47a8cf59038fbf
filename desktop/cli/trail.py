"""The audit log as the command line writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.places import default_places

if TYPE_CHECKING:
    from desktop.audit import AuditLog
    from desktop.report.standing import Standing
    from inference.outcome import Outcome


def own_log() -> AuditLog:
    """The log of this installation, in the name of who works here."""
    from desktop.audit import AuditLog
    from desktop.settings import read_settings

    places = default_places()
    return AuditLog(places.audit, read_settings(places.settings).user, places.cases)


def log_outcome(action: str, outcome: Outcome, **details: object) -> None:
    """Log an action on an outcome.

    Raises
    ------
    InputError
        When the log cannot be written; then the action is not to be done.
    """
    from desktop.audit import details_of

    own_log().append(action, **details_of(outcome), **details)


def standing_here(outcome: Outcome, data: bytes | None = None) -> Standing:
    """How a record stands with the log of this installation."""
    from desktop.standing import standing_of

    return standing_of(default_places().audit, outcome, [] if data is None else [data])

"""What a case tells already of what happened afterwards, and what is asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.cases.model import Event
from desktop.language import Language
from inference.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.cases.model import CaseRow
    from desktop.cases.store import CaseStore
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.predicted_event import PredictedEvent

ASKED = {"agent": "agent", "site": "site"}
"""Fields of an event, by the question of a form that answers them."""


def event_of_case(store: CaseStore, row: CaseRow, packs: Iterable[Manifest]) -> PredictedEvent | None:
    """What is asked about the event of a case: as its own record of the pack says, or else the installed pack.

    None where neither can be read: then it is asked whether the event happened, and no more.
    """
    try:
        outcome = store.get(row.id).outcome
    except InputError:
        outcome = None
    if outcome is not None:
        return outcome.pack.manifest.event
    return next((pack.event for pack in packs if pack.id == row.pack), None)


def prefilled(outcome: Outcome, language: Language, user: str) -> Event:
    """An event of which nothing is said but what the answers tell of it, and who records it."""
    from desktop.report.wording import answer_text

    manifest = outcome.pack.manifest
    given = {answer.predictor: answer.value for answer in outcome.answers if answer.value is not None}
    known: dict[str, Any] = {
        field: answer_text(manifest.predictor(question), given[question], language)
        for question, field in ASKED.items()
        if question in given
    }
    return Event(recorded_by=user, **known)

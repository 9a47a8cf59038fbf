"""What a case tells already of what happened after its injection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.cases.model import Event
from desktop.language import Language

if TYPE_CHECKING:
    from inference.outcome import Outcome

ASKED = {"agent": "agent", "site": "site"}
"""Fields of an event, by the question of a form that answers them."""


def prefilled(outcome: Outcome, language: Language, user: str) -> Event:
    """An event of which nothing is said but what was injected, where, and who records it."""
    from desktop.report.wording import answer_text

    manifest = outcome.pack.manifest
    given = {answer.predictor: answer.value for answer in outcome.answers if answer.value is not None}
    known = {
        field: answer_text(manifest.predictor(question), given[question], language)
        for question, field in ASKED.items()
        if question in given
    }
    return Event(recorded_by=user, **known)

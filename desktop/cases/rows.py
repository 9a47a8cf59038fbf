"""Cases as rows of the store's tables, and back."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cases.model import Case, CaseRow, Event, Prediction
from desktop.cases.searching import searched_text
from inference.errors import InputError
from inference.packs.vocabulary import Text
from inference.text import cleaned

if TYPE_CHECKING:
    from inference.outcome import Outcome

LISTED = (
    "id, created, changed, state, patient_name, patient_id, accession, study_date, pack, "
    "tier, tier_en, tier_zh, tier_colour, tier_shape, probability, edited"
)
"""Columns of :func:`case_row`; whether there is an event follows them."""
WHOLE = "id, created, changed, state, pack, edited, closed, entered, json"
"""Columns of :func:`case_of`."""
EVENT = tuple(field.name for field in dataclasses.fields(Event))


def case_columns(case: Case) -> dict[str, object]:
    """What the table of cases holds of a case."""
    from inference.reading import to_plain

    outcome = case.outcome
    patient = outcome.patient if outcome else case.sheet.patient
    first = outcome.series[0] if outcome and outcome.series else None
    accession, study_date = (first.accession, first.study_date) if first else ("", "")
    entered = {"paths": case.paths, "series": dict(case.series), "sheet": to_plain(case.sheet)}
    return {
        "id": case.id,
        "created": case.created,
        "changed": case.changed,
        "state": case.state,
        "patient_name": patient.name,
        "patient_id": patient.id,
        "accession": accession,
        "study_date": study_date,
        "pack": case.pack,
        **_tier_columns(outcome),
        "edited": case.edited,
        "closed": case.closed,
        "searched": searched_text(patient.name, patient.id, accession, study_date, case.created),
        # ASCII: names of files may hold what is no text.
        "entered": json.dumps(entered),
    }


def _tier_columns(outcome: Outcome | None) -> dict[str, object]:
    risk = outcome.risk if outcome else None
    tiers = outcome.pack.manifest.tiers if risk else ()
    tier = next((tier for tier in tiers if tier.id == risk.tier), None)
    return {
        "tier": tier.id if tier else None,
        "tier_en": tier.title.en if tier else None,
        "tier_zh": tier.title.zh if tier else None,
        "tier_colour": tier.colour if tier else None,
        "tier_shape": tier.shape if tier else None,
        "probability": risk.probability if risk else None,
    }


def case_of(columns: tuple, path: Path) -> Case:
    """The case of its columns ``WHOLE``.

    Raises
    ------
    InputError
        As of :meth:`desktop.cases.store.CaseStore.get`.
    """
    from inference.answers import AnswerSheet
    from inference.reading import read_typed

    case_id, created, changed, state, pack, edited, closed, entered, outcome = columns
    source = f"{path}, {case_id}"
    try:
        data = json.loads(entered)
        paths, series, sheet = tuple(data["paths"]), dict(data["series"]), data["sheet"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("cases.damaged", path=str(path), detail=case_id) from error
    return Case(
        case_id,
        created,
        changed,
        state,
        paths,
        pack,
        read_typed(AnswerSheet, sheet, source),
        series,
        None if outcome is None else outcome_of(outcome, source),
        bool(edited),
        bool(closed),
    )


def signed_columns(case: Case) -> tuple[object, ...]:
    """Columns of a signed report."""
    from desktop.report.record import record_of

    outcome = case.outcome
    return case.id, outcome.pack.manifest.id, outcome.version, record_of(outcome)


def outcome_of(text: str, source: str) -> Outcome:
    """The outcome of its JSON text.

    Raises
    ------
    InputError
        ``record.damaged`` or ``schema.invalid``.
    """
    from desktop.report.record import check_record
    from inference.outcome import Outcome
    from inference.reading import parse_json, read_typed

    outcome = read_typed(Outcome, parse_json(text, source), source)
    check_record(outcome, source)
    return outcome


def case_row(columns: tuple) -> CaseRow:
    """A line of the list, of ``LISTED`` and whether there is an event."""
    *head, tier, tier_en, tier_zh, colour, shape, probability, edited, has_event = columns
    title = None if tier_en is None else Text(tier_en, tier_zh)
    head = [cleaned(value) if isinstance(value, str) else value for value in head]
    return CaseRow(*head, tier, title, colour or "", shape or "", probability, bool(edited), bool(has_event))


def predictions_of(case: Case) -> list[tuple]:
    """Rows of the table of predictions: of the pack itself, and of its fallback beside a refusal."""
    outcomes = [case.outcome, case.outcome.fallback] if case.outcome else []
    return [
        (
            case.id,
            outcome.pack.manifest.id,
            outcome.pack.manifest.version,
            outcome.risk.log_odds,
            outcome.risk.tier,
            outcome.risk.probability,
            outcome.risk.site_prevalence,
        )
        for outcome in outcomes
        if outcome is not None and outcome.risk is not None
    ]


def event_of(columns: tuple) -> Event:
    """What happened, of the columns ``EVENT``."""
    values = dict(zip(EVENT, columns))
    extravasated = values.pop("extravasated")
    return Event(None if extravasated is None else bool(extravasated), **values)


def prediction_of(columns: tuple) -> Prediction:
    """A prediction, of its own columns, whether outlines were edited, whether there is an event, and the event's."""
    *own, edited, has_event = columns[:9]
    return Prediction(*own, bool(edited), event_of(columns[9:]) if has_event else None)

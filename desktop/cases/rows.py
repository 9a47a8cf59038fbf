"""Cases as pieces of the store, and back."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cases.model import STATES, Case, CaseRow, Event, Prediction
from desktop.cases.pieces import Line, Pieces
from desktop.cases.searching import searched_text
from desktop.demonstration import presentable
from inference.errors import InputError
from inference.text import cleaned, readable_name
from inference.vocabulary import Text

if TYPE_CHECKING:
    from inference.outcome import Outcome


def case_columns(case: Case) -> dict[str, object]:
    """What the list shows of a case, and what it is found by."""
    if case.state not in STATES:
        raise ValueError(f"not a state of a case: {case.state}")
    outcome = case.outcome
    patient = outcome.patient if outcome else case.sheet.patient
    first = outcome.series[0] if outcome and outcome.series else None
    accession, study_date = (first.accession, first.study_date) if first else ("", "")
    return {
        "created": case.created,
        "changed": case.changed,
        "state": case.state,
        "patient_name": readable_name(patient.name),
        "patient_id": patient.id,
        "accession": accession,
        "study_date": study_date,
        "pack": case.pack,
        **_tier_columns(outcome),
        "edited": case.edited,
        "closed": case.closed,
        "searched": searched_text(patient.name, patient.id, accession, study_date, case.created),
    }


def put_case(pieces: Pieces, case: Case, tags: dict[str, str]) -> None:
    """Put sheet and outcome, and what was signed and predicted, in place of what was there; ``tags`` follow."""
    from desktop.record import record_of

    outcome = case.outcome
    for table in ("outcomes", "predictions"):
        pieces.remove(tags, table, case.id)
    pieces.put(tags, "sheets", case.id, sheet_of(case))
    if outcome is None:
        return
    record = record_of(outcome).encode()
    pieces.put(tags, "outcomes", case.id, record)
    if outcome.signatures:
        pieces.put(tags, "signed", case.id, record, outcome.pack.manifest.id, outcome.version)
    for pack, data in predictions_of(case).items():
        pieces.put(tags, "predictions", case.id, data, pack)


def sheet_of(case: Case) -> bytes:
    """What was opened and entered; ASCII, as names of files may hold what is no text."""
    from inference.reading import to_plain

    return json.dumps({"paths": case.paths, "series": dict(case.series), "sheet": to_plain(case.sheet)}).encode()


def _tier_columns(outcome: Outcome | None) -> dict[str, object]:
    risk = presentable(outcome).risk if outcome else None
    tier = None
    if outcome is not None and risk is not None:
        tiers = outcome.pack.manifest.tiers
        tier = next((tier for tier in tiers if tier.id == risk.estimate.tier.id), None)
    return {
        "tier": tier.id if tier else None,
        "tier_en": tier.title.en if tier else None,
        "tier_zh": tier.title.zh if tier else None,
        "tier_colour": tier.colour if tier else None,
        "tier_shape": tier.shape if tier else None,
        "probability": risk.estimate.chance if risk else None,
    }


def case_of(line: Line, entered: bytes, record: bytes | None, path: Path) -> Case:
    """The case of its pieces.

    Raises
    ------
    InputError
        As of :meth:`desktop.cases.store.CaseStore.get`.
    """
    from inference.answers import AnswerSheet
    from inference.reading import read_typed

    columns, source = line.columns, f"{path}, {line.id}"
    try:
        data = json.loads(entered)
        paths, series, sheet = tuple(data["paths"]), dict(data["series"]), data["sheet"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("cases.case-damaged", path=str(path), case=line.id) from error
    return Case(
        line.id,
        columns["created"],
        columns["changed"],
        columns["state"],
        paths,
        columns["pack"],
        read_typed(AnswerSheet, sheet, source),
        series,
        None if record is None else outcome_of(record.decode(), source),
        bool(columns["edited"]),
        bool(columns["closed"]),
        line.revision,
    )


def outcome_of(text: str, source: str) -> Outcome:
    """The outcome of its JSON text.

    Raises
    ------
    InputError
        ``record.damaged`` or ``schema.invalid``.
    """
    from desktop.report import record
    from inference.reading import parse_json

    return record.outcome_of(parse_json(text, source), source)


def case_row(line: Line) -> CaseRow:
    """What the list shows of a case."""
    columns = line.columns
    title = None if columns["tier_en"] is None else Text(columns["tier_en"], columns["tier_zh"])
    shown: dict[str, Any] = {name: cleaned(v) if isinstance(v, str) else v for name, v in columns.items()}
    return CaseRow(
        line.id,
        shown["created"],
        shown["changed"],
        shown["state"],
        shown["patient_name"],
        shown["patient_id"],
        shown["accession"],
        shown["study_date"],
        shown["pack"],
        shown["tier"],
        title,
        columns["tier_colour"] or "",
        columns["tier_shape"] or "",
        columns["probability"],
        bool(columns["edited"]),
        "events" in line.tags,
        max((int(name.rpartition("/")[2]) for name in line.tags if name.startswith("signed/")), default=0),
    )


def damaged_row(case_id: str) -> CaseRow:
    """What the list shows of a case that is not as it was written."""
    return CaseRow(case_id, "", "", "damaged", "", "", "", "", "", None, None, "", "", None, False, False)


def predictions_of(case: Case) -> dict[str, bytes]:
    """By pack what was predicted: by the pack itself, and by its fallback beside a refusal.

    What was learnt from simulations predicts nothing for a patient, and is not recalibrated.
    """
    shown = presentable(case.outcome) if case.outcome else None
    outcomes = [shown, shown.fallback] if shown else []
    return {
        outcome.pack.manifest.id: json.dumps(
            {
                "version": outcome.pack.manifest.version,
                "log_odds": outcome.risk.explanation.figures().get("log_odds"),
                "tier": outcome.risk.estimate.tier.id,
                "probability": outcome.risk.estimate.chance,
                "prevalence": outcome.site.prevalence,
            }
        ).encode()
        for outcome in reversed(outcomes)
        if outcome is not None and outcome.risk is not None
    }


def event_bytes(event: Event) -> bytes:
    """What happened, as it is stored."""
    return json.dumps(dataclasses.asdict(event)).encode()


def event_of(piece: bytes) -> Event:
    """What happened."""
    values = json.loads(piece)
    happened = values.pop("happened")
    return Event(None if happened is None else bool(happened), **values)


def prediction_of(line: Line, pack: str, piece: bytes, event: Event | None) -> Prediction:
    """A prediction beside what happened."""
    return Prediction(line.id, pack, **json.loads(piece), edited=bool(line.columns["edited"]), event=event)

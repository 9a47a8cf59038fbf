"""What is stored and logged of an open case, and how stored cases are worded."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.installation import Installation
from desktop.language import Language
from desktop.report.wording import not_known
from desktop.work import operations
from inference.text import joined
from ui.window.start_page import RecentCase

if TYPE_CHECKING:
    from desktop.cases import Case, CaseRow
    from inference.answers import AnswerSheet
    from inference.outcome import Outcome
    from ui.theme import Theme
    from ui.window.open_case import OpenCase


def begin(installation: Installation, work: OpenCase) -> None:
    """Store a case whose screening begins."""
    work.stored = True
    operations.begin(installation.records, case_of(work, closed=False))


def keep(installation: Installation, work: OpenCase) -> None:
    """Store a case with its outcome and masks."""
    operations.store_screening(installation.records, case_of(work, closed=False), work.masks, work.edits)


def keep_signed(installation: Installation, work: OpenCase, before: Outcome) -> None:
    """Store a case that was signed or ticked off."""
    operations.store_signature(installation.records, case_of(work, closed=False), before)


def close(installation: Installation, work: OpenCase) -> None:
    """Store a case as closed; one that never began is not stored."""
    if work.stored or work.scan is not None or work.outcome is not None:
        operations.close(installation.records, case_of(work, closed=True))


def case_of(work: OpenCase, closed: bool) -> Case:
    """A case as the store keeps it."""
    from desktop.cases import Case
    from desktop.cases.model import time_now
    from desktop.cases.states import stored_state

    return Case(
        id=work.id,
        created=work.created,
        changed=time_now(),
        state=stored_state(work.outcome),
        paths=tuple(str(path) for path in work.paths),
        pack=work.manifest.id,
        sheet=_named(work),
        series=dict(work.series),
        outcome=work.outcome,
        edited=bool(work.edits),
        closed=closed,
    )


def _named(work: OpenCase) -> AnswerSheet:
    """The answers, with the name from the images while no outcome carries it: the case is to be found by it."""
    from inference.results import Patient

    header = work.header() if work.outcome is None and len(work.patients) == 1 else None
    if header is None:
        return work.sheet
    known = header.patient
    patient = Patient(known.display_name, known.id, known.birth_date, known.sex, known.age_years)
    return dataclasses.replace(work.sheet, patient=patient)


def withdraw_identity(installation: Installation, work: OpenCase) -> None:
    """A check of the patient's identity does not hold for another name or number."""
    operations.withdraw_identity(installation.records, work.id)


def put_back(installation: Installation, work: OpenCase) -> None:
    """Store what was asked when a case was signed."""
    operations.put_back(installation.records, case_of(work, closed=False), work.masks)


def log_override(installation: Installation, work: OpenCase, role: str) -> None:
    """Log that the user chose another series than the rules."""
    operations.log_override(installation.records, work.manifest.id, role, work.series[role])


def log_crash(installation: Installation, work: OpenCase) -> None:
    """Log that the worker process ended by itself."""
    operations.log_crash(installation.records, work.manifest.id, work.error.parameters.get("exit"))


def log_stop(installation: Installation, work: OpenCase) -> None:
    """Log that the user stopped a screening."""
    operations.log_stop(installation.records, work.manifest.id)


def dismiss(installation: Installation, case_id: str) -> None:
    """Offer a case that was open at a crash no more."""
    operations.dismiss(installation.records, case_id)


def recent(
    installation: Installation, language: Language, theme: Theme, most: int, looked_for: str = ""
) -> Sequence[RecentCase]:
    """The cases that were stored last, of those that are looked for, one line each."""
    from ui.dialogs.case_table import sign_of

    rows = installation.store.search(looked_for, limit=most)
    return [RecentCase(row.id, line_of(row, language), sign_of(row, theme)) for row in rows]


def unfinished(installation: Installation, language: Language, open_now: Sequence[str]) -> tuple[str, str]:
    """Id of a case that was open when the program crashed, and whose it is; empty where there is none."""
    from ui.dialogs.case_table import patient_of

    for row in installation.store.unfinished() if installation.alone else ():
        if row.id not in open_now:
            who = [part for part in (patient_of(row), row.patient_id) if part] or [not_known("name", language)]
            return row.id, joined(" · ", [*who, row.changed[:16].replace("T", " ")])
    return "", ""


def line_of(row: CaseRow, language: Language) -> str:
    """A stored case in one line: who, how it ended, and when."""
    from ui.dialogs.case_table import patient_of, result_of

    who = patient_of(row) or row.patient_id or not_known("name", language)
    when = row.changed[:10]
    return language.text("ui.start.case", when=when, who=who, state=result_of(row, language))


def demo_sheet() -> AnswerSheet:
    """What the console knows in the demonstration."""
    from desktop.places import bundled
    from inference.answers import read_answers

    return read_answers(bundled("demo") / "answers.json")

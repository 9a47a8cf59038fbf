"""Stored cases in a line each, as the start page lists and offers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.report.wording import not_known
from inference.text import joined
from ui.window.start_page import RecentCase

if TYPE_CHECKING:
    from desktop.cases import CaseRow
    from ui.theme import Theme


def recent_cases(rows: Sequence[CaseRow], language: Language, theme: Theme) -> list[RecentCase]:
    """Cases with the sign of how each ended."""
    from ui.dialogs.case_table import sign_of

    return [RecentCase(row.id, line_of(row, language), sign_of(row, theme)) for row in rows]


def whose(row: CaseRow, language: Language) -> str:
    """Whose case it is, and when it was changed last."""
    from desktop.cases.model import to_the_minute
    from ui.dialogs.case_table import patient_of

    who = [part for part in (patient_of(row), row.patient_id) if part] or [not_known("name", language)]
    return joined(" · ", [*who, to_the_minute(row.changed)])


def line_of(row: CaseRow, language: Language) -> str:
    """A stored case in one line: who, how it ended, and when."""
    from ui.dialogs.case_table import patient_of, result_of

    who = patient_of(row) or row.patient_id or not_known("name", language)
    when = row.changed[:10]
    return language.text("ui.start.case", when=when, who=who, state=result_of(row, language))

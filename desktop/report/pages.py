"""The pages of a report: their head, and each section as :data:`DRAWN` says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.report import first_page, second_page
from desktop.report.canvas import GREY, Style
from desktop.report.content import Banner, RiskPart, Section
from desktop.report.identity import identity
from desktop.report.sections import (
    Advice,
    Answers,
    Changes,
    Checklist,
    Edited,
    Factors,
    Fallback,
    Gates,
    Measures,
    NomogramContent,
    Pictures,
    Provenance,
    Results,
    Signatures,
    Signs,
    Warnings,
)
from desktop.report.sheet import SMALL, Sheet


def draw_front(sheet: Sheet) -> None:
    """Identity, result, what makes the risk, what to do, signatures: on one page if possible."""
    content = sheet.content
    sheet.start_page()
    identity(sheet)
    beside = content.find(Fallback) is not None
    for section in content.sections:
        if section.page == "front" and not (beside and isinstance(section, RiskPart)):
            draw(sheet, section)


def draw_back(sheet: Sheet) -> None:
    """What the radiologist checks before signing: on one page if possible."""
    sheet.start_page()
    for section in sheet.content.sections:
        if section.page == "back":
            draw(sheet, section)


def draw(sheet: Sheet, section: Section) -> None:
    """One section below what stands on the page already."""
    DRAWN[type(section)](sheet, section)


def fallback(sheet: Sheet, beside: Fallback) -> None:
    """The clinical-only estimate beside a refusal, in a frame that says what it is not."""
    canvas, told = sheet.canvas, beside.content.banner
    sheet.heading(beside.title, 40)
    sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, beside.note, Style(8.6, colour=GREY))
    sheet.y = canvas.text(sheet.left, sheet.y, sheet.width, beside.basis, SMALL) + 1
    # Whose average it is stands in the line above.
    first_page.banner(sheet, replace(told, notes=told.notes[:1]), 0.8)
    if beside.reasons:
        first_page.finding_rows(sheet, beside.reasons)
    for section in beside.content.risk_parts:
        draw(sheet, section)


DRAWN: dict[type[Section], Callable[[Sheet, Any], None]] = {
    Banner: first_page.banner,
    Edited: first_page.edited,
    Warnings: first_page.warnings,
    Results: first_page.results,
    Fallback: fallback,
    Factors: first_page.bars,
    Changes: first_page.changes,
    Advice: first_page.advice,
    Checklist: first_page.checklist,
    Answers: first_page.answers,
    Signatures: first_page.signatures,
    Pictures: second_page.pictures,
    Measures: second_page.measures,
    Signs: second_page.signs,
    Gates: second_page.gates,
    NomogramContent: second_page.nomogram,
    Provenance: second_page.provenance,
}
"""How each kind of section is drawn."""

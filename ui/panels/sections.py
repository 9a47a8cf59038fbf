"""Sections of a report that can be folded in the window: one line in :data:`SHOWN` for each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.content import Banner, Section
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
from ui.panels.bars import BarChart
from ui.panels.findings import advice_list, finding_list
from ui.panels.marks import words
from ui.panels.measures import MeasureTable
from ui.panels.scales import NomogramChart
from ui.panels.sheets import checklist_view, pairs
from ui.panels.signs import sign_list
from ui.panels.what_if import WhatIfList


@dataclass(frozen=True, slots=True)
class Wishes:
    """What someone can ask for in a section.

    Attributes
    ----------
    answer
        Takes an answer over into the form: predictor and value.
    structure
        Shows a structure in the images.
    contour
        Shows where the contour of a structure is least certain.
    place
        Shows a place of the patient, LPS in mm.
    """

    answer: Callable[[str, object], None]
    structure: Callable[[str], None]
    contour: Callable[[str], None]
    place: Callable[[tuple[float, float, float]], None]


@dataclass(frozen=True, slots=True)
class Shown:
    """How the window shows one kind of section.

    Attributes
    ----------
    key
        Under which it is remembered whether it is folded.
    title
        Message of its heading; empty where the section brings its own.
    make
        Its widget; called with the section, the language, and what takes wishes.
    is_open
        Whether it is unfolded until someone folds it.
    """

    key: str
    title: str
    make: Callable[[Any, Language, Wishes], QWidget]
    is_open: bool = True


def _advice(advice: Advice, language: Language, wishes: Wishes) -> QWidget:
    return advice_list(advice.lines)


def _factors(factors: Factors, language: Language, wishes: Wishes) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(4, 0, 4, 0)
    layout.addWidget(BarChart(factors, language))
    unknown = [bar.label for bar in factors.bars if bar.unknown]
    if unknown:
        names = language.text("list.comma").join(unknown)
        layout.addWidget(words(language.text("report.unknown-list", names=names), "quiet"))
    for note in factors.notes:
        layout.addWidget(words(note, "quiet"))
    return box


def _changes(changes: Changes, language: Language, wishes: Wishes) -> QWidget:
    made = WhatIfList(changes, language)
    made.wanted.connect(wishes.answer)
    return made


def _checklist(actions: Checklist, language: Language, wishes: Wishes) -> QWidget:
    return checklist_view(actions)


def _measures(measures: Measures, language: Language, wishes: Wishes) -> QWidget:
    table = MeasureTable(measures, language)
    table.chosen.connect(wishes.structure)
    return stacked(table, words(measures.note, "quiet"))


def _signs(signs: Signs, language: Language, wishes: Wishes) -> QWidget:
    return stacked(sign_list(signs.rows, wishes.place, language), words(signs.note, "quiet"))


def _nomogram(chart: NomogramContent, language: Language, wishes: Wishes) -> QWidget:
    parts: list[QWidget] = [NomogramChart(chart, language)]
    if chart.total is None:
        parts.append(words(language.text("nomogram.incomplete"), "quiet"))
    return stacked(*parts)


def _gates(gates: Gates, language: Language, wishes: Wishes) -> QWidget:
    return finding_list(gates.lines, wishes.structure, wishes.contour, language)


def _answers(answers: Answers, language: Language, wishes: Wishes) -> QWidget:
    return pairs(tuple((label, f"{value} ({origin})") for label, value, origin in answers.rows))


def _provenance(provenance: Provenance, language: Language, wishes: Wishes) -> QWidget:
    behind = (
        (language.text("report.limits"), "\n".join(provenance.limits)),
        (language.text("report.sources"), "\n".join(provenance.sources)),
    )
    return pairs(tuple(row for row in (*provenance.rows, *provenance.figures, *behind) if row[1]))


def stacked(*parts: QWidget) -> QWidget:
    """Widgets below each other."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    return box


SHOWN: dict[type[Section], Shown] = {
    Advice: Shown("advice", "report.advice", _advice),
    Factors: Shown("factors", "ui.result.factors", _factors),
    Changes: Shown("what-if", "ui.result.what-if", _changes),
    Checklist: Shown("checklist", "", _checklist),
    Measures: Shown("measures", "", _measures),
    Signs: Shown("signs", "", _signs),
    NomogramContent: Shown("nomogram", "report.nomogram", _nomogram, is_open=False),
    Gates: Shown("gates", "report.gates", _gates, is_open=False),
    Answers: Shown("inputs", "report.inputs", _answers, is_open=False),
    Provenance: Shown("about", "ui.result.about", _provenance, is_open=False),
}
"""By kind of section, in the order in which they stand below each other."""
NOT_FOLDED = frozenset({Banner, Edited, Warnings, Results, Fallback, Signatures, Pictures})
"""Kinds that the panel places itself, and that the viewer and the report's own window show."""

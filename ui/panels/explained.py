"""Sections of an explanation as widgets: one line in :data:`SHOWN` for each kind of section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.content import Changes, Factors, NomogramContent
from ui.panels.bars import BarChart
from ui.panels.marks import words
from ui.panels.scales import NomogramChart
from ui.panels.what_if import WhatIfList

if TYPE_CHECKING:
    from inference.results import Risk

Wanted = Callable[[str, object], None]
"""Takes an answer over into the form: predictor and value."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the window shows one kind of section.

    Attributes
    ----------
    key
        Under which it is remembered whether it is folded.
    title
        Message of its heading.
    make
        Its widget; called with the section, the risk that it explains, the language, and what takes an answer over.
    """

    key: str
    title: str
    make: Callable[[Any, Risk, Language, Wanted], QWidget]


def _factors(factors: Factors, risk: Risk, language: Language, wanted: Wanted) -> QWidget:
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


def _changes(changes: Changes, risk: Risk, language: Language, wanted: Wanted) -> QWidget:
    made = WhatIfList(risk, changes, language)
    made.wanted.connect(wanted)
    return made


def _nomogram(chart: NomogramContent, risk: Risk, language: Language, wanted: Wanted) -> QWidget:
    parts: list[QWidget] = [NomogramChart(chart, language)]
    if chart.total is None:
        parts.append(words(language.text("nomogram.incomplete"), "quiet"))
    return stacked(*parts)


def stacked(*parts: QWidget) -> QWidget:
    """Widgets below each other."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        layout.addWidget(part)
    return box


SHOWN = {
    Factors: Shown("factors", "ui.result.factors", _factors),
    Changes: Shown("what-if", "ui.result.what-if", _changes),
    NomogramContent: Shown("nomogram", "report.nomogram", _nomogram),
}
"""By kind of section."""

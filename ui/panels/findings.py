"""Findings in plain words, what a refusal asks for, and checks that the answers have tripped."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.sections import Line
from ui.dialogs.widgets import button
from ui.panels.marks import CardButton, ShapeMark, severity_mark, words
from ui.text import without_keys
from ui.viewer.flow import FlowLayout

REMEDIES = {
    "answers": "answers",
    "risk": "answers",
    "formula": "answers",
    "series": "series",
    "dicom": "series",
    "contrast": "series",
    "segmentation": "series",
    "region": "region",
    "vessel": "contours",
    "drawn": "drawing",
    "features": "model",
    "signs": "contours",
    "demonstration": "demonstration",
    "patient": "patient",
}
"""What can be done, by the area of what was found."""


DOUBTFUL = ("blocking", "warning")


def finding_list(
    lines: Iterable[Line], choose: Callable[[str], None], check: Callable[[str], None], language: Language
) -> QWidget:
    """Findings below each other; one about a structure is a button that shows it.

    Below the first that casts doubt on a structure another button leads to where its contour is least certain.
    """
    offered: set[str] = set()
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for line in lines:
        layout.addWidget(_finding(line, choose, language))
        if line.has_contour and line.severity in DOUBTFUL and line.structure not in offered:
            offered.add(line.structure)
            layout.addWidget(_check(line, check, language), 0, Qt.AlignmentFlag.AlignRight)
    return box


def _check(line: Line, check: Callable[[str], None], language: Language) -> QPushButton:
    made = button("focus-2")
    made.setText(language.text("ui.result.check-contour"))
    made.setToolTip(language.text("ui.result.check-contour-tip"))
    made.setAccessibleName(language.text("label.value", label=made.text(), value=line.text))
    made.clicked.connect(lambda: check(line.structure))
    return made


def _finding(line: Line, choose: Callable[[str], None], language: Language) -> QWidget:
    inner = marked(severity_mark(line.severity), line.text)
    spoken = language.text("label.value", label=language.text(f"ui.result.severity-{line.severity}"), value=line.text)
    act = (lambda: choose(line.structure)) if line.structure else None
    return card_or_words(inner, spoken, language.text("ui.result.show-structure"), act)


def card_or_words(inner: QHBoxLayout, spoken: str, tip: str, act: Callable[[], None] | None) -> QWidget:
    """A row that leads somewhere, or, where ``act`` is None, one that is read alone."""
    if act is None:
        box = QWidget()
        box.setLayout(inner)
        inner.setContentsMargins(8, 5, 8, 5)
        box.setAccessibleName(spoken)
        return box
    card = CardButton(spoken)
    card.hold(inner)
    card.setToolTip(tip)
    card.clicked.connect(act)
    return card


def marked(mark: QWidget, text: str) -> QHBoxLayout:
    """A mark and the words beside it."""
    layout = QHBoxLayout()
    layout.setSpacing(9)
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(words(text), 1)
    return layout


def question_list(questions: Iterable[tuple[str, str]], choose: Callable[[str], None]) -> QWidget:
    """Questions that have no answer yet, as (predictor, label); each is a button that leads to it."""
    box = QWidget()
    layout = FlowLayout(box)
    for predictor, label in questions:
        made = button()
        made.setText(without_keys(label))
        made.clicked.connect(lambda checked=False, predictor=predictor: choose(predictor))
        layout.addWidget(made)
    return box


def advice_list(lines: Iterable[tuple[str, str]]) -> QWidget:
    """Checks, each in the colour of its rule."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(8, 0, 8, 0)
    for text, colour in lines:
        layout.addLayout(marked(ShapeMark("triangle", colour, 16), text))
    return box


def remedies(codes: Iterable[str]) -> tuple[str, ...]:
    """Messages of what to do about blocking findings, each once, the last what always can be done."""
    areas = dict.fromkeys(REMEDIES.get(code.split(".")[0], "series") for code in codes)
    return (*(f"ui.refusal.{area}" for area in areas), "ui.refusal.protocol")


def remedy_list(codes: Iterable[str], language: Language) -> QWidget:
    """What to do about a refusal."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(8, 0, 8, 0)
    for number, message in enumerate(remedies(codes), start=1):
        layout.addWidget(words(f"{number}. {language.text(message)}"))
    return box

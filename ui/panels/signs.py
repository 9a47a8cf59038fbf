"""Signs of a structure below each other; one that is somewhere in the images is a button that leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import Language
from ui.panels.findings import card_or_words, marked
from ui.panels.marks import ShapeMark

if TYPE_CHECKING:
    from desktop.report.sections import SignRow

Place = tuple[float, float, float]


def sign_list(rows: Iterable[SignRow], show: Callable[[Place], None], language: Language) -> QWidget:
    """One line a sign: what it is, what rule and network say, what that rests on, and its slice."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for row in rows:
        layout.addWidget(_sign(row, show, language))
    return box


def _sign(row: SignRow, show: Callable[[Place], None], language: Language) -> QWidget:
    text, place = language.text, row.place_mm
    said = [
        text("label.value", label=text(f"signs.{by}"), value=word)
        for by, word in (("rule", row.rule), ("network", row.network))
        if word
    ]
    lines = [f"{row.title} · {' · '.join(said)}", row.differ, row.rests_on]
    if row.slice_number is not None:
        lines.append(text("signs.in-slice", number=row.slice_number))
    spoken = "\n".join(line for line in lines if line)
    inner = marked(ShapeMark("triangle" if row.differ else "circle", row.colour, 14), spoken)
    return card_or_words(inner, spoken, text("signs.show"), None if place is None else lambda: show(place))

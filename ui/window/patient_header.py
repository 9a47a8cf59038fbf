"""Who the case is about: the name in large print, below it number, sex, age, date and accession number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.text import Label, OneLine

SEPARATOR = " · "


class PatientHeader(QWidget):
    """Texts of any length give way to each other; sex, age and date never do.

    Attributes
    ----------
    name, number, facts, accession
        Labels; ``facts`` are sex, age and date of the study.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.number, self.facts, self.accession = OneLine(), OneLine(), Label(), OneLine()
        self.name.setProperty("role", "title")
        self.facts.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for part in (self.number, self.facts, self.accession):
            part.setProperty("role", "quiet")
        for part in (self.name, self.number, self.facts, self.accession):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below = QHBoxLayout()
        below.setSpacing(0)
        for part in (self.number, self.facts, self.accession):
            below.addWidget(part)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addLayout(below)

    def show_patient(self, name: str, number: str = "", facts: Sequence[str] = (), accession: str = "") -> None:
        """Show a patient; empty parts are left out."""
        self.name.setText(name)
        self.number.setText(number)
        known = [part for part in facts if part]
        before = [""] if number and known else []
        self.facts.setText(SEPARATOR.join([*before, *known]))
        self.accession.setText(SEPARATOR.join([""] * bool(number or known) + [accession]) if accession else "")
        for part in (self.number, self.facts, self.accession):
            part.setVisible(bool(part.text()))

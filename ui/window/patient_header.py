"""Who the case is about: the name in large print, below it number, sex, age, date and accession number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.wording import age_text, date_text, sex_text
from inference.text import joined
from ui.text import Label, OneLine
from ui.viewer.viewer import StudyHeader

if TYPE_CHECKING:
    from inference.dicom import Series

SEPARATOR, DOT, GAP_PX = " · ", "· ", 4


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
        below.setSpacing(GAP_PX)
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
        known = SEPARATOR.join(part for part in facts if part)
        self.facts.setText(DOT + known if number and known else known)
        self.accession.setText(DOT + accession if accession and (number or known) else accession)
        for part in (self.number, self.facts, self.accession):
            part.setVisible(bool(part.text()))


def identity_parts(header: Series, language: Language) -> list[str]:
    """ID, sex and age, date of the study and accession number of a series, in words."""
    text = language.text
    patient = header.patient
    sex_age = (sex_text(patient.sex, language), age_text(patient.age_years, language))
    return [
        patient.id,
        text("list.comma").join(part for part in sex_age if part),
        date_text(header.study_date),
        header.accession,
    ]


def study_header(series: Series, language: Language) -> StudyHeader:
    """What the viewer writes into the corners of the images."""
    identity, sex_age, date, _ = identity_parts(series, language)
    thickness = f"{series.thickness_mm:g} mm" if series.thickness_mm else ""
    return StudyHeader(
        patient=series.patient.display_name,
        patient_id=identity,
        sex_age=sex_age,
        study_date=date,
        institution=series.institution,
        series=series.description,
        acquisition=joined(" · ", (part for part in (thickness, series.kernel, series.contrast_agent) if part)),
    )

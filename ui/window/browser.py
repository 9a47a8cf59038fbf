"""Patients, examinations and series of what was opened: which series is used, why, and how to use another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from desktop.report.wording import age_text, date_text, not_known, sex_text
from ui.icons import icon
from ui.text import Label, ReadingView

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.dicom import Candidate, Series

COLUMNS = ("series", "number", "slices", "spacing", "thickness", "plane", "kernel", "contrast", "use")
PICTURE_PX = 64
PATIENT, STUDY, SERIES, ROLE = (Qt.ItemDataRole.UserRole + n for n in range(4))
WANTED = {"patient": PATIENT, "examination": STUDY, "": SERIES}
"""What a line must stand for to be taken, by what is still to be decided."""


class SeriesBrowser(QWidget):
    """Signals ``patient_chosen`` with keys of series, ``examination_chosen`` with a study UID, ``series_chosen`` with
    image role and key, and ``back``.
    """

    patient_chosen = Signal(tuple)
    examination_chosen = Signal(str)
    series_chosen = Signal(str, str)
    back = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self._work, self._undecided = language, None, ""
        self.title, self.note = Label(), Label()
        self.title.setProperty("role", "title")
        self.note.setProperty("role", "quiet")
        self.note.setWordWrap(True)
        self.tree = QTreeWidget()
        self.tree.setIconSize(QSize(PICTURE_PX, PICTURE_PX))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setUniformRowHeights(False)
        self.tree.itemSelectionChanged.connect(lambda: self._explain(self._chosen()))
        self.tree.itemActivated.connect(self._activate)
        self.reasons = ReadingView()
        self.reasons.setMinimumWidth(260)
        self.use, self.back_button = QPushButton(), QPushButton()
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(lambda: self._use(self._chosen()))
        self.back_button.clicked.connect(self.back)
        split = QSplitter()
        split.addWidget(self.tree)
        split.addWidget(self.reasons)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)
        layout.addLayout(buttons)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        self.tree.setHeaderLabels([text(f"ui.browser.{name}") for name in COLUMNS])
        self.tree.setAccessibleName(text("ui.browser.title"))
        self.reasons.setAccessibleName(text("ui.browser.reasons"))
        self.back_button.setText(text("ui.browser.back"))
        self.back_button.setIcon(icon("chevron-left"))
        if self._work is not None:
            self.show_work(self._work)
        else:
            self._explain(None)

    def show_work(self, work: OpenCase) -> None:
        """List everything that was found for a case."""
        from inference.dicom import patients_of

        self._work, self._undecided, text = work, work.undecided, self.language.text
        asked = f"choose-{self._undecided}"
        self.title.setText(text(f"ui.browser.{asked if self._undecided else 'title'}"))
        self.note.setText(text(f"ui.browser.{f'{asked}-note' if self._undecided else 'note'}"))
        self.back_button.setVisible(not self._undecided)
        self.tree.clear()
        for own in patients_of(work.scan.series if work.scan else ()):
            self._add_patient(own)
        self.tree.expandAll()
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if self._undecided:
            self.tree.setCurrentItem(None)  # nobody is proposed: the wrong one would be a key away
        else:
            self.tree.setCurrentItem(self._first_used() or self.tree.topLevelItem(0))
        self._explain(self._chosen())

    def forget(self) -> None:
        """List nothing: the case is closed."""
        self._work, self._undecided = None, ""
        self.tree.clear()

    def _add_patient(self, series: Sequence[Series]) -> None:
        row = QTreeWidgetItem([self._patient_line(series)])
        patient = tuple(one.key for one in series)
        row.setData(0, PATIENT, patient)
        bold = QFont(self.font())
        bold.setBold(True)
        row.setFont(0, bold)
        self.tree.addTopLevelItem(row)
        row.setFirstColumnSpanned(True)
        for own in _newest_first(series):
            day = date_text(own[0].study_date) or not_known("date", self.language)
            title = own[0].study_description or "-"
            study = QTreeWidgetItem([self.language.text("ui.browser.study", date=day, title=title)])
            study.setData(0, PATIENT, patient)
            study.setData(0, STUDY, own[0].study_uid)
            row.addChild(study)
            study.setFirstColumnSpanned(True)
            for one in own:
                study.addChild(self._series_row(one, patient))

    def _patient_line(self, series: Sequence[Series]) -> str:
        """All by which people of one name are told apart."""
        from inference.dicom.people import fullest
        from inference.identity import as_of

        text, today = self.language.text, date.today()
        patient = fullest(as_of(one, today).patient for one in series)
        born = date_text(patient.birth_date)
        known = {
            "name": patient.display_name,
            "id": patient.id,
            "birth-date": text("ui.browser.born", date=born) if born else "",
            "sex": sex_text(patient.sex, self.language),
            "age": age_text(patient.age_years, self.language),
        }
        name, number, born, sex, age = (value or not_known(what, self.language) for what, value in known.items())
        dates = {date_text(one.study_date) for one in series}
        days = text("list.comma").join(sorted(dates - {""}))
        examined = text("ui.browser.examined", dates=days) if days else not_known("date", self.language)
        return text("ui.browser.patient", name=name, id=number, born=born, sex=sex, age=age, examined=examined)

    def _series_row(self, one: Series, patient: tuple[str, ...]) -> QTreeWidgetItem:
        text, role = self.language.text, self._role_of(one)
        row = QTreeWidgetItem(
            [
                one.description or text("ui.browser.untitled"),
                "" if one.number is None else str(one.number),
                str(len(one.slices)),
                f"{one.spacing_mm:.2f} mm" if one.spacing_mm else "–",
                f"{one.thickness_mm:g} mm" if one.thickness_mm else "–",
                text(f"plane.{one.stack.plane}") if one.stack else "–",
                one.kernel or "–",
                one.contrast_agent or "–",
                f"✓ {text('ui.browser.used')}" if role else "",
            ]
        )
        row.setData(0, PATIENT, patient)
        row.setData(0, STUDY, one.study_uid)
        row.setData(0, SERIES, one.key)
        row.setData(0, ROLE, role)
        data = self._work.thumbnails.get(one.key)
        if data:
            picture = QPixmap()
            picture.loadFromData(data)
            row.setIcon(0, QIcon(picture))
        return row

    def _role_of(self, one: Series) -> str:
        """The image role that a series is used for, or an empty one."""
        if self._undecided:
            return ""
        used = {role: choice.series for role, choice in self._work.choices().items()}
        return next((role for role, series in used.items() if series is not None and series.key == one.key), "")

    def _first_used(self) -> QTreeWidgetItem | None:
        for item in _all_items(self.tree):
            if item.data(0, ROLE):
                return item
        return None

    def _explain(self, item: QTreeWidgetItem | None) -> None:
        """Why the series is used or not, for every image that the pack asks for."""
        text = self.language.text
        key = None if item is None else item.data(0, SERIES)
        self.use.setText(text(f"ui.browser.take-{self._undecided}" if self._undecided else "ui.browser.use-series"))
        self.use.setEnabled(item is not None and bool(item.data(0, WANTED[self._undecided])))
        if key is None or self._undecided == "patient":
            self.reasons.clear()
            return
        parts = []
        for role, choice in self._work.choices().items():
            title = next(self.language.of(r.title) for r in self._work.manifest.images if r.id == role)
            candidate = next(c for c in choice.candidates if c.series.key == key)
            notes = [self.language.finding(n.code, n.parameters) for n in (*candidate.reasons, *candidate.series.notes)]
            parts.append((title, [self._verdict(candidate, choice.series), *notes]))
        self.reasons.show_parts(parts or [("", [text("ui.browser.no-images")])])

    def _verdict(self, candidate: Candidate, used: Series | None) -> str:
        if used is not None and used.key == candidate.series.key:
            return self.language.text("ui.browser.verdict-used")
        return self.language.text("ui.browser.verdict-could" if candidate.suitable else "ui.browser.verdict-unfit")

    def _chosen(self) -> QTreeWidgetItem | None:
        """What somebody has chosen: the line that has the focus alone is not."""
        return next(iter(self.tree.selectedItems()), None)

    def _activate(self, item: QTreeWidgetItem) -> None:
        """Enter or a double click: uses a series, and takes no patient and no examination."""
        if self._work is not None and not self._undecided:
            self._use(item)

    def _use(self, item: QTreeWidgetItem | None) -> None:
        if item is None or self._work is None:
            return
        if self._undecided == "patient":
            self.patient_chosen.emit(tuple(item.data(0, PATIENT)))
        elif self._undecided == "examination":
            self.examination_chosen.emit(item.data(0, STUDY))
        elif item.data(0, SERIES) and self._work.manifest.images:
            self.series_chosen.emit(self._work.manifest.images[0].id, item.data(0, SERIES))


def _newest_first(series: Sequence[Series]) -> list[list[Series]]:
    """The series of each examination, the newest examination first; those of no known date come last."""
    studies: dict[str, list[Series]] = {}
    for one in series:
        studies.setdefault(one.study_uid, []).append(one)
    return sorted(studies.values(), key=lambda own: own[0].examined, reverse=True)


def _all_items(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    pending = [tree.topLevelItem(n) for n in range(tree.topLevelItemCount())]
    found = []
    while pending:
        item = pending.pop(0)
        found.append(item)
        pending += [item.child(n) for n in range(item.childCount())]
    return found

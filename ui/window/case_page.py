"""One case: who it is on top, the form on the left, the images in the middle, the result on the right."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from desktop.report.wording import not_known
from inference.errors import InputError, PrecontrastError
from ui.icons import icon
from ui.inputs import AskingBox, ListBox
from ui.panels.form import FormPanel
from ui.panels.result import ResultPanel
from ui.theme import TOUCH_PX
from ui.viewer.cutting import Window
from ui.viewer.viewer import Viewer
from ui.window.contours import Contours
from ui.window.guide import GuideBar
from ui.window.images_part import ImagesPart
from ui.window.patient_header import PatientHeader, identity_parts, study_header
from ui.window.signatures import SignedChip

if TYPE_CHECKING:
    from desktop.pack_library import Usable
    from desktop.work.open_case import OpenCase
    from inference.outcome import Outcome
    from ui.viewer.model import Topic
    from ui.window.case_signals import CaseSignals

PACK_PX = 380
SIDES = {"form": "clipboard-text", "result": "report-medical"}
"""Parts beside the images, each with the picture of the button that shows or hides it."""


class CasePage(QWidget):
    """Shows a :class:`OpenCase` and passes on what the user does.

    Signals
    -------
    home_wanted, series_wanted, report_wanted, versions_wanted
        Buttons.
    pack_chosen
        Id of another pack.
    mask_drawn
        Step id, the drawn segmentation, and entries of what came from a file.
    """

    home_wanted = Signal()
    series_wanted = Signal()
    report_wanted = Signal()
    versions_wanted = Signal()
    pack_chosen = Signal(str)
    mask_drawn = Signal(str, object, object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.work: OpenCase | None = None
        self._packs: list[Usable] = []
        self.form, self.viewer, self.result = FormPanel(language), Viewer(language), ResultPanel(language)
        self.contours = Contours(self, self.viewer)
        self.home, self.series, self.middle = QPushButton(), QPushButton(), ImagesPart(self.viewer, language)
        self.patient, self.signed = PatientHeader(), SignedChip()
        self.shows = {name: QToolButton() for name in SIDES}
        self.typed_name, self.typed_id = QLineEdit(), QLineEdit()
        self.pack = AskingBox()
        self.pack.setSizeAdjustPolicy(ListBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pack.setMinimumContentsLength(12)
        self.pack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pack.setMaximumWidth(PACK_PX)
        self._build()
        self._connect()
        self.set_language(language)

    def _build(self) -> None:
        top = QFrame()
        top.setProperty("role", "panel")
        row = QHBoxLayout(top)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(12)
        for name, button in self.shows.items():
            button.setCheckable(True)
            button.setChecked(True)
            button.setMinimumSize(TOUCH_PX, TOUCH_PX)
            button.setIconSize(QSize(22, 22))
            button.toggled.connect(lambda on, name=name: self.show_part(name, on))
        row.addWidget(self.home)
        row.addWidget(self.shows["form"])
        row.addWidget(self.patient, 3)
        row.addWidget(self.typed_name, 2)
        row.addWidget(self.typed_id, 1)
        row.addWidget(self.signed)
        row.addWidget(self.series)
        row.addWidget(self.pack, 1)
        row.addWidget(self.shows["result"])
        self.split = QSplitter()
        self.split.setChildrenCollapsible(True)
        for part in (self.form, self.middle, self.result):
            self.split.addWidget(part)
        self.split.setCollapsible(1, False)
        self.split.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 4)
        layout.setSpacing(6)
        targets = {"form": self.form, "images": self.middle, "result": self.result, "report": self.result}
        self.guide = GuideBar(self.language, targets)
        layout.addWidget(top)
        layout.addWidget(self.guide)
        layout.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.home.clicked.connect(self.home_wanted)
        self.series.clicked.connect(self.series_wanted)
        self.signed.clicked.connect(self.versions_wanted)
        self.middle.again.clicked.connect(lambda: self.work.read_images_again())
        self.middle.strip.wanted.connect(lambda series: self.work.view(series))
        self.pack.activated.connect(lambda n: self.pack_chosen.emit(self.pack.itemData(n)))
        self.form.changed.connect(self._answer)
        self.viewer.edited.connect(lambda: self.contours.pass_on(self.work))
        self.viewer.structure_wanted.connect(lambda structure: self.contours.turn_to(self.work, structure))
        self.viewer.model.listen(self._note_look)
        for field in (self.typed_name, self.typed_id):
            field.editingFinished.connect(self._take_patient)
        self.result.structure_chosen.connect(self.viewer.go_to_structure)
        self.result.contour_doubted.connect(self.viewer.contour_check.check)
        self.result.place_wanted.connect(self.viewer.go_to)
        self.result.answer_wanted.connect(self._ask_for)
        self.result.what_if_wanted.connect(self._try_answer)
        self.result.report_wanted.connect(self.report_wanted)
        self.result.retry_wanted.connect(lambda: self.work.retry())
        self.result.cancel_wanted.connect(lambda: self.work.stop())

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        for part in (self.form, self.viewer, self.result, self.guide, self.middle.strip):
            part.set_language(language)
        self.home.setIcon(icon("chevron-left"))
        self.home.setText(text("ui.case.home"))
        self.home.setToolTip(text("ui.case.home-tip"))
        self.series.setIcon(icon("list-search"))
        self.series.setText(text("ui.case.series"))
        self.series.setToolTip(text("ui.case.series-tip"))
        self.signed.setToolTip(text("ui.signed.tip"))
        self.middle.again.setText(text("ui.case.read-images"))
        self.middle.find.setText(text("ui.case.find-images"))
        for name, button in self.shows.items():
            button.setIcon(icon(SIDES[name]))
            button.setToolTip(text(f"ui.panel.{name}-tip"))
            button.setAccessibleName(text(f"ui.panel.{name}-tip"))
        for field, name in ((self.typed_name, "report.name"), (self.typed_id, "report.id")):
            field.setPlaceholderText(text(name))
            field.setAccessibleName(text(name))
        self.signed.name(language)
        self.pack.setAccessibleName(text("ui.case.pack"))
        self.pack.setToolTip(text("ui.case.pack-tip"))
        if self.work is not None:
            self._offer_packs()
            self._show_identity()
            self._show_state()
            if self.viewer.volume is not None and self.viewer.volume is self.work.volume:
                self.viewer.show_study(self.work.volume, study_header(self.work.shown, language))

    def show_part(self, name: str, shown: bool) -> None:
        """Show or hide the form or the result, for more room for the images."""
        {"form": self.form, "result": self.result}[name].setVisible(shown)
        self.shows[name].setChecked(shown)

    def follow(self, signals: CaseSignals) -> None:
        """Show at once whatever happens to the case that is shown."""
        shown = {
            signals.changed: self._show_state,
            signals.answers_turned: self._show_answers,
            signals.progressed: self._show_progress,
            signals.images_read: self._show_volume,
            signals.signed: self._show_outcome,
        }
        for signal, show in shown.items():
            signal.connect(partial(self._follow, show))

    def _follow(self, show: Callable[[], None], work: OpenCase) -> None:
        if work is self.work:
            show()

    def show_packs(self, packs: list[Usable]) -> None:
        """Offer these packs; for a case without images those that need none."""
        self._packs = packs
        self._offer_packs()

    def offered(self) -> list[Usable]:
        """Packs that can be asked about the case that is shown."""
        work = self.work
        imaged = work is None or bool(work.paths or work.manifest.images)
        return [pack for pack in self._packs if imaged or not pack.manifest.images]

    def _offer_packs(self) -> None:
        self.pack.clear()
        for pack in self.offered():
            self.pack.addItem(self.language.of(pack.manifest.title), pack.manifest.id)
        if self.work is not None:
            self.pack.setCurrentIndex(self.pack.findData(self.work.manifest.id))

    def show_work(self, work: OpenCase) -> None:
        """Show a case, another than before or the same anew."""
        self.work = work
        self.contours.begin()
        self._offer_packs()
        self.form.set_agents(work.site.agents)
        self.form.set_modules(work.site.modules.get(work.manifest.outcome, ()))
        self.form.set_pack(work.manifest)
        self._show_answers()
        self._show_volume()
        self._show_state()

    def forget(self) -> None:
        """Show no case any more: the one that was shown is closed."""
        self.work = None
        self.guide.end()
        self.viewer.clear()
        self.result.show_empty()

    def _show_answers(self) -> None:
        """What was answered; a stored sheet that cannot be read any more is told and leaves the form empty."""
        sheet = self.work.asked_sheet()
        try:
            self.form.set_sheet(sheet)
        except InputError as error:
            # Empty, and not as it was: those were another patient's.
            self.form.set_sheet(dataclasses.replace(sheet, answers={}))
            self.work.tell_trouble(error)

    def _note_look(self, topic: Topic) -> None:
        """Remember how this patient's images are looked at; maps have windows of their own."""
        work, model = self.work, self.viewer.model
        if topic == "window" and work is not None and work.volume is not None and work.volume is self.viewer.volume:
            work.look = (model.window, model.inverted) if work.volume.hu.dtype.kind == "i" else work.look

    def _answer(self) -> None:
        if self.work is not None:  # a pause in typing may end after the case was closed
            self.work.answer(self.form.sheet())

    def _show_state(self) -> None:
        work = self.work
        self._show_identity()
        self.series.setEnabled(work.scan is not None and bool(work.scan.series))
        able = work.can_screen or work.state == "scanning"
        self.form.setEnabled(able)
        self.pack.setEnabled(able)
        if work.state in ("scanning", "working"):
            self._show_progress()
        elif work.state == "failed":
            self._show_error(work.error)
        elif work.current:
            self._show_outcome()
        elif work.state == "deciding":
            self.result.show_outcome(work.outcome)  # what was signed, until it is decided what becomes of it
        elif work.state in ("stopped", "open"):
            text = self.language.text
            self.result.show_error(text(f"ui.case.{work.state}"), text(f"ui.case.{work.state}-note"))
        self._show_middle()
        self.signed.show_outcome(work.outcome, self.language)

    def _show_progress(self) -> None:
        """That an answer is on its way; a result of what was asked before is marked as out of date at once."""
        self.result.show_progress(*self.work.progress)

    def _show_error(self, error: PrecontrastError) -> None:
        self.result.show_error(self.language.text("ui.case.failed"), self.language.error(error))

    def _show_middle(self) -> None:
        """Images, or why there are none."""
        work, text = self.work, self.language.text
        self.middle.show_series(work)
        reading = work.state in ("scanning", "working") or work.busy
        self.middle.setCurrentIndex(0 if work.volume is not None or (reading and bool(work.paths)) else 1)
        again = bool(work.paths) and work.volume is None and not reading
        self.middle.again.setVisible(again)
        self.middle.find.setVisible(again and work.scan is None)
        self.middle.setVisible(bool(work.manifest.images or work.paths))
        stored = work.scan is None and work.outcome is not None
        message = "ui.case.no-images" if not again else "ui.case.not-read" if stored else "ui.case.let-go"
        error = work.images_error if again else None
        self.middle.words.setText(text(message) if error is None else self.language.error(error))

    def _show_volume(self) -> None:
        work = self.work
        self.contours.begin_volume()
        if work.volume is None:
            self.viewer.clear()
        else:
            first, look = work.volume is not self.viewer.volume, work.look
            self.viewer.show_study(work.volume, study_header(work.shown, self.language))
            if first and work.volume.hu.dtype.kind == "i":
                self.viewer.set_look(look if look is not None else _first_look(work))
            self.contours.show(work)
        self._show_middle()
        self._show_identity()

    def _show_outcome(self) -> None:
        work = self.work
        self.signed.show_outcome(work.outcome, self.language)
        if not work.current or work.state != "ready":
            return
        if self.result.outcome is not work.outcome:
            self._announce(work.outcome)
        self.result.show_outcome(work.outcome)
        self.form.show_given(work.outcome.answers)
        self.contours.show(work)

    def _announce(self, outcome: Outcome) -> None:
        """Tell screen readers that there is another result."""
        from desktop.report.plain import headline

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.result, headline(outcome, self.language)))

    def _show_identity(self) -> None:
        """Who it is: as the images say; where there are none, as the user types it."""
        work, typed = self.work, not self.work.paths
        for field, value in ((self.typed_name, work.sheet.patient.name), (self.typed_id, work.sheet.patient.id)):
            field.setVisible(typed)
            if not field.hasFocus():
                field.setText(value)
        self.patient.setVisible(not typed)
        header = work.header() if work.scan is not None and len(work.patients) == 1 else None
        unknown = not_known("name", self.language)
        if header is not None:
            number, *facts, accession = identity_parts(header, self.language)
            self.patient.show_patient(header.patient.display_name or unknown, number, facts, accession)
        elif work.outcome is not None:
            self.patient.show_patient(work.outcome.patient.name or unknown, work.outcome.patient.id)
        else:
            self.patient.show_patient(self.language.text("ui.case.no-name"))
        self.form.set_header({} if header is None else header.dicom_values)

    def _take_patient(self) -> None:
        """The name and number that were typed for a case without images."""
        if self.work is None:
            return
        patient = dataclasses.replace(
            self.work.sheet.patient, name=self.typed_name.text().strip(), id=self.typed_id.text().strip()
        )
        sheet = dataclasses.replace(self.form.sheet(), patient=patient)
        self.form.set_sheet(sheet)
        self.work.answer(sheet)

    def _ask_for(self, predictor: str) -> None:
        """Lead to a question whose answer is missing."""
        self.show_part("form", True)
        self.form.focus_question(predictor)

    def _try_answer(self, predictor: str, value: object) -> None:
        """A what-if: enter the answer in the form, so that everything follows from there."""
        self.form.enter(predictor, value)


def _first_look(work: OpenCase) -> tuple[Window, bool] | None:
    """How the pack has the series in sight shown at first; None: as the viewer begins."""
    window = work.first_window()
    return None if window is None else (Window(window.level, window.width), False)

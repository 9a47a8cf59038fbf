"""The result: empty, at work, an answer, a refusal, or an error; what rests behind it always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.language import Language
from ui.dialogs.widgets import Notice, button
from ui.panels.marks import resize, words
from ui.panels.outcome import OutcomeBody
from ui.panels.states import EmptyPage, ErrorPage, ProgressPage

if TYPE_CHECKING:
    from inference.outcome import Outcome

NOTE_POINTS, BASIS_POINTS = 9.0, 9.5
CALM_MS = 250
"""Work that is done sooner does not take the last result away, it only marks it as out of date."""


class ResultPanel(QFrame):
    """What came out, in the words of the report."""

    structure_chosen = Signal(str)
    contour_doubted = Signal(str)
    place_wanted = Signal(object)
    what_if_wanted = Signal(str, object)
    answer_wanted = Signal(str)
    rate_wanted = Signal()
    report_wanted = Signal()
    retry_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.outcome: Outcome | None = None
        self.body: OutcomeBody | None = None
        self._open: dict[str, bool] = {}
        self._note = words("", "quiet", NOTE_POINTS)
        self._basis = words("", "", BASIS_POINTS, bold=True)
        self._updating = Notice()
        self.empty, self.progress, self.error = EmptyPage(), ProgressPage(), ErrorPage()
        self.report = button(role="primary")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._answer = QWidget()
        self._stack = QStackedWidget()
        self._build()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(CALM_MS)
        self._calm.timeout.connect(lambda: self._show(self.progress))
        self.report.clicked.connect(self.report_wanted)
        self.error.retried.connect(self.retry_wanted)
        self.progress.cancelled.connect(self.cancel_wanted)
        self.set_language(language)
        self.show_empty()

    def _build(self) -> None:
        inside = QVBoxLayout(self._answer)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in (self._updating, self._area, self.report):
            inside.addWidget(part)
        inside.setStretch(1, 1)
        for page in (self.empty, self.progress, self._answer, self.error):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 10)
        layout.setSpacing(4)
        for part in (self._basis, self._note, self._stack):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        self.setMinimumWidth(360)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; what is shown stays."""
        self._language = language
        resize(self._note, NOTE_POINTS)
        resize(self._basis, BASIS_POINTS)
        self.report.setText(language.text("ui.result.report"))
        for page in (self.empty, self.progress, self.error):
            page.set_language(language)
        self._updating.say(language.text("ui.result.updating") if self._updating.text() else "", "warning")
        if self.outcome is not None:
            self._fill(self.outcome)

    def show_empty(self) -> None:
        """There is nothing to show yet."""
        self._forget()
        self._show(self.empty)

    def show_progress(self, stage: str, share: float) -> None:
        """Work goes on; a result that is shown is out of date until it ends.

        Parameters
        ----------
        stage
            ``scan``, ``load`` or ``steps``, or words.
        share
            Of the stage, 0 to 1.
        """
        at_work = self._stack.currentWidget() is self.progress or self._calm.isActive()
        if not at_work:
            self.progress.begin()
            if self.outcome is None:
                self._show(self.progress)
            else:
                self._updating.say(self._language.text("ui.result.updating"), "warning")
                self.body.setEnabled(False)
                self.report.setEnabled(False)
                self._calm.start()
        self.progress.show_stage(stage, share)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show an answer or a refusal."""
        same_pack = self.outcome is not None and self.outcome.pack.digest == outcome.pack.digest
        place = self._area.verticalScrollBar().value() if same_pack else 0
        self.outcome = outcome
        self._updating.say("")
        self.report.setEnabled(True)
        self._fill(outcome)
        self._show(self._answer)
        # Where the user was reading before an answer changed.
        self._area.verticalScrollBar().setValue(place)

    def show_error(self, title: str, text: str) -> None:
        """Say what happened and what to do; the last result is gone, for it is not of what was asked last."""
        self._forget()
        self.error.say(title, text)
        self._show(self.error)

    def focus_first(self) -> None:
        """Put the keyboard to what can be done first: on the page that is seen."""
        target = {self.progress: self.progress.cancel, self.error: self.error.retry}.get(self._stack.currentWidget())
        (target or self.report).setFocus(Qt.FocusReason.TabFocusReason)

    def state(self) -> str:
        """``empty``, ``progress``, ``answer``, ``refusal`` or ``error``."""
        page = self._stack.currentWidget()
        if page is self._answer:
            return self.outcome.kind
        return {self.empty: "empty", self.progress: "progress", self.error: "error"}[page]

    def _show(self, page: QWidget) -> None:
        self._calm.stop()
        self._stack.setCurrentWidget(page)
        if page is self.progress:
            self._forget()

    def _forget(self) -> None:
        self.outcome = None
        self._basis.hide()
        self._note.hide()
        self._updating.say("")

    def _fill(self, outcome: Outcome) -> None:
        """Lay the outcome out anew."""
        from desktop.report.build import status_of
        from desktop.report.wording import status_note

        manifest = outcome.pack.manifest
        self._basis.setText(f"{self._language.of(manifest.title)} · {status_of(outcome, self._language)}")
        self._note.setText(status_note(manifest, self._language))
        self._basis.show()
        self._note.setVisible(bool(self._note.text()))
        self.body = OutcomeBody(outcome, self._language, self._open)
        self.body.setEnabled(self.report.isEnabled())
        self.body.structure_chosen.connect(self.structure_chosen)
        self.body.contour_doubted.connect(self.contour_doubted)
        self.body.place_wanted.connect(self.place_wanted)
        self.body.what_if_wanted.connect(self.what_if_wanted)
        self.body.answer_wanted.connect(self.answer_wanted)
        self.body.rate_wanted.connect(self.rate_wanted)
        self.body.folded.connect(self._open.__setitem__)
        self._area.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)

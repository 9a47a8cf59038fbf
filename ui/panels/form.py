"""The form: what a pack asks, one row a question, "unknown" always an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.work.answer_form import AnswerForm, Review
from ui.dialogs.widgets import Notice, button, label, row
from ui.panels.agents import AgentRow
from ui.panels.fields import STYLE
from ui.panels.marks import Section
from ui.panels.row import Row
from ui.theme import grown

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.packs.manifest import Manifest
    from inference.predictors import Predictor
    from inference.results import GivenAnswer
    from inference.site import Agent

NEEDED = "needed"
"""Key of the part with what makes the figure."""
LEAST_PX = 376
"""Width in which every row has room."""
TYPING_MS = 300
"""A pause this long after a key ends a number."""


class FormPanel(QFrame):
    """What the console knows about one patient.

    ``changed`` says that an answer has really changed: after a choice, after a pause in typing, on leaving a field.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setStyleSheet(STYLE)
        self._answers: AnswerForm | None = None
        self._agents: tuple[Agent, ...] = ()
        self._agent: Agent | None = None
        self._announced: AnswerSheet | None = None
        self._typing = ""
        self._modules: tuple[str, ...] = ()
        self._figure: tuple[str, ...] = ()
        self._open: dict[str, bool] = {}
        self._sections: dict[str, tuple[Section, str, list[str]]] = {}
        self.rows: dict[str, Row] = {}
        self.agent_row: AgentRow | None = None
        self._title, self._count, self._next = label("heading"), label("quiet"), button("chevron-down", "flat")
        self._fault, self._empty = Notice(), label("quiet", wrap=True)
        self._next.clicked.connect(self.focus_next_unknown)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 8)
        layout.setSpacing(4)
        layout.addLayout(row(self._title, None, self._count, self._next))
        layout.addWidget(self._fault)
        layout.addWidget(self._empty)
        layout.addWidget(self._area, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._announce)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; answers and the place of the cursor stay."""
        self._language = language
        self.setMinimumWidth(grown(LEAST_PX))
        self._title.setText(language.text("ui.form.title"))
        self._empty.setText(language.text("ui.form.empty"))
        self._next.setToolTip(language.text("ui.form.next-unknown"))
        self._next.setAccessibleName(language.text("ui.form.next-unknown"))
        self._rebuild()

    def set_pack(self, manifest: Manifest) -> None:
        """Ask what this pack asks; answers that it asks too are kept, a header is not: it may be another patient's."""
        from inference.answers import AnswerSheet

        before, old = self._answers, self.sheet()
        self._answers = AnswerForm(manifest, AnswerSheet(patient=old.patient, regions=old.regions))
        if before is not None:
            for predictor in self._answers.asked():
                if predictor.id in before.entered and before.manifest.predictor(predictor.id).answered_like(predictor):
                    self._answers.enter(predictor.id, before.entered[predictor.id])
        self._agent = None
        self._announced = self.sheet()
        self._rebuild()

    def set_header(self, dicom_values: Mapping[str, object]) -> None:
        """Offer what the DICOM header says as answers; it is marked as such."""
        if self._answers is not None and dict(dicom_values) != dict(self._answers.header):
            self._answers.header, self._answers.taken = dicom_values, {}
            self._show()

    def set_modules(self, modules: Collection[str]) -> None:
        """Which optional factors the site counts: they are among what makes the figure."""
        if tuple(modules) != self._modules:
            self._modules = tuple(modules)
            self._rebuild()

    def set_agents(self, agents: tuple[Agent, ...]) -> None:
        """Offer the contrast agents of the site, where the pack asks for a viscosity."""
        if agents != self._agents:
            self._agents = agents
            self._rebuild()

    def set_sheet(self, sheet: AnswerSheet) -> None:
        """Show an answer sheet instead of what was entered; nothing is announced.

        Raises
        ------
        InputError
            For an answer that is none of the pack's; the form stays as it was.
        """
        if self._answers is not None:
            self._answers.read(sheet)
            self._agent = None
            self._announced = self.sheet()
            self._show()

    def sheet(self) -> AnswerSheet:
        """What was entered, and nothing else."""
        from inference.answers import AnswerSheet

        return self._answers.sheet() if self._answers is not None else AnswerSheet()

    def show_given(self, answers: tuple[GivenAnswer, ...]) -> None:
        """Show what the pipeline took: from the header, computed, or read from the images."""
        if self._answers is not None:
            self._answers.take(answers)
            self._show()

    def enter(self, predictor_id: str, value: str | float | None) -> None:
        """Give an answer as if the user had: a what-if that is taken over."""
        if self._answers is not None and predictor_id in self.rows:
            self._answers.enter(predictor_id, value)
            self._show()
            self._area.ensureWidgetVisible(self.rows[predictor_id])
            self._announce()

    def unknown(self) -> tuple[str, ...]:
        """What is still unknown, in the order of the form."""
        found = self._review().unknown if self._answers is not None else ()
        return tuple(name for name in self.rows if name in found)

    def focus_question(self, predictor_id: str) -> None:
        """Put the cursor into the answer to a question."""
        if predictor_id in self.rows:
            self._focus(predictor_id)

    def focus_first(self) -> None:
        """Put the cursor one step before the first field: an arrow key pressed there changes no answer."""
        heads = [section.head for section, _, _ in self._sections.values()]
        target = next((button for button in (self._next, *heads) if button.isVisible()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_next_unknown(self) -> None:
        """Put the cursor where the next answer is missing: from the top at first, and again after the last."""
        names, unknown = list(self.rows), self.unknown()
        current = self._row_of(QApplication.focusWidget())
        after = names[names.index(current) + 1 :] if current else names
        self._focus(next((name for name in after if name in unknown), next(iter(unknown), None)))

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """Enter goes to the next unknown answer; the field that has the focus is in view."""
        if event.type() == QEvent.Type.FocusIn:
            name = self._row_of(target)
            if name:
                self._area.ensureWidgetVisible(self.rows[name], 0, 24)
        if event.type() == QEvent.Type.KeyPress and QKeyEvent.key(event) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(target, QComboBox) and target.view().isVisible():
                return False
            name, names = self._row_of(target), list(self.rows)
            # There may be no next question to leave this one for.
            self._answered(name, False)
            unknown, after = self.unknown(), names[names.index(name) + 1 :]
            missing = [other for other in (*after, *names) if other in unknown and other != name]
            self._focus(next(iter(missing or after), None))
            return True
        return False

    def _focus(self, name: str | None) -> None:
        if name is not None:
            for section, _, names in self._sections.values():
                if name in names:
                    section.unfold()
            self._area.ensureWidgetVisible(self.rows[name], 0, 24)
            self.rows[name].field.target.setFocus(Qt.FocusReason.TabFocusReason)

    def _row_of(self, widget: QObject | None) -> str | None:
        while widget is not None and not isinstance(widget, Row):
            widget = widget.parent()
        return None if widget is None else widget.predictor.id

    def _rebuild(self) -> None:
        """Make the rows anew, for another pack or language."""
        focused, place = self._row_of(QApplication.focusWidget()), self._area.verticalScrollBar().value()
        self.rows, self.agent_row, self._sections = {}, None, {}
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(1)
        for key, title, predictors in self._parts():
            self._add_part(key, title, predictors, layout)
        layout.addStretch(1)
        self._area.setWidget(body)
        # The panel's own ground shows through.
        body.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._empty.setVisible(self._answers is not None and not self.rows)
        self._show()
        if focused in self.rows:
            self._focus(focused)
        self._area.verticalScrollBar().setValue(place)

    def _parts(self) -> list[tuple[str, str, list[Predictor]]]:
        """Key, title and questions of each part: first what makes the figure, then the pack's groups."""
        if self._answers is None:
            return []
        sections = self._answers.sections()
        figure = self._answers.figure(self._modules)
        first = {*figure, *self._answers.sources(figure)}
        parts = [(title.en if title else "", self._language.of(title) if title else "", own) for title, own in sections]
        self._figure = figure if len(first) < len(self._answers.asked()) else ()
        if not self._figure:
            return parts
        needed = [predictor for predictor in self._answers.asked() if predictor.id in first]
        others = [(key, title, [p for p in own if p.id not in first]) for key, title, own in parts]
        return [(NEEDED, "", needed), *(part for part in others if part[2])]

    def _add_part(self, key: str, title: str, predictors: list[Predictor], layout: QVBoxLayout) -> None:
        place = layout
        if key:
            body = QWidget()
            place = QVBoxLayout(body)
            place.setContentsMargins(0, 0, 0, 4)
            place.setSpacing(1)
            section = Section(key, title, body, self._open.get(key, True))
            section.folded.connect(self._open.__setitem__)
            self._sections[key] = (section, title, [predictor.id for predictor in predictors])
            layout.addWidget(section)
        for predictor in predictors:
            if self._agents and predictor.id == self._answers.viscosity_predictor():
                self._add_agents(place)
            self._add_row(Row(predictor, self._language), place)

    def _word_parts(self, unknown: Collection[str]) -> None:
        """What is known of what makes the figure, and how much is unknown of the rest."""
        text = self._language.text
        for key, (section, title, names) in self._sections.items():
            if key == NEEDED:
                known = sum(name not in unknown for name in self._figure)
                section.set_title(text("ui.form.needed", known=known, total=len(self._figure)))
            else:
                count = sum(name in unknown for name in names)
                section.set_title(text("ui.form.part", title=title, count=count) if count else title)

    def _add_row(self, made: Row, layout: QVBoxLayout) -> None:
        self.rows[made.predictor.id] = made
        made.answered.connect(self._answered)
        for widget in (made.field, *made.field.findChildren(QWidget)):
            widget.installEventFilter(self)
        layout.addWidget(made)

    def _add_agents(self, layout: QVBoxLayout) -> None:
        self.agent_row = AgentRow(self._agents, self._language)
        self.agent_row.show_agent(self._agent)
        self.agent_row.chosen.connect(self._take_agent)
        layout.addWidget(self.agent_row)

    def _take_agent(self, agent: Agent | None) -> None:
        self._agent = agent
        if agent is not None:
            for name, value in self._answers.of_agent(agent).items():
                self._answers.enter(name, value)
        self._show()
        self._announce()

    def _answered(self, name: str, typing: bool) -> None:
        row = self.rows[name]
        value = row.field.value()
        before = self._review().given[name]
        # A value that came with the images or was computed is not entered by being left as it is.
        if name in self._answers.entered or value != before.value:
            self._answers.enter(name, value)
        self._typing = name if typing else ""
        self._show()
        if typing:
            self._pause.start()
        else:
            self._announce()

    def _announce(self) -> None:
        self._pause.stop()
        if self.sheet() != self._announced:
            self._announced = self.sheet()
            self.changed.emit()

    def _review(self) -> Review:
        return self._answers.review()

    def _show(self) -> None:
        if self._answers is None:
            self._count.clear()
            self._next.hide()
            return
        review = self._review()
        for name, made in self.rows.items():
            made.show_review(review, name == self._typing, self._label_of_agent(name))
        unknown = [name for name in self.rows if name in review.unknown]
        self._count.setText(self._language.text("ui.form.unknown", count=len(unknown), total=len(self.rows)))
        self._count.setVisible(bool(self.rows))
        self._next.setVisible(bool(unknown))
        self._word_parts(unknown)
        unplaced = review.fault is not None and review.fault.parameters.get("name") not in self.rows
        self._fault.say(self._language.error(review.fault) if unplaced else "")

    def _label_of_agent(self, name: str) -> tuple[tuple[str, str], ...]:
        """Where a viscosity comes from, as long as it is the chosen agent's."""
        agent, text = self._agent, self._language.text
        if agent is None or name != self._answers.viscosity_predictor():
            return ()
        if agent.viscosity_mpa_s is None:
            return (("quiet", text("ui.form.agent-no-viscosity")),)
        if self._answers.entered.get(name) != agent.viscosity_mpa_s:
            return ()
        return (("quiet", text("ui.form.agent-label", citation=agent.citation or text("value.unknown"))),)

"""What happened afterwards, as the console enters it; all of it may stay unknown.

What is asked about the event, and in which words, the pack says that predicted it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QDialog,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.cases.model import SEVERITIES, Event
from desktop.language import Language
from ui.dialogs.site_draft import number_of, number_text
from ui.dialogs.widgets import Field, Notice, button, column, label, row
from ui.icons import icon
from ui.inputs import ListBox, TimeBox
from ui.text import Label

if TYPE_CHECKING:
    from inference.predicted_event import PredictedEvent
    from inference.site import Agent

HAPPENED = {"no": False, "yes": True, "unknown": None}
INJURY = ("volume", "severity", "site", "agent")
"""Fields that not every event has."""
SHOWN_TIME = "yyyy-MM-dd HH:mm"


class Typed(NamedTuple):
    """What stands in the form, before it is checked; ``at`` is ISO 8601."""

    happened: bool | None
    volume: str
    severity: str
    at: str


def faults_of(typed: Typed, now: datetime, language: Language, asked: PredictedEvent | None = None) -> dict[str, str]:
    """What is wrong, by field; nothing has to be known, but what is said must be possible."""
    faults, volume = {}, number_of(typed.volume)
    question = question_of(asked, language)
    most = asked.volume.most_ml if asked is not None and asked.volume is not None else math.inf
    if isinstance(volume, str):
        faults["volume"] = language.text("ui.event.volume-no-number", value=volume)
    elif volume is not None and not 0 <= volume <= most:
        faults["volume"] = language.text("ui.event.volume-impossible", most=f"{most:g}")
    elif volume and typed.happened is False:
        faults["volume"] = language.text("ui.event.volume-without", question=question)
    if typed.severity and typed.happened is False:
        faults["severity"] = language.text("ui.event.severity-without", question=question)
    if typed.at and datetime.fromisoformat(typed.at).astimezone() > now:
        faults["recorded_at"] = language.text("ui.event.future")
    return faults


def question_of(asked: PredictedEvent | None, language: Language) -> str:
    """What is answered with yes, no or not known."""
    return language.text("ui.event.happened") if asked is None else language.of(asked.question)


class EventDialog(QDialog):
    """Asks what happened; once accepted, :meth:`recorded` is the answer.

    Parameters
    ----------
    event
        What was recorded before, or None.
    agents
        Contrast agents that the site stocks; any other can be typed.
    user
        Who records it, unless somebody had already.
    case
        Which case it is about, in words.
    asked
        What the pack asks about its event; None: whether it happened, and no more.
    """

    def __init__(
        self,
        event: Event | None,
        language: Language,
        agents: Sequence[Agent] = (),
        user: str = "",
        case: str = "",
        parent: QWidget | None = None,
        asked: PredictedEvent | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._agents, self._language = event or Event(recorded_by=user), agents, language
        self._asked = asked
        self._case, self._intro = label("heading", wrap=True), label("quiet", wrap=True)
        self._case.setText(case)
        self._case.setVisible(bool(case))
        self._advice = Notice()
        self.happened = {name: button() for name in HAPPENED}
        self.volume, self.recorded_by = QLineEdit(), QLineEdit()
        self.agent, self.site, self.severity = ListBox(), ListBox(), ListBox()
        self.follow_up, self.note = QPlainTextEdit(), QPlainTextEdit()
        self.recorded_at = TimeBox()
        self.save_button, self._cancel = button(role="primary"), button()
        self.fields: dict[str, Field] = {}
        self._labels: dict[str, Label] = {}
        self._build()
        self._show(self._before)
        self.set_language(language)
        next(box for box in self.happened.values() if box.isChecked()).setFocus()

    def _build(self) -> None:
        group, choice = QButtonGroup(self), QWidget()
        boxes = row(*self.happened.values(), None)
        boxes.setContentsMargins(0, 0, 0, 0)
        choice.setLayout(boxes)
        for box in self.happened.values():
            box.setCheckable(True)
            box.setIcon(icon("circle"))
            box.toggled.connect(partial(_show_chosen, box))
            box.toggled.connect(self._advise)
            group.addButton(box)
        for box in (self.agent, self.site):
            box.setEditable(True)
            box.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.recorded_at.setDisplayFormat(SHOWN_TIME)
        self.recorded_at.setCalendarPopup(True)
        for block in (self.follow_up, self.note):
            block.setTabChangesFocus(True)
            block.setFixedHeight(64)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.volume.setMaximumWidth(140)
        controls = {"happened": choice, "volume": self.volume}
        controls |= {"severity": self.severity, "site": self.site, "agent": self.agent}
        controls |= {"follow_up": self.follow_up, "note": self.note}
        controls |= {"recorded_by": self.recorded_by, "recorded_at": self.recorded_at}
        for name, control in controls.items():
            self._labels[name], self.fields[name] = label(wrap=True), Field(control)
            self._labels[name].setBuddy(self.happened["no"] if name == "happened" else control)
            form.addRow(self._labels[name], self.fields[name])
            form.setRowVisible(self.fields[name], self._asks(name))
        buttons = row(None, self._cancel, self.save_button)
        self.setLayout(column(self._case, self._intro, self._advice, form, None, buttons))
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)
        self.resize(640, 640 if any(map(self._asks, INJURY)) else 400)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; what was typed stays."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.event.title") if self._asked is None else language.of(self._asked.title))
        self._intro.setText(text("ui.event.intro"))
        labels = {name: self._label(name) for name in self._labels}
        for name, words in self._labels.items():
            words.setText(labels[name])
        for name, box in self.happened.items():
            box.setText(text(f"ui.event.happened-{name}"))
        for name in ("volume", "severity", "site", "agent", "follow_up", "note", "recorded_by", "recorded_at"):
            getattr(self, name).setAccessibleName(labels[name])
        self.volume.setPlaceholderText(text("ui.event.unknown"))
        for box, items in ((self.agent, self._agent_names()), (self.site, self._site_names())):
            typed = box.currentText()
            box.clear()
            box.addItems(items)
            box.setEditText(typed)
            box.lineEdit().setPlaceholderText(text("ui.event.unknown"))
        chosen = self.severity.currentData() or ""
        self.severity.clear()
        for name in SEVERITIES:
            self.severity.addItem(text(f"event.severity.{name}") if name else text("ui.event.severity-none"), name)
        self.severity.setCurrentIndex(SEVERITIES.index(chosen))
        self._advise()
        self.save_button.setText(text("ui.dialog.save"))
        self._cancel.setText(text("ui.dialog.cancel"))

    def recorded(self) -> Event:
        """What stands in the form.

        Raises
        ------
        InputError
            As of :class:`desktop.cases.Event`; never once the dialog was accepted.
        """
        volume = number_of(self.volume.text())
        return Event(
            happened=self._typed().happened,
            volume_ml=volume if isinstance(volume, float) else None,
            agent=self.agent.currentText().strip(),
            site=self.site.currentText().strip(),
            severity=self.severity.currentData(),
            follow_up=self.follow_up.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            recorded_by=self.recorded_by.text().strip(),
            recorded_at=self._typed().at,
        )

    def _show(self, event: Event) -> None:
        wanted = next(name for name, value in HAPPENED.items() if value is event.happened)
        self.happened[wanted].setChecked(True)
        self.volume.setText(number_text(event.volume_ml))
        self.agent.setEditText(event.agent)
        self.site.setEditText(event.site)
        for name in SEVERITIES:
            self.severity.addItem(name, name)
        self.severity.setCurrentIndex(SEVERITIES.index(event.severity))
        self.follow_up.setPlainText(event.follow_up)
        self.note.setPlainText(event.note)
        self.recorded_by.setText(event.recorded_by)
        at = datetime.fromisoformat(event.recorded_at) if event.recorded_at else datetime.now()
        self.recorded_at.setDateTime(QDateTime(at.replace(second=0, microsecond=0, tzinfo=None)))
        self._shown_at = self.recorded_at.dateTime()

    def _advise(self) -> None:
        """What is to be done now, once it is said that the event happened."""
        advice = self._asked.advice if self._asked is not None and self.happened["yes"].isChecked() else None
        self._advice.say("" if advice is None else self._language.of(advice), "warning")

    def _typed(self) -> Typed:
        happened = next(HAPPENED[name] for name, box in self.happened.items() if box.isChecked())
        return Typed(happened, self.volume.text(), self.severity.currentData(), self._time())

    def _time(self) -> str:
        """The time as it was recorded before while nobody changed it; else with this computer's offset from UTC."""
        if self._before.recorded_at and self.recorded_at.dateTime() == self._shown_at:
            return self._before.recorded_at
        return self.recorded_at.dateTime().toPython().astimezone().isoformat(timespec="seconds")

    def _save(self) -> None:
        faults = faults_of(self._typed(), datetime.now().astimezone(), self._language, self._asked)
        for name, field in self.fields.items():
            field.set_fault(faults.get(name, ""))
        if faults:
            self.fields[next(iter(faults))].setFocus()
        else:
            self.accept()

    def _agent_names(self) -> list[str]:
        return ["", *(self._language.of(agent.label) or agent.id for agent in self._agents)]

    def _site_names(self) -> list[str]:
        site = self._asked.site if self._asked is not None else None
        return ["", *(self._language.of(choice) for choice in (site.choices if site is not None else ()))]

    def _asks(self, name: str) -> bool:
        """Whether a field is asked; what was recorded before is always shown, and stays."""
        if name not in INJURY:
            return True
        recorded = self._before.volume_ml is not None if name == "volume" else getattr(self._before, name)
        return bool(recorded) or (self._asked is not None and bool(getattr(self._asked, name)))

    def _label(self, name: str) -> str:
        """What stands beside a field."""
        if name == "happened":
            return question_of(self._asked, self._language)
        part = getattr(self._asked, name, None) if name in ("volume", "site") else None
        if part is not None:
            return self._language.of(part.label)
        if name in ("volume", "site"):
            return self._language.text(f"event.{name}")
        return self._language.text(f"ui.event.{name.replace('_', '-')}")


def _show_chosen(box: QPushButton, chosen: bool) -> None:
    """A sign beside the shade."""
    box.setIcon(icon("circle-check" if chosen else "circle"))

"""What happened after the injection, as the console enters it; all of it may stay unknown."""

from __future__ import annotations

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
from ui.dialogs.parts import Field, Notice, button, column, label, row
from ui.dialogs.site_draft import number_of, number_text
from ui.icons import icon
from ui.inputs import ListBox, TimeBox
from ui.text import Label

if TYPE_CHECKING:
    from inference.site import Agent

MOST_ML = 500.0
"""More than is ever injected: a slip of the keys, or another unit."""
HAPPENED = {"no": False, "yes": True, "unknown": None}
SITES = ("hand", "wrist", "forearm", "elbow", "upper-arm", "foot", "central-line", "port")
SHOWN_TIME = "yyyy-MM-dd HH:mm"


class Typed(NamedTuple):
    """What stands in the form, before it is checked; ``at`` is ISO 8601."""

    happened: bool | None
    volume: str
    severity: str
    at: str


def faults_of(typed: Typed, now: datetime, language: Language) -> dict[str, str]:
    """What is wrong, by field; nothing has to be known, but what is said must be possible."""
    faults, volume = {}, number_of(typed.volume)
    if isinstance(volume, str):
        faults["volume"] = language.text("ui.event.volume-no-number", value=volume)
    elif volume is not None and not 0 <= volume <= MOST_ML:
        faults["volume"] = language.text("ui.event.volume-impossible", most=f"{MOST_ML:g}")
    elif volume and typed.happened is False:
        faults["volume"] = language.text("ui.event.volume-without")
    if typed.severity and typed.happened is False:
        faults["severity"] = language.text("ui.event.severity-without")
    if typed.at and datetime.fromisoformat(typed.at).astimezone() > now:
        faults["recorded_at"] = language.text("ui.event.future")
    return faults


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
    """

    def __init__(
        self,
        event: Event | None,
        language: Language,
        agents: Sequence[Agent] = (),
        user: str = "",
        case: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._agents, self._language = event or Event(recorded_by=user), agents, language
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
            self._labels[name], self.fields[name] = Label(), Field(control)
            self._labels[name].setBuddy(self.happened["no"] if name == "happened" else control)
            form.addRow(self._labels[name], self.fields[name])
        buttons = row(None, self._cancel, self.save_button)
        self.setLayout(column(self._case, self._intro, self._advice, form, None, buttons))
        self.save_button.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)
        self.resize(640, 640)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; what was typed stays."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.event.title"))
        self._intro.setText(text("ui.event.intro"))
        for name, words in self._labels.items():
            words.setText(text(f"ui.event.{name.replace('_', '-')}"))
        for name, box in self.happened.items():
            box.setText(text(f"ui.event.happened-{name}"))
        for name in ("volume", "severity", "site", "agent", "follow_up", "note", "recorded_by", "recorded_at"):
            getattr(self, name).setAccessibleName(text(f"ui.event.{name.replace('_', '-')}"))
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
        """What is to be done now, once it is said that something ran out; as the guideline of the ESUR has it."""
        happened = self.happened["yes"].isChecked()
        self._advice.say(self._language.text("ui.event.advice") if happened else "", "warning")

    def _typed(self) -> Typed:
        happened = next(HAPPENED[name] for name, box in self.happened.items() if box.isChecked())
        return Typed(happened, self.volume.text(), self.severity.currentData(), self._time())

    def _time(self) -> str:
        """The time as it was recorded before while nobody changed it; else with this computer's offset from UTC."""
        if self._before.recorded_at and self.recorded_at.dateTime() == self._shown_at:
            return self._before.recorded_at
        return self.recorded_at.dateTime().toPython().astimezone().isoformat(timespec="seconds")

    def _save(self) -> None:
        faults = faults_of(self._typed(), datetime.now().astimezone(), self._language)
        for name, field in self.fields.items():
            field.set_fault(faults.get(name, ""))
        if faults:
            self.fields[next(iter(faults))].setFocus()
        else:
            self.accept()

    def _agent_names(self) -> list[str]:
        return ["", *(self._language.of(agent.label) or agent.id for agent in self._agents)]

    def _site_names(self) -> list[str]:
        return ["", *(self._language.text(f"ui.event.site-{name}") for name in SITES)]


def _show_chosen(box: QPushButton, chosen: bool) -> None:
    """A sign beside the shade."""
    box.setIcon(icon("circle-check" if chosen else "circle"))

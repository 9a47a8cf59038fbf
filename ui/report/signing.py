"""Ticking the checklist and signing, beside the pages that show both."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from desktop.report.signing import (
    ROLES,
    checked_part,
    initials_of,
    is_locked,
    minute_text,
    tick_fields,
    with_signature,
    with_tick,
    without_tick,
)
from desktop.report.signing import next_version as next_version_of
from desktop.report.wording import date_text, not_known
from inference.text import joined
from ui.dialogs.widgets import Notice, button, label, row
from ui.panels.marks import paint_box, words
from ui.text import Label
from ui.theme import TOUCH_PX, theme_of

if TYPE_CHECKING:
    from inference.outcome import Outcome, Tick

INITIALS = 6


class SignPanel(QFrame):
    """The checklist and the three signatures of a report.

    ``changed`` carries the outcome with the new tick or signature, ``identity_checked`` initials and time of who has
    compared the patient with wristband or order, or None when that was taken back. Nobody signs before it was done.
    """

    changed = Signal(object)
    identity_checked = Signal(object)

    def __init__(
        self,
        outcome: Outcome,
        user: str,
        now: Callable[[], str],
        identity: Tick | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.outcome, self._now, self._identity = outcome, now, identity
        self._list_title, self._sign_title = label("heading"), label("heading")
        self._initials_label, self._name_label = Label(), Label()
        self.initials, self.name = QLineEdit(initials_of(user)), QLineEdit(user)
        self.initials.setMaxLength(INITIALS)
        self.initials.setMaximumWidth(120)
        self.name.setMaxLength(40)
        self._initials_label.setBuddy(self.initials)
        self._name_label.setBuddy(self.name)
        self._wanting = Notice()
        self._items = QVBoxLayout()
        self._items.setSpacing(0)
        self.boxes: list[ItemBox] = []
        self.identity, self._identity_title = ItemBox(), label("heading")
        self._identity_first = words("", "quiet")
        self._signed = {role: words("") for role in ROLES}
        self._roles, self._role_box = QButtonGroup(self), QWidget()
        self.sign, self.confirm, self.back = button(), button(role="primary"), button()
        self.new_version = button("plus")
        self._question, self._locked = words("", "warning"), words("", "quiet")
        self._build()
        self._connect()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 10, 8, 10)
        column.addLayout(row(self._initials_label, self.initials, None))
        for part in (self._wanting, self._identity_title, self.identity, self._sign_title):
            column.addWidget(part)
        for role in ROLES:
            column.addWidget(self._signed[role])
        roles = QHBoxLayout(self._role_box)
        roles.setContentsMargins(0, 0, 0, 0)
        roles.setSpacing(3)
        for number, _ in enumerate(ROLES):
            choice = QPushButton()
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            choice.setStyleSheet(
                "QPushButton { padding: 4px 2px; font-size: 9.5pt; }"
                "QPushButton:checked { background: palette(highlight); color: palette(highlighted-text);"
                " font-weight: bold; }"
            )
            self._roles.addButton(choice, number)
            roles.addWidget(choice)
        for part in (self._role_box, self._name_label, self.name, self._identity_first, self.sign, self._question):
            column.addWidget(part)
        column.addLayout(row(self.confirm, self.back, None))
        for part in (self._locked, self.new_version, self._list_title):
            column.addWidget(part)
        column.addLayout(self._items)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        body.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.setFixedWidth(330)

    def _connect(self) -> None:
        self.sign.clicked.connect(lambda: self._ask(True))
        self.back.clicked.connect(lambda: self._ask(False))
        self.confirm.clicked.connect(self._sign_now)
        self.new_version.clicked.connect(self._begin_version)
        self.identity.check.clicked.connect(self._check_identity)
        self.name.textChanged.connect(self._can_sign)
        self._roles.idToggled.connect(lambda *_: self._can_sign())

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language = language
        text = language.text
        self._sign_title.setText(text("ui.report.sign-off"))
        self._identity_title.setText(text("ui.report.identity"))
        self._initials_label.setText(text("ui.report.initials"))
        self._name_label.setText(text("ui.report.name"))
        for number, role in enumerate(ROLES):
            self._roles.button(number).setText(text(f"ui.report.role-{role}"))
        self.sign.setText(text("ui.report.sign"))
        self.confirm.setText(text("ui.report.sign-now"))
        self.back.setText(text("ui.dialog.cancel"))
        self._locked.setText(text("ui.report.locked"))
        self.new_version.setText(text("ui.report.new-version"))
        self._fill()
        self._ask(False)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what is ticked and signed."""
        self.outcome = outcome
        self._fill()
        self._ask(False)

    def role(self) -> str | None:
        """The chosen role, if it has not signed yet."""
        number = self._roles.checkedId()
        signed = [signature.role for signature in self.outcome.signatures]
        return ROLES[number] if number >= 0 and ROLES[number] not in signed else None

    def _fill(self) -> None:
        from desktop.report.build import checklist
        from desktop.report.own_words import own_text
        from desktop.report.signing import signature_fields

        for role, (title, signed) in zip(ROLES, signature_fields(self.outcome, self._language)):
            unsigned = self._language.text("ui.report.not-signed")
            role_title = self._language.text(f"ui.report.role-{role}")
            shown = self._language.text(
                "label.value", label=role_title, value=f"✓ {joined('  ', signed)}" if signed else unsigned
            )
            self._signed[role].setText(shown)
            self._signed[role].setToolTip(title)
            self._roles.button(ROLES.index(role)).setEnabled(not signed)
        self._choose_role()
        self._show_identity()
        part = checked_part(self.outcome)
        self._list_title.setText(own_text(part.pack.manifest, "checklist", self._language))
        items, done = checklist(part, self._language), tick_fields(part)
        if len(self.boxes) != len(items):
            self._make_boxes(len(items))
        for number, (box, item) in enumerate(zip(self.boxes, items)):
            box.set_item(item, done.get(number), is_locked(self.outcome, number))
        self._list_title.setVisible(bool(items))

    def _show_identity(self) -> None:
        """What is to be compared, and who has compared it."""
        patient, text = self.outcome.patient, self._language.text
        facts = {"name": patient.name, "id": patient.id, "birth-date": date_text(patient.birth_date)}
        known = [value or not_known(what, self._language) for what, value in facts.items()]
        done = None if self._identity is None else (self._identity.initials, minute_text(self._identity.time))
        match = text("label.value", label=text("report.match"), value=joined(" · ", known))
        named = bool(patient.name or patient.id)
        signed = self._identity is not None and bool(self.outcome.signatures)
        self.identity.set_item(match, done, signed or not (named or self._identity))
        self._identity_first.setText(text("ui.report.identity-first" if named else "ui.report.identity-unnamed"))

    def _check_identity(self, on: bool) -> None:
        from inference.outcome import Tick

        initials = self._initials_of(self.identity) if on else ""
        if on and not initials:
            return
        self._identity = Tick(0, initials, self._now()) if on else None
        self._show_identity()
        self._can_sign()
        self.identity_checked.emit(self._identity)

    def _initials_of(self, box: ItemBox) -> str:
        """Who ticks; without initials the box stays empty, and they are asked for."""
        initials = self.initials.text().strip()
        self._wanting.say("" if initials else self._language.text("ui.report.initials-wanting"), "warning")
        if not initials:
            box.check.setChecked(False)
            self.initials.setFocus()
        return initials

    def _choose_role(self) -> None:
        """The first, while nobody has signed; whoever signs next is another person, and says as what."""
        if not self.outcome.signatures and self.role() is None:
            self._roles.button(0).setChecked(True)
        elif self.outcome.signatures and self.role() is None:
            self._roles.setExclusive(False)
            for choice in self._roles.buttons():
                choice.setChecked(False)
            self._roles.setExclusive(True)

    def _make_boxes(self, count: int) -> None:
        while self._items.count():
            old = self._items.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        self.boxes = [ItemBox() for _ in range(count)]
        for number, box in enumerate(self.boxes):
            self._items.addWidget(box)
            box.check.clicked.connect(lambda on, number=number: self._tick(number, on))

    def _tick(self, number: int, on: bool) -> None:
        from inference.outcome import Tick

        initials = self._initials_of(self.boxes[number]) if on else ""
        if on and not initials:
            return
        changed = (
            with_tick(self.outcome, Tick(number, initials, self._now())) if on else without_tick(self.outcome, number)
        )
        self._take(changed)

    def _ask(self, asking: bool) -> None:
        """Ask once more before a signature, which cannot be taken back."""
        everyone = len(self.outcome.signatures) == len(ROLES)
        for part in (self._role_box, self._name_label, self.name):
            part.setVisible(not everyone)
            part.setEnabled(not asking)
        self.sign.setVisible(not asking and not everyone)
        for part in (self._question, self.confirm, self.back):
            part.setVisible(asking)
        for part in (self._locked, self.new_version):
            part.setVisible(bool(self.outcome.signatures) and not asking)
        if asking:
            role = self._language.text(f"ui.report.role-{self.role()}")
            name = self.name.text().strip()
            self._question.setText(self._language.text("ui.report.sign-question", role=role, name=name))
            self.back.setFocus()
        self._can_sign()

    def _can_sign(self) -> None:
        ready = self.role() is not None and bool(self.name.text().strip())
        self.sign.setEnabled(ready and self._identity is not None)
        self._identity_first.setVisible(self._identity is None and self.sign.isVisibleTo(self))

    def _sign_now(self) -> None:
        from inference.outcome import SignOff

        signature = SignOff(self.role(), self.name.text().strip(), self._now())
        # The next to sign is someone else: neither this name nor these initials are theirs.
        self.name.clear()
        self.initials.clear()
        self._take(with_signature(self.outcome, signature))

    def _begin_version(self) -> None:
        self._take(next_version_of(self.outcome))

    def _take(self, outcome: Outcome) -> None:
        self.show_outcome(outcome)
        self.changed.emit(outcome)


class TickBox(QCheckBox):
    """A box that is as large as a finger and looks as on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(TOUCH_PX, TOUCH_PX)

    def hitButton(self, place: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and tick, and a frame where the keyboard is."""
        theme, painter = theme_of(self), QPainter(self)
        paint_box(painter, QRectF(7, 7, 20, 20), self.isChecked(), theme.text if self.isEnabled() else theme.quiet)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(QRectF(2, 2, TOUCH_PX - 4, TOUCH_PX - 4), 5, 5)
        painter.end()


class ItemBox(QWidget):
    """An item of the checklist: a box to tick, its words, and who ticked it when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check, self.words, self.done = TickBox(), words(""), words("", "quiet", 9.0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.setContentsMargins(0, 7, 0, 5)
        column.addWidget(self.words)
        column.addWidget(self.done)
        layout.addLayout(column, 1)
        self.words.mousePressEvent = lambda _: self.check.click()

    def set_item(self, item: str, done: tuple[str, str] | None, locked: bool) -> None:
        """Show an item as it stands."""
        self.words.setText(item)
        self.check.setAccessibleName(item)
        self.check.setChecked(done is not None)
        self.check.setEnabled(not locked)
        self.done.setText(joined(" ", done) if done else "")
        self.done.setVisible(done is not None)

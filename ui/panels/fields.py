"""Fields of the form: each shows one answer, and says when the user has given another.

All have the same face: ``answered`` (with True while someone is still typing), ``value``, ``show_answer``, ``name``
and ``target``, the control that takes the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QValidator
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.inputs import Chooser
from ui.text import Label, without_keys
from ui.theme import TOUCH_PX, grown, scaled
from ui.typed_numbers import parse_number, plain_number, shown_number

MOST_TOGGLES = 4
"""Choices beside "unknown" that can stand as buttons; more are a list."""
TOGGLE_PADDING, TOGGLE_GAP = 20, 3
MOST_CHARACTERS = 9
SMALL_POINTS = 8.5
STYLE = f"""
    ToggleField QPushButton {{ padding: 4px 6px; min-height: {TOUCH_PX - 10}px; border-radius: 5px; }}
    ToggleField QPushButton:focus {{ padding: 3px 5px; border: 2px solid palette(link); }}
    ToggleField QPushButton:checked {{
        background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
        font-weight: bold;
    }}
    ToggleField QPushButton:checked:focus {{ border: 2px solid palette(window-text); }}
    ToggleField QPushButton[unknown="true"]:checked {{
        background: palette(alternate-base); color: palette(window-text); border: 1px dashed palette(placeholder-text);
        font-weight: normal;
    }}
    ToggleField QPushButton[unknown="true"]:checked:focus {{ border: 2px solid palette(link); }}
    LineField QLineEdit {{ min-height: {TOUCH_PX - 8}px; }}
    Chooser, ListField {{ min-height: {TOUCH_PX - 4}px; }}
    Chooser::drop-down, ListField::drop-down {{ border: none; width: 26px; }}
    Chooser::down-arrow, ListField::down-arrow {{ image: none; }}
"""
"""For what fields stand in, set once there: set on each field it takes a second for a long form.

A given answer is filled and bold, "unknown" is a dashed outline: they differ without colour.
"""


def small_label(text: str = "") -> Label:
    """Secondary text in small print."""
    label = Label(text)
    label.setProperty("role", "quiet")
    label.setFont(small_font(label))
    return label


def small_font(widget: QWidget) -> QFont:
    """The widget's font in small print."""
    font = widget.font()
    font.setPointSizeF(scaled(SMALL_POINTS))
    return font


class NumberValidator(QValidator):
    """Lets digits and one point or comma through, and turns full-width ones into plain ones."""

    def __init__(self, negative: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._negative = negative

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether the text is, or may become, a number; and the text in plain digits."""
        plain = plain_number(text)
        allowed = "-0123456789.," if self._negative else "0123456789.,"
        if len(plain) > MOST_CHARACTERS or any(character not in allowed for character in plain):
            return QValidator.State.Invalid, text, place
        if sum(plain.count(point) for point in ".,") > 1 or "-" in plain[1:]:
            return QValidator.State.Invalid, text, place
        complete = not plain or parse_number(plain) is not None
        state = QValidator.State.Acceptable if complete else QValidator.State.Intermediate
        return state, plain, min(place, len(plain))


class ToggleField(QWidget):
    """Choices side by side, "unknown" the last; arrows move among them, Tab passes them by."""

    answered = Signal(bool)

    def __init__(self, options: list[tuple[str, str]], unknown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._values: list[str | None] = [value for value, _ in options] + [None]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TOGGLE_GAP)
        for number, text in enumerate([text for _, text in options] + [unknown]):
            button = QPushButton(without_keys(text))
            button.setCheckable(True)
            button.setProperty("unknown", self._values[number] is None)
            button.installEventFilter(self)
            self._group.addButton(button, number)
            button.setMinimumWidth(self.wanted_width([text], button))
            layout.addWidget(button, 1)
        self._group.idClicked.connect(lambda number: self._choose(number))
        self.show_answer(None)

    @staticmethod
    def wanted_width(texts: list[str], widget: QWidget) -> int:
        """Room that buttons with these texts need."""
        metrics = widget.fontMetrics()
        # A chosen answer is bold, which is wider.
        widths = [max(TOUCH_PX, round(1.08 * metrics.horizontalAdvance(text)) + TOGGLE_PADDING) for text in texts]
        return sum(widths) + TOGGLE_GAP * (len(texts) - 1)

    @property
    def target(self) -> QWidget:
        """The chosen button, the only one that Tab stops at."""
        return self._group.checkedButton()

    def buttons(self) -> list[QPushButton]:
        """All buttons, "unknown" last."""
        return self._group.buttons()

    def value(self) -> str | None:
        """The chosen answer."""
        return self._values[self._group.checkedId()]

    def show_answer(self, value: str | None) -> None:
        """Show an answer without saying that it was given."""
        self._group.button(self._values.index(value) if value in self._values else len(self._values) - 1).setChecked(
            True
        )
        self._one_stop()

    def name(self, text: str, help_text: str) -> None:
        """Tell screen readers what is asked."""
        self.setAccessibleName(text)
        for button in self.buttons():
            button.setAccessibleName(f"{text}: {button.text().replace('&&', '&')}")
            button.setAccessibleDescription(help_text)

    def eventFilter(self, button: QObject, event: QEvent) -> bool:
        """Arrow keys choose the neighbour; y, n and u choose yes, no and unknown where these are asked."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        number = self._number_of(QKeyEvent.text(event))
        if number is not None:
            self._group.button(number).setChecked(True)
            self._choose(number)
            return True
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
        }.get(QKeyEvent.key(event))
        if step is None:
            return False
        number = min(max(self._group.id(button) + step, 0), len(self._values) - 1)
        self._group.button(number).setChecked(True)
        self._choose(number)
        return True

    def _number_of(self, key: str) -> int | None:
        """The choice that a letter stands for."""
        wanted = {"y": "yes", "n": "no"}.get(key.lower(), "") if {"yes", "no"} <= set(self._values) else ""
        if key.lower() == "u" and key:
            return len(self._values) - 1
        return self._values.index(wanted) if wanted else None

    def _choose(self, number: int) -> None:
        self._one_stop()
        self._group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit(False)

    def _one_stop(self) -> None:
        for button in self.buttons():
            stop = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)


class ListField(Chooser):
    """Choices in a list, "unknown" the first."""

    answered = Signal(bool)

    def __init__(self, options: list[tuple[str, str]], unknown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.addItem(unknown, None)
        for value, text in options:
            self.addItem(text, value)
        self.activated.connect(lambda: self.answered.emit(False))

    @property
    def target(self) -> QWidget:
        """Itself."""
        return self

    def value(self) -> str | None:
        """The chosen answer."""
        return self.currentData()

    def show_answer(self, value: str | None) -> None:
        """Show an answer without saying that it was given."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def name(self, text: str, help_text: str) -> None:
        """Tell screen readers what is asked."""
        self.setAccessibleName(text)
        self.setAccessibleDescription(help_text)


class LineField(QWidget):
    """A line to type into, with what belongs beside it; empty is unknown."""

    answered = Signal(bool)

    def __init__(self, unknown: str, beside: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(unknown)
        self.line.setClearButtonEnabled(True)
        self._shown = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.line, 1)
        if beside:
            self.line.setMaximumWidth(grown(116))
            layout.addWidget(small_label(beside), 1)
        self.line.textEdited.connect(lambda: self.answered.emit(True))
        self.line.editingFinished.connect(lambda: self.answered.emit(False))

    @property
    def target(self) -> QWidget:
        """The line."""
        return self.line

    def value(self) -> str | float | None:
        """What was typed."""
        return self.line.text().strip() or None

    def show_answer(self, value: str | float | None) -> None:
        """Show an answer without saying that it was given."""
        text = "" if value is None else str(value)
        if self.line.text() != text:
            self.line.setText(text)
        self.line.setCursorPosition(0)

    def name(self, text: str, help_text: str) -> None:
        """Tell screen readers what is asked."""
        self.line.setAccessibleName(text)
        self.line.setAccessibleDescription(help_text)


class NumberField(LineField):
    """A line for a number; 1.5 and 1,5 are the same."""

    def __init__(self, unknown: str, beside: str, negative: bool, parent: QWidget | None = None) -> None:
        super().__init__(unknown, beside, parent)
        self.line.setValidator(NumberValidator(negative, self.line))
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def value(self) -> float | None:
        """The number, None while there is none."""
        return parse_number(self.line.text())

    def is_unfinished(self) -> bool:
        """Whether something was typed that is no number."""
        return bool(self.line.text()) and self.value() is None

    def show_answer(self, value: float | None) -> None:
        """Show a number; one that was typed as the same number is left as it was typed."""
        if value is None or self.value() != value:
            super().show_answer(None if value is None else shown_number(value))

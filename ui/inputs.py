"""Controls that one chooses and types in; the only ones that the program uses, so that all behave alike.

The mouse wheel scrolls what a control stands in and never changes the control: a notch of it on the way down a page
would choose another pack, another patient's tab, another date. Numbers are read as :mod:`ui.typed_numbers` reads them,
whatever the computer's language: 4.5 and 4,5 are the same.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTabWidget,
)

from ui.icons import icon
from ui.typed_numbers import plain_number

INSET = 2
"""Pixels that Qt leaves free on both sides of the choice of a list."""


class Unwheeled:
    """Leaves the mouse wheel to what is around."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to what is around."""
        event.ignore()


class ListBox(Unwheeled, QComboBox):
    """A list to choose from, as the style sheet draws it; a choice that is too long for it ends in an ellipsis."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten what does not fit."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width() - 2 * INSET
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)


class Chooser(ListBox):
    """A list to choose from, with its arrow in the ink of the theme."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow in the ink of the theme."""
        super().paintEvent(event)
        side = 18
        place = QRect(self.width() - side - 6, (self.height() - side) // 2, side, side)
        icon("chevron-down").paint(QPainter(self), place)


class AskingBox(ListBox):
    """A choice whose list is another's: it only says that it is wanted. Arrow keys step through it as usual.

    Signals
    -------
    wanted
        It was touched, or opened from the keyboard.
    """

    wanted = Signal()

    def showPopup(self) -> None:
        """Say so."""
        self.wanted.emit()


class TimeBox(Unwheeled, QDateTimeEdit):
    """A date and time."""


class Slider(Unwheeled, QSlider):
    """A value between two ends."""


class Strip(Unwheeled, QTabBar):
    """Tabs without pages."""


class Tabs(QTabWidget):
    """Pages behind tabs."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(Strip(self))


class NumberBox(Unwheeled, QDoubleSpinBox):
    """A number with a unit, read alike in every language of the computer."""

    def __init__(self, low: float, high: float, step: float, decimals: int) -> None:
        super().__init__()
        self.setLocale(QLocale.c())
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Whether the text is, or may become, a number; a comma is a point, and nothing separates thousands."""
        plain = plain_number(text).replace(",", ".")
        return super().validate(plain, min(place, len(plain)))

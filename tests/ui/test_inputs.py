"""Controls that the mouse wheel leaves alone, and numbers that are read alike in every language."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox, QTabBar, QWidget

from ui import inputs
from ui.inputs import Chooser, ListBox, NumberBox, Slider, Strip, Tabs, TimeBox

CHANGED_BY_THE_WHEEL = (
    "QComboBox|QFontComboBox|Q(?:Double)?SpinBox|Q(?:Date|Time|DateTime)Edit|QSlider|QDial|QTab(?:Bar|Widget)"
)


def list_of(kind):
    made = kind()
    made.addItems(["a", "b", "c"])
    made.setCurrentIndex(1)
    return made, made.currentIndex


def day():
    made = TimeBox()
    made.setDateTime(QDateTime(2026, 11, 22, 9, 30, 0))
    return made, made.dateTime


def number():
    made = NumberBox(0.0, 200.0, 1.0, 1)
    made.setValue(7.0)
    return made, made.value


def slider():
    made = Slider(Qt.Orientation.Horizontal)
    made.setValue(40)
    return made, made.value


def strip():
    made = Strip()
    for name in "abc":
        made.addTab(name)
    made.setCurrentIndex(1)
    return made, made.currentIndex


def tabs():
    made = Tabs()
    for name in "abc":
        made.addTab(QWidget(), name)
    made.setCurrentIndex(1)
    return made, made.currentIndex


CONTROLS = {
    "list": lambda: list_of(ListBox),
    "chooser": lambda: list_of(Chooser),
    "day": day,
    "number": number,
    "slider": slider,
    "strip": strip,
    "tabs": tabs,
}


@pytest.mark.parametrize("name", CONTROLS)
def test_the_wheel_changes_no_control_not_even_the_one_with_the_focus(name, qtbot):
    control, value = CONTROLS[name]()
    qtbot.addWidget(control)
    control.show()
    control.setFocus()
    before = value()
    target = control.findChild(QTabBar) or control
    for notch in (-120, 120, 120):
        at = target.rect().center()
        event = QWheelEvent(
            QPointF(at),
            QPointF(target.mapToGlobal(at)),
            QPoint(),
            QPoint(0, notch),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)
        assert value() == before


def test_no_other_control_of_these_kinds_is_made_anywhere_in_the_window():
    made = re.compile(rf"\b(?:{CHANGED_BY_THE_WHEEL})\(|class \w+\([^)]*\b(?:{CHANGED_BY_THE_WHEEL})\b[^)]*\)")
    folder = Path(inputs.__file__).parent
    sources = [path for path in folder.rglob("*.py") if path != folder / "inputs.py"]
    assert len(sources) > 50
    assert {str(path): found for path in sources if (found := made.findall(path.read_text("utf-8")))} == {}


@pytest.mark.parametrize("language", ["de_DE", "fr_CH", "en_US", "zh_CN", "ar_EG"])
@pytest.mark.parametrize("typed", ["4,5", "4.5", "4。5", "4．5"])
def test_a_number_is_read_alike_whatever_the_language_of_the_computer(language, typed, qtbot):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        field = NumberBox(0.1, 200, 1, 1)
        field.setSuffix(" mL")
        qtbot.addWidget(field)
        field.selectAll()
        commit = QInputMethodEvent()  # as keys and Chinese input methods alike hand it over
        commit.setCommitString(typed)
        QApplication.sendEvent(field.lineEdit(), commit)
        field.interpretText()
        assert (field.value(), field.text()) == (4.5, "4.5 mL")
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("kind", [ListBox, Chooser])
def test_a_choice_that_is_too_long_for_its_list_ends_in_an_ellipsis(kind, qtbot):
    made = kind()
    qtbot.addWidget(made)
    made.addItems(["short", "Extravasation risk with neck and subclavian vessels"])
    shown = []
    for index in range(2):
        made.setCurrentIndex(index)
        made.resize(150, 36)
        option = QStyleOptionComboBox()
        made.initStyleOption(option)
        shown.append(option.currentText)
    assert shown[0] == "short"
    assert shown[1].startswith("Extra") and shown[1].endswith("…")
    assert made.currentText().endswith("vessels")

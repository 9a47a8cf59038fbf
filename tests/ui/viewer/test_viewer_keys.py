"""Keys and actions: every one does what it says, is worded, and leaves the fields beside the viewer alone."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.language import Language
from ui.viewer.actions import GROUPS
from ui.viewer.model import PRESETS
from ui.viewer.planes import AXIAL, CORONAL
from ui.viewer.viewer import Viewer

pytestmark = pytest.mark.slow


@pytest.fixture
def press(shown, qtbot):
    pane = shown.panes["axial"]
    shown.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    return lambda key, modifiers=Qt.KeyboardModifier.NoModifier: QTest.keyClick(pane, key, modifiers)


@pytest.mark.parametrize("number", range(1, len(PRESETS) + 1))
def test_number_keys_choose_windows(shown, press, number):
    press(Qt.Key(ord(str(number))))
    assert shown.model.window == list(PRESETS.values())[number - 1]


def test_zero_shows_all_values(shown, press):
    press(Qt.Key.Key_0)
    window = shown.model.window
    assert np.mean(np.abs(shown.volume.hu - window.level) <= window.width / 2) > 0.95


@pytest.mark.parametrize(
    ("key", "number"),
    [
        (Qt.Key.Key_PageUp, 13),
        (Qt.Key.Key_Up, 13),
        (Qt.Key.Key_PageDown, 11),
        (Qt.Key.Key_Down, 11),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 23),
    ],
)
def test_keys_scroll_the_active_plane(shown, press, key, number):
    press(key)
    assert shown.model.number(AXIAL) == number


def test_keys_follow_the_pane_that_was_clicked(shown, press):
    shown.model.activate("coronal")
    before = shown.model.number(CORONAL)
    press(Qt.Key.Key_PageUp)
    assert (shown.model.number(CORONAL), shown.model.number(AXIAL)) == (before + 1, 12)


@pytest.mark.parametrize(
    ("key", "read"),
    [
        (Qt.Key.Key_C, lambda m: m.crosshair),
        (Qt.Key.Key_T, lambda m: m.corner_text),
        (Qt.Key.Key_F, lambda m: m.fills),
        (Qt.Key.Key_O, lambda m: m.contours),
        (Qt.Key.Key_I, lambda m: m.inverted),
    ],
    ids="CTFOI",
)
def test_a_switch_goes_over_and_back(shown, press, key, read):
    before = read(shown.model)
    press(key)
    assert read(shown.model) != before
    press(key)
    assert read(shown.model) == before


TOOLS = {
    "V": "navigate",
    "W": "window",
    "H": "pan",
    "Z": "zoom",
    "L": "length",
    "A": "angle",
    "E": "ellipse",
    "B": "brush",
    "X": "erase",
    "G": "grow",
}


@pytest.mark.parametrize(("key", "tool"), list(TOOLS.items()))
def test_letters_choose_tools(shown, press, key, tool):
    press(Qt.Key(ord(key)))
    assert shown.model.tool == tool
    assert {a.objectName() for a in shown.actions_by_group()["tools"] if a.isChecked()} <= {tool}


def test_m_goes_through_the_kinds_of_slab(shown, press):
    seen = []
    for _ in range(4):
        press(Qt.Key.Key_M)
        seen.append(shown.model.slab.mode)
    assert seen == ["mip", "mean", "minip", "single"]


def test_alt_and_a_number_arrange_the_panes(shown, press, qtbot):
    press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert (shown.model.layout, shown.model.large) == ("large", "coronal")
    qtbot.waitUntil(lambda: shown.panes["coronal"].width() > 1.5 * shown.panes["axial"].width())
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: abs(shown.panes["coronal"].width() - shown.panes["axial"].width()) <= 2)


def test_return_lets_the_active_pane_fill_the_viewer(shown, press):
    press(Qt.Key.Key_Return)
    assert shown.model.alone == "axial"


def test_n_goes_from_structure_to_structure(shown, press):
    places = []
    for _ in range(3):
        press(Qt.Key.Key_N)
        places.append(shown.model.position_mm)
    assert places[0] == places[2] != places[1]


def test_the_cine_runs_until_it_is_stopped(shown, press, qtbot):
    before = shown.model.number(AXIAL)
    press(Qt.Key.Key_P)
    qtbot.waitUntil(lambda: shown.model.number(AXIAL) != before)
    press(Qt.Key.Key_P)
    assert not shown.playing


def test_the_cine_goes_on_at_the_other_end(shown):
    shown.model.show_slice(AXIAL, 23)
    shown.play(True)
    shown.play(False)
    shown._commands.next_picture()
    assert shown.model.number(AXIAL) == 0


def test_the_view_in_space_turns_to_its_sides(shown, press):
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    assert shown.solid.turn[2] == (0, -1, 0)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_action_is_worded_and_no_two_are_alike(shown, code):
    shown.set_language(Language(code))
    for group in GROUPS:
        texts = [action.text() for action in shown.actions_by_group()[group]]
        assert all(texts)
        assert max(Counter(texts).values()) == 1


def test_no_key_does_two_things(shown):
    keys = Counter(
        sequence.toString() for group in shown.actions_by_group().values() for a in group for sequence in a.shortcuts()
    )
    assert max(keys.values()) == 1


def test_nearly_everything_has_a_key(shown):
    without = {a.objectName() for group in shown.actions_by_group().values() for a in group if a.shortcut().isEmpty()}
    assert without == {"slab-single", "slab-mip", "slab-mean", "slab-minip", "reset"}


def test_a_field_beside_the_viewer_gets_its_letters(qtbot, volume):
    window = QWidget()
    qtbot.addWidget(window)
    column, field, viewer = QVBoxLayout(window), QLineEdit(), Viewer(Language("en"))
    column.addWidget(field)
    column.addWidget(viewer)
    with qtbot.waitExposed(window):
        window.show()
    viewer.show_study(volume, viewer._header)
    field.setFocus()
    QTest.keyClicks(field, "L4 b")
    assert field.text() == "L4 b"
    assert (viewer.model.tool, viewer.model.window) == ("navigate", PRESETS["soft"])


def test_keys_that_a_field_of_the_viewer_needs_itself_stay_in_it(shown):
    shown.set_edit_mode(True)
    field, before = shown._edit_bar._size, shown.model.brush_mm
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert shown.model.brush_mm > before
    assert shown.model.number(AXIAL) == 12


def test_enter_in_a_field_goes_back_to_the_picture(shown, qtbot):
    shown.set_edit_mode(True)
    shown.activateWindow()
    field = shown._edit_bar._size
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(shown.panes["axial"].hasFocus)
    assert shown.model.alone is None


def test_escape_puts_the_tool_away(shown, press):
    shown.model.set_tool("length")
    press(Qt.Key.Key_Escape)
    assert shown.model.tool == "navigate"


def test_without_a_study_only_settings_can_be_changed(viewer):
    enabled = {a.objectName() for group in viewer.actions_by_group().values() for a in group if a.isEnabled()}
    assert enabled == {
        "crosshair",
        "corner-text",
        "fills",
        "contours",
        "invert",
        "bone",
        "brush-solid",
        "keep-others",
        "by-density",
    }

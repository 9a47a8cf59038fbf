"""The sheet of keys follows the actions."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel

from desktop.language import Language
from ui.dialogs.shortcuts import GESTURES, KeyCap, ShortcutsDialog, in_columns, keys_of, words_of
from ui.window.appearance import speak


def action(text, *keys):
    made = QAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    return made


@pytest.fixture
def groups(qapp):
    return {"&File": [action("&Open…", "Ctrl+O"), action("no key")], "空(&E)": [action("none")]}


@pytest.mark.parametrize(("text", "shown"), [("&Open…", "Open"), ("打开(&O)…", "打开"), ("A & B", "A & B")])
def test_marks_of_menus_are_not_shown(text, shown):
    assert words_of(text) == shown


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("Ctrl+O", "Ctrl+O"), ("Ctrl++", "Ctrl++"), ("+", "+"), ("Shift+Left", "Shift+←"), ("Space", "空格")],
)
def test_keys_are_written_as_on_the_keyboard(qapp, keys, shown):
    assert keys_of(action("x", keys), Language("zh")) == [shown]


def test_qts_own_chinese_does_not_spell_out_the_arrows(qapp):
    owner = QObject()
    translator = speak(Language("zh"), owner)
    try:
        assert QKeySequence("Left").toString(QKeySequence.SequenceFormat.NativeText) != "Left"
        assert keys_of(action("x", "Shift+Left"), Language("zh")) == ["Shift+←"]
    finally:
        qapp.removeTranslator(translator)


def test_the_longest_column_is_kept_short():
    assert in_columns([9, 2, 3, 4], 2) == [[0], [1, 2, 3]]


def test_only_actions_with_keys_and_groups_with_such_actions_are_shown(qtbot, english, groups):
    dialog = ShortcutsDialog(groups, english)
    qtbot.addWidget(dialog)
    words = [label.text() for label in dialog._area.widget().findChildren(QLabel)]
    assert {"Ctrl+O", "File", "Open"} <= set(words)
    assert not {"no key", "空", "none"} & set(words)


def test_a_key_can_have_several_combinations(qtbot, english):
    redo = action("Redo", "Ctrl+Y", "Ctrl+Shift+Z")
    dialog = ShortcutsDialog({"Edit": [redo]}, english)
    qtbot.addWidget(dialog)
    assert [cap.text() for cap in dialog._area.widget().findChildren(KeyCap)][:2] == ["Ctrl+Y", "Ctrl+Shift+Z"]


def test_without_any_key_it_says_so(qtbot, english):
    dialog = ShortcutsDialog({}, english)
    qtbot.addWidget(dialog)
    assert dialog._intro.text() == "No keys are set."


def test_actions_that_were_worded_anew_are_shown_anew(qtbot, english, groups):
    dialog = ShortcutsDialog(groups, english)
    qtbot.addWidget(dialog)
    groups["&File"][0].setText("打开(&O)…")
    dialog.set_language(Language("zh"))
    assert "打开" in [label.text() for label in dialog._area.widget().findChildren(QLabel)]


@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_the_mouse_does_stands_on_the_sheet_too(qtbot, groups, code):
    language = Language(code)
    dialog = ShortcutsDialog(groups, language)
    qtbot.addWidget(dialog)
    caps = {cap.text() for cap in dialog.findChildren(KeyCap)}
    assert {language.text(f"ui.gesture.{name}") for name in GESTURES} <= caps

"""What holds for every dialog: it fits a small screen, is worded in both languages, and every control has a name."""

import re

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from desktop.language import Language
from desktop.pack_library import PackLibrary
from desktop.places import HOME_VARIABLE, default_places
from desktop.settings import Settings
from inference.site import SiteProfile
from tests.helpers.packs import EVENT
from ui.dialogs.about import AboutDialog
from ui.dialogs.audit import AuditDialog
from ui.dialogs.cases import CasesDialog
from ui.dialogs.event import EventDialog
from ui.dialogs.packs import PackDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.site import SiteDialog
from ui.theme import TOUCH_PX

pytestmark = pytest.mark.slow

NAMES = ("about", "audit", "cases", "event", "packs", "settings", "shortcuts", "site")
SMALL_SCREEN = (1280, 740)
"""1280x800 less a task bar and a title bar."""


@pytest.fixture(params=NAMES)
def dialog(request, qtbot, tmp_path, monkeypatch, records, store, log, shipped):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    language = Language("en")
    action = QAction("Open")
    action.setShortcut(QKeySequence("Ctrl+O"))
    made = {
        "about": lambda: AboutDialog(language),
        "audit": lambda: AuditDialog(log, language),
        "cases": lambda: CasesDialog(records, language),
        "event": lambda: EventDialog(None, language, asked=EVENT),
        "packs": lambda: PackDialog(PackLibrary(default_places()), language),
        "settings": lambda: SettingsDialog(Settings(), language, ["openvino:CPU"]),
        "shortcuts": lambda: ShortcutsDialog({"File": [action]}, language),
        "site": lambda: SiteDialog(SiteProfile(), shipped, language),
    }[request.param]()
    made.kept = action
    qtbot.addWidget(made)
    return made


def controls(dialog):
    """What can be operated, without Qt's own parts of a control."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
    for widget in dialog.findChildren(QWidget):
        around = widget.parent()
        while isinstance(around, QWidget) and not isinstance(around, kinds):
            around = around.parent()
        if isinstance(widget, kinds) and not widget.objectName().startswith("qt_") and not isinstance(around, kinds):
            yield widget


def named(widget) -> bool:
    buddies = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return bool(text or widget.accessibleName() or any(label.text() for label in buddies))


def shown_texts(dialog):
    for widget in dialog.findChildren(QLabel) + dialog.findChildren(QAbstractButton):
        yield widget.text()
    for widget in dialog.findChildren(QComboBox):
        yield from (widget.itemText(number) for number in range(widget.count()))
    for widget in dialog.findChildren(QTabWidget):
        yield from (widget.tabText(number) for number in range(widget.count()))
    yield dialog.windowTitle()


def test_it_fits_a_small_screen(dialog):
    dialog.show()
    for size in (dialog.size(), dialog.minimumSizeHint()):
        assert size.width() <= SMALL_SCREEN[0]
        assert size.height() <= SMALL_SCREEN[1]


def test_every_control_has_a_name(dialog):
    assert not [(type(widget).__name__, widget.objectName()) for widget in controls(dialog) if not named(widget)]


def test_every_button_is_large_enough(dialog):
    dialog.show()
    small = [
        b.text()
        for b in dialog.findChildren(QAbstractButton)
        if b.isVisible() and b.text() and b.height() < TOUCH_PX - 8
    ]
    assert not small


@pytest.mark.parametrize("code", ["en", "zh"])
def test_no_text_is_missing(dialog, code):
    dialog.set_language(Language(code))
    ids = re.compile(r"^(ui|cases|audit|event|packs?)\.[a-z.-]+")
    assert not [text for text in shown_texts(dialog) if ids.match(text) or ("?" in text and "=" in text)]


def test_it_is_worded_anew_while_it_is_open(dialog):
    dialog.show()
    dialog.set_language(Language("zh"))
    assert re.search("[一-鿿]", dialog.windowTitle())
    english = {"Save", "Cancel", "Close", "Open", "Verify", "Export…", "Import…", "Delete…", "Install…", "Remove…"}
    assert not english & {button.text() for button in dialog.findChildren(QAbstractButton)}


def test_enter_in_a_field_presses_no_button(dialog):
    assert not [b.text() for b in dialog.findChildren(QAbstractButton) if getattr(b, "autoDefault", bool)()]

"""The window follows what the computer is set to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ui.theme import DARK, LIGHT, theme_of
from ui.window import appearance
from ui.window.main_window import MainWindow


@pytest.mark.parametrize(("chosen", "after"), [("system", DARK), ("light", LIGHT)])
def test_a_computer_that_turns_dark_takes_the_window_along_unless_the_user_chose_a_theme(
    chosen, after, installation, qtbot, monkeypatch
):
    installation.change_settings(theme=chosen)
    monkeypatch.setattr(appearance, "system_theme", lambda: LIGHT)
    appearance.dress(chosen)
    window = MainWindow(installation)
    monkeypatch.setattr(appearance, "system_theme", lambda: DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme_of(window) is after
    window.close()

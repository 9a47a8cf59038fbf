"""Widgets in the program's own dress."""

import pytest

from desktop.report.fonts import FAMILY, ensure_gui
from ui.theme import LIGHT, apply_theme


def pytest_itemcollected(item):
    """Qt's offscreen plugin says this of every window that is shown."""
    item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    ensure_gui()
    apply_theme(qapp, LIGHT, FAMILY)

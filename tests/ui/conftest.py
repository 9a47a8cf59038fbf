"""An installation of its own for every window, and windows that are closed again."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop.installation import Installation
from desktop.places import HOME_VARIABLE, default_places
from desktop.report.fonts import ensure_gui
from desktop.settings import Settings, write_settings
from resources.paper.fonts import FAMILY
from tests.helpers.engines import remember_engines
from tests.helpers.workers import LoadedContext
from ui.theme import LIGHT, apply_theme


def windows() -> set:
    """All windows but those that another one owns: dialogs, and the lists that fold out of boxes and menus."""
    return {widget for widget in QApplication.topLevelWidgets() if widget.parent() is None}


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    """The program's own dress, whichever tests run first."""
    ensure_gui()
    apply_theme(qapp, LIGHT, FAMILY)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Windows of a test end with it, as a change of theme goes through all that were ever opened; so does its theme."""
    before, font, palette, sheet = windows(), qapp.font(), qapp.palette(), qapp.styleSheet()
    yield
    for window in windows() - before:
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if (qapp.font(), qapp.palette(), qapp.styleSheet()) != (font, palette, sheet):
        qapp.setFont(font)
        qapp.setPalette(palette)
        qapp.setStyleSheet(sheet)


@pytest.fixture(scope="session", autouse=True)
def loaded_workers():
    """Worker processes that need not load the libraries again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.jobs.client.process_context", LoadedContext)
        yield


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A folder for everything that the program keeps; worker processes inherit it."""
    folder = tmp_path / "家 é"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    remember_engines(default_places().engine_memory)
    return folder


@pytest.fixture
def installation(home):
    """Services of a fresh installation, in English, whose guided start is over."""
    places = default_places()
    write_settings(Settings(language="en", guide_seen=True, theme="light", user="A. Tester"), places.settings)
    installation = Installation(places)
    yield installation
    installation.close()

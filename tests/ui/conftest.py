"""An installation of its own for every window, and windows that are closed again."""

import shutil

import pytest

from desktop.office import Office
from desktop.places import HOME_VARIABLE, default_places
from desktop.settings import Settings, write_settings


@pytest.fixture(scope="session")
def measured(tmp_path_factory):
    """How fast each engine is, kept from one test to the next: measuring takes longer than most tests."""
    return tmp_path_factory.mktemp("measured") / "engines.json"


@pytest.fixture
def home(tmp_path, monkeypatch, measured):
    """A folder for everything that the program keeps; worker processes inherit it."""
    folder = tmp_path / "家 é"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    memory = default_places().engine_memory
    if measured.exists():
        memory.parent.mkdir(parents=True)
        shutil.copy(measured, memory)
    yield folder
    if memory.exists():
        shutil.copy(memory, measured)


@pytest.fixture
def office(home):
    """Services of a fresh installation, in English, whose guided start is over."""
    places = default_places()
    write_settings(Settings(language="en", guide_seen=True, theme="light", user="A. Tester"), places.settings)
    office = Office(places)
    yield office
    office.close()

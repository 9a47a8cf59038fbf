"""An installation of its own, and open cases without a window."""

import pytest

from desktop.installation import Installation
from desktop.places import HOME_VARIABLE, default_places
from desktop.settings import Settings, write_settings
from tests.helpers.engines import remember_engines
from tests.helpers.executors import direct_cases


@pytest.fixture
def installation(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家 é"))
    places = default_places()
    remember_engines(places.engine_memory)
    write_settings(Settings(language="en", user="A. Tester"), places.settings)
    installation = Installation(places)
    yield installation
    installation.close()


@pytest.fixture
def open_cases(installation):
    open_cases = direct_cases(installation)
    yield open_cases
    open_cases.close()

"""Settings of all tests."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.helpers.read_only import make_read_only

TRAINING = Path(__file__).with_name("training")

# Reports and windows are drawn without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# For tests that load the runtime by themselves: it reports to the internet.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# The same examples every time, whatever ran before; `pytest --hypothesis-profile=random` draws new ones.
settings.register_profile("random", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("fixed", settings.get_profile("random"), derandomize=True, database=None)
settings.load_profile("fixed")


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """One application for reports and windows: a process has one, and reports alone would make one without widgets."""
    return qapp


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Files that take long go first, so that workers, which take whole files, come to their ends at the same time."""
    long = {item.path for item in items if item.get_closest_marker("slow") or TRAINING in item.path.parents}
    items.sort(key=lambda item: item.path not in long)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    """Nobody may write into the arrays of a fixture that outlives a test: the tests after it would see others."""
    value = yield
    if fixturedef.scope != "function":
        make_read_only(value)
    return value

"""Settings of all tests."""

import os

import pytest

# Reports and windows are drawn without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """One application for reports and windows: a process has one, and reports alone would make one without widgets."""
    return qapp

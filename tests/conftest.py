"""Settings of all tests."""

import os

import pytest

# Reports and windows are drawn without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# For tests that load the runtime by themselves: it reports to the internet.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


@pytest.fixture(scope="session", autouse=True)
def application(qapp):
    """One application for reports and windows: a process has one, and reports alone would make one without widgets."""
    return qapp

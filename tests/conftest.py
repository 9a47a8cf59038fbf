"""Settings of all tests."""

import os

# Reports and windows are drawn without a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

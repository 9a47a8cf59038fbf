"""How long the first window takes, from the start of the process until it has been painted.

``python -m benchmarks.first_window``. Beside it, in the same run: an empty Qt window, which no program in Python and
Qt can beat, and an empty one that first imports what the work needs, as programs do that import at the top of files.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from functools import partial

from benchmarks.timing import machine, medians, table

REPEATS = 7
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(["empty"])
window = QMainWindow()
window.resize(1280, 800)
window.show()
"""
PROGRAMS = {
    "empty Qt window": EMPTY,
    "Precontrast": 'from ui.app import start\napplication, window = start("en")\n',
    "empty, all libraries imported": f"import numpy, pydicom, SimpleITK, onnxruntime, openvino\n{EMPTY}",
}
PAINTED = """
application.processEvents()
window.grab()
import os
os.write(1, b"painted")
os._exit(0)
"""


def run(code: str, home: str) -> None:
    """Start a process and wait until its window has been painted."""
    environment = {**os.environ, "PRECONTRAST_HOME": home}
    done = subprocess.run([sys.executable, "-c", code + PAINTED], env=environment, capture_output=True, check=True)
    assert done.stdout.endswith(b"painted")


def main() -> None:
    """Print medians; ``x`` is against the last line, what the user would otherwise wait for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(machine())
    with tempfile.TemporaryDirectory() as home:
        seconds = medians({name: partial(run, code, home) for name, code in PROGRAMS.items()}, REPEATS)
    table("First window", seconds, "empty, all libraries imported")


if __name__ == "__main__":
    main()

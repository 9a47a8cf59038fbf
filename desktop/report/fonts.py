"""The report's font: one family with Latin and Chinese, made at build time by ``resources.fonts.make``."""

from __future__ import annotations

import os
import sys

from desktop.places import bundled
from inference.errors import PrecontrastError

FAMILY = "Precontrast Sans"
FILES = ("PrecontrastSans-Regular.ttf", "PrecontrastSans-Bold.ttf")


def ensure_gui() -> object:
    """Have a Qt application with the fonts loaded; without a screen Qt draws offscreen.

    Raises
    ------
    PrecontrastError
        ``qt.missing-libraries`` or ``fonts.missing``, with the fix.
    """
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtGui import QFontDatabase, QGuiApplication
    except ImportError as error:
        raise PrecontrastError("qt.missing-libraries", detail=str(error)) from error
    application = QGuiApplication.instance() or QGuiApplication(["precontrast"])
    if FAMILY not in QFontDatabase.families():
        for name in FILES:
            path = bundled("fonts") / name
            # Loaded from bytes: Qt's own file access has trouble with some non-ASCII paths.
            if not path.is_file() or QFontDatabase.addApplicationFontFromData(path.read_bytes()) < 0:
                raise PrecontrastError("fonts.missing", path=str(path))
    return application

"""``precontrast-window``: start the program's window.

Nothing heavy is imported before the window is on screen: a worker process loads the scientific libraries meanwhile.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.handover import hand_over
from desktop.microsoft_windows import ensure_streams
from desktop.threads import one_for_arrays

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.installation import Installation
    from ui.window.main_window import MainWindow

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and return the exit code."""
    ensure_streams()
    one_for_arrays()
    # Pictures, tables and whatever else is saved show patients: nobody but the user may read them.
    os.umask(0o077)
    multiprocessing.freeze_support()
    options = _options(arguments)
    # Absolute at once: they are handed to another program, remembered, and stored with the case.
    paths = tuple(Path(path).absolute() for path in options.paths)
    installation = installation_here(options.lang)
    if not installation.alone and hand_over(installation.places.handover, paths):
        installation.close()
        return 0
    application, window = start(options.lang, installation)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: window.begin(paths))
    return application.exec()


def installation_here(language: str | None = None) -> Installation:
    """Services of this installation; whether its window is the first is known with them."""
    from PySide6.QtCore import QLocale

    from desktop.installation import Installation
    from desktop.places import default_places

    return Installation(default_places(), language or QLocale.system().name())


def start(language: str | None = None, installation: Installation | None = None) -> tuple[QApplication, MainWindow]:
    """Make the application and show its window; what else there is to do waits for ``window.begin``."""
    from PySide6.QtWidgets import QApplication

    from ui.icons import program_icon
    from ui.window.appearance import dress, text_size
    from ui.window.main_window import MainWindow

    application = QApplication(["precontrast"])
    application.setApplicationName("Precontrast")
    application.setDesktopFileName("precontrast")
    application.setWindowIcon(program_icon())
    installation = installation or installation_here(language)
    dress(installation.settings.theme, text_size(installation.settings), installation.language.code)
    window = MainWindow(installation)
    sys.excepthook = Funnel(window)
    window.show()
    return application, window


class Funnel:
    """Where faults of the program end: logged, told, and the window stays alive."""

    def __init__(self, window) -> None:
        self._window = window

    def __call__(self, kind, error, trace) -> None:
        """Handle one."""
        from inference.errors import PrecontrastError

        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        log.error("internal error", exc_info=(kind, error, trace))
        if not isinstance(error, PrecontrastError):
            error = PrecontrastError("internal", kind=kind.__name__, detail=str(error))
        self._window.tell(error)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    from desktop.language import language_of

    parser = argparse.ArgumentParser(prog="precontrast-window", description=language_of(None).text("help.window"))
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--lang", choices=("zh", "en"))
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())

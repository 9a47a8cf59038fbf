"""Images of a stored case that were moved: the user says where to, and the same images are read there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.messages import Found, ScanPaths
from desktop.work.running_jobs import Caller
from inference.errors import PrecontrastError

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from ui.window.main_window import MainWindow


WAIT_MS = 200


class MovedImages(QObject):
    """Asks for a folder, and points the case in hand to it if it holds the images of that case."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Let the user choose where the images are now."""
        folder = QFileDialog.getExistingDirectory(self._window, self._window.language.text("ui.case.find-images"))
        if folder:
            self.look(Path(folder))

    def look(self, folder: Path) -> None:
        """Have the worker read what lies there."""
        window = self._window
        move = partial(self._move, window.open_cases.work, folder)
        caller = Caller(move, lambda number, error: window.tell(error))
        window.open_cases.jobs.submit(ScanPaths((folder,)), caller, True)

    def _move(self, work: OpenCase, folder: Path, number: int, found: Found) -> None:
        if work not in self._window.open_cases.works:
            return
        if work.busy:  # what is being computed is of the images of before, and is waited for
            QTimer.singleShot(WAIT_MS, partial(self._move, work, folder, number, found))
            return
        try:
            work.move_images(folder, found.scan)
        except PrecontrastError as error:
            self._window.tell(error)

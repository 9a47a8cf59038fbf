"""Images of a stored case that were moved: the user says where to, and the same images are read there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.messages import ScanPaths
from desktop.work import operations
from inference.errors import PrecontrastError
from ui.window import keeping

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from ui.window.open_case import OpenCase


class MovedImages(QObject):
    """Asks for a folder, and points the case in hand to it if it holds the images of that case."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tasks: dict[int, tuple[OpenCase, Path]] = {}
        window.open_cases.bridge.done.connect(self._on_done)
        window.open_cases.bridge.failed.connect(self._on_failed)

    def ask(self) -> None:
        """Let the user choose where the images are now."""
        folder = QFileDialog.getExistingDirectory(self._window, self._window.language.text("ui.case.find-images"))
        if folder:
            self.look(Path(folder))

    def look(self, folder: Path) -> None:
        """Have the worker read what lies there."""
        open_cases = self._window.open_cases
        self._tasks[open_cases.bridge.submit(ScanPaths((folder,)), True)] = (open_cases.work, folder)

    def _on_done(self, number: int, found: object) -> None:
        work, folder = self._tasks.pop(number, (None, None))
        if work is None or work not in self._window.open_cases.works or work.busy:
            return
        try:
            self._move(work, folder, found.scan)
        except PrecontrastError as error:
            self._window.tell(error)
            return
        work.read_images_again()

    def _move(self, work: OpenCase, folder: Path, scan) -> None:
        records = self._window.installation.records
        case = operations.move_images(records, keeping.case_of(work, closed=False), (folder,), scan)
        work.paths = tuple(map(Path, case.paths))

    def _on_failed(self, number: int, error: PrecontrastError) -> None:
        if self._tasks.pop(number, None) is not None:
            self._window.tell(error)

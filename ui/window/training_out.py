"""The corrected contours of the case in hand, written by the worker for the site's own training."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.messages import WriteTraining
from desktop.work import operations
from desktop.work.running_jobs import Caller
from inference.errors import PrecontrastError
from ui.window.masks_out import SAID_MS, grids_in_sight

if TYPE_CHECKING:
    from desktop.training_export import Prepared
    from ui.window.main_window import MainWindow


class TrainingOut(QObject):
    """Asks for the folder of the training, has what a reader corrected written into it, and says so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def possible(self) -> bool:
        """Whether a reader has corrected something that the outcome in hand rests on."""
        work = self._window.open_cases.work
        return work is not None and work.current and bool(work.masks and work.outcome.edits)

    def ask(self) -> None:
        """Let the user choose the folder, where the site allows it."""
        prepared = self._prepared()
        if prepared is None:
            return
        title = self._window.language.text("ui.training.folder")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write masks and table; where the images are open, the masks are as large as these."""
        window, work, prepared = self._window, self._window.open_cases.work, self._prepared()
        if prepared is None:
            return
        job = WriteTraining(prepared, work.manifest, window.language.code, folder, grids_in_sight(work))
        try:
            # Before they are written: what leaves the program must be known.
            operations.log_training_out(window.installation.records, work.id, work.outcome, prepared)
        except PrecontrastError as error:
            window.tell(error)
            return
        caller = Caller(partial(self._say, folder), lambda number, error: window.tell(error))
        window.open_cases.jobs.submit(job, caller)

    def _prepared(self) -> Prepared | None:
        """What may leave the program; why nothing may is told."""
        from desktop.training_export import prepare

        window, work = self._window, self._window.open_cases.work
        if not self.possible:
            return None
        try:
            event = window.installation.records.store.event(work.id)
            key = window.installation.places.pseudonym_key
            return prepare(work.as_stored(), work.masks, event, window.installation.site, key)
        except PrecontrastError as error:
            window.tell(error)
            return None

    def _say(self, folder: Path, number: int, files: list[Path]) -> None:
        window = self._window
        window.statusBar().showMessage(window.language.text("training.written", path=folder), SAID_MS)

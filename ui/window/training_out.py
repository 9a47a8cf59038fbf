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
    from desktop.work.open_case import OpenCase
    from inference.outcome import Outcome
    from ui.window.main_window import MainWindow


class TrainingOut(QObject):
    """Asks for the folder of the training, has what a reader corrected written into it, and says so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def possible(self) -> bool:
        """Whether a reader has corrected something that the outcome in hand rests on."""
        return self._corrected() is not None

    def _corrected(self) -> tuple[OpenCase, Outcome] | None:
        """The case in hand with its outcome, where a reader has corrected something that it rests on."""
        work = self._window.open_cases.work
        outcome = work.outcome if work is not None and work.current else None
        return (work, outcome) if work is not None and outcome is not None and work.masks and outcome.edits else None

    def ask(self) -> None:
        """Let the user choose the folder, where the site allows it."""
        corrected = self._corrected()
        if corrected is None or self._prepared(corrected[0]) is None:
            return
        title = self._window.language.text("ui.training.folder")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write masks and table; where the images are open, the masks are as large as these."""
        window, corrected = self._window, self._corrected()
        prepared = None if corrected is None else self._prepared(corrected[0])
        if corrected is None or prepared is None:
            return
        work, outcome = corrected
        job = WriteTraining(prepared, work.manifest, window.language.code, folder, grids_in_sight(work))
        try:
            # Before they are written: what leaves the program must be known.
            operations.log_training_out(window.installation.records, work.id, outcome, prepared)
        except PrecontrastError as error:
            window.tell(error)
            return
        caller = Caller(partial(self._say, folder), lambda number, error: window.tell(error))
        window.open_cases.jobs.submit(job, caller)

    def _prepared(self, work: OpenCase) -> Prepared | None:
        """What may leave the program; why nothing may is told."""
        from desktop.training_export import prepare

        window = self._window
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

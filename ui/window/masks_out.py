"""The masks of the case in hand, written for other programs by the worker."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.messages import WriteMasks
from desktop.masks.changes import begun
from desktop.work import operations
from desktop.work.running_jobs import Caller
from inference.errors import PrecontrastError

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.volume import Grid
    from ui.window.main_window import MainWindow

SAID_MS = 8000


def grids_in_sight(work: OpenCase) -> dict[str, Grid]:
    """By image role the grid of the images that are open."""
    roles = {role: choice.series for role, choice in work.choices().items()}
    seen = [role for role, series in roles.items() if series is not None and series == work.shown]
    return {role: work.volume.grid for role in seen if work.volume is not None}


class MasksOut(QObject):
    """Asks for a folder, has the masks written into it, and says so."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Let the user choose where the masks go."""
        title = self._window.language.text("ui.masks.folder")
        folder = QFileDialog.getExistingDirectory(self._window, title)
        if folder:
            self.write(Path(folder))

    def write(self, folder: Path) -> None:
        """Write the masks that the outcome in hand rests on; where the images are open, as large as these."""
        from desktop.report.document import file_stem

        window, work = self._window, self._window.open_cases.work
        masks = begun(work.masks)
        if not work.current or not masks:
            return
        whole = grids_in_sight(work)
        job = WriteMasks(masks, work.manifest, window.language.code, folder, file_stem(work.outcome), whole)
        try:
            # Before they are written: what leaves the program must be known.
            operations.log_masks_out(window.installation.records, work.id, work.outcome, len(job.masks))
        except PrecontrastError as error:
            window.tell(error)
            return
        caller = Caller(partial(self._say, folder), lambda number, error: window.tell(error))
        window.open_cases.jobs.submit(job, caller)

    def _say(self, folder: Path, number: int, files: list[Path]) -> None:
        window = self._window
        words = window.language.text("cases.masks", count=len(files) // 2, path=folder)
        window.statusBar().showMessage(words, SAID_MS)

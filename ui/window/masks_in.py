"""A contour from a mask file: chosen or dropped, read by the worker, and taken for the structure in hand."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from desktop.jobs.messages import ReadMask
from desktop.work.running_jobs import Caller
from inference.errors import PrecontrastError

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.masks.bringing import Brought
    from inference.schema import Structure
    from ui.window.main_window import MainWindow

SAID_MS = 8000
PATTERNS = "*.dcm *.nii *.nii.gz *.nrrd *.nhdr *.mha *.mhd"


class MasksIn(QObject):
    """Asks for a file, has it read, and takes what is in it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def possible(self) -> bool:
        """Whether there is a structure on screen that a file could bring."""
        window = self._window
        work = window.open_cases.work
        return work is not None and work.volume is not None and window.case_page.contours.to_draw() is not None

    def ask(self) -> None:
        """Let the user choose a file for the structure in hand."""
        structure = self._window.case_page.contours.to_draw()
        if structure is None:
            return
        text = self._window.language.text
        title = text("ui.masks.open", title=self._window.language.of(structure.title))
        kinds = f"{text('ui.masks.kinds')} ({PATTERNS});;{text('ui.masks.all-files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if path:
            self.read(Path(path))

    def take_dropped(self, paths: tuple[Path, ...]) -> None:
        """Read what is a mask for the case on screen; anything else is a study to open."""
        from inference.masks.opening import looks_like_mask

        if len(paths) == 1 and self.possible and looks_like_mask(paths[0]):
            self.read(paths[0])
        else:
            self._window.open_cases.open_paths(paths)

    def read(self, path: Path, label: str = "") -> None:
        """Have the worker read a file for the structure in hand."""
        window, work = self._window, self._window.open_cases.work
        structure = window.case_page.contours.to_draw()
        if work is None or work.volume is None or work.shown is None or structure is None:
            return
        shown = work.shown
        owner = (shown.patient.id, shown.frame_of_reference_uid)
        job = ReadMask(path, work.volume.grid, structure, *owner, label)
        taken = Caller(partial(self._take, work, structure), partial(self._refuse, path, label))
        window.open_cases.jobs.submit(job, taken)
        window.statusBar().showMessage(window.language.text("ui.masks.reading", path=path.name))

    def _take(self, work: OpenCase, structure: Structure, number: int, brought: Brought) -> None:
        from desktop.cases.model import time_now
        from inference.outcome import Edit

        window, text = self._window, self._window.language.text
        now = Edit(structure.id, window.reader, time_now(), "imported", brought.file, brought.sha256)
        try:
            window.case_page.contours.take(work, structure, brought, now)
        except PrecontrastError as error:
            window.statusBar().clearMessage()
            window.tell(error)
            return
        said = text("ui.masks.opened", part=brought.part, path=brought.file)
        window.statusBar().showMessage(said, SAID_MS)

    def _refuse(self, path: Path, label: str, number: int, error: PrecontrastError) -> None:
        """A file with several parts is asked about; anything else is told."""
        window, text = self._window, self._window.language.text
        window.statusBar().clearMessage()
        if error.code != "mask.which-part" or label:
            window.tell(error)
            return
        titles = str(error.parameters["titles"]).split("\n")
        question = text("ui.masks.which", path=path.name)
        chosen, sure = QInputDialog.getItem(window, text("ui.masks.which-title"), question, titles, 0, False)
        if sure:
            self.read(path, chosen.partition(" ")[0])

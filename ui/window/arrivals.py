"""The watched folder beside the window: looks that never hold it up, and what came as signals."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.work.watched_folder import WatchedFolder

LOOK_MS = 2000
PAUSES = 20
"""Times as long as a look takes until the next: a slow share is not kept busy."""


class Arrivals(QObject):
    """Looks at a folder every two seconds, in a thread of its own: a share that hangs does not hang the window.

    Signals
    -------
    arrived
        An :class:`~desktop.work.watched_folder.Arrival`.
    trouble
        What cannot be read.
    """

    arrived = Signal(object)
    trouble = Signal(object)
    _looked = Signal(object, object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: WatchedFolder | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self._pass_on)

    def watch(self, folder: str | None, quiet_s: float) -> None:
        """Watch a folder; None ends that. The one that is watched already goes on as it was."""
        if folder is None:
            self._watched = None
            self._timer.stop()
        elif self._watched is None or self._watched.folder != Path(folder).absolute():
            self._watched = WatchedFolder(Path(folder).absolute(), quiet_s)
            self._timer.start()
            self.look()
        else:
            self._watched.quiet_s = quiet_s

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if self._watched is not None and not self._looking:
            self._looking = True
            threading.Thread(target=self._look, args=(self._watched,), daemon=True).start()

    def _look(self, watched: WatchedFolder) -> None:
        began, found = time.monotonic(), []
        try:
            found = watched.look(began)
        finally:  # a fault of the program is told as any other, and does not end the watching
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                self._looked.emit(watched, found, time.monotonic() - began)

    def _pass_on(self, watched: WatchedFolder, found: list, seconds: float) -> None:
        self._looking = False
        self._timer.setInterval(max(LOOK_MS, round(1000 * PAUSES * seconds)))
        if watched is not self._watched:
            return
        for arrival in found:
            self.arrived.emit(arrival)
        while watched.trouble:
            self.trouble.emit(watched.trouble.pop(0))

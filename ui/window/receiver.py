"""The window that is open takes what a second start of the program was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.handover import discard_old, take_over

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

LOOK_MS = 300


class Receiver(QObject):
    """Looks for what was handed over; only the first window does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._folder = window, window.installation.places.handover
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on."""
        if self._window.installation.alone:
            discard_old(self._folder)
            self._timer.start()

    def look(self) -> None:
        """Come to the front and open what was handed over; where a dialog is open, without leaving its case."""
        for paths in take_over(self._folder):
            window = self._window
            if window.isMinimized():
                window.showNormal()
            window.raise_()
            window.activateWindow()
            if paths:
                window.open_cases.open_paths(paths, in_hand=QApplication.activeModalWidget() is None)

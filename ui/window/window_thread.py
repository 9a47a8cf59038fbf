"""What another thread says, said again in the window's own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class WindowThread(QObject):
    """To be called from any thread; what it is given arrives in the thread that made it.

    Parameters
    ----------
    take
        Called there, in the order of the calls.
    """

    _arrived = Signal(object)

    def __init__(self, take: Callable[[object], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._arrived.connect(self._pass_on)

    def __call__(self, said: object) -> None:
        """Say it there."""
        self._arrived.emit(said)

    def _pass_on(self, said: object) -> None:
        self._take(said)

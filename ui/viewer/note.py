"""A note over the pictures that goes by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.text import Label

NOTE_MS = 8000
"""How long it stays."""


class Note(Label):
    """Lies over the lower edge of its parent, whose size stays as it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._room = parent
        self.setProperty("role", "plate")
        self.setWordWrap(True)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text for a while."""
        self.setText(text)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Lie where the lower edge of the parent is now."""
        room = self._room.rect()
        height = self.heightForWidth(room.width())
        self.setGeometry(0, room.height() - height, room.width(), height)

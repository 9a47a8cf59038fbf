"""What is said above the images while a structure waits to be drawn, with the ways to do it as large buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.language import Language
from ui.icons import icon
from ui.text import Label
from ui.viewer.flow import FlowLayout

if TYPE_CHECKING:
    from inference.schema import Structure
    from inference.vocabulary import Text

ICON_PX = 24
WAYS = {"brush": "brush", "lasso": "circle-dashed", "grow": "wand"}
"""Tools that begin a drawing, each with its picture."""


class DrawPrompt(QFrame):
    """Names the structure, says what belongs to it, and offers the tools.

    Parameters
    ----------
    choose
        Called with the tool to draw with, or ``file`` where the user has a mask file.
    """

    def __init__(self, language: Language, choose: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._wanted: Structure | None = None
        self._hint: Text | None = None
        self._title, self._note = Label(), Label()
        self._title.setProperty("role", "heading")
        self._note.setProperty("role", "quiet")
        self._note.setWordWrap(True)
        self.buttons = {name: _large(picture) for name, picture in (*WAYS.items(), ("file", "folder-open"))}
        self.buttons["brush"].setProperty("role", "primary")
        self.buttons["brush"].setIcon(icon("brush", on_accent=True))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        ways = QWidget()
        flow = FlowLayout(ways, gap=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(ways)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda checked=False, name=name: choose(name))
        self.set_language(language)
        self.hide()

    def ask_for(self, wanted: Structure | None, hint: Text | None) -> None:
        """Ask for a structure; None: nothing is waited for."""
        self._wanted, self._hint = wanted, hint
        self._write()
        self.setVisible(wanted is not None)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self._language = language
        for name, button in self.buttons.items():
            button.setText(language.text(f"ui.viewer.prompt.{name}"))
            button.setToolTip(language.text(f"ui.viewer.prompt.{name}-tip"))
        self._write()

    def _write(self) -> None:
        if self._wanted is None:
            return
        text, title = self._language.text, self._language.of(self._wanted.title)
        self._title.setText(text("ui.viewer.prompt.title", title=title))
        self._note.setText(text("ui.viewer.prompt.note") if self._hint is None else self._language.of(self._hint))
        self.setAccessibleName(self._title.text())


def _large(picture: str) -> QPushButton:
    button = QPushButton(icon(picture), "")
    button.setIconSize(QSize(ICON_PX, ICON_PX))
    button.setProperty("gloved", True)
    button.setAutoDefault(False)
    return button

"""Choosing what else is assessed about a case that is open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from desktop.language import Language
from ui.dialogs.widgets import button, column, row
from ui.panels.systems import SystemsList

if TYPE_CHECKING:
    from desktop.pack_library import Usable

SIZE = QSize(560, 640)


class SystemsDialog(QDialog):
    """The list of systems; accepted as soon as one is touched.

    Attributes
    ----------
    pack
        Id of the one that was chosen; empty: none.
    """

    def __init__(self, systems: Sequence[Usable], now: str, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack = ""
        self.setWindowTitle(language.text("systems.title"))
        self.list, self.cancel = SystemsList(language), button()
        self.list.show_systems(systems)
        self.list.mark(now)
        self.list.chosen.connect(self._take)
        self.cancel.setText(language.text("ui.dialog.cancel"))
        self.cancel.clicked.connect(self.reject)
        self.setLayout(column(self.list, row(None, self.cancel)))
        self.resize(SIZE.boundedTo(self.screen().availableGeometry().size() * 0.9))

    def _take(self, pack_id: str) -> None:
        self.pack = pack_id
        self.accept()

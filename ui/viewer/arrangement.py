"""Where the panes stand: four of a size, one large with the others beside it, or one alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.viewer.model import PANES

if TYPE_CHECKING:
    from ui.viewer.model import ViewerModel


class Arrangement(QWidget):
    """Holds the panes by name."""

    def __init__(self, model: ViewerModel, panes: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._panes = model, panes
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        model.listen(lambda topic: self.arrange() if topic == "layout" else None)
        self.arrange()

    @property
    def main(self) -> str:
        """The pane that carries the patient's name: the one that is alone or large, or else the first."""
        model = self._model
        return model.alone or (model.large if model.layout == "large" else PANES[0])

    def arrange(self) -> None:
        """Place the panes as the model says."""
        for pane in self._panes.values():
            self._grid.removeWidget(pane)
        for n in range(3):
            self._grid.setRowStretch(n, 0)
            self._grid.setColumnStretch(n, 0)
        for name, place in self._places().items():
            row, column, rows, columns = place
            self._grid.addWidget(self._panes[name], row, column, rows, columns)
            for n in range(row, row + rows):
                self._grid.setRowStretch(n, 1)
            if columns == 1:
                self._grid.setColumnStretch(column, 2 if rows == 3 else 1)
        for name, pane in self._panes.items():
            pane.setVisible(self._model.alone in (None, name))

    def _places(self) -> dict[str, tuple[int, int, int, int]]:
        """Row, column, rows and columns of the panes that are seen."""
        if self._model.alone is not None:
            return {self._model.alone: (0, 0, 1, 1)}
        if self._model.layout == "grid":
            # The radiologist's order: axial, sagittal beside it, coronal below it.
            return {"axial": (0, 0, 1, 1), "sagittal": (0, 1, 1, 1), "coronal": (1, 0, 1, 1), "solid": (1, 1, 1, 1)}
        others = [name for name in PANES if name != self._model.large]
        return {self._model.large: (0, 0, 3, 1)} | {name: (n, 1, 1, 1) for n, name in enumerate(others)}

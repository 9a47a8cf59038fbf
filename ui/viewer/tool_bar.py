"""The bar above the panes: one button for what is used all the time, menus for the rest."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QFrame, QMenu, QToolButton, QWidget

from desktop.language import Language
from ui.icons import icon
from ui.theme import TOUCH_PX
from ui.viewer.actions import Actions
from ui.viewer.flow import FlowLayout
from ui.viewer.model import PRESETS, THICKNESSES_MM, ViewerModel

CINE_FPS = (5, 10, 15, 20, 30)
LAYOUTS = ("layout-grid", "layout-axial", "layout-coronal", "layout-sagittal", "layout-solid")
SLABS = ("slab-single", "slab-mip", "slab-mean", "slab-minip")
SIDES = ("front", "back", "right", "left", "head", "feet")
TOOLS = ("navigate", "window", "pan", "zoom")
MEASURING = ("length", "angle", "ellipse", "", "measurement-delete", "measurement-delete-all")
WORDED_FROM_PX = 1050
"""Width from which the buttons have their names under them."""


class ViewerBar(QFrame):
    """Layout, window, tools, editing, slab, cine, marks, screenshot; in two rows where one is too short for all.

    Attributes
    ----------
    fps
        Pictures a second of the cine.

    Signals
    -------
    rate_chosen
        Of the cine: it is to run at that.
    """

    rate_chosen = Signal()

    def __init__(self, model: ViewerModel, actions: Actions, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._actions = model, actions
        self.fps, self._room = 10, 0
        self._row = FlowLayout(self, gap=1)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._buttons: list[QToolButton] = []
        self._menus: dict[str, QToolButton] = {}
        self._menu("layout", "layout-grid", (*LAYOUTS, "", "alone"))
        self._menu("presets", "adjustments", (*(f"preset-{name}" for name in PRESETS), "preset-full", "", "invert"))
        for name in TOOLS:
            self._button(name)
        self._menu("measure", "ruler-2", MEASURING)
        self._button("edit")
        self._menu("slab", "stack-2", (*SLABS, "", "slab-thicker", "slab-thinner", ""))
        self._thickness = self._numbers("slab", THICKNESSES_MM, lambda mm: model.set_slab(thickness_mm=mm))
        self._menu("cine", "movie", ("cine", ""))
        self._rates = self._numbers("cine", CINE_FPS, self._set_fps)
        self._menu("solid", "cube-3d-sphere", (*(f"side-{side}" for side in SIDES), "", "bone"))
        for name in ("crosshair", "fit", "screenshot"):
            self._button(name)
        model.listen(lambda topic: self.refresh() if topic in ("slab", "study") else None)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        text = language.text
        for name, button in self._menus.items():
            button.setText(text(f"ui.viewer.menu.{name}"))
            button.setToolTip(text(f"ui.viewer.menu.{name}-tip"))
            button.setAccessibleName(text(f"ui.viewer.menu.{name}-tip"))
        for action in self._thickness.actions():
            action.setText(text("ui.viewer.slab.thickness", value=f"{action.data():g}"))
        for action in self._rates.actions():
            action.setText(text("ui.viewer.cine.rate", value=action.data()))
        self.set_worded(self._room)  # words of another length
        self.refresh()

    def refresh(self) -> None:
        """Follow the model."""
        for action in self._thickness.actions():
            action.setChecked(action.data() == self._model.slab.thickness_mm)
        for action in self._rates.actions():
            action.setChecked(action.data() == self.fps)

    def set_worded(self, width: int) -> None:
        """Names under the icons where there is room for them."""
        self._room = width
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextUnderIcon if width >= WORDED_FROM_PX else styles.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)
            button.setFixedWidth(TOUCH_PX if style == styles.ToolButtonIconOnly else button.sizeHint().width())

    def _set_fps(self, fps: int) -> None:
        self.fps = fps
        self.refresh()
        self.rate_chosen.emit()

    def _button(self, name: str) -> None:
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        self._add(button)

    def _menu(self, name: str, picture: str, entries: tuple[str, ...]) -> None:
        """A button that opens a menu; an empty name is a line."""
        button, menu = QToolButton(), QMenu(self)
        for entry in entries:
            if entry:
                menu.addAction(self._actions[entry])
            else:
                menu.addSeparator()
        button.setIcon(icon(picture))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menus[name] = button
        self._add(button)

    def _add(self, button: QToolButton) -> None:
        button.setIconSize(QSize(22, 22))
        button.setMinimumSize(TOUCH_PX, TOUCH_PX)
        self._buttons.append(button)
        self._row.addWidget(button)

    def _numbers(self, name: str, values: tuple[float, ...], choose) -> QActionGroup:
        """Values to choose from, at the end of a menu."""
        group = QActionGroup(self)
        for value in values:
            action = self._menus[name].menu().addAction("")
            action.setData(value)
            action.setCheckable(True)
            action.triggered.connect(lambda checked=False, v=value: choose(v))
            group.addAction(action)
        return group

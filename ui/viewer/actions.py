"""Everything the viewer can be told to do, with its keys; the menus and the sheet of keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.language import Language
from ui.icons import icon
from ui.viewer.model import PRESETS

GROUPS = ("view", "tools", "presets", "edit")
OF_PANES = frozenset({"Up", "Down", "PgUp", "PgDown", "Home", "End", "Return", "Enter", "Del", "Backspace"})
"""Keys that fields and sliders need themselves: they work while a pane has the focus."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action.

    Attributes
    ----------
    keys
        Any of them works.
    family
        Of the actions of a family exactly one is checked.
    """

    group: str
    name: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    family: str = ""


ROWS = (
    Row("view", "fit", ("R",), "zoom-reset"),
    Row("view", "zoom-in", ("+", "="), "zoom-in"),
    Row("view", "zoom-out", ("-",), "zoom-out"),
    Row("view", "slice-up", ("PgUp", "Up")),
    Row("view", "slice-down", ("PgDown", "Down")),
    Row("view", "slice-first", ("Home",)),
    Row("view", "slice-last", ("End",)),
    Row("view", "structure-next", ("N",), "focus-2"),
    Row("view", "structure-before", ("Shift+N",)),
    Row("view", "doubt-next", ("Q",), "alert-triangle"),
    Row("view", "doubt-before", ("Shift+Q",)),
    Row("view", "cine", ("P",), "movie", True),
    Row("view", "alone", ("Return", "Enter"), "arrows-maximize"),
    Row("view", "layout-grid", ("Alt+1",), "layout-grid", True, "layout"),
    Row("view", "layout-axial", ("Alt+2",), "layout-sidebar-right", True, "layout"),
    Row("view", "layout-coronal", ("Alt+3",), "layout-sidebar-right", True, "layout"),
    Row("view", "layout-sagittal", ("Alt+4",), "layout-sidebar-right", True, "layout"),
    Row("view", "layout-solid", ("Alt+5",), "layout-sidebar-right", True, "layout"),
    Row("view", "slab-single", (), "square", True, "slab"),
    Row("view", "slab-mip", (), "stack-2", True, "slab"),
    Row("view", "slab-mean", (), "stack-2", True, "slab"),
    Row("view", "slab-minip", (), "stack-2", True, "slab"),
    Row("view", "slab-next", ("M",)),
    Row("view", "slab-thicker", (".",)),
    Row("view", "slab-thinner", (",",)),
    Row("view", "crosshair", ("C",), "crosshair", True),
    Row("view", "corner-text", ("T",), "info-circle", True),
    Row("view", "fills", ("F",), "bucket-droplet", True),
    Row("view", "contours", ("O",), "vector-spline", True),
    Row("view", "bone", ("Shift+B",), "", True),
    Row("view", "side-front", ("Shift+A",)),
    Row("view", "side-back", ("Shift+P",)),
    Row("view", "side-right", ("Shift+R",)),
    Row("view", "side-left", ("Shift+L",)),
    Row("view", "side-head", ("Shift+H",)),
    Row("view", "side-feet", ("Shift+F",)),
    Row("view", "screenshot", ("Ctrl+Shift+S",), "camera"),
    Row("tools", "navigate", ("V",), "pointer", True, "tool"),
    Row("tools", "window", ("W",), "contrast", True, "tool"),
    Row("tools", "pan", ("H",), "hand-stop", True, "tool"),
    Row("tools", "zoom", ("Z",), "zoom-in", True, "tool"),
    Row("tools", "length", ("L",), "ruler-2", True, "tool"),
    Row("tools", "angle", ("A",), "angle", True, "tool"),
    Row("tools", "ellipse", ("E",), "oval", True, "tool"),
    Row("tools", "measurement-delete", ("Del", "Backspace"), "trash"),
    Row("tools", "measurement-delete-all", ("Shift+Del",)),
    *(Row("presets", f"preset-{name}", (str(n),)) for n, name in enumerate(PRESETS, 1)),
    Row("presets", "preset-full", ("0",)),
    Row("presets", "invert", ("I",), "", True),
    Row("edit", "edit", ("K",), "edit", True),
    Row("edit", "brush", ("B",), "brush", True, "tool"),
    Row("edit", "erase", ("X",), "eraser", True, "tool"),
    Row("edit", "lasso", ("U",), "circle-dashed", True, "tool"),
    Row("edit", "grow", ("G",), "wand", True, "tool"),
    Row("edit", "brush-larger", ("]",)),
    Row("edit", "brush-smaller", ("[",)),
    Row("edit", "brush-solid", ("D",), "cube-3d-sphere", True),
    Row("edit", "keep-others", ("Shift+K",), "lock", True),
    Row("edit", "by-density", ("J",), "contrast", True),
    Row("edit", "fill-between", ("Y",), "layers-intersect"),
    Row("edit", "fill-holes", ("Shift+Y",), "bucket-droplet"),
    Row("edit", "smooth", ("S",), "ripple"),
    Row("edit", "clear-slice", ("Shift+X",), "x"),
    Row("edit", "clear", ("Ctrl+Shift+X",), "trash"),
    Row("edit", "undo", ("Ctrl+Z",), "arrow-back-up"),
    Row("edit", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-forward-up"),
    Row("edit", "reset", (), "history"),
)


class Actions:
    """The actions by name.

    Parameters
    ----------
    viewer
        Owns them; their keys work while something in it has the focus.
    panes
        The part of it with the panes, for the keys ``OF_PANES``.
    perform
        Called with the name of an action when the user triggers it.
    """

    def __init__(self, viewer: QWidget, panes: QWidget, perform: Callable[[str], None]) -> None:
        self._by_name: dict[str, QAction] = {}
        families: dict[str, QActionGroup] = {}
        for row in ROWS:
            action = QAction(viewer)
            action.setObjectName(row.name)
            action.setCheckable(row.checkable)
            action.setShortcuts([QKeySequence(key) for key in row.keys])
            # Letters and figures must stay free for the fields of the form beside the viewer.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(row.name.startswith(("slice", "zoom", "brush", "slab")))
            if row.icon:
                action.setIcon(icon(row.icon))
            if row.family:
                families.setdefault(row.family, QActionGroup(viewer)).addAction(action)
            action.triggered.connect(lambda checked=False, name=row.name: perform(name))
            (panes if OF_PANES & set(row.keys) else viewer).addAction(action)
            self._by_name[row.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def set_language(self, language: Language) -> None:
        """Word everything anew; the keys stand in the tip."""
        for name, action in self._by_name.items():
            action.setText(language.text(f"ui.viewer.action.{name}"))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            tip = language.text(f"ui.viewer.tip.{name}") if language.known(f"ui.viewer.tip.{name}") else action.text()
            action.setToolTip(language.text("ui.viewer.tip-with-key", tip=tip, key=keys) if keys else tip)

    def by_group(self) -> dict[str, list[QAction]]:
        """Actions in the order of the menus."""
        return {group: [self._by_name[row.name] for row in ROWS if row.group == group] for group in GROUPS}

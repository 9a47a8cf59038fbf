"""What each action of the viewer does, and when it can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from inference.errors import InputError
from ui.viewer import cutting
from ui.viewer.model import EDIT_TOOLS, PRESETS
from ui.viewer.pane import ZOOM_STEP

if TYPE_CHECKING:
    from ui.viewer.actions import Actions
    from ui.viewer.planes import Position
    from ui.viewer.viewer import Viewer

SLABS = ("single", "mip", "mean", "minip")
ALWAYS = ("crosshair", "corner-text", "fills", "contours", "invert", "bone", "brush-solid", "keep-others", "by-density")
"""Settings, which can be changed without a scan too."""
EDITS = ("fill-between", "fill-holes", "smooth", "clear-slice", "clear")
WAYS = ("structure-next", "structure-before", "doubt-next", "doubt-before")
ON_STRUCTURES = ("edit", *EDIT_TOOLS, *EDITS, "reset")


class Commands:
    """Carries out actions on a viewer by their names."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer, self._model, self._tools = viewer, viewer.model, viewer.tools
        model, tools, solid = self._model, self._tools, viewer.solid
        self._single: dict[str, Callable[[], object]] = {
            "fit": model.fit,
            "cine": lambda: viewer.play(not viewer.playing),
            "alone": lambda: model.toggle_alone(model.active),
            "crosshair": lambda: model.set_marks(crosshair=not model.crosshair),
            "corner-text": lambda: model.set_marks(corner_text=not model.corner_text),
            "fills": lambda: model.set_drawing(fills=not model.fills),
            "contours": lambda: model.set_drawing(contours=not model.contours),
            "bone": lambda: solid.show_bone(not solid.bone_shown),
            "invert": lambda: model.set_window(model.window, not model.inverted),
            "screenshot": viewer.save_screenshot,
            "measurement-delete": model.delete_measurement,
            "measurement-delete-all": model.delete_all_measurements,
            "edit": lambda: viewer.set_edit_mode(not viewer.edit_mode),
            "keep-others": lambda: model.set_brush(keep_others=not model.keep_others),
            "by-density": lambda: model.set_brush(by_density=not model.by_density),
            "fill-between": lambda: self._tell_if_nothing(tools.fill_between()),
            "fill-holes": lambda: self._tell_if_nothing(tools.fill_holes()),
            "smooth": lambda: self._tell_if_nothing(tools.smooth()),
            "clear-slice": lambda: self._tell_if_nothing(tools.clear_slice()),
            "clear": lambda: self._tell_if_nothing(tools.clear()),
            "reset": lambda: self._tell_if_nothing(tools.reset()),
            "undo": lambda: self._take_back("undo"),
            "redo": lambda: self._take_back("redo"),
        }
        self._families: dict[str, Callable[[str], None]] = {
            "layout": self._layout,
            "slab": self._slab,
            "side": solid.stand,
            "preset": self._preset,
            "slice": self._slice,
            "zoom": self._zoom,
            "structure": self._structure,
            "doubt": lambda which: viewer.contour_check.go(1 if which == "next" else -1),
            "brush": self._brush,
        }

    def perform(self, name: str) -> None:
        """Do what the action of that name says."""
        head, _, tail = name.partition("-")
        if name in self._single:
            self._single[name]()
        elif tail:
            self._families[head](tail)
        else:
            self._choose_tool(name)

    def show_state(self, actions: Actions) -> None:
        """Check and enable what is so now."""
        model = self._model
        checked = {
            "crosshair": model.crosshair,
            "corner-text": model.corner_text,
            "fills": model.fills,
            "contours": model.contours,
            "bone": self._viewer.solid.bone_shown,
            "invert": model.inverted,
            "brush-solid": model.solid_brush,
            "keep-others": model.keep_others,
            "by-density": model.by_density,
            "layout-grid": model.layout == "grid",
            **{f"layout-{pane}": (model.layout, model.large) == ("large", pane) for pane in self._viewer.panes},
            **{f"slab-{mode}": model.slab.mode == mode for mode in SLABS},
            model.tool: True,
        }
        for name, on in checked.items():
            actions[name].setChecked(on)
        able = {**dict.fromkeys(ON_STRUCTURES, self._tools.ready), **dict.fromkeys(WAYS, self._tools.seen)}
        for group in actions.by_group().values():
            for action in group:
                name = action.objectName()
                action.setEnabled(able.get(name, self._viewer.volume is not None) or name in ALWAYS)
        for name in ("undo", "redo"):
            actions[name].setEnabled(self._of_edits(name) or self._of_measurements(name))
        actions["measurement-delete"].setEnabled(model.chosen is not None)
        actions["measurement-delete-all"].setEnabled(bool(model.measurements))

    def next_picture(self) -> None:
        """One step of the cine, from the last slice to the first."""
        plane = self._model.active_plane
        number = self._model.number(plane) + 1
        self._model.show_slice(plane, number % self._model.grid.shape[plane.axis])

    def grow(self, seed_mm: Position) -> None:
        """Grow the current structure from a position."""
        text = self._viewer.language.text
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            growth = self._tools.grow(seed_mm)
        except InputError as error:
            self._viewer.tell(self._viewer.language.error(error))
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        message = "ui.viewer.grown-limited" if growth.limited else "ui.viewer.grown"
        self._viewer.tell(text(message, volume=f"{growth.added_ml:.2f}", most=f"{self._tools.most_ml:g}"))

    # Families of actions

    def _layout(self, pane: str) -> None:
        self._viewer.layout_chosen = True
        if pane == "grid":
            self._model.set_layout("grid")
        else:
            self._model.set_layout("large", pane)

    def _slab(self, what: str) -> None:
        if what in ("thicker", "thinner"):
            self._model.step_thickness(1 if what == "thicker" else -1)
        elif what == "next":
            self._model.set_slab(SLABS[(SLABS.index(self._model.slab.mode) + 1) % len(SLABS)])
        else:
            self._model.set_slab(what)

    def _preset(self, name: str) -> None:
        window = cutting.full_window(self._viewer.volume.hu) if name == "full" else PRESETS[name]
        self._model.set_window(window)

    def _slice(self, where: str) -> None:
        plane = self._model.active_plane
        if where in ("up", "down"):
            self._model.scroll(plane, 1 if where == "up" else -1)
        else:
            self._model.show_slice(plane, 0 if where == "first" else self._model.grid.shape[plane.axis] - 1)

    def _zoom(self, which: str) -> None:
        plane = self._model.active_plane
        factor = ZOOM_STEP if which == "in" else 1 / ZOOM_STEP
        self._model.zoom_at(plane, factor, self._model.views[plane.name].centre)

    def _structure(self, which: str) -> None:
        values = list(self._viewer.structures)
        step = 1 if which == "next" else -1
        at = values.index(self._model.current) if self._model.current in values else -step
        self._viewer.go_to_structure(self._viewer.structures[values[(at + step) % len(values)]].id)

    def _brush(self, what: str) -> None:
        if what == "solid":
            self._model.set_brush(solid=not self._model.solid_brush)
        else:
            self._model.step_brush(1 if what == "larger" else -1)

    def _choose_tool(self, tool: str) -> None:
        if tool in EDIT_TOOLS and not self._viewer.edit_mode:
            self._viewer.set_edit_mode(True)
        self._model.set_tool(tool)

    def _take_back(self, way: str) -> None:
        """Undo or redo an edit of contours while they are edited, else a measurement; the other where there is none."""
        first = self._of_edits(way) and (self._viewer.edit_mode or not self._of_measurements(way))
        if first:
            getattr(self._tools, way)()
        elif self._of_measurements(way):
            getattr(self._model, f"{way}_measurement")()

    def _of_edits(self, way: str) -> bool:
        editor = self._tools.editor
        return editor is not None and (editor.can_undo if way == "undo" else editor.can_redo)

    def _of_measurements(self, way: str) -> bool:
        measured = self._model.measured
        return measured.can_undo if way == "undo" else measured.can_redo

    def _tell_if_nothing(self, changed: bool) -> None:
        if not changed:
            self._viewer.tell(self._viewer.language.text("ui.viewer.nothing-changed"))

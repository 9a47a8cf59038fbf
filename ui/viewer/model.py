"""What the viewer shows, apart from how it is drawn; it knows no Qt and is tested without a window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from ui.viewer.cutting import Slab, SlabMode, Window
from ui.viewer.measuring import Measured, Measurement, distance_mm
from ui.viewer.planes import AXIAL, PLANES, Plane, Position, inside, size_mm, slice_mm, slice_of, to_patient, to_picture

if TYPE_CHECKING:
    from inference.volume import Grid
    from ui.viewer.planes import Point

PANES = (*PLANES, "solid")
"""Names of the panes: the planes, and the view in space."""

Topic = Literal[
    "study", "position", "window", "slab", "view", "layout", "structures", "labels", "marks", "measurements", "tool"
]
Tool = Literal["navigate", "window", "pan", "zoom", "length", "angle", "ellipse", "brush", "erase", "lasso", "grow"]
EDIT_TOOLS: tuple[Tool, ...] = ("brush", "erase", "lasso", "grow")
MEASURE_TOOLS: tuple[Tool, ...] = ("length", "angle", "ellipse")

PRESETS: dict[str, Window] = {
    "soft": Window(50, 350),
    "vessel": Window(40, 200),
    "lung": Window(-600, 1500),
    "bone": Window(400, 1800),
    "mediastinum": Window(40, 400),
    "fat": Window(-50, 500),
    "brain": Window(40, 80),
    "angiography": Window(250, 700),
    "metal": Window(500, 4000),
}
"""Usual windows, in the order of their number keys."""

LEAST_ZOOM, MOST_ZOOM = 0.5, 40.0
THICKNESSES_MM = (3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 50.0)
LEAST_BRUSH_MM, MOST_BRUSH_MM = 0.5, 30.0
NEAR_PX = 8.0
"""How near the pointer must be to what it is to take hold of."""


@dataclass(frozen=True, slots=True)
class View:
    """The part of a plane in sight: zoom (1 shows the whole plane) and the point of the picture in the middle, mm."""

    zoom: float
    centre: Point


class ViewerModel:
    """State of the viewer.

    Attributes
    ----------
    grid
        Of the scan in sight; None when there is none.
    active
        Name of the pane that keys work on.
    large
        Pane that is large in the layout ``large``.
    alone
        Pane that fills the viewer, or None.
    hidden
        Labels of structures that are not drawn.
    current
        Label of the structure that is edited, 0 for none.
    chosen
        Number of the selected measurement, or None.
    """

    def __init__(self) -> None:
        self.grid: Grid | None = None
        self.position_mm: Position = (0.0, 0.0, 0.0)
        self.window = PRESETS["soft"]
        self.inverted = False
        self.slab = Slab()
        self.views: dict[str, View] = {}
        self.layout: Literal["grid", "large"] = "grid"
        self.large = AXIAL.name
        self.alone: str | None = None
        self.active = AXIAL.name
        self.crosshair = True
        self.corner_text = True
        self.fills = True
        self.contours = True
        self.opacity = 0.35
        self.hidden: frozenset[int] = frozenset()
        self.current = 0
        self.tool: Tool = "navigate"
        self.brush_mm = 4.0
        self.solid_brush = False
        self.keep_others = True
        self.by_density = False
        self.measured = Measured()
        self.chosen: int | None = None
        self._listeners: list[Callable[[Topic], None]] = []

    def listen(self, listener: Callable[[Topic], None]) -> None:
        """Have a function called with what has changed."""
        self._listeners.append(listener)

    def tell(self, topic: Topic) -> None:
        """Call the listeners."""
        for listener in self._listeners:
            listener(topic)

    # The scan and the position in it

    def show(self, grid: Grid | None) -> None:
        """Begin with a scan, or with none: the middle of it, all of it in sight, nothing measured."""
        self.grid = grid
        self.measured, self.chosen = Measured(), None
        self.hidden, self.current = frozenset(), 0
        if grid is not None:
            middle = (length // 2 for length in grid.shape)
            k, j, i = (start + n * step for start, n, step in zip(grid.origin_mm[::-1], middle, grid.spacing_mm))
            self.position_mm = (i, j, k)
            self._fit_all()
        self.tell("study")

    def _fit_all(self) -> None:
        for plane in PLANES.values():
            width, height = size_mm(plane, self._shown)
            self.views[plane.name] = View(1.0, (width / 2, height / 2))

    def fit(self) -> None:
        """The whole of every plane in sight."""
        if self.grid is not None:
            self._fit_all()
            self.tell("view")

    def move_to(self, position_mm: Position) -> None:
        """Put the crosshair at a position, or at the nearest one in the scan."""
        if self.grid is not None:
            self.position_mm = inside(self.grid, position_mm)
            self.tell("position")

    def go_to(self, position_mm: Position) -> None:
        """Put the crosshair at a position and have it in the middle of the panes that do not show their whole plane."""
        if self.grid is None:
            return
        self.move_to(position_mm)
        for name, view in self.views.items():
            if view.zoom > 1:
                self.views[name] = replace(view, centre=to_picture(PLANES[name], self.grid, self.position_mm))
        self.tell("view")

    @property
    def _shown(self) -> Grid:
        assert self.grid is not None  # slices are asked for where there is a scan
        return self.grid

    def number(self, plane: Plane) -> int:
        """The slice of a plane that is shown."""
        return slice_of(plane, self._shown, self.position_mm)

    def place(self, plane: Plane) -> Point:
        """Where the crosshair is in the picture of a plane."""
        return to_picture(plane, self._shown, self.position_mm)

    def point_at(self, plane: Plane, point: Point) -> Position:
        """The position in the patient under a point of a picture, on the slice that is shown."""
        return to_patient(plane, self._shown, point, self.number(plane))

    def scroll(self, plane: Plane, steps: int) -> None:
        """Go on by some slices; stops at the ends of the scan."""
        self.show_slice(plane, self.number(plane) + steps)

    def show_slice(self, plane: Plane, number: int) -> None:
        """Show a slice of a plane; the crosshair moves with it."""
        number = min(max(number, 0), self._shown.shape[plane.axis] - 1)
        i, j, k = self.position_mm
        moved = slice_mm(plane, self._shown, number)
        self.move_to(((i, j, moved), (i, moved, k), (moved, j, k))[plane.axis])

    # How it is looked at

    def set_window(self, window: Window, inverted: bool | None = None) -> None:
        """Set level and width; the width stays above 0."""
        self.window = replace(window, width=max(window.width, 1e-3))
        self.inverted = self.inverted if inverted is None else inverted
        self.tell("window")

    def drag_window(self, right_px: float, down_px: float) -> None:
        """Right widens, up brightens; the wider the window, the larger the steps."""
        step = max(self.window.width, 1e-3) / 300
        width = max(self.window.width + right_px * step, min(1.0, self.window.width))
        self.set_window(Window(self.window.level + down_px * step, width))

    def zoom_at(self, plane: Plane, factor: float, anchor: Point) -> None:
        """Zoom in (above 1) or out about a point of the picture, which stays where it is."""
        view = self.views[plane.name]
        zoom = min(max(view.zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        factor = zoom / view.zoom
        centre = tuple(a + (c - a) / factor for a, c in zip(anchor, view.centre))
        self.views[plane.name] = View(zoom, centre)
        self.tell("view")

    def pan(self, plane: Plane, right_mm: float, down_mm: float) -> None:
        """Move the picture; its middle stays inside the plane."""
        view = self.views[plane.name]
        moved = (view.centre[0] - right_mm, view.centre[1] - down_mm)
        limits = size_mm(plane, self._shown)
        centre = tuple(min(max(c, 0.0), limit) for c, limit in zip(moved, limits))
        self.views[plane.name] = replace(view, centre=centre)
        self.tell("view")

    def set_slab(self, mode: SlabMode | None = None, thickness_mm: float | None = None) -> None:
        """Show one slice, or the greatest, mean or least value of several."""
        self.slab = Slab(mode or self.slab.mode, thickness_mm or self.slab.thickness_mm)
        self.tell("slab")

    def step_thickness(self, steps: int) -> None:
        """The next thicker or thinner slab of the usual ones."""
        nearest = min(range(len(THICKNESSES_MM)), key=lambda n: abs(THICKNESSES_MM[n] - self.slab.thickness_mm))
        self.set_slab(thickness_mm=THICKNESSES_MM[min(max(nearest + steps, 0), len(THICKNESSES_MM) - 1)])

    def set_layout(self, layout: Literal["grid", "large"], large: str | None = None) -> None:
        """Arrange the panes; a pane that was alone is so no longer."""
        self.layout, self.alone = layout, None
        if large is not None:
            self.large = large
        self.tell("layout")

    def toggle_alone(self, pane: str) -> None:
        """Let a pane fill the viewer, or bring the others back."""
        self.alone = None if self.alone == pane else pane
        self.activate(pane)
        self.tell("layout")

    def activate(self, pane: str) -> None:
        """Make a pane the one that keys work on."""
        if self.active != pane:
            self.active = pane
            self.tell("marks")

    @property
    def active_plane(self) -> Plane:
        """The plane of the active pane; the axial one when that shows no plane."""
        return PLANES.get(self.active, AXIAL)

    def set_marks(self, crosshair: bool | None = None, corner_text: bool | None = None) -> None:
        """Show or hide the crosshair and the text in the corners."""
        self.crosshair = self.crosshair if crosshair is None else crosshair
        self.corner_text = self.corner_text if corner_text is None else corner_text
        self.tell("marks")

    # Structures

    def set_drawing(
        self, fills: bool | None = None, contours: bool | None = None, opacity: float | None = None
    ) -> None:
        """How structures are drawn: filled, outlined, and how opaque the filling is."""
        self.fills = self.fills if fills is None else fills
        self.contours = self.contours if contours is None else contours
        self.opacity = self.opacity if opacity is None else min(max(opacity, 0.0), 1.0)
        self.tell("structures")

    def set_visible(self, value: int, visible: bool) -> None:
        """Show or hide a structure by its label."""
        self.hidden = self.hidden - {value} if visible else self.hidden | {value}
        self.tell("structures")

    def set_current(self, value: int) -> None:
        """Choose the structure that is edited, by its label."""
        if self.current != value:
            self.current = value
            self.tell("structures")

    # Tools and measurements

    def set_tool(self, tool: Tool) -> None:
        """Choose what the left button does."""
        self.tool = tool
        self.tell("tool")

    def set_brush(
        self,
        size_mm: float | None = None,
        solid: bool | None = None,
        keep_others: bool | None = None,
        by_density: bool | None = None,
    ) -> None:
        """Radius of brush and eraser; whether they are balls; what the brush leaves alone.

        Parameters
        ----------
        keep_others
            Other structures.
        by_density
            What lies outside of the limits of density.
        """
        if size_mm is not None:
            self.brush_mm = min(max(size_mm, LEAST_BRUSH_MM), MOST_BRUSH_MM)
        self.solid_brush = self.solid_brush if solid is None else solid
        self.keep_others = self.keep_others if keep_others is None else keep_others
        self.by_density = self.by_density if by_density is None else by_density
        self.tell("tool")

    def step_brush(self, steps: int) -> None:
        """Make the brush larger or smaller by a quarter of a millimetre, or by a tenth where it is large."""
        self.set_brush(self.brush_mm + steps * max(0.25, round(self.brush_mm / 10 * 4) / 4))

    @property
    def measurements(self) -> list[Measurement]:
        """What is measured on the scan that is shown."""
        return self.measured.now

    def add_measurement(self, one: Measurement) -> None:
        """Keep a finished measurement, and select it."""
        self.measured.step()
        self.measurements.append(one)
        self.chosen = len(self.measurements) - 1
        self.tell("measurements")

    def change_measurement(self, number: int, one: Measurement) -> None:
        """Replace a measurement; where one is dragged, :meth:`Measured.step` goes before."""
        self.measurements[number] = one
        self.tell("measurements")

    def choose_measurement(self, number: int | None) -> None:
        """Select a measurement, or none."""
        if self.chosen != number:
            self.chosen = number
            self.tell("measurements")

    def delete_measurement(self) -> None:
        """Delete the selected measurement."""
        if self.chosen is not None:
            self.measured.step()
            del self.measurements[self.chosen]
            self.chosen = None
            self.tell("measurements")

    def delete_all_measurements(self) -> None:
        """Delete every measurement."""
        self.measured.step()
        self.measurements.clear()
        self.choose_no_measurement()

    def undo_measurement(self) -> None:
        """Take the last change of the measurements back."""
        self.measured.undo()
        self.choose_no_measurement()

    def redo_measurement(self) -> None:
        """Do again what was taken back last."""
        self.measured.redo()
        self.choose_no_measurement()

    def choose_no_measurement(self) -> None:
        """Show the measurements with none of them selected."""
        self.chosen = None
        self.tell("measurements")

    def measurements_on(self, plane: Plane) -> list[int]:
        """Numbers of the measurements on the slice of a plane that is shown."""
        shown = self.number(plane)
        return [n for n, one in enumerate(self.measurements) if one.plane == plane.name and one.number == shown]

    def measurement_near(self, plane: Plane, point: Point, reach_mm: float) -> int | None:
        """The measurement nearest to a point of the picture, within reach."""
        near = {n: distance_mm(self.measurements[n], point) for n in self.measurements_on(plane)}
        nearest = min(near, key=near.get, default=None)
        return nearest if nearest is not None and near[nearest] <= reach_mm else None

"""What the pressed mouse does on a picture, one class a gesture: it is told where the pointer went, and its end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.viewer.measuring import POINTS, Kind, Measurement
from ui.viewer.model import NEAR_PX

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from ui.viewer.pane import PlanePane
    from ui.viewer.planes import Point

ZOOM_PER_PX = 1.01
LEAST_CORNERS = 3
"""Of a line that surrounds anything."""


class Gesture:
    """Begins at a point of the pane, in its pixels."""

    def __init__(self, pane: PlanePane, start: QPointF) -> None:
        self.pane, self.model, self.plane = pane, pane.model, pane.plane
        self.start = self.last = start
        self.begun()

    def moved(self, to: QPointF) -> None:
        """The pointer went on."""
        self.dragged(to, to - self.last)
        self.last = to

    def released(self) -> bool:
        """The button was let go; whether the gesture is over."""
        return True

    def pressed(self, at: QPointF) -> None:
        """The button was pressed again; only a gesture that is not over yet is told."""

    def begun(self) -> None:
        """What happens at once."""

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """What happens with every move."""

    def cancelled(self) -> None:
        """Escape was pressed."""

    def point(self, at: QPointF) -> Point:
        """Millimetres of the picture."""
        return self.pane.layers.to_point(at)


class CrosshairDrag(Gesture):
    """The crosshair follows the pointer."""

    def begun(self) -> None:
        """Also where the button was pressed."""
        self.model.choose_measurement(None)
        self.dragged(self.start, self.start)

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Move it."""
        self.model.move_to(self.model.point_at(self.plane, self.point(to)))


class PanDrag(Gesture):
    """The picture follows the pointer."""

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Move it."""
        self.model.pan(self.plane, by.x() / self.pane.layers.scale, by.y() / self.pane.layers.scale)


class WindowDrag(Gesture):
    """Right and left for the width of the window, up and down for its level."""

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Change it."""
        self.model.drag_window(by.x(), by.y())


class ZoomDrag(Gesture):
    """Up is nearer, about the point where the button was pressed."""

    def begun(self) -> None:
        """Remember what is under the pointer."""
        self.anchor = self.point(self.start)

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Zoom."""
        self.model.zoom_at(self.plane, ZOOM_PER_PX ** -by.y(), self.anchor)


class Stroke(Gesture):
    """Brush or eraser."""

    def begun(self) -> None:
        """The first dab."""
        self.erases = self.model.tool == "erase"
        self.pane.tools.begin()
        self._paint(self.start, self.start)

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Dabs up to here."""
        self._paint(self.last, to)

    def released(self) -> bool:
        """One step to undo."""
        self.pane.tools.end()
        return True

    def cancelled(self) -> None:
        """What is painted stays; it can be undone."""
        self.pane.tools.end()

    def _paint(self, start: QPointF, end: QPointF) -> None:
        self.pane.tools.paint(self.plane, self.point(start), self.point(end), self.erases)


class Lasso(Gesture):
    """A line around what belongs to the structure; its end joins its beginning."""

    def begun(self) -> None:
        """The first point."""
        self.points = [self.start]
        self.pane.show_trace(self.points)

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """The line goes on."""
        self.points.append(to)
        self.pane.show_trace(self.points)

    def released(self) -> bool:
        """What it surrounds is filled."""
        self.pane.show_trace(())
        if len(self.points) >= LEAST_CORNERS:
            self.pane.tools.surround(self.plane, [self.point(at) for at in self.points])
        return True

    def cancelled(self) -> None:
        """Nothing is filled."""
        self.pane.show_trace(())


class Drawing(Gesture):
    """A new measurement: its points by dragging, or by pressing where each is to be."""

    def begun(self) -> None:
        """The first point, and the second one that follows the pointer."""
        kind: Kind = self.model.tool
        first = self.point(self.start)
        self.one = Measurement(kind, self.plane.name, self.model.number(self.plane), (first, first))
        self.fixed_px = self.start
        self.model.choose_measurement(None)
        self.pane.show_drawing(self.one)

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """The last point follows the pointer."""
        self.one = replace(self.one, points=(*self.one.points[:-1], self.point(to)))
        self.pane.show_drawing(self.one)

    def released(self) -> bool:
        """A drag sets the point; a mere click leaves it at the pointer."""
        return self._next() if (self.last - self.fixed_px).manhattanLength() > NEAR_PX else False

    def pressed(self, at: QPointF) -> None:
        """The point is here; the button's release sets it."""
        self.moved(at)

    def cancelled(self) -> None:
        """Nothing is kept."""
        self.pane.show_drawing(None)

    def _next(self) -> bool:
        if len(self.one.points) < POINTS[self.one.kind]:
            self.one = replace(self.one, points=(*self.one.points, self.one.points[-1]))
            self.fixed_px = self.last
            return False
        self.pane.show_drawing(None)
        self.model.add_measurement(self.one)
        return True


class Reshape(Gesture):
    """One point of a measurement follows the pointer, or all of it."""

    def begun(self) -> None:
        """Which point is near."""
        self.number = self.model.chosen
        points = self.model.measurements[self.number].points
        away = [(self.pane.layers.to_view(point) - self.start).manhattanLength() for point in points]
        nearest = min(range(len(points)), key=away.__getitem__)
        self.which = nearest if away[nearest] <= 1.5 * NEAR_PX else None
        self.moving = False

    def dragged(self, to: QPointF, by: QPointF) -> None:
        """Move it."""
        if not self.moving:
            self.moving = True
            self.model.measured.step()
        one = self.model.measurements[self.number]
        dx, dy = by.x() / self.pane.layers.scale, by.y() / self.pane.layers.scale
        points = tuple((x + dx, y + dy) if self.which in (None, n) else (x, y) for n, (x, y) in enumerate(one.points))
        self.model.change_measurement(self.number, replace(one, points=points))

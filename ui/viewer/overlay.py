"""What is drawn over a picture: crosshair, measurements, names, letters of the edges, text in the corners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.viewer.ink import LIGHT, RIM, Ink, elided, rimmed
from ui.viewer.measuring import Measurement, angle_deg, ellipse_values, length_mm
from ui.viewer.model import EDIT_TOOLS
from ui.viewer.planes import PLANES, lettered, pixel_mm

if TYPE_CHECKING:
    from ui.viewer.doubts import Doubt
    from ui.viewer.pane import PlanePane

PLANE_COLOURS = {"axial": "#ff8a75", "coronal": "#7ee08f", "sagittal": "#ffd95e", "solid": "#b9c6d3"}
"""Of a plane's frame and of its line in the other panes; the names are written too."""
MARKED, CHOSEN = QColor("#ffe97a"), QColor("#7ff0ff")
QUIET = "#39444f"
MARGIN = 6.0
GAP = 12
"""Of the crosshair, so that it does not hide what it points at."""
ROOMY = (330, 250)
"""Size in pixels from which a pane has room for the study, the names of structures and a bar."""
SMALL_PX = 200
"""Height under which only the number of the slice is written."""
CERTAINTY_PART, CERTAINTY_PX, BESIDE_LETTER_PX = (0.32, 0.62), 26, 24
"""Part of the height between the corner and the bar of millimetres, length of the bar of a slice in which the network
is no surer than by tossing a coin, and the room of the edge's letter on the right."""
BARS_MM = (100, 50, 20, 10, 5, 2, 1)


class Overlay:
    """Draws over a pane, in its pixels.

    Attributes
    ----------
    title
        Name of the plane.
    patient, study
        Lines of the upper corners.
    names
        Short name of each label.
    along
        Certainty of the current structure in each slice of the plane; empty in planes that it is not told of.
    """

    def __init__(self, pane: PlanePane) -> None:
        self.title = ""
        self.patient: tuple[str, ...] = ()
        self.study: tuple[str, ...] = ()
        self.names: Mapping[int, str] = {}
        self.along: Sequence[Doubt] = ()
        self._pane = pane
        self._ink = Ink()

    def draw(self, painter: QPainter) -> None:
        """Draw everything."""
        area = QRectF(self._pane.viewport().rect())
        if self._pane.layers.volume is None:
            text = self._pane.language.text("ui.viewer.no-images")
            self._ink.draw(painter, (self.title,), QPointF(MARGIN, MARGIN))
            self._ink.draw(painter, (text,), area.center(), (0.5, 0.5), QColor("#9aa7b4"))
            return
        roomy = area.width() >= ROOMY[0] and area.height() >= ROOMY[1]
        if self._pane.model.crosshair:
            self._crosshair(painter, area)
        if roomy and (self._pane.model.contours or self._pane.model.fills):
            self._tags(painter)
        self._measurements(painter)
        self._brush(painter)
        self._certainty(painter, area)
        self._letters(painter, area)
        if self._pane.model.corner_text:
            self._corners(painter, area, roomy)
            if roomy:
                self._bar(painter, area)
        self._frame(painter, area)

    def _crosshair(self, painter: QPainter, area: QRectF) -> None:
        """Two lines with a gap, each in the colour of the plane that it stands for."""
        pane = self._pane
        place = pane.layers.to_view(pane.model.place(pane.plane))
        x, y = round(place.x()), round(place.y())
        across, down = (
            QColor(next(PLANE_COLOURS[p.name] for p in PLANES.values() if p.axis == axis))
            for axis in (pane.plane.across, pane.plane.down)
        )
        right, bottom = round(area.right()), round(area.bottom())
        upright = (QRect(x, 0, 1, y - GAP), QRect(x, y + GAP, 1, bottom - y - GAP))
        level = (QRect(0, y, x - GAP, 1), QRect(x + GAP, y, right - x - GAP, 1))
        for bars, colour in ((upright, across), (level, down)):
            colour.setAlphaF(0.75)
            for bar in bars:
                # Filled rectangles: lines take Qt ten times as long.
                if bar.isValid():
                    painter.fillRect(bar, colour)

    def _tags(self, painter: QPainter) -> None:
        """Names of the structures, one below the other where they would lie on each other."""
        taken: list[QRectF] = []
        height = painter.fontMetrics().height()
        for value, point in sorted(self._pane.layers.tags.items(), key=lambda tag: tag[1][1]):
            if value not in self.names:
                continue
            place = self._pane.layers.to_view(point) + QPointF(3, -3)
            plate_width = painter.fontMetrics().horizontalAdvance(self.names[value])
            box = QRectF(place.x(), place.y() - height / 2, plate_width, height)
            while any(box.intersects(other) for other in taken):
                box.translate(0, height / 2)
            taken.append(box)
            self._ink.draw(painter, (self.names[value],), box.topLeft(), colour=self._pane.layers.colours[value])

    def _measurements(self, painter: QPainter) -> None:
        model = self._pane.model
        for n in model.measurements_on(self._pane.plane):
            self._measurement(painter, model.measurements[n], CHOSEN if n == model.chosen else MARKED)
        if self._pane.drawing is not None:
            self._measurement(painter, self._pane.drawing, CHOSEN)

    def _measurement(self, painter: QPainter, one: Measurement, colour: QColor) -> None:
        places = [self._pane.layers.to_view(point) for point in one.points]
        if one.kind == "ellipse":
            rimmed(painter, colour, 1.6, lambda p: p.drawEllipse(QRectF(*places).normalized()))
        else:
            rimmed(painter, colour, 1.6, lambda p: p.drawPolyline(places))
        for place in places:
            rimmed(painter, colour, 1.2, lambda p, place=place: p.drawRect(QRectF(place.x() - 3, place.y() - 3, 6, 6)))
        side = max(place.x() for place in places)
        low = max(place.y() for place in places)
        self._ink.draw(painter, self.reading(one), QPointF(side + 6, low), (0.0, 0.0), colour)

    def reading(self, one: Measurement) -> list[str]:
        """What a measurement says."""
        text, pane = self._pane.language.text, self._pane
        if one.kind == "length":
            return [text("ui.viewer.reading.length", value=f"{length_mm(one.points):.1f}")]
        if one.kind == "angle":
            return [text("ui.viewer.reading.angle", value=f"{angle_deg(one.points):.1f}")] if one.finished else []
        values = ellipse_values(pane.layers.picture, pixel_mm(pane.plane, pane.layers.volume.grid), one.points)
        if values is None:
            return []
        return [
            text("ui.viewer.reading.mean", mean=self.number(values.mean), sd=self.number(values.sd)),
            text("ui.viewer.reading.range", low=self.number(values.low), high=self.number(values.high)),
            text("ui.viewer.reading.area", value=f"{values.area_mm2:.1f}"),
        ]

    def number(self, value: float) -> str:
        """A value with the unit of the image, where that is known."""
        layers = self._pane.layers
        shown = f"{value:.0f}" if layers.picture.dtype.kind == "i" else f"{value:.3g}"
        return f"{shown} {layers.volume.unit}".rstrip()

    def _brush(self, painter: QPainter) -> None:
        pane = self._pane
        if pane.hover is None or pane.model.tool not in EDIT_TOOLS or not pane.tools.ready:
            return
        if pane.trace:
            colour = pane.layers.colours.get(pane.model.current, LIGHT)
            rimmed(painter, colour, 1.6, lambda p: p.drawPolygon([*pane.trace]))
        if pane.model.tool in ("brush", "erase"):
            radius = pane.model.brush_mm * pane.layers.scale
            colour = pane.layers.colours.get(pane.model.current, LIGHT) if pane.model.tool == "brush" else LIGHT
            rimmed(painter, colour, 1.4, lambda p: p.drawEllipse(pane.hover, radius, radius))

    def _certainty(self, painter: QPainter, area: QRectF) -> None:
        """A bar a slice towards the right edge, head up: the longer, the less certain; the slice in sight is marked."""
        current = self._pane.model.current
        if not self.along or current in self._pane.model.hidden or area.height() < SMALL_PX:
            return
        low, high = CERTAINTY_PART[1] * area.height(), CERTAINTY_PART[0] * area.height()
        first, count = self.along[0].number, self.along[-1].number - self.along[0].number + 1
        tall, right = (low - high) / count, round(area.right()) - BESIDE_LETTER_PX
        colour = self._pane.layers.colours.get(current, LIGHT)
        painter.fillRect(QRectF(right - CERTAINTY_PX - 2, high - 1, CERTAINTY_PX + 4, low - high + 2), RIM)
        for one in self.along:
            top = low - (one.number - first + 1) * tall
            width = max(1.0, CERTAINTY_PX * min(2 * (1 - one.certainty), 1.0))
            painter.fillRect(QRectF(right - width, top, width, max(tall - (tall > 3), 1.0)), colour)
        middle = low - (self._pane.model.number(self._pane.plane) - first + 0.5) * tall
        if high <= middle <= low:
            painter.fillRect(QRectF(right - CERTAINTY_PX - 6, middle - 1, CERTAINTY_PX + 6, 2), LIGHT)

    def _letters(self, painter: QPainter, area: QRectF) -> None:
        font = painter.font()
        bold = painter.font()
        bold.setBold(True)
        bold.setPointSizeF(font.pointSizeF() * 1.2)
        painter.setFont(bold)
        middle = area.center()
        places = (
            (QPointF(area.left() + MARGIN, middle.y()), (0.0, 0.5)),
            (QPointF(area.right() - MARGIN, middle.y()), (1.0, 0.5)),
            (QPointF(middle.x(), area.top() + MARGIN), (0.5, 0.0)),
            (QPointF(middle.x(), area.bottom() - MARGIN), (0.5, 1.0)),
        )
        for letter, (place, anchor) in zip(self._pane.plane.letters, places):
            self._ink.draw(painter, (letter,), place, anchor)
        painter.setFont(font)

    def _corners(self, painter: QPainter, area: QRectF, roomy: bool) -> None:
        left, right = area.left() + MARGIN, area.right() - MARGIN
        top, bottom = area.top() + MARGIN, area.bottom() - MARGIN
        width, font = area.width() / 2 - 14, painter.font()
        patient, study = (self.patient, self.study) if roomy else (self.patient[:1], ())
        colour = QColor(PLANE_COLOURS[self._pane.plane.name])
        title = elided((self.title,), font, width)
        below = self._ink.draw(painter, title, QPointF(left, top), (0.0, 0.0), colour, plate=True)
        for lines, place, anchor in (
            (patient, QPointF(left, below.bottom() - 4), (0.0, 0.0)),
            (study, QPointF(right, top), (1.0, 0.0)),
            (self._view_lines(roomy, width), QPointF(left, bottom), (0.0, 1.0)),
            (self._pointer_lines(roomy), QPointF(right, bottom), (1.0, 1.0)),
        ):
            self._ink.draw(painter, elided(lines, font, width), place, anchor, plate=True)

    def _view_lines(self, roomy: bool, width: float) -> list[str]:
        pane, text = self._pane, self._pane.language.text
        model, grid = pane.model, pane.layers.volume.grid
        axis = 2 - pane.plane.axis
        count = grid.shape[pane.plane.axis]
        lines = [
            text("ui.viewer.corner.slice", number=model.number(pane.plane) + 1, count=count),
            text("ui.viewer.corner.place", place=lettered(axis, model.position_mm[axis])),
        ]
        if pane.height() < SMALL_PX:
            number = str(model.number(pane.plane) + 1)
            both = f"{number}/{count}"
            # The number alone where both would be cut short.
            return [both if pane.fontMetrics().horizontalAdvance(both) <= width else number]
        if model.slab.mode != "single":
            mode = text(f"ui.viewer.slab.{model.slab.mode}")
            lines.append(text("ui.viewer.corner.slab", mode=mode, thickness=f"{model.slab.thickness_mm:g}"))
        window = model.window
        digits = 0 if window.width >= 10 else 2
        lines.append(
            text("ui.viewer.corner.window", width=f"{window.width:.{digits}f}", level=f"{window.level:.{digits}f}")
        )
        if not roomy:
            return lines
        zoom = 100 * pane.layers.scale * min(pixel_mm(pane.plane, grid))
        lines.append(text("ui.viewer.corner.zoom", zoom=f"{zoom:.0f}"))
        return lines

    def _pointer_lines(self, roomy: bool) -> list[str]:
        pane = self._pane
        value = None if pane.hover is None else pane.value_under(pane.hover)
        if value is None:
            return []
        position = pane.model.point_at(pane.plane, pane.layers.to_point(pane.hover))
        places = [lettered(axis, mm) for axis, mm in enumerate(position)]
        if roomy:
            return [self.number(value), "  ".join(places) + " mm"]
        return [self.number(value), *(places if pane.height() >= SMALL_PX else ())]

    def _bar(self, painter: QPainter, area: QRectF) -> None:
        """The longest round length that fits between the letter of the edge and the corner."""
        scale = self._pane.layers.scale
        length = next((mm for mm in BARS_MM if mm * scale <= 0.28 * area.height()), None)
        if length is None:
            return
        x, low = round(area.right()) - 12, round(area.top() + 0.86 * area.height())
        high = round(low - length * scale)
        bars = [QRect(x, high, 1, low - high), QRect(x - 5, high, 6, 1), QRect(x - 5, low, 6, 1)]
        for bar in bars:
            painter.fillRect(bar.adjusted(-1, -1, 1, 1), RIM)
        for bar in bars:
            painter.fillRect(bar, LIGHT)
        text = self._pane.language.text("ui.viewer.reading.length", value=str(length))
        self._ink.draw(painter, (text,), QPointF(x - 8, (high + low) / 2), (1.0, 0.5))

    def _frame(self, painter: QPainter, area: QRectF) -> None:
        pane = self._pane
        active = pane.model.active == pane.plane.name
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(QColor(PLANE_COLOURS[pane.plane.name]) if active else QColor("#39444f"), 2 if active else 1)
        )
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

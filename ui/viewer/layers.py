"""What lies in the scene of a pane: the picture, the filled structures, and their outlines."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainterPath, QPen, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsPixmapItem, QGraphicsScene

from ui.viewer import cutting
from ui.viewer.planes import Plane, Point, pixel_mm, size_mm

if TYPE_CHECKING:
    import numpy as np

    from desktop.masks import MaskEditor
    from inference.volume import Volume
    from ui.viewer.model import ViewerModel

_grey_table = lru_cache(maxsize=4)(cutting.grey_table)
"""The panes share their window, and so its table."""


class Layers:
    """The items of one plane, in mm of its picture.

    Attributes
    ----------
    volume
        The scan; None without one.
    picture
        Values in sight [row, column], as the scan holds them; None without a scan.
    scale
        Pixels of the pane a millimetre.
    colours
        Of each label.
    tags
        Upper right corner of each label's longest outline, where its name can be written.
    """

    def __init__(self, scene: QGraphicsScene, plane: Plane, model: ViewerModel) -> None:
        self.volume: Volume | None = None
        self.picture: np.ndarray | None = None
        self.scale = 1.0
        self.colours: Mapping[int, QColor] = {}
        self.tags: dict[int, Point] = {}
        self._plane, self._model = plane, model
        self._drawn: tuple = ()
        # Everything hangs on one item that is moved and zoomed; the view itself never scrolls.
        self._root = QGraphicsPathItem()
        scene.addItem(self._root)
        self._image = QGraphicsPixmapItem(self._root)
        self._image.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        # While only the crosshair moves, the enlarged picture is copied and not enlarged again.
        self._image.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self._fill = QGraphicsPixmapItem(self._root)
        self._lines: list[QGraphicsPathItem] = []

    def set_volume(self, volume: Volume | None) -> None:
        """The scan to show; the model is told of its grid afterwards."""
        self.volume, self.picture = volume, None
        if volume is None:
            self._image.setPixmap(QPixmap())
            self.clear_structures()

    @property
    def outdated(self) -> bool:
        """Whether the model wants another slice than the one that is drawn."""
        return self._drawn != self._wanted()

    def _wanted(self) -> tuple:
        return () if self.volume is None else (self._model.number(self._plane), self._model.slab)

    def place(self, area: QRectF) -> None:
        """Zoom and move everything: zoom 1 shows the whole plane, whatever the size of the pane."""
        if self.volume is None:
            return
        view, extent = self._model.views[self._plane.name], size_mm(self._plane, self.volume.grid)
        width, height = max(area.width(), 1.0), max(area.height(), 1.0)
        self.scale = min(width / extent[0], height / extent[1]) * view.zoom
        left, top = width / 2 - view.centre[0] * self.scale, height / 2 - view.centre[1] * self.scale
        self._root.setTransform(QTransform(self.scale, 0, 0, self.scale, left, top))

    def to_point(self, at: QPointF) -> Point:
        """Millimetres of the picture at a place of the pane."""
        place = self._root.transform().inverted()[0].map(at)
        return place.x(), place.y()

    def to_view(self, point: Point) -> QPointF:
        """The place in the pane of a point of the picture."""
        return self._root.transform().map(QPointF(*point))

    def draw_image(self) -> None:
        """Cut the slice that the model wants."""
        self._drawn = self._wanted()
        if self.volume is None:
            return
        number, slab = self._drawn
        part = cutting.slices_of(self._plane, self.volume.grid, number, slab)
        self.picture = cutting.cut(self.volume.hu, self._plane, part, slab.mode)
        self.draw_grey()

    def draw_grey(self) -> None:
        """Show the picture in the model's window."""
        if self.picture is None:
            return
        window, inverted = self._model.window, self._model.inverted
        grey = cutting.grey(self.picture, window, inverted, _grey_table(window, inverted))
        self._image.setPixmap(_pixmap(grey, QImage.Format.Format_RGB32))
        self._image.setTransform(QTransform.fromScale(*pixel_mm(self._plane, self.volume.grid)))

    def draw_structures(self, editor: MaskEditor | None) -> None:
        """Show the labels of the slice as the model says."""
        self.clear_structures()
        shown = {value: colour for value, colour in self.colours.items() if value not in self._model.hidden}
        if editor is None or self.volume is None or not shown:
            return
        grid = self.volume.grid
        part = cutting.slices_of(self._plane, grid, self._model.number(self._plane), self._model.slab)
        found = cutting.label_picture(editor.labels, editor.box, self._plane, part)
        if found is None:
            return
        labels, corner = found
        pixel = pixel_mm(self._plane, grid)
        placed = QTransform(pixel[0], 0, 0, pixel[1], corner[1] * pixel[0], corner[0] * pixel[1])
        if self._model.fills and self._model.opacity > 0:
            table = cutting.fill_table({v: c.getRgb()[:3] for v, c in shown.items()}, self._model.opacity)
            self._fill.setPixmap(_pixmap(table[labels], QImage.Format.Format_ARGB32_Premultiplied))
            self._fill.setTransform(placed)
        lines = cutting.outlines(labels, list(shown))
        self.tags = {value: placed.map(_upper_right(each)).toTuple() for value, each in lines.items()}
        if self._model.contours:
            self._draw_contours(lines, placed)

    def _draw_contours(self, lines: Mapping[int, list[np.ndarray]], placed: QTransform) -> None:
        for value, each in lines.items():
            path = QPainterPath()
            for line in each:
                path.addPolygon(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
            item = QGraphicsPathItem(path, self._root)
            item.setTransform(placed)
            pen = QPen(self.colours[value], 2.5 if value == self._model.current else 1.5)
            pen.setCosmetic(True)
            item.setPen(pen)
            self._lines.append(item)

    def clear_structures(self) -> None:
        """Take all structures off the picture."""
        self._fill.setPixmap(QPixmap())
        for item in self._lines:
            item.scene().removeItem(item)
        self._lines, self.tags = [], {}


def _pixmap(pixels: np.ndarray, form: QImage.Format) -> QPixmap:
    """A copy: Qt does not keep the array alive."""
    height, width = pixels.shape
    return QPixmap.fromImage(QImage(pixels.data, width, height, 4 * width, form).copy())


def _upper_right(lines: list[np.ndarray]) -> QPointF:
    longest = max(lines, key=len)
    return QPointF(float(longest[:, 0].max()), float(longest[:, 1].min()))

"""The pane that shows the vessels in space, with the bone around them."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.viewer.ink import Ink, elided, rimmed
from ui.viewer.overlay import MARGIN, PLANE_COLOURS, QUIET
from ui.viewer.planes import ENDS
from ui.viewer.turning import STANDARD, Camera, Scene, Turn, on_picture, picture, turned

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent

    from desktop.language import Language
    from inference.volume import Volume
    from ui.viewer.editing import MaskTools
    from ui.viewer.model import Topic, ViewerModel
    from ui.viewer.surface import Cloud

BONE_COLOUR = (214, 208, 192)
RADIANS_PER_PX = 0.008
LEAST_REACH_MM = 65.0
"""Around the middle of the vessels this much is in sight: short vessels need the bone to be recognised."""
REST_MS = 180
"""After this long without a move the picture is drawn as fine as the pane."""
MOST_PX = 720
LEAST_MOVING_PX, MOST_MOVING_PX = 160, 420
GOOD_FRAME_S = (0.012, 0.024)
"""While it turns the picture gets coarser when it takes longer, and finer again when it takes less."""


class SolidPane(QWidget):
    """The vessels in space; surfaces are made when they are first seen.

    Signals
    -------
    place_chosen
        LPS position of a point of a vessel that was clicked.
    """

    place_chosen = Signal(object)

    def __init__(self, model: ViewerModel, tools: MaskTools, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model, self.tools = model, tools
        self.volume: Volume | None = None
        self.colours: Mapping[int, QColor] = {}
        self.turn: Turn = STANDARD["front"]
        self.zoom = 1.0
        self.bone_shown = True
        self._vessels: dict[int, Cloud] = {}
        self._bone: Cloud | None = None
        self._bone_known = self._fresh = False
        self._middle, self._reach = (0.0, 0.0, 0.0), 1.0
        self._scene: Scene | None = None
        self._image, self._scaled = QImage(), QPixmap()
        self._moving_px = 300.0
        self._last: QPointF | None = None
        self._travelled = 0.0
        self._ink, self._ring = Ink(), _ring()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw_fine)
        self.setMinimumSize(120, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        model.listen(self.refresh)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        self.setAccessibleName(language.text("ui.viewer.plane.solid"))
        self.update()

    def set_volume(self, volume: Volume | None) -> None:
        """The scan that the bone is taken from."""
        self.volume = volume
        self._vessels, self._bone, self._bone_known, self._fresh = {}, None, False, False
        self._scene, self._image = None, QImage()

    def set_structures(self, colours: Mapping[int, QColor]) -> None:
        """Colour of each label; the surfaces are made anew."""
        self.colours = colours
        self._fresh = self._bone_known = False
        self.turn, self.zoom = STANDARD["front"], 1.0
        self._rest.start()

    def stand(self, side: str) -> None:
        """Look from one of the standard sides, with everything in sight."""
        self.turn, self.zoom = STANDARD[side], 1.0
        self._draw_fine()

    def show_bone(self, shown: bool) -> None:
        """Show or hide the bone."""
        self.bone_shown = shown
        self._draw_fine()

    def refresh(self, topic: Topic) -> None:
        """Follow the model; the surfaces follow the labels only while nothing is being painted."""
        if topic == "labels":
            self._fresh = False
        if topic in ("labels", "study", "structures"):
            self._rest.start()
        elif topic in ("position", "marks"):
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Make what was not needed before."""
        super().showEvent(event)
        self._draw_fine()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, once it stays."""
        super().resizeEvent(event)
        self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to turn."""
        self.model.activate("solid")
        self._last, self._travelled = event.position(), 0.0

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn; with the right button zoom."""
        if self._last is None or self._scene is None:
            return
        by = event.position() - self._last
        self._last = event.position()
        self._travelled += by.manhattanLength()
        if event.buttons() & Qt.MouseButton.RightButton:
            self._zoom_by(1.01 ** -by.y())
        else:
            self.turn = turned(self.turn, by.x() * RADIANS_PER_PX, by.y() * RADIANS_PER_PX)
            self.draw_moving()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A mere click goes to the point of the vessel that was clicked."""
        self._last = None
        if self._travelled < 4 and event.button() == Qt.MouseButton.LeftButton:
            place = self.place_at(event.position())
            if place is not None:
                self.place_chosen.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the pane fill the viewer, or bring the others back."""
        self._travelled = 99.0
        self.model.toggle_alone("solid")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        event.accept()
        self._zoom_by(1.15 ** (event.angleDelta().y() / 120))

    def place_at(self, at: QPointF) -> tuple[float, float, float] | None:
        """LPS position of the vessel that is seen at a place of the pane."""
        if self._scene is None:
            return None
        height, width = self._scene.rgb.shape[:2]
        row, column = int(at.y() * height / self.height()), int(at.x() * width / self.width())
        if not (0 <= row < height and 0 <= column < width):
            return None
        place = tuple(float(v) for v in self._scene.place[row, column])
        return None if place[0] != place[0] else place

    def _zoom_by(self, factor: float) -> None:
        self.zoom = min(max(self.zoom * factor, 0.4), 8.0)
        self.draw_moving()

    def draw_moving(self) -> None:
        """Draw as fine as it can be while it turns."""
        start = perf_counter()
        self._draw(self._moving_px)
        taken = perf_counter() - start
        if taken > GOOD_FRAME_S[1]:
            self._moving_px = max(self._moving_px * 0.85, LEAST_MOVING_PX)
        elif taken < GOOD_FRAME_S[0]:
            self._moving_px = min(self._moving_px * 1.1, MOST_MOVING_PX)
        self._rest.start()

    def _draw_fine(self) -> None:
        self._draw(MOST_PX)

    def _camera(self, size: QSize) -> Camera:
        radius = max(self._reach, 1.0)
        return Camera(self.turn, self._middle, self.zoom * min(size.width(), size.height()) / (2 * radius), 2 * radius)

    def _draw(self, most_px: float) -> None:
        """Draw at most that many pixels along the longer side; nothing while nobody looks."""
        if not self.isVisible():
            return
        if not self._fresh:
            self._make_surfaces()
        shown = [(cloud, self.colours[v].getRgb()[:3]) for v, cloud in self._vessels.items() if self._is_shown(v)]
        self._scene = None
        if shown:
            size = self._picture_size(most_px)
            bone = (self._bone, BONE_COLOUR) if self._bone is not None and self.bone_shown else None
            self._scene = picture(shown, bone, self._camera(size), size.toTuple(), soft=most_px == MOST_PX)
            rgb = self._scene.rgb
            form = QImage.Format.Format_RGB888
            self._image = QImage(rgb.data, size.width(), size.height(), 3 * size.width(), form).copy()
        self._scaled = QPixmap()
        self.update()

    def _is_shown(self, value: int) -> bool:
        return value in self.colours and value not in self.model.hidden

    def _picture_size(self, most_px: float) -> QSize:
        own = self.size() * self.devicePixelRatioF()
        part = min(1.0, most_px / max(own.width(), own.height(), 1))
        return QSize(max(1, round(own.width() * part)), max(1, round(own.height() * part)))

    def _make_surfaces(self) -> None:
        from ui.viewer.surface import bone_cloud, middle_of, used_box, vessel_cloud

        self._fresh = True
        self._vessels = {}
        editor = self.tools.editor
        if editor is None or self.volume is None:
            return
        grid = self.volume.grid
        clouds = {value: vessel_cloud(editor.labels, grid, editor.box, value) for value in self.colours}
        self._vessels = {value: cloud for value, cloud in clouds.items() if cloud is not None}
        if self._vessels and not self._bone_known:
            # Where the vessels were found at first: edits do not make the bone jump.
            self._bone = bone_cloud(self.volume, used_box(editor.labels, editor.box))
            self._bone_known = True
            middle, radius = middle_of(list(self._vessels.values()))
            self._middle, self._reach = tuple(float(v) for v in middle), max(radius, LEAST_REACH_MM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, the crosshair's place, the directions, and the name of the pane."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        text = self.language.text
        if self._scene is None:
            painter.fillRect(area, Qt.GlobalColor.black)
            message = text("ui.viewer.no-structures")
            self._ink.draw(painter, elided((message,), self.font(), area.width() - 20), area.center(), (0.5, 0.5))
        else:
            painter.drawPixmap(0, 0, self._pane_sized())
            self._mark(painter)
            self._directions(painter, area)
        title = elided((text("ui.viewer.plane.solid"),), self.font(), area.width() - 20)
        colour = QColor(PLANE_COLOURS["solid"])
        self._ink.draw(painter, title, QPointF(MARGIN, MARGIN), (0.0, 0.0), colour)
        active = self.model.active == "solid"
        painter.setPen(QPen(colour if active else QColor(QUIET), 2 if active else 1))
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _pane_sized(self) -> QPixmap:
        """The picture, enlarged once and not each time that the crosshair moves."""
        wanted = self.size() * self.devicePixelRatioF()
        if self._scaled.size() != wanted:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = QPixmap.fromImage(self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            self._scaled.setDevicePixelRatio(self.devicePixelRatioF())
        return self._scaled

    def _mark(self, painter: QPainter) -> None:
        if self.model.crosshair:
            x, y = on_picture(self.model.position_mm, self._camera(self.size()), self.size().toTuple())
            painter.drawPixmap(round(x - self._ring.width() / 2), round(y - self._ring.height() / 2), self._ring)

    def _directions(self, painter: QPainter, area: QRectF) -> None:
        """Three lines from a point, with the letter of the end of each patient axis."""
        centre, length = QPointF(area.left() + 44, area.bottom() - 44), 26.0
        colours = (PLANE_COLOURS["sagittal"], PLANE_COLOURS["coronal"], PLANE_COLOURS["axial"])
        right, down, away = self.turn
        # The one that points at the viewer is drawn last.
        for axis in sorted(range(3), key=lambda n: -away[n]):
            tip = centre + QPointF(right[axis], down[axis]) * length
            rimmed(painter, QColor(colours[axis]), 2, lambda p, tip=tip: p.drawLine(centre, tip))
            place = centre + QPointF(right[axis], down[axis]) * (length + 9)
            self._ink.draw(painter, (ENDS[axis][1],), place, (0.5, 0.5), QColor(colours[axis]))


def _ring() -> QPixmap:
    """Marks the place of the crosshair."""
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rimmed(painter, QColor("#ffffff"), 1.4, lambda p: p.drawEllipse(QPointF(10, 10), 6, 6))
    painter.end()
    return picture

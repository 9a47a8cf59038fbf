"""One plane of the scan: its picture, the structures on it, and the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

from ui.viewer import cutting, gestures
from ui.viewer.layers import Layers
from ui.viewer.model import EDIT_TOOLS, MEASURE_TOOLS, NEAR_PX
from ui.viewer.overlay import Overlay
from ui.viewer.planes import Plane, pixel_of

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent

    from desktop.language import Language
    from inference.volume import Volume
    from ui.viewer.editing import MaskTools
    from ui.viewer.measuring import Measurement
    from ui.viewer.model import Topic, ViewerModel

WHEEL_STEP = 120
"""Eighths of a degree a notch; touch pads send fewer at a time."""
ZOOM_STEP = 1.2


class PlanePane(QGraphicsView):
    """One plane.

    Signals
    -------
    grow_wanted
        LPS position that was clicked with the tool ``grow``.

    Attributes
    ----------
    hover
        Where the pointer is, in pixels of the pane; None while it is elsewhere.
    drawing
        A measurement that is being drawn, or None.
    trace
        The line of the lasso so far, in pixels of the pane.
    """

    grow_wanted = Signal(object)

    def __init__(self, plane: Plane, model: ViewerModel, tools: MaskTools, language: Language, parent=None) -> None:
        super().__init__(parent)
        self.plane, self.model, self.tools = plane, model, tools
        self.hover: QPointF | None = None
        self.drawing: Measurement | None = None
        self.trace: Sequence[QPointF] = ()
        self._gesture: gestures.Gesture | None = None
        self._space, self._notches, self._stale = False, 0.0, True
        self._set_up_view()
        self.layers = Layers(self.scene(), plane, model)
        self.overlay = Overlay(self)
        model.listen(self.refresh)
        self.set_language(language)

    def _set_up_view(self) -> None:
        scene = QGraphicsScene(self)
        scene.setBackgroundBrush(Qt.GlobalColor.black)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.setScene(scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: #000; border: none;")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Every change is followed by an update of the viewport below; the scene's own would draw a second time.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 120)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language = language
        title = language.text(f"ui.viewer.plane.{self.plane.name}")
        self.setAccessibleName(title)
        self.overlay.title = title
        self.viewport().update()

    def set_header(self, left: tuple[str, ...], right: tuple[str, ...]) -> None:
        """Lines of the upper corners: the patient, and the study."""
        self.overlay.patient, self.overlay.study = left, right
        self.viewport().update()

    def set_volume(self, volume: Volume | None) -> None:
        """The scan to show; the model is told of its grid afterwards."""
        self.layers.set_volume(volume)

    def set_structures(self, colours: Mapping[int, QColor], names: Mapping[int, str]) -> None:
        """Colour and short name of each label."""
        self.layers.colours, self.overlay.names = colours, names

    # Drawing

    def refresh(self, topic: Topic) -> None:
        """Show what has changed in the model; while hidden, only remember that something has."""
        if not self.isVisible():
            self._stale = True
            return
        if topic in ("study", "view"):
            self.layers.place(QRectF(self.viewport().rect()))
        if topic in ("study", "slab") or (topic == "position" and self.layers.outdated):
            self.layers.draw_image()
            self.layers.draw_structures(self.tools.editor)
        elif topic == "window":
            self.layers.draw_grey()
        elif topic in ("structures", "labels"):
            self.layers.draw_structures(self.tools.editor)
        if topic in ("tool", "study"):
            self._set_cursor()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh("study")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same part of the plane stays in sight."""
        super().resizeEvent(event)
        self.setSceneRect(QRectF(self.viewport().rect()))
        self.layers.place(QRectF(self.viewport().rect()))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """Marks, measurements and texts, in pixels of the pane."""
        painter.setFont(self.font())
        self.overlay.draw(painter)

    def show_drawing(self, one: Measurement | None) -> None:
        """A measurement that is being drawn."""
        self.drawing = one
        self.viewport().update()

    def show_trace(self, points: Sequence[QPointF]) -> None:
        """The line of the lasso so far."""
        self.trace = points
        self.viewport().update()

    # Where things are

    def value_under(self, at: QPointF) -> float | None:
        """The value that is seen at a place of the pane."""
        if self.layers.picture is None:
            return None
        pixel = pixel_of(self.plane, self.layers.volume.grid, self.layers.to_point(at))
        return cutting.value_at(self.layers.picture, pixel)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what the button and the tool mean."""
        self.model.activate(self.plane.name)
        if self.layers.volume is None:
            return
        if self._gesture is not None:
            self._gesture.pressed(event.position())
            return
        self._gesture = self._gesture_for(event)

    def _gesture_for(self, event: QMouseEvent) -> gestures.Gesture | None:
        at, tool = event.position(), self.model.tool
        if event.button() == Qt.MouseButton.RightButton:
            return gestures.WindowDrag(self, at)
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            return gestures.PanDrag(self, at)
        if event.button() != Qt.MouseButton.LeftButton:
            return None
        if tool in ("window", "pan", "zoom"):
            return {"window": gestures.WindowDrag, "pan": gestures.PanDrag, "zoom": gestures.ZoomDrag}[tool](self, at)
        if tool in EDIT_TOOLS:
            return self._edit_gesture(at)
        near = self.model.measurement_near(self.plane, self.layers.to_point(at), NEAR_PX / self.layers.scale)
        if near is not None:
            self.model.choose_measurement(near)
            return gestures.Reshape(self, at)
        return gestures.Drawing(self, at) if tool in MEASURE_TOOLS else gestures.CrosshairDrag(self, at)

    def _edit_gesture(self, at: QPointF) -> gestures.Gesture | None:
        if not self.tools.ready:
            return None
        if self.model.tool == "lasso":
            return gestures.Lasso(self, at)
        if self.model.tool != "grow":
            return gestures.Stroke(self, at)
        self.grow_wanted.emit(self.model.point_at(self.plane, self.layers.to_point(at)))
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it; the value under the pointer follows."""
        self.hover = event.position()
        if self._gesture is not None:
            self._gesture.moved(event.position())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        if self._gesture is not None and self._gesture.released():
            self._gesture = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the pane fill the viewer, or bring the others back."""
        if event.button() == Qt.MouseButton.LeftButton and self.model.tool == "navigate":
            self.model.toggle_alone(self.plane.name)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No value under the pointer."""
        self.hover = None
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom, with Ctrl and Shift the size of the brush."""
        # Some systems turn the wheel sideways while a modifier is held.
        self._notches += (event.angleDelta().y() or event.angleDelta().x()) / WHEEL_STEP
        steps = int(self._notches)
        self._notches -= steps
        event.accept()
        if self.layers.volume is None or not steps:
            return
        held = event.modifiers()
        control, shift = Qt.KeyboardModifier.ControlModifier in held, Qt.KeyboardModifier.ShiftModifier in held
        if control and shift:
            self.model.step_brush(steps)
        elif control:
            self.model.zoom_at(self.plane, ZOOM_STEP**steps, self.layers.to_point(event.position()))
        else:
            self.model.scroll(self.plane, steps * (5 if shift else 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space held: the left button pans. Escape: give up what was begun, or else put the tool away."""
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self._set_cursor()
        elif event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._gesture.cancelled()
            self._gesture = None
        elif event.key() == Qt.Key.Key_Escape:
            self.model.set_tool("navigate")
        else:
            # The view's own keys would scroll it; ours are actions of the viewer.
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._set_cursor()

    def focusOutEvent(self, event: QEvent) -> None:
        """Space may be let go elsewhere."""
        self._space = False
        self._set_cursor()
        super().focusOutEvent(event)

    def _set_cursor(self) -> None:
        shapes = {"pan": Qt.CursorShape.OpenHandCursor, "window": Qt.CursorShape.SizeAllCursor}
        shapes |= {"zoom": Qt.CursorShape.SizeVerCursor, "navigate": Qt.CursorShape.ArrowCursor}
        shape = shapes.get("pan" if self._space else self.model.tool, Qt.CursorShape.CrossCursor)
        self.viewport().setCursor(shape)

"""What a hand does to a pane of the viewer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def surface(pane: QWidget) -> QWidget:
    """The widget that mouse events go to."""
    return pane.viewport() if hasattr(pane, "viewport") else pane


def at(pane, point) -> QPoint:
    """Where a point of the picture is in the pane."""
    return pane.layers.to_view(point).toPoint()


def drag(pane: QWidget, start: QPoint, *ways: QPoint, button=LEFT) -> None:
    """Press, move along, let go."""
    QTest.mousePress(surface(pane), button, pos=start)
    for way in ways:
        _move(surface(pane), way, button)
    QTest.mouseRelease(surface(pane), button, pos=ways[-1] if ways else start)


def click(pane: QWidget, place: QPoint, button=LEFT) -> None:
    """Press and let go."""
    drag(pane, place, button=button)


def hover(pane: QWidget, place: QPoint) -> None:
    """Move with no button pressed."""
    _move(surface(pane), place, Qt.MouseButton.NoButton)


def _move(widget: QWidget, place: QPoint, button) -> None:
    # QTest's own moves carry no button.
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def wheel(pane: QWidget, place: QPoint, notches: float, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel; forwards is above 0."""
    widget = surface(pane)
    turn = QPoint(0, round(120 * notches))
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)

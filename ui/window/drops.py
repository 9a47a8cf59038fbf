"""Files held above the window and let go: the whole window takes them, whatever lies under the pointer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import theme_of

WITH_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
STRIPE_PX, PLATE_PX = 5, 56


class DropTarget(QObject):
    """Takes files from the window's own surface, before a field or a picture in it could.

    A field would write the path down as text: in the field for the name, that would be the patient's name.

    Signals
    -------
    dropped
        Paths, as a tuple.
    """

    dropped = Signal(tuple)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.highlight = Highlight(window)

    def attach(self) -> None:
        """Begin, once the window has a surface; again for a new one."""
        self._window.windowHandle().installEventFilter(self)

    def eventFilter(self, surface: QObject, event: QEvent) -> bool:
        """Keep files from everything in the window; other things go their usual way."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.highlight.hide()
            return False
        if kind not in WITH_DROPS:
            return False
        paths = paths_of(event)
        if not paths:
            return False
        if QApplication.activeModalWidget() is not None:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if kind == QEvent.Type.Drop:
            self.highlight.hide()
            self.dropped.emit(paths)
        else:
            self.highlight.cover()
        return True


def paths_of(event: QDropEvent) -> tuple[Path, ...]:
    """Files and folders of this computer among what is held or dropped."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


class Highlight(QWidget):
    """A frame around the whole window and a line that says what letting go does.

    Attributes
    ----------
    words
        The line.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the window."""
        self.setGeometry(self.parentWidget().rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and line."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), STRIPE_PX))
        edge = STRIPE_PX / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 8, 8)
        font = painter.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.4)
        painter.setFont(font)
        plate_width = painter.fontMetrics().horizontalAdvance(self.words) + PLATE_PX
        plate = QRectF((self.width() - plate_width) / 2, (self.height() - PLATE_PX) / 2, plate_width, PLATE_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(plate, 10, 10)
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), self.words)
        painter.end()

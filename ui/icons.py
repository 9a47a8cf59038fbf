"""Icons in the colour of the text around them, in either theme and at any resolution."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.places import bundled
from inference.errors import PrecontrastError


class _InkEngine(QIconEngine):
    """Draws an SVG whose lines are ``currentColor``."""

    def __init__(self, drawing: str, ink: QPalette.ColorRole) -> None:
        super().__init__()
        self._drawing, self._ink = drawing, ink

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        ink = QGuiApplication.palette().color(group, self._ink)
        coloured = self._drawing.replace("currentColor", ink.name())
        QSvgRenderer(QByteArray(coloured.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size.expandedTo(QSize(1, 1)))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _InkEngine(self._drawing, self._ink)


def icon(name: str, on_accent: bool = False) -> QIcon:
    """The icon of that name (of Tabler Icons; the names in use stand in ``resources/icons/make.py``).

    Parameters
    ----------
    on_accent
        Whether it lies on the accent colour, as on a primary button.

    Raises
    ------
    PrecontrastError
        ``icons.missing``, with the fix.
    """
    path = bundled("icons") / f"{name}.svg"
    if not path.is_file():
        raise PrecontrastError("icons.missing", path=str(path))
    ink = QPalette.ColorRole.HighlightedText if on_accent else QPalette.ColorRole.ButtonText
    return QIcon(_InkEngine(path.read_text(encoding="utf-8"), ink))


def program_icon() -> QIcon:
    """The program's own, for title bars and the task bar."""
    drawing = bundled("precontrast.svg").read_text(encoding="utf-8")
    return QIcon(_InkEngine(drawing, QPalette.ColorRole.ButtonText))

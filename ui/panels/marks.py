"""Small pieces of the result: shapes, coloured words, buttons that hold more than one line, sections that fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.report.canvas import Canvas
from ui.icons import icon
from ui.text import Label, without_keys
from ui.theme import TOUCH_PX, readable, scaled, theme_of

SEVERITY_SHAPES = {"blocking": "octagon", "warning": "triangle", "note": "circle", "pass": "circle"}


TICK = ((0.17, 0.5), (0.42, 0.78), (0.95, 0.05))
"""As shares of the box."""


class ShapeMark(QWidget):
    """One of the report's shapes; the words beside it say the same, so screen readers pass it by."""

    def __init__(self, shape: str, colour: str, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape, self._colour, self._side = shape, colour, side
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape; a severity names its colour by the theme."""
        theme = theme_of(self)
        named = self._colour in SEVERITY_SHAPES
        colour = theme.severity(self._colour) if named else readable(self._colour, theme)
        painter = QPainter(self)
        Canvas(painter, 1.0).shape(self._shape, 1, 1, self._side - 2, colour)
        painter.end()


def severity_mark(severity: str, side: int = 16) -> ShapeMark:
    """The mark of a finding."""
    return ShapeMark(SEVERITY_SHAPES[severity], severity, side)


class ColourLabel(Label):
    """Words in a colour of the pack, made readable on the ground they stand on."""

    def __init__(self, text: str, colour: str, points: float, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._colour = colour
        self.setWordWrap(True)
        font = self.font()
        font.setPointSizeF(scaled(points))
        font.setBold(True)
        self.setFont(font)
        self._ink()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()

    def _ink(self) -> None:
        wanted = QColor(readable(self._colour, theme_of(self)))
        palette = self.palette()
        if palette.color(QPalette.ColorRole.WindowText) != wanted:
            palette.setColor(QPalette.ColorRole.WindowText, wanted)
            self.setPalette(palette)


def paint_box(painter: QPainter, place: QRectF, ticked: bool, ink: str) -> None:
    """A box of a checklist, with or without its tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = place.width()
    painter.setPen(QPen(QColor(ink), side * 0.09))
    painter.drawRect(place)
    if ticked:
        painter.setPen(QPen(QColor(ink), side * 0.17))
        painter.drawPolyline([place.topLeft() + QPointF(u, v) * side for u, v in TICK])


def words(text: str, role: str = "", points: float = 0.0, bold: bool = False) -> Label:
    """A wrapped text, of a role of the style sheet, in a size of its own where one is given."""
    label = Label(text)
    label.setWordWrap(True)
    label.setProperty("role", role)
    font = label.font()
    if points:
        font.setPointSizeF(scaled(points))
    font.setBold(bold)
    label.setFont(font)
    return label


def resize(label: QLabel, points: float) -> None:
    """Write a text that stays while the size of texts changes as large as one that is made anew."""
    font = label.font()
    font.setPointSizeF(scaled(points))
    label.setFont(font)


class CardButton(QPushButton):
    """A button whose content is a layout of its own; its text is for screen readers alone."""

    def __init__(self, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(spoken)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setStyleSheet("CardButton { padding: 0; text-align: left; }")

    def hold(self, layout) -> None:
        """Fill the button; a click anywhere in it is a click on it."""
        layout.setContentsMargins(8, 5, 8, 5)
        self.setLayout(layout)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As large as the content, never smaller than a finger."""
        return self.layout().totalSizeHint().expandedTo(QSize(TOUCH_PX, TOUCH_PX))

    def minimumSizeHint(self) -> QSize:
        """As the content."""
        return self.layout().totalMinimumSize().expandedTo(QSize(TOUCH_PX, TOUCH_PX))

    def hasHeightForWidth(self) -> bool:
        """Wrapped texts need more lines where there is less room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the content."""
        return max(TOUCH_PX, self.layout().totalHeightForWidth(width))


class Section(QWidget):
    """A heading that folds what stands below it."""

    folded = Signal(str, bool)

    def __init__(self, key: str, title: str, body: QWidget, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key, self.body = key, body
        self.head = QToolButton(self)
        self.set_title(title)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # A long title must not make the panel wider.
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.setMinimumHeight(TOUCH_PX)
        font = self.head.font()
        font.setBold(True)
        self.head.setFont(font)
        self.head.setStyleSheet("QToolButton { text-align: left; padding: 2px; } QToolButton:checked { border: none; }")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.head)
        layout.addWidget(body)
        self.head.setChecked(is_open)
        self._show(is_open)
        self.head.toggled.connect(self._show)
        self.head.toggled.connect(lambda on: self.folded.emit(key, on))

    def set_title(self, title: str) -> None:
        """Word the heading."""
        self.head.setText(without_keys(title))
        self.head.setAccessibleName(title)

    def unfold(self) -> None:
        """Show what is below."""
        self.head.setChecked(True)

    def _show(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.head.setIcon(icon("chevron-down" if is_open else "chevron-right"))

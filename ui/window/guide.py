"""The guided first start: a bar with one sentence a step, and a frame around what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop.language import Language
from ui.text import Label
from ui.theme import theme_of

STEPS = ("form", "images", "result", "report")


class GuideBar(QFrame):
    """Goes through the case page step by step; signals ``finished`` when the user has seen enough.

    Parameters
    ----------
    targets
        By step of ``STEPS`` the widget that it is about.
    """

    finished = Signal()

    def __init__(self, language: Language, targets: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language, self._targets, self._step = language, targets, 0
        self._frame: TargetFrame | None = None
        self.number, self.text, self.next, self.close_button = Label(), Label(), QPushButton(), QPushButton()
        self.number.setProperty("role", "heading")
        self.text.setWordWrap(True)
        self.next.setProperty("role", "primary")
        self.next.clicked.connect(self._go_on)
        self.close_button.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.number)
        row.addWidget(self.text, 1)
        row.addWidget(self.next)
        row.addWidget(self.close_button)
        self.hide()

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        number = text("ui.guide.step", number=self._step + 1, count=len(STEPS))
        self.number.setText(number)
        self.text.setText(text(f"ui.guide.{STEPS[self._step]}"))
        last = self._step + 1 == len(STEPS)
        self.next.setText(text("ui.guide.done" if last else "ui.guide.next"))
        self.close_button.setText(text("ui.guide.skip"))
        self.close_button.setVisible(not last)

    def begin(self) -> None:
        """Start with the first step."""
        self._step = 0
        self.show()
        self._show_step()

    def _go_on(self) -> None:
        if self._step + 1 == len(STEPS):
            self.end()
        else:
            self._step += 1
            self._show_step()

    def _show_step(self) -> None:
        self.set_language(self.language)
        self._put_frame(self._targets[STEPS[self._step]])
        self.next.setFocus()

    def end(self) -> None:
        """Put bar and frame away."""
        self._put_frame(None)
        self.hide()
        self.finished.emit()

    def _put_frame(self, target: QWidget | None) -> None:
        if self._frame is not None:
            self._frame.deleteLater()
        self._frame = None if target is None else TargetFrame(target, self.parentWidget())


class TargetFrame(QWidget):
    """An accent-coloured frame that lies over a widget and lets every click through.

    Parameters
    ----------
    page
        What both stand on: the frame is seen only while this is.
    """

    WIDTH_PX = 3

    def __init__(self, target: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._target, self._page = target, page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the target."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme_of(self).accent), self.WIDTH_PX))
        painter.drawRect(self.rect().adjusted(2, 2, -2, -2))

    def _follow(self) -> None:
        corner = self._target.mapTo(self._page, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()))
        self.setVisible(self._target.isVisibleTo(self._page))

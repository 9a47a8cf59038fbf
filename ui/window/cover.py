"""A page over every window after a time without use, so that nobody reads a patient in passing.

It is no lock: a program without a network cannot check the password of a computer's account everywhere. It asks who
goes on, and writes that down; whoever leaves the room locks the computer.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from inference.errors import PrecontrastError
from ui.dialogs.widgets import button, label

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

LOOK_MS = 5000
WIDTH_PX = 420
USED = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
    | {QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)
KEPT_OUT = USED | {
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.KeyRelease,
    QEvent.Type.ContextMenu,
    QEvent.Type.DragEnter,
    QEvent.Type.Drop,
}


class Cover(QFrame):
    """The page over one window."""

    def __init__(self, over: QWidget, title: str, note: str, name: str, go_on: str, who: str) -> None:
        super().__init__(over)
        self.setAutoFillBackground(True)
        self.setObjectName("cover")
        self.setStyleSheet("#cover { background: palette(window); border: none; }")
        self.name, self.go_on = QLineEdit(name), button(role="primary")
        self.name.setAccessibleName(who)
        self.name.setMaxLength(40)
        self.go_on.setText(go_on)
        self.go_on.setEnabled(bool(name))
        self.name.textChanged.connect(lambda text: self.go_on.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self.go_on.click)
        middle = QWidget()
        middle.setFixedWidth(WIDTH_PX)
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        for words, role in ((title, "heading"), (note, "quiet"), (who, "")):
            line = label(role, wrap=True)
            line.setText(words)
            column.addWidget(line)
        column.addWidget(self.name)
        column.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        # In a row of its own: an aligned widget is as high as its words would be unwrapped, and cuts them.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()


class IdleCover(QObject):
    """Covers the windows of the program when nobody has used them for as long as the site profile says."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._last = window, time.monotonic()
        self._minutes: int | None = None
        self._watching = False
        self._covers: dict[QWidget, Cover] = {}
        self._untold: list[PrecontrastError] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Watch from now on."""
        self.look()
        self._timer.start()

    @property
    def covered(self) -> bool:
        """Whether the windows are covered."""
        return bool(self._covers)

    def look(self) -> None:
        """Cover the windows when it is time."""
        # A profile that cannot be read is told where it is used; what was known before holds.
        with contextlib.suppress(PrecontrastError):
            self._minutes = self._window.installation.site.cover_after_minutes
        if self._minutes and not self._watching:
            # Only where it is wanted: every event of the program passes through it.
            self._watching, self._last = True, time.monotonic()
            QApplication.instance().installEventFilter(self)
        if self._minutes and not self.covered and time.monotonic() - self._last >= 60 * self._minutes:
            self.cover()

    def cover(self) -> None:
        """Cover every window now."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget.isWindow():
                self._put_over(widget)
        self._log("screen-locked")

    def _put_over(self, widget: QWidget) -> None:
        text, user = self._window.language.text, self._window.installation.signer
        words = (text("ui.cover.title"), text("ui.cover.note"), user, text("ui.cover.go-on"), text("ui.cover.who"))
        cover = self._covers[widget] = Cover(widget, *words)
        cover.go_on.clicked.connect(lambda: self._go_on(cover.name.text().strip()))
        cover.name.setFocus()

    def _go_on(self, name: str) -> None:
        for cover in self._covers.values():
            cover.hide()
            cover.deleteLater()
        self._covers.clear()
        self._last = time.monotonic()
        if name != self._window.installation.settings.user:
            self._window.installation.change_settings(user=name)
        self._log("screen-unlocked")
        # Not before: nothing that a cover lies over can be answered.
        while self._untold:
            self._window.installation.warn(self._untold.pop(0))

    def _log(self, action: str) -> None:
        try:
            self._window.installation.audit.append(action)
        except PrecontrastError as error:
            self._untold.append(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that someone is there; while the windows are covered, let nothing through to them."""
        kind = event.type()
        if not self.covered:
            if kind in USED:
                self._last = time.monotonic()
            return False
        if kind == QEvent.Type.Resize and watched in self._covers:
            self._covers[watched].setGeometry(watched.rect())
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_open_to_view(watched):
            self._put_over(watched)
        return kind in KEPT_OUT and not isinstance(watched, QWindow) and not self._is_on_cover(watched)

    def _is_open_to_view(self, widget: QWidget) -> bool:
        shown = widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        return shown and widget.isWindow() and widget not in self._covers

    def _is_on_cover(self, watched: QObject) -> bool:
        while watched is not None:
            if isinstance(watched, Cover):
                return True
            watched = watched.parent()
        return False

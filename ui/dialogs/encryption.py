"""Encryption of the stored cases: what it means, how far it is, and the recovery key, shown once."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt, QThread, Signal
from PySide6.QtGui import QCloseEvent, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QProgressBar, QWidget

from desktop.language import Language
from inference.errors import PrecontrastError
from ui.dialogs.widgets import Notice, button, column, label, row

log = logging.getLogger(__name__)

Change = Callable[[bool, Callable[[float], None]], str]
"""Encrypts (True) or stores in clear, telling the share that is done; gives the recovery key, or nothing."""


class Sealing(QThread):
    """Does the change away from the window, which goes on being drawn."""

    advanced = Signal(float)
    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, change: Change, encrypted: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._change, self._encrypted = change, encrypted

    def run(self) -> None:
        """Called on the thread."""
        try:
            key = self._change(self._encrypted, self.advanced.emit)
        except PrecontrastError as error:
            self.failed.emit(error)
        except Exception as error:
            # The funnel of this thread: a fault of the program reaches the user as a message, never as a silence.
            log.exception("the store was not rewritten")
            self.failed.emit(PrecontrastError("internal", kind=type(error).__name__, detail=str(error)))
        else:
            self.changed.emit(key)


class EncryptionDialog(QDialog):
    """Encrypts the case store, or stores it in clear again.

    While that is done, and until the user says that the recovery key is written down, it does not close.

    Parameters
    ----------
    encrypted
        What the store is now.
    change
        Does it; called on a thread of its own.
    lend, take_back
        Called before and after it, on the window's thread: whoever has the store open closes it meanwhile.
    """

    def __init__(
        self,
        encrypted: bool,
        change: Change,
        lend: Callable[[], None],
        take_back: Callable[[], None],
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._encrypted, self._change, self._lend, self._take_back = encrypted, change, lend, take_back
        self._sealing: Sealing | None = None
        self._key = ""
        self._state, self._steps = label("heading", wrap=True), label(wrap=True)
        self.warning, self.fault, self.bar = Notice(), Notice(), QProgressBar()
        self._key_title, self.key, self.copy = label("heading"), QLineEdit(), button("copy")
        self.written = QCheckBox()
        self.change_button, self.close_button = button("lock", role="primary"), button()
        self._build()
        self.set_language(language)

    def _build(self) -> None:
        self.key.setReadOnly(True)
        self.key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.bar.setRange(0, 100)
        self.setLayout(
            column(
                self._state,
                self._steps,
                self.warning,
                self.fault,
                self.bar,
                self._key_title,
                row(self.key, self.copy),
                self.written,
                None,
                row(None, self.close_button, self.change_button),
            )
        )
        self.change_button.clicked.connect(self._begin)
        self.close_button.clicked.connect(self.reject)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._key))
        self.written.toggled.connect(lambda on: self.close_button.setEnabled(on or not self._key))
        self.resize(660, 300)

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.encryption.title"))
        self.bar.setAccessibleName(text("ui.encryption.working"))
        self._key_title.setText(text("ui.encryption.key"))
        self.key.setAccessibleName(text("ui.encryption.key"))
        self.copy.setText(text("ui.encryption.copy"))
        self.written.setText(text("ui.encryption.written"))
        self.close_button.setText(text("ui.dialog.close"))
        self._show()

    def reject(self) -> None:
        """Close, unless the store is being rewritten or the key is not yet written down."""
        if self._sealing is None and (not self._key or self.written.isChecked()):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """As :meth:`reject`."""
        self.reject()
        event.setAccepted(not self.isVisible())

    def _show(self) -> None:
        """What there is to read and to do now."""
        text, busy, shown = self._language.text, self._sealing is not None, bool(self._key)
        name = "on" if self._encrypted else "off"
        self._state.setText(text("ui.encryption.working" if busy else f"ui.encryption.{name}"))
        self._steps.setText(text(f"ui.encryption.steps-{name}"))
        self._steps.setVisible(not busy and not shown)
        self.warning.say(text("ui.encryption.key-note" if shown else f"ui.encryption.warning-{name}"), "warning")
        self.warning.setVisible(not busy)
        self.bar.setVisible(busy)
        self.change_button.setText(text("ui.encryption.decrypt" if self._encrypted else "ui.encryption.encrypt"))
        self.change_button.setVisible(not shown)
        self.change_button.setEnabled(not busy)
        self.close_button.setEnabled(not busy and (not shown or self.written.isChecked()))
        self.key.setText(self._key)
        for part in (self._key_title, self.key, self.copy, self.written):
            part.setVisible(shown)

    def _begin(self) -> None:
        self.fault.say("")
        try:
            self._lend()
        except PrecontrastError as error:
            self.fault.say(self._language.error(error))
            return
        self._sealing = Sealing(self._change, not self._encrypted, self)
        waits = Qt.ConnectionType.QueuedConnection
        self._sealing.advanced.connect(lambda share: self.bar.setValue(round(100 * share)), waits)
        self._sealing.changed.connect(self._on_changed, waits)
        self._sealing.failed.connect(self._on_failed, waits)
        self.bar.setValue(0)
        self._show()
        self._sealing.start()

    def _on_changed(self, key: str) -> None:
        self._encrypted, self._key = not self._encrypted, key
        self._end()

    def _on_failed(self, error: PrecontrastError) -> None:
        self._end()
        self.fault.say(self._language.error(error))

    def _end(self) -> None:
        sealing, self._sealing = self._sealing, None
        sealing.wait()
        sealing.deleteLater()
        self._take_back()
        self._show()

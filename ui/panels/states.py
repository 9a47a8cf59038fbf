"""What the result panel shows while there is no result: nothing yet, at work, or what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from desktop.language import Language
from ui.dialogs.widgets import button
from ui.icons import icon
from ui.panels.marks import severity_mark, words
from ui.text import Label
from ui.theme import TOUCH_PX


class EmptyPage(QWidget):
    """Nothing yet, and what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._title, self._text = Label(), words("", "heading"), words("", "quiet")
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for part in (self._sign, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addStretch(3)

    def set_language(self, language: Language) -> None:
        """Word it."""
        self._sign.setPixmap(icon("report-medical").pixmap(QSize(56, 56)))
        self._title.setText(language.text("ui.result.empty-title"))
        self._text.setText(language.text("ui.result.empty-text"))


class ProgressPage(QWidget):
    """What is being done, how far it is, and the way out."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._stopping = "", False
        self.title, self.bar = words("", "heading"), QProgressBar()
        self.share = words("", "quiet")
        self.bar.setRange(0, 1000)
        self.bar.setMinimumHeight(TOUCH_PX - 18)
        # Beside it: on a bar that is half full no ink can be read on both halves.
        self.bar.setTextVisible(False)
        self.cancel = button("player-stop")
        self.cancel.clicked.connect(self._cancel)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.title)
        layout.addWidget(self.bar)
        layout.addWidget(self.share)
        layout.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(3)

    def set_language(self, language: Language) -> None:
        """Word it."""
        self._language = language
        self.cancel.setText(language.text("ui.result.cancel"))
        self.bar.setAccessibleName(language.text("ui.result.progress"))
        self._word()

    def begin(self) -> None:
        """Start anew: nothing has been cancelled."""
        self._stopping = False
        self.cancel.setEnabled(True)

    def show_stage(self, stage: str, share: float) -> None:
        """Show what is being done and the share of it that is done, 0 to 1."""
        self._stage = stage
        self.bar.setValue(round(1000 * min(max(share, 0.0), 1.0)))
        self.share.setText(self._language.percent(f"{self.bar.value() / 10:.0f}"))
        self._word()

    def _cancel(self) -> None:
        self._stopping = True
        self.cancel.setEnabled(False)
        self._word()
        self.cancelled.emit()

    def _word(self) -> None:
        text = self._language.text
        known = self._language.known(f"progress.{self._stage}")
        stage = text(f"progress.{self._stage}") if known else self._stage
        self.title.setText(text("ui.result.cancelling") if self._stopping else f"{stage[:1].upper()}{stage[1:]}")


class ErrorPage(QWidget):
    """What happened and what to do; the way to try again."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = words("", "title"), words("")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.retry = button(role="primary")
        self.retry.clicked.connect(self.retried)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(severity_mark("blocking", 52))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(2)

    def set_language(self, language: Language) -> None:
        """Word it; what was said of the fault stays as it was given."""
        self.retry.setText(language.text("ui.result.retry"))

    def say(self, title: str, text: str) -> None:
        """Show a fault."""
        self.title.setText(title)
        self.text.setText(text)

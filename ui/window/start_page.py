"""The first thing one sees: what can be assessed, where to drop a study, what was open last, the demonstration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from ui.dialogs.widgets import column, panel
from ui.icons import icon
from ui.panels.systems import SystemsList
from ui.text import Label
from ui.theme import TOUCH_PX, theme_of

WIDEST_PX = 1120
SEARCH_MS = 300
"""A pause this long after a key begins the search."""
CASE_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class RecentCase:
    """One line of the list of recent cases, in words, with the sign of how it ended."""

    id: str
    text: str
    sign: QIcon | None = None


class DropZone(QFrame):
    """A dashed frame that says what can be dropped; the whole window accepts it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.note, self.system = Label(), Label(), Label()
        self.title.setProperty("role", "title")
        self.note.setProperty("role", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(6)
        layout.addStretch(1)
        for label in (self.title, self.system, self.note):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addStretch(1)
        self.system.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed border."""
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.quiet), 2.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 12, 12)


class StartPage(QWidget):
    """Signals: what the user wants to begin with."""

    folder_wanted = Signal()
    file_wanted = Signal()
    demo_wanted = Signal()
    form_wanted = Signal()
    cases_wanted = Signal()
    reopen_wanted = Signal(str)
    dismiss_wanted = Signal(str)
    guide_closed = Signal()
    search_wanted = Signal(str)
    system_wanted = Signal(str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = language
        self.zone = DropZone()
        self.folder, self.file = QPushButton(), QPushButton()
        self.demo, self.form = QPushButton(), QPushButton()
        self.folder.setProperty("role", "primary")
        self.folder.clicked.connect(self.folder_wanted)
        self.file.clicked.connect(self.file_wanted)
        self.demo.clicked.connect(self.demo_wanted)
        self.form.clicked.connect(self.form_wanted)
        self.guide, self.recovery = GuideCard(self), RecoveryCard(self)
        self.systems = SystemsList(language)
        self.systems.chosen.connect(self.system_wanted)
        self._recent: Sequence[RecentCase] = ()
        self._build()
        self.set_language(language)

    def _build(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(10)
        for n, button in enumerate((self.folder, self.file, self.demo, self.form)):
            button.setMinimumHeight(46)
            button.setIconSize(QSize(22, 22))
            buttons.addWidget(button, n // 2, n % 2)
        self.recent_title = Label()
        self.recent_title.setProperty("role", "heading")
        self.recent = QListWidget()
        self.recent.itemActivated.connect(lambda item: self.reopen_wanted.emit(item.data(CASE_ID)))
        self.recent.setIconSize(QSize(18, 18))
        self.recent.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.recent.setUniformItemSizes(True)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._typed = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._typed.timeout.connect(lambda: self.search_wanted.emit(self.search.text()))
        self.search.textChanged.connect(lambda: self._typed.start())
        self.none_yet = Label()
        self.none_yet.setProperty("role", "quiet")
        self.none_yet.setWordWrap(True)
        self.none_yet.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.all_cases = QPushButton()
        self.all_cases.clicked.connect(self.cases_wanted)
        self.systems_title = Label()
        self.systems_title.setProperty("role", "heading")
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.zone, 2)
        right.addLayout(buttons)
        kept = column(self.recent_title, self.search, self.none_yet, self.recent, self.all_cases)
        for part in (self.none_yet, self.recent):
            kept.setStretchFactor(part, 1)
        right.addWidget(panel(kept), 3)
        choice = column(self.systems_title, self.systems)
        choice.setStretchFactor(self.systems, 1)
        listed = panel(choice)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(listed, 1)
        row.addLayout(right, 1)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST_PX)
        whole = QVBoxLayout(middle)
        whole.setSpacing(12)
        whole.addWidget(self.recovery)
        whole.addWidget(self.guide)
        whole.addLayout(row, 1)
        inside = QWidget()
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(28, 18, 28, 18)
        outer.addStretch(1)
        outer.addWidget(middle, 1000)
        outer.addStretch(1)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # On a low screen with a card on top there is not room for all.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.language, text = language, language.text
        self.zone.title.setText(text("ui.start.drop"))
        self.zone.note.setText(text("ui.start.drop-note"))
        for button, name, picture in (
            (self.folder, "ui.start.folder", "folder-open"),
            (self.file, "ui.start.file", "file-zip"),
            (self.demo, "ui.start.demo", "sparkles"),
            (self.form, "ui.start.form", "clipboard-text"),
        ):
            button.setText(text(name))
            button.setToolTip(text(f"{name}-tip"))
            button.setIcon(icon(picture, on_accent=button is self.folder))
        self.systems_title.setText(text("systems.title"))
        self.systems.set_language(language)
        self.recent_title.setText(text("ui.start.recent"))
        self.recent.setAccessibleName(text("ui.start.recent"))
        self.none_yet.setText(text("ui.start.none-found" if self.search.text() else "ui.start.none-yet"))
        self.search.setPlaceholderText(text("ui.start.search"))
        self.search.setAccessibleName(text("ui.start.search"))
        self.all_cases.setText(text("ui.start.all-cases"))
        self.guide.set_language(language)
        self.recovery.set_language(language)

    def show_next(self, pack_id: str, title: str) -> None:
        """Say what the study that is opened next is opened with."""
        self.systems.mark(pack_id)
        self.zone.system.setText(self.language.text("ui.start.next", title=title) if title else "")
        self.zone.system.setVisible(bool(title))

    def show_recent(self, cases: Sequence[RecentCase]) -> None:
        """List cases that can be opened again."""
        self.recent.clear()
        for case in cases:
            item = QListWidgetItem(case.text)
            item.setData(CASE_ID, case.id)
            item.setToolTip(case.text)
            item.setSizeHint(QSize(0, TOUCH_PX - 4))
            if case.sign is not None:
                item.setIcon(case.sign)
            self.recent.addItem(item)
        looked_for = bool(self.search.text())
        self.none_yet.setText(self.language.text("ui.start.none-found" if looked_for else "ui.start.none-yet"))
        self.none_yet.setVisible(not cases)
        self.recent.setVisible(bool(cases))
        self.search.setVisible(bool(cases) or looked_for)


class Card(QFrame):
    """A title, a note, the main thing to do and the other; hidden until it is needed."""

    def __init__(self, page: StartPage) -> None:
        super().__init__(page)
        self.setProperty("role", "panel")
        self.title, self.note = Label(), Label()
        self.title.setProperty("role", "heading")
        self.note.setWordWrap(True)
        self.main, self.other = QPushButton(), QPushButton()
        buttons = QHBoxLayout()
        buttons.addWidget(self.main)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.hide()


class GuideCard(Card):
    """What a newcomer does first."""

    def __init__(self, page: StartPage) -> None:
        super().__init__(page)
        self.main.clicked.connect(page.demo_wanted)
        self.other.clicked.connect(page.guide_closed)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.title.setText(language.text("ui.guide.welcome"))
        self.note.setText(language.text("ui.guide.welcome-note"))
        self.main.setText(language.text("ui.guide.begin"))
        self.other.setText(language.text("ui.guide.not-now"))


class RecoveryCard(Card):
    """A case that was open when the program last ended without being asked to. Nothing is deleted from here."""

    def __init__(self, page: StartPage) -> None:
        super().__init__(page)
        self._page, self._case, self._who = page, "", ""
        self.main.clicked.connect(lambda: page.reopen_wanted.emit(self._case))
        self.other.clicked.connect(lambda: page.dismiss_wanted.emit(self._case))

    def offer(self, case_id: str, who: str) -> None:
        """Show the card for a case; an empty id hides it."""
        self._case, self._who = case_id, who
        self.set_language(self._page.language)
        self.setVisible(bool(case_id))

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self.title.setText(language.text("ui.recovery.title"))
        self.note.setText(language.text("ui.recovery.note", who=self._who))
        self.main.setText(language.text("ui.recovery.reopen"))
        self.other.setText(language.text("ui.recovery.dismiss"))

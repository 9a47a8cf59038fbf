"""The user guide, as it is shipped: to be read beside the window, without a network, and searched."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPalette,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QSplitter, QTextEdit, QWidget

from desktop.language import Language
from desktop.places import guide
from inference.reading import read_text
from ui.dialogs.card import unwrapped
from ui.dialogs.widgets import button, column, label, row
from ui.icons import icon
from ui.text import ReadingView

PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
OTHER_LANGUAGE = re.compile(r"^\[[^\]]*\]\(user-guide\.\w+\.md\)\n+", re.MULTILINE)
PLACE = Qt.ItemDataRole.UserRole
PALE = 70
"""Of 255, the strength of the mark on what was found and is not the one in hand."""


def guide_in(code: str) -> str:
    """The guide in Markdown, without its pictures: they show the window that it is read beside.

    Raises
    ------
    InputError
        When the guide did not come with the program, or cannot be read.
    """
    text = read_text(guide(code))
    return unwrapped(OTHER_LANGUAGE.sub("", PICTURE.sub("", text)))


class UserGuide(QDialog):
    """Chapters on the left, text on the right, a field to search it above.

    Raises
    ------
    InputError
        As :func:`guide_in`.
    """

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search, self.found = QLineEdit(), label("quiet")
        self.before, self.after, self._close = button("chevron-left"), button("chevron-right"), button()
        self.chapters, self.view = QListWidget(), ReadingView()
        self._hits: list[QTextCursor] = []
        self._hit = 0
        self._build()
        self.set_language(language)
        self.search.setFocus()

    def _build(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.close)
        for keys, do in (
            (QKeySequence.StandardKey.Find, self._to_search),
            (QKeySequence.StandardKey.FindNext, lambda: self.step(1)),
            (QKeySequence.StandardKey.FindPrevious, lambda: self.step(-1)),
        ):
            QShortcut(QKeySequence(keys), self, do)
        self.chapters.currentItemChanged.connect(self._show_chapter)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.chapters)
        both.addWidget(self.view)
        both.setSizes([230, 690])
        both.setStretchFactor(1, 1)
        both.setChildrenCollapsible(False)
        layout = column(row(self.search, self.found, self.before, self.after), both, row(None, self._close))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.resize(940, 700)

    def set_language(self, language: Language) -> None:
        """Show the guide in a language.

        Raises
        ------
        InputError
            As :func:`guide_in`.
        """
        self._language, text = language, language.text
        features = QTextDocument.MarkdownFeature
        self.view.document().setMarkdown(
            guide_in(language.code), features.MarkdownDialectGitHub | features.MarkdownNoHTML
        )
        self.setWindowTitle(text("ui.user-guide.title"))
        self.search.setPlaceholderText(text("ui.user-guide.search"))
        self.search.setAccessibleName(text("ui.user-guide.search"))
        self.chapters.setAccessibleName(text("ui.user-guide.chapters"))
        self.view.setAccessibleName(text("ui.user-guide.title"))
        for way, name in ((self.before, "before"), (self.after, "after")):
            way.setToolTip(text(f"ui.user-guide.{name}"))
            way.setAccessibleName(text(f"ui.user-guide.{name}"))
        self._close.setText(text("ui.dialog.close"))
        self._list_chapters()
        self._find()

    def step(self, steps: int) -> None:
        """Go to the next place or, with -1, to the one before; after the last comes the first."""
        if self._hits:
            self._hit = (self._hit + steps) % len(self._hits)
            self._show_hits()

    def _list_chapters(self) -> None:
        self.chapters.blockSignals(True)
        self.chapters.clear()
        block = self.view.document().begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            if level:
                item = QListWidgetItem(" " * 4 * max(level - 2, 0) + block.text())
                item.setData(PLACE, block.position())
                self.chapters.addItem(item)
            block = block.next()
        self.chapters.blockSignals(False)

    def _show_chapter(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(item.data(PLACE))
        # From the end upwards, so that the heading comes to stand at the top.
        self.view.moveCursor(QTextCursor.MoveOperation.End)
        self.view.setTextCursor(cursor)

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find(self) -> None:
        """Every place of what is searched, marked in the text; the first is shown."""
        wanted, document = self.search.text().strip(), self.view.document()
        self._hits, self._hit = [], 0
        place = document.find(wanted) if wanted else QTextCursor()
        while not place.isNull():
            self._hits.append(place)
            place = document.find(wanted, place)
        self._show_hits()

    def _show_hits(self) -> None:
        marks = []
        for number, place in enumerate(self._hits):
            colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
            colour.setAlpha(255 if number == self._hit else PALE)
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, QTextCharFormat()
            mark.format.setBackground(colour)
            if number == self._hit:
                mark.format.setForeground(self.palette().color(QPalette.ColorRole.HighlightedText))
            marks.append(mark)
        self.view.setExtraSelections(marks)
        text, many = self._language.text, len(self._hits)
        if many:
            shown = QTextCursor(self._hits[self._hit])
            shown.clearSelection()
            self.view.setTextCursor(shown)
            self.found.setText(text("ui.user-guide.found", number=self._hit + 1, count=many))
        else:
            self.found.setText(text("ui.user-guide.not-found") if self.search.text().strip() else "")
        self.before.setEnabled(many > 1)
        self.after.setEnabled(many > 1)

"""Words that were written elsewhere (in an image's header, a file's name, a pack) are shown as they stand.

Qt guesses from a text whether it is markup, and takes an ampersand for the mark of a key. A name that was made to look
like markup could then hide what stands beside it, show other words, or have a file opened. All labels of the window are
:class:`Label`; the style sheet says the same of Qt's own labels and of tooltips (:func:`ui.theme.apply_theme`).
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextBrowser, QToolTip, QWidget

SHEET = """
    QLabel { qproperty-textFormat: PlainText; }
    QToolTip { qproperty-textFormat: PlainText; }
"""
"""For labels that Qt makes itself: of message boxes, of its dialogs, of tooltips."""


BREAK = "\u200b"
"""Zero-width space: where a line may end."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
"""Also for a name that runs from right to left: it stands where every name stands, and not at the other end."""
LONG_WORD = re.compile(r"[!-~]{24,}")
"""UIDs, paths and the like: a label would be as wide as they are."""
PIECE = re.compile(r"[^./\\_:-]{1,16}[./\\_:-]*|[./\\_:-]+")


def breakable(text: str) -> str:
    """A text whose long words may be broken, behind a point or a stroke where they have any."""
    return LONG_WORD.sub(lambda word: BREAK.join(PIECE.findall(word[0])), text)


class Label(QLabel):
    """A label whose text is never read as markup, and never wider than its place where it is wrapped."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(LEFT)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        # Beside a control that it stands for, Qt takes an ampersand for the mark of a key, and does not show it.
        super().setText(breakable(text if self.buddy() is None else text.replace("&", "&&")))

    def text(self) -> str:
        """The text as it was given."""
        found = super().text().replace(BREAK, "")
        return found if self.buddy() is None else found.replace("&&", "&")

    def setBuddy(self, control: QWidget) -> None:
        """The control that it stands for."""
        text = self.text()
        super().setBuddy(control)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is copied is the text as it was given."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().replace(BREAK, ""))
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """None: Qt's own would copy the places where lines may end, too."""
        event.ignore()


class OneLine(Label):
    """A text on one line, which gives way: what does not fit ends in an ellipsis and is the tooltip."""

    LEAST_CHARACTERS = 6

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text; its lines become one."""
        super().setText(" ".join(text.split()))

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return QSize(self._wide(self.text()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the first characters."""
        text = self.text()
        first = text if len(text) <= self.LEAST_CHARACTERS else text[: self.LEAST_CHARACTERS] + "…"
        return QSize(self._wide(first), super().minimumSizeHint().height())

    def shown(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def event(self, event: QEvent) -> bool:
        """The whole text is the tooltip of a shortened one."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.shown() != self.text():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        if self.shown() == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.contentsRect(), side, self.shown())
        painter.end()

    def _wide(self, text: str) -> int:
        edges = self.contentsMargins()
        return self.fontMetrics().horizontalAdvance(text) + edges.left() + edges.right() + 2


class ReadingView(QTextBrowser):
    """Text to read, laid out. It opens no link and loads no picture: nothing in it leads out of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Nothing, whatever is asked for."""
        return None

    def show_parts(self, parts: list[tuple[str, list[str]]]) -> None:
        """Show headings, each with its lines below it; the first line is a sentence, the others are a list."""
        self.setHtml("".join(_part(heading, lines) for heading, lines in parts))


def _part(heading: str, lines: list[str]) -> str:
    first, *others = [escape(line) for line in lines] or [""]
    listed = "".join(f"<li>{line}</li>" for line in others)
    return f"<h4>{escape(heading)}</h4><p><b>{first}</b></p>" + (f"<ul>{listed}</ul>" if listed else "")


def without_keys(text: str) -> str:
    """A text for a button, a tab or a label of a field: Qt takes one ampersand there for the mark of a key."""
    return text.replace("&", "&&")

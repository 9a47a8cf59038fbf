"""A sheet of all keys, made from the actions themselves so that it is never out of date."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.language import Language
from ui.dialogs.widgets import button, column, label, panel, row
from ui.text import Label
from ui.theme import theme_of

COLUMNS = 3
GESTURES = (
    "wheel",
    "shift-wheel",
    "control-wheel",
    "control-shift-wheel",
    "right",
    "middle",
    "double",
    "solid",
    "files",
)
"""What the mouse does on the images, by the names of its messages ``ui.gesture.NAME`` and ``ui.gesture.NAME-does``."""
MNEMONIC = re.compile(r"\(&\w\)|&(?=\S)")
"""The underlined letter of a menu: ``&Open`` or, behind Chinese, ``打开(&O)``."""
ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def keys_of(action: QAction, language: Language) -> list[str]:
    """The action's shortcuts as they are printed on a keyboard."""
    # Not the native text: in Chinese Qt spells the arrows out, which no key bears.
    shown = [sequence.toString(QKeySequence.SequenceFormat.PortableText) for sequence in action.shortcuts()]
    space = language.text("ui.shortcuts.space")
    return [
        "+".join(ARROWS.get(key, space if key == "Space" else key) for key in _split(text)) for text in shown if text
    ]


def _split(keys: str) -> list[str]:
    """Keys of a combination; a plus between two others joins, one at the end is the key itself."""
    return re.split(r"(?<=.)\+(?=.)", keys)


def words_of(text: str) -> str:
    """What an action or a menu is called, without the marks of menus."""
    return MNEMONIC.sub("", text).strip().rstrip("…").strip()


def in_columns(heights: Sequence[int], count: int = COLUMNS) -> list[list[int]]:
    """Share groups out, in their order, so that the longest column is as short as this can make it."""
    columns: list[list[int]] = [[] for _ in range(count)]
    filled = [0] * count
    for number in sorted(range(len(heights)), key=lambda n: -heights[n]):
        shortest = filled.index(min(filled))
        columns[shortest].append(number)
        filled[shortest] += heights[number]
    return sorted((sorted(numbers) for numbers in columns if numbers), key=lambda numbers: numbers[0])


class KeyCap(Label):
    """A key, drawn as one."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Room for the edge around the letters."""
        return super().sizeHint() + QSize(16, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw edge and letters."""
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()
        super().paintEvent(event)


class ShortcutsDialog(QDialog):
    """All keys by group.

    Parameters
    ----------
    groups
        Actions by what their group is called. Actions without a key are left out.
    """

    def __init__(
        self, groups: Mapping[str, Sequence[QAction]], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups = groups
        self._intro, self._close = label("quiet"), button()
        self._close.clicked.connect(self.accept)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self._intro, self._area, row(None, self._close)))
        self.resize(1120, 660)
        self.set_language(language)

    def set_language(self, language: Language) -> None:
        """Word everything in a language; groups that were worded anew come with :meth:`show_groups`."""
        self._language = language
        self.setWindowTitle(language.text("ui.shortcuts.title"))
        self._area.setAccessibleName(language.text("ui.shortcuts.title"))
        self._close.setText(language.text("ui.dialog.close"))
        self.show_groups(self._groups)

    def show_groups(self, groups: Mapping[str, Sequence[QAction]]) -> None:
        """Show these actions instead."""
        self._groups = groups
        shown = self._shown()
        panels = [self._panel(name, rows) for name, rows in shown.items()]
        self._intro.setText(self._language.text("ui.shortcuts.intro" if panels else "ui.shortcuts.none"))
        sheet, columns = QWidget(), QHBoxLayout()
        for numbers in in_columns([len(rows) + 1 for rows in shown.values()]):
            stack = QVBoxLayout()
            for number in numbers:
                stack.addWidget(panels[number])
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(12)
        sheet.setLayout(columns)
        self._area.setWidget(sheet)

    def _shown(self) -> dict[str, list[tuple[str, list[str]]]]:
        text = self._language.text
        mouse = [(text(f"ui.gesture.{name}-does"), [text(f"ui.gesture.{name}")]) for name in GESTURES]
        found = {
            name: [(words_of(action.text()), keys) for action in actions if (keys := keys_of(action, self._language))]
            for name, actions in self._groups.items()
        }
        shown = {name: rows for name, rows in found.items() if rows}
        return {**shown, text("ui.gesture.title"): mouse} if shown else {}

    def _panel(self, name: str, rows: list[tuple[str, list[str]]]) -> QFrame:
        heading, grid = label("heading"), QGridLayout()
        heading.setText(words_of(name))
        for number, (words, keys) in enumerate(rows):
            what = label(wrap=True)
            what.setText(words)
            grid.addWidget(what, number, 0)
            grid.addLayout(row(None, *(KeyCap(key) for key in keys)), number, 1)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        return panel(column(heading, grid))

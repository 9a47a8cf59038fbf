"""Small pieces that several dialogs are made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QMessageBox,
    QPushButton,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import Language
from ui.icons import icon
from ui.inputs import Tabs
from ui.text import Label, breakable
from ui.theme import TOUCH_PX

NOTICE_ICONS = {"danger": "alert-octagon", "warning": "alert-triangle", "good": "circle-check", "quiet": "info-circle"}
SMALL_ICON, ROW_ICON = QSize(18, 18), QSize(22, 22)
SHARP = 2.0
"""Pixels a point, for screens of high resolution."""


def button(icon_name: str = "", role: str = "") -> QPushButton:
    """A button without a text yet; Enter in a field of the dialog never presses it."""
    made = QPushButton()
    made.setAutoDefault(False)
    made.setProperty("role", role)
    if icon_name:
        made.setIcon(icon(icon_name, on_accent=role == "primary"))
    return made


def label(role: str = "", wrap: bool = False) -> Label:
    """A label without a text yet, of a role of the style sheet."""
    made = Label()
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def row(*parts: QWidget | QLayout | None) -> QHBoxLayout:
    """Parts side by side; None takes the room that is left."""
    return _filled(QHBoxLayout(), parts)


def column(*parts: QWidget | QLayout | None) -> QVBoxLayout:
    """Parts below each other; None takes the room that is left."""
    return _filled(QVBoxLayout(), parts)


def _filled(layout, parts):
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def panel(content: QLayout) -> QFrame:
    """A panel of the style sheet around a layout."""
    frame = QFrame()
    frame.setProperty("role", "panel")
    content.setContentsMargins(14, 12, 14, 12)
    frame.setLayout(content)
    return frame


def rows_of(view: QTableView, stretched: int, name: str = "") -> None:
    """Set a table up for reading and choosing whole rows; Tab leaves it."""
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(TOUCH_PX)
    view.verticalHeader().setMinimumSectionSize(TOUCH_PX)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    if name:
        view.setAccessibleName(name)


def put_rows(table: QTableWidget, rows: list[list[str]]) -> None:
    """Fill a table with texts; what does not fit a cell is its tooltip."""
    table.setRowCount(len(rows))
    for number, texts in enumerate(rows):
        for place, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(number, place, item)


def row_icon(name: str) -> QIcon:
    """An icon for a line of a table or list, which can be seen on the accent colour of a chosen line, too."""
    made = QIcon()
    for mode, on_accent in ((QIcon.Mode.Normal, False), (QIcon.Mode.Selected, True)):
        made.addPixmap(icon(name, on_accent).pixmap(ROW_ICON, SHARP), mode)
    return made


class Notice(QFrame):
    """One sentence with a sign for its severity; not there while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words, self._severity = Label(), label(wrap=True), "quiet"
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = row(self._sign, self._words)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setStretch(1, 1)
        layout.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(layout)
        self.hide()

    def say(self, text: str, severity: str = "danger") -> None:
        """Show a sentence; an empty one takes the notice away."""
        if (text, severity) == (self._words.text(), self._severity):
            return
        self._severity = severity
        self._words.setText(text)
        self._words.setProperty("role", severity)
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self._draw_sign()
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What is shown."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign again in the ink of a new theme."""
        if event.type() == QEvent.Type.PaletteChange and self._words.text():
            self._draw_sign()
        super().changeEvent(event)

    def _draw_sign(self) -> None:
        self._sign.setPixmap(icon(NOTICE_ICONS[self._severity]).pixmap(SMALL_ICON, self.devicePixelRatioF()))


class Field(QWidget):
    """A control with the fault of what stands in it right below."""

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control, self.fault = control, Notice()
        layout = column(control, self.fault)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.setLayout(layout)
        self.setFocusProxy(control)

    def set_fault(self, text: str, severity: str = "danger") -> None:
        """Show what is wrong; an empty text: nothing is."""
        self.fault.say(text, severity)


def run_dialog(dialog: QDialog) -> bool:
    """Show a dialog until it is closed; gives whether it was accepted.

    It can still be asked what was entered in it, and is freed when the window goes on: a parent keeps its dialogs, with
    their pages and tables, for as long as it lives.
    """
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def confirmed(parent: QWidget, language: Language, question: str, action: str) -> bool:
    """Ask before something that cannot be undone; Enter and Escape both mean no."""
    box = QMessageBox(QMessageBox.Icon.Warning, parent.windowTitle(), breakable(question), parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    yes = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
    no = box.addButton(language.text("ui.dialog.cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setEscapeButton(no)
    run_dialog(box)
    return box.clickedButton() is yes


def path_to_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Ask for a file to read."""
    name, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(name) if name else None


def path_to_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Ask where to write; without a suffix the proposed one is added, before it is asked whether to replace a file."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return Path(dialog.selectedFiles()[0]) if run_dialog(dialog) else None


def tabs() -> Tabs:
    """Pages without a frame around them."""
    made = Tabs()
    made.setDocumentMode(True)
    made.tabBar().setDrawBase(False)
    return made


def page(content: QLayout) -> QWidget:
    """A page of tabs with room around it."""
    made = QWidget()
    content.setContentsMargins(14, 14, 14, 14)
    content.setSpacing(10)
    made.setLayout(content)
    return made

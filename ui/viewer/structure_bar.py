"""The structures below the panes: which are shown, which is edited, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.language import Language
from ui.inputs import Slider
from ui.text import Label, without_keys
from ui.theme import DARK, TOUCH_PX, readable
from ui.viewer.actions import Actions
from ui.viewer.flow import FlowLayout

if TYPE_CHECKING:
    from inference.schema import Structure
    from ui.viewer.model import Topic, ViewerModel

SWATCH = QSize(16, 16)
WORDED_FROM_PX = 700


class StructureBar(QFrame):
    """One tick and one button a structure.

    Signals
    -------
    chosen
        Label of the structure whose button was pressed: go there and edit it.
    other_chosen
        Id of a structure of another segmentation whose button was pressed.
    """

    chosen = Signal(int)
    other_chosen = Signal(str)

    def __init__(self, model: ViewerModel, actions: Actions, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._structures: tuple[tuple[int, Structure], ...] = ()
        self._others: list[tuple[Structure, QToolButton]] = []
        self._ticks: dict[int, QCheckBox] = {}
        self._buttons: dict[int, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._row = FlowLayout(self, gap=2)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._opacity_label, self._opacity = Label(), Slider(Qt.Orientation.Horizontal)
        self._opacity.setRange(0, 100)
        self._opacity.setFixedSize(40, TOUCH_PX)
        # A click on it must not take the keys away from the panes.
        self._opacity.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._opacity_label.setBuddy(self._opacity)
        self._opacity.valueChanged.connect(lambda percent: model.set_drawing(opacity=percent / 100))
        self._drawing = QWidget(self)
        row = QHBoxLayout(self._drawing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for name in ("fills", "contours"):
            button = QToolButton()
            button.setDefaultAction(actions[name])
            button.setIconSize(QSize(22, 22))
            button.setMinimumSize(TOUCH_PX, TOUCH_PX)
            row.addWidget(button)
        row.addWidget(self._opacity_label)
        row.addWidget(self._opacity)
        model.listen(self.refresh)
        self.set_language(language)

    def set_worded(self, width: int) -> None:
        """The slider's label where there is room for it."""
        self._opacity_label.setVisible(width >= WORDED_FROM_PX)

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        self._language, text = language, language.text
        self._opacity_label.setText(text("ui.viewer.opacity"))
        self._opacity.setAccessibleName(text("ui.viewer.opacity"))
        self._opacity.setToolTip(text("ui.viewer.opacity-tip"))
        for value, structure in self._structures:
            title = language.of(structure.title)
            self._ticks[value].setAccessibleName(text("ui.viewer.show-structure", title=title))
            self._ticks[value].setToolTip(text("ui.viewer.show-structure", title=title))
            self._buttons[value].setAccessibleName(text("ui.viewer.go-to-structure", title=title))
            self._buttons[value].setToolTip(text("ui.viewer.go-to-structure", title=title))
        for structure, one in self._others:
            one.setAccessibleName(text("ui.viewer.go-to-other", title=language.of(structure.title)))
            one.setToolTip(text("ui.viewer.go-to-other", title=language.of(structure.title)))

    def set_structures(self, structures: Sequence[tuple[int, Structure]], colours: dict[int, QColor]) -> None:
        """Show these, by label."""
        for part in self.findChildren(QWidget, "structure", Qt.FindChildOption.FindDirectChildrenOnly):
            self._row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._row.removeWidget(self._drawing)
        self._structures = tuple(structures)
        self._ticks, self._buttons = {}, {}
        for value, structure in structures:
            self._row.addWidget(self._chip(value, structure.short, colours[value]))
        self._others = []
        self._row.addWidget(self._drawing)
        self.set_language(self._language)
        self.refresh("structures")

    def set_others(self, others: Iterable[Structure]) -> None:
        """Offer those of other segmentations beside them; when one is chosen, its segmentation takes their place."""
        for _, one in self._others:
            self._row.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._row.removeWidget(self._drawing)
        self._others = [(structure, self._other(structure)) for structure in others]
        for _, one in self._others:
            self._row.addWidget(one)
        self._row.addWidget(self._drawing)
        self.set_language(self._language)

    def refresh(self, topic: Topic) -> None:
        """Follow the model."""
        if topic not in ("structures", "study"):
            return
        self._opacity.blockSignals(True)
        self._opacity.setValue(round(100 * self._model.opacity))
        self._opacity.blockSignals(False)
        for value, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(value not in self._model.hidden)
            tick.blockSignals(False)
            self._buttons[value].setChecked(value == self._model.current)

    def _chip(self, value: int, short: str, colour: QColor) -> QWidget:
        chip = QFrame(self)
        chip.setObjectName("structure")
        chip.setProperty("role", "panel")
        tick, button = QCheckBox(), QToolButton()
        tick.setFixedSize(20, TOUCH_PX)
        tick.setStyleSheet("QCheckBox::indicator { width: 20px; height: 20px; }")
        tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tick.toggled.connect(lambda shown: self._model.set_visible(value, shown))
        button.setText(without_keys(short))
        button.setIcon(_swatch(colour))
        button.setIconSize(SWATCH)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setMinimumHeight(TOUCH_PX)
        button.clicked.connect(lambda: self.chosen.emit(value))
        self._group.addButton(button)
        row = QHBoxLayout(chip)
        row.setContentsMargins(3, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(tick)
        row.addWidget(button)
        self._ticks[value], self._buttons[value] = tick, button
        return chip

    def _other(self, structure: Structure) -> QToolButton:
        one = QToolButton(self)
        one.setObjectName("structure")
        one.setText(without_keys(structure.short))
        one.setIcon(_swatch(QColor(readable(structure.colour, DARK))))
        one.setIconSize(SWATCH)
        one.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        one.setAutoRaise(True)
        one.setMinimumHeight(TOUCH_PX)
        one.clicked.connect(lambda: self.other_chosen.emit(structure.id))
        return one


def _swatch(colour: QColor) -> QIcon:
    picture = QPixmap(SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.setPen(colour.darker(160))
    painter.drawRoundedRect(1, 1, 14, 14, 4, 4)
    painter.end()
    return QIcon(picture)

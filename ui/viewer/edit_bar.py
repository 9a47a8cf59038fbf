"""The mask tools below the structures; seen while masks are edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.language import Language
from ui.inputs import NumberBox
from ui.text import Label
from ui.theme import TOUCH_PX
from ui.viewer.actions import Actions
from ui.viewer.flow import FlowLayout
from ui.viewer.model import LEAST_BRUSH_MM, MOST_BRUSH_MM

if TYPE_CHECKING:
    from ui.viewer.editing import MaskTools
    from ui.viewer.model import Topic, ViewerModel

TOOLS = ("brush", "erase", "lasso", "grow")
OPTIONS = ("brush-solid", "by-density", "keep-others")
WORDED_FROM_PX = 1260
EDITS = ("fill-between", "fill-holes", "smooth", "clear-slice", "clear", "undo", "redo", "reset")


class EditBar(QFrame):
    """Brush, eraser and growing with their options, and what is done at once.

    Signals
    -------
    entered
        Enter was pressed in a field: back to the picture.
    """

    entered = Signal()

    def __init__(
        self, model: ViewerModel, tools: MaskTools, actions: Actions, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._tools, self._room = model, tools, 0
        row = FlowLayout(self, gap=1)
        row.setContentsMargins(0, 2, 0, 2)
        self._buttons = {name: _button(actions, name) for name in (*TOOLS, *OPTIONS, *EDITS)}
        self._labels = {name: Label() for name in ("size", "low", "high", "most")}
        self._size = _number(2 * LEAST_BRUSH_MM, 2 * MOST_BRUSH_MM, 0.5, 1)
        self._low, self._high = _number(-1024, 3071, 5, 0), _number(-1024, 3071, 5, 0)
        self._most = _number(0.1, 200, 1, 1)
        self.volume = Label()
        self.volume.setProperty("role", "heading")
        self.volume.setMinimumHeight(TOUCH_PX)
        self._brush_fields = self._fields((("size", self._size),))
        self._density_fields = self._fields((("low", self._low), ("high", self._high)))
        self._grow_fields = self._fields((("most", self._most),))
        for name in TOOLS:
            row.addWidget(self._buttons[name])
        for fields in (self._brush_fields, self._density_fields, self._grow_fields):
            row.addWidget(fields)
        for name in (*OPTIONS, *EDITS):
            row.addWidget(self._buttons[name])
        row.addWidget(self.volume)
        self._size.valueChanged.connect(lambda mm: model.set_brush(mm / 2))
        self._low.valueChanged.connect(lambda hu: setattr(tools, "low_hu", hu))
        self._high.valueChanged.connect(lambda hu: setattr(tools, "high_hu", hu))
        self._most.valueChanged.connect(lambda ml: setattr(tools, "most_ml", ml))
        model.listen(self.refresh)
        self.set_language(language)
        self.refresh("tool")

    def _fields(self, parts: tuple[tuple[str, NumberBox], ...]) -> QWidget:
        together = QWidget(self)
        row = QHBoxLayout(together)
        row.setContentsMargins(6, 0, 2, 0)
        for name, field in parts:
            self._labels[name].setBuddy(field)
            field.lineEdit().returnPressed.connect(self.entered)
            row.addWidget(self._labels[name])
            row.addWidget(field)
        return together

    def set_worded(self, width: int) -> None:
        """Names beside the icons where there is room for them."""
        styles = Qt.ToolButtonStyle
        self._room = width
        style = styles.ToolButtonTextBesideIcon if width >= WORDED_FROM_PX else styles.ToolButtonIconOnly
        for button in self._buttons.values():
            button.setToolButtonStyle(style)
            button.setFixedWidth(TOUCH_PX if style == styles.ToolButtonIconOnly else button.sizeHint().width())

    def set_language(self, language: Language) -> None:
        """Word everything anew."""
        fields = {"size": self._size, "low": self._low, "high": self._high, "most": self._most}
        for name, field in fields.items():
            self._labels[name].setText(language.text(f"ui.viewer.edit.{name}"))
            field.setToolTip(language.text(f"ui.viewer.edit.{name}-tip"))
            field.setAccessibleName(language.text(f"ui.viewer.edit.{name}-tip"))
        for field, unit in ((self._size, "mm"), (self._low, "HU"), (self._high, "HU"), (self._most, "mL")):
            field.setSuffix(f" {unit}")
        self._language = language
        self._say_volume()
        self.set_worded(self._room)

    def refresh(self, topic: Topic) -> None:
        """Follow the model."""
        if topic in ("labels", "structures", "study"):
            self._say_volume()
        if topic != "tool":
            return
        tools, tool = self._tools, self._model.tool
        values = (2 * self._model.brush_mm, tools.low_hu, tools.high_hu, tools.most_ml)
        for field, value in zip((self._size, self._low, self._high, self._most), values):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self._grow_fields.setVisible(tool == "grow")
        self._density_fields.setVisible(tool == "grow" or (self._model.by_density and tool != "erase"))
        self._brush_fields.setVisible(tool not in ("grow", "lasso"))

    def _say_volume(self) -> None:
        """How large the current structure is by now."""
        ml = self._tools.volume_ml
        said = "" if ml is None else self._language.text("ui.viewer.edit.volume", volume=f"{ml:.2f}")
        self.volume.setText(said)
        self.volume.setAccessibleName(said)


def _button(actions: Actions, name: str) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(actions[name])
    button.setIconSize(QSize(22, 22))
    button.setMinimumSize(TOUCH_PX, TOUCH_PX)
    return button


def _number(low: float, high: float, step: float, decimals: int) -> NumberBox:
    field = NumberBox(low, high, step, decimals)
    field.setFixedWidth(96)
    return field

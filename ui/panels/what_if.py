"""What the risk would be with answers changed that staff can change: chosen here, answered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.sections import Change, Changes
from desktop.report.wording import cuts_of_risk, percent, ratio_text, site_rate, times_average
from inference.what_if import changed_risk
from ui.dialogs.widgets import button
from ui.panels.marks import CardButton, ColourLabel, ShapeMark, words

if TYPE_CHECKING:
    from inference.risk.explanation import WhatIf

LOWERS, RAISES = "#0b5cad", "#5f6b7a"
CHOSEN = """
    CardButton { padding: 0; }
    CardButton:checked { border: 2px solid palette(highlight); background: palette(alternate-base); }
"""


class WhatIfList(QWidget):
    """Changes as buttons that stay down; what they do together stands below, and can be taken over into the form.

    ``wanted`` carries the predictor and its value, once for each chosen change.
    """

    wanted = Signal(str, object)

    def __init__(self, changes: Changes, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._risk, self._explanation, self._language = changes.risk, changes.explanation, language
        self._offered = changes.explanation.what_if
        self.buttons = [self._button(change) for change in changes.rows]
        self.figure = ColourLabel("", LOWERS, 17.0)
        self.now = words("", "quiet")
        self.take = button("writing")
        self.take.setText(language.text("ui.result.take-over"))
        self.take.clicked.connect(self._take_over)
        self._together = QFrame()
        together = QVBoxLayout(self._together)
        together.setContentsMargins(8, 4, 8, 4)
        for part in (words(language.text("ui.result.with-changes"), "quiet"), self.figure, self.now, self.take):
            together.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for made in self.buttons:
            layout.addWidget(made)
        layout.addWidget(self._together)
        layout.addWidget(words(language.text("report.what-if-note"), "quiet"))
        self._show()

    def _button(self, change: Change) -> CardButton:
        text = self._language.text
        value = f"{change.before} → {change.after}"
        what = text("label.value", label=change.label, value=value)
        direction = text("report.lowers" if change.lowers else "ui.result.does-not-lower")
        spoken = (what, direction, change.figure, *([change.caution] if change.caution else []))
        made = CardButton(text("list.comma").join(spoken))
        made.setCheckable(True)
        inner = QHBoxLayout()
        inner.setSpacing(9)
        colour = LOWERS if change.lowers else RAISES
        inner.addWidget(
            ShapeMark("circle" if change.lowers else "square", colour, 12), 0, Qt.AlignmentFlag.AlignVCenter
        )
        told = QVBoxLayout()
        told.addWidget(words(what))
        if change.caution:
            told.addWidget(words(change.caution, "quiet", 9.0))
        inner.addLayout(told, 1)
        figure = ColourLabel(change.figure, colour, 12.0)
        figure.setWordWrap(False)
        inner.addWidget(figure, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        made.hold(inner)
        made.setStyleSheet(CHOSEN)
        made.setToolTip(text("ui.result.what-if-tip"))
        made.toggled.connect(lambda on, made=made: self._toggled(made, on))
        return made

    def _toggled(self, made: CardButton, on: bool) -> None:
        number = self.buttons.index(made)
        for other, change in zip(self.buttons, self._offered):
            # One answer has one value.
            if on and other is not made and change.predictor == self._offered[number].predictor:
                other.setChecked(False)
        self._show()

    def _chosen(self) -> list[WhatIf]:
        return [change for made, change in zip(self.buttons, self._offered) if made.isChecked()]

    def _show(self) -> None:
        chosen, text, risk = self._chosen(), self._language.text, self._risk
        self._together.setVisible(bool(chosen))
        result = changed_risk(self._explanation, site_rate(risk), chosen)
        average = times_average(risk, result.ratio, self._language)
        figures = (
            [percent(result.probability, self._language, cuts_of_risk(risk))] if result.probability is not None else []
        )
        self.figure.setText("   ".join([*figures, average]))
        chance, relative = risk.estimate.chance, risk.estimate.relative
        now = percent(chance, self._language) if chance is not None else ratio_text(relative.value)
        self.now.setText(text("ui.result.instead-of", figure=now))

    def _take_over(self) -> None:
        for change in self._chosen():
            self.wanted.emit(change.predictor, change.value)

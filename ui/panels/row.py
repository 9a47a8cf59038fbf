"""One question of the form: its label, the field, and what is to be said about the answer.

A row is as high as its field. Where an answer comes from stands small under the label; how well a factor is supported
is behind the question mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.work.answer_form import Review
from ui.dialogs.widgets import Notice
from ui.icons import icon
from ui.panels.fields import MOST_TOGGLES, LineField, ListField, NumberField, ToggleField, small_font, small_label
from ui.text import Label, OneLine, without_keys
from ui.theme import TOUCH_PX, grown
from ui.typed_numbers import shown_number

if TYPE_CHECKING:
    from inference.predictors import Predictor

LABEL_WIDTH, FIELD_WIDTH, GAP = 124, 208, 6
ROW_WIDTH = 338
"""Room of a row in the narrowest panel."""
SEVERITIES = {"blocking": "danger", "warning": "warning", "note": "quiet", "pass": "good"}


class Row(QWidget):
    """Label on the left and field on the right, or below each other where the choices are long."""

    answered = Signal(str, bool)

    def __init__(self, predictor: Predictor, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.predictor, self._language = predictor, language
        self._label, self._help = Label(without_keys(language.of(predictor.label))), self._help_text()
        self._label.setWordWrap(True)
        self._badge = OneLine()
        self._badge.setProperty("role", "quiet")
        self._badge.setFont(small_font(self._badge))
        self._badge.hide()
        self._notes = QVBoxLayout()
        self._notes.setSpacing(0)
        self._said: list[tuple[str, str]] = []
        self.question = self._question_mark()
        self.explanation = small_label(self._help)
        self.explanation.setWordWrap(True)
        self.explanation.hide()
        self.field, inline = self._make_field()
        self.field.setMinimumHeight(TOUCH_PX)
        self.field.name(language.of(predictor.label), self._help)
        self.field.answered.connect(lambda typing: self.answered.emit(predictor.id, typing))
        self.field.target.installEventFilter(self)
        self._label.setBuddy(self.field.target)
        self._lay_out(inline)

    def show_review(self, review: Review, typing: bool, said: tuple[tuple[str, str], ...] = ()) -> None:
        """Show the answer, where it comes from and what is doubtful.

        Parameters
        ----------
        typing
            Whether the user is typing here: what stands in the field is then left alone.
        said
            More to say: severity of the style sheet and text.
        """
        given = review.given[self.predictor.id]
        if not typing:
            self.field.show_answer(given.value)
        lines = [(SEVERITIES[f.severity], self._worded(f)) for f in review.findings[self.predictor.id]]
        if isinstance(self.field, NumberField) and self.field.is_unfinished():
            lines.append(("danger", self._language.text("ui.form.not-a-number")))
        fault = review.fault
        if fault is not None and fault.parameters.get("name") == self.predictor.id:
            lines.append(("danger", self._language.error(fault)))
        self._show_origin(self._origin(review))
        self._say([*lines, *said])

    def notes(self) -> list[str]:
        """Where the answer comes from, if it was not entered, and what is said about it."""
        badge = self._badge.text()
        return [*([badge] if badge else []), *(text for _, text in self._said)]

    def toggle_help(self) -> None:
        """Show or hide what the pack explains."""
        self.explanation.setVisible(bool(self._help) and self.explanation.isHidden())

    def eventFilter(self, target: QObject, event: QEvent) -> bool:
        """F1 in the field explains it."""
        if event.type() == QEvent.Type.KeyPress and QKeyEvent.key(event) == Qt.Key.Key_F1 and self._help:
            self.toggle_help()
            return True
        return False

    def _origin(self, review: Review) -> str:
        text, figure = self._language.text, review.figures.get(self.predictor.id)
        match review.given[self.predictor.id].origin:
            case "dicom" if self.predictor.dicom == "PatientAge" and review.age_from:
                return text(f"ui.form.age-from-{review.age_from}")
            case "dicom":
                return text("ui.form.from-header")
            case "computed" if figure is not None:
                return text("ui.form.computed-figure", figure=shown_number(float(f"{figure:.3g}")))
            case "computed":
                return text("ui.form.computed")
        return ""

    def _show_origin(self, said: str) -> None:
        """Under the label; where it is longer than that column, below the field."""
        self._badge.setText(said)
        column = grown(LABEL_WIDTH) - self.question.width() - GAP
        if self._badge.fontMetrics().horizontalAdvance(said) <= column:
            self._words.addWidget(self._badge)
        else:
            self._grid.addWidget(self._badge, 2, 0, 1, 3)
        self._badge.setVisible(bool(said))

    def _worded(self, finding) -> str:
        from desktop.report.wording import ABOUT_ANSWERS, answer_text

        evidence = dict(finding.evidence)
        if finding.code in ABOUT_ANSWERS:
            evidence = {name: answer_text(self.predictor, value, self._language) for name, value in evidence.items()}
        return self._language.finding(finding.code, evidence, self._language.of(self.predictor.label))

    def _say(self, lines: list[tuple[str, str]]) -> None:
        if lines == self._said:
            return
        self._said = lines
        while self._notes.count():
            old = self._notes.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for severity, text in lines:
            notice = Notice(self)
            self._notes.addWidget(notice)
            notice.say(text, severity)

    def _help_text(self) -> str:
        of, predictor = self._language.of, self.predictor
        parts = [of(predictor.help)] if predictor.help else []
        if predictor.strength:
            grade = self._language.text(f"strength.{predictor.strength.grade}")
            parts.append(self._language.text("label.value", label=grade, value=of(predictor.strength.note)))
        return "\n".join(parts)

    def _question_mark(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("help"))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(26, TOUCH_PX)
        # Not a stop of the Tab key: F1 in the field does the same.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(self._help)
        button.setAccessibleName(self._language.text("ui.form.explain", label=self._language.of(self.predictor.label)))
        button.clicked.connect(self.toggle_help)
        button.setVisible(bool(self._help))
        return button

    def _make_field(self) -> tuple[QWidget, bool]:
        from inference.predictors import ChoicePredictor, NumberPredictor

        predictor, text = self.predictor, self._language.text
        unknown = text("value.unknown")
        if isinstance(predictor, NumberPredictor):
            low, high = predictor.range
            limits = text("ui.form.range", low=shown_number(low), high=shown_number(high))
            unit = self._language.unit(predictor.unit)
            return NumberField(unknown, f"{unit}\n{limits}" if unit else limits, low < 0), True
        if not isinstance(predictor, ChoicePredictor):
            return LineField(unknown), False
        options = [(choice.value, self._language.of(choice.label)) for choice in predictor.choices]
        width = ToggleField.wanted_width([label for _, label in options] + [unknown], self)
        if len(options) > MOST_TOGGLES or width > grown(LABEL_WIDTH) + GAP + grown(FIELD_WIDTH):
            return ListField(options, unknown), True
        beside = self._label.fontMetrics().horizontalAdvance(self._label.text()) + self.question.width() + 2 * GAP
        return ToggleField(options, unknown), width <= grown(FIELD_WIDTH) or beside + width <= grown(ROW_WIDTH)

    def _lay_out(self, inline: bool) -> None:
        self._words = words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._label)
        words.addWidget(self._badge)
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 1, 0, 1)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(2)
        layout.addLayout(words, 0, 0)
        layout.addWidget(self.question, 0, 1)
        if inline:
            layout.addWidget(self.field, 0, 2)
            layout.setColumnMinimumWidth(2, grown(FIELD_WIDTH))
        else:
            layout.addWidget(self.field, 1, 0, 1, 3)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self.explanation, 3, 0, 1, 3)
        layout.addLayout(self._notes, 4, 0, 1, 3)

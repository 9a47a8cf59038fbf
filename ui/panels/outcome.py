"""An outcome laid out for the panel: the words of the report, in sections that fold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.content import RiskPart
from desktop.report.sections import Edited, Fallback, Gates, Results
from desktop.report.wording import is_unfinished, needs_answers
from desktop.work.answer_form import missing_answers
from ui.dialogs.widgets import button
from ui.panels.banner import BannerView
from ui.panels.findings import finding_list, question_list, remedy_list
from ui.panels.marks import Section, words
from ui.panels.sections import NOT_FOLDED, SHOWN, Wishes
from ui.panels.sheets import AnswerCard

if TYPE_CHECKING:
    from desktop.report.content import Content
    from desktop.report.content import Section as ReportSection
    from desktop.report.sections import Line
    from inference.outcome import Outcome

FIRST_FINDINGS = 3
"""As many stand above the risk's parts; all stand under "Quality gates"."""


class OutcomeBody(QWidget):
    """One outcome in one language; another is another body."""

    structure_chosen = Signal(str)
    contour_doubted = Signal(str)
    place_wanted = Signal(object)
    what_if_wanted = Signal(str, object)
    answer_wanted = Signal(str)
    rate_wanted = Signal()
    folded = Signal(str, bool)

    def __init__(
        self,
        outcome: Outcome,
        language: Language,
        is_open: Mapping[str, bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        from desktop.demonstration import presentable
        from desktop.report.build import build_content

        self._language, self._open = language, is_open
        self.sections: dict[str, Section] = {}
        outcome = presentable(outcome)
        content = build_content(outcome, language)
        gates = content.find(Gates)
        self._lines = gates.lines if gates else ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 6)
        self._column.setSpacing(8)
        if outcome.kind == "refusal":
            self._refusal(outcome, content)
        else:
            self._answer(outcome, content)
        behind = (section for section in content.sections if not isinstance(section, RiskPart))
        self._fold(behind, self._column)
        self._column.addStretch(1)

    def _answer(self, outcome: Outcome, content: Content) -> None:
        if outcome.risk is not None:
            self._column.addWidget(BannerView(content.banner, self._language))
            self._rate(outcome, self._column)
        results = content.find(Results)
        for title, value, colour in results.rows if results else ():
            self._column.addWidget(AnswerCard(title, value, colour))
        self._edited(content)
        self._findings([line for line in self._lines if line.severity in ("blocking", "warning")])
        self._fold(content.risk_parts, self._column)

    def _refusal(self, outcome: Outcome, content: Content) -> None:
        text = self._language.text
        self._column.addWidget(BannerView(content.banner, self._language))
        self._edited(content)
        reasons = [line for line in self._lines if line.severity == "blocking"]
        self._column.addWidget(words(text("ui.refusal.why"), "heading"))
        self._column.addWidget(
            finding_list(reasons, self.structure_chosen.emit, self.contour_doubted.emit, self._language)
        )
        self._missing(outcome, self._column)
        self._column.addWidget(words(text("ui.refusal.do"), "heading"))
        codes = [finding.code for finding in outcome.findings if finding.severity == "blocking"]
        self._column.addWidget(remedy_list(codes, self._language))
        if outcome.site.protocol is not None:
            self._column.addWidget(words(self._language.of(outcome.site.protocol), "quiet"))
        self._findings([line for line in self._lines if line.severity == "warning"])
        beside = content.find(Fallback)
        if beside is None or is_unfinished(outcome):
            self._fold(content.risk_parts, self._column)
            return
        frame = QFrame()
        frame.setObjectName("fallback")
        frame.setStyleSheet("#fallback { border: 2px dashed palette(placeholder-text); border-radius: 8px; }")
        inside = QVBoxLayout(frame)
        inside.setSpacing(8)
        inside.addWidget(words(beside.title, "heading"))
        for line in (beside.note, beside.basis):
            inside.addWidget(words(line, "quiet"))
        inside.addWidget(BannerView(beside.content.banner, self._language, 0.72))
        self._rate(outcome.fallback, inside)
        if outcome.fallback.risk is None:
            inside.addWidget(
                finding_list(beside.reasons, self.structure_chosen.emit, self.contour_doubted.emit, self._language)
            )
            self._missing(outcome.fallback, inside)
        self._fold(beside.content.risk_parts, inside, "fallback-")
        self._column.addWidget(frame)

    def _rate(self, outcome: Outcome, column: QVBoxLayout) -> None:
        """The way to the site's event rate, where there is no percentage for want of it."""
        if outcome.risk is None or outcome.risk.estimate.probability is not None:
            return
        link = button("adjustments")
        link.setText(self._language.text("ui.result.set-rate"))
        link.clicked.connect(self.rate_wanted)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _missing(self, outcome: Outcome, column: QVBoxLayout) -> None:
        """What is asked and unknown, where that is all that a risk waits for; each leads to its question."""
        missing = missing_answers(outcome, self._language) if needs_answers(outcome) else []
        if missing:
            column.addWidget(words(self._language.text("ui.refusal.missing"), "heading"))
            column.addWidget(question_list(missing, self.answer_wanted.emit))

    def _edited(self, content: Content) -> None:
        edited = content.find(Edited)
        if edited is not None:
            self._column.addWidget(words(self._language.text("report.edited-line", edits=edited.text), bold=True))

    def _findings(self, lines: list[Line]) -> None:
        """The gravest at once, the others under the quality gates."""
        if not lines:
            return
        box = finding_list(
            lines[:FIRST_FINDINGS], self.structure_chosen.emit, self.contour_doubted.emit, self._language
        )
        self._column.addWidget(box)
        if len(lines) > FIRST_FINDINGS:
            count = len(lines) - FIRST_FINDINGS
            self._column.addWidget(words(self._language.text("ui.result.more-findings", count=count), "quiet"))

    def _fold(self, sections: Iterable[ReportSection], column: QVBoxLayout, key: str = "") -> None:
        """Those that can be folded, in the order of the window."""
        wishes = Wishes(
            self.what_if_wanted.emit, self.structure_chosen.emit, self.contour_doubted.emit, self.place_wanted.emit
        )
        kinds = list(SHOWN)
        folded = [section for section in sections if type(section) not in NOT_FOLDED]
        for section in sorted(folded, key=lambda section: kinds.index(type(section))):
            how = SHOWN[type(section)]
            title = self._language.text(how.title) if how.title else section.title
            made = Section(
                key + how.key,
                title,
                how.make(section, self._language, wishes),
                self._open.get(key + how.key, how.is_open),
            )
            made.folded.connect(self.folded)
            self.sections[made.key] = made
            column.addWidget(made)

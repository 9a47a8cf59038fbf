"""An outcome laid out for the panel: the words of the report, in sections that fold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.language import Language
from desktop.report.wording import needs_answers, ordered_findings
from desktop.work.answer_form import missing_answers
from ui.dialogs.widgets import button
from ui.panels.banner import BannerView
from ui.panels.explained import SHOWN, stacked
from ui.panels.findings import advice_list, finding_list, question_list, remedy_list
from ui.panels.marks import Section, words
from ui.panels.measures import MeasureTable
from ui.panels.sheets import AnswerCard, checklist_view, pairs

if TYPE_CHECKING:
    from desktop.report.content import Back, Content, Front, Line
    from inference.outcome import Outcome
    from inference.results import Risk

FIRST_FINDINGS = 3
"""As many stand above the risk's parts; all stand under "Quality gates"."""
CLOSED = frozenset({"nomogram", "gates", "inputs", "about"})
"""Sections that are folded until someone unfolds them."""


class OutcomeBody(QWidget):
    """One outcome in one language; another is another body."""

    structure_chosen = Signal(str)
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
        structures = {structure.id for structure in outcome.pack.manifest.structures}
        subjects = [finding.subject for finding in ordered_findings(outcome)]
        self._lines = [(line, name if name in structures else "") for line, name in zip(content.gates, subjects)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 6)
        self._column.setSpacing(8)
        if outcome.kind == "refusal":
            self._refusal(outcome, content)
        else:
            self._answer(outcome, content)
        self._background(outcome, content)
        self._column.addStretch(1)

    def _answer(self, outcome: Outcome, content: Content) -> None:
        if outcome.risk is not None:
            self._column.addWidget(BannerView(content.banner, self._language))
            self._rate(outcome, self._column)
        for title, value, colour in content.results:
            self._column.addWidget(AnswerCard(title, value, colour))
        self._edited(content)
        self._findings([pair for pair in self._lines if pair[0].severity in ("blocking", "warning")])
        self._risk_parts(outcome, content, self._column, "")

    def _refusal(self, outcome: Outcome, content: Content) -> None:
        text = self._language.text
        self._column.addWidget(BannerView(content.banner, self._language))
        self._edited(content)
        reasons = [pair for pair in self._lines if pair[0].severity == "blocking"]
        self._column.addWidget(words(text("ui.refusal.why"), "heading"))
        self._column.addWidget(finding_list(reasons, self.structure_chosen.emit, self._language))
        self._missing(outcome, self._column)
        self._column.addWidget(words(text("ui.refusal.do"), "heading"))
        codes = [finding.code for finding in outcome.findings if finding.severity == "blocking"]
        self._column.addWidget(remedy_list(codes, self._language))
        if outcome.site.protocol is not None:
            self._column.addWidget(words(self._language.of(outcome.site.protocol), "quiet"))
        self._findings([pair for pair in self._lines if pair[0].severity == "warning"])
        if content.fallback is None or needs_answers(outcome):
            self._risk_parts(outcome, content, self._column, "")
            return
        frame = QFrame()
        frame.setObjectName("fallback")
        frame.setStyleSheet("#fallback { border: 2px dashed palette(placeholder-text); border-radius: 8px; }")
        inside = QVBoxLayout(frame)
        inside.setSpacing(8)
        for words_of in (words(text("report.fallback"), "heading"), words(text("report.fallback-note"), "quiet")):
            inside.addWidget(words_of)
        inside.addWidget(words(content.fallback.basis, "quiet"))
        inside.addWidget(BannerView(content.fallback.banner, self._language, 0.72))
        self._rate(outcome.fallback, inside)
        if outcome.fallback.risk is None:
            wanting = [(line, "") for line in content.fallback.warnings]
            inside.addWidget(finding_list(wanting, self.structure_chosen.emit, self._language))
            self._missing(outcome.fallback, inside)
        self._risk_parts(outcome.fallback, content.fallback, inside, "fallback-")
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
        if content.edited:
            self._column.addWidget(words(self._language.text("report.edited-line", edits=content.edited), bold=True))

    def _findings(self, lines: list[tuple[Line, str]]) -> None:
        """The gravest at once, the others under the quality gates."""
        if not lines:
            return
        box = finding_list(lines[:FIRST_FINDINGS], self.structure_chosen.emit, self._language)
        self._column.addWidget(box)
        if len(lines) > FIRST_FINDINGS:
            count = len(lines) - FIRST_FINDINGS
            self._column.addWidget(words(self._language.text("ui.result.more-findings", count=count), "quiet"))

    def _risk_parts(self, outcome: Outcome, content: Content, column: QVBoxLayout, key: str) -> None:
        """Checks, what makes up a risk, and what is to be done."""
        text = self._language.text
        if content.advice:
            self._section(key + "advice", text("report.advice"), advice_list(content.advice), column)
        self._explained(outcome.risk, content.explained.front, column, key)
        if content.checklist:
            self._section(key + "checklist", content.words["checklist"], checklist_view(content), column)

    def _explained(self, risk: Risk | None, sections: Iterable[Front | Back], column: QVBoxLayout, key="") -> None:
        for section in sections:
            how = SHOWN[type(section)]
            made = how.make(section, risk, self._language, self.what_if_wanted.emit)
            self._section(key + how.key, self._language.text(how.title), made, column)

    def _background(self, outcome: Outcome, content: Content) -> None:
        """Measures, the rest of the explanation, gates, answers and what it all rests on."""
        text = self._language.text
        if content.measures:
            self._section("measures", content.words["measures"], self._measures(outcome, content), self._column)
        beside = content.explained.back == () and content.fallback is not None
        shown, told = (outcome.fallback, content.fallback) if beside else (outcome, content)
        self._explained(shown.risk, told.explained.back, self._column)
        if self._lines:
            gates = finding_list(self._lines, self.structure_chosen.emit, self._language)
            self._section("gates", text("report.gates"), gates, self._column)
        given = tuple((label, f"{value} ({origin})") for label, value, origin in content.answers)
        if given:
            self._section("inputs", text("report.inputs"), pairs(given), self._column)
        rows = [*content.provenance, *content.figures]
        rows += [
            (text("report.limits"), "\n".join(content.limits)),
            (text("report.sources"), "\n".join(content.sources)),
        ]
        about = pairs(tuple(row for row in rows if row[1]))
        self._section("about", text("ui.result.about"), about, self._column)

    def _measures(self, outcome: Outcome, content: Content) -> QWidget:
        table = MeasureTable(outcome, content, self._language)
        table.chosen.connect(self.structure_chosen)
        return stacked(table, words(content.measures_note, "quiet"))

    def _section(self, key: str, title: str, body: QWidget, column: QVBoxLayout) -> None:
        made = Section(key, title, body, self._open.get(key, key.removeprefix("fallback-") not in CLOSED))
        made.folded.connect(self.folded)
        self.sections[key] = made
        column.addWidget(made)

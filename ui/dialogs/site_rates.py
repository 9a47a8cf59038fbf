"""Pages of the site profile about outcomes: how often each happens, and the optional modules."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFrame, QStackedWidget, QVBoxLayout, QWidget

from desktop.language import Language
from ui.dialogs.site_draft import (
    Data,
    OutcomeUse,
    number_text,
    percent_text,
    share_of,
    whole_of,
    with_others,
    without_empty,
)
from ui.dialogs.site_pages import NUMBER_WIDTH, SitePage, choices
from ui.dialogs.widgets import Notice, column, label, panel, row
from ui.text import Label, without_keys

Z95 = 1.959964
"""Of a normal distribution: 95 % lie within so many standard deviations."""


def rate_words(entry: dict[str, Any], language: Language) -> str:
    """The event rate that an entry says, with the interval that its counts give; empty while it says none."""
    from desktop.report.wording import percent
    from inference.reading import Fault
    from inference.site import Prevalence

    try:
        known = Prevalence(**entry)
    except (Fault, TypeError):
        return ""
    rate = percent(known.value, language)
    if not known.log_odds_variance:
        return language.text("ui.site.rate-is", rate=rate)
    log_odds, reach = math.log(known.value / (1 - known.value)), Z95 * math.sqrt(known.log_odds_variance)
    low, high = (percent(1 / (1 + math.exp(-(log_odds + sign * reach))), language) for sign in (-1, 1))
    return language.text("ui.site.rate-between", rate=rate, low=low, high=high)


class RatePanel(QFrame):
    """How often one outcome happens here."""

    def __init__(self, outcome: OutcomeUse, entry: Data, host: SitePage) -> None:
        super().__init__()
        text, number = host.language.text, number_text
        self._language = host.language
        counted_words = text("words.counted") if outcome.counted is None else host.language.of(outcome.counted)
        total, times = (text(f"ui.site.{name}", counted=counted_words) for name in ("counted", "times"))
        counted, rated = entry.get("events") is not None, entry.get("rate") is not None
        kinds = [(name, text(f"ui.site.rate-{name}")) for name in ("unknown", "counts", "share")]
        kind = "counts" if counted or entry.get("injections") is not None else "share" if rated else "unknown"
        self.kind = choices(text("ui.site.rate-kind"), kinds, kind)
        self.events = host.line(number(entry.get("events")), text("ui.site.events"), NUMBER_WIDTH)
        self.injections = host.line(number(entry.get("injections")), total, NUMBER_WIDTH)
        self.rate = host.line(percent_text(entry.get("rate")), text("ui.site.rate"), NUMBER_WIDTH)
        self.source = host.line(entry.get("source") or "", text("ui.site.source"))
        self.source.setPlaceholderText(text("ui.site.source-hint"))
        self.fault, self._summary = Notice(), label("quiet")
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(_holder(self.events, text("ui.site.events-of"), self.injections, times))
        self._stack.addWidget(_holder(self.rate, "%"))
        self._source_row = _holder(text("ui.site.source"), self.source, stretch=False)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.kind.currentIndexChanged.connect(host.changed)
        for control in (self.events, self.injections, self.rate):
            control.textChanged.connect(self._summarize)
        self.setProperty("role", "panel")
        content = column(
            host.heading_of(outcome), row(self.kind, self._stack), self._source_row, self._summary, self.fault
        )
        content.itemAt(1).layout().setStretch(1, 1)
        content.setContentsMargins(14, 12, 14, 12)
        self.setLayout(content)
        self._show_kind()

    def entry(self) -> Data | None:
        """What is typed; None: the rate is not known."""
        kind = self.kind.currentData()
        if kind == "unknown":
            return None
        source = {"source": self.source.text().strip()}
        if kind == "share":
            return {"rate": share_of(self.rate.text()), **source}
        return {"events": whole_of(self.events.text()), "injections": whole_of(self.injections.text()), **source}

    def _show_kind(self) -> None:
        self._stack.setCurrentIndex(self.kind.currentIndex())
        self._source_row.setVisible(self.kind.currentData() != "unknown")
        self._summarize()

    def _summarize(self) -> None:
        entry = self.entry()
        self._summary.setText(rate_words(entry, self._language) if entry else "")


def _holder(*parts: QWidget | str, stretch: bool = True) -> QWidget:
    """Controls with words between them in one line."""
    made = QWidget()
    layout = row(*(Label(part) if isinstance(part, str) else part for part in parts), *((None,) if stretch else ()))
    layout.setContentsMargins(0, 0, 0, 0)
    made.setLayout(layout)
    return made


class RatesPage(SitePage):
    """How often each outcome happens here."""

    sections = ("prevalence",)

    def __init__(self, outcomes: list[OutcomeUse], language: Language) -> None:
        super().__init__(language)
        self._outcomes = [outcome for outcome in outcomes if outcome.rated]

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        entries = data.get("prevalence") or {}
        shown = with_others(self._outcomes, entries)
        self.panels = {outcome.id: RatePanel(outcome, entries.get(outcome.id) or {}, self) for outcome in shown}
        self.fields = {f"prevalence.{name}": made.fault for name, made in self.panels.items()}
        hint = self.language.text("ui.site.rates-hint" if shown else "ui.site.no-rates")
        self.set_content(column(self.hint(hint), *self.panels.values(), None))

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data."""
        data["prevalence"] = without_empty({name: made.entry() for name, made in self.panels.items()})


class ModulesPage(SitePage):
    """Optional groups of factors, off until the site switches them on."""

    sections = ("modules",)

    def __init__(self, outcomes: list[OutcomeUse], language: Language) -> None:
        super().__init__(language)
        self._outcomes = [outcome for outcome in outcomes if outcome.modules]

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        entries = data.get("modules") or {}
        shown = with_others(self._outcomes, (name for name, modules in entries.items() if modules))
        self.boxes: dict[str, dict[str, QCheckBox]] = {}
        panels = [self._panel(outcome, entries.get(outcome.id) or []) for outcome in shown]
        hint = self.language.text("ui.site.modules-hint" if shown else "ui.site.no-modules")
        self.set_content(column(self.hint(hint), *panels, None))

    def _panel(self, outcome: OutcomeUse, on: list[str]) -> QFrame:
        titles = {module.id: self.language.of(module.title) for module in outcome.modules}
        titles |= {name: self.language.text("ui.site.module-unknown", module=name) for name in on if name not in titles}
        boxes, fault, lines = {}, Notice(), QVBoxLayout()
        for name, title in titles.items():
            boxes[name] = QCheckBox(without_keys(title))
            boxes[name].setChecked(name in on)
            boxes[name].toggled.connect(self.changed)
            lines.addWidget(boxes[name])
        self.boxes[outcome.id] = boxes
        self.fields[f"modules.{outcome.id}"] = fault
        return panel(column(self.heading_of(outcome), lines, fault))

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data; an outcome that had none switched on keeps its empty list."""
        entries = data.get("modules") or {}
        known = {outcome.id for outcome in self._outcomes}
        for outcome, boxes in self.boxes.items():
            on = [name for name, box in boxes.items() if box.isChecked()]
            if on or (outcome in known and outcome in entries):
                entries[outcome] = on
            else:
                entries.pop(outcome, None)
        data["modules"] = entries

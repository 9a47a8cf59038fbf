"""Page of the site profile about its own patients: how the answers are spread among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from desktop.language import Language
from ui.dialogs.site_draft import Data, number_of, number_text, percent_text, share_of
from ui.dialogs.site_pages import NUMBER_WIDTH, SitePage
from ui.dialogs.widgets import Notice, column, label
from ui.text import Label
from ui.theme import TOUCH_PX

if TYPE_CHECKING:
    from inference.predictors import Predictor
    from inference.risk.population import Normal, Shares

WHOLE = 1e-6
"""Shares that sum to 1 as closely as this are taken for whole."""


class Spread(QWidget):
    """How one predictor is spread: a line an answer, or mean and standard deviation."""

    def __init__(self, predictor: Predictor | None, packs: Normal | Shares | None, own: Data, host: SitePage) -> None:
        from inference.predictors import ChoicePredictor

        super().__init__()
        text = host.language.text
        self._language, self._shares = host.language, isinstance(predictor, ChoicePredictor)
        self.own, self.fault, self._sum = QCheckBox(text("ui.site.population-own")), Notice(), label("quiet")
        self.own.setChecked(bool(own))
        title, grid = label("heading", wrap=True), QGridLayout()
        title.setText(host.language.of(predictor.label) if predictor else text("ui.site.predictor-unknown"))
        self.lines: dict[str, QLineEdit] = {}
        for line, (name, words) in enumerate(self._names(predictor, own).items()):
            shown = percent_text(own.get(name)) if self._shares else number_text(own.get(name))
            self.lines[name] = host.line(shown, words, NUMBER_WIDTH)
            self.lines[name].setEnabled(self.own.isChecked())
            self.lines[name].textChanged.connect(self._add_up)
            self.own.toggled.connect(self.lines[name].setEnabled)
            unit = "%" if self._shares else host.language.unit(predictor.unit) if predictor else ""
            described = Label(words)
            described.setBuddy(self.lines[name])
            grid.addWidget(described, line, 0)
            grid.addWidget(self.lines[name], line, 1)
            grid.addWidget(Label(unit), line, 2)
            grid.addWidget(host.hint(self._of_pack(packs, name)), line, 3)
        grid.setColumnStretch(3, 1)
        grid.setHorizontalSpacing(12)
        self.own.toggled.connect(host.changed)
        self.own.toggled.connect(self._add_up)
        self.setLayout(column(title, self.own, grid, self._sum, self.fault, None))
        self._add_up()

    def data(self) -> Data | None:
        """What is typed; None: the pack's population stands."""
        if not self.own.isChecked():
            return None
        read = share_of if self._shares else number_of
        typed = {name: read(line.text()) for name, line in self.lines.items()}
        return {name: value for name, value in typed.items() if value is not None}

    def _names(self, predictor: Predictor | None, own: Data) -> dict[str, str]:
        """What a figure is asked for: each answer, or mean and standard deviation; then what else is in the profile."""
        from inference.predictors import ChoicePredictor

        if predictor is None:
            known = {}
        elif isinstance(predictor, ChoicePredictor):
            known = {choice.value: self._language.of(choice.label) for choice in predictor.choices}
        else:
            known = {name: self._language.text(f"ui.site.population-{name}") for name in ("mean", "sd")}
        return known | {name: name for name in own if name not in known}

    def _of_pack(self, packs: Normal | Shares | None, name: str) -> str:
        if packs is None:
            return ""
        value = packs.shares.get(name) if hasattr(packs, "shares") else {"mean": packs.mean, "sd": packs.sd}.get(name)
        shown = self._language.percent(percent_text(value)) if self._shares else number_text(value)
        return "" if value is None else self._language.text("ui.site.population-pack", value=shown)

    def _add_up(self) -> None:
        """Say how much of the whole is given."""
        if not (self._shares and self.own.isChecked()):
            self._sum.setText("")
            return
        numbers = [value for value in (self.data() or {}).values() if isinstance(value, float)]
        whole = abs(sum(numbers) - 1) <= WHOLE
        message = "ui.site.population-whole" if whole else "ui.site.population-adds-up"
        self._sum.setText(self._language.text(message, sum=f"{100 * sum(numbers):.6g}"))


class PopulationPage(SitePage):
    """The site's own patients."""

    sections = ("population",)

    def __init__(self, known: dict[str, tuple[Predictor, Normal | Shares]], language: Language) -> None:
        super().__init__(language)
        self._known = known

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        entries, text = data.get("population") or {}, self.language.text
        names = [*self._known, *(name for name in entries if name not in self._known)]
        self.list, self._stack = QListWidget(), QStackedWidget()
        self.list.setAccessibleName(text("ui.site.tab-population"))
        self.spreads: dict[str, Spread] = {}
        for name in names:
            predictor, packs = self._known.get(name, (None, None))
            spread = self.spreads[name] = Spread(predictor, packs, entries.get(name) or {}, self)
            self.fields[f"population.{name}"] = spread.fault
            self._stack.addWidget(spread)
            item = QListWidgetItem()
            item.setSizeHint(QSize(0, TOUCH_PX))
            self.list.addItem(item)
            spread.own.toggled.connect(self._mark_own)
        self._mark_own()
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.list)
        both.addWidget(self._stack)
        both.setSizes([300, 700])
        both.setChildrenCollapsible(False)
        hint = self.hint(text("ui.site.population-hint" if names else "ui.site.no-population"))
        content = column(hint, both)
        content.setStretch(1, 1)
        self.set_content(content)

    def go_to(self, place: str) -> None:
        """Show the predictor of a place."""
        for number, name in enumerate(self.spreads):
            if self.fields[f"population.{name}"] is self.field_at(place):
                self.list.setCurrentRow(number)
        self.list.setFocus()

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data."""
        typed = {name: spread.data() for name, spread in self.spreads.items()}
        data["population"] = {name: value for name, value in typed.items() if value is not None}

    def _mark_own(self) -> None:
        """Say in the list which predictors have figures of the site's own."""
        for number, (name, spread) in enumerate(self.spreads.items()):
            predictor = self._known[name][0] if name in self._known else None
            title = self.language.of(predictor.label) if predictor else name
            own = self.language.text("ui.site.population-is-own", predictor=title)
            self.list.item(number).setText(own if spread.own.isChecked() else title)

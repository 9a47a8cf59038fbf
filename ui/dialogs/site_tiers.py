"""Page of the site profile about tiers: where each begins, and what is done at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit

from desktop.language import Language
from ui.dialogs.shapes import shape_label
from ui.dialogs.site_draft import Data, OutcomeUse, percent_text, share_of, with_others, without_empty
from ui.dialogs.site_pages import NUMBER_WIDTH, SEPARATORS, SitePage
from ui.dialogs.widgets import Field, Notice, button, column, label, panel
from ui.text import Label

if TYPE_CHECKING:
    from inference.schema import Tier

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class TierRow:
    """Controls of one tier; ``begins`` is None for the lowest, to which everyone else belongs."""

    begins: QLineEdit | None
    actions: dict[str, QPlainTextEdit]

    def lines(self) -> list[dict[str, str]]:
        """The actions, one a line, in both languages side by side."""
        zh, en = ([line.strip() for line in self._text(code).splitlines() if line.strip()] for code in LANGUAGES)
        return [{"zh": one, "en": other} for one, other in zip_longest(zh, en, fillvalue="")]

    def _text(self, code: str) -> str:
        return self.actions[code].toPlainText()


@dataclass(frozen=True, slots=True)
class TierPanel:
    """Controls of one outcome."""

    own: QCheckBox
    rows: dict[str, TierRow] = field(default_factory=dict)


class TiersPage(SitePage):
    """Where tiers begin and what is done at them, by outcome."""

    sections = ("cut_offs", "actions")

    def __init__(self, outcomes: list[OutcomeUse], language: Language) -> None:
        super().__init__(language)
        self._outcomes = [outcome for outcome in outcomes if outcome.tiers]

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        self._data = data
        self.panels: dict[str, TierPanel] = {}
        shown = with_others(self._outcomes, {*self._entries("cut_offs"), *self._entries("actions")})
        frames = [self._panel(outcome) for outcome in shown]
        hint = self.language.text("ui.site.tiers-hint" if shown else "ui.site.no-tiers")
        self.set_content(column(self.hint(hint), *frames, None))

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data."""
        cut_offs, actions = {}, {}
        for outcome, made in self.panels.items():
            if made.own.isChecked():
                lowest = {name: 0.0 for name, row in made.rows.items() if row.begins is None}
                kept = {name: 0.0 for name in lowest if name in self._entries("cut_offs").get(outcome, {})}
                typed = {name: share_of(row.begins.text()) for name, row in made.rows.items() if row.begins is not None}
                cut_offs[outcome] = {name: value for name, value in typed.items() if value is not None} | kept
            actions[outcome] = without_empty({name: row.lines() for name, row in made.rows.items()})
        data["cut_offs"], data["actions"] = cut_offs, without_empty(actions)

    def field_at(self, place: str) -> Field | Notice | None:
        """The field of a place; a fault of one action is shown at the language that it is in."""
        section, *names = SEPARATORS.split(place)
        if section == "actions" and len(names) > 2:
            return self.fields.get(".".join((section, *names[:2], names[-1]))) or super().field_at(place)
        return super().field_at(place)

    def _entries(self, section: str) -> Data:
        return self._data.get(section) or {}

    def _panel(self, outcome: OutcomeUse) -> QFrame:
        text, name = self.language.text, outcome.id
        cut_offs, actions = self._entries("cut_offs").get(name) or {}, self._entries("actions").get(name) or {}
        own = QCheckBox(text("ui.site.own-cut-offs"))
        own.setChecked(bool(cut_offs))
        self.panels[name] = TierPanel(own)
        fault = Notice()
        self.fields |= {f"cut_offs.{name}": fault, f"actions.{name}": fault}
        grid = QGridLayout()
        for place, heading in enumerate(("tier", "begins", "actions-zh", "actions-en")):
            words = label("quiet")
            words.setText(text(f"ui.site.{heading}"))
            grid.addWidget(words, 0, place)
        tiers = {tier.id: tier for tier in outcome.tiers}
        lowest = outcome.tiers[-1].id if outcome.tiers else None
        known = [*tiers, *(tier for tier in {**cut_offs, **actions} if tier not in tiers)]
        for line, tier in enumerate(known, 1):
            numbered = tier != lowest or bool(cut_offs.get(tier))
            begins = self._begins(name, tier, cut_offs, own) if numbered else None
            self._add_row(grid, line, name, tier, tiers.get(tier), begins, actions.get(tier) or [])
        grid.setColumnStretch(2, 1)
        grid.setColumnStretch(3, 1)
        own.toggled.connect(self.changed)
        return panel(column(self.heading_of(outcome), own, fault, grid))

    def _begins(self, outcome: str, tier: str, cut_offs: Data, own: QCheckBox) -> QLineEdit:
        name = self.language.text("ui.site.begins-of", tier=tier)
        begins = self.line(percent_text(cut_offs.get(tier)), name, NUMBER_WIDTH)
        begins.setEnabled(own.isChecked())
        own.toggled.connect(begins.setEnabled)
        self.fields[f"cut_offs.{outcome}.{tier}"] = Field(begins)
        return begins

    def _add_row(
        self,
        grid: QGridLayout,
        line: int,
        outcome: str,
        tier_id: str,
        tier: Tier | None,
        begins: QLineEdit | None,
        actions: list[Data],
    ) -> None:
        text = self.language.text
        title = self.language.of(tier.title) if tier else text("ui.site.tier-unknown", tier=tier_id)
        grid.addWidget(shape_label(title, tier), line, 0)
        if begins is None:
            words = Label(text("ui.site.below-all"))
            grid.addWidget(words, line, 1)
        else:
            number = QHBoxLayout()
            number.addWidget(self.fields[f"cut_offs.{outcome}.{tier_id}"])
            number.addWidget(Label("%"))
            grid.addLayout(number, line, 1)
        blocks = {}
        for place, code in enumerate(LANGUAGES, 2):
            shown = "\n".join(action.get(code, "") for action in actions)
            blocks[code] = self.block(shown, text(f"ui.site.actions-of-{code}", tier=title))
            blocks[code].setPlaceholderText(self._pack_actions(tier, code))
            self.fields[f"actions.{outcome}.{tier_id}.{code}"] = Field(blocks[code])
            grid.addWidget(self.fields[f"actions.{outcome}.{tier_id}.{code}"], line, place)
        self.fields[f"actions.{outcome}.{tier_id}"] = self.fields[f"actions.{outcome}.{tier_id}.zh"]
        self.panels[outcome].rows[tier_id] = TierRow(begins, blocks)
        if tier is not None and tier.actions:
            grid.addWidget(self._copy_button(tier, blocks), line, 4)

    def _pack_actions(self, tier: Tier | None, code: str) -> str:
        given = "\n".join(action.of(code) for action in tier.actions) if tier else ""
        return given or self.language.text("ui.site.no-actions")

    def _copy_button(self, tier: Tier, blocks: dict[str, QPlainTextEdit]):
        """Begin with the pack's own words."""

        def copy() -> None:
            for code, block in blocks.items():
                block.setPlainText("\n".join(action.of(code) for action in tier.actions))

        made = button("copy")
        made.setToolTip(self.language.text("ui.site.copy-actions", tier=self.language.of(tier.title)))
        made.setAccessibleName(made.toolTip())
        made.clicked.connect(copy)
        return made

"""Pages of the site profile: what each has in common, and the general one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLayout, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from desktop.language import Language
from ui.dialogs.site_draft import Data, OutcomeUse, Problem, number_text, whole_of
from ui.dialogs.widgets import Field, Notice, column, label, row
from ui.inputs import ListBox
from ui.text import Label

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest

SEPARATORS = re.compile(r"[.\[\]]+")
FIELD_WIDTH = 420
NUMBER_WIDTH = 110


class SitePage(QScrollArea):
    """One tab: it shows its part of the data, and puts it back.

    Attributes
    ----------
    fields
        By place in the data: where a fault is shown.
    sections
        First parts of the places that this page answers for.
    """

    changed = Signal()
    sections: tuple[str, ...] = ()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.fields: dict[str, Field | Notice] = {}
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_content(self, content: QLayout) -> None:
        """Show new content in place of the old."""
        content.setContentsMargins(14, 14, 14, 14)
        content.setSpacing(10)
        shown = QWidget()
        shown.setLayout(content)
        self.setWidget(shown)

    def forget(self) -> None:
        """Before new content is made: the fields of the old one are gone."""
        self.fields = {}

    def answers_for(self, place: str) -> bool:
        """Whether a place in the data is on this page."""
        return SEPARATORS.split(place)[0] in self.sections

    def show_problem(self, problem: Problem) -> None:
        """Show what is wrong at the innermost field that it is about; the gravest stays."""
        field = self.field_at(problem.place)
        if field is not None and not notice_of(field).text():
            notice_of(field).say(problem.text, problem.severity)

    def clear_problems(self) -> None:
        """Take all that was wrong away."""
        for field in self.fields.values():
            notice_of(field).say("")

    def go_to(self, place: str) -> None:
        """Put the cursor into the field of a place."""
        field = self.field_at(place)
        if field is not None:
            self.ensureWidgetVisible(field)
            field.setFocus()

    def field_at(self, place: str) -> Field | Notice | None:
        """The innermost field that holds a place."""
        parts = SEPARATORS.split(place)
        for length in range(len(parts), 0, -1):
            found = self.fields.get(".".join(parts[:length]))
            if found is not None:
                return found
        return None

    def line(self, text: str, name: str, width: int = 0) -> QLineEdit:
        """An input line with an accessible name."""
        made = QLineEdit(text)
        made.setAccessibleName(name)
        if width:
            made.setFixedWidth(width)
        made.textChanged.connect(self.changed)
        return made

    def block(self, text: str, name: str) -> QPlainTextEdit:
        """An input of several lines; Tab leaves it."""
        made = QPlainTextEdit(text)
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setMinimumHeight(96)
        made.textChanged.connect(self.changed)
        return made

    def heading_of(self, outcome: OutcomeUse) -> QLayout:
        """What an outcome is called: the packs that predict it, and its id."""
        title, quiet = label("heading", wrap=True), label("quiet", wrap=True)
        title.setText(self.language.text("list.separator").join(map(self.language.of, outcome.titles)) or outcome.id)
        known = "ui.site.outcome" if outcome.titles else "ui.site.outcome-unknown"
        quiet.setText(self.language.text(known, outcome=outcome.id))
        made = column(title, quiet)
        made.setSpacing(0)
        return made

    def hint(self, text: str) -> Label:
        """A quiet sentence of explanation."""
        made = label("quiet", wrap=True)
        made.setText(text)
        return made


def notice_of(field: Field | Notice) -> Notice:
    """Where what is wrong at a field is said."""
    return field.fault if isinstance(field, Field) else field


def chosen(box: ListBox, value: object) -> None:
    """Choose the item that stands for a value."""
    box.setCurrentIndex(max(box.findData(value), 0))


def choices(name: str, items: Iterable[tuple[object, str]], value: object) -> ListBox:
    """A box of choices, each of which stands for a value."""
    box = ListBox()
    box.setAccessibleName(name)
    for stands_for, text in items:
        box.addItem(text, stands_for)
    chosen(box, value)
    return box


class GeneralPage(SitePage):
    """Name, language, paper, default pack, how old images may be, when the window is covered, protocol."""

    sections = ("name", "language", "paper", "default_pack", "max_image_age_days", "cover_after_minutes", "protocol")

    def __init__(self, packs: list[Manifest], language: Language) -> None:
        super().__init__(language)
        self._packs = packs

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        text = self.language.text
        self.name = self.line(data.get("name") or "", text("ui.site.name"))
        languages = ((None, text("ui.site.language-own")), ("zh", "中文"), ("en", "English"))
        self.report_language = choices(text("ui.site.language"), languages, data.get("language"))
        self.paper = choices(text("ui.site.paper"), (("A4", "A4"), ("Letter", "Letter")), data.get("paper") or "A4")
        self.pack = choices(text("ui.site.default-pack"), self._pack_items(data), data.get("default_pack"))
        self.image_age = self.line(number_text(data.get("max_image_age_days")), text("ui.site.max-image-age-days"))
        minutes = number_text(data.get("cover_after_minutes"))
        self.cover = self.line(minutes, text("ui.site.cover-after-minutes"))
        self.cover.setPlaceholderText(text("ui.site.cover-never"))
        protocol = data.get("protocol") or {}
        self.protocol = {
            code: self.block(protocol.get(code, ""), text(f"ui.site.protocol-{code}")) for code in ("zh", "en")
        }
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for name, control in (
            ("name", self.name),
            ("language", self.report_language),
            ("paper", self.paper),
            ("default_pack", self.pack),
            ("max_image_age_days", self.image_age),
            ("cover_after_minutes", self.cover),
        ):
            self.fields[name] = Field(control)
            control.setMaximumWidth(FIELD_WIDTH)
            control.setMinimumWidth(FIELD_WIDTH)
            words = Label(text(f"ui.site.{name.replace('_', '-')}"))
            words.setBuddy(control)
            form.addRow(words, self.fields[name])
        for box in (self.report_language, self.paper, self.pack):
            box.currentIndexChanged.connect(self.changed)
        blocks = []
        for code, control in self.protocol.items():
            self.fields[f"protocol.{code}"] = Field(control)
            words = Label(text(f"ui.site.protocol-{code}"))
            words.setBuddy(control)
            blocks.append(column(words, self.fields[f"protocol.{code}"]))
        heading = label("heading")
        heading.setText(text("ui.site.protocol"))
        self.set_content(column(form, heading, self.hint(text("ui.site.protocol-hint")), row(*blocks), None))

    def _pack_items(self, data: Data) -> list[tuple[str | None, str]]:
        """Installed packs, and the one that is set, installed or not."""
        items = [(None, self.language.text("ui.site.no-default-pack"))]
        items += [(manifest.id, self.language.of(manifest.title)) for manifest in self._packs]
        own = data.get("default_pack")
        if own not in [value for value, _ in items]:
            items.append((own, self.language.text("ui.site.pack-missing", pack=own)))
        return items

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data."""
        data["name"] = self.name.text().strip()
        data["language"] = self.report_language.currentData()
        data["paper"] = self.paper.currentData()
        data["default_pack"] = self.pack.currentData()
        days = whole_of(self.image_age.text())
        data.pop("max_image_age_days", None)
        data |= {} if days is None else {"max_image_age_days": days}
        data["cover_after_minutes"] = whole_of(self.cover.text())
        protocol = {code: block.toPlainText().strip() for code, block in self.protocol.items()}
        data["protocol"] = protocol if any(protocol.values()) else None

"""Page of the site profile about the contrast agents that the site stocks."""

from __future__ import annotations

import re
from itertools import product

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.language import Language
from ui.dialogs.site_draft import Data, Problem, number_of, number_text
from ui.dialogs.site_pages import SitePage
from ui.dialogs.widgets import Notice, button, column, row, row_icon, rows_of

COLUMNS = ("id", "label.zh", "label.en", "iodine_mg_ml", "viscosity_mpa_s", "citation")
PLACE = re.compile(r"agents\[(\d+)\](?:\.(.+))?$")


class AgentsPage(SitePage):
    """A table to type in."""

    sections = ("agents",)

    def __init__(self, language: Language) -> None:
        super().__init__(language)
        self.table = QTableWidget(0, len(COLUMNS))

    def show_data(self, data: Data) -> None:
        """Show this page's part of the data."""
        self.forget()
        text = self.language.text
        self.table = QTableWidget(0, len(COLUMNS))
        rows_of(self.table, 5, text("ui.site.tab-agents"))
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setShowGrid(True)
        self.table.setMinimumHeight(260)
        names = [text(f"ui.site.agent-{name.replace('.', '-').replace('_', '-')}") for name in COLUMNS]
        self.table.setHorizontalHeaderLabels(names)
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(90)
        for place in (1, 2):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        for agent in data.get("agents") or []:
            self._append(agent)
        self.table.itemChanged.connect(self.changed)
        self.add, self.remove = button("plus"), button("trash")
        self.add.setText(text("ui.site.agent-add"))
        self.remove.setText(text("ui.site.agent-remove"))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        fault = self.fields["agents"] = Notice()
        content = column(self.hint(text("ui.site.agents-hint")), fault, self.table, row(self.add, self.remove, None))
        content.setStretch(2, 1)
        self.set_content(content)

    def put_data(self, data: Data) -> None:
        """Put what this page shows into the data; rows in which nothing stands are left out."""
        data["agents"] = [self._agent(line) for line in self._filled()]

    def show_problem(self, problem: Problem) -> None:
        """Show it above the table, and a sign in the cell that it is about."""
        super().show_problem(problem)
        cell = self._cell(problem.place)
        if cell is not None:
            self._mark(cell, row_icon("alert-octagon"), problem.text)

    def clear_problems(self) -> None:
        """Take all signs away."""
        super().clear_problems()
        for line, place in product(range(self.table.rowCount()), range(len(COLUMNS))):
            self._mark(self.table.item(line, place), QIcon(), "")

    def go_to(self, place: str) -> None:
        """Put the cursor into the cell of a place."""
        self.table.setCurrentItem(self._cell(place))
        self.table.setFocus()

    def _mark(self, cell: QTableWidgetItem, sign: QIcon, text: str) -> None:
        self.table.blockSignals(True)
        cell.setIcon(sign)
        cell.setToolTip(text)
        self.table.blockSignals(False)

    def _cell(self, place: str) -> QTableWidgetItem | None:
        found, filled = PLACE.match(place), self._filled()
        if found is None or int(found[1]) >= len(filled):
            return None
        part = found[2] if found[2] in COLUMNS else COLUMNS[0]
        return self.table.item(filled[int(found[1])], COLUMNS.index(part))

    def _append(self, agent: Data) -> None:
        line = self.table.rowCount()
        self.table.insertRow(line)
        label = agent.get("label") or {}
        numbers = (number_text(agent.get(name)) for name in ("iodine_mg_ml", "viscosity_mpa_s"))
        texts = (agent.get("id"), label.get("zh"), label.get("en"), *numbers, agent.get("citation"))
        for place, text in enumerate(texts):
            self.table.setItem(line, place, QTableWidgetItem(text or ""))

    def _add(self) -> None:
        self.table.blockSignals(True)
        self._append({})
        self.table.blockSignals(False)
        first = self.table.item(self.table.rowCount() - 1, 0)
        self.table.setCurrentItem(first)
        self.table.editItem(first)

    def _remove(self) -> None:
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())
            self.changed.emit()

    def _texts(self, line: int) -> list[str]:
        return [self.table.item(line, place).text().strip() for place in range(len(COLUMNS))]

    def _filled(self) -> list[int]:
        return [line for line in range(self.table.rowCount()) if any(self._texts(line))]

    def _agent(self, line: int) -> Data:
        name, zh, en, iodine, viscosity, citation = self._texts(line)
        numbers = {"iodine_mg_ml": number_of(iodine), "viscosity_mpa_s": number_of(viscosity)}
        return {"id": name, "label": {"zh": zh, "en": en}, **numbers, "citation": citation}

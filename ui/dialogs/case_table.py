"""The list of stored cases as a table that can be sorted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QIcon

from desktop.cases.model import to_the_minute
from desktop.language import Language
from inference.text import readable_name
from ui.dialogs.shapes import shape_icon
from ui.dialogs.widgets import row_icon
from ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from desktop.cases import CaseRow

COLUMNS = ("created", "patient", "patient-id", "accession", "pack", "result", "edited", "event")
RESULT, EDITED, EVENT = (COLUMNS.index(name) for name in ("result", "edited", "event"))
ROLE = Qt.ItemDataRole


def patient_of(row: CaseRow) -> str:
    """A DICOM name as people read it."""
    return readable_name(row.patient_name)


def result_of(row: CaseRow, language: Language) -> str:
    """How a case ended, in words: the tier with its percentage, or what there is instead."""
    from desktop.report.wording import percent

    if row.tier is not None:
        parts = [language.of(row.tier_title) if row.tier_title else row.tier]
        parts += [percent(row.probability, language)] if row.probability is not None else []
    else:
        parts = [language.text(f"cases.state.{row.state}")] if row.state != "signed" else []
    if row.signed_version:
        name = "signed" if row.state == "signed" else "earlier"
        parts.append(language.text(f"ui.signed.{name}", version=row.signed_version))
    return " · ".join(parts or [language.text(f"cases.state.{row.state}")])


def sign_of(row: CaseRow, theme: Theme) -> QIcon:
    """The shape of a case's tier, or the sign of what there is instead."""
    if row.tier is not None:
        return shape_icon(row.tier_shape, row.tier_colour, theme)
    return row_icon("hand-stop" if row.state == "refused" else "circle-dashed")


class CaseTable(QAbstractTableModel):
    """Rows of the case store."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CaseRow] = []
        self._language, self._theme = language, LIGHT
        self._sorted: tuple[int, Qt.SortOrder] = (0, Qt.SortOrder.DescendingOrder)

    def show(self, rows: list[CaseRow]) -> None:
        """Show these, in the order that was chosen last."""
        self.beginResetModel()
        self.rows = rows
        self._order()
        self.endResetModel()

    def dress(self, language: Language, theme: Theme) -> None:
        """Show all in a language and a theme."""
        self.beginResetModel()
        self._language, self._theme = language, theme
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """How many cases there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> object:
        """What a column is called."""
        if orientation == Qt.Orientation.Horizontal and role == ROLE.DisplayRole:
            return self._language.text(f"ui.cases.column-{COLUMNS[section]}")
        return None

    def data(self, index: QModelIndex, role: int = ROLE.DisplayRole) -> object:
        """Text, sign and tooltip of a cell."""
        row = self.rows[index.row()]
        if role == ROLE.DisplayRole:
            return self._texts(row)[index.column()]
        if role == ROLE.DecorationRole:
            return self._sign(row, index.column())
        if role == ROLE.ToolTipRole:
            date = row.study_date
            shown = f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 else date or "–"
            return self._language.text("ui.cases.tooltip", study=shown, changed=to_the_minute(row.changed))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen moves along."""
        self.layoutAboutToBeChanged.emit()
        before, held = [row.id for row in self.rows], self.persistentIndexList()
        self._sorted = column, order
        self._order()
        now = {row.id: number for number, row in enumerate(self.rows)}
        self.changePersistentIndexList(held, [self.index(now[before[i.row()]], i.column()) for i in held])
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted
        self.rows = sorted(self.rows, key=self._key(column), reverse=order == Qt.SortOrder.DescendingOrder)

    def _key(self, column: int) -> Callable[[CaseRow], object]:
        if column == 0:
            return lambda row: row.created
        if column == RESULT:
            return lambda row: (row.probability is not None, row.probability or 0.0, row.tier or "", row.state)
        return lambda row: self._texts(row)[column].casefold()

    def _texts(self, row: CaseRow) -> tuple[str, ...]:
        text = self._language.text
        return (
            to_the_minute(row.created),
            patient_of(row) or "–",
            row.patient_id or "–",
            row.accession or "–",
            row.pack,
            result_of(row, self._language),
            text("ui.cases.edited") if row.edited else "",
            text("ui.cases.entered") if row.has_event else "",
        )

    def _sign(self, row: CaseRow, column: int) -> QIcon | None:
        if column == RESULT:
            return sign_of(row, self._theme)
        if (column == EDITED and row.edited) or (column == EVENT and row.has_event):
            return row_icon("brush" if column == EDITED else "circle-check")
        return None

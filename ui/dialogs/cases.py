"""Stored cases: find, reopen, delete, and enter what happened afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QMenu, QStackedWidget, QTableView, QWidget

from desktop.cases.model import STATES, to_the_minute
from desktop.cases.prefill import event_of_case
from desktop.language import Language
from desktop.work import operations
from desktop.work.entered_outcomes import EnteredOutcomes
from inference.errors import PrecontrastError
from inference.text import joined
from ui.dialogs.case_table import COLUMNS, CaseTable, patient_of
from ui.dialogs.event import EventDialog
from ui.dialogs.widgets import Notice, button, column, confirmed, label, path_to_save, row, rows_of, run_dialog
from ui.icons import icon
from ui.inputs import ListBox
from ui.text import Label
from ui.theme import theme_of

if TYPE_CHECKING:
    from desktop.case_records import CaseRecords
    from desktop.cases import CaseRow
    from inference.packs.manifest import Manifest
    from inference.site import Agent

SEARCH_MS = 200
MOST = 500
"""Cases that are listed; who looks for another one types more of it."""


class CasesDialog(QDialog):
    """The case store in a window.

    Parameters
    ----------
    agents
        Contrast agents that the site stocks.
    user
        Who works here.
    packs
        Packs that may have predicted something, beside those that cases were opened with: fallbacks.

    Attributes
    ----------
    reopen
        Id of a case.
    """

    reopen = Signal(str)

    def __init__(
        self,
        records: CaseRecords,
        language: Language,
        agents: Sequence[Agent] = (),
        user: str = "",
        packs: Iterable[Manifest] = (),
        parent: QWidget | None = None,
        outcomes: EnteredOutcomes | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcomes = outcomes or EnteredOutcomes(records)
        self._records, self._agents, self._user, self._packs = records, agents, user, tuple(packs)
        self.search, self.state, self._count = QLineEdit(), ListBox(), label("quiet")
        self.table, self.model = QTableView(), CaseTable(language, self)
        self._empty, self._pages, self.notice = label("quiet", wrap=True), QStackedWidget(), Notice()
        self.open_button, self.event_button = button("folder-open", "primary"), button("clipboard-text")
        self.delete_button, self.export_button = button("trash"), button("table-export")
        self.undo_button, self._close, self._find = button("arrow-back-up"), button(), Label()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._build()
        self.set_language(language)
        self.search.setFocus()

    def _build(self) -> None:
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._find.setBuddy(self.search)
        self.table.setModel(self.model)
        rows_of(self.table, COLUMNS.index("patient"))
        self.table.setIconSize(QSize(18, 18))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        self.export_button.setMenu(QMenu(self.export_button))
        found = row(self._find, self.search, self.state)
        found.setStretch(1, 1)
        buttons = row(
            self.open_button,
            self.event_button,
            self.undo_button,
            self.delete_button,
            None,
            self.export_button,
            self._close,
        )
        layout = column(found, self._count, self._pages, self.notice, buttons)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.resize(1160, 680)
        self._connect()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._timer.start)
        self.search.returnPressed.connect(self._enter_table)
        self._timer.timeout.connect(self.refresh)
        self.table.doubleClicked.connect(self._reopen)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.state.currentIndexChanged.connect(self.refresh)
        self.open_button.clicked.connect(self._reopen)
        self.event_button.clicked.connect(self._enter_event)
        self.undo_button.clicked.connect(self._undo_event)
        self.delete_button.clicked.connect(self._delete)
        self.export_button.menu().aboutToShow.connect(self._list_exports)
        self._close.clicked.connect(self.reject)
        for watched in (self.table, self.search):
            watched.installEventFilter(self)

    def set_language(self, language: Language) -> None:
        """Word everything in a language."""
        self._language, text = language, language.text
        self.setWindowTitle(text("ui.cases.title"))
        self._find.setText(text("ui.cases.find"))
        self.search.setAccessibleName(text("ui.cases.find"))
        self.search.setPlaceholderText(text("ui.cases.find-hint"))
        self.table.setAccessibleName(text("ui.cases.title"))
        self.open_button.setText(text("ui.cases.open"))
        self.event_button.setText(text("ui.cases.event"))
        self.undo_button.setText(text("ui.cases.undo-event"))
        self.delete_button.setText(text("ui.cases.delete"))
        self.export_button.setText(text("ui.cases.export"))
        self.export_button.setToolTip(text("ui.cases.export-hint"))
        self._close.setText(text("ui.dialog.close"))
        self._word_states()
        self.model.dress(language, theme_of(self))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens and Delete deletes in the table; Down leads there from the search."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        keys = {Qt.Key.Key_Down: self._enter_table}
        if watched is self.table:
            keys = {Qt.Key.Key_Return: self._reopen, Qt.Key.Key_Enter: self._reopen, Qt.Key.Key_Delete: self._delete}
        do = keys.get(event.key())
        if do is not None:
            do()
        return do is not None

    def changeEvent(self, event: QEvent) -> None:
        """Shapes are drawn for a theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_language"):
            chosen = self._chosen()
            self.model.dress(self._language, theme_of(self))
            self._choose(chosen.id if chosen else None)

    def refresh(self) -> None:
        """Search again; what was chosen stays chosen while it is found."""
        self._timer.stop()
        chosen = self._chosen()
        typed = self.search.text().strip()
        try:
            rows = self._records.store.search(typed, self.state.currentData(), MOST)
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            rows = []
        self.model.show(rows)
        message = "ui.cases.first" if len(rows) == MOST else "ui.cases.count"
        self._count.setText(self._language.text(message, count=len(rows)))
        filtered = typed or self.state.currentData()
        self._empty.setText(self._language.text("ui.cases.not-found" if filtered else "ui.cases.none"))
        self._pages.setCurrentIndex(0 if rows else 1)
        self._choose(chosen.id if chosen else None)

    def _word_states(self) -> None:
        chosen = self.state.currentData()
        self.state.blockSignals(True)
        self.state.clear()
        self.state.setAccessibleName(self._language.text("ui.cases.state"))
        self.state.addItem(self._language.text("ui.cases.all-states"), None)
        for name in STATES:
            self.state.addItem(self._language.text(f"cases.state.{name}"), name)
        self.state.setCurrentIndex(max(self.state.findData(chosen), 0))
        self.state.blockSignals(False)

    def _chosen(self) -> CaseRow | None:
        number = self.table.currentIndex().row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def _choose(self, case_id: str | None) -> None:
        ids = [found.id for found in self.model.rows]
        if ids:
            self.table.selectRow(ids.index(case_id) if case_id in ids else 0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for made in (self.open_button, self.event_button, self.delete_button):
            made.setEnabled(self._chosen() is not None)
        self.undo_button.setVisible(self._chosen() is not None and self._outcomes.can_undo(self._chosen().id))

    def _enter_table(self) -> None:
        """From the search into what it found."""
        self.refresh()
        if self.model.rows:
            self.table.setFocus()

    def _reopen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.reopen.emit(chosen.id)

    def _who(self, chosen: CaseRow) -> str:
        names = (patient_of(chosen), chosen.patient_id, chosen.accession, to_the_minute(chosen.created))
        return joined(" · ", (name for name in names if name))

    def _delete(self) -> None:
        chosen, text = self._chosen(), self._language.text
        if chosen is None:
            return
        question = text("ui.cases.delete-question", case=self._who(chosen))
        if confirmed(self, self._language, question, text("ui.cases.delete-now")) and self._tried(
            lambda: operations.delete(self._records, chosen.id)
        ):
            self.refresh()
            self.notice.say(text("ui.cases.deleted", case=self._who(chosen)), "good")

    def _enter_event(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._tried(lambda: self._ask_event(chosen))

    def _ask_event(self, chosen: CaseRow) -> None:
        before, shown = self._outcomes.to_begin_with(chosen.id, self._language, self._user)
        asked = event_of_case(self._records.store, chosen, self._packs)
        dialog = EventDialog(shown, self._language, self._agents, self._user, self._who(chosen), self, asked)
        if not run_dialog(dialog):
            return
        self._outcomes.record(chosen.id, dialog.recorded(), before)
        self.refresh()
        self.notice.say(self._language.text("ui.cases.recorded", case=self._who(chosen)), "good")

    def _undo_event(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._tried(lambda: self._outcomes.undo(chosen.id)):
            self.refresh()
            self.notice.say(self._language.text("ui.outcome-undone"), "good")

    def _list_exports(self) -> None:
        """One entry for each version of each pack that predicted something."""
        menu, text = self.export_button.menu(), self._language.text
        menu.clear()
        found: list[tuple[str, str, int]] = []
        self._tried(lambda: found.extend(self._predicted()))
        for pack, version, count in found:
            words = text("ui.cases.export-of", pack=f"{pack} {version}", count=count)
            menu.addAction(words, partial(self._export, pack, version))
        if not found:
            menu.addAction(text("ui.cases.export-none")).setEnabled(False)

    def _predicted(self) -> Iterable[tuple[str, str, int]]:
        from desktop.cases.export import versions_of

        own = {pack.id for pack in self._packs}
        for pack in sorted({found.pack for found in self._records.store.search(limit=-1)} | own):
            for version, count in versions_of(self._records.store, pack).items():
                yield pack, version, count

    def _export(self, pack: str, version: str) -> None:
        text, name = self._language.text, f"{pack}-{version}-outcomes.csv"
        path = path_to_save(self, text("ui.cases.export-title"), name, text("ui.cases.export-kind") + " (*.csv)")
        if path is None:
            return
        counts: list[int] = []
        if self._tried(lambda: counts.append(operations.export_outcomes(self._records, pack, path, version))):
            of_version = [p for p in self._records.store.predictions(pack) if p.version == version and p.event]
            known = sum(prediction.event.happened is not None for prediction in of_version)
            self.notice.say(text("ui.cases.exported", count=counts[0], known=known, path=path), "good")

    def _tried(self, do) -> bool:
        """Do something with the store; what goes wrong is said."""
        self.notice.say("")
        try:
            do()
        except PrecontrastError as error:
            self.notice.say(self._language.error(error))
            return False
        return True

"""Stored cases in their window: find, reopen, delete, what happened, export."""

import csv

import pytest
from PySide6.QtCore import Qt

from desktop.cases import Event
from desktop.language import Language
from inference.errors import InputError
from ui.dialogs.case_table import COLUMNS
from ui.dialogs.cases import CasesDialog
from ui.theme import DARK, apply_theme

HIGH = "P1"


@pytest.fixture
def cases(qtbot, english, records, store):
    dialog = CasesDialog(records, english, user="A. Tester")
    qtbot.addWidget(dialog)
    return dialog


def column(dialog, name):
    place = COLUMNS.index(name)
    return [dialog.model.index(row, place).data() for row in range(dialog.model.rowCount())]


def choose(dialog, patient_id):
    row = [found.patient_id for found in dialog.model.rows].index(patient_id)
    dialog.table.selectRow(row)
    return dialog.model.rows[row].id


def test_every_case_is_listed_with_its_patient(cases):
    assert set(column(cases, "patient")) == {"Zhang Wei", "李娜", "–"}


def test_the_result_is_in_words_with_its_shape(cases):
    results = dict(zip(column(cases, "patient-id"), column(cases, "result")))
    assert results["P1"].startswith("HIGH · ")
    assert (results["P2"], results["–"]) == ("no result", "not finished")
    choose(cases, HIGH)
    index = cases.model.index(cases.table.currentIndex().row(), COLUMNS.index("result"))
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_edits_and_outcomes_are_marked(cases):
    marks = dict(zip(column(cases, "patient-id"), zip(column(cases, "edited"), column(cases, "event"))))
    assert marks == {"P1": ("edited", "entered"), "P2": ("", ""), "–": ("", "")}


def test_typing_searches(qtbot, cases):
    qtbot.keyClicks(cases.search, "zhang")
    qtbot.waitUntil(lambda: column(cases, "patient-id") == ["P1"])


def test_a_state_narrows_the_list(cases):
    cases.state.setCurrentIndex(cases.state.findData("refused"))
    assert column(cases, "patient-id") == ["P2"]


def test_nothing_found_is_told_apart_from_nothing_stored(qtbot, cases, english, store):
    cases.search.setText("nobody")
    cases.refresh()
    assert cases._empty.text().startswith("No case matches all of the search text.")
    assert not cases.open_button.isEnabled()
    for row in store.search():
        store.delete(row.id)
    cases.search.clear()
    cases.refresh()
    assert cases._empty.text().startswith("No cases yet.")


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_sorts_both_ways(cases, name):
    place, orders = COLUMNS.index(name), []
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        cases.table.sortByColumn(place, order)
        orders.append(column(cases, name))
    assert orders[0] == orders[1][::-1]


def test_results_sort_by_their_probability(cases):
    cases.table.sortByColumn(COLUMNS.index("result"), Qt.SortOrder.DescendingOrder)
    assert column(cases, "patient-id")[0] == "P1"


def test_a_chosen_case_stays_chosen_when_it_moves(cases):
    case = choose(cases, HIGH)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        cases.table.sortByColumn(COLUMNS.index("patient"), order)
        assert cases._chosen().id == case
    cases.refresh()
    assert cases._chosen().id == case


def test_delete_asks_for_the_chosen_case(qtbot, cases, store, answer_box):
    choose(cases, HIGH)
    seen = answer_box("Cancel")
    qtbot.keyClick(cases.table, Qt.Key.Key_Delete)
    assert "Zhang Wei" in seen[0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_reopens_the_chosen_case(qtbot, cases, key):
    case = choose(cases, HIGH)
    cases.show()
    cases.table.setFocus()
    with qtbot.waitSignal(cases.reopen) as told:
        qtbot.keyClick(cases.table, key)
    assert told.args == [case]


def test_a_double_click_reopens_a_case(qtbot, cases):
    case = choose(cases, HIGH)
    with qtbot.waitSignal(cases.reopen) as told:
        cases.table.doubleClicked.emit(cases.table.currentIndex())
    assert told.args == [case]


def test_enter_in_the_search_leads_to_what_was_found(qtbot, cases):
    cases.show()
    qtbot.keyClicks(cases.search, "P2")
    qtbot.keyClick(cases.search, Qt.Key.Key_Return)
    assert column(cases, "patient-id") == ["P2"]
    assert cases.focusWidget() is cases.table


def test_a_case_is_deleted_after_a_question(cases, store, answer_box):
    case = choose(cases, HIGH)
    seen = answer_box("Delete permanently")
    cases.delete_button.click()
    assert "Zhang Wei" in seen[0]
    assert column(cases, "patient-id") == ["–", "P2"]
    assert len(store.search()) == 2 and case not in [row.id for row in store.search()]


def test_a_question_that_is_declined_deletes_nothing(cases, store, answer_box):
    choose(cases, HIGH)
    answer_box("Cancel")
    cases.delete_button.click()
    assert len(store.search()) == 3


def test_what_happened_is_stored(cases, store, monkeypatch):
    case = choose(cases, "P2")
    monkeypatch.setattr("ui.dialogs.event.EventDialog.exec", lambda dialog: dialog.happened["yes"].click() or 1)
    cases.event_button.click()
    assert store.event(case).happened is True
    assert store.event(case).recorded_by == "A. Tester"
    assert dict(zip(column(cases, "patient-id"), column(cases, "event")))["P2"] == "entered"


def test_what_was_recorded_of_a_case_is_taken_back_in_the_list(cases, store, monkeypatch):
    case = choose(cases, "P2")
    cases.show()
    monkeypatch.setattr("ui.dialogs.event.EventDialog.exec", lambda dialog: dialog.happened["yes"].click() or 1)
    assert not cases.undo_button.isVisible()
    cases.event_button.click()
    choose(cases, HIGH)
    assert not cases.undo_button.isVisible()
    choose(cases, "P2")
    cases.undo_button.click()
    assert store.event(case) is None and not cases.undo_button.isVisible()
    assert dict(zip(column(cases, "patient-id"), column(cases, "event")))["P2"] == ""


def test_what_was_recorded_before_is_shown_again(cases, store, monkeypatch):
    case = choose(cases, HIGH)
    store.record_event(case, Event(True, 30.0))
    shown = []
    monkeypatch.setattr("ui.dialogs.event.EventDialog.exec", lambda dialog: shown.append(dialog.volume.text()) or 0)
    cases.event_button.click()
    assert shown == ["30"]


def test_outcomes_are_exported_with_their_count(cases, outcomes, tmp_path, monkeypatch):
    path = tmp_path / "结局.csv"
    monkeypatch.setattr("ui.dialogs.cases.path_to_save", lambda *_: path)
    cases._list_exports()
    (entry,) = cases.export_button.menu().actions()
    used = outcomes[0].pack.manifest
    assert entry.text() == f"{used.id} {used.version} (cases: 1)"
    entry.trigger()
    assert "Cases written: 1, 1 of them with a known outcome" in cases.notice.text()
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["outcome"] for row in csv.DictReader(file)] == ["0"]


def test_where_nothing_was_predicted_nothing_can_be_exported(cases, store):
    for row in store.search():
        store.delete(row.id)
    cases._list_exports()
    (entry,) = cases.export_button.menu().actions()
    assert not entry.isEnabled()


def test_a_store_that_does_not_answer_is_told(cases, store, monkeypatch):
    def busy(*_):
        raise InputError("cases.busy", path="cases.sqlite")

    monkeypatch.setattr(store, "search", busy)
    cases.refresh()
    assert "another program is using the case store" in cases.notice.text()


def test_results_follow_the_language(cases):
    cases.set_language(Language("zh"))
    results = dict(zip(column(cases, "patient-id"), column(cases, "result")))
    assert results["P1"].startswith("高风险")


def test_another_theme_keeps_the_chosen_case(qapp, cases):
    case = choose(cases, "P2")
    apply_theme(qapp, DARK, "Precontrast Sans")
    assert cases._chosen().id == case

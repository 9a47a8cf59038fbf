"""How cases begin: one of several patients, without images, after a crash, from a path that was given."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.bridges import DirectBridge
from tests.helpers.dicom_files import write_series
from ui.window import desk as desk_module
from ui.window.main_window import MainWindow


@pytest.fixture
def window(office, qtbot, monkeypatch):
    monkeypatch.setattr(desk_module, "WorkerBridge", DirectBridge)
    window = MainWindow(office)
    window.show()
    yield window
    window.close()


@pytest.fixture
def several(window, tmp_path):
    """The series browser with two patients of one name."""
    for n, sex, born in ((1, "F", "19600131"), (2, "M", "19881224")):
        identity = {"PatientID": f"P{n}", "PatientSex": sex, "PatientBirthDate": born, "PatientName": "Li^Wei"}
        write_series(tmp_path / "both" / str(n), series=str(n), StudyDate=f"2024013{n - 1}", **identity)
    window.desk.open_paths((tmp_path / "both",))
    window.desk.bridge.run()
    assert window.stack.currentWidget() is window.browser
    return window.browser


def test_of_several_patients_none_is_proposed_and_no_key_takes_one(window, several):
    assert several.tree.selectedItems() == []
    assert not several.use.isEnabled()
    several.tree.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(several.tree, key)
    several.tree.topLevelItem(1).setSelected(True)
    QTest.keyClick(several.tree, Qt.Key.Key_Return)
    assert (window.desk.work.state, window.stack.currentWidget()) == ("choosing", several)
    several.use.click()
    window.desk.bridge.run()
    assert window.desk.work.outcome.patient.id == "P2"


def test_patients_of_one_name_are_told_apart_in_the_list(several):
    lines = [several.tree.topLevelItem(n).text(0) for n in range(2)]
    for line, known in zip(lines, (("P1", "1960-01-31", "female", "2024-01-30"), ("P2", "1988-12-24", "male"))):
        assert all(part in line for part in known)


def test_without_images_begins_with_a_pack_that_needs_none_and_offers_no_other(window):
    assert window.office.default_manifest().images
    window.desk.open_form()
    window.desk.bridge.run()
    work, box = window.desk.work, window.case_page.pack
    assert work.manifest.id == window.office.default_manifest().fallback
    offered = {box.itemData(n) for n in range(box.count())}
    assert work.manifest.id in offered
    assert offered == {manifest.id for manifest in window.office.manifests() if not manifest.images}


def test_a_path_of_the_command_line_is_stored_as_one_that_is_found_from_anywhere(window, tmp_path, monkeypatch):
    write_series(tmp_path / "study")
    monkeypatch.chdir(tmp_path)
    work = window.desk.open_paths((Path("study"),))
    window.desk.bridge.run()
    monkeypatch.chdir(os.sep)
    assert window.office.store.get(work.id).paths == (str(tmp_path / "study"),)
    assert window.office.settings.recent[0] == str(tmp_path / "study")


def begun(window):
    window.desk.open_form()


def stopped(window):
    begun(window)
    window.desk.work.stop()


def taken_up_after_a_crash(window):
    begun(window)
    case = window.desk.work.id
    window.desk.works.clear()
    window.desk.reopen(case)


@pytest.mark.parametrize("how", [begun, stopped, taken_up_after_a_crash])
@pytest.mark.parametrize("end", ["case", "window"])
def test_a_case_that_was_closed_is_never_offered_as_one_of_a_crash(how, end, window, office):
    how(window)
    assert len(office.store.unfinished()) == 1
    window.desk.close_case(window.desk.work) if end == "case" else window.desk.close()
    assert office.store.unfinished() == []


def test_after_a_crash_the_case_is_offered_by_name_and_number_and_can_be_left_but_not_deleted(window, office, tmp_path):
    write_series(tmp_path / "study", PatientID="P77", PatientName="Wang^Fang")
    work = window.desk.open_paths((tmp_path / "study",))
    window.desk.bridge.run()
    window.desk.works.clear()  # as after a crash: nothing was closed
    window.show_start()
    card = window.start.recovery
    assert card.isVisible()
    assert "Wang Fang" in card.note.text()
    assert "P77" in card.note.text()
    card.other.click()
    assert not card.isVisible()
    assert office.store.get(work.id).closed
    assert office.store.get(work.id).outcome == work.outcome


def test_a_case_that_is_taken_up_before_it_was_screened_is_not_called_stopped_by_the_user(window, office):
    taken_up_after_a_crash(window)
    work, text = window.desk.work, window.language.text
    assert (work.state, work.outcome) == ("open", None)
    assert window.case_page.result.error.title.text() == text("ui.case.open")
    assert "cancelled" not in [entry.action for entry in office.audit.entries()]
    window.case_page.result.error.retry.click()
    window.desk.bridge.run()
    assert work.outcome is not None


def test_while_the_engines_are_timed_the_window_says_so_and_not_that_headers_are_read(window, tmp_path):
    write_series(tmp_path / "study")
    bridge, page = window.desk.bridge, window.case_page.result.progress
    bridge.preparing = 0.5
    window.desk.open_paths((tmp_path / "study",))
    assert page.title.text() == window.language.text("progress.engines")
    assert page.bar.value() == 500
    bridge.preparing = None
    bridge.run_one()
    assert page.title.text() != window.language.text("progress.engines")

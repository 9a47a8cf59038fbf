"""How cases begin: one of several patients, without images, after a crash, from a path that was given."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.cases.model import CaseRow
from desktop.language import LANGUAGES, Language
from desktop.report.wording import not_known
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import DirectExecutor
from ui.window import case_signals
from ui.window.main_window import MainWindow
from ui.window.recent_cases import line_of

pytestmark = pytest.mark.slow

TIME = "2026-03-05T08:10:00+08:00"


@pytest.fixture
def window(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    window = MainWindow(installation)
    window.show()
    yield window
    window.close()


@pytest.fixture
def several(window, tmp_path):
    """The series browser with two patients of one name."""
    for n, sex, born in ((1, "F", "19600131"), (2, "M", "19881224")):
        identity = {"PatientID": f"P{n}", "PatientSex": sex, "PatientBirthDate": born, "PatientName": "Li^Wei"}
        write_series(tmp_path / "both" / str(n), series=str(n), StudyDate=f"2024013{n - 1}", **identity)
    window.open_cases.open_paths((tmp_path / "both",))
    window.open_cases.jobs.executor.run()
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
    assert (window.open_cases.work.state, window.stack.currentWidget()) == ("choosing", several)
    several.use.click()
    window.open_cases.jobs.executor.run()
    assert window.open_cases.work.outcome.patient.id == "P2"


def test_patients_of_one_name_are_told_apart_in_the_list(several):
    lines = [several.tree.topLevelItem(n).text(0) for n in range(2)]
    for line, known in zip(lines, (("P1", "1960-01-31", "female", "2024-01-30"), ("P2", "1988-12-24", "male"))):
        assert all(part in line for part in known)


def test_without_images_begins_with_a_pack_that_needs_none_and_offers_no_other(window):
    assert window.installation.default_manifest().images
    window.open_cases.open_form()
    window.open_cases.jobs.executor.run()
    work, box = window.open_cases.work, window.case_page.pack
    assert work.manifest.id == window.installation.default_manifest().fallback
    offered = {box.itemData(n) for n in range(box.count())}
    assert work.manifest.id in offered
    assert offered == {manifest.id for manifest in window.installation.manifests() if not manifest.images}


def test_a_path_of_the_command_line_is_stored_as_one_that_is_found_from_anywhere(window, tmp_path, monkeypatch):
    write_series(tmp_path / "study")
    monkeypatch.chdir(tmp_path)
    work = window.open_cases.open_paths((Path("study"),))
    window.open_cases.jobs.executor.run()
    monkeypatch.chdir(os.sep)
    assert window.installation.store.get(work.id).paths == (str(tmp_path / "study"),)
    assert window.installation.settings.recent[0] == str(tmp_path / "study")


def begun(window):
    window.open_cases.open_form()


def stopped(window):
    begun(window)
    window.open_cases.work.stop()


def taken_up_after_a_crash(window):
    begun(window)
    case = window.open_cases.work.id
    window.open_cases.works.clear()
    window.open_cases.reopen(case)


@pytest.mark.parametrize("how", [begun, stopped, taken_up_after_a_crash])
@pytest.mark.parametrize("end", ["case", "window"])
def test_a_case_that_was_closed_is_never_offered_as_one_of_a_crash(how, end, window, installation):
    how(window)
    assert len(installation.store.unfinished()) == 1
    window.open_cases.close_case(window.open_cases.work) if end == "case" else window.open_cases.close()
    assert installation.store.unfinished() == []


def test_after_a_crash_the_case_is_offered_by_name_and_number_and_can_be_left_but_not_deleted(
    window, installation, tmp_path
):
    write_series(tmp_path / "study", PatientID="P77", PatientName="Wang^Fang")
    work = window.open_cases.open_paths((tmp_path / "study",))
    window.open_cases.jobs.executor.run()
    window.open_cases.works.clear()  # as after a crash: nothing was closed
    window.show_start()
    card = window.start.recovery
    assert card.isVisible()
    assert "Wang Fang" in card.note.text()
    assert "P77" in card.note.text()
    card.other.click()
    assert not card.isVisible()
    assert installation.store.get(work.id).closed
    assert installation.store.get(work.id).outcome == work.outcome


def test_a_case_that_is_taken_up_before_it_was_screened_is_not_called_stopped_by_the_user(window, installation):
    taken_up_after_a_crash(window)
    work, text = window.open_cases.work, window.language.text
    assert (work.state, work.outcome) == ("open", None)
    assert window.case_page.result.error.title.text() == text("ui.case.open")
    assert "cancelled" not in [entry.action for entry in installation.audit.entries()]
    window.case_page.result.error.retry.click()
    window.open_cases.jobs.executor.run()
    assert work.outcome is not None


def test_while_the_engines_are_timed_the_window_says_so_and_not_that_headers_are_read(window, tmp_path):
    write_series(tmp_path / "study")
    jobs, page = window.open_cases.jobs, window.case_page.result.progress
    jobs.preparing = 0.5
    window.open_cases.open_paths((tmp_path / "study",))
    assert page.title.text().casefold() == window.language.text("progress.engines").casefold()
    assert page.bar.value() == 500
    jobs.preparing = None
    jobs.executor.run_one()
    assert page.title.text().casefold() != window.language.text("progress.engines").casefold()


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_not_known_of_a_patient_says_what_it_is(window, tmp_path, code):
    window.use_language(code)
    for n in (1, 2):
        nobody = {"PatientName": "", "PatientID": f"P{n}", "PatientSex": "", "PatientBirthDate": "", "PatientAge": ""}
        write_series(tmp_path / "both" / str(n), series=str(n), StudyDate="", **nobody)
    window.open_cases.open_paths((tmp_path / "both",))
    window.open_cases.jobs.executor.run()
    language = Language(code)
    unknown = [not_known(what, language) for what in ("name", "birth-date", "sex", "age", "date")]
    assert len(set(unknown)) == 5
    line = window.browser.tree.topLevelItem(0).text(0)
    assert "P1" in line and all(words in line for words in unknown), line
    row = CaseRow("a", TIME, TIME, "open", "", "", "", "", "p", *[None] * 2, "", "", None, False, False)
    assert unknown[0] in line_of(row, language) and language.text("cases.state.open") in line_of(row, language)

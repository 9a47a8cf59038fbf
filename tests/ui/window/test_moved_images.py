"""A stored case whose images were moved is pointed to them in the window, and to no others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from desktop.cases import new_case
from tests.helpers.dicom_files import write_series
from tests.helpers.executors import direct_cases
from tests.helpers.packs import sheet
from ui.window.moved_images import MovedImages


@pytest.mark.parametrize(("number", "code"), [("P1", None), ("P2", "cases.other-images")])
def test_moved_images_are_found_and_those_of_another_patient_refused(installation, qapp, tmp_path, number, code):
    write_series(tmp_path / "moved", 3)
    case = replace(new_case("cme-literature-prior", ("/gone",)), sheet=sheet(patient={"id": number}))
    installation.store.save(case)
    window, told = QObject(), []
    window.installation, window.language = installation, installation.language
    window.tell, window.open_cases = told.append, direct_cases(installation)
    moved = MovedImages(window)
    window.open_cases.reopen(case.id)
    moved.look(tmp_path / "moved")
    window.open_cases.jobs.executor.run()
    there = "/gone" if code else str(tmp_path / "moved")
    assert [error.code for error in told] == ([code] if code else [])
    assert [str(path) for path in window.open_cases.work.paths] == [there]
    assert installation.store.get(case.id).paths == (there,)
    assert ("images-moved" in [entry.action for entry in installation.audit.entries()]) is (code is None)
    window.open_cases.close()


def test_a_folder_found_while_the_case_is_busy_is_taken_when_it_no_longer_is(
    installation, qtbot, tmp_path, monkeypatch
):
    write_series(tmp_path / "moved", 3)
    case = replace(new_case("cme-literature-prior", ("/gone",)), sheet=sheet(patient={"id": "P1"}))
    installation.store.save(case)
    window, told = QObject(), []
    window.installation, window.language = installation, installation.language
    window.tell, window.open_cases = told.append, direct_cases(installation)
    moved = MovedImages(window)
    window.open_cases.reopen(case.id)
    work = window.open_cases.work
    moved.look(tmp_path / "moved")
    monkeypatch.setattr(type(work), "busy", True)
    window.open_cases.jobs.executor.run()
    assert (told, [str(path) for path in work.paths]) == ([], ["/gone"])
    monkeypatch.setattr(type(work), "busy", False)
    qtbot.waitUntil(lambda: [str(path) for path in work.paths] == [str(tmp_path / "moved")])
    assert told == []
    window.open_cases.close()

"""A stored case whose images were moved is pointed to them in the window, and to no others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from desktop.cases import new_case
from tests.helpers.bridges import DirectBridge
from tests.helpers.dicom_files import write_series
from tests.helpers.packs import sheet
from ui.window import desk as desk_module
from ui.window.desk import Desk
from ui.window.moved_images import MovedImages


@pytest.mark.parametrize(("number", "code"), [("P1", None), ("P2", "cases.other-images")])
def test_moved_images_are_found_and_those_of_another_patient_refused(office, qapp, monkeypatch, tmp_path, number, code):
    monkeypatch.setattr(desk_module, "WorkerBridge", DirectBridge)
    write_series(tmp_path / "moved", 3)
    case = replace(new_case("cme-literature-prior", ("/gone",)), sheet=sheet(patient={"id": number}))
    office.store.save(case)
    window, told = QObject(), []
    window.office, window.language, window.tell, window.desk = office, office.language, told.append, Desk(office)
    moved = MovedImages(window)
    window.desk.reopen(case.id)
    moved.look(tmp_path / "moved")
    window.desk.bridge.run()
    there = "/gone" if code else str(tmp_path / "moved")
    assert [error.code for error in told] == ([code] if code else [])
    assert [str(path) for path in window.desk.work.paths] == [there]
    assert office.store.get(case.id).paths == (there,)
    assert ("images-moved" in [entry.action for entry in office.audit.entries()]) is (code is None)
    window.desk.close()

"""A store with cases, a log, the shipped packs."""

import dataclasses

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop.audit import AuditLog
from desktop.case_records import CaseRecords
from desktop.cases import Event, new_case
from desktop.language import Language
from desktop.pack_library import DEFAULT_PACK, PackLibrary
from desktop.places import default_places
from inference.results import Patient
from tests.helpers.outcomes import ANSWERS, screen

PACK = "cme-literature-prior"


@pytest.fixture
def english():
    return Language("en")


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """What is shipped with the program, verified once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRECONTRAST_HOME", str(tmp_path_factory.mktemp("packs")))
        found = [entry.pack.manifest for entry in PackLibrary(default_places()).all()]
        # As the window gives them.
        return sorted(found, key=lambda manifest: manifest.id != DEFAULT_PACK)


@pytest.fixture(scope="session")
def outcomes():
    """A high risk, and a refusal."""
    return screen(PACK, ANSWERS), screen(PACK, {"age": 63})


@pytest.fixture
def records(tmp_path):
    with CaseRecords(tmp_path / "cases.sqlite", tmp_path / "audit.jsonl") as records:
        yield records


@pytest.fixture
def store(records, outcomes):
    """Three cases: a high risk with an outcome, a refusal, one that was never screened."""
    answer, refusal = outcomes
    with records.store as store:
        for name, number, outcome, state in (
            ("Zhang^Wei", "P1", answer, "answered"),
            ("李娜", "P2", refusal, "refused"),
            ("", "", None, "open"),
        ):
            case = new_case(PACK)
            if outcome is not None:
                outcome = dataclasses.replace(outcome, patient=Patient(name, number))
            store.save(dataclasses.replace(case, outcome=outcome, state=state, edited=number == "P1"))
        first = next(row for row in store.search() if row.patient_id == "P1")
        store.record_event(first.id, Event(happened=False))
        yield store


@pytest.fixture
def log(tmp_path):
    log = AuditLog(tmp_path / "audit.jsonl", "A. Tester")
    for tier in ("high", "low"):
        log.append("screened", pack=PACK, tier=tier)
    log.append("site-changed", site_sha256="ab" * 32)
    return log


@pytest.fixture
def answer_box():
    """Press a button of the next message box, as soon as it is there."""
    seen = []

    def press(text):
        def look():
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(20, look)
                return
            seen.append(box.text())
            next(button for button in box.buttons() if button.text() == text).click()

        QTimer.singleShot(0, look)
        return seen

    return press

"""Corrected contours of the case in hand leave for the site's training: with consent, logged first, and said."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject

from desktop.cases import new_case
from inference.errors import InputError
from inference.outcome import Edit
from inference.results import UsedSeries
from inference.segmentation import Segmentation
from inference.site import TrainingExport
from inference.volume import Grid
from tests.helpers.executors import direct_cases
from tests.helpers.outcomes import ANSWERS, screen
from ui.window.training_out import TrainingOut

LABELS = np.ones((2, 3, 4), np.uint8)
MASK = Segmentation("ct", LABELS, LABELS.astype(np.float32), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (2, 3, 4)), ("v",))
USED = UsedSeries("ct", "1.2", "1.2.3", "", "", "", "", "", "", 2, (1.0, 1.0, 1.0), 1.0, False, ())
CONSENT = TrainingExport(True, "Ethics 14", "2026-02-01")


@pytest.fixture
def window(installation, qapp):
    window, said = QObject(), []
    window.said, window.installation, window.language = said, installation, installation.language
    window.tell = lambda error: said.append(error.code)
    window.statusBar = lambda: SimpleNamespace(showMessage=lambda words, time: said.append(words))
    window.open_cases = direct_cases(installation)
    edits = (Edit("v", "Li", "2026-03-05T08:00:00+08:00"),)
    outcome = replace(screen("cme-literature-prior", ANSWERS), series=(USED,), edits=edits)
    case = replace(new_case("cme-literature-prior"), outcome=outcome)
    window.open_cases.work = SimpleNamespace(
        id=case.id,
        current=True,
        masks={"vessels": MASK},
        manifest=outcome.pack.manifest,
        outcome=outcome,
        as_stored=lambda: case,
        choices=lambda: {},
        shown=None,
        volume=None,
    )
    yield window
    window.open_cases.work = None
    window.open_cases.close()


def allow(window) -> TrainingOut:
    window.installation.change_site(replace(window.installation.site, training_export=CONSENT))
    return TrainingOut(window)


def lines_of(window):
    return [line for line in window.installation.audit.entries() if line.action == "exported"]


def test_they_are_logged_then_written_then_said(window, tmp_path):
    allow(window).write(tmp_path / "out")
    (line,) = lines_of(window)
    assert (line.details["what"], line.details["masks"]) == ("training", 1)
    assert not (tmp_path / "out").exists()
    window.open_cases.jobs.executor.run()
    assert len(list((tmp_path / "out" / "masks").glob("*.nii.gz"))) == 1
    (said,) = window.said
    assert str(tmp_path / "out") in said


def test_without_consent_no_folder_is_asked_for_and_nothing_leaves(window, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.window.training_out.QFileDialog", None)
    TrainingOut(window).ask()
    TrainingOut(window).write(tmp_path / "out")
    assert window.said == ["training.not-allowed"] * 2
    assert not lines_of(window) and not (tmp_path / "out").exists()


def test_what_cannot_be_logged_does_not_leave(window, tmp_path, monkeypatch):
    training = allow(window)

    def full(log, action, **details):
        raise InputError("audit.unwritable", path="log", reason="disk full")

    monkeypatch.setattr("desktop.audit.AuditLog.append", full)
    training.write(tmp_path / "out")
    window.open_cases.jobs.executor.run()
    assert window.said == ["audit.unwritable"] and not (tmp_path / "out").exists()


def test_it_is_offered_where_a_reader_has_corrected_something(window):
    training, work = TrainingOut(window), window.open_cases.work
    assert training.possible
    for changes in ({"current": False}, {"masks": {}}, {"outcome": replace(work.outcome, edits=())}):
        window.open_cases.work = SimpleNamespace(**{**vars(work), **changes})
        assert not training.possible
    window.open_cases.work = None
    assert not training.possible
    window.open_cases.work = work

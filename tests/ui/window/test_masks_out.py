"""Contours of the case in hand leave the program for others: logged first, written by the worker, and said."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QObject

from inference.errors import InputError
from inference.segmentation import Segmentation
from inference.vocabulary import Text
from inference.volume import Grid
from tests.helpers.executors import direct_cases
from tests.helpers.outcomes import ANSWERS, screen
from ui.window.masks_out import MasksOut

LABELS = np.ones((2, 3, 4), np.uint8)
MASK = Segmentation("ct", LABELS, LABELS.astype(np.float32), Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (2, 3, 4)), ("v",))


@pytest.fixture
def window(installation, qapp):
    window, said = QObject(), []
    window.said, window.installation, window.language = said, installation, installation.language
    window.tell = lambda error: said.append(error.code)
    window.statusBar = lambda: SimpleNamespace(showMessage=lambda words, time: said.append(words))
    window.open_cases = direct_cases(installation)
    window.open_cases.work = SimpleNamespace(
        id="a" * 32,
        current=True,
        masks={"vessels": MASK},
        manifest=SimpleNamespace(structures=(SimpleNamespace(id="v", title=Text("Vein", "静脉"), colour="#0b5cad"),)),
        outcome=screen("cme-literature-prior", ANSWERS),
        choices=lambda: {},
        shown=None,
        volume=None,
    )
    yield window
    window.open_cases.work = None
    window.open_cases.close()


def test_they_are_logged_then_written_then_said(window, tmp_path):
    MasksOut(window).write(tmp_path)
    (line,) = window.installation.audit.entries()
    assert (line.action, line.details["what"], line.details["case"], line.details["masks"]) == (
        "exported",
        "masks",
        "a" * 32,
        1,
    )
    assert not list(tmp_path.glob("*.nii.gz"))
    window.open_cases.jobs.executor.run()
    assert len(list(tmp_path.glob("*.nii.gz"))) == 1
    (said,) = window.said
    assert str(tmp_path) in said


def test_what_cannot_be_logged_does_not_leave(window, tmp_path, monkeypatch):
    def full(log, action, **details):
        raise InputError("audit.unwritable", path="log", reason="disk full")

    monkeypatch.setattr("desktop.audit.AuditLog.append", full)
    MasksOut(window).write(tmp_path)
    window.open_cases.jobs.executor.run()
    assert window.said == ["audit.unwritable"]
    assert not list(tmp_path.glob("*.nii.gz"))

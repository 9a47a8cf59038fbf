"""Real series through the window, where the shared data folder lies beside the project."""

from pathlib import Path

import pytest

from ui.window.case_signals import CaseSignals

SHARED = Path(__file__).parents[4] / "shared"
WAIT_MS = 240_000
SERIES = ("ct/acrin-042", "odd-dicom/ge-head-tilt-uneven")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data folder is not beside the project"),
    pytest.mark.slow,
]


@pytest.fixture
def open_cases(installation, qapp):
    signals, errors = CaseSignals(installation), []
    signals.trouble.connect(errors.append)
    signals.open_cases.errors = errors
    yield signals.open_cases
    signals.close()


@pytest.mark.parametrize("name", SERIES)
def test_a_real_series_is_seen_and_ends_in_a_result_or_in_reasons(qtbot, open_cases, name):
    work = open_cases.open_paths((SHARED / name,))
    qtbot.waitUntil(lambda: not work.busy and work.state in ("ready", "failed"), timeout=WAIT_MS)
    assert not open_cases.errors
    assert work.state == "ready", work.error
    assert work.current
    assert work.outcome.kind == "refusal"  # no answer has been given yet, or it is the wrong region
    assert all(finding.code for finding in work.outcome.findings)
    assert work.volume is not None
    assert work.outcome.patient.id == work.header().patient.id
    for mask in work.masks.values():
        start = work.volume.grid.to_index([mask.grid.origin_mm])[0]
        assert all(abs(value - round(value)) < 1e-3 for value in start)
        assert mask.labels.any()

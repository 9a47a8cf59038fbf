"""The watched folder beside the window."""

import pytest

from ui.window.arrivals import Arrivals

WAIT_MS = 60_000


@pytest.fixture
def arrivals(qtbot, tmp_path):
    """One that watches the test's folder, and has looked at it once."""
    arrivals = Arrivals()
    arrivals.watch(str(tmp_path), 0.0)
    qtbot.waitUntil(lambda: not arrivals._looking, timeout=WAIT_MS)
    yield arrivals
    arrivals.watch(None, 0)


def test_a_watched_folder_is_looked_at_beside_the_window(qtbot, arrivals, tmp_path):
    (tmp_path / "study.zip").write_bytes(b"PK\5\6" + bytes(18))
    with qtbot.waitSignal(arrivals.arrived, timeout=WAIT_MS) as given:
        arrivals.look()
    assert given.args[0].paths == (tmp_path / "study.zip",)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_one_look_does_not_end_the_watching(qtbot, arrivals, monkeypatch):
    times = []

    def look(now):
        times.append(now)
        raise ValueError("unforeseen")

    monkeypatch.setattr("desktop.work.watched_folder.WatchedFolder.look", lambda self, now: look(now))
    for _ in range(2):
        arrivals.look()
        qtbot.waitUntil(lambda: not arrivals._looking, timeout=WAIT_MS)
    assert len(times) == 2

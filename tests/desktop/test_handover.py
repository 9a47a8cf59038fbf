"""One window: a second start hands its paths to the first."""

import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from desktop.handover import discard_old, hand_over, take_over
from desktop.installation import Installation
from desktop.places import HOME_VARIABLE, default_places
from inference.files import unfinished


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "handover"


def taken_meanwhile(folder) -> list:
    """Take what comes, until something came."""
    found: list = []

    def wait() -> None:
        until = time.monotonic() + 20
        while not found and time.monotonic() < until:
            found.extend(take_over(folder))

    thread = threading.Thread(target=wait)
    thread.start()
    return [thread, found]


def test_a_letter_that_is_still_being_written_is_left_alone(folder):
    folder.mkdir()
    with unfinished(folder / "1-1.json") as beside:
        assert take_over(folder) == []
        discard_old(folder)
        assert beside.exists()
        beside.write_text('["/ct"]', encoding="utf-8")
    assert take_over(folder) == [(Path("/ct"),)]


@pytest.mark.parametrize("paths", [(), (Path("/ct/张伟"), Path("/ct/caf\udce9"))])
def test_what_is_handed_over_is_taken_as_it_was(folder, paths):
    thread, found = taken_meanwhile(folder)
    assert hand_over(folder, paths, wait_s=20)
    thread.join()
    assert found == [paths]
    assert take_over(folder) == []


def test_where_nobody_takes_it_nothing_is_left(folder):
    assert not hand_over(folder, (Path("/ct"),), wait_s=0.05)
    assert list(folder.iterdir()) == []


def test_where_it_cannot_be_left_that_is_said(tmp_path):
    (tmp_path / "file").touch()
    assert not hand_over(tmp_path / "file" / "handover", (Path("/ct"),), wait_s=0.05)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"a": 1}', b'[""]', b"\xff"])
def test_what_is_no_letter_is_removed_and_opens_nothing(folder, content):
    folder.mkdir()
    (folder / "1.json").write_bytes(content)
    assert take_over(folder) == []
    assert list(folder.iterdir()) == []


def test_what_a_start_that_was_killed_left_is_not_opened_later(folder):
    folder.mkdir()
    for name, age in (("old.json", 60), ("new.json", 0)):
        (folder / name).write_text('["/ct"]', encoding="utf-8")
        os.utime(folder / name, (time.time() - age,) * 2)
    discard_old(folder)
    assert [file.name for file in folder.iterdir()] == ["new.json"]


def test_a_second_start_ends_and_its_relative_path_arrives_absolute(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家"))
    with closing(Installation(default_places())):
        thread, found = taken_meanwhile(default_places().handover)
        command = [sys.executable, "-m", "ui.app", "study"]
        root = Path(__file__).parents[2]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
        thread.join()
    assert (done.returncode, done.stderr) == (0, "")
    assert found == [(tmp_path / "study",)]

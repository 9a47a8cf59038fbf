"""Reports and what is left of them: for the user's eyes only, and gone after the next start."""

import multiprocessing
import os
import stat
import time
from contextlib import closing

import numpy as np
import pytest

from desktop import leftovers
from desktop.cli.main import main
from desktop.files import write_whole
from desktop.installation import Installation
from desktop.jobs.shared import share
from desktop.language import Language
from desktop.leftovers import noted, sweep
from desktop.places import HOME_VARIABLE, default_places
from desktop.report.files import write_files
from inference.files import unfinished_prefix
from inference.volume import Grid, Volume

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions and killed processes as POSIX has them")


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家"))
    monkeypatch.setattr(leftovers, "SHARED_FOLDER", tmp_path / "shm")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    for name in ("shm", "tmp"):
        (tmp_path / name).mkdir()
    return default_places()


@pytest.fixture(scope="module")
def gone():
    """Number of a process that has ended."""
    process = multiprocessing.get_context("spawn").Process(target=int)
    process.start()
    process.join()
    return process.pid


def test_only_the_user_may_read_a_report(places, clinical_outcome, tmp_path):
    written = write_files(clinical_outcome, Language("en"), "A4", tmp_path / "out", pictures=True)
    files = [written.pdf, written.json, *written.pages]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o700
    assert sorted((tmp_path / "out").iterdir()) == sorted(files)
    assert list(places.leftovers.iterdir()) == []


def leave(places, tmp_path, number: int) -> list:
    """What a process of that number leaves when it is killed anywhere."""
    out = tmp_path / "out"
    left = [
        out / f".unfinished-{number}-abc" / "report.pdf",
        out / f".unfinished-{number}-def",
        places.data / f".unfinished-{number}-seal",
        places.handover / f".unfinished-{number}-letter",
        tmp_path / "shm" / f"precontrast-{number}-ct",
        tmp_path / "tmp" / f"precontrast-{number}-x" / "frame.dcm",
    ]
    for path in left:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"a patient")
    places.leftovers.mkdir(parents=True, exist_ok=True)
    (places.leftovers / f"{number}-1").write_bytes(os.fsencode(out))
    return left


@pytest.mark.parametrize("start", ["sweep", "window", "command line"])
def test_what_a_killed_program_left_is_gone_after_the_next_start(places, tmp_path, gone, start, capsys):
    left = leave(places, tmp_path, gone)
    (tmp_path / "out" / "report.pdf").write_bytes(b"whole")
    if start == "sweep":
        assert sweep(places) == len(left)
    elif start == "window":
        with closing(Installation(places)) as installation:
            installation.reconcile()
    else:
        main(["audit", "verify"])
    assert not [path for path in left if path.exists()]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["report.pdf"]
    assert list(places.leftovers.iterdir()) == []


def test_what_a_living_program_is_writing_stays_and_for_no_longer_than_a_day(places, tmp_path):
    left = leave(places, tmp_path, os.getpid())
    assert sweep(places) == 0
    assert all(path.exists() for path in left)
    old = time.time() - 2 * leftovers.OLDEST_SECONDS
    os.utime(left[2], (old, old))
    assert sweep(places) == 1


def test_what_is_not_the_programs_own_stays(places, tmp_path, gone):
    others = [places.data / ".unfinished-notes", places.data / "cases.sqlite", tmp_path / "tmp" / f"other-{gone}-1"]
    for path in others:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert sweep(places) == 0
    assert all(path.exists() for path in others)


def test_what_is_no_note_is_swept_and_never_stops_a_start(places, gone):
    places.leftovers.mkdir(parents=True)
    os.mkfifo(places.leftovers / f"{gone}-pipe")
    (places.leftovers / f"{gone}-nul").write_bytes(b"a\0b")
    (places.leftovers / f"{gone}-large").write_bytes(b"a" * 2**17)
    sweep(places)
    assert list(places.leftovers.iterdir()) == []


def test_what_is_being_written_has_the_number_of_its_process(places, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("os.replace", lambda source, target: seen.append(os.path.basename(source)))
    with noted(tmp_path):
        write_whole(tmp_path / "a.json", b"1")
        (note,) = places.leftovers.iterdir()
    assert seen[0].startswith(unfinished_prefix())
    assert (note.name.split("-")[0], note.exists()) == (str(os.getpid()), False)


def test_shared_memory_has_the_number_of_its_process():
    grid = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (2, 3, 4))
    _, _, memory = share("key", Volume(np.zeros((2, 3, 4), np.int16), grid, None))
    try:
        assert memory.name.lstrip("/").startswith(f"precontrast-{os.getpid()}-")
    finally:
        memory.close()
        memory.unlink()

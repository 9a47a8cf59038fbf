"""Files that two programs use: written whole or not at all, and locked for as long as their program lives."""

import errno
import multiprocessing
import os
import stat
import threading
import time

import pytest

from desktop.files import locked, write_whole
from inference.errors import InputError


def refused(function, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        function(*arguments)
    return caught.value.code


def take(path, wait_s=0.0):
    with locked(path, wait_s):
        pass


def test_a_file_and_its_folder_are_made(tmp_path):
    write_whole(tmp_path / "新" / "a.json", b"1")
    assert (tmp_path / "新" / "a.json").read_bytes() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_user_may_read_it(tmp_path):
    write_whole(tmp_path / "own" / "a.json", b"1")
    assert stat.S_IMODE((tmp_path / "own" / "a.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700


def test_a_full_disk_leaves_what_was_there_and_no_rest(tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write_whole(tmp_path / "a.json", b"before")
    monkeypatch.setattr("os.fsync", full)
    assert refused(write_whole, tmp_path / "a.json", b"after") == "file.unwritable"
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a.json", b"before")]


def test_a_file_that_took_anothers_place_is_the_new_one_after_a_power_cut(tmp_path, monkeypatch):
    done, replace = [], os.replace
    monkeypatch.setattr("os.replace", lambda *paths: (done.append("renamed"), replace(*paths)))
    monkeypatch.setattr("inference.files.sync_folder", lambda folder: done.append(folder))
    write_whole(tmp_path / "a.json", b"1")
    assert done == ["renamed", tmp_path]


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    assert refused(write_whole, tmp_path / "file" / "a.json", b"") == "file.unwritable"
    assert refused(take, tmp_path / "file" / "a.lock") == "file.unwritable"


def test_a_file_that_is_being_read_is_replaced_as_soon_as_it_can_be(tmp_path, monkeypatch):
    real, refusals = os.replace, [PermissionError(errno.EACCES, "in use")] * 3

    def busy(source, target):
        if refusals:
            raise refusals.pop()
        real(source, target)

    monkeypatch.setattr("os.replace", busy)
    write_whole(tmp_path / "a.json", b"1")
    assert (tmp_path / "a.json").read_bytes() == b"1"


def test_a_lock_that_is_held_is_refused_with_its_name(tmp_path):
    with locked(tmp_path / "a.lock"):
        assert refused(take, tmp_path / "a.lock") == "file.locked"


def test_a_lock_is_free_again_after_an_error(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path / "a.lock"):
        _ = 1 / 0
    take(tmp_path / "a.lock")


def test_a_lock_that_is_given_back_in_time_is_waited_for(tmp_path):
    entered = threading.Event()

    def hold():
        with locked(tmp_path / "a.lock"):
            entered.set()
            time.sleep(0.1)

    thread = threading.Thread(target=hold)
    thread.start()
    assert entered.wait(60)
    take(tmp_path / "a.lock", 60.0)
    thread.join()


def hold_and_die(path, ready):
    with locked(path):
        ready.set()
        time.sleep(60)


def test_a_program_that_was_killed_leaves_no_lock(tmp_path):
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    program = context.Process(target=hold_and_die, args=(tmp_path / "a.lock", ready))
    program.start()
    assert ready.wait(60)
    assert refused(take, tmp_path / "a.lock") == "file.locked"
    program.kill()
    program.join()
    take(tmp_path / "a.lock", 60.0)


def test_a_file_system_without_locks_is_named(tmp_path, monkeypatch):
    def unsupported(descriptor):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("desktop.files._lock", unsupported)
    assert refused(take, tmp_path / "a.lock") == "file.unwritable"


def test_who_looks_for_files_of_a_kind_meets_none_that_is_not_finished(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("inference.files.os.fsync", lambda descriptor: seen.extend(tmp_path.glob("*.json")))
    write_whole(tmp_path / "a.json", b"[]")
    assert set(seen) <= {tmp_path / "a.json"}
    assert (tmp_path / "a.json").read_bytes() == b"[]"

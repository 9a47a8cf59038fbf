"""A report takes the place of an earlier one whole, wherever the program is killed."""

import contextlib
import os
from pathlib import Path

import pytest

from desktop.placing import finish, place

FILES = {"report.pdf": b"new", "report-1.png": b"new", "report.json": b"new"}


@pytest.fixture
def aside(tmp_path):
    """An earlier report of three pages, and the files of a new one aside."""
    folder = tmp_path / "out"
    made = folder / ".unfinished-1-x"
    made.mkdir(parents=True)
    for name in ("report.pdf", "report-1.png", "report-2.png", "report.json", "other.pdf"):
        (folder / name).write_bytes(b"old")
    for name, content in FILES.items():
        (made / name).write_bytes(content)
    return made


def content(folder) -> dict:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def killed_after(monkeypatch, calls: int) -> None:
    """Let the program end at a change of the disk."""
    done = [0]

    def counted(real):
        def change(*arguments, **named):
            done[0] += 1
            if done[0] > calls:
                raise KeyboardInterrupt
            return real(*arguments, **named)

        return change

    for owner, name in ((Path, "unlink"), (Path, "rename")):
        monkeypatch.setattr(owner, name, counted(getattr(owner, name)))
    monkeypatch.setattr("desktop.placing.os.replace", counted(os.replace))


def test_a_report_takes_the_place_of_an_earlier_one(aside):
    place(aside, "report")
    assert content(aside.parent) == {**FILES, "other.pdf": b"old"}
    assert list(aside.iterdir()) == []


@pytest.mark.parametrize("calls", range(11))
def test_wherever_it_is_killed_the_next_start_finishes_it_or_nothing_was_begun(aside, monkeypatch, calls):
    before = content(aside.parent)
    with monkeypatch.context() as during:
        killed_after(during, calls)
        with contextlib.suppress(KeyboardInterrupt):
            place(aside, "report")
    begun = finish(aside)
    after = content(aside.parent)
    assert after == ({**FILES, "other.pdf": b"old"} if begun or calls > 9 else before)

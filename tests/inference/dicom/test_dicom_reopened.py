"""Files are opened again after the scan, and something else may stand in their place by then."""

from __future__ import annotations

import os
import threading
import zipfile

import pytest

from inference import dicom
from inference.errors import InputError
from tests.helpers.dicom_files import save, slice_dataset, stack_positions, write_series

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
PATIENCE_SECONDS = 20
"""For work that takes a moment; a pipe would be waited for without end."""


def outcome(work) -> object:
    """What a piece of work gives or raises; the test fails where it waits for ever."""
    found = []

    def attempt() -> None:
        try:
            found.append(work())
        except InputError as error:
            found.append(error)

    thread = threading.Thread(target=attempt, daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    assert found, "still waiting"
    return found[0]


def replaced_by_a_pipe(path) -> None:
    path.unlink()
    os.mkfifo(path)


def test_a_pipe_in_the_place_of_a_slice_costs_that_slice_only(tmp_path):
    write_series(tmp_path, stack_positions(20))
    (series,) = dicom.scan(tmp_path).series
    replaced_by_a_pipe(sorted(tmp_path.iterdir())[5])
    loaded = outcome(lambda: dicom.load(series))
    reasons = [note.parameters["reason"] for note in loaded.notes if note.code == "dicom.slice-unreadable"]
    assert reasons == ["dicom.not-a-file"]


def test_a_pipe_in_the_place_of_an_archive_ends_in_an_error(tmp_path):
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for index, position in enumerate(stack_positions(3)):
            one = save(slice_dataset(position, number=index + 1), tmp_path / f"{index}.dcm")
            archive.write(one, f"{index}.dcm")
    (series,) = dicom.scan(path).series
    replaced_by_a_pipe(path)
    assert outcome(lambda: dicom.load(series)).code == "dicom.not-a-file"
    assert outcome(lambda: dicom.scan(path)).code == "dicom.not-a-file"


def test_a_pipe_that_comes_between_listing_and_reading_is_skipped(tmp_path, monkeypatch):
    write_series(tmp_path, stack_positions(4))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.setattr("inference.dicom.finding._kind", lambda entry: "file")
    scan = outcome(lambda: dicom.scan(tmp_path))
    assert [skipped.reason.code for skipped in scan.files_skipped] == ["dicom.not-a-file"]

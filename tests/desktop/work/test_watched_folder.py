"""The watched folder: studies are judged by what they are, and given when nothing more of them comes."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.work.watched_folder import PATIENCE, Arrival, WatchedFolder
from inference.dicom.labels import Label, label_of
from tests.helpers.dicom_files import compress, save, slice_dataset, write_series

QUIET = 30.0


def fake_label(path: str) -> Label:
    """Files of these tests say in words what they are: patient, study, number, and what stands for pixels."""
    words = Path(path).read_text().split()
    if words and words[0] == "PK":
        return Label("archive" if words[-1] == "end" else "unfinished")
    if len(words) < 3:
        return Label("unfinished" if words[:1] == ["DICM"] else "other")
    patient, study, number = words[:3]
    said = int(words[4]) if len(words) > 4 else None
    return Label("image", (patient, study), "series", f"{study}.{number}", int(number), said)


@dataclass
class Folder:
    """A watched folder with a clock of its own."""

    path: Path
    quiet_s: float = QUIET
    now: float = 0.0
    reads: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.incoming = WatchedFolder(self.path, self.quiet_s, self.read)
        self.ticks = 0
        self.look()

    def read(self, path: str) -> Label:
        self.reads.append(path)
        return fake_label(path)

    def write(self, name: str, words: str) -> Path:
        """Write a file whose time of change is later than that of any other."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
        self.ticks += 1
        os.utime(path, (1e9 + self.ticks, 1e9 + self.ticks))
        return path

    def study(self, folder: str, numbers=range(1, 4), patient="P1", study="S1") -> list[Path]:
        return [self.write(f"{folder}/{n}.dcm".lstrip("/"), f"{patient} {study} {n} pixels") for n in numbers]

    def look(self, seconds: float = 0.0) -> list[Arrival]:
        self.now += seconds
        return self.incoming.look(self.now)

    def settle(self) -> list[Arrival]:
        """What comes out once nothing has happened for long enough."""
        return self.look() + self.look(QUIET - 1) + self.look(2)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def named(arrivals: list[Arrival]) -> list[tuple]:
    return [(arrival.kind, arrival.study, arrival.images) for arrival in arrivals]


def test_what_was_there_before_is_not_new_and_is_not_even_read(tmp_path):
    before = Folder(tmp_path)
    before.study("old")
    folder = Folder(tmp_path)
    assert folder.settle() == []
    assert folder.reads == []


def test_a_study_is_given_once_when_nothing_of_it_has_come_for_the_quiet_time(folder):
    folder.study("ST1", [1, 2])
    assert folder.look() == folder.look(QUIET - 1) == []
    folder.study("ST1", [3])
    assert folder.look() == folder.look(QUIET - 1) == []
    assert folder.look(1) == [Arrival("ready", ("P1", "S1"), (folder.path / "ST1",), 3)]
    assert folder.settle() == []


def test_a_pause_longer_than_the_quiet_time_gives_the_study_again_when_the_rest_has_come(folder):
    folder.study("ST1", range(1, 61))
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 60)]
    folder.study("ST1", range(61, 70))
    assert named(folder.look()) == [("growing", ("P1", "S1"), 0)]
    folder.study("ST1", range(70, 96))
    assert folder.look(QUIET - 1) == []
    assert named(folder.look(QUIET)) == [("changed", ("P1", "S1"), 95)]
    assert folder.settle() == []


@pytest.mark.parametrize("missing", [{4}, {2, 3, 5}, set(range(2, 9))])
def test_a_study_with_gaps_in_its_numbers_is_waited_for(folder, missing):
    folder.study("ST1", sorted(set(range(1, 11)) - missing))
    assert folder.look() == folder.look(PATIENCE * QUIET - 1) == []
    folder.study("ST1", sorted(missing))
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 10)]


def test_a_series_with_fewer_images_than_its_sender_says_is_waited_for(folder):
    for n in (1, 2):
        folder.write(f"ST1/{n}.dcm", f"P1 S1 {n} pixels 3")
    assert folder.look() == folder.look(PATIENCE * QUIET - 1) == []
    folder.write("ST1/3.dcm", "P1 S1 3 pixels 3")
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 3)]


def test_what_never_becomes_whole_is_given_in_the_end_for_the_gates_to_judge(folder):
    folder.study("ST1", [1, 2, 9])
    assert folder.look() == folder.look(QUIET) == []
    assert named(folder.look(PATIENCE * QUIET)) == [("ready", ("P1", "S1"), 3)]


def test_loose_files_of_a_study_are_one_and_not_one_each(folder):
    files = folder.study("", range(1, 31))
    (arrival,) = folder.settle()
    assert arrival.images == 30
    assert set(arrival.paths) == set(files)


def test_two_patients_or_studies_in_one_folder_are_two(folder):
    folder.study("in/a")
    folder.study("in/b", range(11, 14), "P2", "S2")
    folder.study("in", range(21, 24), "P1", "S3")
    found = {arrival.study: arrival.paths for arrival in folder.settle()}
    assert found[("P1", "S1")] == (folder.path / "in" / "a",)
    assert found[("P2", "S2")] == (folder.path / "in" / "b",)
    assert {path.name for path in found[("P1", "S3")]} == {"21.dcm", "22.dcm", "23.dcm"}


def test_two_patients_with_one_study_number_are_two(folder):
    folder.study("a")
    folder.study("b", patient="P2")
    assert {arrival.study for arrival in folder.settle()} == {("P1", "S1"), ("P2", "S1")}


def test_one_study_in_several_folders_is_one(folder):
    folder.study("ST1/SE1", [1, 2])
    folder.study("ST1/SE2", [3, 4])
    assert folder.settle() == [Arrival("ready", ("P1", "S1"), (folder.path / "ST1",), 4)]


def test_a_busy_folder_does_not_hold_up_a_study_that_is_whole(folder):
    folder.study("", [1, 2])
    folder.look()
    for n in range(10):
        folder.study("", [100 + n], "P2", "S2")
        given = folder.look(QUIET / 5)
        if given:
            break
    assert named(given) == [("ready", ("P1", "S1"), 2)]


def test_the_same_folder_name_with_another_patient_is_read_anew(folder):
    folder.study("STUDY")
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 3)]
    shutil.rmtree(folder.path / "STUDY")
    folder.study("STUDY", patient="P2", study="S2")
    assert named(folder.settle()) == [("ready", ("P2", "S2"), 3)]


def test_a_file_that_is_written_over_with_another_patients_is_read_anew(folder):
    folder.study("STUDY")
    folder.settle()
    folder.study("STUDY", patient="P2", study="S2")
    assert named(folder.settle()) == [("ready", ("P2", "S2"), 3)]


def test_a_study_that_was_taken_away_and_sent_again_is_given_again(folder):
    for _ in range(2):
        folder.study("ST1")
        assert named(folder.settle()) == [("ready", ("P1", "S1"), 3)]
        shutil.rmtree(folder.path / "ST1")
        assert folder.look(5) == []


def test_a_half_written_file_holds_its_study_until_it_is_whole(folder):
    folder.study("ST1", [1, 2])
    folder.write("ST1/3.dcm", "DICM")
    assert folder.look() == folder.look(3 * QUIET) == []
    folder.write("ST1/3.dcm", "P1 S1 3 pixels")
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 3)]


def test_a_file_that_keeps_its_size_and_is_filled_later_is_noticed(folder):
    folder.write("ST1/1.dcm", "P1 S1 1 ......")
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 1)]
    folder.write("ST1/1.dcm", "P1 S1 1 pixels")
    assert named(folder.look()) == [("growing", ("P1", "S1"), 0)]
    assert named(folder.settle()) == [("changed", ("P1", "S1"), 1)]


@pytest.mark.parametrize("name", [".hidden", "~$lock", "9.dcm.part", "9.tmp"])
def test_hidden_and_unfinished_names_are_no_images(folder, name):
    folder.write(name, "P1 S1 9 pixels")
    assert folder.settle() + folder.look(2 * PATIENCE * QUIET) == []


def test_an_archive_is_given_when_it_is_whole_and_again_when_another_takes_its_name(folder):
    path = folder.write("study.zip", "PK first")
    assert folder.settle() == []
    for words in ("PK first end", "PK other end"):
        folder.write("study.zip", words)
        assert [a.paths for a in folder.settle() if a.kind != "growing"] == [(path,)]


def test_files_that_were_there_before_count_when_more_of_their_study_comes(tmp_path):
    Folder(tmp_path).study("ST1", range(1, 41))
    folder = Folder(tmp_path)
    folder.study("ST1", range(41, 51))
    assert named(folder.settle()) == [("ready", ("P1", "S1"), 50)]


def test_other_files_are_no_study(folder):
    folder.write("ST1/readme.txt", "hello")
    (folder.path / "empty").mkdir()
    assert folder.settle() == []


def test_a_folder_that_is_away_loses_nothing_and_is_told_once(folder):
    folder.study("ST1")
    folder.settle()
    folder.path.rename(away := folder.path.with_name("away"))
    assert folder.look(5) == folder.look(5) == []
    assert [error.code for error in folder.incoming.trouble] == ["incoming.away"]
    away.rename(folder.path)
    assert folder.settle() == []
    folder.study("ST2", study="S2")
    assert named(folder.settle()) == [("ready", ("P1", "S2"), 3)]


def test_files_that_come_back_as_they_were_are_no_news(folder):
    folder.study("ST1")
    folder.settle()
    (folder.path / "ST1").rename(kept := folder.path.parent / "kept")
    assert folder.look(5) == []
    kept.rename(folder.path / "ST1")
    assert folder.settle() == []


def test_a_share_that_appears_in_an_empty_place_is_what_was_there_before(folder, monkeypatch):
    folder.study("old")
    monkeypatch.setattr(folder.incoming, "_device", -1)
    assert folder.settle() == []
    folder.study("new", study="S2")
    assert named(folder.settle()) == [("ready", ("P1", "S2"), 3)]


@pytest.mark.skipif(sys.platform == "win32", reason="files of others are locked there, not forbidden")
def test_what_cannot_be_read_is_told_once_and_waited_for(folder, monkeypatch):
    folder.study("ST1")
    closed = True

    def read(path: str) -> Label:
        if closed and path.endswith("2.dcm"):
            raise PermissionError(13, "denied")
        return fake_label(path)

    folder.incoming.read = read
    assert folder.look() == folder.look(QUIET) == folder.look(QUIET) == []
    assert [(e.code, e.parameters["reason"]) for e in folder.incoming.trouble] == [
        ("incoming.unreadable", "file.no-permission")
    ]
    closed = False
    assert named(folder.look(5) + folder.look(QUIET)) == [("ready", ("P1", "S1"), 3)]


def test_a_look_reads_only_what_is_new(folder):
    folder.study("ST1", range(1, 201))
    folder.settle()
    assert len(folder.reads) == 200
    folder.study("ST2", [1], study="S2")
    folder.settle()
    assert len(folder.reads) == 201


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there, and there are no pipes")
def test_a_link_to_a_folder_is_told_once_and_a_pipe_is_not_waited_for(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "1.dcm").write_text("P1 S1 1 pixels")
    (folder.path / "link").symlink_to(elsewhere)
    (folder.path / "round").symlink_to(folder.path)
    os.mkfifo(folder.path / "pipe")
    assert folder.settle() + folder.look(QUIET) == []
    assert sorted((e.code, Path(e.parameters["path"]).name) for e in folder.incoming.trouble) == [
        ("incoming.not-followed", "link"),
        ("incoming.not-followed", "round"),
    ]
    assert label_of(folder.path / "pipe").kind == "other"  # one that took a file's name since the look


def test_a_compressed_image_that_was_cut_off_is_unfinished(tmp_path):
    one = compress(slice_dataset(), "1.2.840.10008.1.2.5")
    path = save(one, tmp_path / "whole.dcm")
    assert label_of(path).kind == "image"
    path.write_bytes(path.read_bytes()[:-200])
    assert label_of(path).kind == "unfinished"


def test_labels_of_real_files_name_patient_study_and_number(tmp_path):
    paths = sorted(write_series(tmp_path / "study").iterdir())
    labels = [label_of(path) for path in paths]
    assert {label.kind for label in labels} == {"image"}
    assert len({label.study for label in labels}) == 1
    assert len({label.instance for label in labels}) == len(labels)
    assert all(label.study[1] for label in labels)
    cut = tmp_path / "cut.dcm"
    cut.write_bytes(paths[0].read_bytes()[:400])
    assert label_of(cut).kind == "unfinished"
    cut.write_bytes(paths[0].read_bytes()[:-100])  # a whole header, but not all of its pixels
    assert label_of(cut).kind == "unfinished"
    cut.write_bytes(b"\0" * 5000)
    assert label_of(cut).kind == "other"
    shutil.make_archive(str(tmp_path / "z"), "zip", tmp_path / "study")
    assert label_of(tmp_path / "z.zip").kind == "archive"
    (tmp_path / "z.zip").write_bytes((tmp_path / "z.zip").read_bytes()[:-40])
    assert label_of(tmp_path / "z.zip").kind == "unfinished"

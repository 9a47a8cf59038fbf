"""DICOMDIR: its files are found, and nothing outside its folder."""

from __future__ import annotations

from pathlib import Path

import pydicom
import pytest

from inference import dicom
from inference.dicom import directory
from inference.errors import InputError
from tests.helpers.dicom_files import ITEM, UNDEFINED, pydicom_files, write_directory, write_series


def reasons(scan: dicom.Scan) -> dict[str, int]:
    return {note.parameters["reason"]: note.parameters["count"] for note in scan.notes if note.code == "dicom.skipped"}


@pytest.fixture
def disc(tmp_path) -> Path:
    """A folder with a DICOMDIR."""
    folder = tmp_path / "disc" / "DICOM" / "S1"
    names = [path.name for path in write_series(folder, 4).iterdir()]
    return write_directory(tmp_path / "disc", [["DICOM", "S1", name] for name in names])


def test_a_dicomdir_leads_to_its_files(disc, only_series):
    assert len(only_series(disc).slices) == 4


def test_a_dicomdir_in_a_folder_is_not_taken_for_an_image(disc, only_series):
    assert len(only_series(disc.parent).slices) == 4


def test_names_in_a_dicomdir_are_found_whatever_their_case(disc, only_series):
    for path in sorted((path for path in disc.parent.rglob("*") if path != disc), reverse=True):
        path.rename(path.with_name(path.name.lower()))
    assert len(only_series(disc).slices) == 4


@pytest.mark.parametrize(
    "reference", [["..", "source", "IM0000.dcm"], ["/etc", "passwd"], ["C:", "secret"], ["DICOM", "..", "..", "IM"]]
)
def test_a_dicomdir_entry_that_points_outside_is_refused(disc, reference):
    write_directory(disc.parent, [reference, ["DICOM", "S1", "IM0000.dcm"]])
    scan = dicom.scan(disc)
    assert len(scan.series[0].slices) == 1
    assert reasons(scan) == {"dicom.unsafe-name": 1}


def test_a_dicomdir_entry_that_is_a_link_to_the_outside_is_refused(disc, tmp_path):
    file = next(path for path in disc.parent.rglob("*") if path.is_file() and path != disc)
    outside = tmp_path / "outside.dcm"
    file.rename(outside)
    file.symlink_to(outside)
    assert reasons(dicom.scan(disc)) == {"dicom.unsafe-name": 1}


def test_names_in_a_dicomdir_may_be_chinese(disc, only_series):
    (disc.parent / "DICOM").rename(disc.parent / "影像")
    names = [path.name for path in (disc.parent / "影像" / "S1").iterdir()]
    write_directory(disc.parent, [["XXXX", "S1", name] for name in names])
    disc.write_bytes(disc.read_bytes().replace(b"XXXX", "影像".encode("gbk")))
    assert len(only_series(disc).slices) == 4


def test_missing_files_of_a_dicomdir_are_counted(disc):
    next(path for path in disc.parent.rglob("*") if path.is_file() and path != disc).unlink()
    assert reasons(dicom.scan(disc)) == {"dicom.reference-missing": 1}


def test_the_dicomdir_files_of_pydicom_end_well():
    for path in pydicom_files():
        if path.name.startswith("DICOMDIR"):
            try:
                dicom.scan(path)
            except InputError as error:
                assert error.code.startswith("dicom.")


def dicomdir_files() -> list[Path]:
    return [path for path in pydicom_files() if path.name.startswith("DICOMDIR")]


@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("path", dicomdir_files(), ids=lambda path: path.name)
def test_names_in_the_dicomdir_files_of_pydicom_are_as_pydicom_reads_them(path):
    names = []
    for record in pydicom.dcmread(path).get("DirectoryRecordSequence") or []:
        parts = record.get("ReferencedFileID") or []
        names.append("/".join([parts] if isinstance(parts, str) else parts))
    found, whole = directory._file_names(str(path))
    assert whole == (path.name != "DICOMDIR-nooffset")
    if not whole:  # it ends inside its last record
        names.pop()
    assert found == [name for name in names if name]


def test_a_dicomdir_of_a_million_records_is_refused(tmp_path):
    start = b"\0" * 128 + b"DICM" + b"\x02\0\x02\0UI\x14\0" + directory.DIRECTORY_CLASS
    records = b"\x04\0\x20\x12SQ\0\0" + UNDEFINED + ITEM * 10**6
    (tmp_path / "DICOMDIR").write_bytes(start + records + b"\xfe\xff\xdd\xe0\0\0\0\0")
    with pytest.raises(InputError, match=r"dicom\.too-many-files .*limit=50000"):
        dicom.scan(tmp_path / "DICOMDIR")


def test_a_huge_dicomdir_is_not_read(tmp_path):
    path = tmp_path / "DICOMDIR"
    path.write_bytes(b"\0" * 128 + b"DICM" + b"\x02\0\x02\0UI\x14\0" + directory.DIRECTORY_CLASS)
    with open(path, "ab") as file:
        file.truncate(10 << 30)
    with pytest.raises(InputError, match=r"dicom\.file-too-large"):
        dicom.scan(path)


@pytest.mark.parametrize("ending", [".dcm", ".DCM", ";1", ".", ".dcm;1", ".;1"])
@pytest.mark.parametrize("listed_with_it", [False, True])
def test_names_are_found_whatever_copying_a_disc_added_or_took_away(tmp_path, only_series, ending, listed_with_it):
    folder = tmp_path / "DICOM"
    names = [path.stem for path in write_series(folder, 4).iterdir()]
    for name in names:
        (folder / f"{name}.dcm").rename(folder / (name.lower() + ("" if listed_with_it else ending)))
    path = write_directory(tmp_path, [["DICOM", name + (ending if listed_with_it else "")] for name in names])
    scan = dicom.scan(path)
    assert len(only_series(path).slices) == 4 and not scan.notes


@pytest.mark.parametrize(
    "between", [["", "DICOM", "", "S1"], [".", "DICOM", "S1", ""], ["DICOM/S1"], ["DICOM", "", "S1"]]
)
def test_doubled_separators_and_points_lead_to_the_same_file(disc, between):
    names = [path.name for path in (disc.parent / "DICOM" / "S1").iterdir()]
    scan = dicom.scan(write_directory(disc.parent, [[*between, name] for name in names]))
    assert [len(series.slices) for series in scan.series] == [4] and not scan.notes


def unusable(scan: dicom.Scan) -> list[str]:
    return [note.parameters["reason"] for note in scan.notes if note.code == "dicom.directory-unusable"]


@pytest.mark.parametrize("part", [0.1, 0.5, 0.95])
def test_of_a_disc_whose_dicomdir_is_cut_off_everything_is_read(disc, part):
    data = disc.read_bytes()
    start = data.index(b"\x04\0\x20\x12")
    disc.write_bytes(data[: start + int((len(data) - start) * part)])
    scan = dicom.scan(disc)
    assert [len(series.slices) for series in scan.series] == [4]
    assert unusable(scan) == ["dicom.damaged"]


def test_where_nothing_listed_is_there_the_folder_is_read(disc):
    write_directory(disc.parent, [["ELSEWHERE", str(number)] for number in range(5)])
    scan = dicom.scan(disc)
    assert [len(series.slices) for series in scan.series] == [4]
    assert unusable(scan) == ["dicom.reference-missing"] and not reasons(scan)


def test_an_empty_disc_says_so(tmp_path):
    path = write_directory(tmp_path, [["ELSEWHERE", "1"]])
    with pytest.raises(InputError, match=r"dicom\.empty"):
        dicom.scan(path)


def test_a_dicomdir_without_its_class_is_known_by_its_elements(disc):
    disc.write_bytes(disc.read_bytes().replace(directory.DIRECTORY_CLASS, b"1.2.840.10008.5.1.99"))
    assert [len(series.slices) for series in dicom.scan(disc).series] == [4]


def test_a_chain_of_dicomdirs_is_followed_once_round(disc):
    (disc.parent / "NEXT").mkdir()
    disc.rename(disc.parent / "LAST")
    write_directory(disc.parent / "NEXT", [["..", "LAST"], ["INNER"]]).rename(disc.parent / "SECOND")
    first = write_directory(disc.parent, [["SECOND"]])
    write_directory(disc.parent / "NEXT", [["DICOMDIR"]])
    (disc.parent / "SECOND").unlink()
    second = write_directory(disc.parent / "NEXT", [["LAST"], ["DICOMDIR"]])
    second.rename(disc.parent / "SECOND")
    scan = dicom.scan(first)
    assert [len(series.slices) for series in scan.series] == [4]

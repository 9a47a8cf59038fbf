"""Where files come from: folders, lists, archives and directories; nothing outside them, nothing endless."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from inference import dicom
from inference.dicom import finding
from inference.errors import Cancelled, InputError
from tests.helpers.dicom_files import save, slice_dataset, write_series

ODD_NAME = "测试 é"


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def slices_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def reasons(scan: dicom.Scan) -> dict[str, int]:
    return {note.parameters["reason"]: note.parameters["count"] for note in scan.notes if note.code == "dicom.skipped"}


def test_folders_are_searched_with_all_below_them(tmp_path, only_series):
    for index, path in enumerate(list(write_series(tmp_path / "a", 6).iterdir())):
        target = tmp_path / "b" / str(index % 3) / str(index % 2) / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
    assert len(only_series(tmp_path).slices) == 6


def test_a_single_file_is_a_series_of_one_slice(tmp_path, only_series):
    assert len(only_series(save(slice_dataset(), tmp_path / "one.dcm")).slices) == 1


def test_several_paths_are_put_together_and_files_given_twice_are_read_once(tmp_path):
    folder = write_series(tmp_path, 4)
    files = sorted(folder.iterdir())
    scan = dicom.scan([files[0], str(files[1]), folder])
    assert scan.files_seen == 4
    assert len(scan.series[0].slices) == 4


def test_a_zip_archive_is_read_without_unpacking(tmp_path, load_only, misplacement):
    path = zipped(tmp_path / "study.zip", slices_of(write_series(tmp_path / "a", 5)))
    loaded = load_only(path)
    assert loaded.volume.hu.shape[0] == 5
    assert misplacement(loaded) <= 1
    assert sorted(os.listdir(tmp_path)) == ["a", "study.zip"]


def test_a_stored_archive_under_any_name_is_recognised_by_its_bytes(tmp_path, only_series):
    path = zipped(tmp_path / "study.dat", slices_of(write_series(tmp_path / "a", 3)), zipfile.ZIP_STORED)
    assert len(only_series(path).slices) == 3


@pytest.mark.parametrize("kind", ["folder", "file", "zip"])
def test_paths_outside_ascii_work(tmp_path, load_only, kind):
    folder = write_series(tmp_path / ODD_NAME / ODD_NAME, 3)
    if kind == "zip":
        members = {f"{ODD_NAME}/{name}": data for name, data in slices_of(folder).items()}
        folder = zipped(tmp_path / f"{ODD_NAME}.zip", members)
    path = sorted(folder.iterdir()) if kind == "file" else folder
    assert dicom.load(dicom.scan(path).series[0]).volume.hu.shape[0] == 3


def test_a_link_to_a_folder_is_followed(tmp_path, only_series):
    write_series(tmp_path / "real", 3)
    (tmp_path / "chosen").mkdir()
    (tmp_path / "chosen" / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert len(only_series(tmp_path / "chosen").slices) == 3


def test_a_loop_of_links_ends_and_is_reported(tmp_path):
    write_series(tmp_path / "a", 3)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    scan = dicom.scan(tmp_path)
    assert len(scan.series[0].slices) == 3
    assert reasons(scan) == {"dicom.link-loop": 1, "dicom.not-a-file": 1}


def test_folders_nested_too_deeply_are_left_out(tmp_path):
    write_series(tmp_path, 2)
    deep = tmp_path.joinpath(*["d"] * 40)
    write_series(deep, 2, series="2")
    scan = dicom.scan(tmp_path)
    assert len(scan.series) == 1
    assert reasons(scan) == {"dicom.too-deep": 1}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    write_series(tmp_path, 2)
    os.mkfifo(tmp_path / "pipe")
    assert reasons(dicom.scan(tmp_path)) == {"dicom.not-a-file": 1}
    with pytest.raises(InputError, match=r"dicom\.not-a-file"):
        dicom.scan(tmp_path / "pipe")


def test_other_files_in_a_folder_are_skipped_counted_and_named(tmp_path):
    folder = write_series(tmp_path, 2)
    (folder / "readme.txt").write_text("no image")
    (folder / "viewer.exe").write_bytes(b"MZ" + bytes(5000))
    (folder / "empty").touch()
    (folder / "other.rar").write_bytes(b"Rar!" + bytes(100))
    zipped(folder / "inner.zip", {"a": b"a"})
    scan = dicom.scan(folder)
    assert scan.files_seen == 7
    assert reasons(scan) == {
        "dicom.not-dicom": 2,
        "dicom.empty-file": 1,
        "dicom.archive-unsupported": 1,
        "dicom.nested-archive": 1,
    }
    assert {skipped.name: skipped.reason.code for skipped in scan.files_skipped}[str(folder / "empty")] == (
        "dicom.empty-file"
    )


def test_dicom_that_is_no_image_is_skipped(tmp_path):
    write_series(tmp_path, 2)
    report = slice_dataset(Rows=None, Columns=None, Modality="SR")
    save(report, tmp_path / "report.dcm")
    (skipped,) = dicom.scan(tmp_path).files_skipped
    assert skipped.reason.parameters["modality"] == "SR"


def test_only_so_many_skipped_files_are_named_but_all_are_counted(tmp_path):
    write_series(tmp_path, 2)
    for number in range(130):
        (tmp_path / f"{number}.txt").write_text("x")
    scan = dicom.scan(tmp_path)
    assert len(scan.files_skipped) == 100
    assert reasons(scan) == {"dicom.not-dicom": 130}


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda folder: folder / "absent", "dicom.not-found"),
        (lambda folder: folder, "dicom.empty"),
        (lambda folder: _file(folder, b"text"), "dicom.not-dicom"),
        (lambda folder: _file(folder, b""), "dicom.empty-file"),
        (lambda folder: _file(folder, b"Rar!\x1a\x07"), "dicom.archive-unsupported"),
        (lambda folder: _file(folder, b"PK\x03\x04" + bytes(30)), "dicom.zip-damaged"),
        (lambda folder: _file(folder, b"\0" * 128 + b"DICM"), "dicom.not-an-image"),
        (lambda folder: _file(folder, b"\0" * 128 + b"DICM\x02"), "dicom.truncated"),
        (lambda folder: _file(folder, b"text").parent, "dicom.no-images"),
        (lambda folder: zipped(folder / "a.zip", {}), "dicom.empty"),
        (lambda folder: zipped(folder / "a.zip", {"a.txt": b"text"}), "dicom.not-dicom"),
        (lambda folder: "a\0b", "dicom.unreadable"),
    ],
)
def test_a_path_without_images_is_an_error_that_names_it(tmp_path, make, code):
    path = make(tmp_path)
    with pytest.raises(InputError) as error:
        dicom.scan(path)
    assert error.value.code == code
    assert str(path) in error.value.parameters["path"]


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "file"
    path.write_bytes(data)
    return path


def test_a_file_that_the_system_refuses_is_named_with_its_reason(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = save(slice_dataset(), tmp_path / "one.dcm")
    monkeypatch.setattr("inference.dicom.scanning.os.open", refuse)
    with pytest.raises(InputError) as error:
        dicom.scan(path)
    assert error.value.code == "dicom.unreadable"
    assert error.value.parameters == {"path": str(path), "reason": "Permission denied"}


def test_an_encrypted_archive_is_an_error(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a.dcm": b"data"}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"dicom\.zip-encrypted"):
        dicom.scan(path)


def test_members_with_unsafe_names_are_refused(tmp_path):
    members = slices_of(write_series(tmp_path / "a", 6))
    unsafe = ["../out.dcm", "/abs.dcm", "a/../../b.dcm", "C:/c.dcm", "..\\d.dcm"]
    renamed = dict(zip([*unsafe, "good.dcm"], members.values()))
    scan = dicom.scan(zipped(tmp_path / "a.zip", renamed))
    assert [one.member for one in scan.series[0].slices] == ["good.dcm"]
    assert reasons(scan) == {"dicom.unsafe-name": 5}


def test_archives_in_archives_are_not_opened(tmp_path):
    members = slices_of(write_series(tmp_path / "a", 2))
    inner = zipped(tmp_path / "inner.zip", members)
    scan = dicom.scan(zipped(tmp_path / "outer.zip", members | {"inner.zip": inner.read_bytes()}))
    assert reasons(scan) == {"dicom.nested-archive": 1}


def test_an_archive_packed_too_tightly_is_refused(tmp_path):
    path = zipped(tmp_path / "bomb.zip", {f"{n}.dcm": bytes(2**24) for n in range(5)})
    with pytest.raises(InputError, match=r"dicom\.zip-bomb"):
        dicom.scan(path)


def test_an_archive_that_declares_too_many_bytes_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "MAX_ZIP_BYTES", 1000)
    with pytest.raises(InputError, match=r"dicom\.zip-too-large"):
        dicom.scan(zipped(tmp_path / "a.zip", {"a.dcm": bytes(2000)}))


def test_an_archive_whose_members_share_their_bytes_is_refused(tmp_path):
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.dcm", bytes(1000))
        archive.writestr("b.dcm", bytes(1000))
    data = bytearray(buffer.getvalue())
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    with pytest.raises(InputError, match=r"dicom\.zip-bomb"):
        dicom.scan(_file(tmp_path, bytes(data)))


def test_members_packed_by_rare_methods_are_left_out(tmp_path):
    members = slices_of(write_series(tmp_path / "a", 2))
    path = zipped(tmp_path / "a.zip", members)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("lzma.dcm", b"data")
    assert reasons(dicom.scan(path)) == {"dicom.zip-method": 1}


def test_a_damaged_member_is_left_out(tmp_path):
    path = zipped(tmp_path / "a.zip", slices_of(write_series(tmp_path / "a", 3)))
    with zipfile.ZipFile(path) as archive:
        start = archive.infolist()[1].header_offset
    data = bytearray(path.read_bytes())
    data[start + 60 : start + 100] = bytes(40)
    path.write_bytes(data)
    scan = dicom.scan(path)
    assert len(scan.series[0].slices) == 2
    assert reasons(scan) == {"dicom.unreadable": 1}


def test_a_member_whose_name_is_not_the_utf_8_it_claims_is_left_out(tmp_path):
    members = slices_of(write_series(tmp_path / "a", 2))
    path = zipped(tmp_path / "a.zip", members | {"é.dcm": b"data"})
    data = path.read_bytes()
    path.write_bytes(data.replace("é.dcm".encode(), b"\xc3\xc3.dcm", 1))  # in front of the member, not in the directory
    scan = dicom.scan(path)
    assert len(scan.series[0].slices) == 2
    assert reasons(scan) == {"dicom.unreadable": 1}


def test_a_directory_of_an_archive_with_a_million_members_is_not_read(tmp_path):
    path = zipped(tmp_path / "a.zip", {"a": b"a"})
    data = path.read_bytes()
    start, stop = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = data[start:stop] * 400_000
    size = len(entries).to_bytes(4, "little")
    path.write_bytes(data[:start] + entries + data[stop : stop + 12] + size + data[stop + 16 :])
    with pytest.raises(InputError, match=r"dicom\.too-many-files .*limit=50000"):
        dicom.scan(path)


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("inference.dicom.scanning.MAX_FILES", 5)
    with pytest.raises(InputError, match=r"dicom\.too-many-files .*limit=5"):
        dicom.scan(write_series(tmp_path, 6))


def test_a_scan_can_be_cancelled(tmp_path):
    with pytest.raises(Cancelled):
        dicom.scan(write_series(tmp_path, 3), cancelled=lambda: True)


def test_a_scan_reports_progress_up_to_one(tmp_path):
    parts: list[float] = []
    dicom.scan(write_series(tmp_path, 40), progress=parts.append)
    assert parts == sorted(parts)
    assert parts[0] == 0
    assert parts[-1] == 1


def test_importing_the_package_loads_neither_pydicom_nor_simpleitk_nor_codecs():
    check = (
        "import sys, inference.dicom\n"
        "heavy = {'pydicom', 'SimpleITK', 'openjpeg', 'jpeg_ls', 'rle', 'pylibjpeg', 'scipy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", check], check=True, cwd=Path(__file__).resolve().parents[3])


def test_scanning_and_loading_raw_files_loads_neither_pydicom_nor_simpleitk(tmp_path):
    folder = write_series(tmp_path, 3)
    check = (
        "import sys\n"
        "from inference import dicom\n"
        f"dicom.load(dicom.scan({str(folder)!r}).series[0])\n"
        "heavy = {'pydicom', 'SimpleITK'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", check], check=True, cwd=Path(__file__).resolve().parents[3])


def test_a_damaged_image_is_named_whatever_else_was_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr(finding, "MAX_NAMED_SKIPS", 3)
    write_series(tmp_path, 3)
    for number in range(8):
        (tmp_path / f"A{number}.txt").write_text("no image")
    good = next(tmp_path.glob("*.dcm")).read_bytes()
    (tmp_path / "Z.dcm").write_bytes(good[:400])
    scan = dicom.scan(tmp_path)
    assert reasons(scan) == {"dicom.not-dicom": 8, "dicom.truncated": 1}
    assert len(scan.files_skipped) == 4
    assert str(tmp_path / "Z.dcm") in [skipped.name for skipped in scan.files_skipped]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_a_zip_archive_that_share_a_name_are_all_read(tmp_path, load_only, misplacement):
    members = list(slices_of(write_series(tmp_path / "a", 5)).values())
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in zip(["IM", "IM", "IM (2)", "IM", "IM (2)"], members):
            archive.writestr(name, data)
    loaded = load_only(path)
    assert loaded.volume.grid.shape[0] == 5
    assert misplacement(loaded) <= 0.5
    assert len({one.name for one in dicom.scan(path).series[0].slices}) == 5


def test_a_member_without_a_name_costs_only_itself(tmp_path):
    members = slices_of(write_series(tmp_path / "a", 3))
    path = zipped(tmp_path / "a.zip", {"x": b"data"} | members, zipfile.ZIP_STORED)
    data = path.read_bytes()
    local, central = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    # The name of one byte becomes an extra field of a whole one, and an empty comment.
    data = bytearray(data)
    del data[central + 46]
    data[central + 28 : central + 30] = b"\0\0"
    end = data.index(b"PK\x05\x06")
    data[end + 12 : end + 16] = (end - central).to_bytes(4, "little")
    assert data[local + 26 : local + 28] == b"\x01\0"
    path.write_bytes(data)
    scan = dicom.scan(path)
    assert len(scan.series[0].slices) == 3
    assert reasons(scan) == {"dicom.unsafe-name": 1}


def test_slow_headers_have_a_limit_for_all_together_and_others_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("inference.dicom.scanning.MAX_SLOW_SECONDS", 1e-9)
    monkeypatch.setattr("inference.dicom.scanning.FREE_SECONDS", 0.0)
    write_series(tmp_path, 3)
    for number in range(3):
        one = slice_dataset()
        one.add_new(0x00091010, "OB", bytes(20_000))  # the header ends behind the first read
        save(one, tmp_path / f"long{number}.dcm")
    scan = dicom.scan(tmp_path)
    assert reasons(scan) == {"dicom.too-slow": 2}
    assert sum(len(series.slices) for series in scan.series) >= 3


def test_an_unusual_header_of_very_many_items_is_not_handed_on(tmp_path, monkeypatch):
    monkeypatch.setattr("inference.dicom.thorough.MAX_UNUSUAL_ITEMS", 50)
    data = save(slice_dataset(), tmp_path / "0.dcm").read_bytes()
    at = data.index(b"\x08\0\x60\0CS")
    items = b"\x08\0\x5f\0ZZ\0\0" + b"\x08\0\x5f\x10SQ\0\0\xff\xff\xff\xff" + b"\xfe\xff\0\xe0\0\0\0\0" * 60
    (tmp_path / "0.dcm").write_bytes(data[:at] + items + data[at:])
    with pytest.raises(InputError, match=r"dicom\.damaged .*more than 50 items"):
        dicom.scan(tmp_path / "0.dcm")


def test_cancel_is_asked_by_time_too(tmp_path, monkeypatch):
    monkeypatch.setattr("inference.dicom.scanning.ASK_SECONDS", -1.0)
    asked = []
    dicom.scan(write_series(tmp_path, 10), cancelled=lambda: bool(asked.append(1)))
    assert len(asked) >= 10

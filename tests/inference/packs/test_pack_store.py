"""Packs on disk: folders and files, foreign content, sizes."""

import io
import os
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from inference.errors import InputError, PackError, PrecontrastError
from inference.packs import files
from inference.packs.files import read_files, zip_bytes
from inference.packs.store import MANIFEST, load_pack
from tests.helpers.packs import as_bytes, make_pack, manifest_data, write_pack


def refused(path) -> PrecontrastError:
    with pytest.raises(PrecontrastError) as caught:
        load_pack(path, [], allow_unsigned=True)
    return caught.value


@pytest.fixture
def folder(tmp_path):
    return write_pack(tmp_path / "测试 é", {"golden/case.json": b"{}"})


@pytest.fixture
def packed(tmp_path):
    """Write a ``.pack`` file with given entries."""

    def write(entries, **options):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", **options) as archive:
            for name, data in entries:
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        (tmp_path / "a.pack").write_bytes(buffer.getvalue())
        return tmp_path / "a.pack"

    return write


def test_an_unsigned_pack_is_refused_unless_it_was_allowed(folder):
    with pytest.raises(PackError) as caught:
        load_pack(folder, [])
    assert caught.value.code == "pack.unsigned"


def test_an_unsigned_pack_that_was_allowed_has_no_signer(folder):
    assert load_pack(folder, [], allow_unsigned=True).signed_by is None


def test_a_pack_holds_every_file_of_its_folder(folder):
    assert set(load_pack(folder, [], allow_unsigned=True).files) == {MANIFEST, "golden/case.json"}


def test_a_file_of_the_pack_is_given_by_name():
    assert make_pack({"table.csv": b"1"}).file("table.csv") == b"1"


def test_a_file_that_the_pack_does_not_have_is_named():
    with pytest.raises(PackError) as caught:
        make_pack().file("models/lost.onnx")
    assert (caught.value.code, caught.value.parameters["file"]) == ("pack.file-missing", "models/lost.onnx")


def test_different_contents_have_different_digests(tmp_path):
    contents = ({}, {"a.txt": b"1"}, {"b.txt": b"1"}, {"a.txt": b"", "b.txt": b"1"}, {"a.txt": b"1", "b.txt": b""})
    folders = [write_pack(tmp_path / str(n), files) for n, files in enumerate(contents)]
    digests = {load_pack(folder, [], allow_unsigned=True).digest for folder in folders}
    assert len(digests) == len(contents)


def test_a_pack_that_does_not_exist_is_named(tmp_path):
    assert refused(tmp_path / "none").code == "pack.not-found"


def test_a_folder_without_a_manifest_is_no_pack(tmp_path):
    (tmp_path / "a.json").write_text("{}")
    assert refused(tmp_path).code == "pack.no-manifest"


@pytest.mark.parametrize("name", ["run.py", "model.pkl", "lib.so", "a.exe", "README", ".hidden", "script.JS"])
def test_anything_but_data_is_refused_in_a_folder(folder, name):
    (folder / name).write_bytes(b"")
    error = refused(folder)
    assert (error.code, error.parameters["file"]) == ("pack.foreign-file", name)


def test_a_link_is_refused_in_a_folder(folder, tmp_path):
    (tmp_path / "secret.json").write_text("{}")
    (folder / "a.json").symlink_to(tmp_path / "secret.json")
    assert refused(folder).code == "pack.foreign-file"


def test_a_link_to_a_folder_is_refused_in_a_folder(folder, tmp_path):
    (tmp_path / "outside").mkdir()
    (folder / "inner").symlink_to(tmp_path / "outside")
    assert refused(folder).code == "pack.foreign-file"


@pytest.mark.parametrize("name", ["../a.json", "/a.json", "x/../../a.json", "C:a.json", "x\\a.json", "x/", "a.json\n"])
def test_a_name_that_leads_outside_the_pack_is_refused_in_a_file(packed, name):
    assert refused(packed([(MANIFEST, as_bytes(manifest_data())), (name, b"")])).code == "pack.foreign-file"


def test_a_name_twice_in_a_file_is_refused(packed):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = packed([(MANIFEST, as_bytes(manifest_data())), (MANIFEST, b"{}")])
    assert isinstance(refused(path), PackError)


def test_a_file_that_was_packed_by_another_program_is_refused(packed):
    # Only one byte form is allowed; another one holds bytes that no checksum covers.
    path = packed([(MANIFEST, as_bytes(manifest_data()))], compression=zipfile.ZIP_DEFLATED)
    assert refused(path).code == "pack.changed"


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + b"\0" * 18, b"nonsense" * 100])
def test_a_file_that_is_no_pack_is_refused(tmp_path, data):
    (tmp_path / "a.pack").write_bytes(data)
    assert refused(tmp_path / "a.pack").code in ("pack.not-a-pack", "pack.no-manifest", "pack.changed")


def test_a_file_that_would_unpack_to_too_much_is_refused_before_it_is_unpacked(packed, monkeypatch):
    monkeypatch.setattr(files, "MAX_TOTAL_BYTES", 10_000)
    path = packed([("a.txt", b"0" * 1_000_000)], compression=zipfile.ZIP_DEFLATED)
    assert refused(path).code == "pack.too-large"


def test_a_folder_with_too_much_in_it_is_refused(folder, monkeypatch):
    monkeypatch.setattr(files, "MAX_TOTAL_BYTES", 10_000)
    (folder / "a.txt").write_bytes(b"0" * 10_001)
    assert refused(folder).code == "pack.too-large"


def test_too_many_files_are_refused(folder, monkeypatch):
    monkeypatch.setattr(files, "MAX_FILES", 2)
    (folder / "a.txt").write_bytes(b"")
    assert refused(folder).code == "pack.too-large"


@pytest.mark.parametrize(
    ("name", "size"),
    [
        *((name, 2**34) for name in (MANIFEST, "SHA256SUMS", "SIGNATURE", "golden/case.json", "card.md")),
        (MANIFEST, 2**21),
    ],
)
def test_a_file_that_is_too_large_for_its_kind_is_refused_before_it_is_read(folder, name, size):
    with (folder / name).open("wb") as file:
        file.truncate(size)  # takes no room on the disk
    error = refused(folder)
    assert error.code in ("pack.file-too-large", "pack.too-large")


def test_a_small_file_never_becomes_much_in_memory(tmp_path):
    deflated = io.BytesIO()
    with zipfile.ZipFile(deflated, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.onnx", bytes(2**26))
    bombs = [deflated.getvalue(), bytes(2**16)]
    del deflated
    # The end of a zip whose list of files would be everything before it.
    bombs.append(bytes(2**16) + b"PK\5\6" + struct.pack("<4H2IH", 0, 0, 9, 9, 2**16, 0, 0))
    tracemalloc.start()
    for data in bombs:
        with (tmp_path / "bomb.pack").open("wb") as file:
            file.write(data)
        tracemalloc.reset_peak()
        assert refused(tmp_path / "bomb.pack").code in ("pack.changed", "pack.not-a-pack")
    with (tmp_path / "bomb.pack").open("wb") as file:
        file.truncate(2**29)
    assert refused(tmp_path / "bomb.pack").code == "pack.not-a-pack"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**22


def test_a_pipe_is_refused_as_a_pack_and_in_one(folder, tmp_path):
    os.mkfifo(folder / "a.json")
    assert refused(folder).code == "pack.foreign-file"
    os.mkfifo(tmp_path / "a.pack")
    assert refused(tmp_path / "a.pack").code == "pack.not-found"


def test_a_pack_file_is_the_same_whatever_the_order_of_its_files():
    assert zip_bytes({"b": b"1", "a": b"2"}) == zip_bytes({"a": b"2", "b": b"1"})


def test_a_folder_becomes_a_file_and_is_read_back(folder, tmp_path):
    (tmp_path / "a.pack").write_bytes(zip_bytes(read_files(folder)))
    assert read_files(tmp_path / "a.pack") == read_files(folder)


def test_a_mistake_in_the_manifest_names_pack_and_field(tmp_path):
    with pytest.raises(InputError) as caught:
        load_pack(write_pack(tmp_path / "mine", status="certain"), [], allow_unsigned=True)
    assert (caught.value.parameters["source"], caught.value.parameters["field"]) == ("mine/pack.json", "status")


def test_a_pack_reached_by_its_last_folder_only_is_still_named(tmp_path, monkeypatch):
    monkeypatch.chdir(write_pack(tmp_path / "mine", status="certain"))
    with pytest.raises(InputError) as caught:
        load_pack(Path("."), [], allow_unsigned=True)
    assert caught.value.parameters["source"] == "mine/pack.json"

"""Installing: what was verified is what is installed, and nothing takes another pack's place without a word."""

import errno
import os
import shutil

import pytest

from desktop import pack_library
from desktop.pack_library import PackLibrary, pack_folder_to_file
from desktop.places import HOME_VARIABLE, default_places
from inference.errors import InputError, PackError
from inference.files import unfinished
from inference.packs.signing import new_key, sign
from inference.packs.store import load_pack
from tests.helpers.packs import write_pack


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    places = default_places()
    places.keys.mkdir(parents=True)
    for name in ("first", "second"):
        new_key(tmp_path / f"{name}.pem", places.keys / f"{name}.pub")
    return PackLibrary(places, allow_unsigned=True)


@pytest.fixture
def made(tmp_path):
    """A pack of a version with some content, signed with a key or with none."""

    def write(version="1.0.0", card="", key="first"):
        folder = write_pack(tmp_path / f"{version}-{card}-{key}", {"card.md": card.encode()}, version=version)
        if key:
            sign(folder, tmp_path / f"{key}.pem")
        return folder

    return write


@pytest.mark.parametrize("as_file", [False, True])
def test_files_that_are_exchanged_after_they_were_verified_are_not_installed(
    library, made, tmp_path, monkeypatch, as_file
):
    good, other = made("1.0.0", "good"), made("2.0.0", "other")
    source = tmp_path / ("offered.pack" if as_file else "offered")

    def lay(folder):
        if as_file:
            pack_folder_to_file(folder, source)
        else:
            shutil.rmtree(source, ignore_errors=True)
            shutil.copytree(folder, source)

    def verified_then_exchanged(path, *rest):
        pack = load_pack(path, *rest)
        if path == source:
            lay(other)
        return pack

    lay(good)
    monkeypatch.setattr(pack_library, "load_pack", verified_then_exchanged)
    pack = library.install(source)
    installed = load_pack(library.places.packs / "test-pack.pack", library.keys().trusted)
    assert (pack.manifest.version, installed.manifest.version, installed.digest) == ("1.0.0", "1.0.0", pack.digest)


@pytest.mark.parametrize(
    ("present", "offered", "doubts"),
    [
        ({"version": "1.0.0"}, {"version": "2.0.0"}, []),
        ({"version": "2.0.0"}, {"version": "1.0.0"}, ["pack.older"]),
        ({"version": "1.10.0"}, {"version": "1.9.9"}, ["pack.older"]),
        ({"version": "1.0.0", "card": "a"}, {"version": "1.0.0", "card": "b"}, ["pack.same-version"]),
        ({"version": "1.0.0"}, {"version": "1.0.0"}, []),
        ({"version": "spring"}, {"version": "autumn"}, ["pack.version-unclear"]),
        ({"version": "1.0.0"}, {"version": "2.0.0", "key": "second"}, ["pack.other-signer"]),
        ({"version": "2.0.0"}, {"version": "1.0.0", "key": "second"}, ["pack.other-signer", "pack.older"]),
        ({"version": "1.0.0"}, {"version": "2.0.0", "key": None}, ["pack.other-signer"]),
        ({"version": "1.0.0", "key": None}, {"version": "2.0.0"}, []),
    ],
)
def test_a_pack_takes_the_place_of_a_newer_or_another_ones_only_when_that_is_wanted(
    library, made, present, offered, doubts
):
    installed = library.install(made(**present))
    new = made(**offered)
    assert [doubt.code for doubt in library.doubts(library.offered(new))] == doubts
    file = library.places.packs / "test-pack.pack"
    if doubts:
        before = file.read_bytes()
        with pytest.raises(PackError) as caught:
            library.install(new)
        assert (caught.value.code, file.read_bytes()) == (doubts[0], before)
        assert caught.value.parameters["present"] == installed.manifest.version
    pack = library.install(new, replace=bool(doubts))
    assert load_pack(file, library.keys().trusted, True).digest == pack.digest


def test_a_pipe_where_packs_and_keys_lie_makes_nothing_wait(library, made):
    library.install(made())
    os.mkfifo(library.places.packs / "pipe.pack")
    os.mkfifo(library.places.keys / "pipe.pub")
    found = {entry.path.stem: entry for entry in library.all() if entry.place == "user"}
    assert (found["test-pack"].error, found["pipe"].error.code) == (None, "pack.not-found")
    assert [error.parameters["reason"] for error in library.keys().refused] == ["file.special"]


def test_a_folder_of_packs_that_may_not_be_read_is_named_and_shipped_packs_are_enough(library, monkeypatch):
    library.places.packs.mkdir()
    scandir = os.scandir

    def closed(path="."):
        if path == library.places.packs:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    entry = next(entry for entry in library.all() if entry.path == library.places.packs)
    assert (entry.pack, entry.error.code) == (None, "file.unreadable")
    assert library.open("cme-literature-prior").manifest.id == "cme-literature-prior"
    with pytest.raises(InputError) as error:  # not "there is no such pack", which may lie there
        library.open("of-this-site")
    assert error.value.parameters["path"] == str(library.places.packs)


def test_lists_verify_a_pack_once_and_again_when_a_file_of_it_or_a_key_has_changed(library, made, monkeypatch):
    verified = []

    def counted(path, *rest):
        verified.append(path.name)
        return load_pack(path, *rest)

    def listed():
        del verified[:]
        return {manifest.id: manifest.version for manifest in library.manifests()}, verified.count("test-pack.pack")

    library = PackLibrary(library.places)
    library.install(made("1.0.0"))
    monkeypatch.setattr(pack_library, "load_pack", counted)
    (first, times), again = listed(), listed()
    assert (first["test-pack"], times) == ("1.0.0", 1)
    assert again == (first, 0)
    library.install(made("2.0.0"))
    assert listed()[0]["test-pack"] == "2.0.0"
    file = library.places.packs / "test-pack.pack"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    assert "test-pack" not in listed()[0]
    library.install(made("3.0.0"), replace=True)
    assert listed()[0]["test-pack"] == "3.0.0"
    (library.places.keys / "first.pub").unlink()
    assert "test-pack" not in listed()[0]
    assert {entry.path.stem for entry in library.all() if entry.pack is not None} == set(listed()[0])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
def test_a_pack_is_not_written_into_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "a.pack")
    with pytest.raises(InputError, match="unwritable"):
        pack_folder_to_file(write_pack(tmp_path / "one"), tmp_path / "a.pack")


def test_a_pack_that_another_program_is_just_writing_is_not_listed(library, made):
    library.install(made())
    with unfinished(library.places.packs / "other.pack") as beside:
        beside.write_bytes(b"half of it")
        assert [entry.path.stem for entry in library.all() if entry.place == "user"] == ["test-pack"]

"""A finished program in which something is wrong is not let through; one in which nothing is gets its list."""

import json
import sys

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import installer.supply.__main__ as tool
from installer.supply.folder import SupplyError, attribute, noted_origins
from installer.supply.model import OWN_PART, Part, Text
from ui.dialogs import components as shown

WORDS = (Text("LICENSE", b"Do what you like."),)
KNOWN = {
    "libfree.so": Part("free", "1.0", "MIT", "pkg:pypi/free@1.0", WORDS, inside=(Part("core", "2", "Zlib"),)),
    "libgpl.so": Part("readline", "8.2", "GPL-3.0-or-later", "", WORDS),
    "libmute.so": Part("mute", "1.0", "MIT"),
    "own.txt": OWN_PART,
}
START = Part("start", "6", "GPL-2.0-or-later WITH Bootloader-exception", "", WORDS)


@pytest.fixture
def folder(tmp_path):
    """A program of one executable, a library of others and a file of its own."""
    (tmp_path / "app" / "_internal").mkdir(parents=True)
    for name in ("precontrast", "_internal/libfree.so", "_internal/own.txt"):
        (tmp_path / "app" / name).write_bytes(name.encode())
    return tmp_path / "app"


@pytest.fixture
def supply(folder, monkeypatch):
    """The tool, to which only a few files and modules are known."""
    modules = {"inference": OWN_PART, "numpy": KNOWN["libfree.so"]}

    def look(folder, origins, packed=("inference", "numpy")):
        executable = lambda path: list(packed) if path.name == "precontrast" else None  # noqa: E731
        claimants = (lambda file: KNOWN.get(file.place.name),)
        return attribute(folder, origins, claimants, executable, (modules.get,), lambda: START)

    monkeypatch.setattr(tool, "look", look)
    monkeypatch.setattr(tool, "learnt_from", lambda: [])
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return lambda: tool.main([str(folder)])


def listed(folder):
    return json.loads((folder / "_internal" / "sbom.cdx.json").read_text(encoding="utf-8"))


def test_a_sound_folder_gets_its_list_and_texts(supply, folder):
    assert supply() == 0
    free = next(one for one in listed(folder)["components"] if one["name"] == "free")
    (text,) = [one["value"] for one in free["properties"]]
    assert (folder / "_internal" / text).read_bytes() == WORDS[0].data
    assert free["licenses"] == [{"expression": "MIT"}]
    assert {one["name"] for one in free["components"]} == {"libfree.so", "core"}


def test_the_list_is_valid_cyclonedx(supply, folder):
    supply()
    text = (folder / "_internal" / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_list_names_every_file_with_its_digest(supply, folder):
    supply()
    data = listed(folder)
    owners = [data["metadata"]["component"], *data["components"]]
    files = [one for owner in owners for one in owner.get("components", []) if one["type"] == "file"]
    assert sorted(one["name"] for one in files) == ["libfree.so", "own.txt", "precontrast"]
    assert all(len(one["hashes"][0]["content"]) == 64 for one in files)


def test_the_same_folder_gives_the_same_list(supply, folder):
    supply()
    first = (folder / "_internal" / "sbom.cdx.json").read_bytes()
    supply()
    assert (folder / "_internal" / "sbom.cdx.json").read_bytes() == first
    assert listed(folder)["metadata"]["timestamp"] == "2023-11-14T22:13:20+00:00"


def test_other_content_gives_another_serial_number(supply, folder):
    supply()
    first = listed(folder)["serialNumber"]
    (folder / "_internal" / "own.txt").write_bytes(b"other")
    supply()
    assert listed(folder)["serialNumber"] != first


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("libgpl.so", "libgpl.so: readline 8.2: not allowed: GPL-3.0-or-later"),
        ("libwhat.so", "libwhat.so: no part known that it is from"),
        ("libmute.so", "libmute.so: mute 1.0: no licence text"),
    ],
)
def test_a_file_that_may_not_be_shipped_stops_the_build(supply, folder, capsys, name, said):
    (folder / "_internal" / name).write_bytes(b"library")
    assert supply() == 1
    assert f"supply: {said}\n" in capsys.readouterr().err
    assert not (folder / "_internal" / "sbom.cdx.json").exists()


def test_a_module_of_nobody_known_stops_the_build(folder):
    own, nobody = (lambda file: OWN_PART,), (lambda name: None,)
    ledger = attribute(folder, {}, own, lambda path: ["secret"], nobody, lambda: START)
    assert ledger.unknown == ["precontrast: no part known that its module secret is from"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
@pytest.mark.parametrize("target", ["../../outside", "nowhere"])
def test_a_link_that_leads_nowhere_in_the_folder_stops_the_build(supply, folder, capsys, target):
    (folder.parent / "outside").write_bytes(b"")
    (folder / "_internal" / "link").symlink_to(target)
    assert supply() == 1
    assert "link: a link that leads nowhere in the folder" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_within_the_folder_is_no_file_of_its_own(supply, folder):
    (folder / "_internal" / "link").symlink_to("libfree.so")
    assert supply() == 0


def test_a_folder_without_a_program_is_refused(tmp_path, capsys):
    assert tool.main([str(tmp_path)]) == 1
    assert "is no finished program" in capsys.readouterr().err


def test_a_file_that_is_no_list_of_the_build_is_refused(tmp_path):
    (tmp_path / "COLLECT-00.toc").write_text("nothing of the kind")
    with pytest.raises(SupplyError, match="is not PyInstaller's list"):
        noted_origins(tmp_path / "COLLECT-00.toc")


def test_the_builds_list_says_where_files_are_from(tmp_path):
    entries = [("a\\b.so", "/usr/lib/b.so", "BINARY"), ("c.so", "a/b.so", "SYMLINK")]
    (tmp_path / "COLLECT-00.toc").write_text(repr((entries,)))
    assert {name: path.name for name, path in noted_origins(tmp_path / "COLLECT-00.toc").items()} == {"a/b.so": "b.so"}


def test_about_lists_what_the_installed_programs_list_names(supply, folder, monkeypatch):
    supply()
    monkeypatch.setattr(shown, "bundled", lambda name: folder / "_internal" / "resources" / name)
    found = {one.name: one for one in shown.components()}
    assert set(found) == {"free", "start"}
    assert found["free"].licence == "MIT"
    assert found["free"].text() == "Do what you like."

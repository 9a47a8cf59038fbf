"""The Debian package: what it depends on, and what its removal takes."""

import configparser
import os
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from installer import debian
from installer.tools import BuildError

HEADERS = "  NEEDED               libGL.so.1\n  NEEDED               libown.so.1\n GLIBC_2.36\n GLIBC_2.4\n"


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "precontrast" / "_internal"
    inside.mkdir(parents=True)
    for name in ("module.so", "libown.so.1"):
        (inside / name).write_bytes(b"\x7fELF")
    (inside / "notes.so.txt").write_bytes(b"no library")
    return inside.parent


def test_a_package_depends_on_the_systems_libraries_and_not_on_its_own(folder, monkeypatch):
    monkeypatch.setattr(debian, "headers", lambda path: HEADERS)
    depends, recommends = debian.dependencies(folder)
    assert depends == ["libc6 (>= 2.36)", "libgl1", "xkb-data"]
    assert recommends == []


def test_what_may_be_absent_is_only_recommended(folder, monkeypatch):
    monkeypatch.setattr(debian, "headers", lambda path: "  NEEDED               libcups.so.2\n GLIBC_2.4\n")
    assert debian.dependencies(folder)[1] == ["libcups2"]


def test_a_library_of_no_known_package_is_named(folder, monkeypatch):
    monkeypatch.setattr(debian, "headers", lambda path: "  NEEDED               libstrange.so.1\n GLIBC_2.4\n")
    with pytest.raises(BuildError, match=r"needs libstrange\.so\.1"):
        debian.dependencies(folder)


def test_the_package_puts_everything_in_its_place_with_one_date(folder, tmp_path):
    for name in debian.EXECUTABLES:
        (folder / name).write_bytes(b"\x7fELF")
    root = tmp_path / "root"
    debian.stage(folder, root, "1.2.3", 1_000_000_000)
    assert (root / "usr/lib/precontrast/precontrast-window").stat().st_mode & 0o777 == 0o755
    assert (root / "usr/lib/precontrast/_internal/module.so").stat().st_mode & 0o777 == 0o644
    assert (root / "usr/bin/precontrast").resolve() == root / "usr/lib/precontrast/precontrast"
    documents = root / "usr/share/doc/precontrast"
    assert (documents / "user-guide.en.md.gz").is_file() and (documents / "systems/README.md.gz").is_file()
    assert {path.lstat().st_mtime for path in root.rglob("*")} == {1_000_000_000}


def test_the_menu_entry_opens_dicom_files_in_the_window_and_is_named_in_both_languages():
    entry = configparser.RawConfigParser(strict=False)
    entry.optionxform = str
    entry.read(debian.HERE / "precontrast.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    assert fields["Exec"] == "precontrast-window %F"
    assert "application/dicom;" in fields["MimeType"]
    assert fields["Name"] and fields["Name[zh_CN]"] and fields["Comment[zh_CN]"]


def test_dicom_files_are_known_by_their_prefix_and_not_only_by_their_name():
    tree = ElementTree.parse(debian.HERE / "precontrast.xml")
    match = tree.find(".//{*}match")
    assert (match.get("offset"), match.get("value")) == ("128", "DICM")


class Machine:
    """Homes of three users, and commands that the script calls, under a temporary folder."""

    def __init__(self, base: Path) -> None:
        self.base, self.homes = base, {name: base / name for name in ("doctor", "service", "linked")}
        users = ((1000, "doctor"), (105, "service"), (1001, "linked"))
        lines = [f"{name}:x:{uid}:{uid}::{self.homes[name]}:/bin/sh" for uid, name in users]
        self._command("getent", "\n".join(f"echo '{line}'" for line in [*lines, "nobody:x:65534:65534::/nonexistent:"]))
        self._command("setpriv", 'while [ "${1#--}" != "$1" ]; do shift; done; exec "$@"')

    def _command(self, name: str, script: str) -> None:
        path = self.base / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def file(self, place: str) -> Path:
        path = self.base / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
        return path

    def run(self, action: str) -> None:
        script = (debian.HERE / "postrm").read_text(encoding="utf-8").replace("/etc/xdg", str(self.base / "xdg"))
        environment = {"PATH": f"{self.base / 'bin'}{os.pathsep}{os.environ['PATH']}"}
        subprocess.run(["sh", "-c", script, "postrm", action], env=environment, check=True)


@pytest.fixture
def computer(tmp_path):
    return Machine(tmp_path)


def test_removal_keeps_cases_and_configuration(computer):
    files = [computer.file("doctor/.local/share/precontrast/cases.sqlite"), computer.file("xdg/precontrast/site.toml")]
    computer.run("remove")
    assert all(path.is_file() for path in files)


def test_purging_takes_the_programs_folders_of_people_and_of_the_machine(computer):
    inside = (".local/share", ".cache", ".config")
    files = [computer.file(f"doctor/{place}/precontrast/file") for place in inside]
    files.append(computer.file("xdg/precontrast/site.toml"))
    computer.run("purge")
    assert not any(path.parent.exists() for path in files)


def test_purging_takes_nothing_beside_them(computer):
    files = [
        computer.file("doctor/.config/precontrast-notes/file"),
        computer.file("doctor/precontrast/report.pdf"),
        computer.file("service/.config/precontrast/file"),
    ]
    computer.run("purge")
    assert all(path.is_file() for path in files)


def test_purging_follows_no_link(computer):
    elsewhere = [computer.file("srv/precontrast/file"), computer.file("other/file")]
    (computer.base / "linked").mkdir()
    (computer.base / "linked" / ".config").symlink_to(computer.base / "srv")
    (computer.base / "linked" / ".cache").mkdir()
    (computer.base / "linked" / ".cache" / "precontrast").symlink_to(computer.base / "other")
    computer.run("purge")
    assert all(path.is_file() for path in elsewhere)

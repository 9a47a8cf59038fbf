"""The finished folder and its archive do not tell where and when they were made."""

import os
import shutil
import tarfile

import pytest

from installer import build, portable, tools

LINUX_TOOLS = pytest.mark.skipif(shutil.which("xz") is None, reason="needs xz")


def test_a_given_date_goes_before_that_of_the_sources(monkeypatch):
    monkeypatch.setenv(tools.EPOCH_VARIABLE, "1234")
    assert tools.source_date() == 1234


def test_without_git_the_newest_source_gives_the_date(tmp_path, monkeypatch):
    monkeypatch.delenv(tools.EPOCH_VARIABLE, raising=False)
    for name, date in (("pyproject.toml", 100), ("ui/app.py", 300), (".venv/lib/new.py", 900)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (date, date))
    assert tools.source_date(tmp_path) == 300


def test_a_missing_tool_is_named_with_its_package(monkeypatch):
    monkeypatch.setattr(tools.shutil, "which", lambda name: None)
    with pytest.raises(tools.BuildError, match=r"objdump, strip missing.*install binutils$"):
        tools.need("objdump", "strip")


def test_without_pyinstaller_the_fix_is_said(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(build, "find_spec", lambda name: None)
    assert build.main(["--dist", str(tmp_path), "--work", str(tmp_path)]) == 1
    assert "make installer" in capsys.readouterr().err


def test_checksums_of_scripts_with_paths_of_the_machine_are_forgotten(tmp_path):
    texts = {
        "numpy-2.dist-info": "../../../bin/f2py,sha256=a,1\nnumpy/__init__.py,sha256=b,2\n",
        "precontrast-1.dist-info": "__editable___precontrast_finder.py,sha256=c,3\n",
    }
    for name, text in texts.items():
        path = tmp_path / "_internal" / name / "RECORD"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    build.forget_machine(tmp_path)
    left = [(tmp_path / "_internal" / name / "RECORD").read_text(encoding="utf-8") for name in texts]
    assert left == ["numpy/__init__.py,sha256=b,2\n", ""]


@LINUX_TOOLS
def test_the_same_folder_gives_the_same_archive(tmp_path, monkeypatch):
    monkeypatch.setenv(tools.EPOCH_VARIABLE, "1000000000")
    archives = []
    for turn in ("first", "second"):
        folder = tmp_path / turn / "precontrast"
        folder.mkdir(parents=True)
        for name in ("b.txt", "a.txt") if turn == "first" else ("a.txt", "b.txt"):
            (folder / name).write_text(name)
        (folder / "precontrast").write_text("program")
        (folder / "precontrast").chmod(0o700)
        archives.append(portable.pack(folder, tmp_path / turn, "1.2.3"))
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with tarfile.open(archives[0]) as archive:
        program = archive.getmember("precontrast-1.2.3/precontrast")
        assert (program.mode, program.uname, program.mtime) == (0o755, "root", 1_000_000_000)
        assert {"precontrast-1.2.3/doc/user-guide.en.md", "precontrast-1.2.3/doc/systems/README.md"} <= {
            *archive.getnames()
        }

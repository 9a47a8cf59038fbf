"""What the program does about Windows, as far as another system can show it."""

import ctypes
import multiprocessing
import runpy
import sys
from types import SimpleNamespace

import pytest

import desktop.cli.main
from desktop.cli.main import LANGUAGE_VARIABLES, main, spoken_language
from desktop.microsoft_windows import ensure_streams, system_language

CHINA, TAIWAN, ENGLAND = 0x0804, 0x0404, 0x0809


def pretend_windows(monkeypatch, identifier):
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: identifier)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)


@pytest.mark.parametrize(("identifier", "expected"), [(CHINA, "zh"), (TAIWAN, "zh"), (ENGLAND, "en")])
def test_the_language_is_that_of_windows(identifier, expected, monkeypatch):
    pretend_windows(monkeypatch, identifier)
    assert system_language() == expected


@pytest.mark.skipif(sys.platform == "win32", reason="is about the other systems")
def test_other_systems_name_their_language_otherwise():
    assert system_language() is None


def test_the_command_line_speaks_the_language_of_windows_unless_told_otherwise(monkeypatch):
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    pretend_windows(monkeypatch, CHINA)
    assert spoken_language([]).code == "zh"
    assert spoken_language(["--lang", "en"]).code == "en"
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")
    assert spoken_language([]).code == "en"


def test_what_a_program_without_a_console_prints_is_lost_in_silence(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    ensure_streams()
    print("nobody reads this")
    assert not sys.stderr.isatty()
    sys.stdout.close()
    sys.stderr.close()


def test_a_command_without_a_console_still_has_its_exit_code(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    arguments = ["screen", "--pack", "ich-nag", "--answers", str(tmp_path / "none.json"), "--out", str(tmp_path)]
    assert main(arguments) == 2
    sys.stdout.close()
    sys.stderr.close()


def test_the_packed_command_line_can_be_its_own_worker_process(monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["precontrast", "--version"])
    monkeypatch.setattr(multiprocessing, "freeze_support", lambda: asked.append(True))
    with pytest.raises(SystemExit):
        runpy.run_path(desktop.cli.main.__file__, run_name="__main__")
    assert asked == [True]
    assert capsys.readouterr().out.startswith("Precontrast ")

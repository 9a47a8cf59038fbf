"""The setup for Windows: compiled where NSIS is at hand; how it behaves can only be seen on Windows."""

import os
import re
import shutil
import struct
import sys
from pathlib import Path

import pytest

from inference import __version__
from installer.windows import build as building
from installer.windows.build import BuildError, build, file_list, find_makensis, main, setup_name
from installer.windows.icon import SIZES, ico, icon_file
from installer.windows.version import CONSOLE, DESCRIPTIONS, WINDOW, four_numbers, version_file, version_resource

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "windows.yml"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in building.HERE.glob("*.ns[ih]")}
SAYINGS = re.findall(r'^!insertmacro SAY (\w+) "(.+)" "(.+)"$', SCRIPTS["texts.nsh"], re.MULTILINE)
OF_NSIS = {"NOTICE_FILE"}

QUICK = ["-DDICTIONARY_MB=1"]

needs_nsis = pytest.mark.skipif(
    not (shutil.which("makensis") or building.USUAL_PLACE.is_file()), reason="needs makensis (Debian package nsis)"
)


@pytest.fixture
def program(tmp_path):
    """A folder in the shape of the finished program."""
    return fake_program(tmp_path / "程序 folder")


def fake_program(folder, backwards=False):
    contents = {
        WINDOW: b"MZ window",
        CONSOLE: b"MZ console",
        "_internal/base_library.zip": b"PK",
        "_internal/resources/packs/$x/pack.json": b"{}",
        "_internal/resources/packs/a b/pack.json": b"{}",
        "_internal/resources/病例.txt": "病例".encode(),
    }
    for n, name in enumerate(sorted(contents, reverse=backwards)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents[name])
        os.utime(path, (10**9 + n, 10**9 + n))
    return folder


def said_by(function, *arguments, **named):
    with pytest.raises(BuildError) as caught:
        function(*arguments, **named)
    return str(caught.value)


@needs_nsis
def test_the_setup_is_compiled_without_a_warning_and_says_what_it_is(program, tmp_path):
    setup = build(program, tmp_path / "out", "1.2.3", options=QUICK)
    data = setup.read_bytes()
    assert (setup.name, data[:2]) == ("precontrast-1.2.3-windows-x86_64-setup.exe", b"MZ")
    for text in ("Precontrast developers", "1.2.3", "Precontrast setup (research use only)"):
        assert text.encode("utf-16-le") in data


@needs_nsis
def test_the_same_program_gives_the_same_setup(tmp_path):
    one = build(fake_program(tmp_path / "one"), tmp_path / "out 1", options=QUICK)
    other = build(fake_program(tmp_path / "other", backwards=True), tmp_path / "out 2", options=QUICK)
    assert one.read_bytes() == other.read_bytes()


@needs_nsis
def test_a_fault_of_the_script_is_told_with_the_compilers_words(program, tmp_path):
    assert "NAME" in said_by(build, program, tmp_path / "out", options=["-DNAME=twice"])


@needs_nsis
def test_a_warning_of_the_compiler_is_an_error(program, tmp_path):
    assert "meant" in said_by(build, program, tmp_path / "out", options=["-X!warning meant"])


def test_a_folder_that_is_not_the_program_is_refused(program, tmp_path):
    (program / CONSOLE).unlink()
    assert CONSOLE in said_by(build, program, tmp_path / "out")


def test_without_the_compiler_it_is_said_where_to_get_it(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(building, "USUAL_PLACE", Path("none"))
    assert "nsis" in said_by(find_makensis).lower()


def test_a_setup_that_is_not_made_is_an_exit_code(tmp_path, capsys):
    assert main([str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert WINDOW in capsys.readouterr().err


def test_the_files_are_listed_in_order_each_with_its_folder(program):
    lines = file_list(program).splitlines()
    folders = [line for line in lines if line.startswith("SetOutPath")]
    assert folders == [
        'SetOutPath "$INSTDIR\\_internal"',
        'SetOutPath "$INSTDIR\\_internal\\resources\\packs\\$$x"',
        'SetOutPath "$INSTDIR\\_internal\\resources\\packs\\a b"',
        'SetOutPath "$INSTDIR\\_internal\\resources"',
        'SetOutPath "$INSTDIR"',
    ]
    listed = {line[6:-1] for line in lines if line.startswith("File ")}
    assert listed == {str(path) for path in program.rglob("*") if path.is_file()}


def test_the_name_of_the_setup_has_the_version():
    assert setup_name() == f"precontrast-{__version__}-windows-x86_64-setup.exe"


def test_every_text_is_there_in_both_languages_once():
    names = [name for name, _, _ in SAYINGS]
    assert len(names) == len(set(names)) > 20
    assert all(re.search("[一-鿿]", chinese) and not re.search("[一-鿿]", english) for _, english, chinese in SAYINGS)


def test_every_text_that_is_used_is_there_and_the_other_way_round():
    used = set(re.findall(r"\$\(([A-Z][A-Z_]+)\)", "".join(SCRIPTS.values())))
    assert used == {name for name, _, _ in SAYINGS} | OF_NSIS


def test_both_notices_say_research_use_only():
    english, chinese = ((building.HERE / f"notice.{code}.txt").read_text(encoding="utf-8-sig") for code in ("en", "zh"))
    assert english.startswith("RESEARCH USE ONLY\n")
    assert chinese.startswith("仅供科研，不作为临床诊断依据\n")
    assert english.count("\n\n") == chinese.count("\n\n")


def test_every_exit_code_is_explained_at_the_head_of_the_script():
    script = SCRIPTS["precontrast.nsi"]
    head = script.partition("\nUnicode")[0]
    codes = re.findall(r"^!define RC_\w+ (\d+)$", script, re.MULTILINE)
    assert len(codes) == 5
    assert [code for code in codes if not re.search(rf"\b{code} [a-zA-Z]", head)] == []


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc4", (1, 2, 3, 0)), ("1.2.3.4.5", (1, 2, 3, 4)), ("dev", (0, 0, 0, 0))],
)
def test_a_version_has_four_numbers_on_windows(version, numbers):
    assert four_numbers(version) == numbers


@pytest.mark.parametrize("name", [WINDOW, CONSOLE])
def test_the_version_resource_is_what_pyinstaller_evaluates(name):
    def record(*given, **named):
        return given, named

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo")
    _, info = eval(version_resource(name, "1.2.3"), {key: record for key in (*names, "VarStruct")})
    ((((_, strings), _),),), _ = info["kids"][0]
    texts = dict(given for given, _ in strings)
    assert info["ffi"][1]["filevers"] == (1, 2, 3, 0)
    assert (texts["OriginalFilename"], texts["ProductVersion"]) == (name, "1.2.3")
    assert texts["FileDescription"] == DESCRIPTIONS[name]


@pytest.mark.skipif(sys.platform != "win32", reason="PyInstaller reads version resources on Windows only")
def test_pyinstaller_reads_the_version_resource(tmp_path):
    from PyInstaller.utils.win32.versioninfo import load_version_info_from_text_file

    info = load_version_info_from_text_file(str(version_file(WINDOW, tmp_path)))
    assert WINDOW in str(info)


def test_the_icon_has_every_size(tmp_path):
    data = icon_file(tmp_path / "made").read_bytes()
    assert struct.unpack_from("<HHH", data) == (0, 1, len(SIZES))
    for n, size in enumerate(SIZES):
        *_, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        picture = data[offset : offset + length]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (size, size)


def test_a_picture_of_256_pixels_is_written_as_zero():
    assert ico([(256, b"x")])[6:8] == b"\0\0"


def test_the_workflow_pins_its_actions_and_may_only_read():
    text = WORKFLOW.read_text(encoding="utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    assert [line for line in uses if not re.fullmatch(r"\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert re.search(r"^permissions:\n  contents: read\n\n", text, re.MULTILINE)


def test_files_of_the_workflow_are_there():
    text = WORKFLOW.read_text(encoding="utf-8")
    named = re.findall(r"(?:requirements|tests)/[\w./]+", text)
    named += [f"{module.replace('.', '/')}.py" for module in re.findall(r"-m ((?:installer|resources)[\w.]+)", text)]
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_git_leaves_the_bytes_of_signed_packs_alone():
    assert "* -text" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()

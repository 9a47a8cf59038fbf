"""What the command line prints: nothing that acts on the terminal, and its own errors in the user's language."""

import atexit
import gc
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import exits
from desktop.cli import main as cli
from desktop.cli.console import Console
from desktop.cli.main import main
from desktop.language import Language
from inference.errors import InputError, PackError

ESCAPE, REVERSED = "\x1b[31m", "\u202e"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_home(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PRECONTRAST_LANGUAGE", "en")


@pytest.fixture
def console():
    return Console(Language("en"))


def is_visible(text: str) -> bool:
    return all(c.isprintable() or c == "\n" for c in text)


@pytest.mark.parametrize("as_json", [False, True])
def test_an_error_shows_no_control_characters(capsys, as_json):
    Console(Language("en"), as_json).error(InputError("file.not-found", path=f"a{ESCAPE}\n{REVERSED}\x9b"))
    out, err = capsys.readouterr()
    assert is_visible(out + err)
    assert r"a\x1b[31m\n\u202e\x9b does not exist" in err


def test_lines_tables_and_messages_show_no_control_characters(console, capsys):
    console.say(f"x{ESCAPE}\r")
    console.table(["head"], [[f"cell{REVERSED}\n"]])
    console.text("demo.study", count=1, path=f"p{ESCAPE}\n")
    shown = capsys.readouterr().out
    assert is_visible(shown)
    assert len(shown.splitlines()) == 5


def test_json_keeps_the_value_that_its_escapes_stand_for(capsys):
    value = {"name": f"张{REVERSED}{ESCAPE}\x9b\U000e0041"}
    Console(Language("en"), as_json=True).data(value)
    shown = capsys.readouterr().out
    assert is_visible(shown)
    assert "张" in shown
    assert json.loads(shown) == value


def test_a_long_value_of_an_error_is_shortened_in_the_middle(console, capsys):
    console.error(InputError("file.not-found", path="a" * 500 + "b" * 500))
    sentence = capsys.readouterr().err
    assert "aaa…bbb" in sentence
    assert len(sentence) < 260


def test_usage_errors_show_no_control_characters(capsys):
    with pytest.raises(SystemExit):
        main(["inspect", "x", f"--{ESCAPE}{REVERSED}"])
    assert is_visible(capsys.readouterr().err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["scren"], "不能为 'scren'；可选：'screen'"),
        (["screen", "--paper", "A5"], "--paper：不能为 'A5'"),
        (["screen", "--pack"], "--pack：需要一个值"),
        (["inspect"], "缺少必需的参数：PATH"),
        (["screen", "--nonsense"], "无法识别的参数：--nonsense"),
        (["screen", "--s", "1"], "--s 含义不明确"),
        (["screen", "--json=1"], "--json：不接受取值"),
    ],
)
def test_usage_errors_are_chinese_on_request(arguments, said, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--lang", "zh", *arguments])
    assert stop.value.code == exits.BAD_INPUT
    assert said in capsys.readouterr().err


def test_chinese_help_has_no_english_heading(capsys):
    with pytest.raises(SystemExit):
        main(["--lang", "zh", "screen", "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith("用法：precontrast screen")
    assert {"参数：", "选项："} <= set(shown.splitlines())


@pytest.mark.parametrize("command", ["list", "show", "verify", "sign", "install", "remove", "keygen"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_command_for_packs_has_examples(command, language, capsys):
    with pytest.raises(SystemExit):
        main(["--lang", language, "packs", command, "--help"])
    shown = capsys.readouterr().out
    assert {"en": "examples:", "zh": "示例："}[language] in shown
    assert f"precontrast packs {command}" in shown.split("\n\n")[-1]
    assert "--json" in shown


@pytest.mark.parametrize("command", ["sign", "remove", "keygen"])
def test_allow_unsigned_is_not_offered_where_nothing_is_loaded(command, capsys):
    with pytest.raises(SystemExit):
        main(["packs", command, "--help"])
    assert "--allow-unsigned" not in capsys.readouterr().out


@pytest.mark.parametrize("module", ["argparse", "desktop.cli.console", "desktop.cli.packs"])
def test_ctrl_c_while_starting_shows_no_traceback(module):
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == '{module}': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from desktop.cli.main import main\n"
        "sys.exit(main(['packs', 'list']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (exits.STOPPED, "")
    assert "Traceback" not in done.stderr


def test_ctrl_c_while_options_are_read_is_said_in_one_line(monkeypatch, capsys):
    def stop(*given):
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.cli.main.build_parser", stop)
    assert main(["packs", "list"]) == exits.STOPPED
    assert capsys.readouterr().err == "error: stopped by the user\n"


def test_an_unknown_signer_error_says_where_to_put_the_key(capsys, console):
    console.error(PackError("pack.signature", pack="x.pack", folder="/home/site/keys"))
    assert "/home/site/keys" in capsys.readouterr().err


def test_a_command_that_is_a_program_ends_at_once_with_its_code_once_all_is_written_and_tidied_up(monkeypatch):
    done, before = [], gc.get_threshold()

    class Stream(io.StringIO):
        def flush(self):
            done.append("written")
            raise ValueError("closed")

    monkeypatch.setattr(cli, "main", lambda: done.append("command") or 3)
    monkeypatch.setattr(atexit, "_run_exitfuncs", lambda: done.append("tidied up"))
    monkeypatch.setattr(os, "_exit", done.append)
    monkeypatch.setattr(sys, "stdout", Stream())
    monkeypatch.setattr(sys, "stderr", None)
    try:
        cli.start()
    finally:
        gc.set_threshold(*before)
    assert done == ["command", "tidied up", "written", 3]

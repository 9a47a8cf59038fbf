"""``precontrast-train``: help without heavy imports, exit codes, errors in words, a log of every run."""

import importlib
import json
import subprocess
import sys
import types
from pathlib import Path

import numpy as np
import pytest

from inference.errors import Cancelled, InputError
from training import cli
from training.console import _wrapped, table, track, visible
from training.errors import BadInput, sentence_of
from training.options import path_of
from training.workspace import Workspace, write_arrays, write_json, write_text, writing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def command(monkeypatch):
    """Put a command of the test's own in place of ``check``."""

    def put(run):
        module = types.ModuleType("own_command")
        module.add_arguments = lambda parser: parser.add_argument("--work", type=Path)
        module.run = run
        monkeypatch.setitem(sys.modules, "own_command", module)
        monkeypatch.setitem(cli.COMMANDS, "check", ("own_command", "A command"))

    return put


def raising(error):
    def run(options):
        raise error

    return run


def test_help_loads_no_heavy_library():
    code = "import sys, training.cli\ntry: training.cli.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert "train-vessels" in done.stdout
    assert not {"torch", "numpy", "scipy", "sklearn", "matplotlib", "SimpleITK"} & set(done.stdout.split())


def test_every_command_has_a_module_and_a_summary():
    for module, summary in cli.COMMANDS.values():
        assert module.startswith("training.")
        assert summary[0].isupper()
        assert not summary.endswith(".")


@pytest.mark.parametrize("name", ["check", "split"])
def test_help_on_a_command_names_its_options(name, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--help"])
    assert ended.value.code == 0
    assert "COHORT.csv" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["check"], ["check", "a.csv", "--nonsense"]])
def test_a_wrong_command_line_is_bad_input(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert "usage: precontrast-train" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (BadInput("x.csv is wrong; mend it"), 2, "Error: x.csv is wrong; mend it\n"),
        (InputError("file.not-found", path="x.csv"), 2, "Error: x.csv does not exist\n"),
        (InputError("file.not-found", path="\x1b[2J"), 2, "Error: \\x1b[2J does not exist\n"),
        (KeyboardInterrupt(), 130, "Stopped."),
        (Cancelled(), 130, "Stopped."),
        (RuntimeError("strange"), 1, "internal error (RuntimeError: strange)"),
        (ModuleNotFoundError("no", name="sklearn.svm"), 1, "the library sklearn.svm is missing"),
    ],
)
def test_what_goes_wrong_is_said_and_has_its_exit_code(command, capsys, error, code, words):
    command(raising(error))
    assert cli.main(["check"]) == code
    assert words in capsys.readouterr().err


def test_a_missing_module_of_the_program_is_not_hidden(command):
    command(raising(ModuleNotFoundError("no", name="training.nonsense")))
    with pytest.raises(ModuleNotFoundError):
        cli.main(["check"])


def test_an_internal_fault_is_traced_on_request(command):
    command(raising(RuntimeError("strange")))
    with pytest.raises(RuntimeError):
        cli.main(["check", "--verbose"])


@pytest.mark.parametrize("arguments", [["--quiet", "check"], ["check", "--quiet"]])
def test_shared_options_may_stand_on_either_side(command, arguments):
    seen = []
    command(lambda options: seen.append((options.quiet, options.verbose)) or 0)
    assert cli.main(arguments) == 0
    assert seen == [(True, False)]


def test_a_run_is_logged_with_its_options_seed_and_versions(command, tmp_path):
    def run(options):
        options.seed = 7
        return 0

    command(run)
    assert cli.main(["check", "--work", str(tmp_path)]) == 0
    command(raising(BadInput("no")))
    assert cli.main(["check", "--work", str(tmp_path)]) == 2
    command(raising(KeyboardInterrupt()))
    assert cli.main(["check", "--work", str(tmp_path)]) == 130
    lines = [json.loads(line) for line in Workspace(tmp_path).log.read_text(encoding="utf-8").splitlines()]
    assert [line["exit_code"] for line in lines] == [0, 2, 130]
    assert lines[0]["command"] == "check"
    assert lines[0]["seed"] == lines[0]["options"]["seed"] == 7
    assert lines[0]["versions"]["numpy"] == np.__version__


def test_nothing_is_logged_where_there_is_no_work_folder(command, tmp_path):
    command(raising(BadInput("no")))
    cli.main(["check", "--work", str(tmp_path / "none")])
    assert not (tmp_path / "none").exists()


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    path = tmp_path / "new" / "é 测试.json"
    write_json(path, {"a": 1})
    with pytest.raises(ValueError, match="JSON"):
        write_json(path, float("nan"))
    with pytest.raises(RuntimeError), writing(path) as beside:
        beside.write_text("half")
        raise RuntimeError
    assert json.loads(path.read_text(encoding="utf-8")) == {"a": 1}
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_same_arrays_give_the_same_file(tmp_path):
    for name in ("a.npz", "b.npz"):
        write_arrays(tmp_path / name, x=np.arange(5), y=np.zeros((2, 2), np.float32))
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    np.testing.assert_array_equal(np.load(tmp_path / "a.npz")["x"], np.arange(5))


def test_what_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="cannot be written"):
        write_text(tmp_path / "file" / "below.txt", "x")


def test_a_missing_result_names_the_command_to_run(tmp_path):
    work = Workspace(tmp_path)
    with pytest.raises(BadInput, match=r"model\.json does not exist; run first: precontrast-train train-risk"):
        work.need(work.risk_model, "train-risk")
    write_text(work.split, "case,split\n")
    assert work.need(work.split, "split") == work.split
    assert work.labels_of("C1") == tmp_path / "labels" / "C1.npz"


def test_errors_of_the_inference_have_their_english_wording():
    reason = InputError("file.unreadable", path="x", reason="file.is-folder")
    assert sentence_of(reason) == "x cannot be read: it is a folder"
    assert sentence_of(InputError("no.such-code", path="x")) == "no.such-code path=x"


def test_a_table_lines_up_and_shows_no_control_characters(capsys):
    table(("a", "b"), [("医院", "x\x1b"), ("longer", 3)])
    assert capsys.readouterr().out.splitlines() == ["a       b", "──────  ─────", "医院    x\\x1b", "longer  3"]


def test_a_long_cell_is_wrapped_at_spaces_and_by_width():
    assert _wrapped("one two three", 8) == ["one two", "three"]
    assert _wrapped("一二三四五", 4) == ["一二", "三四", "五"]
    assert _wrapped("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_progress_keeps_quiet_without_a_terminal(capsys):
    assert list(track([1, 2], "cases")) == [1, 2]
    assert capsys.readouterr().err == ""


def test_an_empty_path_is_refused(capsys):
    with pytest.raises(SystemExit):
        cli.main(["check", " "])
    assert "a dot stands for this folder" in capsys.readouterr().err
    assert path_of("x") == Path("x")
    assert visible("a\nb", keep="\n") == "a\nb"


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_takes_its_own_options_beside_the_shared_ones(name):
    """Two options of one name would end every run of the command."""
    parser = cli.build_parser(name, importlib.import_module(cli.COMMANDS[name][0]))
    assert name in parser.format_help()

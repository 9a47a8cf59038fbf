"""The layers point downward only, and what must stay light stays light."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from setuptools import find_packages

from tests.helpers.sources import imported_modules, nodes
from tests.typed.owed import OWING

ROOT = Path(__file__).parents[1]
LAYERS = ("resources", "inference", "desktop", "ui", "training")


def modules_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.split())


def test_layers_and_rooms_import_downward_only():
    """The contracts stand in pyproject.toml."""
    tool = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run([*tool, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout
    assert re.search(r"Contracts: [5-9] kept, 0 broken", done.stdout)


def test_no_module_imports_through_the_front_of_a_room_that_it_stands_in():
    """The contracts see no circle that runs through a room's ``__init__``."""
    wrong = set()
    for path in (path for layer in LAYERS for path in (ROOT / layer).rglob("*.py") if path.name != "__init__.py"):
        room = ".".join(path.relative_to(ROOT).parent.parts)
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom) and node.module and f"{room}.".startswith(f"{node.module}."):
                front = ROOT.joinpath(*node.module.split("."))
                modules = {part.stem for part in front.iterdir()} | {"__version__"}
                wrong |= {f"{path.relative_to(ROOT)}:{node.lineno}" for name in node.names if name.name not in modules}
    assert not wrong


def test_what_every_kind_must_say_is_abstract():
    """What is only refused when it is asked for fails in front of whoever asks."""
    raised = {
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for layer in LAYERS
        for path in (ROOT / layer).rglob("*.py")
        for node in nodes(path)
        if isinstance(node, ast.Raise) and node.exc is not None and "NotImplementedError" in ast.unparse(node.exc)
    }
    assert not raised


def test_types_are_checked_strictly_and_no_module_is_left_out():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["mypy"]
    assert settings["strict"] and settings["packages"] == ["inference", "desktop", "resources"]
    assert not any(part.get("ignore_errors") for part in settings["overrides"])
    assert {*settings["packages"], *OWING} == {*LAYERS}


def test_every_room_is_installed_and_every_command_starts_in_one():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    installed = {*find_packages(str(ROOT), **settings["tool"]["setuptools"]["packages"]["find"])}
    rooms = {path.parent for name in LAYERS for path in (ROOT / name).rglob("*.py")}
    commands = {**settings["project"]["scripts"], **settings["project"]["gui-scripts"]}.values()
    assert {".".join(room.relative_to(ROOT).parts) for room in rooms} <= installed
    assert {command.split(":")[0].rpartition(".")[0] for command in commands} <= installed


@pytest.mark.parametrize("folder", ["inference", "desktop/work", "desktop/jobs", "desktop/cases", "desktop/masks"])
def test_science_and_work_on_cases_never_import_qt(folder):
    wrong = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*.py")
        if any(name.split(".")[0] in ("PySide6", "shiboken6") for name in imported_modules(path))
    }
    assert not wrong


@pytest.mark.parametrize("module", ["socket", "urllib", "http", "requests", "ftplib", "asyncio"])
def test_nothing_that_ships_imports_a_network_module(module):
    wrong = {
        path.relative_to(ROOT).as_posix()
        for layer in LAYERS
        if layer != "training"
        for path in (ROOT / layer).rglob("*.py")
        if any(name.split(".")[0] == module for name in imported_modules(path))
    }
    assert not wrong


def test_importing_the_pipeline_or_its_command_loads_no_engine_no_image_library_and_no_store():
    loaded = modules_after("import inference.pipeline, desktop.cli.screen")
    science = {"openvino", "onnxruntime", "onnx", "SimpleITK", "pydicom", "torch", "scipy"}
    assert not loaded & {"PySide6", "sqlite3", "multiprocessing", *science}


def test_the_command_line_starts_without_qt_and_science():
    loaded = modules_after(
        "from desktop.cli.main import build_parser, spoken_language; build_parser(spoken_language(['--lang', 'zh']))"
    )
    assert not loaded & {"PySide6", "openvino", "onnxruntime", "onnx", "SimpleITK", "pydicom", "torch", "scipy"}


def test_no_python_file_is_longer_than_400_lines():
    folders = [*LAYERS, "installer", "tests", "benchmarks"]
    long = {
        path.relative_to(ROOT).as_posix(): count
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert not long


def test_the_first_window_is_shown_without_any_scientific_library(tmp_path):
    loaded = modules_after(
        f"import os; os.environ['PRECONTRAST_HOME'] = {str(tmp_path)!r}\n"
        "from ui.app import start\napplication, window = start('en')\napplication.processEvents()\nwindow.close()"
    )
    heavy = {"numpy", "openvino", "onnxruntime", "onnx", "SimpleITK", "pydicom", "pydantic", "contourpy", "sqlite3"}
    assert not loaded & heavy


def test_no_module_of_the_window_imports_anything_heavy_at_its_top():
    names = sorted(
        p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for p in (ROOT / "ui").rglob("*.py")
    )
    modules = [name.removesuffix(".__init__") for name in names]
    loaded = modules_after("import " + ", ".join(modules))
    assert not loaded & {"numpy", "openvino", "onnxruntime", "onnx", "SimpleITK", "pydicom", "contourpy", "scipy"}

"""How many threads a process calculates with."""

import ast
import inspect
import os

import pytest

import ui.app
from desktop.cli import main as command_line
from desktop.threads import VARIABLES, one_for_arrays


def test_one_thread_multiplies_matrices_unless_the_user_has_said_otherwise(monkeypatch):
    monkeypatch.setattr(os, "environ", {VARIABLES[0]: "4"})
    one_for_arrays()
    assert [os.environ[name] for name in VARIABLES] == ["4", "1", "1"]


@pytest.mark.parametrize("program", [command_line.main, ui.app.main])
def test_both_programs_say_so_before_they_load_anything_else(program):
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(program))) if isinstance(node, ast.Call))
    assert "one_for_arrays" in [call.func.id for call in calls if isinstance(call.func, ast.Name)][:2]

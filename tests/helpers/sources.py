"""The program's sources, each parsed once for all tests that read them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a Python file."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def imported_modules(path: Path) -> frozenset[str]:
    """Modules that a Python file names in its imports, at any depth."""
    plain = {alias.name for node in nodes(path) if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes(path) if isinstance(node, ast.ImportFrom) and node.level == 0}
    return frozenset(plain | parts)


def calls(path: Path, names: tuple[str, ...]) -> list[ast.Call]:
    """Calls of functions of these names that have an argument."""
    found = (node for node in nodes(path) if isinstance(node, ast.Call) and node.args)
    return [call for call in found if getattr(call.func, "id", "") in names]

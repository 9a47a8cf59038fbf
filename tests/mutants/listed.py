"""Modules that are held to more than the others, and what is written down about them."""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ARGUMENTS = ("-x", "-q", "-p", "no:cacheprovider", "--noconftest", "-c", "tests/mutants/plain.ini", "--rootdir", ".")
"""Of pytest: without the plugins and fixtures that bring a window and take a second."""
LEAST_SCORE = 0.9
"""Part of the mutants that the tests of a module must find."""


def modules() -> dict[str, list[str]]:
    """Paths of modules and of the test files that are to find their mutants and cover their branches."""
    return {entry["path"]: entry["tests"] for entry in _read("modules.toml")["module"]}


def equivalents(path: str) -> set[tuple[str, str]]:
    """Lines of a module as they are and as a mutant has them that compute the same."""
    entries = _read("equivalent.toml").get("equivalent", [])
    return {(entry["line"], mutant) for entry in entries if entry["module"] == path for mutant in entry["mutants"]}


def _read(name: str) -> dict[str, list[dict]]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))

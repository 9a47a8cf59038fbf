"""Which licences may be shipped, and that what the program runs on has no other."""

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from desktop.third_party import PYTHON, key_of, licence_of, table, texts_of
from installer.supply.model import Ledger, Part, Text
from installer.supply.policy import faults, refusal
from ui.dialogs.components import collect

ROOT = Path(__file__).parents[2]
LINE = re.compile(r"^([\w.-]+)==([\w.]+)(?: ; (.*?))? \\$", re.MULTILINE)
BUILD_TOOLS = {
    "altgraph", "boolean-py", "cyclonedx-python-lib", "defusedxml", "license-expression", "macholib",
    "packageurl-python", "packaging", "pefile", "py-serializable", "pyinstaller", "pyinstaller-hooks-contrib",
    "pywin32-ctypes", "setuptools", "sortedcontainers",
}  # fmt: skip
"""What only builds the installer. ``packaging`` is among what the program needs as well."""


def locked(name):
    return LINE.findall((ROOT / "requirements" / name).read_text(encoding="utf-8"))


def runtime():
    found = {}
    collect("precontrast", found)
    found.pop("precontrast")
    return found


@pytest.mark.parametrize(
    "expression",
    [
        "MIT",
        "LGPL-3.0-only OR GPL-3.0-only",
        "BSD-3-Clause AND (Zlib OR GPL-2.0-or-later)",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "GPL-2.0-or-later WITH Bootloader-exception AND Apache-2.0",
        "LicenseRef-public-domain",
    ],
)
def test_a_licence_that_leaves_the_program_its_own_is_allowed(expression):
    assert refusal(expression) == ""


@pytest.mark.parametrize(
    ("expression", "part"),
    [
        ("GPL-3.0-or-later", "not allowed: GPL-3.0-or-later"),
        ("AGPL-3.0-only", "not allowed: AGPL-3.0-only"),
        ("MIT AND GPL-2.0-only", "not allowed: GPL-2.0-only"),
        ("GPL-2.0-only OR GPL-3.0-only", "not allowed"),
        ("GPL-2.0-or-later WITH Classpath-exception-2.0", "not allowed"),
        ("GPL-2.0-only WITH Bootloader-exception", "not allowed"),
        ("LicenseRef-Proprietary", "not allowed: LicenseRef-Proprietary"),
        ("BSD License", "not allowed: BSD License"),
        ("MIT AND", "not an SPDX expression"),
        ("", "no licence known"),
    ],
)
def test_any_other_licence_is_refused(expression, part):
    assert part in refusal(expression)


def test_a_part_without_a_text_is_a_fault():
    assert faults([Part("a", "1", "MIT")], Ledger()) == ["inside the executables: a 1: no licence text"]


def test_a_text_of_nothing_but_blanks_is_no_text():
    assert faults([Part("a", "1", "MIT", texts=(Text("LICENSE", b" \n"),))], Ledger())


def test_what_is_compiled_into_a_part_is_judged_too():
    part = Part("a", "1", "MIT", texts=(Text("LICENSE", b"words"),), inside=(Part("b", "2", "GPL-3.0-only"),))
    assert faults([part], Ledger()) == ["inside the executables: a 1, inside it b: not allowed: GPL-3.0-only"]


@pytest.mark.parametrize("key", sorted(runtime()))
def test_a_library_that_the_program_runs_on_may_be_shipped(key):
    assert refusal(licence_of(distribution(key))) == ""


@pytest.mark.parametrize("key", sorted(runtime()))
def test_a_library_that_the_program_runs_on_has_a_licence_text(key):
    assert any(path.read_text(encoding="utf-8", errors="replace").strip() for path in texts_of(distribution(key)))


def test_the_installers_lock_holds_the_program_its_tools_and_nothing_else():
    windows_only = {"colorama"}
    assert {key_of(name) for name, _, _ in locked("installer.txt")} == set(runtime()) | BUILD_TOOLS | windows_only


def test_both_locks_name_the_same_versions():
    tested = set(locked("test.txt"))
    names = {name for name, _, _ in tested}
    assert {entry for entry in locked("installer.txt") if entry[0] in names} <= tested


@pytest.mark.parametrize("entry", [*table().inside, *table().assets], ids=lambda entry: entry.name)
def test_a_reviewed_part_may_be_shipped_and_its_texts_are_there(entry):
    assert refusal(entry.licence) == ""
    assert all(path.read_text(encoding="utf-8").strip() for path in entry.texts)


def test_every_reviewed_distribution_is_one_that_the_program_needs():
    assert set(table().distributions) <= set(runtime()) | {PYTHON, "colorama", "openvino-telemetry"}


def test_every_library_inside_another_names_one_that_the_program_needs():
    assert {entry.of for entry in table().inside} <= set(runtime()) | {PYTHON}


def test_every_licence_file_in_the_sources_is_used():
    entries = [*table().distributions.values(), *table().inside, *table().assets]
    named = {path for entry in entries for path in entry.texts}
    general = {"unicode-dfs-2016.txt", "zlib.txt", "bsd-3-clause.txt", "apache-2.0.txt", "unicode-3.0.txt", "mit.txt"}
    there = {path for path in (ROOT / "resources" / "licences").glob("*.txt") if path.name not in general}
    assert there <= named

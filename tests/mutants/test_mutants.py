"""What is held to more than the rest is listed whole, and what is written down about it still holds."""

from __future__ import annotations

import json
import tomllib

import pytest

from tests.mutants.listed import HERE, LEAST_SCORE, modules

TOP = HERE.parents[1]
TABLE = modules()
RESULT = json.loads((TOP / "benchmarks/mutants.json").read_text(encoding="utf-8"))
EQUIVALENT = tomllib.loads((HERE / "equivalent.toml").read_text(encoding="utf-8"))["equivalent"]


def test_all_modules_of_the_risk_and_of_the_geometry_are_listed_and_have_a_result():
    wanted = {path.relative_to(TOP).as_posix() for path in (TOP / "inference/risk").glob("[!_]*.py")}
    wanted |= {f"inference/dicom/{name}.py" for name in ("geometry", "placing", "grouping")}
    assert sorted(wanted - set(TABLE)) == []
    assert list(RESULT) == list(TABLE)


@pytest.mark.parametrize("path", TABLE)
def test_a_listed_module_and_its_tests_are_there_and_find_nine_changes_of_ten(path):
    assert [file for file in (path, *TABLE[path]) if not (TOP / file).is_file()] == []
    assert RESULT[path]["score"] >= LEAST_SCORE


def test_accepted_mutants_are_of_lines_that_are_still_there_and_have_a_reason():
    lines = {path: {line.strip() for line in (TOP / path).read_text(encoding="utf-8").splitlines()} for path in TABLE}
    assert [entry["line"] for entry in EQUIVALENT if entry["line"] not in lines[entry["module"]]] == []
    assert [entry["line"] for entry in EQUIVALENT if len(entry["reason"]) < 20 or not entry["mutants"]] == []
    assert [entry["line"] for entry in EQUIVALENT if entry["line"] in entry["mutants"]] == []

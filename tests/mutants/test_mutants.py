"""What is held to more than the rest is listed whole."""

from __future__ import annotations

import pytest

from tests.mutants.listed import HERE, modules

pytestmark = pytest.mark.slow

TOP = HERE.parents[1]
TABLE = modules()


def test_all_modules_of_the_risk_and_of_the_geometry_are_listed():
    wanted = {path.relative_to(TOP).as_posix() for path in (TOP / "inference/risk").glob("[!_]*.py")}
    wanted |= {f"inference/dicom/{name}.py" for name in ("geometry", "placing", "grouping")}
    assert sorted(wanted - set(TABLE)) == []


@pytest.mark.parametrize("path", TABLE)
def test_a_listed_module_and_its_tests_are_there(path):
    assert [file for file in (path, *TABLE[path]) if not (TOP / file).is_file()] == []

"""A share of the fuzzing for every change; ``make fuzz`` goes on for an hour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.batch import input_of
from tests.fuzz.target import targets

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="batches are forked")
def test_no_parser_fails_hangs_or_swells_on_a_few_hundred_changed_inputs(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--count", "150", "--keep", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_input_is_the_same_whenever_it_is_made():
    target = targets()["manifest"]
    number = len(target.found() + target.seeds()) + 7
    assert input_of(target, 0, number) == input_of(target, 0, number) != input_of(target, 1, number)

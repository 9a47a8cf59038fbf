"""A share of the fuzzing for every change; ``make fuzz`` goes on for an hour."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.batch import input_of
from tests.fuzz.target import targets

pytestmark = pytest.mark.slow

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


FAULTY = """
import os, time
from tests.fuzz import batch
from tests.fuzz.target import Target
from inference.errors import InputError

def fail(data, folder):
    match data:
        case b"typed": raise InputError("file.not-found", path="x")
        case b"untyped": raise KeyError("x")
        case b"memory": bytearray(2**31)
        case b"slow": sum(range(10**7))
        case b"hang": os.mkfifo(folder / "pipe"); open(folder / "pipe", "rb")
        case b"crash": os.abort()

words = [b"good", b"untyped", b"crash", b"typed", b"hang", b"memory", b"slow", b"good"]
batch.MOST_SECONDS, batch.STUCK_SECONDS = 0.05, 3
for fault in batch.run_batch(Target("faulty", fail, lambda: words), 0, range(len(words))):
    print(fault.index, fault.kind)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="batches are forked")
def test_the_harness_sees_whatever_goes_wrong_and_goes_on_behind_it():
    done = subprocess.run([sys.executable, "-c", FAULTY], cwd=ROOT, capture_output=True, text=True, check=False)
    found = ["1 KeyError", "2 died of -6", "4 hang", "5 memory", "6 slow"]
    assert done.stdout.splitlines() == found, done.stderr

"""The cross-validation on hand-drawn series: who is trained on, who is left out, and how often each is drawn."""

from pathlib import Path

import numpy as np
import pytest

from inference.volume import Grid, Volume
from training.simulate.truth import UNTOLD
from training.vessels import drawn
from training.vessels.evaluate import Case

DRAWN = {"one": [Path("one-R"), Path("one-L")], "two": [Path("two-R")], "three": [Path("three-L")]}


def test_nobody_is_trained_on_in_the_fold_that_leaves_him_out():
    chosen = dict(drawn.folds(DRAWN))
    for patient, own in DRAWN.items():
        others = {path for name, paths in DRAWN.items() if name != patient for path in paths}
        assert set(chosen[patient]) == others
        assert not set(chosen[patient]) & set(own)


def test_the_network_that_is_kept_is_trained_on_everyone():
    assert dict(drawn.folds(DRAWN))[drawn.ALL] == [path for paths in DRAWN.values() for path in paths]


@pytest.mark.parametrize("sides, simulations", [(5, 273), (3, 100), (1, 40)])
def test_two_draws_in_five_are_real(sides, simulations):
    real = [Path(f"real-{n}") for n in range(sides)]
    files = drawn.mixed(real, [Path(f"{n:06d}") for n in range(simulations)])
    assert sum(path in real for path in files) / len(files) == pytest.approx(drawn.SHARE, abs=0.01)
    assert len({files.count(path) for path in real}) == 1


def test_drawn_sides_are_written_by_patient_and_tell_nothing_but_vessels(tmp_path):
    grid = Grid((-60.0, -60.0, -60.0), (2.0, 2.0, 2.0), (60, 60, 60))
    labels = np.zeros(grid.shape, np.uint8)
    labels[30:55, 28:32, 28:32], labels[28:32, 28:32, 5:30] = 2, 4
    volume = Volume(np.where(labels > 0, 45, -90).astype(np.int16), grid)
    cases = [Case("one R", "one", volume, labels), Case("one L", "one", volume, labels)]
    files = drawn.write_blocks(cases, tmp_path / "blocks")
    assert [path.name for path in files["one"]] == ["one-R.npz", "one-L.npz"]
    with np.load(files["one"][0]) as data:
        assert (data["truth"][0] == UNTOLD).all()
        assert (data["truth"][[2, 4]].max(axis=(1, 2, 3)) > 200).all()

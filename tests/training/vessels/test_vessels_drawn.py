"""The cross-validation on hand-drawn series: who is trained on, who is left out, and how often each is drawn."""

from pathlib import Path

import numpy as np
import pytest

from inference.volume import Grid, Volume
from training.simulate.classes import OTHER_VEIN
from training.simulate.truth import GUESSED, UNJUDGED, UNTOLD
from training.vessels import drawn
from training.vessels.patients import FAINT, UNKNOWN, Case

DRAWN = {"one": [Path("one-R"), Path("one-L")], "two": [Path("two-R")], "three": [Path("three-L")]}


def test_nobody_is_trained_on_in_the_fold_that_leaves_him_out():
    chosen = list(drawn.folds(DRAWN | {"enhanced": [Path("enhanced-R")]}, set(DRAWN), 2))
    assert [name for name, _, _ in chosen] == ["fold-1", "fold-2", drawn.ALL]
    assert [left_out for _, left_out, _ in chosen] == [{"one", "three"}, {"two"}, set()]
    for _, left_out, files in chosen:
        seen = [path for name, paths in DRAWN.items() if name not in left_out for path in paths]
        assert files == [*seen, Path("enhanced-R")]


@pytest.mark.parametrize("sides, simulations", [(5, 273), (3, 100), (1, 40)])
def test_seven_draws_in_ten_are_real(sides, simulations):
    real = [Path(f"real-{n}") for n in range(sides)]
    files = drawn.mixed(real, [Path(f"{n:06d}") for n in range(simulations)])
    assert sum(path in real for path in files) / len(files) == pytest.approx(drawn.SHARE, abs=0.01)
    assert len({files.count(path) for path in real}) == 1


def test_drawn_sides_are_written_by_patient_with_what_is_known_of_each_voxel(tmp_path):
    grid = Grid((-60.0, -60.0, -60.0), (2.0, 2.0, 2.0), (60, 60, 60))
    labels = np.zeros(grid.shape, np.uint8)
    labels[30:55, 28:32, 28:32], labels[28:32, 28:32, 5:30] = 2, 4
    others, doubt = np.full_like(labels, UNTOLD), np.zeros_like(labels)
    others[40:, 40:, 40:], doubt[:40], doubt[50:] = OTHER_VEIN, FAINT, UNKNOWN
    volume = Volume(np.where(labels > 0, 45, -90).astype(np.int16), grid)
    cases = [Case(f"one {side}", "one", volume, labels, others, doubt) for side in "RL"]
    files = drawn.write_blocks(cases, tmp_path / "blocks")
    assert [path.name for path in files["one"]] == ["one-R.npz", "one-L.npz"]
    with np.load(files["one"][0]) as data:
        image, truth = data["image"], data["truth"]
    assert (truth[[2, 4]].max(axis=(1, 2, 3)) > 200).all()
    assert set(np.unique(truth[0])) == {UNTOLD, OTHER_VEIN, GUESSED, UNJUDGED}
    # Slices from the feet up: below the image, guessed, known, unknown.
    kinds = [set(np.unique(part)) - {UNJUDGED} for part in truth[0]]
    assert {GUESSED} in kinds and {UNTOLD, OTHER_VEIN} in kinds and kinds[-1] == set()
    assert (truth[0][image == -1024] == UNJUDGED).mean() > 0.9

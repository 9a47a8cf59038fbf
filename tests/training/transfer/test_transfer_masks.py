"""Masks grown in an enhanced scan, and what becomes of scans that do not match."""

import numpy as np
import pytest
from scipy import ndimage

from inference.volume import Grid, Volume
from training.simulate import classes
from training.transfer.carry import Refused, check, quality_of
from training.transfer.grow import Grown, grow
from training.transfer.match import Numbers
from training.transfer.prior import KINDS, Prior
from training.vessels.patients import mirrored

GRID = Grid((0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (30, 44, 44))
FAT_HU, MUSCLE_HU = -100.0, 50.0
GOOD = Numbers(0.7, 0.99, 4.0, 3.0, 1.0, 3.0, (0.7, 1.3), 1.0)


def tube(row, column, radius, slices=slice(None)):
    j, i = np.meshgrid(np.arange(44), np.arange(44), indexing="ij")
    mask = np.zeros(GRID.shape, bool)
    mask[slices] = np.hypot(j - row, i - column) < radius
    return mask


def grown(artery_hu, vein_hu, right=True):
    """What is grown where the network saw every vessel too thin, and the jugular not in its last slices."""
    artery, vein = tube(16, 14, 4), tube(16, 27, 5)
    hu = np.full(GRID.shape, FAT_HU)
    hu[:, 24:] = MUSCLE_HU
    hu[artery], hu[vein] = artery_hu, vein_hu
    hu = ndimage.gaussian_filter(hu, 0.6) + np.random.default_rng(1).normal(0, 12, GRID.shape)
    chances = np.full((1 + len(KINDS), *GRID.shape), 0.004, np.float32)
    chances[classes.COMMON_CAROTID][tube(16, 14, 2.5)] = 0.9
    chances[classes.JUGULAR][tube(16, 27, 3.5, slice(0, 25))] = 0.9
    chances[0] = 1 - chances[1:].sum(axis=0)
    return grow(Volume(hu.astype(np.int16), GRID), Prior(GRID, chances), right), artery, vein


def overlap(first, second):
    return 2 * (first & second).sum() / (first.sum() + second.sum())


def test_masks_grow_to_the_border_that_contrast_medium_shows_and_along_the_vessel():
    found, artery, vein = grown(220.0, 150.0)
    assert overlap(found.labels == classes.COMMON_CAROTID, artery) > 0.95
    assert overlap(found.labels == classes.JUGULAR, vein) > 0.9
    assert found.told[0] > 0.9 and found.told[1] > 0.9 and found.told[2:] == (0.0, 0.0)
    assert found.blood_hu[0] == pytest.approx(220, abs=15)
    assert np.isnan(found.blood_hu[2])


def test_where_a_phase_leaves_a_vessel_grey_the_networks_border_stays():
    found, _, _ = grown(MUSCLE_HU, MUSCLE_HU)
    muscle = np.isin(found.labels, (classes.COMMON_CAROTID, classes.JUGULAR))
    assert not muscle[:, 26:].any()


def test_what_lies_below_the_fork_is_the_trunks_on_the_right_only():
    trunk, carotid, subclavian = (
        tube(16, 20, 5, slice(0, 12)),
        tube(16, 15, 3, slice(12, 30)),
        tube(16, 26, 4, slice(12, 30)),
    )
    hu = np.where(trunk | carotid | subclavian, 200.0, FAT_HU)
    chances = np.full((1 + len(KINDS), *GRID.shape), 0.004, np.float32)
    chances[classes.COMMON_CAROTID][carotid] = 0.9
    chances[classes.SUBCLAVIAN_ARTERY][subclavian | trunk] = 0.9
    chances[0] = 1 - chances[1:].sum(axis=0)
    for right, lowest in ((True, 12), (False, 0)):
        found = grow(Volume(hu.astype(np.int16), GRID), Prior(GRID, chances), right)
        slices = np.flatnonzero((found.labels == classes.SUBCLAVIAN_ARTERY).any(axis=(1, 2)))
        assert abs(slices[0] - lowest) <= 2


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"similarity": 0.5}, "similarity 0.5"),
        ({"residual_hu": 60.0}, "60 HU"),
        ({"jacobian": (-0.1, 3.0)}, "folds"),
        ({"bend_mm": 30.0}, "30 mm"),
        ({"covered": 0.2}, "only 0.2"),
    ],
)
def test_scans_that_do_not_match_are_refused_with_the_number(changed, said):
    check(GOOD)
    numbers = Numbers(**{**{name: getattr(GOOD, name) for name in GOOD.__slots__}, **changed})
    with pytest.raises(Refused, match=said) as refused:
        check(numbers)
    assert refused.value.numbers is numbers


def test_quality_falls_with_the_match_and_with_what_contrast_medium_does_not_show():
    told, grey = ({"right": Grown(GRID, np.zeros(1), np.zeros(1), (part,) * 4, (50.0,) * 4)} for part in (1.0, 0.0))
    assert quality_of(GOOD, told) == 1.0
    assert quality_of(GOOD, grey) == 0.5
    worse = Numbers(0.7, 0.88, 4.0, 3.0, 1.0, 3.0, (0.7, 1.3), 1.0)
    assert quality_of(worse, told) < 0.3


def test_a_scan_mirrored_twice_lies_where_it_was():
    grid = Grid((-7.0, 3.0, 2.0), (2.0, 1.0, 1.5), (2, 3, 4))
    volume = Volume(np.arange(24).reshape(grid.shape).astype(np.int16), grid)
    again = mirrored(mirrored(volume))
    assert again.grid == grid
    assert np.array_equal(again.hu, volume.hu)

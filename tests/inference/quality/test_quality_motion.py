"""Gate on motion: neighbouring slices that do not continue each other."""

import numpy as np
import pytest
from scipy import ndimage

from inference.quality.motion import check_motion, check_passes, neighbour_correlation
from inference.volume import Grid, Volume

COUNT = 40


def body(jump_at: int | None = None, jump_mm: int = 8, noise_hu: float = 5.0) -> Volume:
    """Smooth anatomy that changes slowly along the body; from one slice on it is shifted sideways."""
    rng = np.random.default_rng(3)
    anatomy = ndimage.gaussian_filter(rng.normal(0, 1, (COUNT, 96, 96)), (12, 5, 5))
    hu = anatomy / anatomy.std() * 120
    if jump_at is not None:
        hu[jump_at:] = np.roll(hu[jump_at:], jump_mm, axis=2)
    hu += rng.normal(0, noise_hu, hu.shape)
    return Volume(hu.astype(np.int16), Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), hu.shape))


def everywhere(volume):
    return between(volume, -1e6, 1e6)


def between(volume, low_mm, high_mm):
    return check_motion(volume.grid, neighbour_correlation(volume.hu), low_mm, high_mm)


def test_a_patient_who_lay_still_has_no_finding():
    assert everywhere(body()) == []


@pytest.mark.parametrize("jump_at", [8, 20, 33])
def test_a_jump_is_a_warning_that_names_the_slices_before_and_after(jump_at):
    (finding,) = everywhere(body(jump_at))
    assert (finding.code, finding.severity) == ("region.motion", "warning")
    # Slices are counted from 1.
    assert finding.evidence == {"count": 1, "slice": jump_at, "next": jump_at + 1}


def test_noise_is_not_motion():
    assert everywhere(body(noise_hu=60.0)) == []


def test_a_jump_outside_the_region_is_no_finding():
    # The jump is at 66 mm.
    assert between(body(33), 0.0, 60.0) == []


def test_a_jump_is_found_in_a_region_that_begins_later():
    (finding,) = between(body(33), 30.0, 78.0)
    assert finding.evidence["slice"] == 33


def test_too_few_slices_say_nothing():
    assert between(body(4), 0.0, 12.0) == []


def test_equal_slices_correlate_fully_and_opposite_ones_not_at_all():
    plane = np.random.default_rng(0).integers(-100, 100, (16, 16))
    assert neighbour_correlation(np.stack([plane, plane, -plane])) == pytest.approx([1, -1], abs=1e-5)


def test_slices_of_one_value_do_not_correlate():
    assert neighbour_correlation(np.zeros((3, 8, 8), np.int16)).tolist() == [0, 0]


def mixed(volume: Volume, passes: int, apart_mm: int) -> Volume:
    """Slices of several passes in turn, each moved sideways against the one before."""
    hu = volume.hu.copy()
    for n in range(1, passes):
        hu[n::passes] = np.roll(hu[n::passes], n * apart_mm, axis=2)
    return Volume(hu, volume.grid)


@pytest.mark.parametrize(("passes", "noise_hu"), [(2, 0.0), (2, 30.0), (3, 5.0)])
def test_passes_that_alternate_and_no_header_tells_apart_are_refused(passes, noise_hu):
    (finding,) = check_passes(mixed(body(noise_hu=noise_hu), passes, 4), "ct")
    assert (finding.code, finding.severity, finding.subject) == ("series.interleaved", "blocking", "ct")
    assert finding.evidence["passes"] == passes
    assert finding.evidence["ratio"] < 0.9


def test_one_pass_copied_slices_and_noise_are_no_passes_that_alternate():
    noise = np.random.default_rng(5).normal(0, 80, (COUNT, 64, 64)).astype(np.int16)
    still = body(noise_hu=60.0)
    missing = body().hu.copy()
    missing[1::2] = -1024
    for hu, padded in (
        (body().hu, None),
        (still.hu, None),
        (np.repeat(still.hu[::2], 2, axis=0), None),
        (noise, None),
        (missing, -1024),
        (np.zeros((COUNT, 8, 8), np.int16), None),
        (still.hu[:5], None),
    ):
        assert check_passes(Volume(hu, still.grid, padded), "ct") == []

"""Gates on the pixels of a series: every slice lies between its neighbours, and the values are those of a patient."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from inference.quality.slices import check_slices, check_values
from inference.volume import Grid, Volume

COUNT = 24


@pytest.fixture(scope="module")
def body() -> np.ndarray:
    """Anatomy that changes along the body, of soft tissue with lungs and bone in it, and noise; never written to."""
    rng = np.random.default_rng(7)
    anatomy = ndimage.gaussian_filter(rng.normal(0, 1, (COUNT, 64, 64)), (3, 4, 4))
    hu = np.clip(anatomy / anatomy.std() * 200, -900, 500) + rng.normal(0, 15, anatomy.shape)
    hu[:, :8], hu[:, -8:] = -1000, -1000
    hu = hu.astype(np.int16)
    hu.flags.writeable = False
    return hu


def volume(hu: np.ndarray, padded: int | None = None) -> Volume:
    return Volume(hu, Grid((0.0, 0.0, 0.0), (2.0, 1.0, 1.0), hu.shape), padded)


def blank(hu, where):
    hu[where] = -1024


def half(hu, where):
    hu[where, 44:] = -1024


def swapped(hu, where):
    hu[where] = (hu[where] + 1024).byteswap() - 1024


def another_scale(hu, where):
    hu[where] += 300


def another_patient(hu, where):
    hu[where] = np.flip(hu[where], axis=(1, 2))


@pytest.mark.parametrize("spoil", [blank, half, swapped, another_scale, another_patient])
@pytest.mark.parametrize("where", [slice(10, 11), slice(9, 12)])
def test_slices_that_do_not_lie_between_their_neighbours_are_named(body, spoil, where):
    hu = body.copy()
    spoil(hu, where)
    (finding,) = check_slices(volume(hu), "ct")
    assert (finding.code, finding.severity, finding.subject) == ("series.foreign-slices", "blocking", "ct")
    assert finding.evidence["ratio"] > 2
    assert finding.evidence["count"] <= where.stop - where.start
    assert 2 * where.start <= finding.evidence["from_mm"] <= finding.evidence["to_mm"] <= 2 * (where.stop - 1)


@pytest.mark.parametrize("where", [slice(0, 1), slice(0, 3), slice(COUNT - 1, COUNT), slice(COUNT - 2, COUNT)])
def test_slices_at_either_end_are_looked_at_too(body, where):
    hu = body.copy()
    blank(hu, where)
    (finding,) = check_slices(volume(hu), "ct")
    assert finding.code == "series.foreign-slices"
    assert (finding.evidence["from_mm"], finding.evidence["to_mm"]) == (2.0 * where.start, 2.0 * (where.stop - 1))


def test_one_image_in_several_places_is_seen(body):
    hu = body.copy()
    hu[11:13] = hu[10]
    (finding,) = check_slices(volume(hu), "ct")
    assert (finding.code, finding.severity) == ("series.repeated-slices", "blocking")
    assert (finding.evidence["count"], finding.evidence["z_mm"]) == (2, 20.0)


def test_a_whole_series_missing_slices_cut_ends_and_drawn_images_are_no_such_slices(body):
    missing = body.copy()
    missing[5], missing[9:12] = -1024, -1024
    cut = body.copy()  # as a tilted stack is after it was put upright
    for k in range(6):
        cut[k, : 60 - 10 * k] = -1024
    doubled = np.repeat(body[::2], 2, axis=0)
    noise = np.random.default_rng(5).normal(0, 80, (COUNT, 64, 64)).astype(np.int16)
    one_value = np.full((COUNT, 32, 32), 25, np.int16)
    for hu, padded in (
        (body, None),
        (missing, -1024),
        (cut, -1024),
        (doubled, None),
        (noise, None),
        (one_value, None),
        (body[:2], None),
        (body[:, :6, :6], None),
    ):
        assert check_slices(volume(hu, padded), "ct") == []


@pytest.mark.parametrize(
    ("change", "plausible"),
    [
        (lambda hu: hu, True),
        (lambda hu: hu[:, 8:-8], True),
        (lambda hu: hu + 1024, False),
        (lambda hu: hu - 1024, False),
        (lambda hu: -hu - 2048, False),
        (lambda hu: np.full_like(hu, -1024), True),  # nothing is known
    ],
    ids=range(6),
)
def test_values_that_no_patient_has_refuse(body, change, plausible):
    found = check_values(volume(np.clip(change(body.astype(int)), -32768, 32767).astype(np.int16), -1024), "ct")
    assert [(f.code, f.severity) for f in found] == ([] if plausible else [("series.values-implausible", "blocking")])

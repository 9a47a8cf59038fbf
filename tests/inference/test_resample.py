"""Resampling along the axes, against mathematics and against SimpleITK."""

import numpy as np
import pytest
import SimpleITK as sitk
from hypothesis import given, settings
from hypothesis import strategies as st

from inference.resample import axis_weights, resample

STEP = st.floats(0.3, 8)


def along_k(array, source_step, target_mm, target_step, fill=-1000.0, source_start=0.0):
    """Resample the first axis only."""
    own = [np.eye(n, dtype=np.float32) for n in array.shape[1:]]
    weights = axis_weights(len(array), source_start, source_step, np.asarray(target_mm, float), target_step)
    return resample(array, (weights, *own), fill)


@given(n=st.integers(1, 40), step=STEP, target=STEP, value=st.integers(-1024, 3071))
def test_a_constant_stays_a_constant(n, step, target, value):
    places = np.arange(0, (n - 1) * step + step / 2, target)
    found = along_k(np.full((n, 2, 2), value, np.int16), step, places, target)
    assert found == pytest.approx(np.full(found.shape, value), abs=0.01)


@given(n=st.integers(1, 40), step=STEP, target=STEP, start=st.floats(-300, 300), shift=st.floats(-3, 3))
def test_every_row_of_weights_sums_to_one_or_lies_outside(n, step, target, start, shift):
    places = start + shift + np.arange(-5, n + 5) * target
    total = axis_weights(n, start, step, places, target).sum(axis=1)
    outside = (places < start - step / 2 - 1e-6) | (places > start + (n - 0.5) * step + 1e-6)
    assert total == pytest.approx(np.where(outside, 0, 1), abs=1e-5)


@given(n=st.integers(1, 30), step=STEP, target=STEP)
def test_no_weight_is_negative(n, step, target):
    assert axis_weights(n, 0.0, step, np.arange(-3, n * step, target), target).min() >= 0


@given(n=st.integers(3, 30), step=STEP, ratio=st.floats(0.1, 1.0), shift=st.floats(0, 1))
def test_a_linear_ramp_is_reproduced_where_voxels_do_not_grow(n, step, ratio, shift):
    places = np.arange(shift * step, (n - 1) * step, ratio * step)
    ramp = np.broadcast_to(np.arange(n, dtype=np.float32)[:, None, None], (n, 2, 2))
    assert along_k(ramp, step, places, ratio * step)[:, 0, 0] == pytest.approx(places / step, abs=1e-3)


@pytest.mark.parametrize("factor", [2, 3, 5])
def test_a_linear_ramp_is_reproduced_where_voxels_grow_by_a_whole_factor(factor):
    ramp = np.broadcast_to(np.arange(60, dtype=np.float32)[:, None, None], (60, 2, 2))
    places = np.arange(factor, 60 - factor, factor)
    assert along_k(ramp, 1.0, places, factor)[:, 0, 0] == pytest.approx(places, abs=1e-4)


@settings(max_examples=50)
@given(ratio=st.floats(1.0, 12.0), shift=st.floats(0, 1))
def test_a_linear_ramp_is_nearly_reproduced_where_voxels_grow_by_any_factor(ratio, shift):
    # A triangle sampled at other places than its corners is not exactly centred: by trying all ratios, at most 8.6 % of
    # a source voxel off (at 1.2).
    ramp = np.broadcast_to(np.arange(80, dtype=np.float32)[:, None, None], (80, 1, 1))
    places = np.arange(ratio + shift, 79 - ratio, ratio)
    assert along_k(ramp, 1.0, places, ratio)[:, 0, 0] == pytest.approx(places, abs=0.087)


def test_noise_is_averaged_where_voxels_grow():
    noise = np.random.default_rng(0).standard_normal((600, 4, 4)).astype(np.float32)
    coarse = along_k(noise, 1.0, np.arange(6, 594, 6.0), 6.0)
    # A triangle of half-width w samples keeps 2 / (3 w) of the variance: 1 / 9 at w = 6, a third of the noise.
    assert coarse.std() == pytest.approx(1 / 3, rel=0.1)


def test_noise_is_kept_where_voxels_shrink():
    noise = np.random.default_rng(0).standard_normal((40, 4, 4)).astype(np.float32)
    assert along_k(noise, 2.0, np.arange(40) * 2.0, 0.5) == pytest.approx(noise, abs=1e-6)


def test_places_more_than_half_a_voxel_outside_hold_the_fill_value():
    found = along_k(np.full((3, 2, 2), 7, np.int16), 2.0, [-1.1, -0.9, 2.0, 4.9, 5.1], 2.0, fill=-1024)
    assert found[:, 0, 0].tolist() == [-1024, 7, 7, 7, -1024]


def test_a_target_that_lies_wholly_outside_is_all_fill():
    assert (along_k(np.zeros((3, 2, 2), np.int16), 1.0, [50.0, 51.0], 1.0, fill=-5) == -5).all()


def test_a_place_outside_along_any_axis_holds_the_fill_value():
    inside = axis_weights(2, 0.0, 1.0, np.array([0.0, 1.0]), 1.0)
    partly = axis_weights(2, 0.0, 1.0, np.array([0.0, 9.0]), 1.0)
    assert resample(np.ones((2, 2, 2), np.int16), (inside, inside, partly), -7.0)[..., 1].tolist() == [
        [-7, -7],
        [-7, -7],
    ]


def test_a_single_slice_is_repeated_within_its_own_thickness():
    assert along_k(np.full((1, 2, 2), 9, np.int16), 5.0, [-2.0, 0.0, 2.4], 1.0)[:, 0, 0].tolist() == [9, 9, 9]


def test_the_place_of_the_first_sample_is_where_the_caller_says():
    ramp = np.broadcast_to(np.arange(5, dtype=np.float32)[:, None, None], (5, 1, 1))
    assert along_k(ramp, 2.0, [104.0], 2.0, source_start=100.0)[0, 0, 0] == pytest.approx(2.0)


def test_the_image_read_from_a_part_only_is_the_same_as_from_the_whole():
    image = np.random.default_rng(1).integers(-1000, 1000, (30, 20, 20)).astype(np.int16)
    places = np.array([11.3, 12.6])
    found = along_k(image, 1.0, places, 1.0)
    expected = np.stack(
        [np.apply_along_axis(lambda line, p=p: np.interp(p, np.arange(30), line), 0, image) for p in places]
    )
    assert found == pytest.approx(expected, abs=0.01)


@settings(max_examples=15)
@given(
    seed=st.integers(0, 2**16),
    source=st.tuples(STEP, STEP, STEP),
    ratio=st.tuples(*[st.floats(0.2, 1.0)] * 3),
)
def test_where_voxels_do_not_grow_it_is_the_linear_interpolation_of_simpleitk(seed, source, ratio):
    image = np.random.default_rng(seed).integers(-1000, 1000, (7, 6, 5)).astype(np.float32)
    target = [s * r for s, r in zip(source, ratio)]
    places = [np.arange(0, (n - 1) * s + 1e-9, t) for n, s, t in zip(image.shape, source, target)]
    weights = tuple(axis_weights(n, 0.0, s, p, t) for n, s, p, t in zip(image.shape, source, places, target))
    reference = sitk.GetImageFromArray(image)
    reference.SetSpacing(source[::-1])
    expected = sitk.Resample(
        reference, [len(p) for p in places[::-1]], sitk.Transform(), sitk.sitkLinear, (0, 0, 0), target[::-1]
    )
    assert resample(image, weights, 0.0) == pytest.approx(sitk.GetArrayFromImage(expected), abs=0.5)

"""Resizing gives what scipy gives for the same splines, as nnU-Net calls it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from inference.resize import Resizing, apply, axis_matrix, matrices, resize_image, resized_shape

CUBES = (1.0, 1.0, 1.0)


def noise(shape, seed=0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def by_scipy(image: np.ndarray, shape, order: int) -> np.ndarray:
    factors = np.array(shape) / image.shape
    given = ndimage.zoom(image.astype(np.float64), factors, order=order, mode="nearest", grid_mode=True)
    return np.clip(given, image.min(), image.max())


@pytest.mark.parametrize("order", [0, 1, 3])
@pytest.mark.parametrize("shape", [(9, 40, 31), (33, 20, 64), (20, 25, 30), (7, 61, 90)])
def test_all_axes_together_are_resized_as_scipy_does(order, shape):
    image = noise((20, 25, 30))
    given = resize_image(image, shape, Resizing(order), None)
    np.testing.assert_allclose(given, by_scipy(image, shape, order), atol=5e-6)


@given(source=st.integers(1, 40), target=st.integers(1, 60), order=st.sampled_from([0, 1, 3]))
def test_weights_of_a_target_voxel_sum_to_one(source, target, order):
    np.testing.assert_allclose(axis_matrix(source, target, order).sum(axis=1), 1, atol=2e-6)


@given(source=st.integers(2, 30), target=st.integers(1, 40), order=st.sampled_from([0, 1, 3]))
def test_one_axis_of_any_length_is_resized_as_scipy_does(source, target, order):
    line = noise(source, source)
    wanted = ndimage.zoom(line.astype(float), target / source, order=order, mode="nearest", grid_mode=True)
    np.testing.assert_allclose(axis_matrix(source, target, order) @ line, wanted, atol=5e-6)


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_slices_on_their_own_are_splines_within_and_the_nearest_slice_between(axis):
    image = noise((6, 20, 30)).swapaxes(0, axis)
    shape = [11, 31, 25]
    shape[0], shape[axis] = shape[axis], shape[0]
    shape[axis] = 11
    planes = np.moveaxis(image, axis, 0)
    flat = tuple(n for a, n in enumerate(shape) if a != axis)
    each = np.stack([by_scipy(plane, flat, 3) for plane in planes])
    places = (np.arange(11) + 0.5) * len(planes) / 11 - 0.5
    nearest = ndimage.map_coordinates(np.arange(len(planes)), [places], order=0, mode="nearest")
    given = resize_image(image, tuple(shape), Resizing(3, 0), axis)
    np.testing.assert_allclose(np.moveaxis(given, axis, 0), each[nearest], atol=5e-6)


def test_a_cubic_result_stays_within_the_values_it_came_from():
    image = np.zeros((8, 8, 8), np.float32)
    image[4, 4, 4] = 1
    given = resize_image(image, (19, 19, 19), Resizing(3), None)
    assert given.min() == 0 and given.max() <= 1


def test_the_same_size_is_the_same_array():
    image = noise((5, 6, 7))
    assert resize_image(image, image.shape, Resizing(3), None) is image


@pytest.mark.parametrize(
    ("source", "target", "axis"),
    [
        (CUBES, (1.5, 1.5, 1.5), None),
        ((5.0, 0.8, 0.8), (2.0, 1.25, 1.25), 0),
        ((2.0, 1.25, 1.25), (5.0, 0.8, 0.8), 0),
        ((1.0, 1.0, 4.0), CUBES, 2),
        ((3.0, 1.0, 1.0), CUBES, None),
        # Two long axes: there is no one axis across slices.
        ((0.24, 1.25, 1.25), (5.0, 1.0, 1.0), None),
    ],
)
def test_slices_are_on_their_own_where_the_voxel_is_more_than_three_times_as_long(source, target, axis):
    assert Resizing(3).slice_axis(source, target) == axis


def test_a_plan_may_ask_for_slices_on_their_own_or_forbid_it():
    assert Resizing(3, between_apart=False).slice_axis((9.0, 1.0, 1.0), CUBES) is None
    assert Resizing(3, between_apart=True).slice_axis((2.0, 1.0, 1.0), CUBES) == 0
    assert Resizing(3, between_apart=True).slice_axis(CUBES, (2.0, 1.0, 1.0)) is None


def test_the_number_of_voxels_is_rounded_to_even_at_a_half_and_never_0():
    assert resized_shape((5, 7, 1), (1.0, 1.0, 1.0), (2.0, 2.0, 9.0)) == (2, 4, 1)


def test_a_part_of_the_result_needs_a_part_of_the_rows_only():
    image = noise((9, 20, 30))
    along = matrices(image.shape, (21, 33, 12), Resizing(1), None)
    whole = apply(along, image)
    part = (slice(4, 9), slice(10, 30), slice(0, 5))
    np.testing.assert_allclose(apply([m[p] for m, p in zip(along, part)], image), whole[part], atol=1e-6)

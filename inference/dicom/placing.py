"""From a stack of images to a grid along the patient's axes: by turning the array, or by resampling it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

import numpy as np

from inference.dicom.hounsfield import PADDED_HU
from inference.dicom.stack import Stack
from inference.triples import shape_of, triple
from inference.volume import Grid, SourceImages, affine_of

SLAB = 32
"""Slices resampled at once: some tens of milliseconds, between which the user may cancel."""

ALIGNED_PART = 0.5
"""Part of a voxel by which a corner of the stack may miss its place on an axis-aligned grid without resampling."""

ON_SLICE = 1e-3
"""Part of the distance between slices within which a voxel lies on one and takes its value from it alone."""


def stack_matrix(stack: Stack, pixel_spacing_mm: tuple[float, float]) -> np.ndarray:
    """LPS vectors of one step in slice, row and column index, as the columns of a (3, 3) matrix, mm."""
    down, across = pixel_spacing_mm
    return np.stack([np.array(stack.step_mm), np.array(stack.column) * down, np.array(stack.row) * across], axis=1)


def patient_axes(matrix: np.ndarray, shape: tuple[int, int, int]) -> tuple[int, int, int] | None:
    """Which index runs along which patient axis.

    Parameters
    ----------
    matrix : array, shape (3, 3)
        From :func:`stack_matrix`.
    shape
        Slices, rows and columns.

    Returns
    -------
    The array axis that runs along z, y and x, or None where the stack is tilted or oblique: where some corner would be
    more than half a voxel from its place.
    """
    along = np.argmax(np.abs(matrix), axis=0)  # patient axis of each index
    if len(set(along)) < 3:
        return None
    order = np.argsort(along)  # index of each patient axis
    voxel = np.abs(matrix[[0, 1, 2], order])
    off = np.abs(matrix) * (np.array(shape) - 1)
    off[along, [0, 1, 2]] = 0
    if np.any(off.sum(axis=1) > ALIGNED_PART * voxel):
        return None
    x, y, z = (int(axis) for axis in order)
    return z, y, x


def turn(
    array: np.ndarray, matrix: np.ndarray, origin_mm: np.ndarray, axes: tuple[int, int, int]
) -> tuple[np.ndarray, Grid]:
    """Transpose and flip a stack whose axes are the patient's, so that k runs up, j back and i left; it is used up."""
    voxel = [matrix[2 - target, axis] for target, axis in enumerate(axes)]
    turned = array.transpose(axes)
    flipped = tuple(axis for axis, step in enumerate(voxel) if step < 0)
    if turned.flags.c_contiguous:
        if flipped:
            flip_in_place(turned, flipped)
    else:
        turned = np.ascontiguousarray(np.flip(turned, flipped))
    to_source, first = np.zeros((3, 3)), np.zeros(3)
    for target, (step, axis) in enumerate(zip(voxel, axes)):
        to_source[axis, target] = np.sign(step)
        first[axis] = array.shape[axis] - 1 if step < 0 else 0
    corner = origin_mm + matrix @ first
    source = SourceImages(affine_of(to_source, first), affine_of(matrix, origin_mm), shape_of(array.shape))
    grid = Grid(triple(corner), triple(abs(step) for step in voxel), shape_of(turned.shape), source)
    return turned, grid


def flip_in_place(array: np.ndarray, axes: tuple[int, ...]) -> None:
    """Reverse axes of a stack in the room of two of its slices: a copy would double the largest array of all."""
    within = tuple(axis - 1 for axis in axes if axis > 0)
    last = len(array) - 1
    for k in range(len(array) if 0 not in axes else (len(array) + 1) // 2):
        other = last - k if 0 in axes else k
        if other == k:
            array[k] = np.flip(array[k], within).copy()
        else:
            array[k], array[other] = np.flip(array[other], within).copy(), np.flip(array[k], within).copy()


def resampled_grid(matrix: np.ndarray, origin_mm: np.ndarray, shape: tuple[int, int, int]) -> Grid:
    """The axis-aligned grid around a tilted or oblique stack, as fine as the stack itself."""
    corners = np.array(np.meshgrid(*[(0, count - 1) for count in shape], indexing="ij")).reshape(3, -1)
    places = origin_mm[:, None] + matrix @ corners
    low, high = places.min(axis=1), places.max(axis=1)
    along = _matching_axes(matrix)
    spacing = np.abs(matrix[[0, 1, 2], along])
    count = [max(1, ceil((top - bottom) / step - 1e-6) + 1) for bottom, top, step in zip(low, high, spacing)]
    # From voxels to the patient by the grid's own axes, and on into the stack.
    to_index = np.linalg.inv(matrix)
    to_source = affine_of((to_index * spacing)[:, ::-1], to_index @ (low - origin_mm))
    source = SourceImages(to_source, affine_of(matrix, origin_mm), shape)
    return Grid(triple(low), triple(spacing[::-1]), shape_of(count[::-1]), source)


def _matching_axes(matrix: np.ndarray) -> np.ndarray:
    """For each patient axis the index that runs most along it, no index used twice."""
    left = np.abs(matrix) / np.linalg.norm(matrix, axis=0)
    along = np.zeros(3, dtype=int)
    for _ in range(3):
        patient, index = np.unravel_index(np.argmax(left), (3, 3))
        along[patient] = index
        left[patient, :] = left[:, index] = -1
    return along


def resample(
    array: np.ndarray,
    matrix: np.ndarray,
    origin_mm: np.ndarray,
    grid: Grid,
    between: Callable[[], None],
    stack: Stack | None = None,
) -> np.ndarray:
    """Interpolate a stack linearly at the voxels of a grid; ``PADDED_HU`` outside it and beside empty slices.

    Slabs keep small what is held beside the stack and the result: unrounded values, the slices a slab needs, and those
    slices evened out.

    Parameters
    ----------
    between
        Called before each slab; may raise.
    stack
        Where the slices are unevenly spaced; they are then evened out as :func:`even_out` does it.
    """
    to_index = np.linalg.inv(matrix)
    count = len(array) if stack is None else place_count(stack)
    result = np.empty(grid.shape, array.dtype)
    for start in range(0, grid.shape[0], SLAB):
        between()
        slab = result[start : start + SLAB]
        box = (slice(start, start + len(slab)), slice(0, grid.shape[1]), slice(0, grid.shape[2]))
        part = grid.part(box)
        needed = _needed(to_index[0], origin_mm, part, count)
        if not needed:
            slab[...] = PADDED_HU
            continue
        planes = array[needed.start : needed.stop] if stack is None else even_out(array, stack, between, needed)
        _interpolate(planes, to_index, origin_mm + matrix[:, 0] * needed.start, part, slab)
    return result


def _needed(to_slice: np.ndarray, origin_mm: np.ndarray, part: Grid, count: int) -> range:
    """Slices from which the voxels of a part of a grid are interpolated.

    Parameters
    ----------
    to_slice : array, shape (3,)
        Slices per mm along x, y and z.
    """
    corners = np.array(np.meshgrid(*[(0, n - 1) for n in part.shape])).reshape(3, -1).T
    places = (part.to_patient(corners) - origin_mm) @ to_slice
    return range(max(0, int(np.floor(places.min()))), min(count, int(np.ceil(places.max())) + 1))


def _interpolate(
    array: np.ndarray, to_index: np.ndarray, origin_mm: np.ndarray, grid: Grid, result: np.ndarray
) -> None:
    """Fill the voxels of a grid from a stack.

    The stack is handed to SimpleITK without geometry, and the whole way from patient to index, which a sheared stack
    cannot express by directions at right angles, is one affine transform.
    """
    import SimpleITK as sitk

    transform = sitk.AffineTransform(3)
    transform.SetMatrix(to_index[::-1].ravel().tolist())  # SimpleITK counts columns, rows, slices
    transform.SetTranslation((-to_index[::-1] @ origin_mm).tolist())
    interpolated = sitk.Resample(
        sitk.GetImageFromArray(array),
        grid.shape[::-1],
        transform,
        sitk.sitkLinear,
        grid.origin_mm,
        grid.spacing_mm[::-1],
        np.eye(3).ravel().tolist(),
        float(PADDED_HU),
        sitk.sitkFloat32,  # to int16 it would cut the fraction off
    )
    _put(sitk.GetArrayViewFromImage(interpolated), result)
    empty = _empty_slices(array)
    if empty.any():
        result[_beside(empty, to_index[0], origin_mm, grid)] = PADDED_HU


def _put(values: np.ndarray, place: np.ndarray) -> None:
    """Write interpolated values, rounded where the place holds whole numbers."""
    if place.dtype.kind == "f":
        place[...] = values
    else:
        np.rint(values, out=place, casting="unsafe")


def _empty_slices(array: np.ndarray) -> np.ndarray:
    """Which slices hold nothing: those that are missing or could not be read."""
    empty = array[:, 0, 0] == PADDED_HU
    empty[empty] = (array[empty] == PADDED_HU).all(axis=(1, 2))
    return empty


def _beside(empty: np.ndarray, to_slice: np.ndarray, origin_mm: np.ndarray, grid: Grid) -> np.ndarray:
    """Which voxels of a grid were interpolated from an empty slice.

    Parameters
    ----------
    empty : boolean array, one value a slice
    to_slice : array, shape (3,)
        Slices per mm along x, y and z.
    """
    z, y, x = np.ix_(*map(grid.places_mm, range(3)))
    place = to_slice[2] * z + to_slice[1] * y + (to_slice[0] * x - to_slice @ origin_mm)
    below, above = np.floor(place + ON_SLICE), np.ceil(place - ON_SLICE)
    last = len(empty) - 1
    return empty[np.clip(below, 0, last).astype(int)] | empty[np.clip(above, 0, last).astype(int)]


def place_count(stack: Stack) -> int:
    """Slices of the regular grid that the stack covers, missing ones included."""
    return int(stack.places[-1] + 1e-6) + 1


def even_out(array: np.ndarray, stack: Stack, between: Callable[[], None], wanted: range | None = None) -> np.ndarray:
    """Interpolate unevenly spaced slices at the places 0, 1, 2, ... of the stack.

    Holes, and places beside a slice that is empty, become ``PADDED_HU``.

    Parameters
    ----------
    between
        Called before each slice; may raise.
    wanted
        Places in a row; all where it is not given.
    """
    wanted = range(place_count(stack)) if wanted is None else wanted
    places = np.asarray(stack.places)
    empty = _empty_slices(array)
    holes = {gap.behind for gap in stack.gaps}
    result = np.empty((len(wanted), *array.shape[1:]), array.dtype)
    for number, place in enumerate(wanted):
        between()
        after = min(max(int(np.searchsorted(places, place)), 1), len(places) - 1)
        weight = (place - places[after - 1]) / (places[after] - places[after - 1])
        in_hole = after in holes and 0 < weight < 1
        if in_hole or (weight < 1 and empty[after - 1]) or (weight > 0 and empty[after]):
            result[number] = PADDED_HU
        else:
            _put((1 - weight) * array[after - 1] + weight * array[after], result[number])
    return result

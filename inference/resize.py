"""Resizing to another number of voxels, the way nnU-Net does it, with numpy alone.

nnU-Net calls ``skimage.transform.resize`` (edge mode, no anti-aliasing), that is ``scipy.ndimage.zoom`` on a grid of
voxel edges, with cubic B-splines for images. Such a spline is linear in its samples and separable, so that each axis is
one banded matrix, and the whole is a few small matrix products.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

import numpy as np

from inference.triples import shape_of
from inference.vocabulary import STRICT

Order = Literal[0, 1, 3]
"""Nearest voxel, linear, cubic B-spline."""
POLE = np.sqrt(3.0) - 2.0
"""Of the filter that turns samples into cubic B-spline coefficients; Unser et al., IEEE PAMI 1991;13:277."""
REACH = 14
"""Coefficients further away than this count for less than 1e-7."""
ROWS = 32
"""Target voxels that are computed in one product: the band is used in blocks of this height."""


@dataclass(frozen=True, slots=True)
class Resizing:
    """How an array is brought to another grid.

    Attributes
    ----------
    order
        Of the spline.
    order_between
        Between slices, when they are handled on their own.
    between_apart
        Whether slices are handled on their own; None where the voxel is longer than ``anisotropy`` of its shortest
        edges, in the source or in the target.
    """

    __pydantic_config__ = STRICT
    order: Order
    order_between: Order = 0
    between_apart: bool | None = None
    anisotropy: float = 3.0

    def slice_axis(self, source_mm: Sequence[float], target_mm: Sequence[float]) -> int | None:
        """The axis across slices that are handled on their own; None when all axes are handled alike."""
        if self.between_apart is False:
            return None
        if self.between_apart:
            return _longest_axis(source_mm)
        for spacing in (source_mm, target_mm):
            if max(spacing) / min(spacing) > self.anisotropy:
                return _longest_axis(spacing)
        return None


def _longest_axis(spacing_mm: Sequence[float]) -> int | None:
    """The one axis along which voxels are longest; None when there are several."""
    longest = [axis for axis, step in enumerate(spacing_mm) if step == max(spacing_mm)]
    return longest[0] if len(longest) == 1 else None


def resized_shape(shape: Sequence[int], source_mm: Sequence[float], target_mm: Sequence[float]) -> tuple[int, int, int]:
    """Number of voxels on the target grid; a half is rounded to the even number, as nnU-Net's Python does."""
    return shape_of(max(1, round(old / new * count)) for old, new, count in zip(source_mm, target_mm, shape))


def matrices(
    source: Sequence[int], target: Sequence[int], plan: Resizing, slice_axis: int | None
) -> list[np.ndarray | None]:
    """One matrix for each axis, shape (target, source); None where the number of voxels stays."""
    orders = [plan.order_between if axis == slice_axis else plan.order for axis in range(3)]
    return [None if a == b else axis_matrix(a, b, order) for a, b, order in zip(source, target, orders)]


def axis_matrix(source: int, target: int, order: Order) -> np.ndarray:
    """Weights that turn ``source`` samples into ``target`` ones between the same two ends.

    Returns
    -------
    float32 array, shape (target, source); rows sum to 1.
    """
    place = (np.arange(target) + 0.5) * (source / target) - 0.5
    rows = np.arange(target)
    weights = np.zeros((target, source))
    if order == 0:
        weights[rows, np.clip(np.floor(place + 0.5).astype(int), 0, source - 1)] = 1
    elif order == 1:
        place = np.clip(place, 0, source - 1)
        low = np.minimum(np.floor(place).astype(int), max(source - 2, 0))
        np.add.at(weights, (rows, low), 1 - (place - low))
        np.add.at(weights, (rows, np.minimum(low + 1, source - 1)), place - low)
    else:
        _add_cubic(weights, place)
    return weights.astype(np.float32)


def _add_cubic(weights: np.ndarray, place: np.ndarray) -> None:
    """Four pieces of the B-spline, each on a coefficient that is itself a sum over the samples around it."""
    low = np.floor(place).astype(int)
    t = place - low
    spline = np.stack([(1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, 3 * (1 - t) ** 3 - 6 * (1 - t) ** 2 + 4, t**3]) / 6
    away = np.arange(-REACH, REACH + 1)
    coefficient = np.sqrt(3.0) * POLE ** np.abs(away)
    for piece, share in zip((-1, 0, 1, 2), spline):
        # Beyond its ends the array goes on with its outermost value.
        samples = np.clip(low[:, None] + piece + away, 0, weights.shape[1] - 1)
        np.add.at(weights, (np.arange(len(place))[:, None], samples), share[:, None] * coefficient)


def resize_image(image: np.ndarray, target: Sequence[int], plan: Resizing, slice_axis: int | None) -> np.ndarray:
    """Resize a float32 array [k, j, i]; a cubic result is clipped to the values it came from.

    Where slices are handled on their own, each is clipped to its own values before anything is done between them.
    """
    if tuple(target) == image.shape:
        return image
    along = matrices(image.shape, target, plan, slice_axis)
    between = None
    if slice_axis is not None:
        between, along[slice_axis] = along[slice_axis], None
    kept = () if slice_axis is None else (slice_axis,)
    others = tuple(axis for axis in range(3) if axis not in kept)
    low, high = image.min(axis=others, keepdims=True), image.max(axis=others, keepdims=True)
    result = apply(along, image)
    if plan.order > 1:
        result = np.clip(result, low, high)
    return result if between is None or slice_axis is None else apply_along(between, result, slice_axis)


def apply(along: Sequence[np.ndarray | None], array: np.ndarray) -> np.ndarray:
    """Apply one matrix to each axis, those first that make the array smaller."""
    wanted = [(len(matrix) / matrix.shape[1], axis, matrix) for axis, matrix in enumerate(along) if matrix is not None]
    for _, axis, matrix in sorted(wanted, key=itemgetter(0)):
        array = apply_along(matrix, array, axis)
    return array


def apply_along(weights: np.ndarray, array: np.ndarray, axis: int) -> np.ndarray:
    """Apply a matrix (target, source) along one axis of a float32 array [k, j, i]."""
    shape = list(array.shape)
    shape[axis] = len(weights)
    result = np.empty(shape, np.float32)
    for rows, columns in _bands(weights):
        part = weights[rows, columns]
        if axis == 0:
            result[rows] = np.tensordot(part, array[columns], axes=1)
        elif axis == 1:
            result[:, rows] = part @ array[:, columns]
        else:
            result[:, :, rows] = array[:, :, columns] @ part.T
    return result


def _bands(weights: np.ndarray) -> Iterator[tuple[slice, slice]]:
    """Blocks of rows, and the columns that they use."""
    for start in range(0, len(weights), ROWS):
        rows = slice(start, min(start + ROWS, len(weights)))
        used = np.flatnonzero(weights[rows].any(axis=0))
        yield rows, slice(int(used[0]), int(used[-1]) + 1)

"""Resampling along the array axes, with averaging where voxels get larger.

Linear interpolation alone would throw most of a thin or finely sampled series away and keep its noise; a triangle as
wide as the larger of the two voxels averages instead. As the axes are handled one after another, each step is one
small matrix product.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inference.triples import Box, box_of


def axis_weights(
    source_count: int, source_start: float, source_step: float, target_mm: np.ndarray, target_step: float
) -> np.ndarray:
    """Weights that turn samples along one axis into samples at other places.

    Parameters
    ----------
    source_count, source_start, source_step
        Number of source samples, place of the first and distance between them, mm; the step is positive.
    target_mm : array, shape (n,)
        Places of the wanted samples, mm.
    target_step : float
        Distance between wanted samples, mm: the width to average over.

    Returns
    -------
    weights : float32 array, shape (n, source_count)
        Rows sum to 1, or to 0 where the wanted place lies more than half a sample outside the source.
    """
    place = source_start + source_step * np.arange(source_count)
    width = max(source_step, target_step)
    weights = np.maximum(0.0, 1.0 - np.abs(target_mm[:, None] - place[None, :]) / width)
    reach = source_step / 2 + 1e-6
    outside = (target_mm < place[0] - reach) | (target_mm > place[-1] + reach)
    weights[outside] = 0
    total = weights.sum(axis=1, keepdims=True)
    return (weights / np.where(total > 0, total, 1)).astype(np.float32)


def resample(array: np.ndarray, weights: Sequence[np.ndarray], fill: float) -> np.ndarray:
    """Apply :func:`axis_weights` along k, j and i.

    Parameters
    ----------
    array : array [k, j, i]
    weights
        One matrix for each axis.
    fill : float
        Value for places outside the source.

    Returns
    -------
    float32 array, shape given by the rows of the three matrices.
    """
    (part_k, along_k), (part_j, along_j), (part_i, along_i) = (_used_part(matrix) for matrix in weights)
    used = array[part_k, part_j, part_i]
    planes = np.empty((len(used), len(along_j), len(along_i)), np.float32)
    # Plane by plane: the float copy of the source is one plane, however long the scan is.
    for plane, place in zip(used, planes):
        np.matmul(along_j @ plane.astype(np.float32), along_i.T, out=place)
    block = np.tensordot(along_k, planes, axes=1)
    covered = [matrix.sum(axis=1) > 0.5 for matrix in weights]
    block[~np.logical_and.outer(np.logical_and.outer(covered[0], covered[1]), covered[2])] = fill
    return block


def used_box(weights: Sequence[np.ndarray]) -> Box:
    """The part of an array that :func:`resample` makes use of."""
    return box_of(_used_part(matrix)[0] for matrix in weights)


def _used_part(matrix: np.ndarray) -> tuple[slice, np.ndarray]:
    used = np.flatnonzero(matrix.any(axis=0))
    if not len(used):
        return slice(0, 1), np.zeros((len(matrix), 1), np.float32)
    part = slice(int(used[0]), int(used[-1]) + 1)
    return part, matrix[:, part]

"""What the voxels of a region are told apart by: how dense it is there, how uneven, and how far below its surface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.pieces import box_around
from inference.triples import Triple

VoxelFeature = Literal["density", "spread", "depth"]
"""``density`` and ``spread``: mean and standard deviation of the image, in its unit, over the voxels of the region that
lie within some distance along each axis; ``depth``: mm to the nearest voxel that does not belong to the region."""
Reach = Annotated[float, Field(ge=0, le=20)]
"""mm along each axis; less than the distance of two voxels, and the voxel itself is all there is."""


def voxel_features(
    image: np.ndarray, mask: np.ndarray, spacing_mm: Triple, wanted: Sequence[VoxelFeature], reach_mm: float
) -> np.ndarray:
    """Describe every voxel of a region by itself and what of the region lies around it.

    What lies outside the region moves no figure, nor does where in the scan it lies.

    Parameters
    ----------
    image : array [k, j, i]
    mask : bool array [k, j, i]
        The region, on the image's voxels.
    spacing_mm
        Along k, j, i.
    wanted
        Which features.
    reach_mm
        How far ``density`` and ``spread`` look.

    Returns
    -------
    float64 array, shape (voxels, features)
        In the order of ``np.argwhere(mask)``.
    """
    box = box_around(mask)
    if box is None:
        return np.zeros((0, len(wanted)))
    inside = mask[box]
    columns: dict[str, np.ndarray] = {}
    if {"density", "spread"} & set(wanted):
        # Whole numbers are summed as such: no rounding depends on what else lies in the scan.
        kind = np.int64 if image.dtype.kind in "iu" else np.float64
        values = np.where(inside, image[box], 0).astype(kind)
        half = [int(reach_mm / mm + 1e-6) for mm in spacing_mm]
        count = _around(inside.astype(np.int64), half)[inside]
        mean = _around(values, half)[inside] / count
        columns["density"] = mean
        if "spread" in wanted:
            squares = _around(values * values, half)[inside] / count
            columns["spread"] = np.sqrt(np.maximum(squares - mean * mean, 0))
    if "depth" in wanted:
        columns["depth"] = depth_mm(inside, spacing_mm)[inside]
    return np.stack([columns[name] for name in wanted], axis=1)


def depth_mm(mask: np.ndarray, spacing_mm: Triple) -> np.ndarray:
    """Distance of each voxel of a region from the nearest voxel outside of it: float32 array [k, j, i], 0 outside.

    What lies beyond the array is outside.
    """
    return distance_to(~np.pad(mask, 1), spacing_mm)[1:-1, 1:-1, 1:-1] * mask


def distance_to(mask: np.ndarray, spacing_mm: Triple) -> np.ndarray:
    """Distance of each voxel from the nearest voxel of a mask that is not empty, mm: float32 array [k, j, i]."""
    import SimpleITK as sitk

    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    image.SetSpacing(spacing_mm[::-1])
    # Measured to the outermost voxels of the mask itself.
    far = sitk.SignedMaurerDistanceMap(image, insideIsPositive=False, squaredDistance=False, useImageSpacing=True)
    return np.maximum(sitk.GetArrayFromImage(far), 0)


def _around(values: np.ndarray, half: Sequence[int]) -> np.ndarray:
    """Sum over the box of so many voxels to either side along k, j, i."""
    for axis, reach in enumerate(half):
        if reach:
            count = values.shape[axis]
            total = np.concatenate([np.zeros_like(values.take([0], axis)), values.cumsum(axis)], axis)
            places = np.arange(count)
            high = total.take(np.minimum(places + reach + 1, count), axis)
            values = high - total.take(np.maximum(places - reach, 0), axis)
    return values


def nearest_centroid(features: np.ndarray, centroids: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Number of the nearest centroid of each row, from 0; of two that are as near, the first.

    Parameters
    ----------
    features : array, shape (voxels, features)
    centroids : array, shape (centroids, features)
    scale : array, shape (features,)
        What a difference is divided by before it is squared.

    Returns
    -------
    int array, shape (voxels,)
    """
    away = [(((features - centre) / scale) ** 2).sum(axis=1) for centre in centroids]
    return np.argmin(away, axis=0)

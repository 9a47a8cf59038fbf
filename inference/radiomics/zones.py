"""Grey-level size zones: how large the patches of one level are."""

from __future__ import annotations

import numpy as np

from inference.radiomics.directions import DIRECTIONS, pairs
from inference.radiomics.levels import Levels
from inference.radiomics.sizes import named, size_features

NAMES = {
    "GrayLevelNonUniformity": "level non-uniformity",
    "GrayLevelNonUniformityNormalized": "level non-uniformity, normalised",
    "GrayLevelVariance": "level variance",
    "HighGrayLevelZoneEmphasis": "high",
    "LargeAreaEmphasis": "large",
    "LargeAreaHighGrayLevelEmphasis": "large high",
    "LargeAreaLowGrayLevelEmphasis": "large low",
    "LowGrayLevelZoneEmphasis": "low",
    "SizeZoneNonUniformity": "size non-uniformity",
    "SizeZoneNonUniformityNormalized": "size non-uniformity, normalised",
    "SmallAreaEmphasis": "small",
    "SmallAreaHighGrayLevelEmphasis": "small high",
    "SmallAreaLowGrayLevelEmphasis": "small low",
    "ZoneEntropy": "entropy",
    "ZonePercentage": "percentage",
    "ZoneVariance": "size variance",
}


def zones(levels: Levels) -> tuple[np.ndarray, np.ndarray]:
    """Level (index of ``values``) and voxels of each zone; a zone hangs together by faces, edges or corners."""
    grid = levels.grid.astype(np.uint16)
    inside = np.flatnonzero(grid)
    order = np.zeros(grid.shape, np.intp)
    order.ravel()[inside] = np.arange(len(inside))
    # Each voxel points to one of its zone that comes earlier: to where the level begins in its row; in the end to the
    # first of all.
    level = grid.ravel()[inside]
    follows = (np.diff(inside, prepend=-1) == 1) & (np.diff(level, prepend=0) == 0)
    first = np.maximum.accumulate(np.where(follows, 0, np.arange(len(inside))))
    for step in DIRECTIONS[1:]:
        here, there = pairs(grid, step)
        alike = np.flatnonzero((here == there) & (here > 0))
        one, other = (part.ravel()[alike] for part in pairs(order, step))
        _join(first, one, other)
    sizes = np.bincount(first, minlength=len(inside))
    heads = np.flatnonzero(sizes)
    return levels.grid.ravel()[inside[heads]] - 1, sizes[heads]


def _join(first: np.ndarray, one: np.ndarray, other: np.ndarray) -> None:
    """Put the zones of pairs of voxels together, in place; every voxel points to the first of its zone, as before."""
    while True:
        one, other = first[one], first[other]
        apart = one != other
        if not apart.any():
            return
        one, other = one[apart], other[apart]
        np.minimum.at(first, np.maximum(one, other), np.minimum(one, other))
        while ((jumped := first[first]) != first).any():
            first[:] = jumped


def zone_features(levels: Levels) -> dict[str, float]:
    """All features of the family, by name."""
    level, size = zones(levels)
    sizes, which = np.unique(size, return_inverse=True)
    matrix = np.bincount(level * len(sizes) + which, minlength=len(levels.values) * len(sizes))
    matrix = matrix.reshape(1, len(levels.values), len(sizes)).astype(float)
    return named(size_features(matrix, levels.values, sizes.astype(float), float(size.sum())), NAMES)

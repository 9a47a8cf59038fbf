"""Grey-level dependence and neighbourhood tone differences: a voxel against those around it."""

from __future__ import annotations

import numpy as np

from inference.radiomics.directions import DIRECTIONS, pairs
from inference.radiomics.levels import Levels
from inference.radiomics.sizes import named, size_features

MOST = 27
"""A voxel and its neighbours."""
DEPENDENCE = {
    "DependenceEntropy": "entropy",
    "DependenceNonUniformity": "size non-uniformity",
    "DependenceNonUniformityNormalized": "size non-uniformity, normalised",
    "DependenceVariance": "size variance",
    "GrayLevelNonUniformity": "level non-uniformity",
    "GrayLevelVariance": "level variance",
    "HighGrayLevelEmphasis": "high",
    "LargeDependenceEmphasis": "large",
    "LargeDependenceHighGrayLevelEmphasis": "large high",
    "LargeDependenceLowGrayLevelEmphasis": "large low",
    "LowGrayLevelEmphasis": "low",
    "SmallDependenceEmphasis": "small",
    "SmallDependenceHighGrayLevelEmphasis": "small high",
    "SmallDependenceLowGrayLevelEmphasis": "small low",
}
COARSEST = 1e6
"""Coarseness of a region without any difference, as in PyRadiomics."""


def dependence_features(levels: Levels) -> dict[str, float]:
    """All features of the dependence matrix, by name; a neighbour depends if it has the same level."""
    grid = levels.grid.astype(np.uint16)
    alike = np.ones(grid.shape, np.uint8)
    for step in DIRECTIONS:
        here, there = pairs(grid, step)
        same = here == there
        for part in pairs(alike, step):
            part += same
    inside = np.flatnonzero(levels.grid)
    codes = (levels.grid.ravel()[inside] - 1) * MOST + alike.ravel()[inside] - 1
    matrix = np.bincount(codes, minlength=len(levels.values) * MOST).reshape(1, -1, MOST).astype(float)
    return named(size_features(matrix, levels.values, np.arange(1.0, MOST + 1), float(len(inside))), DEPENDENCE)


def tone_features(levels: Levels) -> dict[str, float]:
    """All features of the neighbourhood tone difference matrix, by name.

    A voxel without neighbours counts with a difference of 0, as in PyRadiomics; IBSI leaves it out.
    """
    value = np.concatenate([[0.0], levels.values])
    inside = np.flatnonzero(levels.grid)
    level = levels.grid.ravel()[inside]
    around = _around(value[levels.grid]).ravel()[inside] - value[level]
    neighbours = _around((levels.grid > 0).astype(float)).ravel()[inside] - 1
    off = np.where(neighbours > 0, np.abs(value[level] - around / np.maximum(neighbours, 1)), 0.0)
    difference = np.bincount(level, off, len(value))[1:]
    i, p, voxels, count = levels.values, levels.counts / len(inside), len(inside), len(levels.values)
    apart, both = np.abs(np.subtract.outer(i, i)), np.add.outer(p, p)
    weighted, total = p * difference, float(difference.sum())
    coarse = float(weighted.sum())
    unlike = float(np.abs(np.subtract.outer(i * p, i * p)).sum())
    contrast = float(p @ apart**2 @ p) * total / voxels
    return {
        "Busyness": coarse / unlike if unlike else 0.0,
        "Coarseness": 1 / coarse if coarse else COARSEST,
        "Complexity": float((apart * np.add.outer(weighted, weighted) / both).sum()) / voxels,
        "Contrast": contrast / (count * (count - 1)) if count > 1 else 0.0,
        "Strength": float((both * apart**2).sum()) / total if total else 0.0,
    }


def _around(array: np.ndarray) -> np.ndarray:
    """Sum of each voxel and its neighbours, of an array with a frame of nothing."""
    for axis in range(3):
        moved = np.moveaxis(array, axis, 0)
        total = moved.copy()
        total[1:] += moved[:-1]
        total[:-1] += moved[1:]
        array = np.moveaxis(total, 0, axis)
    return array

"""What matrices of grey levels by sizes have in common: runs, zones and dependences."""

from __future__ import annotations

import numpy as np


def size_features(matrices: np.ndarray, levels: np.ndarray, sizes: np.ndarray, voxels: float) -> dict[str, float]:
    """Features of one or more matrices, by what they say; means over the matrices.

    Parameters
    ----------
    matrices : array, shape (matrices, levels, sizes)
        How often each level occurs with each size.
    levels, sizes
        Grey levels and sizes, 1 and higher.
    voxels
        Of the region.
    """
    total = matrices.sum(axis=(1, 2))
    p = matrices / total[:, None, None]
    by_level, by_size = p.sum(axis=2), p.sum(axis=1)
    i2, j2 = levels**2, sizes**2
    # Levels weighted one way and the other, for each size.
    low, high = np.einsum("dij,i->dj", p, 1 / i2), np.einsum("dij,i->dj", p, i2)
    level_mean, size_mean = by_level @ levels, by_size @ sizes
    of_levels, of_sizes = (by_level**2).sum(axis=1), (by_size**2).sum(axis=1)
    by = {
        "small": by_size @ (1 / j2),
        "large": by_size @ j2,
        "low": low.sum(axis=1),
        "high": high.sum(axis=1),
        "small low": low @ (1 / j2),
        "small high": high @ (1 / j2),
        "large low": low @ j2,
        "large high": high @ j2,
        "level non-uniformity": of_levels * total,
        "level non-uniformity, normalised": of_levels,
        "size non-uniformity": of_sizes * total,
        "size non-uniformity, normalised": of_sizes,
        "percentage": total / voxels,
        "level variance": (by_level * (levels - level_mean[:, None]) ** 2).sum(axis=1),
        "size variance": (by_size * (sizes - size_mean[:, None]) ** 2).sum(axis=1),
        "entropy": -(p * np.log2(np.where(p > 0, p, 1))).sum(axis=(1, 2)),
    }
    return {name: float(found.mean()) for name, found in by.items()}


def named(found: dict[str, float], names: dict[str, str]) -> dict[str, float]:
    """The same under the names of a family: name by what it says."""
    return {name: found[what] for name, what in names.items()}

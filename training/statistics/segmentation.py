"""How well a mask matches the true one.

Empty masks: if both are empty there is nothing to compare and every measure is NaN (leave the case out of a mean). If
only one is empty, the overlap is 0 and the distance infinite; the volume error is -1 for a vessel that was missed and
infinite for one that does not exist. Definitions: Maier-Hein et al., Metrics reloaded, Nat Methods 2024;21:195.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.ndimage import binary_erosion
from scipy.spatial import KDTree


def dice(mask: ArrayLike, truth: ArrayLike) -> float:
    """2 |A and B| / (|A| + |B|); Dice, Ecology 1945;26:297. NaN if both are empty."""
    mask, truth = _checked(mask, truth)
    return _share(2 * np.count_nonzero(mask & truth), np.count_nonzero(mask) + np.count_nonzero(truth))


def iou(mask: ArrayLike, truth: ArrayLike) -> float:
    """|A and B| / |A or B|; Jaccard, New Phytol 1912;11:37. NaN if both are empty."""
    mask, truth = _checked(mask, truth)
    return _share(np.count_nonzero(mask & truth), np.count_nonzero(mask | truth))


def volume_error(mask: ArrayLike, truth: ArrayLike) -> float:
    """(V - V_true) / V_true, signed: Heimann et al., IEEE Trans Med Imaging 2009;28:1251.

    NaN if both are empty, infinite if only the true one is.
    """
    mask, truth = _checked(mask, truth)
    volume, true_volume = np.count_nonzero(mask), np.count_nonzero(truth)
    if not true_volume:
        return float("inf") if volume else float("nan")
    return (volume - true_volume) / true_volume


def hd95_mm(mask: ArrayLike, truth: ArrayLike, spacing: ArrayLike) -> float:
    """95th percentile of the distance between the surfaces, the larger of both directions.

    Huttenlocher et al., IEEE Trans Pattern Anal Mach Intell 1993;15:850 (partial Hausdorff distance); Metrics reloaded.
    A voxel is on the surface if one of its neighbours across a face is outside the mask or the image. Distances are
    between voxel centres. NaN if both masks are empty, infinite if one is.

    Parameters
    ----------
    spacing
        Millimetres from voxel to voxel along each axis of the arrays, in their order.
    """
    mask, truth = _checked(mask, truth)
    spacing = np.asarray(spacing, float)
    if spacing.shape != (mask.ndim,) or not (spacing > 0).all():
        raise ValueError(f"The spacing must be {mask.ndim} lengths above 0, one for each axis; it is {spacing}.")
    if not (mask.any() and truth.any()):
        return float("inf") if mask.any() or truth.any() else float("nan")
    surface, true_surface = _surface(mask) * spacing, _surface(truth) * spacing
    there, _ = KDTree(true_surface).query(surface)
    back, _ = KDTree(surface).query(true_surface)
    return float(max(np.percentile(there, 95), np.percentile(back, 95)))


def _surface(mask: np.ndarray) -> np.ndarray:
    """Indices of the surface voxels, shape (n, axes)."""
    corners = [np.flatnonzero(mask.any(tuple(a for a in range(mask.ndim) if a != axis))) for axis in range(mask.ndim)]
    box = mask[tuple(slice(c[0], c[-1] + 1) for c in corners)]
    return np.argwhere(box & ~binary_erosion(box)) + [c[0] for c in corners]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _checked(mask: ArrayLike, truth: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    mask, truth = np.asarray(mask, bool), np.asarray(truth, bool)
    if mask.shape != truth.shape:
        raise ValueError(f"The masks have different shapes, {mask.shape} and {truth.shape}; resample one to the other.")
    return mask, truth

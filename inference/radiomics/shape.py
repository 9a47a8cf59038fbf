"""Features of shape: how large and how round a region is."""

from __future__ import annotations

import numpy as np

from inference.radiomics.mesh import surface
from inference.triples import Triple

LOOKED_AROUND = 6
"""Rows to either side that a point of the surface is compared with; more would only leave fewer points over."""
PAIRS_AT_ONCE = 2**22


def shape_features(mask: np.ndarray, spacing_mm: Triple) -> dict[str, float]:
    """All features of the family, by name.

    Parameters
    ----------
    mask : bool array [k, j, i]
    spacing_mm
        Along k, j, i.
    """
    area, volume = surface(mask, spacing_mm)
    points = np.argwhere(mask) * np.array(spacing_mm)
    off = points - points.mean(axis=0)
    # IBSI divides by one less than the number of voxels, PyRadiomics by all of them.
    spread = np.linalg.eigvalsh(np.einsum("nd,ne->de", off, off) / max(1, len(points) - 1))
    least, minor, major = np.sqrt(np.maximum(spread, 0))
    flat = _crossings(mask)
    longest = [_diameter_within(flat, axis, spacing_mm) for axis in range(3)]
    return {
        "MeshVolume": volume,
        "VoxelVolume": len(points) * float(np.prod(spacing_mm)),
        "SurfaceArea": area,
        "SurfaceVolumeRatio": area / volume,
        "Sphericity": (36 * np.pi * volume**2) ** (1 / 3) / area,
        "Maximum3DDiameter": _diameter(flat, spacing_mm),
        "Maximum2DDiameterSlice": longest[0],
        "Maximum2DDiameterColumn": longest[1],
        "Maximum2DDiameterRow": longest[2],
        "MajorAxisLength": 4 * major,
        "MinorAxisLength": 4 * minor,
        "LeastAxisLength": 4 * least,
        "Elongation": minor / major if major else np.nan,
        "Flatness": least / major if major else np.nan,
    }


def _crossings(mask: np.ndarray) -> np.ndarray:
    """Points of the surface: middles between a voxel inside and its neighbour outside.

    Returns
    -------
    int array, shape (n, 3)
        In half voxels along k, j, i.
    """
    padded = np.pad(mask, 1)
    found = []
    for axis in range(3):
        ahead = np.moveaxis(padded, axis, 0)
        at = np.moveaxis(ahead[1:] != ahead[:-1], 0, axis)
        half = np.argwhere(at) * 2
        half[:, axis] += 1
        found.append(half)
    return np.concatenate(found)


def _ends(points: np.ndarray, axes: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Lowest and highest coordinate along the last axis in every row, arrays by the other two; inf in empty rows."""
    plane, row, along = (points[:, axis] for axis in axes)
    shape = (plane.max() + 1, row.max() + 1)
    low, high = np.full(shape, np.inf), np.full(shape, -np.inf)
    np.minimum.at(low, (plane, row), along)
    np.maximum.at(high, (plane, row), along)
    return low, high


def _diameter_within(points: np.ndarray, axis: int, spacing_mm: Triple) -> float:
    """Largest distance of two points in one plane across an axis, mm."""
    row, along = (other for other in range(3) if other != axis)
    low, high = _ends(points, (axis, row, along))
    across = (np.arange(low.shape[1]) * spacing_mm[row] / 2) ** 2
    best = 0.0
    for low_of, high_of in zip(low, high):
        used = np.flatnonzero(high_of >= 0)
        if not len(used):
            continue
        span = np.subtract.outer(high_of[used], low_of[used]) * spacing_mm[along] / 2
        apart = np.abs(np.subtract.outer(used, used))
        best = max(best, float((span**2 + across[apart]).max()))
    return float(np.sqrt(best))


def _diameter(points: np.ndarray, spacing_mm: Triple) -> float:
    """Largest distance of two points, mm.

    Only corners of the convex hull can be its ends. A point that lies no farther out than the straight line between two
    others is no corner; what is left after that is few, and all their pairs are compared.
    """
    low, high = _ends(points, (0, 1, 2))
    ends = []
    for far, sign in ((high, 1.0), (-low, -1.0)):
        plane, row = np.nonzero(_may_be_corner(far))
        ends.append(np.stack([plane, row, sign * far[plane, row]], axis=1))
    corners = np.concatenate(ends) * np.array(spacing_mm) / 2
    squares = (corners**2).sum(axis=1)
    best, step = 0.0, max(1, PAIRS_AT_ONCE // len(corners))
    for begin in range(0, len(corners), step):
        part = slice(begin, begin + step)
        apart = squares[part, None] + squares - 2 * (corners[part] @ corners.T)
        best = max(best, float(apart.max()))
    return float(np.sqrt(best))


def _may_be_corner(far: np.ndarray) -> np.ndarray:
    """Rows whose end lies farther out than the middle of the ends of any two rows opposite each other."""
    reach = LOOKED_AROUND
    padded = np.pad(far, reach, constant_values=-np.inf)
    planes, rows = far.shape

    def moved(by_plane: int, by_row: int) -> np.ndarray:
        return padded[reach + by_plane : reach + by_plane + planes, reach + by_row : reach + by_row + rows]

    corner = np.isfinite(far)
    for step in range(1, reach + 1):
        for plane, row in ((0, 1), (1, 0), (1, 1), (1, -1)):
            middle = moved(step * plane, step * row) + moved(-step * plane, -step * row)
            corner &= 2 * far > middle
    return corner

"""Vessels with known figures: masks of tubes on any grid, and images to measure them on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from inference.segmentation import Segmentation
from inference.volume import Grid, SourceImages, Volume, affine_of

CUBES = (1.0, 1.0, 1.0)


def coordinates(shape: tuple[int, int, int], spacing_mm: tuple[float, float, float] = CUBES) -> np.ndarray:
    """Distances from the middle of the array in mm, shape (3, k, j, i)."""
    axes = [(np.arange(n) - (n - 1) / 2) * step for n, step in zip(shape, spacing_mm)]
    return np.stack(np.meshgrid(*axes, indexing="ij"))


def straight_tube(shape, spacing_mm=CUBES, radius_mm=(4.0, 4.0), length_mm=40.0, direction=(1.0, 0.0, 0.0)):
    """An elliptical cylinder through the middle; the first radius lies in the plane of ``direction`` and i."""
    along = np.array(direction) / np.linalg.norm(direction)
    first = np.array([0.0, 0.0, 1.0]) - along * along[2]
    first /= np.linalg.norm(first)
    second = np.cross(along, first)
    place = coordinates(shape, spacing_mm)
    t, u, v = (np.tensordot(axis, place, axes=1) for axis in (along, first, second))
    return ((u / radius_mm[0]) ** 2 + (v / radius_mm[1]) ** 2 <= 1) & (np.abs(t) <= length_mm / 2)


def bent_tube(shape, spacing_mm=CUBES, bend_mm=30.0, radius_mm=4.0, degrees=180.0):
    """A part of a ring in the k-i plane around the middle of the array."""
    k, j, i = coordinates(shape, spacing_mm)
    ring = np.hypot(np.hypot(k, i) - bend_mm, j) <= radius_mm
    return ring & (np.degrees(np.arctan2(k, i)) % 360 <= degrees)


def segmentation(
    labels: np.ndarray, structures=("tube",), spacing_mm=CUBES, certainty: float = 0.9, origin_mm=(0, 0, 0)
):
    """Labels as a segment step would give them, on the image ``ct``."""
    grid = Grid(tuple(map(float, origin_mm)), tuple(spacing_mm), labels.shape)
    chance = np.full(labels.shape, certainty, np.float32)
    return Segmentation("ct", labels.astype(np.uint8), chance, grid, tuple(structures))


def image_of(
    found: Segmentation, inside_hu: float = 40.0, outside_hu: float = -100.0, padded: int | None = None
) -> Volume:
    """A scan on the grid of the segmentation: one density in every structure, another around them."""
    hu = np.where(found.labels > 0, inside_hu, outside_hu).astype(np.int16)
    return Volume(hu, found.grid, padded)


def of_images(grid: Grid) -> Grid:
    """The same grid as if each of its slices were an image."""
    matrix = np.fliplr(np.diag(grid.spacing_mm[::-1]))
    whole = affine_of(np.eye(3), np.zeros(3)), affine_of(matrix, np.array(grid.origin_mm))
    return replace(grid, source=SourceImages(*whole, grid.shape))

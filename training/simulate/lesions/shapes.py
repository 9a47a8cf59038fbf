"""Painting in millimetres of the organ on the voxels of a tilted scan: borders run through voxels, in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import ndimage

Point = Sequence[float]
"""z, y, x in mm: to the head, to the back, to the patient's left."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Voxels of a scan, and where they lie in the organ.

    Attributes
    ----------
    spacing_mm
        Of the voxels, along k, j, i.
    shape
        Number of voxels along k, j, i.
    turn : array, shape (3, 3)
        From places in the scan, z, y, x from its middle, to places in the organ.
    middle
        Which place of the organ the middle of the scan is.
    """

    spacing_mm: tuple[float, float, float]
    shape: tuple[int, int, int]
    turn: np.ndarray
    middle: Point

    def places(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """z, y, x of all voxels in the organ, float32 [k, j, i] each."""
        k, j, i = self.axes()
        parts = [
            (row[0] * k + start)[:, None, None] + ((row[1] * j)[:, None] + row[2] * i)[None]
            for row, start in zip(self.turn.astype(np.float32), np.asarray(self.middle, np.float32))
        ]
        return parts[0], parts[1], parts[2]

    def axes(self) -> list[np.ndarray]:
        """Places in the scan along each axis, mm from its middle, float32."""
        return [
            ((np.arange(n) - (n - 1) / 2) * step).astype(np.float32) for n, step in zip(self.shape, self.spacing_mm)
        ]

    def around(self, centre: Point, reach_mm: float) -> tuple[slice, slice, slice]:
        """Voxels that hold everything within reach of a place of the organ."""
        scanned = np.linalg.solve(self.turn, np.subtract(centre, self.middle))
        wide = reach_mm * np.linalg.norm(np.linalg.inv(self.turn), 2)
        low, high = ((scanned + sign * wide) / self.spacing_mm + (np.array(self.shape) - 1) / 2 for sign in (-1, 1))
        k, j, i = (
            slice(max(0, int(np.floor(a))), max(0, min(n, int(np.ceil(b)) + 1)))
            for a, b, n in zip(low, high, self.shape)
        )
        return k, j, i

    @property
    def voxel_ml(self) -> float:
        """Volume of a voxel."""
        return float(np.prod(self.spacing_mm)) / 1000

    @property
    def edge_mm(self) -> float:
        """Width over which a border is drawn: that of a voxel, whichever way it runs."""
        return float(np.mean(self.spacing_mm))


def share(distance_mm: np.ndarray, edge_mm: float) -> np.ndarray:
    """Part of each voxel that lies inside, by the signed distance of its middle to the border (inside negative)."""
    return np.clip(0.5 - distance_mm / edge_mm, 0, 1)


def egg(places: Sequence[np.ndarray], centre: Point, upper: Point, lower: Point | None = None) -> np.ndarray:
    """Signed distance to an ellipsoid along the ray from its middle, mm, negative inside.

    Parameters
    ----------
    upper, lower
        Radii to the head, back and left, and to the feet, front and right; the same where not given.
    """
    squares = np.zeros((), np.float32)
    scaled = squares
    for n, place in enumerate(places):
        away = place - np.float32(centre[n])
        radius = np.float32(upper[n])
        part = away / radius if lower is None else np.where(away > 0, away / radius, away / np.float32(lower[n]))
        squares = squares + away * away
        scaled = scaled + part * part
    scaled = np.sqrt(np.maximum(scaled, 1e-6))
    return np.sqrt(squares) * (1 - 1 / scaled)


def smooth_union(first: np.ndarray, second: np.ndarray, width_mm: float) -> np.ndarray:
    """Distance to either of two shapes, with a rounded seam (the polynomial smooth minimum)."""
    near = np.clip(0.5 + 0.5 * (second - first) / width_mm, 0, 1)
    return second + (first - second) * near - width_mm * near * (1 - near)


def chain(places: Sequence[np.ndarray], points: Sequence[Point]) -> np.ndarray:
    """Signed distance to a tube along points of z, y, x, radius, mm: balls joined by cones."""
    best = np.full(np.shape(places[0]), 1e3, np.float32)
    for start, stop in pairwise(points):
        step = np.subtract(stop[:3], start[:3]).astype(np.float32)
        away = [place - np.float32(c) for place, c in zip(places, start)]
        along = np.clip(sum(a * s for a, s in zip(away, step)) / max(float(step @ step), 1e-6), 0, 1)
        off = np.sqrt(sum((a - along * s) ** 2 for a, s in zip(away, step)))
        best = np.minimum(best, off - (start[3] + (stop[3] - start[3]) * along))
    return best


class Grain:
    """Smooth noise of unit variance that can be asked anywhere, the same in all directions."""

    def __init__(self, size_mm: float, reach_mm: float, rng: np.random.Generator) -> None:
        self.step = size_mm / 1.6
        count = int(2 * reach_mm / self.step) + 6
        noise = ndimage.gaussian_filter(rng.standard_normal((count,) * 3).astype(np.float32), 1.6 / 1.4, mode="wrap")
        self.noise = noise / noise.std()

    def __call__(self, places: Sequence[np.ndarray]) -> np.ndarray:
        """Noise at places, float32; beyond its reach it repeats itself."""
        at = np.stack([place / np.float32(self.step) for place in places])
        return ndimage.map_coordinates(self.noise, at, order=1, mode="grid-wrap", output=np.float32)

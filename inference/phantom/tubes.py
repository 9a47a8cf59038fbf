"""Tubes: elliptical vessels, bones and strands drawn into a label volume along a curve."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from inference.triples import box_of

STEP_VOXELS = 0.6
"""Distance between painted cross-sections; under one voxel, so that no gap opens on a bend."""


@dataclass(frozen=True, slots=True)
class Tube:
    """A curve with an elliptical cross-section.

    Attributes
    ----------
    points
        Control points, shape (n, 3), voxel coordinates in array order (k, j, i).
    radius
        Radius of the circle of equal area at each control point, shape (n,), voxels.
    flattening
        Ratio of the long to the short semi-axis at each control point, shape (n,), at least 1.
    short_axis
        Wanted direction of the short semi-axis, shape (3,); its part across the curve is used.
    """

    points: np.ndarray
    radius: np.ndarray
    flattening: np.ndarray
    short_axis: np.ndarray

    def __post_init__(self) -> None:
        if len(self.points) < 2 or self.points.shape[1:] != (3,):
            raise ValueError(f"a tube needs at least two points of three coordinates, not {self.points.shape}")
        if len(self.radius) != len(self.points) or len(self.flattening) != len(self.points):
            raise ValueError("a tube needs one radius and one flattening for each point")


def tube(
    points: ArrayLike, radius: ArrayLike, flattening: ArrayLike = 1.0, short_axis: ArrayLike = (0.0, 1.0, 0.0)
) -> Tube:
    """Make a tube; scalars for radius and flattening hold along its whole length."""
    places = np.asarray(points, dtype=float)
    along = np.ones(len(places))
    return Tube(
        places,
        np.asarray(radius, dtype=float) * along,
        np.asarray(flattening, dtype=float) * along,
        np.asarray(short_axis, dtype=float),
    )


def resample_curve(points: np.ndarray, step: float) -> tuple[np.ndarray, np.ndarray]:
    """Walk a Catmull-Rom spline through the points at equal arc length.

    Parameters
    ----------
    points : array, shape (n, 3)
    step : float
        Wanted distance between samples, in the unit of the points.

    Returns
    -------
    samples : array, shape (m, 3)
    position : array, shape (m,)
        Where each sample lies among the control points, 0 to n - 1.
    """
    points = np.asarray(points, dtype=float)
    if len(points) == 2:
        fine_position = np.linspace(0, 1, 64)
        fine = points[0] + fine_position[:, None] * (points[1] - points[0])
    else:
        fine_position = np.linspace(0, len(points) - 1, 24 * (len(points) - 1) + 1)
        fine = _catmull_rom(points, fine_position)
    length = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(fine, axis=0), axis=1))])
    wanted = np.linspace(0, length[-1], max(2, int(np.ceil(length[-1] / step)) + 1))
    position = np.interp(wanted, length, fine_position)
    samples = np.stack([np.interp(wanted, length, fine[:, axis]) for axis in range(3)], axis=1)
    return samples, position


def _catmull_rom(points: np.ndarray, position: np.ndarray) -> np.ndarray:
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    segment = np.minimum(position.astype(int), len(points) - 2)
    t = (position - segment)[:, None]
    before, start, end, after = (padded[segment + offset] for offset in range(4))
    return 0.5 * (
        2 * start
        + (end - before) * t
        + (2 * before - 5 * start + 4 * end - after) * t**2
        + (3 * start - before - 3 * end + after) * t**3
    )


def inside_tube(shape: tuple[int, int, int], curve: Tube) -> tuple[tuple[slice, slice, slice], np.ndarray]:
    """Rasterise a tube.

    Returns
    -------
    box : three slices
        The part of the volume that the tube may touch (empty when it lies outside).
    mask : bool array
        Which voxels of that box lie inside.
    """
    samples, position = resample_curve(curve.points, STEP_VOXELS)
    order = np.arange(len(curve.points))
    radius = np.interp(position, order, curve.radius)
    flattening = np.maximum(1.0, np.interp(position, order, curve.flattening))
    long_axis = radius * np.sqrt(flattening)
    reach = float(long_axis.max()) + 1
    low = np.clip(np.floor(samples.min(axis=0) - reach).astype(int), 0, shape)
    high = np.clip(np.ceil(samples.max(axis=0) + reach).astype(int) + 1, 0, shape)
    box = box_of(slice(int(a), int(b)) for a, b in zip(low, high))
    mask = np.zeros(np.maximum(high - low, 0), dtype=bool)
    if mask.size:
        _paint_sections(mask, samples - low, radius / np.sqrt(flattening), long_axis, curve.short_axis)
    return box, mask


def axes_across(samples: np.ndarray, short_axis: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Directions of a tube at each of its samples.

    Parameters
    ----------
    samples : array, shape (n, 3)
        Places along the curve.
    short_axis : array, shape (3,)
        See :class:`Tube`.

    Returns
    -------
    along, short, across : arrays, shape (n, 3)
        Unit vectors: of the curve, of the short and of the long semi-axis.
    """
    along = np.gradient(samples, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    short = short_axis - along * (along @ short_axis)[:, None]
    length = np.linalg.norm(short, axis=1, keepdims=True)
    fallback = np.cross(along, (0.577, 0.577, -0.577))
    short = np.where(length > 0.15, short / np.maximum(length, 1e-9), fallback)
    short /= np.maximum(np.linalg.norm(short, axis=1, keepdims=True), 1e-9)
    return along, short, np.cross(along, short)


def _paint_sections(
    mask: np.ndarray, samples: np.ndarray, short_radius: np.ndarray, long_radius: np.ndarray, short_axis: np.ndarray
) -> None:
    # An ellipsoid with a blunt end: consecutive sections overlap into a smooth tube.
    radii = np.stack([short_radius, long_radius, np.maximum(short_radius, 1.0)], axis=1)
    along, short, across = axes_across(samples, short_axis)
    axes = np.stack([short, across, along], axis=1)
    # Half the edges of the smallest box round each ellipsoid; a hair more, as the sums below round otherwise.
    reach = np.sqrt(((axes * radii[..., None]) ** 2).sum(axis=1)) + 1e-6
    low = np.maximum(np.ceil(samples - reach).astype(int), 0)
    high = np.minimum(np.floor(samples + reach).astype(int) + 1, mask.shape)
    for n in np.flatnonzero((high > low).all(axis=1)):
        k, j, i = (np.arange(a, b) - c for a, b, c in zip(low[n], high[n], samples[n]))
        k, j, i = k[:, None, None], j[None, :, None], i[None, None, :]
        u, v, w = (k * axis[0] + j * axis[1] + i * axis[2] for axis in axes[n])
        for part, radius in zip((u, v, w), radii[n]):
            part /= radius
            part *= part
        u += v
        u += w
        mask[tuple(map(slice, low[n], high[n]))] |= u <= 1

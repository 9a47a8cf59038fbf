"""Surfaces of vessels and of the bone around them, as points with normals; Qt-free.

A point lies in every voxel that the surface passes through, moved along the gradient onto the surface itself: the
steps of the voxels vanish, and no triangles are needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from inference.triples import Box
    from inference.volume import Grid, Volume

VESSEL_STEP_MM, BONE_STEP_MM = 0.8, 1.3
BONE_HU = 200.0
BONE_MARGIN_MM = 50.0
"""How far around the vessels bone is shown."""
MOST_BONE = 40_000
"""Points of bone that can still be turned at 30 pictures a second; where there are more they are taken coarser."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """Points on a surface.

    Attributes
    ----------
    points
        LPS mm, float32 (n, 3).
    normals
        Unit vectors that point outwards, float32 (n, 3).
    step_mm
        Distance between neighbours.
    """

    points: np.ndarray
    normals: np.ndarray
    step_mm: float


def vessel_cloud(labels: np.ndarray, grid: Grid, box: Box, value: int) -> Cloud | None:
    """The surface of one label; None where it has none."""
    from desktop.masks.boxes import bounds

    found = bounds(labels[box] == value)
    if found is None:
        return None
    part = tuple(
        slice(max(0, whole.start + side.start - 2), min(length, whole.start + side.stop + 2))
        for whole, side, length in zip(box, found, grid.shape)
    )
    field, fine = _field((labels[part] == value).astype("float32"), grid.part(part), VESSEL_STEP_MM, 0.0)
    return _surface(_blurred(_blurred(field)), fine, 0.5)


def bone_cloud(volume: Volume, box: Box) -> Cloud | None:
    """Bone around a part of the scan; None where there is none."""
    part = tuple(
        slice(max(0, side.start - int(BONE_MARGIN_MM / step)), min(length, side.stop + int(BONE_MARGIN_MM / step)))
        for side, step, length in zip(box, volume.grid.spacing_mm, volume.grid.shape)
    )
    step_mm = BONE_STEP_MM
    while True:
        field, coarse = _field(volume.hu[part], volume.grid.part(part), step_mm, -1000.0)
        cloud = _surface(field, coarse, BONE_HU)
        if cloud is None or len(cloud.points) <= MOST_BONE:
            return cloud
        step_mm *= max(1.1, (len(cloud.points) / MOST_BONE) ** 0.5)


def used_box(labels: np.ndarray, box: Box) -> Box | None:
    """The part of a scan that holds any label."""
    from desktop.masks.boxes import bounds

    found = bounds(labels[box] > 0)
    if found is None:
        return None
    return tuple(slice(whole.start + side.start, whole.start + side.stop) for whole, side in zip(box, found))


def _field(array: np.ndarray, grid: Grid, step_mm: float, outside: float) -> tuple[np.ndarray, Grid]:
    """The values on cubes, with a rim of what lies outside."""
    import numpy as np

    from inference.resample import axis_weights, resample
    from inference.volume import Grid

    counts = [max(1, round(length / step_mm)) for length in grid.size_mm]
    starts = [
        low - step / 2 + (length - (count - 1) * step_mm) / 2
        for low, step, length, count in zip(grid.origin_mm[::-1], grid.spacing_mm, grid.size_mm, counts)
    ]
    weights = tuple(
        axis_weights(n, low, step, start + step_mm * np.arange(count), step_mm)
        for n, low, step, start, count in zip(grid.shape, grid.origin_mm[::-1], grid.spacing_mm, starts, counts)
    )
    field = np.pad(resample(array, weights, outside), 1, constant_values=outside)
    origin = tuple(start - step_mm for start in starts[::-1])
    return field, Grid(origin, (step_mm,) * 3, field.shape)


def _blurred(field: np.ndarray) -> np.ndarray:
    """A binomial filter, which gives a mask a gradient."""
    import numpy as np

    for axis in range(3):
        field = np.moveaxis(field, axis, 0)
        inner = 0.5 * field[1:-1] + 0.25 * (field[:-2] + field[2:])
        field = np.moveaxis(np.concatenate([field[:1], inner, field[-1:]]), 0, axis)
    return field


def _surface(field: np.ndarray, grid: Grid, level: float) -> Cloud | None:
    """Points where a field falls through a level."""
    import numpy as np

    inside = field > level
    at_edge = np.zeros_like(inside)
    for axis in range(3):
        a, b = (tuple(s if n == axis else slice(None) for n in range(3)) for s in (slice(1, None), slice(None, -1)))
        crossed = inside[a] != inside[b]
        at_edge[a] |= crossed & inside[a]
        at_edge[b] |= crossed & inside[b]
    index = np.argwhere(at_edge)
    if not len(index):
        return None
    gradient = np.stack([_slope(field, index, axis) for axis in range(3)], axis=1)
    steep = np.maximum(np.linalg.norm(gradient, axis=1, keepdims=True), 1e-6)
    # Newton's step onto the level, at most the way to the next voxel.
    off = (level - field[tuple(index.T)])[:, None] / steep
    places = index + np.clip(off, -1.0, 1.0) * gradient / steep
    points = grid.to_patient(places).astype(np.float32)
    normals = (-gradient / steep)[:, ::-1].astype(np.float32)
    return Cloud(np.ascontiguousarray(points), np.ascontiguousarray(normals), grid.spacing_mm[0])


def _slope(field: np.ndarray, index: np.ndarray, axis: int) -> np.ndarray:
    import numpy as np

    step = np.zeros(3, int)
    step[axis] = 1
    last = np.array(field.shape) - 1
    after, before = np.minimum(index + step, last), np.maximum(index - step, 0)
    return (field[tuple(after.T)] - field[tuple(before.T)]) / 2


def middle_of(clouds: Sequence[Cloud]) -> tuple[np.ndarray, float]:
    """Middle of the box around all points, and the radius of the ball that it fills, mm."""
    import numpy as np

    points = np.concatenate([cloud.points for cloud in clouds])
    low, high = points.min(axis=0), points.max(axis=0)
    return (low + high) / 2, float(np.linalg.norm(high - low)) / 2

"""Putting a mask on the grid of its images: by turning it, never by resampling it.

A label lies on a voxel or it does not. A mask whose voxels are not those of the images was made on others, and is
refused; one whose axes merely run the other way, as those of most converters do, is turned.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from inference.errors import InputError
from inference.triples import Box, Shape, box_of
from inference.volume import Grid

CORNER_PART = 0.5
"""Part of a voxel by which a corner may miss its place: what reading the series itself allows a slightly oblique stack
(:data:`inference.dicom.placing.ALIGNED_PART`); beyond it the label would belong to the neighbouring voxel."""
SHIFT_PART = 0.1
"""Part of a voxel from which a shift is worth a warning: positions are rounded to 0.1 mm, voxels are about 1 mm."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the voxels of an array lie.

    Attributes
    ----------
    shape
        Along the array's own axes.
    matrix
        LPS vectors of one step along each array axis, as columns, mm; shape (3, 3).
    origin_mm
        LPS position of voxel (0, 0, 0), shape (3,).
    """

    shape: Shape
    matrix: np.ndarray
    origin_mm: np.ndarray


@dataclass(frozen=True, slots=True)
class Placement:
    """How an array is turned and where on the grid it then lies.

    Attributes
    ----------
    axes
        The array axis that runs along k, j and i.
    flipped
        Whether it runs against k, j and i.
    box
        Part of the grid that it covers.
    missed
        Part of a voxel by which the worst corner misses its place.
    """

    axes: Shape
    flipped: tuple[bool, bool, bool]
    box: Box
    missed: float

    def turned(self, array: np.ndarray) -> np.ndarray:
        """The array as it lies in :attr:`box`."""
        return array.transpose(self.axes)[tuple(slice(None, None, -1 if back else 1) for back in self.flipped)]


def placement(path: Path, frame: Frame, grid: Grid, part_allowed: bool = False) -> Placement:
    """Find how a mask lies on a grid.

    Parameters
    ----------
    path
        Of the mask, for the error.
    part_allowed
        Whether it may cover a part of the grid only, as formats do that leave out what is empty.

    Raises
    ------
    InputError
        ``mask.tilted``, ``mask.spacing``, ``mask.shape``, ``mask.outside`` or ``mask.off-grid``, with the numbers that
        differ: its voxels are not voxels of the grid.
    """
    spacing = np.asarray(grid.spacing_mm)
    # Steps along the array's axes in voxels of the grid: rows k, j, i.
    steps = frame.matrix[::-1] / spacing[:, None]
    if not (np.isfinite(steps).all() and np.isfinite(frame.origin_mm).all() and np.abs(steps).max(axis=0).all()):
        raise InputError("mask.no-place", path=str(path))
    along = np.abs(steps).argmax(axis=0)
    # Voxels of the grid by which each array axis leaves the axis it runs along, from end to end.
    sideways = np.abs(steps) * (np.array(frame.shape) - 1)
    sideways[along, [0, 1, 2]] = 0
    if len(set(along)) < 3 or sideways.sum(axis=1).max() > CORNER_PART:
        raise InputError("mask.tilted", path=str(path), degrees=_tilt_deg(frame.matrix))
    first_axis, second_axis, third_axis = (int(np.flatnonzero(along == target)[0]) for target in range(3))
    axes = (first_axis, second_axis, third_axis)
    main = steps[[0, 1, 2], list(axes)]
    shape = tuple(frame.shape[axis] for axis in axes)
    _check_spacing(path, main, shape, spacing)
    start = grid.to_index(frame.origin_mm)
    lowest = start + np.minimum(np.sign(main) * (np.array(shape) - 1), 0)
    first = np.rint(lowest).astype(int)
    missed = _worst_corner(frame, axes, steps, start, first, main < 0)
    last = first + shape
    _check_extent(path, first, last, shape, grid, part_allowed)
    if missed > CORNER_PART:
        raise InputError("mask.off-grid", path=str(path), voxels=missed)
    box = box_of(slice(int(low), int(high)) for low, high in zip(first, last))
    down, back, side = (bool(step < 0) for step in main)
    return Placement(axes, (down, back, side), box, float(missed))


def by_spacing(values: tuple[float, ...] | np.ndarray) -> str:
    """Distances between voxels as the errors write them."""
    return " x ".join(f"{mm:.4g}" for mm in values)


def _tilt_deg(matrix: np.ndarray) -> float:
    """The largest angle between an axis of a mask and the axis of the patient that is nearest to it."""
    cosines = np.abs(matrix).max(axis=0) / np.linalg.norm(matrix, axis=0)
    return float(np.degrees(np.arccos(np.clip(cosines, 0, 1))).max())


def _check_spacing(path: Path, main: np.ndarray, shape: tuple[int, ...], spacing: np.ndarray) -> None:
    drift = np.abs(np.abs(main) - 1) * (np.array(shape) - 1)
    if np.any(drift > CORNER_PART):
        found, wanted = by_spacing(np.abs(main) * spacing), by_spacing(spacing)
        raise InputError("mask.spacing", path=str(path), found=found, wanted=wanted)


def _worst_corner(
    frame: Frame, axes: Shape, steps: np.ndarray, start: np.ndarray, first: np.ndarray, back: np.ndarray
) -> float:
    """Part of a voxel by which the corners miss the voxels they are taken for."""
    corners = np.array(list(product(*((0, count - 1) for count in frame.shape))))
    index = start + corners @ steps.T
    turned, counts = corners[:, axes], np.array(frame.shape)[list(axes)]
    meant = first + np.where(back, counts - 1 - turned, turned)
    return float(np.abs(index - meant).max())


def _check_extent(
    path: Path, first: np.ndarray, last: np.ndarray, shape: tuple[int, ...], grid: Grid, part_allowed: bool
) -> None:
    if not part_allowed and shape != grid.shape:
        found, wanted = (" x ".join(map(str, counts)) for counts in (shape, grid.shape))
        raise InputError("mask.shape", path=str(path), found=found, wanted=wanted)
    if np.any(first < 0) or np.any(last > grid.shape):
        beyond_mm = np.maximum(-first, last - grid.shape) * grid.spacing_mm
        raise InputError("mask.outside", path=str(path), mm=float(beyond_mm.max()))

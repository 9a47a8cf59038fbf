"""Putting a mask on the grid of its series: by turning it, never by resampling it.

A label lies on a voxel or it does not. A mask whose voxels are not those of the series was made on another image, and
is refused; one whose axes merely run the other way, as those of most converters do, is turned.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from inference.volume import Grid
from training.wording import worded

CORNER_PART = 0.5
"""Part of a voxel by which a corner may miss its place: what reading the series itself allows a slightly oblique stack
(:data:`inference.dicom.placing.ALIGNED_PART`); beyond it the label would belong to the neighbouring voxel."""
SHIFT_PART = 0.1
"""Part of a voxel from which a shift is worth a warning: positions are rounded to 0.1 mm, voxels are about 1 mm."""


class GeometryError(ValueError):
    """A mask that does not lie on the grid; the message is the end of a sentence about the mask."""


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

    shape: tuple[int, int, int]
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

    axes: tuple[int, int, int]
    flipped: tuple[bool, bool, bool]
    box: tuple[slice, slice, slice]
    missed: float

    def place(self, array: np.ndarray, shape: tuple[int, int, int]) -> np.ndarray:
        """The array on a grid of that shape, zero elsewhere."""
        turned = array.transpose(self.axes)[tuple(slice(None, None, -1 if back else 1) for back in self.flipped)]
        if turned.shape == shape:
            return np.ascontiguousarray(turned)
        result = np.zeros(shape, array.dtype)
        result[self.box] = turned
        return result


def placement(frame: Frame, grid: Grid, part_allowed: bool = False) -> Placement:
    """Find how a mask lies on a grid.

    Parameters
    ----------
    part_allowed
        Whether it may cover a part of the grid only, as formats do that leave out empty slices.

    Raises
    ------
    GeometryError
        When its voxels are not voxels of the grid.
    """
    spacing = np.asarray(grid.spacing_mm)
    # Steps along the array's axes in voxels of the grid: rows k, j, i.
    steps = frame.matrix[::-1] / spacing[:, None]
    along = np.abs(steps).argmax(axis=0)
    # Voxels of the grid by which each array axis leaves the axis it runs along, from end to end.
    sideways = np.abs(steps) * (np.array(frame.shape) - 1)
    sideways[along, [0, 1, 2]] = 0
    if len(set(along)) < 3 or sideways.sum(axis=1).max() > CORNER_PART:
        raise GeometryError(worded("factory.file.tilted"))
    axes = tuple(int(np.flatnonzero(along == target)[0]) for target in range(3))
    main = steps[[0, 1, 2], list(axes)]
    shape = tuple(frame.shape[axis] for axis in axes)
    _check_spacing(main, shape, spacing)
    start = grid.to_index(frame.origin_mm)
    lowest = start + np.minimum(np.sign(main) * (np.array(shape) - 1), 0)
    first = np.rint(lowest).astype(int)
    missed = _worst_corner(frame, axes, steps, start, first, main < 0)
    last = first + shape
    _check_extent(first, last, shape, grid, part_allowed)
    if missed > CORNER_PART:
        raise GeometryError(worded("factory.file.off-grid", voxels=missed))
    box = tuple(slice(int(low), int(high)) for low, high in zip(first, last))
    return Placement(axes, tuple(bool(step < 0) for step in main), box, float(missed))


def _check_spacing(main: np.ndarray, shape: tuple[int, ...], spacing: np.ndarray) -> None:
    drift = np.abs(np.abs(main) - 1) * (np.array(shape) - 1)
    if np.any(drift > CORNER_PART):
        found, wanted = (" x ".join(f"{mm:.4g}" for mm in values) for values in (np.abs(main) * spacing, spacing))
        raise GeometryError(worded("factory.file.spacing", found=found, wanted=wanted))


def _worst_corner(frame: Frame, axes, steps: np.ndarray, start: np.ndarray, first: np.ndarray, back: np.ndarray):
    """Part of a voxel by which the corners miss the voxels they are taken for."""
    worst = 0.0
    for corner in product(*((0, count - 1) for count in frame.shape)):
        index = start + steps @ np.array(corner)
        turned = np.array([corner[axis] for axis in axes])
        counts = np.array([frame.shape[axis] for axis in axes])
        meant = first + np.where(back, counts - 1 - turned, turned)
        worst = max(worst, float(np.abs(index - meant).max()))
    return worst


def _check_extent(first: np.ndarray, last: np.ndarray, shape, grid: Grid, part_allowed: bool) -> None:
    if not part_allowed and shape != grid.shape:
        found, wanted = (" x ".join(map(str, counts)) for counts in (shape, grid.shape))
        raise GeometryError(worded("factory.file.shape", found=found, wanted=wanted))
    if np.any(first < 0) or np.any(last > grid.shape):
        beyond_mm = np.maximum(-first, last - grid.shape).max() * max(grid.spacing_mm)
        raise GeometryError(worded("factory.file.outside", mm=float(beyond_mm)))

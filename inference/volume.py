"""A CT volume: Hounsfield units on a regular grid in patient space."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.triples import Box, shape_of, triple


@dataclass(frozen=True, slots=True)
class Grid:
    """Where voxels lie in the patient, apart from what they hold.

    The axes of every grid the program works on are parallel to the patient's: k runs to the head, j to the back and i
    to the patient's left (LPS). Tilted and oblique acquisitions are resampled to such a grid when they are read.

    Attributes
    ----------
    origin_mm
        LPS position (x, y, z) of the centre of voxel (0, 0, 0).
    spacing_mm
        Distance between voxel centres along k, j, i.
    shape
        Number of voxels along k, j, i.
    """

    origin_mm: tuple[float, float, float]
    spacing_mm: tuple[float, float, float]
    shape: tuple[int, int, int]

    @property
    def size_mm(self) -> tuple[float, float, float]:
        """Extent along k, j, i, voxel edges included."""
        return triple(n * step for n, step in zip(self.shape, self.spacing_mm))

    @property
    def voxel_ml(self) -> float:
        """Volume of one voxel, mL."""
        return float(np.prod(self.spacing_mm)) / 1000

    def places_mm(self, axis: int) -> np.ndarray:
        """Patient coordinates of the voxel centres along an array axis (0 is k, that is z)."""
        return self.origin_mm[2 - axis] + self.spacing_mm[axis] * np.arange(self.shape[axis])

    def to_patient(self, index: np.ndarray) -> np.ndarray:
        """LPS positions (n, 3) of array indices (n, 3) in k, j, i order."""
        return np.asarray(self.origin_mm) + (np.asarray(index) * self.spacing_mm)[..., ::-1]

    def to_index(self, position_mm: np.ndarray) -> np.ndarray:
        """Fractional array indices (n, 3) in k, j, i order of LPS positions (n, 3)."""
        return (np.asarray(position_mm) - self.origin_mm)[..., ::-1] / self.spacing_mm

    def part(self, box: Box) -> Grid:
        """The grid of ``array[box]``; slices have a start and a stop and no step."""
        start = np.array([s.start for s in box])
        return Grid(
            triple(self.to_patient(start)),
            self.spacing_mm,
            shape_of(s.stop - s.start for s in box),
        )


@dataclass(frozen=True, slots=True)
class Volume:
    """Hounsfield units on a grid.

    Attributes
    ----------
    hu
        int16 array [k, j, i]; float32 for maps in finer units, such as iodine in mg/mL.
    grid
        Where the voxels lie.
    padded
        HU value that marks places outside the scanned field of view, or None.
    unit
        Of the values, empty where it is not known (MR).
    """

    hu: np.ndarray
    grid: Grid
    padded: int | None = None
    unit: str = "HU"

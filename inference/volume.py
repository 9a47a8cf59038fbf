"""A CT volume: Hounsfield units on a regular grid in patient space, and the way back to the images it was read from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from inference.errors import InputError
from inference.triples import Box, Shape, box_of, shape_of, triple

Row = tuple[float, float, float, float]
Affine = tuple[Row, Row, Row]
"""From three coordinates and 1 to three others."""


def affine_of(matrix: np.ndarray, start: np.ndarray) -> Affine:
    """Plain numbers of a matrix (3, 3) and of where zero leads to."""
    first, second, third = ((*triple(row), float(place)) for row, place in zip(matrix, start, strict=True))
    return first, second, third


@dataclass(frozen=True, slots=True)
class SourceImages:
    """The images that a grid was made from, and where its voxels lie in them.

    Images stand at places of a regular stack, which a grid samples: turned only, and its voxels are the pixels
    themselves; or resampled, where the stack is tilted, oblique or unevenly spaced.

    Attributes
    ----------
    to_source
        From indices (k, j, i) of the grid to place, row and column in the stack, all counted from 0: whole numbers
        where the grid was turned only.
    to_patient
        From place, row and column to LPS, mm (PS3.3 section C.7.6.2.1.1): exact, also where the axes of the stack are
        not quite the patient's and the program works on as if they were.
    shape
        Places, rows and columns of the stack.
    places
        The place of each image that was read, ascending: fractions where they are unevenly spaced, and gaps where
        images are missing. Empty: one image at each.
    """

    to_source: Affine
    to_patient: Affine
    shape: Shape
    places: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        for affine in (self.to_source, self.to_patient):
            if not np.isfinite(affine).all() or not np.linalg.det(np.array(affine)[:, :3]):
                raise ValueError("an affine that leads nowhere or not back")

    def of_part(self, start: Shape) -> SourceImages:
        """The same for the part of the grid that begins at this voxel."""
        matrix = np.array(self.to_source)
        return replace(self, to_source=affine_of(matrix[:, :3], matrix @ [*start, 1]))


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
    source
        Of images that were read; None for what was drawn or kept without it. It makes no difference between two grids.
    """

    origin_mm: tuple[float, float, float]
    spacing_mm: tuple[float, float, float]
    shape: tuple[int, int, int]
    source: SourceImages | None = field(default=None, compare=False, repr=False)

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

    @property
    def affine(self) -> np.ndarray:
        """From (k, j, i, 1) to (x, y, z, 1), LPS mm; shape (4, 4).

        For what leaves the program. Of images it is exact; :meth:`to_patient` takes the axes of a stack that is oblique
        by less than half a voxel at its corners for those of the patient.
        """
        if self.source is not None:
            return _square(self.source.to_patient) @ _square(self.source.to_source)
        affine = np.eye(4)
        affine[:3, :3] = np.fliplr(np.diag(self.spacing_mm[::-1]))
        affine[:3, 3] = self.origin_mm
        return affine

    def to_source(self, index: np.ndarray) -> np.ndarray:
        """Place, row and column (n, 3) in the stack of images of array indices (n, 3) in k, j, i order.

        Raises
        ------
        ValueError
            For a grid that was not made from images.
        """
        return _applied(self._way(), index)

    def from_source(self, place: np.ndarray) -> np.ndarray:
        """Fractional array indices (n, 3) in k, j, i order of places, rows and columns (n, 3); the way back."""
        return _applied(np.linalg.inv(self._way()), place)

    def _way(self) -> np.ndarray:
        if self.source is None:
            raise ValueError("no images lie behind this grid")
        return _square(self.source.to_source)

    def part(self, box: Box) -> Grid:
        """The grid of ``array[box]``; slices have a start and a stop and no step."""
        start = shape_of(s.start for s in box)
        return Grid(
            triple(self.to_patient(np.array(start))),
            self.spacing_mm,
            shape_of(s.stop - s.start for s in box),
            self.source and self.source.of_part(start),
        )

    def box(self, part: Grid) -> Box:
        """The part of an array on this grid that a part of it covers; the way back from :meth:`part`."""
        start = np.rint(self.to_index(np.array(part.origin_mm))).astype(int).tolist()
        return box_of(slice(first, first + count) for first, count in zip(start, part.shape))


def _square(affine: Affine) -> np.ndarray:
    return np.array((*affine, (0.0, 0.0, 0.0, 1.0)))


def _applied(affine: np.ndarray, points: np.ndarray) -> np.ndarray:
    return np.asarray(points) @ affine[:3, :3].T + affine[:3, 3]


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

    def at(self, box: Box) -> np.ndarray:
        """The values in a part of the grid; of a volume most of which was let go, that is all that is touched."""
        return self.hu[box]


class PartAtHand(Volume):
    """A volume of which one part is held, and the whole read again where more is asked for.

    Parameters
    ----------
    whole
        Its values outside of the box are not kept.
    read_again
        Gives the same volume once more.
    name
        Of what is read, for messages.
    """

    __slots__ = ("_box", "_held", "_name", "_read_again")
    _box: Box
    _held: np.ndarray
    _name: str
    _read_again: Callable[[], Volume]

    def __init__(self, whole: Volume, box: Box, read_again: Callable[[], Volume], name: str) -> None:
        own: dict[str, object] = {"grid": whole.grid, "padded": whole.padded, "unit": whole.unit}
        own |= {"_box": box, "_held": whole.at(box).copy(), "_read_again": read_again, "_name": name}
        for attribute, value in own.items():
            object.__setattr__(self, attribute, value)

    @property
    def hu(self) -> np.ndarray:
        """All values.

        Raises
        ------
        InputError
            ``dicom.changed`` where what is read now is not what was read before; and as of reading.
        """
        if self._held.shape != self.grid.shape:
            values = self._read_again().hu
            if values.shape != self.grid.shape or not np.array_equal(values[self._box], self._held):
                raise InputError("dicom.changed", path=self._name)
            object.__setattr__(self, "_held", values)
            object.__setattr__(self, "_box", box_of(slice(0, count) for count in self.grid.shape))
        return self._held

    def at(self, box: Box) -> np.ndarray:
        """See :class:`Volume`."""
        inside = all(own.start <= part.start and part.stop <= own.stop for own, part in zip(self._box, box))
        if not inside:
            return self.hu[box]
        return self._held[tuple(slice(p.start - o.start, p.stop - o.start) for o, p in zip(self._box, box))]

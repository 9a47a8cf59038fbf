"""The three planes of a scan as radiologists look at them, and the way between patient and picture.

A picture is measured in millimetres from its upper left corner, x to the right and y down. The patient's right is on
the left of axial and coronal pictures, the front on the left of sagittal ones, and the head is up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inference.volume import Grid

Point = tuple[float, float]
Position = tuple[float, float, float]
"""LPS, mm."""

ENDS = (("R", "L"), ("A", "P"), ("F", "H"))
"""Letters of the two ends of the patient axes x, y and z (DICOM PS3.3 C.7.6.1.1.1)."""


@dataclass(frozen=True, slots=True)
class Plane:
    """One of the three planes.

    Attributes
    ----------
    axis
        Array axis across the plane; its slices are scrolled.
    down, across
        Array axes down and across the picture.
    upwards
        Whether ``down`` runs against the array, so that the head is up.
    """

    name: str
    axis: int
    down: int
    across: int
    upwards: bool

    @property
    def letters(self) -> tuple[str, str, str, str]:
        """What the left, right, upper and lower edge face."""
        left, right = ENDS[2 - self.across]
        top, bottom = ENDS[2 - self.down][:: -1 if self.upwards else 1]
        return left, right, top, bottom


AXIAL = Plane("axial", 0, 1, 2, False)
CORONAL = Plane("coronal", 1, 0, 2, True)
SAGITTAL = Plane("sagittal", 2, 0, 1, True)
PLANES = {plane.name: plane for plane in (AXIAL, CORONAL, SAGITTAL)}


def size_mm(plane: Plane, grid: Grid) -> Point:
    """Width and height of a picture."""
    return grid.size_mm[plane.across], grid.size_mm[plane.down]


def pixel_mm(plane: Plane, grid: Grid) -> Point:
    """Width and height of a pixel."""
    return grid.spacing_mm[plane.across], grid.spacing_mm[plane.down]


def slice_of(plane: Plane, grid: Grid, position_mm: Sequence[float]) -> int:
    """The slice nearest to a position; the first or the last one where it lies outside."""
    place = (position_mm[2 - plane.axis] - grid.origin_mm[2 - plane.axis]) / grid.spacing_mm[plane.axis]
    return min(max(floor(place + 0.5), 0), grid.shape[plane.axis] - 1)


def slice_mm(plane: Plane, grid: Grid, number: int) -> float:
    """Patient coordinate of a slice along the axis across the plane."""
    return grid.origin_mm[2 - plane.axis] + number * grid.spacing_mm[plane.axis]


def to_picture(plane: Plane, grid: Grid, position_mm: Sequence[float]) -> Point:
    """Where a position is seen."""
    x = position_mm[2 - plane.across] - grid.origin_mm[2 - plane.across] + grid.spacing_mm[plane.across] / 2
    y = position_mm[2 - plane.down] - grid.origin_mm[2 - plane.down] + grid.spacing_mm[plane.down] / 2
    return x, (grid.size_mm[plane.down] - y if plane.upwards else y)


def to_patient(plane: Plane, grid: Grid, point: Point, number: int) -> Position:
    """The position seen at a point of the picture of a slice."""
    x, y = point
    if plane.upwards:
        y = grid.size_mm[plane.down] - y
    place = [0.0, 0.0, 0.0]
    place[2 - plane.across] = grid.origin_mm[2 - plane.across] + x - grid.spacing_mm[plane.across] / 2
    place[2 - plane.down] = grid.origin_mm[2 - plane.down] + y - grid.spacing_mm[plane.down] / 2
    place[2 - plane.axis] = slice_mm(plane, grid, number)
    return tuple(place)


def pixel_of(plane: Plane, grid: Grid, point: Point) -> tuple[int, int] | None:
    """Row and column of the picture at a point; None beside it."""
    width, height = pixel_mm(plane, grid)
    row, column = int(point[1] // height), int(point[0] // width)
    inside = 0 <= row < grid.shape[plane.down] and 0 <= column < grid.shape[plane.across]
    return (row, column) if inside else None


def inside(grid: Grid, position_mm: Sequence[float]) -> Position:
    """The nearest position within the outermost voxel centres."""
    nearest = []
    for axis, mm in zip((2, 1, 0), position_mm):
        low = grid.origin_mm[2 - axis]
        nearest.append(float(min(max(mm, low), low + (grid.shape[axis] - 1) * grid.spacing_mm[axis])))
    return tuple(nearest)


def lettered(axis: int, mm: float) -> str:
    """A patient coordinate (0 is x) with the letter of the side it lies on, as ``R 12.5``."""
    rounded = round(mm, 1)
    return f"{ENDS[axis][rounded > 0]} {abs(rounded):.1f}"

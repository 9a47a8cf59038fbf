"""How the slices of a series lie in space: plain values, derived from their positions alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a stack where slices are missing.

    Attributes
    ----------
    behind
        Index of the first slice behind the gap.
    from_mm, to_mm
        Distance along the normal of the slices before and behind it.
    count
        How many slices are missing.
    """

    behind: int
    from_mm: float
    to_mm: float
    count: int


@dataclass(frozen=True, slots=True)
class Stack:
    """How the slices of a series lie in space, derived from their positions.

    Attributes
    ----------
    row, column
        Unit vectors (LPS) along which the column and the row index grow (Image Orientation Patient).
    normal
        Their cross product: slices are ordered along it.
    step_mm
        LPS vector from one slice to the next; not parallel to the normal where the gantry was tilted.
    spacing_mm
        Distance of neighbouring slices along the normal: the typical one where they differ; 0 for a single place.
    places
        Index of each slice on a regular grid of that step; gaps in the numbers are missing slices, and fractions tell
        of uneven spacing.
    gaps
        Where slices are missing.
    even
        Whether every slice lies on the grid.
    straight
        Whether all positions lie on one line; if not, no volume can be built.
    tilt_deg
        Angle between step and normal about the row direction: positive where the slices lean backwards (their back
        edge toward the feet).
    plane
        ``axial``, ``coronal``, ``sagittal`` or ``oblique``.
    obliquity_deg
        Largest angle between an axis of the images and the nearest patient axis.
    rounded
        Whether the positions were rounded so coarsely that the spacing had to be found from all of them together.
    """

    row: tuple[float, float, float]
    column: tuple[float, float, float]
    normal: tuple[float, float, float]
    step_mm: tuple[float, float, float]
    spacing_mm: float
    places: tuple[float, ...]
    gaps: tuple[Gap, ...]
    even: bool
    straight: bool
    tilt_deg: float
    plane: str
    obliquity_deg: float
    rounded: bool = False

    @property
    def missing(self) -> int:
        """Number of missing slices."""
        return sum(gap.count for gap in self.gaps)

"""Where slices lie: order, spacing, gaps, tilt and plane, derived from Image Position and Orientation (Patient) alone.

File names, Slice Location and Gantry/Detector Tilt are not looked at: they are conventions of scanners, the position
and orientation are geometry (PS3.3 section C.7.6.2.1.1). Instance numbers are heard where positions are rounded so
coarsely that they cannot tell a wide step from a missing slice.
"""

from __future__ import annotations

from itertools import groupby
from math import acos, atan2, degrees

import numpy as np

from inference.dicom.stack import Gap, Stack
from inference.triples import triple

UNIT_TOLERANCE = 0.02
"""Departure from length 1 and from a right angle that direction cosines may have: some are written with 2 digits."""

SAME_PLACE_MM = 0.01
"""Slices closer than this are at one place; the thinnest CT slices are 0.1 mm apart."""

CLOSE_MM = 0.3
"""Slices that lie closer than this, where all other distances are several times as wide, are at one place as well:
two passes whose table did not come back to the very same place."""

CLOSE_FACTOR = 8.0
"""How many times as wide the next wider distance then is."""

EVEN_PART = 0.1
"""Part of the spacing by which a slice may miss the regular grid; a tenth of a slice cannot be seen."""

EVEN_MM = 0.06
"""Distance by which it may miss in any case: positions are often rounded to 0.1 mm."""

NEW_SPACING_RUN = 3
"""Equal wide gaps in a row that are a change of spacing; fewer are missing slices."""

LONE_GAP = 1.8
"""How many times as wide as both neighbours a gap is to be a hole in an unevenly spaced stack."""

COARSE_MM = (1.0, 0.5)
"""Steps to which some writers round positions, and which hide where slices of other distances lie."""

FEW_WIDE = 3
"""Wide steps from which rounded positions prove a spacing between two roundings; fewer may be missing slices."""

SPARSE = 3
"""Places for each slice from which a regular grid explains nothing any more."""

STRAIGHT_PART = 0.5
"""Part of a pixel by which positions may leave the common line, and a straight stack may drift from end to end."""

OBLIQUE_DEG = 35.0
"""Planes further than this from a patient axis are oblique; gantries tilt to 30 degrees."""

ACROSS = 1e-6
"""Component along an axis below which a vector lies across it: what arithmetic leaves behind has no direction."""

MAX_POSITION_MM = 1e5
"""Coordinates beyond 100 m are nonsense, not places in a scanner."""

PLANES = ("sagittal", "coronal", "axial")


def unit_axes(orientation: tuple[float, ...]) -> np.ndarray | None:
    """Row, column and normal as unit vectors, shape (3, 3), or None if the cosines contradict themselves."""
    row, column = np.asarray(orientation[:3]), np.asarray(orientation[3:])
    lengths = np.linalg.norm(row), np.linalg.norm(column)
    if max(abs(length - 1) for length in lengths) > UNIT_TOLERANCE:
        return None
    row, column = row / lengths[0], column / lengths[1]
    if abs(row @ column) > UNIT_TOLERANCE:
        return None
    column = column - (row @ column) * row
    column /= np.linalg.norm(column)
    return np.stack([row, column, np.cross(row, column)])


def order_along_normal(positions_mm: np.ndarray, normal: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sort slices and find those that share a place.

    Parameters
    ----------
    positions_mm : array, shape (n, 3)
    normal : array, shape (3,)

    Returns
    -------
    kept, dropped : integer arrays
        Indices of one slice for each place in ascending order, and of the others; of slices that share a place the
        first given is kept.
    """
    distance = positions_mm @ normal
    order = np.argsort(distance, kind="stable")
    gaps = np.diff(distance[order])
    first = np.flatnonzero(np.concatenate([[True], gaps > _same_place_mm(gaps)]))
    kept = np.minimum.reduceat(order, first)
    return kept, np.setdiff1d(order, kept)


def _same_place_mm(gaps: np.ndarray) -> float:
    """Distance up to which slices are at one place: the usual one, or what sets two passes apart from each other."""
    apart = np.sort(gaps[gaps > SAME_PLACE_MM])
    jumps = np.flatnonzero((apart[1:] > CLOSE_FACTOR * apart[:-1]) & (apart[:-1] < CLOSE_MM))
    if not len(jumps):
        return SAME_PLACE_MM
    close = int(jumps[0]) + 1
    # One hole in a stack of very thin slices is no proof that these are pairs.
    return float(apart[close - 1]) if len(apart) - close > max(1, close // 9) else SAME_PLACE_MM


def describe(
    positions_mm: np.ndarray,
    axes: np.ndarray,
    pixel_spacing_mm: tuple[float, float],
    numbers: tuple[int | None, ...] = (),
) -> Stack:
    """Derive the geometry of slices that are in order and at different places.

    Parameters
    ----------
    positions_mm : array, shape (n, 3)
    axes : array, shape (3, 3)
        From :func:`unit_axes`.
    pixel_spacing_mm
        Between rows and between columns.
    numbers
        Instance number of each slice; empty where they are not known.
    """
    normal = axes[2]
    distance = positions_mm @ normal
    rounded = False
    gaps: tuple[Gap, ...] = ()
    if len(distance) < 2:
        places, spacing, even = np.zeros(1), 0.0, True
        sideways, straight = np.zeros(3), True
    else:
        places, spacing, even = _places(distance)
        if not even or places[-1] >= len(places):
            found = _spacing_before_rounding(distance, numbers)
            if found is not None:
                places, spacing, even, rounded = np.arange(len(distance), dtype=float), found, True, True
        gaps = _gaps(distance, places, even)
        sideways, straight = _sideways(positions_mm, places, normal, min(pixel_spacing_mm))
    return Stack(
        row=triple(_floats(axes[0])),
        column=triple(_floats(axes[1])),
        normal=triple(_floats(normal)),
        step_mm=triple(_floats(spacing * normal + sideways)),
        spacing_mm=round(spacing, 9),
        places=_floats(places),
        gaps=gaps,
        even=even,
        straight=straight,
        tilt_deg=_tilt(sideways, spacing, axes),
        plane=plane(normal),
        obliquity_deg=max(_off_axis_deg(axis) for axis in axes),
        rounded=rounded,
    )


def plane(normal: np.ndarray) -> str:
    """Name of the anatomical plane with this normal."""
    return PLANES[int(np.argmax(np.abs(normal)))] if _off_axis_deg(normal) <= OBLIQUE_DEG else "oblique"


def _off_axis_deg(direction: np.ndarray) -> float:
    """Angle between a unit vector and the nearest patient axis."""
    return degrees(acos(min(1.0, float(np.abs(direction).max()))))


def _places(distance: np.ndarray) -> tuple[np.ndarray, float, bool]:
    """Index of each slice on a regular grid, its spacing, and whether the slices fit it."""
    gaps = np.diff(distance)
    typical = float(np.sort(gaps)[(len(gaps) - 1) // 2])
    typical = float(gaps[np.abs(gaps / typical - 1) < 0.5].mean())  # positions are rounded, the median with them
    steps = np.maximum(1, np.rint(gaps / typical))
    if steps.sum() > SPARSE * len(distance) and (steps > 1).sum() >= max(2, len(steps) / 3):
        typical = float(np.median(gaps[gaps >= gaps.mean()]))
        return (distance - distance[0]) / typical, typical, False
    index = np.concatenate([[0], np.cumsum(steps)])
    spacing, start = np.polyfit(index, distance, 1) if len(index) > 2 else (gaps[0], distance[0])
    missed = np.abs(distance - start - spacing * index).max()
    if missed <= max(EVEN_PART * spacing, EVEN_MM) and _longest_wide_run(steps) < NEW_SPACING_RUN:
        return index, float(spacing), True
    return (distance - distance[0]) / typical, typical, False


def _spacing_before_rounding(distance: np.ndarray, numbers: tuple[int | None, ...]) -> float | None:
    """The even spacing of slices whose positions were rounded to whole or half millimetres, if only one explains them.

    Rounding leaves steps of two neighbouring widths that alternate as evenly as they can: every stretch of k steps is
    within one unit of k times the spacing. Missing slices leave wide steps wherever they are missing.
    """
    for unit in COARSE_MM:
        places = (distance - distance[0]) / unit
        if np.abs(places - np.rint(places)).max() > 1e-3:
            continue
        steps = np.diff(np.rint(places))
        if steps.max() - steps.min() != 1 or not _may_be_rounding(steps, numbers):
            return None
        low, high = 0.0, np.inf
        for count in range(1, len(distance)):
            stretch = distance[count:] - distance[:-count]
            low, high = max(low, (stretch.max() - unit) / count), min(high, (stretch.min() + unit) / count)
            if low > high + 1e-6:
                return None
        return float(low + high) / 2
    return None


def _may_be_rounding(steps: np.ndarray, numbers: tuple[int | None, ...]) -> bool:
    """Whether the wide ones of these steps need not be missing slices."""
    wide = steps == steps.max()
    if wide.mean() > 0.5:
        return True  # no more than one slice of two is ever missing from a stack that is worth a look
    if None in numbers or len(numbers) != len(steps) + 1:
        return bool(wide.sum() >= FEW_WIDE)
    counted = np.abs(np.diff(np.asarray(numbers)))
    if np.all(counted == 1):
        return bool(wide.sum() >= FEW_WIDE - 1)
    return bool(wide.sum() >= FEW_WIDE) and not np.any(counted[wide] == 2)


def _longest_wide_run(steps: np.ndarray) -> int:
    """Length of the longest run of equal steps wider than one."""
    return max((len(list(run)) for step, run in groupby(steps) if step > 1), default=0)


def _gaps(distance: np.ndarray, places: np.ndarray, even: bool) -> tuple[Gap, ...]:
    """Stretches where slices are missing."""
    widths = np.diff(places)
    if even:
        usual = np.ones(len(widths))
        holes = widths > 1.5
    else:
        neighbours = np.pad(widths, 1)
        usual = np.maximum(neighbours[:-2], neighbours[2:])
        holes = (widths > LONE_GAP * usual) & (widths > LONE_GAP)
    return tuple(
        Gap(int(n) + 1, float(distance[n]), float(distance[n + 1]), round(float(widths[n] / usual[n])) - 1)
        for n in np.flatnonzero(holes)
    )


def _sideways(
    positions_mm: np.ndarray, places: np.ndarray, normal: np.ndarray, pixel_mm: float
) -> tuple[np.ndarray, bool]:
    """How far the slices shift within their plane from one place to the next, and whether all follow it."""
    design = np.stack([places, np.ones(len(places))], axis=1)
    (step, start), *_ = np.linalg.lstsq(design, positions_mm, rcond=None)
    sideways = step - (step @ normal) * normal
    residual = positions_mm - places[:, None] * step - start
    residual -= (residual @ normal)[:, None] * normal
    straight = bool(np.linalg.norm(residual, axis=1).max() <= STRAIGHT_PART * pixel_mm)
    drift = np.linalg.norm(sideways) * (places[-1] - places[0])
    return sideways if drift > STRAIGHT_PART * pixel_mm else np.zeros(3), straight


def _tilt(sideways: np.ndarray, spacing: float, axes: np.ndarray) -> float:
    """Signed angle between step and normal, degrees; see :class:`~inference.dicom.stack.Stack`."""
    if not np.any(sideways):
        return 0.0
    angle = degrees(atan2(float(np.linalg.norm(sideways)), spacing))
    column, step = axes[1], spacing * axes[2] + sideways
    backwards = column * _sign(column[1])
    headwards = step * _sign(step[2])
    return -angle if headwards @ backwards > ACROSS else angle


def _sign(component: float) -> int:
    """Which way a vector runs along an axis; one that lies across it, but for the last digits, is taken as it is."""
    return -1 if component < -ACROSS else 1


def _floats(values: np.ndarray) -> tuple[float, ...]:
    """Plain numbers, without the last digits that arithmetic leaves behind."""
    return tuple(round(float(value), 9) for value in values)

"""Where slices lie: order, spacing, gaps, tilt and plane, derived from Image Position and Orientation (Patient) alone.

File names, instance numbers, Slice Location and Gantry/Detector Tilt are not looked at: they are conventions of
scanners, the position and orientation are geometry (PS3.3 section C.7.6.2.1.1).
"""

from __future__ import annotations

from math import acos, atan2, degrees

import numpy as np

from inference.dicom.model import Gap, Stack

UNIT_TOLERANCE = 0.02
"""Departure from length 1 and from a right angle that direction cosines may have: some are written with 2 digits."""

SAME_PLACE_MM = 0.01
"""Slices closer than this are at one place; the thinnest CT slices are 0.1 mm apart."""

EVEN_PART = 0.1
"""Part of the spacing by which a slice may miss the regular grid; a tenth of a slice cannot be seen."""

EVEN_MM = 0.06
"""Distance by which it may miss in any case: positions are often rounded to 0.1 mm."""

NEW_SPACING_RUN = 3
"""Equal wide gaps in a row that are a change of spacing; fewer are missing slices."""

LONE_GAP = 1.8
"""How many times as wide as both neighbours a gap is to be a hole in an unevenly spaced stack."""

STRAIGHT_PART = 0.5
"""Part of a pixel by which positions may leave the common line, and a straight stack may drift from end to end."""

OBLIQUE_DEG = 35.0
"""Planes further than this from a patient axis are oblique; gantries tilt to 30 degrees."""

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
    first = np.flatnonzero(np.concatenate([[True], np.diff(distance[order]) > SAME_PLACE_MM]))
    kept = np.minimum.reduceat(order, first)
    return kept, np.setdiff1d(order, kept)


def describe(positions_mm: np.ndarray, axes: np.ndarray, pixel_spacing_mm: tuple[float, float]) -> Stack:
    """Derive the geometry of slices that are in order and at different places.

    Parameters
    ----------
    positions_mm : array, shape (n, 3)
    axes : array, shape (3, 3)
        From :func:`unit_axes`.
    pixel_spacing_mm
        Between rows and between columns.
    """
    normal = axes[2]
    distance = positions_mm @ normal
    if len(distance) < 2:
        places, spacing, even, gaps = np.zeros(1), 0.0, True, ()
        sideways, straight = np.zeros(3), True
    else:
        places, spacing, even = _places(distance)
        gaps = _gaps(distance, places, even)
        sideways, straight = _sideways(positions_mm, places, normal, min(pixel_spacing_mm))
    return Stack(
        row=_floats(axes[0]),
        column=_floats(axes[1]),
        normal=_floats(normal),
        step_mm=_floats(spacing * normal + sideways),
        spacing_mm=round(spacing, 9),
        places=_floats(places),
        gaps=gaps,
        even=even,
        straight=straight,
        tilt_deg=_tilt(sideways, spacing, axes),
        plane=plane(normal),
        obliquity_deg=max(_off_axis_deg(axis) for axis in axes),
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
    index = np.concatenate([[0], np.cumsum(steps)])
    spacing, start = np.polyfit(index, distance, 1) if len(index) > 2 else (gaps[0], distance[0])
    missed = np.abs(distance - start - spacing * index).max()
    if missed <= max(EVEN_PART * spacing, EVEN_MM) and _longest_wide_run(steps) < NEW_SPACING_RUN:
        return index, float(spacing), True
    return (distance - distance[0]) / typical, typical, False


def _longest_wide_run(steps: np.ndarray) -> int:
    """Length of the longest run of equal steps wider than one."""
    longest = run = 0
    for before, step in zip([1, *steps], steps):
        run = 0 if step == 1 else run + 1 if step == before else 1
        longest = max(longest, run)
    return longest


def _gaps(distance: np.ndarray, places: np.ndarray, even: bool) -> tuple[Gap, ...]:
    """Stretches where slices are missing."""
    widths = np.diff(places)
    if even:
        usual = np.ones(len(widths))
        holes = widths > 1.5
    else:
        neighbours = np.pad(widths, 1)
        usual = np.maximum(neighbours[:-2], neighbours[2:])
        holes = (widths > LONE_GAP * usual) & (widths > LONE_GAP) & (usual > 0)
    return tuple(
        Gap(int(n) + 1, float(distance[n]), float(distance[n + 1]), max(1, round(float(widths[n] / usual[n])) - 1))
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
    """Signed angle between step and normal, degrees; see :class:`~inference.dicom.model.Stack`."""
    if not np.any(sideways):
        return 0.0
    angle = degrees(atan2(float(np.linalg.norm(sideways)), spacing))
    column, step = axes[1], spacing * axes[2] + sideways
    backwards = column * np.sign(column[1] or 1)
    headwards = step * np.sign(step[2] or 1)
    return -angle if headwards @ backwards > 0 else angle


def _floats(values: np.ndarray) -> tuple[float, ...]:
    """Plain numbers, without the last digits that arithmetic leaves behind."""
    return tuple(round(float(value), 9) for value in values)

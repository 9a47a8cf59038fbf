"""The course of a vessel: cross-sections by distance along it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.pieces import pieces_of, sizes_of

SECTION_MM = 4.0
"""Length of vessel that one cross-section is averaged over: long enough to be whole, short against its bends."""
LEAST_SECTIONS = 3


@dataclass(frozen=True, slots=True)
class Section:
    """One piece of the vessel, cut across its course.

    Attributes
    ----------
    centre
        Mean voxel, k, j, i.
    area_mm2
        Volume of the piece over its length.
    flattening
        Ratio of the long to the short axis of the cross-section, at least 1.
    """

    centre: tuple[float, float, float]
    area_mm2: float
    length_mm: float
    flattening: float


def sections_along(mask: np.ndarray, step_mm: float) -> list[Section]:
    """Cut a vessel into pieces by its own distance from one end.

    Parameters
    ----------
    mask : bool array [k, j, i] on cubes of ``step_mm``

    Returns
    -------
    list of Section
        Of the largest piece, from one end to the other, without the two ends, which are cut slantwise over the length
        of a radius; empty when the vessel is too short.
    """
    distance = distance_along(mask) * step_mm
    voxels = np.argwhere(mask & np.isfinite(distance))
    along = distance[tuple(voxels.T)]
    count = int(along.max() // SECTION_MM) + 1 if len(along) else 0
    if count < LEAST_SECTIONS:
        return []
    pieces = [voxels[(along >= n * SECTION_MM) & (along < (n + 1) * SECTION_MM)] for n in range(count)]
    pieces = [piece for piece in pieces if len(piece) >= 3]
    centres = np.array([piece.mean(axis=0) for piece in pieces])
    directions = np.gradient(centres, axis=0) if len(pieces) > 1 else np.zeros_like(centres)
    radius = np.sqrt(len(voxels) * step_mm**3 / max(float(along.max()), step_mm) / np.pi)
    ends = max(1, min(int(np.ceil(radius / SECTION_MM)), (len(pieces) - 1) // 2))
    sections = []
    for n in range(ends, len(pieces) - ends):
        # The step between neighbouring centres is the true length of a piece: fronts may run obliquely.
        length = float(np.linalg.norm(directions[n])) * step_mm
        if length < SECTION_MM / 4:
            continue
        area = len(pieces[n]) * step_mm**3 / length
        sections.append(Section(tuple(centres[n]), area, length, _flattening(pieces[n], directions[n])))
    return sections


def _flattening(piece: np.ndarray, direction: np.ndarray) -> float:
    unit = direction / max(float(np.linalg.norm(direction)), 1e-9)
    offset = piece - piece.mean(axis=0)
    across = offset - np.outer(offset @ unit, unit)
    # 1/12 of a voxel squared: the variance of the voxels' own extent.
    spread = np.linalg.eigvalsh(across.T @ across / len(piece) + np.eye(3) / 12)
    return float(np.sqrt(spread[2] / max(spread[1], 1e-9)))


def distance_along(mask: np.ndarray) -> np.ndarray:
    """Distance in voxels inside the mask's largest piece from its end, infinite outside.

    The end is found by walking to the farthest voxel twice, as for the diameter of a tree.
    """
    if not mask.any():
        return np.full(mask.shape, np.inf)
    mask = _largest_piece(mask)
    first = _arrival(mask, np.argwhere(mask)[0])
    end = np.unravel_index(np.argmax(np.where(np.isfinite(first), first, -1)), mask.shape)
    return _arrival(mask, np.array(end))


def _largest_piece(mask: np.ndarray) -> np.ndarray:
    """By faces, as the front walks: from a speck of a few voxels it would reach nothing else."""
    pieces = pieces_of(mask, corners=False)
    return (pieces == sizes_of(pieces).argmax()) & mask


def _arrival(mask: np.ndarray, seed: np.ndarray) -> np.ndarray:
    import SimpleITK as sitk

    march = sitk.FastMarchingImageFilter()
    march.AddTrialPoint([int(v) for v in seed[::-1]])
    march.SetStoppingValue(float(mask.size))
    # Outside the vessel the front all but stands still.
    speed = np.where(mask, 1.0, 1e-6)
    arrival = sitk.GetArrayFromImage(march.Execute(sitk.GetImageFromArray(speed)))
    return np.where(mask & (arrival < mask.size), arrival, np.inf)

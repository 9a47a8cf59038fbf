"""Gate on the course of vessels: what runs beside a vessel, on which side of it, and what it opens into."""

from __future__ import annotations

import numpy as np

from inference.findings import Evidence, Finding, rounded
from inference.quality.region import BLOOD
from inference.schema import Neighbour, Structure
from inference.segmentation import Segmentation

BESIDE_MM = 60.0
"""Within which an artery has a vein, and a vein an artery, over half of its course, where the pack says nothing more:
an engineering limit that only what is no vessel of the region exceeds."""
OTHER = dict(zip(BLOOD, reversed(BLOOD)))
SAMPLE = 1500
"""Voxels of a structure that are looked at, evenly through it: one in some 3 mm3 of a large vessel."""
MOST_ELSEWHERE = 0.5
"""Part of a structure from which its neighbour may lie on the other side."""
CODES = {
    "beside": "vessel.not-beside",
    "joined": "vessel.not-joined",
    "front": "vessel.not-in-front",
    "back": "vessel.not-behind",
}


def check_course(structure: Structure, structures: tuple[Structure, ...], found: Segmentation) -> list[Finding]:
    """What is unlike the course that the pack states for a structure that was found."""
    own = _sample(found, structure.id)
    if not structure.neighbours:
        return _alone(structure, structures, found, own)
    findings = []
    for neighbour in structure.neighbours:
        other = _sample(found, neighbour.structure)
        if len(own) and len(other):
            findings += _neighbour(structure.id, neighbour, own, other)
    return findings


def _neighbour(subject: str, neighbour: Neighbour, own: np.ndarray, other: np.ndarray) -> list[Finding]:
    distances, nearest = _nearest(own, other)
    reached = float(distances.min() if neighbour.course == "joined" else np.median(distances))
    if reached > neighbour.within_mm:
        evidence: dict[str, Evidence] = {
            "neighbour": neighbour.structure,
            "distance_mm": rounded(reached, 0, neighbour.within_mm),
            "limit_mm": neighbour.within_mm,
        }
        return [Finding(CODES[neighbour.course], "warning", evidence, subject)]
    if neighbour.side is None:
        return []
    ahead = float((other[nearest, 1] < own[:, 1]).mean())  # LPS: the front has the smaller y
    wrong = 1 - ahead if neighbour.side == "front" else ahead
    if wrong <= MOST_ELSEWHERE:
        return []
    named: dict[str, Evidence] = {"neighbour": neighbour.structure, "percent": round(100 * wrong)}
    return [Finding(CODES[neighbour.side], "warning", named, subject)]


def _alone(
    structure: Structure, structures: tuple[Structure, ...], found: Segmentation, own: np.ndarray
) -> list[Finding]:
    """An artery without a vein beside it, or a vein without an artery."""
    wanted = OTHER.get(structure.kind)
    others = [_sample(found, one.id) for one in structures if one.kind == wanted and one.id in found.structures]
    others = [one for one in others if len(one)]
    if not others or not len(own):
        return []
    distance = float(np.median(_nearest(own, np.concatenate(others))[0]))
    if distance <= BESIDE_MM:
        return []
    evidence = {"distance_mm": rounded(distance, 0, BESIDE_MM), "limit_mm": BESIDE_MM}
    return [Finding("vessel.alone", "warning", evidence, structure.id)]


def _sample(found: Segmentation, structure: str) -> np.ndarray:
    """LPS places of some voxels of a structure, mm, shape (voxels, 3)."""
    if structure not in found.structures:
        return np.empty((0, 3))
    voxels = np.argwhere(found.mask_of(structure))
    chosen = voxels[np.linspace(0, len(voxels) - 1, min(len(voxels), SAMPLE)).astype(int)] if len(voxels) else voxels
    return found.grid.to_patient(chosen)


def _nearest(own: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance from each place to the nearest of others, mm, and which that is."""
    squares = (own**2).sum(axis=1)[:, None] + (other**2).sum(axis=1) - 2 * own @ other.T
    nearest = squares.argmin(axis=1)
    return np.linalg.norm(own - other[nearest], axis=1), nearest

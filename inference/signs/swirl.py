"""Swirl sign: something as dark as brain, or darker, inside the haematoma over two contiguous slices of 5 mm.

Selariu E et al., Acta Radiol 2012;53:567; Ng D et al., 2018 (evidence: iso- or hypodense over 2 contiguous 5-mm slices,
verified). What counts as isodense is stated here: no more than :data:`ISODENSE_HU` above the brain around the lesion.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from inference.pieces import sizes_of
from inference.results import SignFigure
from inference.signs.lesion import SMOOTH_MM, Lesion, depth_of, smoothed
from inference.signs.seen import Seen, patches, unknown

ISODENSE_HU = 10.0
"""Ours: noise of a smoothed slice and the difference between white and grey matter."""
SLICES = 2
EDGE_MM, LEAST_MM2, NEAR_MM = 1.5, 10.0, 4.0
BRAIN_FROM_MM, BRAIN_TO_MM, BRAIN_HU = 4.0, 14.0, (10.0, 50.0)
"""Where brain is measured: beyond the nearest oedema, and what of it is brain."""
FEWEST = 50


def swirl(lesion: Lesion) -> Seen:
    """Look for it in contiguous slices."""
    brain = brain_hu(lesion)
    if brain is None:
        return unknown("no-brain")
    inner = lesion.solid_mm >= EDGE_MM
    if not inner.any():
        return unknown("too-small")
    marked = [_dark(lesion, inner[k], brain, k) for k in range(len(inner))]
    run, end = _longest(marked, lesion)
    levels = [_level(lesion.inside[k][inner[k]], lesion) - brain for k in range(len(inner))]
    pairs = [max(pair) for pair in pairwise(levels)]
    best = int(np.argmin(pairs)) if pairs else 0
    figures = [SignFigure("slices-count", run, SLICES)]
    if pairs and np.isfinite(pairs[best]):
        figures.append(SignFigure("above-brain", pairs[best]))
    if run:
        return Seen(run >= SLICES, tuple(figures), lesion.middle_of(marked[end], end))
    return Seen(False, tuple(figures))


def brain_hu(lesion: Lesion) -> float | None:
    """Median density of the brain around; None where there is too little of it."""
    off = lesion.depth_mm
    ring = (off < -BRAIN_FROM_MM) & (off > -BRAIN_TO_MM) & lesion.mask.max(axis=(1, 2), keepdims=True)
    values = smoothed(lesion.hu, ring, lesion.spacing_mm, SMOOTH_MM)[ring]
    low, high = BRAIN_HU
    tissue = np.sort(values)[slice(*np.searchsorted(np.sort(values), (low, high)))]
    return float(np.median(tissue)) if len(tissue) >= FEWEST else None


def _dark(lesion: Lesion, inner: np.ndarray, brain: float, k: int) -> np.ndarray:
    """Patches of a slice that are as dark as brain."""
    numbered, _ = patches(inner & (lesion.inside[k] <= brain + ISODENSE_HU))
    large = sizes_of(numbered) * lesion.pixel_mm2 >= LEAST_MM2
    return np.isin(numbered, np.flatnonzero(large))


def _longest(marked: list[np.ndarray], lesion: Lesion) -> tuple[int, int]:
    """How many contiguous slices show it at one place, and the last of them."""
    best, end, run = 0, 0, 0
    for k, dark in enumerate(marked):
        goes_on = k > 0 and run > 0 and bool((dark & (depth_of(marked[k - 1], lesion.spacing_mm) > -NEAR_MM)).any())
        run = run + 1 if goes_on else int(dark.any())
        if run > best:
            best, end = run, k
    return best, end


def _level(values: np.ndarray, lesion: Lesion) -> float:
    """The density below which the darkest part of a slice lies, as large as a patch must be."""
    enough = int(LEAST_MM2 / lesion.pixel_mm2)
    return float(np.sort(values)[enough]) if len(values) > 3 * enough else float("inf")

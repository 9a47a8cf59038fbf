"""Irregular shape and heterogeneous density, each in five categories in the slice with the largest area.

Barras CD et al., Stroke 2009;40:1325: from 1 (regular, homogeneous) to 5; from 3 on a haematoma counts as irregular
or heterogeneous (from general knowledge, unconfirmed). Its categories are pictures that a reader compares with; the
figures here are ours, set on simulated haematomas: how much of its convex outline the lesion fills, and how many darker
foci it holds.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from inference.results import SignFigure
from inference.signs.lesion import Lesion, smoothed
from inference.signs.seen import Seen, patches, unknown

FROM = 3
"""The category from which it counts."""
FILLED = (0.985, 0.97, 0.945, 0.91)
"""Share of its convex outline below which a lesion is of category 2, 3, 4, 5."""
FOCUS_HU, FOCUS_MM2, FOCUS_SMOOTH_MM, EDGE_MM = 6.0, 6.0, 1.6, 1.5
LEAST_MM2 = 40.0


def irregular(lesion: Lesion) -> Seen:
    """Look at the outline."""
    k = lesion.largest
    mask = lesion.mask[k]
    if mask.sum() * lesion.pixel_mm2 < LEAST_MM2:
        return unknown("too-small")
    filled = int(mask.sum()) / int(hull_of(mask).sum())
    category = 1 + sum(int(filled < limit) for limit in FILLED)
    figures = (SignFigure("category", category, FROM), SignFigure("filled-share", filled))
    return Seen(category >= FROM, figures, lesion.middle_of(mask, k))


def heterogeneous(lesion: Lesion) -> Seen:
    """Count the darker foci."""
    solid = lesion.solid_mm >= EDGE_MM
    k = int(solid.sum(axis=(1, 2)).argmax())
    inner = solid[k]
    if inner.sum() * lesion.pixel_mm2 < LEAST_MM2:
        return unknown("too-small")
    values = smoothed(lesion.hu[k : k + 1], lesion.mask[k : k + 1], lesion.spacing_mm, FOCUS_SMOOTH_MM)[0]
    numbered, count = patches(inner & (values < np.median(values[inner]) - FOCUS_HU))
    sizes = np.bincount(numbered.ravel(), minlength=count + 1)[1:] * lesion.pixel_mm2
    foci = int((sizes >= FOCUS_MM2).sum())
    category = min(5, 1 + foci)
    at = lesion.middle_of(numbered == 1 + int(sizes.argmax()), k) if foci else lesion.middle_of(inner, k)
    figures = (SignFigure("category", category, FROM), SignFigure("foci-count", foci))
    return Seen(category >= FROM, figures, at)


def hull_of(mask: np.ndarray) -> np.ndarray:
    """Pixels whose middles lie in the convex outline of those of a mask [j, i], which is not empty."""
    rows = np.flatnonzero(mask.any(axis=1))
    ends = [(row, int(np.flatnonzero(mask[row])[at])) for row in rows.tolist() for at in (0, -1)]
    result = np.ones(mask.shape, bool)
    j, i = np.indices(mask.shape)
    for chain in (_lower(ends), _lower(ends[::-1])):
        for (j0, i0), (j1, i1) in pairwise(chain):
            result &= (j1 - j0) * (i - i0) - (i1 - i0) * (j - j0) >= 0
    if len(rows) == 1:
        result &= (j == rows[0]) & (i >= ends[0][1]) & (i <= ends[-1][1])
    return result


def _lower(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """One side of the convex outline of points that are sorted (Andrew, Inf Process Lett 1979;9:216)."""
    chain: list[tuple[int, int]] = []
    for point in points:
        while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
            chain.pop()
        chain.append(point)
    return chain


def _turn(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

"""Blend sign: a darker part beside a brighter one, with a sharp seam, not enclosed by it.

Li Q et al., Stroke 2015;46:2119 (from general knowledge, unconfirmed): a difference of at least 18 HU, a
well-defined margin, the darker part not encapsulated. Stated in figures here: within 2.6 mm
to either side of the seam the means differ by :data:`SEAM_HU`, and a quarter of the darker part's border is that of
the lesion.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.results import SignFigure
from inference.signs.lesion import Lesion, depth_of
from inference.signs.seen import Seen, patches, unknown

DIFFERENCE_HU = 18.0
SEAM_HU, OPEN_SHARE, PART_SHARE = 10.0, 0.25, 0.1
"""Ours, set on simulated haematomas: how sharp, how little enclosed, and how much of the slice the darker part is."""
EDGE_MM, HALF_WIDTH_MM, SEAM_MM = 0.5, 2.0, 2.6
LEAST_MM2 = 40.0
FEWEST = 6
"""Pixels that a mean is made of."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A darker part of a slice and the brighter one beside it."""

    difference_hu: float
    seam_hu: float
    open_share: float
    part_share: float
    at: tuple[int, int, int]

    @property
    def figures(self) -> tuple[SignFigure, ...]:
        """In the order of the definition."""
        return (
            SignFigure("difference", self.difference_hu, DIFFERENCE_HU),
            SignFigure("seam", self.seam_hu, SEAM_HU),
            SignFigure("open-share", self.open_share, OPEN_SHARE),
            SignFigure("part-share", self.part_share, PART_SHARE),
        )

    @property
    def met(self) -> int:
        """How many conditions hold."""
        return sum(figure.value >= figure.limit for figure in self.figures if figure.limit is not None)


def blend(lesion: Lesion) -> Seen:
    """Look for it in every slice."""
    inner = lesion.solid_mm >= EDGE_MM
    slices = lesion.slices_with(inner, LEAST_MM2)
    if not slices:
        return unknown("too-small")
    found = [pair for k in slices for pair in _pairs(lesion, inner[k], k)]
    if not found:
        return Seen(False)
    best = max(found, key=lambda pair: (pair.met, pair.difference_hu))
    return Seen(best.met == len(best.figures), best.figures, best.at)


def _pairs(lesion: Lesion, inner: np.ndarray, k: int) -> list[Pair]:
    values, hu, spacing = lesion.inside[k], lesion.hu[k], lesion.spacing_mm
    low = inner & (values < _two_parts(values[inner]))
    high = inner & ~low
    depth, off_high = depth_of(low, spacing), depth_of(high, spacing)
    numbered, count = patches(depth >= HALF_WIDTH_MM - 0.7)
    found = []
    for n in range(1, count + 1):
        core = numbered == n
        part = low & (depth_of(core, spacing) > 0.7 - HALF_WIDTH_MM)
        off = depth_of(part, spacing)
        bright = high & (off < -2) & (off > -12)
        seam = high & (off > -SEAM_MM), part & (off_high > -SEAM_MM)
        if depth[core].max() < HALF_WIDTH_MM or min(map(np.count_nonzero, (core, bright, *seam))) < FEWEST:
            continue
        rim = (off <= 0) & (off > -1.5)
        found.append(
            Pair(
                float(hu[bright].mean() - hu[core].mean()),
                float(hu[seam[0]].mean() - hu[seam[1]].mean()),
                int((rim & ~inner).sum()) / max(1, int(rim.sum())),
                int(part.sum()) / int(lesion.mask[k].sum()),
                lesion.middle_of(core, k),
            )
        )
    return found


def _two_parts(values: np.ndarray) -> float:
    """The density between two parts: Otsu, IEEE Trans Syst Man Cybern 1979;9:62."""
    values = np.sort(values.astype(float))
    count = np.arange(1, len(values))
    sums = np.cumsum(values)
    below, above = sums[:-1] / count, (sums[-1] - sums[:-1]) / (len(values) - count)
    best = int((count * (len(values) - count) * (below - above) ** 2).argmax())
    return float((values[best] + values[best + 1]) / 2)

"""Black hole sign: a dark spot enclosed by the haematoma, at least 28 HU darker than what is around it.

Li Q et al., Stroke 2016;47:1777 (evidence: verified): encapsulated, not connected with the brain beside, a
well-defined border, a difference of at least 28 HU.
"""

from __future__ import annotations

import numpy as np

from inference.results import SignFigure
from inference.signs.lesion import Lesion, depth_of
from inference.signs.seen import Seen, patches, unknown

DIFFERENCE_HU = 28.0
ENCLOSED_MM = 1.5
"""Of clot between the spot and the border."""
DARKER_HU = (12.0, 18.0, 24.0)
"""Levels below the clot at which a spot is outlined: one that flows into another is apart at a lower one."""
LEAST_MM2 = 60.0
FEWEST_SPOT, FEWEST_RING = 4, 8


def black_hole(lesion: Lesion) -> Seen:
    """Look for it in every slice."""
    inner = lesion.depth_mm >= ENCLOSED_MM
    slices = lesion.slices_with(inner, LEAST_MM2)
    if not slices:
        return unknown("too-small")
    spots = [spot for k in slices for spot in _spots(lesion, inner[k], k)]
    if not spots:
        return Seen(False)
    darker, at = max(spots, key=lambda spot: spot[0])
    return Seen(darker >= DIFFERENCE_HU, (SignFigure("darker", darker, DIFFERENCE_HU),), at)


def _spots(lesion: Lesion, inner: np.ndarray, k: int) -> list[tuple[float, tuple[int, int, int]]]:
    """By how much each enclosed spot is darker than the ring around it, and where it is."""
    values, depth, found = lesion.inside[k], lesion.depth_mm[k], []
    clot = float(np.median(values[inner]))
    for darker in DARKER_HU:
        numbered, count = patches(lesion.mask[k] & (values < clot - darker))
        for n in range(1, count + 1):
            spot = numbered == n
            if np.count_nonzero(spot) < FEWEST_SPOT or depth[spot].min() < ENCLOSED_MM:
                continue
            off = depth_of(spot, lesion.spacing_mm)
            ring = lesion.mask[k] & (off <= -1) & (off > -4)
            if np.count_nonzero(ring) < FEWEST_RING:
                continue
            own = np.sort(values[spot])
            darkest = own[: max(3, len(own) // 4)].mean()
            found.append((float(lesion.hu[k][ring].mean() - darkest), lesion.middle_of(spot, k)))
    return found

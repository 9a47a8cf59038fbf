"""Island sign: at least three small clots apart from the large one, or at least four of which some hang on it.

Li Q et al., Stroke 2017;48:3019 (evidence: at least 3 separate or at least 4 budding, verified). A bud is stated here
as what a disc of :data:`DISC_MM` does not reach in a slice.
"""

from __future__ import annotations

import numpy as np

from inference.pieces import pieces_of, sizes_of
from inference.results import SignFigure
from inference.signs.lesion import Lesion, depth_of
from inference.signs.seen import Seen, patches

SEPARATE, WITH_BUDS = 3, 4
LEAST_ML = 0.02
DISC_MM, BUD_HALF_MM, BUD_MM2 = 5.0, 1.4, 10.0
"""Ours: what is left of a lesion rolled out by the disc is a bud where it is so wide and so large."""


def islands(lesion: Lesion) -> Seen:
    """Count what is apart in the whole lesion, and what hangs on it in the slice that shows most."""
    numbered = pieces_of(lesion.whole)
    sizes = sizes_of(numbered) * float(np.prod(lesion.whole_mm)) / 1000
    main = int(sizes.argmax())
    apart = [n for n in np.flatnonzero(sizes >= LEAST_ML).tolist() if n != main]
    buds, where = _most_buds(lesion)
    seen = len(apart) >= SEPARATE or len(apart) + buds >= WITH_BUDS
    figures = (
        SignFigure("separate-count", len(apart), SEPARATE),
        SignFigure("with-buds-count", len(apart) + buds, WITH_BUDS),
    )
    at = _middle(lesion, numbered == max(apart, key=lambda n: sizes[n])) if apart else where
    return Seen(seen, figures, at)


def _middle(lesion: Lesion, piece: np.ndarray) -> tuple[int, int, int]:
    """Index in the scan of the middle of a piece, in its largest slice."""
    k = int(piece.sum(axis=(1, 2)).argmax())
    j, i = np.argwhere(piece[k]).mean(axis=0)
    return lesion.start[0] + k, lesion.start[1] + round(float(j)), lesion.start[2] + round(float(i))


def _most_buds(lesion: Lesion) -> tuple[int, tuple[int, int, int] | None]:
    """Buds of the slice that has most of them, and where one is."""
    most: tuple[int, tuple[int, int, int] | None] = (0, None)
    for k, depth in enumerate(lesion.depth_mm):
        if depth.max() < 1.5 * DISC_MM:
            continue
        rolled = depth_of(depth >= DISC_MM, lesion.spacing_mm) > -DISC_MM
        numbered, count = patches(lesion.mask[k] & ~rolled)
        buds = [numbered == n for n in range(1, count + 1)]
        buds = [
            bud
            for bud in buds
            if np.count_nonzero(bud) * lesion.pixel_mm2 >= BUD_MM2
            and depth_of(bud, lesion.spacing_mm).max() >= BUD_HALF_MM
            and (depth_of(bud, lesion.spacing_mm)[rolled] > -1.5).any()
        ]
        if len(buds) > most[0]:
            most = len(buds), lesion.middle_of(buds[0], k)
    return most

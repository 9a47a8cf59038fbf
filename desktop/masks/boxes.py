"""Boxes: parts of a scan along its axes, in voxels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inference.errors import InputError
from inference.triples import Box, box_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from inference.volume import Grid


def bounds(mask: np.ndarray, margin: Sequence[int] = (0, 0, 0)) -> Box | None:
    """The box around what is true, with a margin inside the array; None when nothing is."""
    from inference.pieces import box_around

    box = box_around(mask)
    wider = zip(box or (), margin, mask.shape)
    return box and box_of(slice(max(0, one.start - n), min(length, one.stop + n)) for one, n, length in wider)


def place_of(part: Grid, whole: Grid) -> Box:
    """Where a block lies on a scan.

    Raises
    ------
    InputError
        ``mask.other-image``
    """
    import numpy as np

    place = whole.to_index(np.array(part.origin_mm))
    start = np.rint(place).astype(int)
    box = box_of(slice(int(n), int(n) + length) for n, length in zip(start, part.shape))
    fits = all(one.start >= 0 and one.stop <= length for one, length in zip(box, whole.shape))
    if not fits or not np.allclose(place, start, atol=0.1) or not np.allclose(part.spacing_mm, whole.spacing_mm):
        raise InputError("mask.other-image")
    return box


def within(inner: Box, outer: Box) -> Box:
    """A box in the coordinates of one that holds it."""
    return box_of(slice(a.start - b.start, a.stop - b.start) for a, b in zip(inner, outer))


def joined(one: Box, other: Box) -> Box:
    """The smallest box around two."""
    return box_of(slice(min(a.start, b.start), max(a.stop, b.stop)) for a, b in zip(one, other))

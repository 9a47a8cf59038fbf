"""What is seen of a sign in a lesion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.pieces import pieces_of
from inference.results import SignFigure
from inference.triples import Shape

MOST_SLICE_MM, MOST_NOISE_HU = 6.0, 12.0
"""Densities are compared in slices of about 5 mm, as the sources did: in thicker ones, and in such noise, a difference
of some 20 HU cannot be told."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One sign.

    Attributes
    ----------
    seen
        None: it cannot be told; ``reason`` says why.
    figures
        What that rests on.
    at
        Where it is, or comes closest: index k, j, i in the scan.
    """

    seen: bool | None
    figures: tuple[SignFigure, ...] = ()
    at: Shape | None = None
    reason: str = ""


def unknown(reason: str) -> Seen:
    """A sign that cannot be told."""
    return Seen(None, reason=reason)


def patches(mask: np.ndarray) -> tuple[np.ndarray, int]:
    """Number the connected pieces of a mask [j, i] from 1; pixels that touch at a corner alone are apart."""
    numbered = pieces_of(mask[None], corners=False)[0]
    return numbered, int(numbered.max())

"""Masks as readers draw them: each draws a little too wide or too narrow, and no border twice the same."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

SOFT_MM = 1.1
"""How softly a reader sees the border in the plane."""
WANDERS_MM = 5.0
"""Over which length a drawn border wanders."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How somebody draws.

    Attributes
    ----------
    wide_mm
        How far outside the true border on average; below 0 inside.
    unsteady_mm
        Standard deviation of the border around that.
    """

    wide_mm: float
    unsteady_mm: float


def draw_readers(rng: np.random.Generator) -> tuple[Reader, Reader]:
    """Two readers of one case; the second differs more."""
    return Reader(rng.normal(0, 0.15), 0.3), Reader(rng.normal(0.1, 0.35), 0.45)


def draw_mask(
    part: np.ndarray, spacing_mm: tuple[float, float, float], reader: Reader, rng: np.random.Generator
) -> np.ndarray:
    """Draw around a lesion.

    Parameters
    ----------
    part
        Which part of each voxel it fills, [k, j, i].

    Returns
    -------
    uint8 array [k, j, i]
        1 inside; never empty.
    """
    box = ndimage.find_objects((part > 0).astype(np.uint8))[0]
    wide = tuple(
        slice(max(0, side.start - margin), min(side.stop + margin, n))
        for side, margin, n in zip(box, (1, 8, 8), part.shape)
    )
    true = part[wide]
    seen = ndimage.gaussian_filter(true, (0, SOFT_MM / spacing_mm[1], SOFT_MM / spacing_mm[2]))
    wander = tuple(WANDERS_MM / step / 1.4 for step in spacing_mm)
    shift = ndimage.gaussian_filter(rng.standard_normal(true.shape).astype(np.float32), wander)
    # A straight border falls by so much per mm where it is seen softly.
    slope = 1 / (SOFT_MM * np.sqrt(2 * np.pi))
    out_mm = reader.wide_mm + reader.unsteady_mm * shift / max(float(shift.std()), 1e-6)
    inside = seen > 0.5 - slope * np.clip(out_mm, -1.2, 1.2)
    result = np.zeros(part.shape, np.uint8)
    result[wide] = inside if inside.any() else true >= min(0.5, float(true.max()))
    return result

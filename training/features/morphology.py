"""What can be read off a vessel's crop with its mask: the targets of the encoder's pretraining.

No outcome is used, so that pretraining cannot leak it; and no expert has to label anything, as the vessel masks are
there already. The figures are those that the literature on difficult veins speaks of: size, flattening, calcified wall
and fat around the vessel.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from inference.steps.measure import CALCIUM_HU

TARGETS = ("present", "diameter_mm", "short_axis_mm", "axis_ratio", "calcified_mm2", "fat_share")
REACH_MM = 4.0
"""Fat and calcium are looked for as far as this from the vessel."""
FAT_HU = -30.0


def morphology_of(mask: np.ndarray, hu: np.ndarray, pixel_mm: float) -> tuple[float, ...]:
    """The targets of one crop.

    Parameters
    ----------
    mask : bool array [row, column]
    hu : array [row, column]
    pixel_mm : float

    Returns
    -------
    tuple of float, as :data:`TARGETS`
        Zeros where the vessel is not in the crop.
    """
    count = int(mask.sum())
    if count < 3:
        return (0.0,) * len(TARGETS)
    distance = ndimage.distance_transform_edt(~mask, sampling=pixel_mm)
    around = distance <= REACH_MM
    rows, columns = np.nonzero(mask)
    # A pixel is a small square with a variance of its own, which keeps thin masks from a ratio without bound.
    axes = np.linalg.eigvalsh(np.cov(np.stack([rows, columns])) + np.eye(2) / 12)
    return (
        1.0,
        float(2 * np.sqrt(count / np.pi) * pixel_mm),
        # Of a filled ellipse the variance along an axis is the square of a quarter of its length.
        float(4 * np.sqrt(axes[0]) * pixel_mm),
        float(np.sqrt(axes[1] / axes[0])),
        float((around & (hu > CALCIUM_HU) & (distance <= 1.5)).sum() * pixel_mm**2),
        float((hu[around & ~mask] < FAT_HU).mean()),
    )

"""How a simulated series was acquired, and the kernel that it was made with."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage


@dataclass(frozen=True, slots=True)
class Scan:
    """How one simulated series was acquired.

    Attributes
    ----------
    thickness_mm, step_mm
        Slice thickness and distance.
    sharpness
        0 soft to 1 sharp kernel.
    noise_hu
        Standard deviation in soft tissue, HU: in the neck, or in the middle of the head.
    """

    thickness_mm: float
    step_mm: float
    sharpness: float
    noise_hu: float


def through_kernel(image: np.ndarray, sharpness: float, pixel_mm: float = 1.0) -> np.ndarray:
    """Slices [k, j, i] as a kernel of that sharpness shows them: blurred, and with bright edges where it is sharp."""
    blur = (0.75 - 0.3 * sharpness) / pixel_mm
    seen = ndimage.gaussian_filter(image, (0, blur, blur))
    if sharpness > 0.6:
        wide = 1.2 / pixel_mm
        seen += (sharpness - 0.5) * 0.8 * (seen - ndimage.gaussian_filter(seen, (0, wide, wide)))
    return seen

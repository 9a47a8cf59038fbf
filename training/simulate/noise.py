"""Smooth random fields."""

from __future__ import annotations

import numpy as np
from scipy import ndimage


def smooth_noise(shape, sigma, rng) -> np.ndarray:
    """Smooth noise of unit variance, made coarse and enlarged where it is smooth enough."""
    step = max(1, int(sigma / 2))
    coarse = rng.standard_normal([n // step + 3 for n in shape]).astype(np.float32)
    coarse = ndimage.gaussian_filter(coarse, sigma / step)
    coarse /= coarse.std() + 1e-9
    if step > 1:
        coarse = ndimage.zoom(coarse, step, order=1)
    return coarse[tuple(slice(0, n) for n in shape)]

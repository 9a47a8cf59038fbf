"""A fabricated lesion: an image and a mask from formulas, the same on every machine."""

from __future__ import annotations

import numpy as np

from inference.volume import Grid

SHAPE, SPACING_MM = (16, 26, 24), (2.5, 0.9, 0.8)
SETS = {
    "bins of 25": {"bin_width": 25.0},
    "resampled and filtered": {
        "bin_width": 10.0,
        "spacing_mm": (1.0, 1.0, 1.0),
        "within": (-20.0, 120.0),
        "log_sigma_mm": (1.5,),
        "wavelet": True,
    },
    "24 levels within 3 sd": {"bin_count": 24, "within_sd": 3.0},
    "one slice": {"bin_width": 8.0},
}
"""Settings that the lesion was given to PyRadiomics with."""


def image() -> np.ndarray:
    """Whole HU as float32, [k, j, i]: a blob with a rim, a dark spot, and noise."""
    k, j, i = _places()
    r2 = (k / 14) ** 2 + ((j - 1) / 8) ** 2 + ((i + 1) / 7) ** 2
    swell = 45 * np.exp(-(r2**2)) + 18 * np.sin(k / 5) * np.cos(j / 3) * np.sin(i / 2.5 + 1)
    spot = -70 * np.exp(-((k - 3) ** 2 + (j + 3) ** 2 + (i - 2) ** 2) / 9)
    count = np.arange(np.prod(SHAPE), dtype=np.uint64).reshape(SHAPE)
    # Knuth's multiplicative hash: noise that no release of a library changes.
    noise = ((count + 1) * np.uint64(2654435761) % np.uint64(2**32) >> np.uint64(8)).astype(float) / 2**24
    return np.rint(20 + swell + spot + 30 * (noise - 0.5)).astype(np.float32)


def mask(name: str = "") -> np.ndarray:
    """bool array [k, j, i]: a bean with a hole, and one voxel apart from it; or one slice of it."""
    k, j, i = _places()
    inside = (k / 13) ** 2 + ((j - 1 - 0.03 * k**2 / 4) / 7.5) ** 2 + ((i + 1) / 6.5) ** 2 <= 1
    inside &= (k - 3) ** 2 / 9 + (j + 3) ** 2 + (i - 2) ** 2 > 1.5
    inside[2, 3, 4] = True
    if name == "one slice":
        inside[np.arange(SHAPE[0]) != 8] = False
    return inside


def grid() -> Grid:
    """Where it lies."""
    return Grid((0.0, 0.0, 0.0), SPACING_MM, SHAPE)


def _places() -> list[np.ndarray]:
    axes = [(np.arange(n) - (n - 1) / 2) * step for n, step in zip(SHAPE, SPACING_MM)]
    return np.meshgrid(*axes, indexing="ij")

"""CT numbers as a network sees them: on its grid, in its window."""

from __future__ import annotations

import numpy as np

from inference.resample import axis_weights, resample, used_box
from inference.volume import Volume

PADDING_HU = -1024
"""What a network sees outside the scan; the training simulations use the same."""


def on_targets(volume: Volume, targets_mm: list[np.ndarray], spacing_mm: tuple[float, float, float]) -> np.ndarray:
    """The scan at other places along the patient's axes.

    Parameters
    ----------
    targets_mm : list of three arrays
        Patient coordinates along k, j, i.
    spacing_mm
        Distance between them: the width that is averaged over.

    Returns
    -------
    float32 array [k, j, i], HU; ``PADDING_HU`` outside the scan.
    """
    grid = volume.grid
    weights = [
        axis_weights(grid.shape[a], grid.origin_mm[2 - a], grid.spacing_mm[a], targets_mm[a], spacing_mm[a])
        for a in range(3)
    ]
    used = used_box(weights)
    return resample(volume.at(used), [matrix[:, part] for matrix, part in zip(weights, used)], PADDING_HU)


def normalise(hu: np.ndarray, window_hu: tuple[float, float]) -> np.ndarray:
    """Map a window of Hounsfield units to -1..1 (float32), clipped at both ends."""
    low, high = window_hu
    return ((np.clip(hu, low, high) - (low + high) / 2) * np.float32(2 / (high - low))).astype(np.float32)

"""CT numbers as a network sees them."""

from __future__ import annotations

import numpy as np


def normalise(hu: np.ndarray, window_hu: tuple[float, float]) -> np.ndarray:
    """Map a window of Hounsfield units to -1..1 (float32), clipped at both ends."""
    low, high = window_hu
    return ((np.clip(hu, low, high) - (low + high) / 2) * np.float32(2 / (high - low))).astype(np.float32)

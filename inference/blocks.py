"""Whole scans in small parts: means over blocks of pixels, and figures of slices made a few slices at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

SLAB = 16
"""Slices at a time: what is between is then of a few megabytes, however long the scan is."""


def block_means(planes: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Average blocks of each plane; what is left over at the last rows and columns is left out.

    Whole numbers are added as such, which is exact and several times as fast.

    Parameters
    ----------
    planes : array [k, j, i]
    rows, columns
        Pixels of a block.

    Returns
    -------
    float32 array [k, j // rows, i // columns]
    """
    count, height, width = (len(planes), planes.shape[1] // rows, planes.shape[2] // columns)
    kind = np.int32 if planes.dtype.kind in "iu" else np.float32
    means = np.empty((count, height, width), np.float32)
    tall = np.empty((height, width * columns), kind)
    whole = np.empty((height, width), kind)
    for plane, mean in zip(planes, means):
        blocks = plane[: height * rows, : width * columns].reshape(height, rows, width * columns)
        np.copyto(tall, blocks[:, 0])
        for n in range(1, rows):
            tall += blocks[:, n]
        np.copyto(whole, tall[:, ::columns])
        for n in range(1, columns):
            whole += tall[:, n::columns]
        np.divide(whole, np.float32(rows * columns), out=mean, casting="unsafe")
    return means


def in_slabs(count: int, figures: Callable[[int, int], np.ndarray]) -> np.ndarray:
    """Figures of so many slices, one row each, from a function that gives those of the slices from and up to."""
    parts = [figures(start, min(start + SLAB, count)) for start in range(0, count, SLAB)]
    return np.concatenate(parts) if parts else np.empty(0, np.float32)

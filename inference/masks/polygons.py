"""Filling outlines: pixels whose centres lie inside a polygon."""

from __future__ import annotations

import numpy as np

Window = tuple[slice, slice]


def filled(points: np.ndarray, shape: tuple[int, int]) -> tuple[Window, np.ndarray]:
    """Pixels inside a closed outline; what crosses itself or is run through twice is outside again (even-odd).

    Parameters
    ----------
    points : float array (n, 2)
        Row and column of the corners, in pixels counted from the centre of the first; the last joins the first.
    shape
        Rows and columns of the picture.

    Returns
    -------
    window
        The part of the picture around the outline, clipped to it; empty where all of it is outside.
    inside
        bool array of the window.
    """
    low = np.clip(np.ceil(points.min(axis=0)), 0, shape).astype(int)
    high = np.clip(np.floor(points.max(axis=0)) + 1, low, shape).astype(int)
    window = slice(int(low[0]), int(high[0])), slice(int(low[1]), int(high[1]))
    rows, columns = high - low
    toggles = np.zeros((rows, columns + 1), np.int32)
    start, end = points, np.roll(points, -1, axis=0)
    # Rows that each edge crosses: from its lower end on, without its upper end, so that a corner counts once.
    first = np.clip(np.ceil(np.minimum(start[:, 0], end[:, 0])), low[0], high[0]).astype(int)
    last = np.clip(np.ceil(np.maximum(start[:, 0], end[:, 0])), low[0], high[0]).astype(int)
    counts = last - first
    edge = np.repeat(np.arange(len(points)), counts)
    row = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + first[edge]
    share = (row - start[edge, 0]) / (end[edge, 0] - start[edge, 0])
    crossed = start[edge, 1] + share * (end[edge, 1] - start[edge, 1])
    column = np.clip(np.ceil(crossed) - low[1], 0, columns).astype(int)
    np.add.at(toggles, (row - low[0], column), 1)
    return window, np.cumsum(toggles, axis=1)[:, :-1] % 2 == 1

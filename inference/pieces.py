"""Connected pieces of a mask.

Worked out here: SimpleITK and scipy do the same, and to load either takes some 100 MiB beside a scan that fills most of
what a screening may take.
"""

from __future__ import annotations

import numpy as np

from inference.triples import Box, box_of

FACES, TOUCHING = ((0, -1), (-1, 0)), ((0, -1), (-1, -1), (-1, 0), (-1, 1))
"""Steps along k and j to the rows before a row in which its neighbours lie."""


def pieces_of(mask: np.ndarray, corners: bool = True) -> np.ndarray:
    """Number the connected pieces of a mask.

    Parameters
    ----------
    mask : bool array [k, j, i]
    corners
        Whether voxels that touch at an edge or a corner belong together; otherwise only those that share a face.

    Returns
    -------
    int32 array, shape as the mask
        0 outside the mask, pieces from 1, in the order in which the first voxel of each comes.
    """
    # By runs of voxels along i: these are counted in thousands where voxels are in millions.
    rows = np.zeros((mask.shape[0], mask.shape[1] + 1, mask.shape[2] + 2), bool)  # no run goes on in the next row
    rows[:, :-1, 1:-1] = mask
    turns = np.flatnonzero(np.diff(rows.ravel(), prepend=False))
    starts, ends = turns[::2], turns[1::2]
    touching = [
        _meeting(starts, ends, (k * rows.shape[1] + j) * rows.shape[2], int(corners))
        for k, j in (TOUCHING if corners else FACES)
    ]
    first = _joined(len(starts), *np.concatenate(touching, axis=1))
    numbers = np.unique(first, return_inverse=True)[1] + 1
    numbered = np.zeros(mask.shape, np.int32)
    numbered[mask] = np.repeat(numbers, ends - starts)
    return numbered


def sizes_of(pieces: np.ndarray) -> np.ndarray:
    """Voxels of each piece, by its number; of number 0, which is none, no voxels."""
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    return sizes


def box_around(mask: np.ndarray) -> Box | None:
    """The smallest box that holds a mask [k, j, i]; None where it is empty."""
    used = [np.flatnonzero(mask.any(axis=tuple(other for other in range(3) if other != axis))) for axis in range(3)]
    return box_of(slice(int(one[0]), int(one[-1]) + 1) for one in used) if len(used[0]) else None


def _meeting(starts: np.ndarray, ends: np.ndarray, away: int, reach: int) -> np.ndarray:
    """Pairs of runs, the second in the row so many places before that of the first; shape (2, pairs)."""
    low = np.searchsorted(ends, starts + away - reach, "right")
    high = np.searchsorted(starts, ends + away + reach, "left")
    count = high - low
    behind = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return np.stack([np.repeat(np.arange(len(starts)), count), np.repeat(low, count) + behind])


def _joined(count: int, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each of so many runs the first one of its piece, where each pair belongs together."""
    first = np.arange(count)
    while True:
        a, b = first[one], first[other]
        apart = a != b
        if not apart.any():
            return first
        np.minimum.at(first, np.maximum(a, b)[apart], np.minimum(a, b)[apart])
        while not np.array_equal(shorter := first[first], first):
            first = shorter

"""The thirteen directions in which voxels are neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from inference.triples import Shape

DIRECTIONS: tuple[Shape, ...] = tuple((k, j, i) for k, j, i in product((-1, 0, 1), repeat=3) if (k, j, i) > (0, 0, 0))
"""Steps along k, j, i; the other thirteen are their opposites."""


def pairs(array: np.ndarray, step: Shape) -> tuple[np.ndarray, np.ndarray]:
    """Two views [k, j, i] of an array: its voxels, and those one step farther, where both exist."""
    here = tuple(slice(max(0, -s), n - max(0, s)) for s, n in zip(step, array.shape))
    there = tuple(slice(max(0, s), n - max(0, -s)) for s, n in zip(step, array.shape))
    return array[here], array[there]


def directions_in(inside: np.ndarray) -> Iterator[Shape]:
    """Directions along which a mask with a frame of nothing has more than one voxel: in a single slice, four."""
    size = [int(np.count_nonzero(inside.any(axis=tuple({0, 1, 2} - {axis})))) for axis in range(3)]
    yield from (step for step in DIRECTIONS if all(n > 1 or not s for n, s in zip(size, step)))

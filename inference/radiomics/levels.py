"""Grey levels of a region."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.radiomics.settings import MOST_LEVELS, Settings


class TooManyLevels(ValueError):
    """The values of an image need more grey levels than :data:`MOST_LEVELS`."""

    def __init__(self, count: int) -> None:
        self.count = count
        super().__init__(f"{count} grey levels, at most {MOST_LEVELS}")


@dataclass(frozen=True, slots=True)
class Levels:
    """Grey levels on a box, with one voxel of nothing around it.

    Attributes
    ----------
    grid
        int64 array [k, j, i]: 0 outside the region, else 1 + index in ``values``.
    values
        Grey levels that occur, ascending; the lowest is 1. float array, shape (n,).
    counts
        Voxels of each, shape (n,).
    """

    grid: np.ndarray
    values: np.ndarray
    counts: np.ndarray

    @property
    def highest(self) -> int:
        """The number of levels, those that do not occur among them."""
        return int(self.values[-1])


def levels_of(image: np.ndarray, mask: np.ndarray, settings: Settings) -> Levels:
    """Sort the voxels of a region into grey levels.

    Raises
    ------
    TooManyLevels
        Where the bins are too narrow for the values.
    """
    values = image[mask].astype(float)
    lowest, highest = values.min(), values.max()
    if settings.bin_width is not None:
        begin = np.floor(lowest / settings.bin_width) * settings.bin_width
        if (highest - begin) / settings.bin_width >= MOST_LEVELS:
            raise TooManyLevels(int((highest - begin) / settings.bin_width) + 1)
        bins = np.floor((values - begin) / settings.bin_width).astype(np.intp)
    else:
        assert settings.bin_count is not None
        span = highest - lowest or 1.0
        bins = np.minimum(((values - lowest) / span * settings.bin_count).astype(np.intp), settings.bin_count - 1)
    counts = np.bincount(bins)
    present = np.flatnonzero(counts)
    order = np.zeros(len(counts), np.intp)
    order[present] = np.arange(1, len(present) + 1)
    grid = np.zeros([n + 2 for n in mask.shape], np.intp)
    grid[1:-1, 1:-1, 1:-1][mask] = order[bins]
    return Levels(grid, present + 1.0, counts[present].astype(float))

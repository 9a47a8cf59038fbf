"""Grey-level run lengths: how long a level goes on in a direction."""

from __future__ import annotations

import numpy as np

from inference.radiomics.directions import directions_in
from inference.radiomics.levels import Levels
from inference.radiomics.sizes import named, size_features
from inference.triples import Shape

NAMES = {
    "GrayLevelNonUniformity": "level non-uniformity",
    "GrayLevelNonUniformityNormalized": "level non-uniformity, normalised",
    "GrayLevelVariance": "level variance",
    "HighGrayLevelRunEmphasis": "high",
    "LongRunEmphasis": "large",
    "LongRunHighGrayLevelEmphasis": "large high",
    "LongRunLowGrayLevelEmphasis": "large low",
    "LowGrayLevelRunEmphasis": "low",
    "RunEntropy": "entropy",
    "RunLengthNonUniformity": "size non-uniformity",
    "RunLengthNonUniformityNormalized": "size non-uniformity, normalised",
    "RunPercentage": "percentage",
    "RunVariance": "size variance",
    "ShortRunEmphasis": "small",
    "ShortRunHighGrayLevelEmphasis": "small high",
    "ShortRunLowGrayLevelEmphasis": "small low",
}


class Lines:
    """The voxels of a mask one after another along each direction; the same for all images of a region.

    Parameters
    ----------
    inside : bool array [k, j, i]
        With one voxel of nothing around it.
    """

    def __init__(self, inside: np.ndarray) -> None:
        self.voxels = int(np.count_nonzero(inside))
        self.longest = max(inside.shape)
        where = np.nonzero(inside)
        flat = np.ravel_multi_index(where, inside.shape)
        self.along = [found for step in directions_in(inside) if (found := _line(flat, where, inside, step))]


def _line(
    flat: np.ndarray, where: tuple[np.ndarray, ...], inside: np.ndarray, step: Shape
) -> tuple[np.ndarray, np.ndarray] | None:
    """Flat indices of the voxels in the order of lines in a direction, and where one does not follow on the one before.

    None where no line has two voxels.
    """
    lead = next(axis for axis, s in enumerate(step) if s)
    rows = [where[axis] - step[axis] * where[lead] for axis in range(3) if axis != lead]
    first, second = (row - row.min() for row in rows)
    # Voxels come in the order of k, j, i, and so, line by line, in the order of the axis that leads.
    line = first * (int(second.max()) + 1) + second
    if line.max() < 2**16:
        line = line.astype(np.uint16)
    order = np.argsort(line, kind="stable")
    if not (np.diff(line[order]) == 0).any():
        return None
    stride = int(np.dot(step, np.array(inside.strides) // inside.itemsize))
    ordered = flat[order]
    return ordered, np.concatenate([[True], np.diff(ordered) != stride])


def run_lengths(levels: Levels, lines: Lines) -> np.ndarray:
    """How often runs of each level have each length: float array, shape (directions, n, longest)."""
    flat = levels.grid.ravel()
    count, longest = len(levels.values), lines.longest
    found = np.empty((len(lines.along), count, longest))
    for place, (order, breaks) in zip(found, lines.along):
        values = flat[order]
        begins = breaks.copy()
        begins[1:] |= values[1:] != values[:-1]
        starts = np.flatnonzero(begins)
        lengths = np.diff(starts, append=len(values))
        codes = (values[starts] - 1) * longest + lengths - 1
        place[:] = np.bincount(codes, minlength=count * longest).reshape(count, longest)
    return found


def run_features(levels: Levels, lines: Lines) -> dict[str, float]:
    """All features of the family, by name: means over the directions."""
    matrices = run_lengths(levels, lines)
    if not len(matrices):
        return dict.fromkeys(NAMES, np.nan)
    used = np.flatnonzero(matrices.any(axis=(0, 1)))
    return named(size_features(matrices[:, :, used], levels.values, used + 1.0, lines.voxels), NAMES)

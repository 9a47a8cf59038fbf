"""A network moved over an image in overlapping tiles, its logits averaged with more weight in the middle of a tile.

Tile places, weights, mirroring and padding are those of nnU-Net v2 (Isensee et al., Nat Methods 2021;18:203), so that a
model trained there answers here as it does there. Only its sums have 16 bits, and those here 32: in the corners of a
scan, where a tile weighs next to nothing, its logits are rounded more coarsely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from inference.errors import Cancelled

SIGMA = 1 / 8
"""Width of the weights as a part of the tile."""
TRUNCATED = 4.0
"""The bell ends after so many of its widths."""
PEAK = 10.0
"""Weights are rounded to 16 bits below; this keeps more of the corners."""

Network = Callable[[np.ndarray], np.ndarray]
"""From a tile [k, j, i] to its logits [classes, k, j, i]."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """How an image is cut.

    Attributes
    ----------
    patch
        Voxels of a tile along k, j, i; a network for slices has 1 along k and sees every slice.
    step_share
        Distance between tiles as a part of the tile, at most.
    mirror_axes
        Axes (0 is k) along which the tile is also shown mirrored, alone and together.
    """

    patch: tuple[int, int, int]
    step_share: float
    mirror_axes: tuple[int, ...]


def slide(
    image: np.ndarray,
    classes: int,
    tiling: Tiling,
    network: Network,
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> np.ndarray:
    """Logits of a whole image.

    Parameters
    ----------
    image : float32 array [k, j, i]
        Normalised; where it is smaller than a tile, zeros are put around it.

    Returns
    -------
    float32 array [classes, k, j, i]

    Raises
    ------
    Cancelled
        Between two tiles.
    """
    padding = [((missing := max(0, p - n)) // 2, missing - missing // 2) for p, n in zip(tiling.patch, image.shape)]
    inside = tuple(slice(before, before + n) for (before, _), n in zip(padding, image.shape))
    image = np.pad(image, padding)
    weights = tile_weights(tiling.patch)
    total = np.zeros((classes, *image.shape), np.float32)
    weight = np.zeros(image.shape, np.float32)
    places = list(product(*(tile_starts(n, p, tiling.step_share) for n, p in zip(image.shape, tiling.patch))))
    for done, place in enumerate(places):
        if cancelled():
            raise Cancelled
        box = tuple(slice(start, start + p) for start, p in zip(place, tiling.patch))
        total[(slice(None), *box)] += mirrored_mean(network, image[box], tiling.mirror_axes) * weights
        weight[box] += weights
        progress((done + 1) / len(places))
    total /= weight
    return total[(slice(None), *inside)]


def tile_starts(size: int, patch: int, step_share: float) -> list[int]:
    """First voxels of the tiles along one axis, evenly spread from one end to the other."""
    if patch == 1:
        return list(range(size))
    count = int(np.ceil((size - patch) / (patch * step_share))) + 1
    if count == 1:
        return [0]
    return [int(np.round((size - patch) / (count - 1) * n)) for n in range(count)]


def tile_weights(patch: Sequence[int]) -> np.ndarray:
    """A bell with its peak at the middle voxel, float32 array of the shape ``patch``.

    Rounded to half precision, and nowhere 0, as nnU-Net has it.
    """
    product_of_axes = np.ones(())
    for size in patch:
        product_of_axes = np.multiply.outer(product_of_axes, _bell(size))
    weights = (product_of_axes / product_of_axes.max() * PEAK).astype(np.float16)
    weights[weights == 0] = weights[weights > 0].min()
    return weights.astype(np.float32)


def _bell(size: int) -> np.ndarray:
    if size == 1:
        return np.ones(1)
    sigma, away = size * SIGMA, np.abs(np.arange(size) - size // 2)
    return np.where(away <= int(TRUNCATED * sigma + 0.5), np.exp(-0.5 * (away / sigma) ** 2), 0)


def mirrored_mean(network: Network, tile: np.ndarray, axes: Sequence[int]) -> np.ndarray:
    """Mean of the logits of a tile and of all its mirror images, turned back."""
    total, count = np.zeros((), np.float32), 0
    for mirrored in _subsets(axes):
        logits = network(np.ascontiguousarray(np.flip(tile, mirrored)))
        total = total + np.flip(logits, tuple(axis + 1 for axis in mirrored))
        count += 1
    return total / count


def _subsets(axes: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """None of the axes, each of them, every two, all."""
    for count in range(len(axes) + 1):
        yield from combinations(axes, count)

"""What one simulated volume becomes each time the training sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import torch
from torch.nn import functional

PADDING_HU = -1024
BEND_NODES = (5, 5, 5)
BEND_MM = 3.0
"""Smooth bending of a block, see :func:`_bend`."""


class OfGrid(Protocol):
    """What is asked of a :class:`~training.vessels.plans.Plan` here."""

    @property
    def spacing_mm(self) -> tuple[float, float, float]:
        """Voxel along k, j, i."""

    @property
    def size(self) -> tuple[int, int, int]:
        """Number of voxels along k, j, i."""


def augment_block(
    image: np.ndarray, truth: np.ndarray, plan: OfGrid, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Cut a block out of a simulated volume at a random place and vary geometry, range, noise and field of view.

    Returns
    -------
    image : float32 array [k, j, i], HU
    truth : uint8 array [1 + vessel, k, j, i]
        Layers, see :mod:`training.simulate.truth`.
    """
    start = [int(rng.integers(0, have - want + 1)) for have, want in zip(image.shape, plan.size)]
    image = image.astype(np.float32)
    if rng.random() < 0.6:
        image, truth = _affine(image, truth, start, plan, rng, BEND_MM)
    else:
        box = tuple(slice(s, s + n) for s, n in zip(start, plan.size))
        image, truth = image[box].copy(), truth[:, *box].copy()
    _vary_values(image, rng)
    _vary_scanner(image, rng)
    _cut_field_of_view(image, truth, rng)
    return image, truth


def augment_scan(
    image: np.ndarray, truth: np.ndarray, plan: OfGrid, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Turn, scale, shift and vary a whole coarse scan and its labels; mirrored, sides swapped, half of the time."""
    image = image.astype(np.float32)
    if rng.random() < 0.5:
        image, truth = image[:, :, ::-1].copy(), _SWAPPED_SIDES[truth[:, :, ::-1]]
    if rng.random() < 0.7:
        shift = [float(v) for v in rng.uniform(-3, 3, 3)]
        image, truth = _affine(image, truth, shift, plan, rng)
    else:
        image, truth = image.copy(), truth.copy()
    _vary_values(image, rng)
    if rng.random() < 0.2:
        image += rng.uniform(0, 60) * rng.standard_normal(image.shape).astype(np.float32)
    return image, truth


_SWAPPED_SIDES = np.array([0, 2, 1, 3, 4, 5], np.uint8)


def _affine(
    image: np.ndarray,
    truth: np.ndarray,
    start: Sequence[float],
    plan: OfGrid,
    rng: np.random.Generator,
    bend_mm: float = 0.0,
) -> tuple[np.ndarray, np.ndarray]:
    angle = np.radians(rng.normal(0, (5, 4, 4)))
    scale = np.exp(rng.normal(0, 0.07, 3)) * np.exp(rng.normal(0, 0.05))
    spacing, size = np.array(plan.spacing_mm), plan.size
    turn = np.array([[0, angle[0], -angle[1]], [-angle[0], 0, angle[2]], [angle[1], -angle[2], 0]])
    matrix = torch.matrix_exp(torch.from_numpy(turn)).numpy() @ np.diag(scale)
    matrix = np.diag(1 / spacing) @ matrix @ np.diag(spacing)
    middle = (np.array(size) - 1) / 2
    axes = [np.arange(n) - m for n, m in zip(size, middle)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), -1) @ matrix.T + middle + start
    if bend_mm:
        points += _bend(size, spacing, bend_mm, rng)
    unit = points / (np.array(image.shape) - 1) * 2 - 1
    place = torch.from_numpy(np.ascontiguousarray(unit[None, ..., ::-1], dtype=np.float32))

    def sample(layers: np.ndarray, mode: str) -> np.ndarray:
        source = torch.from_numpy(layers.astype(np.float32))[None]
        return functional.grid_sample(source, place, mode=mode, padding_mode="border", align_corners=True)[0].numpy()

    moved = sample(image[None], "bilinear")[0]
    if truth.ndim == image.ndim:
        return moved, sample(truth[None], "nearest")[0].astype(np.uint8)
    others, shares = sample(truth[:1], "nearest"), np.round(sample(truth[1:], "bilinear"))
    return moved, np.concatenate([others, shares]).astype(np.uint8)


def _bend(size: Sequence[int], spacing: np.ndarray, most_mm: float, rng: np.random.Generator) -> np.ndarray:
    """A smooth displacement of every voxel, in voxels [k, j, i, axis]: new courses for the vessels of one simulation.

    Its size is drawn up to ``most_mm`` (standard deviation of the nodes). Nodes are a quarter of the block apart, 25 mm
    and more, so that the space never folds.
    """
    nodes = rng.uniform(0, most_mm) * rng.standard_normal((1, 3, *BEND_NODES)).astype(np.float32)
    smooth = functional.interpolate(torch.from_numpy(nodes), size=tuple(size), mode="trilinear", align_corners=True)
    return np.moveaxis(smooth[0].numpy(), 0, -1) / spacing


def _vary_values(image: np.ndarray, rng: np.random.Generator) -> None:
    inside = image > PADDING_HU + 1
    varied = (image - 40) * rng.normal(1, 0.04) + 40 + rng.normal(0, 6)
    if rng.random() < 0.3:
        varied += rng.uniform(0, 22) * rng.standard_normal(image.shape).astype(np.float32)
    if rng.random() < 0.2:
        width = rng.uniform(0.2, 0.5)
        axis = int(rng.integers(0, 3))
        varied = (1 - width) * varied + width / 2 * (np.roll(varied, 1, axis) + np.roll(varied, -1, axis))
    image[inside] = varied[inside]


def _vary_scanner(image: np.ndarray, rng: np.random.Generator) -> None:
    """Another kernel, thicker slices, grain and streaks: what scanners differ in and few drawn patients show."""
    inside = image > PADDING_HU + 1
    varied = image
    if rng.random() < 0.25:
        varied = varied + rng.uniform(-0.4, 0.8) * (varied - _mean_of(varied, (1, 3, 3)))
    if rng.random() < 0.2:
        varied = _mean_of(varied, (3, 1, 1))
    if rng.random() < 0.3:
        varied = varied + rng.uniform(5, 25) * _grain(image.shape, (1, 1, 1) if rng.random() < 0.4 else (1, 3, 3), rng)
    if rng.random() < 0.3:
        varied = varied + rng.uniform(8, 30) * _streaks(image.shape, rng)
    if varied is not image:
        image[inside] = varied[inside]


def _streaks(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Grain drawn out from side to side, as between the shoulders, in some slices and rows."""
    length = int(rng.integers(4, 15)) * 2 + 1
    depth, rows, _ = shape
    band_k = np.exp(-(((np.arange(depth) - rng.uniform(0, depth)) / rng.uniform(4, 20)) ** 2))
    band_j = np.exp(-(((np.arange(rows) - rng.uniform(0.2, 0.9) * rows) / rng.uniform(8, 40)) ** 2))
    return _grain(shape, (1, 1, length), rng) * (band_k[:, None] * band_j)[..., None].astype(np.float32)


def _grain(shape: tuple[int, ...], size: tuple[int, int, int], rng: np.random.Generator) -> np.ndarray:
    """Noise whose values are alike over ``size`` voxels, of standard deviation 1."""
    grain = rng.standard_normal(shape, dtype=np.float32)
    return grain if size == (1, 1, 1) else _mean_of(grain, size) * np.float32(np.sqrt(np.prod(size)))


def _mean_of(image: np.ndarray, size: tuple[int, int, int]) -> np.ndarray:
    """Mean over a box of odd size around each voxel; at the edges of what lies inside."""
    source = torch.from_numpy(np.ascontiguousarray(image, dtype=np.float32))[None, None]
    padding = tuple(n // 2 for n in size)
    return functional.avg_pool3d(source, size, 1, padding, count_include_pad=False)[0, 0].numpy()


def _cut_field_of_view(image: np.ndarray, truth: np.ndarray, rng: np.random.Generator) -> None:
    """Scans end above or below the inlet, and narrow fields of view cut the axilla off."""
    depth, _, width = image.shape
    if rng.random() < 0.4:
        top = int(rng.integers(depth * 2 // 5, depth))
        image[top:], truth[..., top:, :, :] = PADDING_HU, 0
    if rng.random() < 0.15:
        bottom = int(rng.integers(0, depth // 4))
        image[:bottom], truth[..., :bottom, :, :] = PADDING_HU, 0
    if rng.random() < 0.15:
        left = int(rng.integers(0, width // 4))
        image[:, :, :left], truth[..., :left] = PADDING_HU, 0

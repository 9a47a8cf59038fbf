"""Vessel masks from an enhanced scan: the network says which vessel it is, contrast medium says where it ends.

Each voxel's chance of being one kind of vessel or none comes from three things: the network, how well the CT number
fits the blood of that vessel nearby (or else what is beside the vessels), and the voxels around it. They are iterated
as a mean field, as in a conditional random field with a Gaussian neighbourhood (Kraehenbuehl and Koltun 2011), so that
masks grow along bright vessels beyond where the network was sure. Where a phase leaves a vessel as grey as what lies
beside it, the CT number says nothing, and the network's border stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from inference.steps.window import on_targets
from inference.volume import Grid, Volume
from training.simulate import classes
from training.transfer.prior import SPACING_MM, VESSELS, WANTED, Prior

SMOOTH_MM, ALONG_MM, REACH_MM = 0.7, 5.0, 1.2
"""Smoothing of the scan, of the blood's brightness along a vessel, and of the neighbourhood."""
PRIOR, EVIDENCE, TOGETHER = 1.0, 0.7, 4.0
"""Weights of the three; neighbouring voxels share their noise, so the CT number counts less than its likelihood."""
FLOOR = 3e-3
ROUNDS = 5
NOISE_HU, UNLIKE = 8.0, 8.0
"""Least spread of blood, HU, and beyond so many units nothing is less likely."""
SOLID_HU = 120.0
"""Brighter than the blood around it by this: calcium or a catheter, of which the CT number says nothing."""
TOLD_HU = 20.0
"""A vessel this much brighter than what lies beside it shows its border."""
BESIDE_MM, NEAR_MM = 2.5, 8.0
HALF = 0.55
"""A little more than half: a voxel's own neighbours are brighter than what lies farther off."""
LEAST_PART = 0.25
TRUNK_MM, LONG = 30.0, 1.9
"""How far up the fork is looked for; two circles that touch have twice the area of the one inscribed."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Masks of one side.

    Attributes
    ----------
    labels
        uint8 [k, j, i]: 1 to 4 in the order of the wanted vessels, 5 to 9 the other kinds, 0 elsewhere.
    told
        Part of each wanted vessel's border that contrast medium shows, 0 to 1.
    blood_hu
        Median of each wanted vessel; NaN where none was found.
    """

    grid: Grid
    labels: np.ndarray
    told: tuple[float, ...]
    blood_hu: tuple[float, ...]


def grow(volume: Volume, prior: Prior, right: bool = True) -> Grown:
    """Masks in an enhanced scan.

    Parameters
    ----------
    prior
        What the network says; its grid is that of the masks.
    right
        Whether carotid and subclavian artery come out of one trunk, as they do on the right; what lies below its fork
        is the trunk's then.
    """
    grid = prior.grid
    hu = on_targets(volume, [grid.places_mm(axis) for axis in range(3)], grid.spacing_mm)
    smooth = ndimage.gaussian_filter(hu, SMOOTH_MM / SPACING_MM)
    labels = np.zeros(grid.shape, np.uint8)
    near = ndimage.maximum_filter(1 - prior.chances[0] > 0.05, int(2 * NEAR_MM / SPACING_MM) + 1)
    if near.any():
        (box,) = ndimage.find_objects(near.astype(np.uint8))
        labels[box] = _masks(smooth[box], prior.chances[(slice(None), *box)], near[box])
        if right:
            _cut_trunk(labels)
    return Grown(grid, labels, *_seen(smooth, labels))


def _masks(smooth: np.ndarray, given: np.ndarray, near: np.ndarray) -> np.ndarray:
    labels = _mean_field(smooth, given, near).argmax(axis=0).astype(np.uint8)
    return _one_piece_each(_to_the_border(smooth, labels, _beside(smooth, labels)))


def _mean_field(smooth: np.ndarray, given: np.ndarray, near: np.ndarray) -> np.ndarray:
    known = np.log(np.maximum(ndimage.gaussian_filter(given, (0, 1.0, 1.0, 1.0)), FLOOR))
    chances = given
    for _ in range(ROUNDS):
        energy = PRIOR * known + TOGETHER * np.stack([ndimage.gaussian_filter(c, REACH_MM) for c in chances])
        beside = _likelihood_beside(smooth, chances[0], near)
        energy[0] += EVIDENCE * beside
        for kind in range(1, len(chances)):
            energy[kind] += EVIDENCE * _likelihood(smooth, chances[kind], beside)
        energy -= energy.max(axis=0)
        chances = np.exp(energy, out=energy)
        chances /= chances.sum(axis=0)
    return chances


def _along(weight: np.ndarray, smooth: np.ndarray, middle: float) -> np.ndarray:
    """Weighted mean of the CT number nearby, HU; from every second voxel, as it changes slowly."""
    half = (slice(None, None, 2),) * 3
    part = weight[half].astype(np.float32)
    total = ndimage.gaussian_filter(part, ALONG_MM / 2)
    mean = ndimage.gaussian_filter(part * smooth[half], ALONG_MM / 2)
    mean = np.where(total > 1e-4, mean / np.maximum(total, 1e-4), middle)
    return np.repeat(np.repeat(np.repeat(mean, 2, 0), 2, 1), 2, 2)[tuple(slice(0, n) for n in smooth.shape)]


def _likelihood(smooth: np.ndarray, chance: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """How well the CT number fits the blood of a vessel nearby (logarithm of a density in HU)."""
    weight = np.where(chance > 0.5, chance, 0)
    if not weight.any():
        return beside
    middle = float(np.median(smooth[weight > 0]))
    weight *= np.abs(smooth - middle) < SOLID_HU
    blood = _along(weight, smooth, middle)
    spread = NOISE_HU + float(np.sqrt(np.average((smooth - blood) ** 2, weights=weight)))
    off = (smooth - blood) / spread
    fits = -0.5 * np.minimum(off**2, UNLIKE) - np.log(spread * 2.5066)
    return np.where(smooth > blood + SOLID_HU, beside, fits)


def _likelihood_beside(smooth: np.ndarray, chance: np.ndarray, near: np.ndarray) -> np.ndarray:
    """How usual the CT number is beside the vessels (logarithm of a density in HU)."""
    edges = np.arange(-1100.0, 1700.0, 10.0)
    counts, _ = np.histogram(smooth[near], edges, weights=chance[near])
    density = ndimage.gaussian_filter1d(counts, 1.5) / (counts.sum() * 10) + 2e-5
    return np.log(density)[np.clip(np.digitize(smooth, edges) - 1, 0, len(density) - 1)]


def _beside(smooth: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """What the nearest tissue beside all vessels measures, HU."""
    free = ndimage.distance_transform_edt(labels == 0) > BESIDE_MM
    nearest = ndimage.distance_transform_edt(~free, return_distances=False, return_indices=True)
    return smooth[tuple(nearest)]


def _to_the_border(smooth: np.ndarray, labels: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """Move borders to half way between the blood and what lies beside it, where that can be told."""
    found = labels.copy()
    away, nearest = ndimage.distance_transform_edt(labels == 0, return_indices=True)
    owner = labels[tuple(nearest)]
    for kind in range(1, VESSELS + 1):
        mask = labels == kind
        if not mask.any():
            continue
        middle = float(np.median(smooth[mask]))
        weight = ndimage.distance_transform_edt(mask) ** 2
        blood = _along(weight, np.minimum(smooth, middle + SOLID_HU), middle)
        told = blood - beside > TOLD_HU
        half = (smooth - beside) > HALF * (blood - beside)
        inner = ndimage.binary_erosion(mask)
        found[mask & ~inner & told & ~half] = 0
        found[(owner == kind) & (away <= 1.0) & (labels == 0) & told & half & (smooth < blood + SOLID_HU)] = kind
    return found


def _cut_trunk(labels: np.ndarray) -> None:
    """Give what lies below the fork of the brachiocephalic trunk to the other arteries."""
    arteries = (classes.COMMON_CAROTID, classes.SUBCLAVIAN_ARTERY)
    slices = np.flatnonzero(np.isin(labels, arteries).any(axis=(1, 2)))
    for k in slices[: int(TRUNK_MM / SPACING_MM)]:
        if _apart(labels[k], arteries) and _apart(labels[min(k + 1, len(labels) - 1)], arteries):
            below = labels[:k]
            below[np.isin(below, arteries)] = classes.OTHER_ARTERY
            return


def _apart(layer: np.ndarray, kinds: tuple[int, int]) -> bool:
    """Whether a slice shows two arteries rather than one: two pieces, or one that is far from round."""
    if not all((layer == kind).any() for kind in kinds):
        return False
    both = np.isin(layer, kinds)
    parts, _ = ndimage.label(both, np.ones((3, 3)))
    first, second = (set(np.unique(parts[layer == kind])) for kind in kinds)
    inscribed = ndimage.distance_transform_edt(both).max() - 0.5
    return not first & second or bool(both.sum() > LONG * np.pi * inscribed**2)


def _one_piece_each(labels: np.ndarray) -> np.ndarray:
    """The largest piece of each vessel, and others at least a quarter as large."""
    kept = np.zeros_like(labels)
    for kind in range(1, int(labels.max()) + 1):
        parts, count = ndimage.label(labels == kind, np.ones((3, 3, 3)))
        if count:
            sizes = np.bincount(parts.ravel())[1:]
            large = 1 + np.flatnonzero(sizes >= LEAST_PART * sizes.max())
            kept[np.isin(parts, large)] = kind
    return kept


def _seen(smooth: np.ndarray, labels: np.ndarray) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """For each wanted vessel the part of its border that contrast medium shows, and its median, HU."""
    told, blood, beside = [], [], _beside(smooth, labels)
    for kind in range(1, WANTED + 1):
        mask = labels == kind
        core = ndimage.binary_erosion(mask)
        border = mask & ~core
        middle = float(np.median(smooth[core if core.any() else mask])) if mask.any() else float("nan")
        told.append(round(float((middle - beside[border] > TOLD_HU).mean()), 2) if border.any() else 0.0)
        blood.append(round(middle, 0))
    return tuple(told), tuple(blood)

"""Vessel masks from an enhanced scan: the network says which vessel it is, contrast medium says where it ends.

Each voxel's chance of being one kind of vessel or none comes from three things: the network, how well the CT number
fits the blood of that vessel nearby (or else what is beside the vessels), and the voxels around it. They are iterated
as a mean field, as in a conditional random field with a Gaussian neighbourhood (Kraehenbuehl and Koltun 2011), so that
masks grow along bright vessels beyond where the network was sure. Then :mod:`training.transfer.border` finds how far
each reaches across. Where a phase leaves a vessel as grey as what lies beside it, the CT number says nothing, and the
network's border stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from inference.steps.window import on_targets
from inference.volume import Grid, Volume
from training.simulate import classes
from training.transfer.border import ALONG_MM, SMOOTH_MM, SOLID_HU, TOLD_HU, Border, blur_of, find_border, shares_of
from training.transfer.prior import SPACING_MM, WANTED, Prior

REACH_MM = 1.2
"""Smoothing of the neighbourhood."""
PRIOR, EVIDENCE, TOGETHER = 1.0, 0.7, 4.0
"""Weights of the three; neighbouring voxels share their noise, so the CT number counts less than its likelihood."""
FLOOR = 3e-3
ROUNDS = 5
NOISE_HU, UNLIKE = 8.0, 8.0
"""Least spread of blood, HU, and beyond so many units nothing is less likely."""
NEAR_MM = 8.0
"""So far from what the network saw vessels are looked for."""
LEAST_PART = 0.25
TRUNK_MM, AGAIN = 30.0, 5
"""How far up the fork is looked for; and within so many slices both must be apart again, as they often touch."""
NECK, MOST_SHARED = 0.7, 0.25
"""How narrow it is between two vessels, in parts of the thinner one; and half a circle has two fifths of its border in
common with the other half."""


@dataclass(frozen=True, slots=True)
class Grown:
    """Masks of one side.

    Attributes
    ----------
    labels
        uint8 [k, j, i]: 1 to 4 in the order of the wanted vessels, 5 to 8 the other kinds, 0 elsewhere.
    shares
        float32 [vessel, k, j, i]: how much of each voxel the wanted vessels fill, 0 to 1.
    told
        Part of each wanted vessel's border that contrast medium shows, 0 to 1.
    blood_hu
        Of each wanted vessel; NaN where none was found.
    """

    grid: Grid
    labels: np.ndarray
    shares: np.ndarray
    told: tuple[float, ...]
    blood_hu: tuple[float, ...]


def grow(volume: Volume, prior: Prior, right: bool = True, scanned_mm: Sequence[float] = (1.0, 1.0, 1.0)) -> Grown:
    """Masks in an enhanced scan.

    Parameters
    ----------
    prior
        What the network says; its grid is that of the masks.
    right
        Whether carotid and subclavian artery come out of one trunk, as they do on the right; what lies below its fork
        is the trunk's then.
    scanned_mm
        The voxel (k, j, i) that the scan had before it was brought here: how blurred it is.
    """
    grid = prior.grid
    hu = on_targets(volume, [grid.places_mm(axis) for axis in range(3)], grid.spacing_mm)
    smooth = ndimage.gaussian_filter(hu, SMOOTH_MM / SPACING_MM)
    labels, shares = np.zeros(grid.shape, np.uint8), np.zeros((WANTED, *grid.shape), np.float32)
    near = ndimage.maximum_filter(1 - prior.chances[0] > 0.05, int(2 * NEAR_MM / SPACING_MM) + 1)
    if not near.any():
        return Grown(grid, labels, shares, (0.0,) * WANTED, (float("nan"),) * WANTED)
    (box,) = ndimage.find_objects(near.astype(np.uint8))
    found = _mean_field(smooth[box], prior.chances[(slice(None), *box)], near[box]).argmax(axis=0)
    border = find_border(smooth[box], _one_piece_each(found.astype(np.uint8)), blur_of(scanned_mm))
    part = _one_piece_each(border.labels)
    if right:
        _cut_trunk(part)
    labels[box] = part
    shares[(slice(None), *box)] = shares_of(border, part)
    return Grown(grid, labels, shares, *_seen(border, part))


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


def _cut_trunk(labels: np.ndarray) -> None:
    """Give what lies below the fork of the brachiocephalic trunk to the other arteries.

    A subclavian artery may leave the trunk lower than the carotid: where it lies beside a trunk that the network saw,
    and does not share most of its border with it, it stays.
    """
    arteries = (classes.COMMON_CAROTID, classes.SUBCLAVIAN_ARTERY)
    slices = np.flatnonzero(np.isin(labels, arteries).any(axis=(1, 2)))
    apart = [_apart(layer, arteries) for layer in labels]
    for k in slices[: int(TRUNK_MM / SPACING_MM)]:
        if apart[k] and any(apart[k + 1 : k + 1 + AGAIN]):
            for layer in labels[:k]:
                own = np.isin(layer, arteries)
                if not 0 < _shared_border(own, layer == classes.OTHER_ARTERY) < MOST_SHARED:
                    layer[own] = classes.OTHER_ARTERY
            return


def _shared_border(own: np.ndarray, other: np.ndarray) -> float:
    """Which part of a slice's border one mask has in common with another."""
    around = ndimage.binary_dilation(own) & ~own
    return float((around & other).sum() / max(around.sum(), 1))


def _apart(layer: np.ndarray, kinds: tuple[int, int]) -> bool:
    """Whether a slice shows two arteries rather than one: two pieces, or one with a neck between them."""
    if not all((layer == kind).any() for kind in kinds):
        return False
    depth = ndimage.distance_transform_edt(np.isin(layer, kinds))
    middles = [np.unravel_index(np.where(layer == kind, depth, 0).argmax(), layer.shape) for kind in kinds]
    parts, _ = ndimage.label(depth >= NECK * min(depth[middle] for middle in middles), np.ones((3, 3)))
    return bool(parts[middles[0]] != parts[middles[1]])


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


def _seen(border: Border, labels: np.ndarray) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """For each wanted vessel the part of its border that contrast medium shows, and what its blood measures, HU."""
    told, blood = [], []
    for kind in range(1, WANTED + 1):
        mask = labels == kind
        edge = mask & ~ndimage.binary_erosion(mask)
        shown = border.blood[edge] - border.beside[edge] > TOLD_HU
        told.append(round(float(shown.mean()), 2) if edge.any() else 0.0)
        blood.append(round(float(np.median(border.blood[mask])), 0) if mask.any() else float("nan"))
    return tuple(told), tuple(blood)

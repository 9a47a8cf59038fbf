"""How much of each voxel a vessel of an enhanced scan fills, so that its border may run through a voxel.

A voxel measures what its parts measure, blurred as the scan is: so a scan is fitted as a mixture of the blood of each
vessel and of what lies beside it. Both are found by least squares near each place, and how much of a voxel is vessel
then follows from undoing the blur. Half way between a mask's mean and its surroundings, as is usual, will not do: a
thin vein has hardly a voxel of blood alone, its mean is too dark, and half of that is passed too far out; while half of
the true blood's brightness lies inside of the border of a thin tube, and a thin sheet never reaches it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from training.transfer.prior import SPACING_MM, VESSELS, WANTED

SMOOTH_MM, ALONG_MM = 0.7, 5.0
"""Smoothing of the scan, and of the blood's brightness along a vessel."""
SCAN_MM = 0.6
"""Blur of a usual soft kernel."""
SOLID_HU = 120.0
"""Brighter than the blood around it by this: calcium or a catheter, of which the CT number says nothing."""
TOLD_HU = 20.0
"""A vessel this much brighter than what lies beside it shows its border."""
BESIDE_MM, OUT_MM = 2.5, 1.5
"""Beyond this lies what is beside a vessel; and so far out a border may move."""
ROUNDS, SHARPER = 5, 4
MIDDLE, MOST = 4, 1.3
"""Power of the weight of a vessel's middle; and a vein is at most so much brighter than its middle looks."""
FULL, EDGE, AROUND = 0.75, 1.5, 5.0
"""A voxel that must be vessel; how wide a vessel's edge is beside it, in blurs; and beyond the last it is another."""
LEAST_BESIDE = 0.02
"""So much of what lies around must be no vessel for it to be known what is beside one."""


@dataclass(frozen=True, slots=True)
class Border:
    """Arrays [k, j, i].

    Attributes
    ----------
    owner
        uint8: the vessel that a voxel belongs to where ``filled`` is not 0.
    filled
        float32, 0 to 1: how much of the voxel that vessel fills.
    blood, beside
        What its blood and the tissue beside it measure there, HU.
    """

    owner: np.ndarray
    filled: np.ndarray
    blood: np.ndarray
    beside: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """The vessel of each voxel that is at least half full of it."""
        return np.where(self.filled > 0.5, self.owner, 0).astype(np.uint8)


def blur_of(spacing_mm: Sequence[float]) -> tuple[float, ...]:
    """Blur of a smoothed scan with that voxel (k, j, i), standard deviation in voxels of :data:`SPACING_MM`.

    The slice's own thickness, the linear interpolation onto the grid (a triangle of half the voxel on average), the
    kernel in the plane and the smoothing; variances add up.
    """
    own = [step**2 / 6 for step in spacing_mm]
    own[0] += spacing_mm[0] ** 2 / 12
    own[1], own[2] = own[1] + SCAN_MM**2, own[2] + SCAN_MM**2
    return tuple(float(np.sqrt(part + SMOOTH_MM**2) / SPACING_MM) for part in own)


def find_border(smooth: np.ndarray, labels: np.ndarray, blur: Sequence[float]) -> Border:
    """Move the borders of vessels half way between their blood and what lies beside them, where that can be told.

    Parameters
    ----------
    smooth
        The enhanced scan, HU.
    labels
        uint8 [k, j, i], vessels from 1 to :data:`VESSELS`; other kinds are no one's to move.
    blur
        See :func:`blur_of`.
    """
    vessels = _without_shells(np.where(labels <= VESSELS, labels, 0))
    beside = _far(smooth, labels)
    away, nearest = ndimage.distance_transform_edt(vessels == 0, return_indices=True)
    owner = np.where((away <= OUT_MM / SPACING_MM) & ((labels == vessels) | (vessels > 0)), vessels[tuple(nearest)], 0)
    border = Border(owner, (vessels > 0).astype(np.float32), smooth.copy(), beside)
    for _ in range(ROUNDS):
        border = _once(smooth, border, vessels, blur)
    return border


def _without_shells(labels: np.ndarray) -> np.ndarray:
    """Give thin layers on another vessel to what is next to them.

    The edge of a bright vein is as bright as the middle of an artery that is less so.
    """
    kept = labels.copy()
    for kind in np.unique(labels[labels > 0]):
        mask = labels == kind
        beside_others = ndimage.binary_dilation((labels > 0) & ~mask)
        kept[mask & beside_others & ~ndimage.binary_opening(mask)] = 0
    nearest = ndimage.distance_transform_edt(kept == 0, return_distances=False, return_indices=True)
    return np.where((labels > 0) & (kept == 0), kept[tuple(nearest)], kept) if kept.any() else labels


def _once(smooth: np.ndarray, border: Border, vessels: np.ndarray, blur: Sequence[float]) -> Border:
    """Blood and surroundings anew from the border, and the border anew from them."""
    labels, owner = border.labels, border.owner
    blood, inside, bright = smooth.copy(), np.zeros_like(smooth), np.zeros_like(smooth)
    for kind in range(1, VESSELS + 1):
        mask = labels == kind
        if mask.any():
            part = ndimage.gaussian_filter(mask.astype(np.float32), blur)
            mean = _blood(smooth, mask, part, border.beside)
            inside, bright = inside + part, bright + part * mean
            blood[owner == kind] = mean[owner == kind]
    beside = _beside(smooth - bright, np.clip(1 - inside, 0, 1), border.beside)
    solid = smooth > blood + SOLID_HU
    told = (owner > 0) & ~solid & (blood - beside > TOLD_HU)
    drawn = (vessels > 0).astype(np.float32)
    seen = np.where(told, (smooth - beside) / np.maximum(blood - beside, TOLD_HU), 0)
    filled = _sharp(seen.astype(np.float32), np.where(told, -1, drawn), blur)
    filled[_loose(filled, told, blur)] = 0
    for kind in np.unique(owner[told]):
        found = (owner == kind) & (filled > 0.5)
        filled[ndimage.binary_fill_holes(found) & ~found] = 1.0
    return Border(owner, filled, blood, beside)


def _loose(filled: np.ndarray, told: np.ndarray, blur: Sequence[float]) -> np.ndarray:
    """Half-full voxels that no full one is near: muscle behind a layer of fat looks like that, an edge does not."""
    full = told & (filled > FULL)
    if not full.any():
        return full
    away = ndimage.distance_transform_edt(~full, 1 / np.array(blur))
    return told & (away > EDGE) & (away <= AROUND)


def _sharp(seen: np.ndarray, known: np.ndarray, blur: Sequence[float]) -> np.ndarray:
    """The shares that look like ``seen`` through the scan's blur; where ``known`` is not negative they are as it says.

    Half of a blurred tube's brightness lies inside of its border, the more so the thinner it is, and a thin sheet does
    not reach half at all. So the blur is undone: what is seen less what would be seen is added (Van Cittert 1931), and
    no voxel is less than empty or more than full.
    """
    given = known >= 0
    filled = np.where(given, known, np.clip(seen, 0, 1)).astype(np.float32)
    for _ in range(SHARPER):
        more = seen - ndimage.gaussian_filter(filled, blur)
        filled = np.where(given, filled, np.clip(filled + more, 0, 1))
    return filled


def _blood(smooth: np.ndarray, mask: np.ndarray, part: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """What the blood of a vessel measures nearby, HU; from every second voxel, as it changes slowly.

    The middle of a vessel counts most: there hardly anything is mixed in, however blurred the scan really is.
    """
    usual = mask & (smooth <= float(np.median(smooth[mask])) + SOLID_HU)
    weight = np.where(usual, part**MIDDLE, 0)
    total = _wide(weight)

    def nearby(array: np.ndarray) -> np.ndarray:
        whole = float((weight * array).sum() / max(float(weight.sum()), 1e-6))
        return np.where(total > 1e-6, _wide(weight * array) / np.maximum(total, 1e-6), whole)

    seen, ground = nearby(smooth), nearby(beside)
    fitted = nearby(part * (smooth - (1 - part) * beside)) / np.maximum(nearby(part * part), 0.05)
    blood = np.clip(fitted, seen, ground + MOST * np.maximum(seen - ground, 0) + 1e-3)
    return np.repeat(np.repeat(np.repeat(blood, 2, 0), 2, 1), 2, 2)[tuple(slice(0, n) for n in smooth.shape)]


def _wide(array: np.ndarray) -> np.ndarray:
    return ndimage.gaussian_filter(array[::2, ::2, ::2].astype(np.float32), ALONG_MM / SPACING_MM / 2)


def _beside(rest: np.ndarray, part: np.ndarray, far: np.ndarray) -> np.ndarray:
    """What the tissue right beside the vessels measures, HU; what lies farther off where a voxel has none nearby.

    Parameters
    ----------
    rest
        The scan without what its vessels add to it.
    part
        How much of each voxel is no vessel.
    """
    weight = part ** (MIDDLE + 1)
    total = ndimage.gaussian_filter(weight * part, BESIDE_MM / SPACING_MM / 2)
    mean = ndimage.gaussian_filter(weight * rest, BESIDE_MM / SPACING_MM / 2) / np.maximum(total, 1e-3)
    return np.where(total > LEAST_BESIDE, mean, far)


def shares_of(border: Border, labels: np.ndarray) -> np.ndarray:
    """How much of each voxel the wanted vessels fill, once it is settled which voxel is whose.

    Parameters
    ----------
    labels
        uint8 [k, j, i]: as the border has them, with pieces taken away or given to another kind.

    Returns
    -------
    float32 array [vessel, k, j, i], 0 to 1
    """
    away, nearest = ndimage.distance_transform_edt(labels == 0, return_indices=True)
    owner = np.where(away <= OUT_MM / SPACING_MM, labels[tuple(nearest)], 0)
    # Where the border had a vessel that is no more, there is nothing.
    filled = np.where((labels > 0) | (border.filled <= 0.5), border.filled, 0)
    return np.stack([np.where(owner == kind, filled, 0) for kind in range(1, WANTED + 1)])


def _far(smooth: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """What the nearest tissue measures that no vessel reaches, HU."""
    free = ndimage.distance_transform_edt(labels == 0) > BESIDE_MM / SPACING_MM
    nearest = ndimage.distance_transform_edt(~free, return_distances=False, return_indices=True)
    return smooth[tuple(nearest)]

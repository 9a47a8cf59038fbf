"""Virtual non-contrast: an enhanced scan with the contrast medium taken out of its vessels.

With this a scan with drawn vessels teaches the network, whatever it was enhanced with. What is taken away is smooth,
namely how much brighter a vessel is there than blood, times the part of the voxel that it fills; so the noise that is
left is the scan's own. Calcium, catheters and clips stay, and so does what contrast medium does elsewhere: muscle is
some 10 HU brighter than in a scan without it, and streaks beside a full subclavian vein remain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from inference.phantom.tissues import BLOOD, MEAN_HU, THYROID

BLOOD_HU, GLAND_HU = float(MEAN_HU[BLOOD][0]), float(MEAN_HU[THYROID][0])
"""What blood and thyroid measure without contrast medium."""
LEAST_HU = 15.0
"""A vessel that is nowhere brighter than this above blood is left as it is: noise, averaged, is that bright."""
SMOOTH_MM, ALONG_MM = 0.6, 4.0
"""Smoothing that finds a vessel's border, and that which its brightness is averaged over."""
BORDER_MM = 2.2
"""How far from a drawn border the vessel may reach, and beyond which there is none of it: a voxel or two, and blur."""
STEEP, BLUR_MM = 2.0, 0.5
"""How the border found in a smoothed image is made as sharp as the scan's own."""
METAL_OR_CALCIUM_HU = 150.0
"""Brighter than the blood around it by this and by four times the noise: neither blood nor noise."""
BONE_HU = 260.0
FAINT_HU, FAINT_SHARE = 35.0, 0.4
"""Of the way from blood to the brightest vessel: what is brighter, and no bone, is a vessel that no one drew."""
LEAST_MM3 = 40.0
MARROW_SHARE = 0.3
"""Of what lies around it that is bone: more, and a bright region is marrow."""
VESSEL, GLAND = 1, 2


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan beside its smoothed copy, and its grid's voxel (k, j, i)."""

    hu: np.ndarray
    smooth: np.ndarray
    spacing_mm: np.ndarray

    def part(self, box: tuple[slice, ...]) -> _Scan:
        return _Scan(self.hu[box], self.smooth[box], self.spacing_mm)

    def voxels(self, mm: float) -> np.ndarray:
        return mm / self.spacing_mm


def without_contrast(
    hu: np.ndarray,
    labels: np.ndarray,
    spacing_mm: Sequence[float],
    blood_hu: float = BLOOD_HU,
    necks: Sequence[int] = (),
) -> np.ndarray:
    """Take the contrast medium out of a scan's vessels.

    Parameters
    ----------
    hu : array [k, j, i]
        The enhanced scan, HU.
    labels : integer array [k, j, i]
        Its vessels, each with a value of its own; 0 elsewhere. Vessels that are bright and have none are found.
    spacing_mm
        Voxel (k, j, i).
    blood_hu
        What blood is to measure.
    necks
        Labels of the carotids and jugulars: bright tissue between those of the two sides is thyroid, and is brought
        to what thyroid measures instead. Empty: no thyroid is looked for.

    Returns
    -------
    int16 array [k, j, i], HU
    """
    spacing = np.asarray(spacing_mm, float)
    hu = np.asarray(hu, np.float32)
    scan = _Scan(hu, ndimage.gaussian_filter(hu, SMOOTH_MM / spacing), spacing)
    excess, brightest = _excess(scan, labels, dict.fromkeys(_values(labels), blood_hu))
    if brightest > blood_hu + FAINT_HU:
        undrawn = _undrawn(scan, labels, blood_hu, brightest, necks)
        excess += _excess(scan, undrawn, {VESSEL: blood_hu, GLAND: GLAND_HU})[0]
    return np.clip(np.round(hu - excess), -1024, 3071).astype(np.int16)


def _values(labels: np.ndarray) -> list[int]:
    return [int(value) for value in np.unique(labels) if value]


def _excess(scan: _Scan, labels: np.ndarray, wanted: Mapping[int, float]) -> tuple[np.ndarray, float]:
    """How much brighter a scan is for what is in its vessels, HU, and how bright the brightest of them is."""
    excess = np.zeros_like(scan.hu)
    if not labels.any():
        return excess, -np.inf
    margin = np.ceil(scan.voxels(2 * BORDER_MM)).astype(int)
    box = _box(labels > 0, margin)
    part, own = scan.part(box), labels[box]
    inside, nearest = _distance(own, scan.spacing_mm)
    outside = _outside(part, inside)
    blood, above, middles = np.zeros_like(part.hu), np.zeros_like(part.hu), []
    for value in _values(own):
        near = _box(own == value, margin)
        mask, here = own[near] == value, nearest[near] == value
        mean, middle = _blood(part.part(near), mask, inside[near], outside[near])
        blood[near][here] = mean[here]
        if np.quantile(mean[mask], 0.9) > wanted[value] + LEAST_HU:
            above[near][here] = np.maximum(mean[here] - wanted[value], 0)
        middles.append(middle)
    excess[box] = _filled(part, own > 0, inside, outside, blood, above)
    return excess, max(middles)


def _box(mask: np.ndarray, margin: np.ndarray) -> tuple[slice, ...]:
    """Where a mask lies, and some room around it."""
    (box,) = ndimage.find_objects(mask.astype(np.uint8))
    return tuple(slice(max(0, side.start - room), side.stop + room) for side, room in zip(box, margin))


def _distance(labels: np.ndarray, spacing: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance to the border of the vessels, mm, positive inside, and which label is nearest."""
    beside, where = ndimage.distance_transform_edt(labels == 0, spacing, return_indices=True)
    inside = ndimage.distance_transform_edt(labels > 0, spacing) - beside
    return inside.astype(np.float32), labels[tuple(where)]


def _outside(scan: _Scan, inside: np.ndarray) -> np.ndarray:
    """What the nearest tissue beside the vessels measures, HU; bone is told by its brightness instead."""
    beside = (inside < -BORDER_MM) & (scan.smooth < BONE_HU)
    if not beside.any():
        return np.full(scan.hu.shape, scan.hu.min(), np.float32)
    nearest = ndimage.distance_transform_edt(~beside, scan.spacing_mm, return_distances=False, return_indices=True)
    return ndimage.gaussian_filter(scan.smooth[tuple(nearest)], scan.voxels(SMOOTH_MM))


def _blood(scan: _Scan, mask: np.ndarray, inside: np.ndarray, outside: np.ndarray) -> tuple[np.ndarray, float]:
    """How bright the blood is along a vessel, HU in each voxel around it, and on the whole.

    Least squares of the mixture of blood and what lies beside it: a thin vessel has hardly a voxel of blood alone.
    """
    drawn = ndimage.gaussian_filter(mask.astype(np.float32), scan.voxels(BLUR_MM))
    middle = float(np.median(scan.hu[mask & (inside >= np.median(inside[mask]))]))
    usual = mask & (drawn > 0.5) & (scan.smooth < middle + METAL_OR_CALCIUM_HU)
    part = np.where(usual, drawn, 0)
    blood_alone = scan.hu - (1 - part) * outside
    # The deeper inside, the less depends on where the border was drawn.
    weight = part * np.clip(inside, 0.2, 3) ** 2
    sigma = scan.voxels(ALONG_MM)
    total = ndimage.gaussian_filter(weight * part, sigma)
    mean = ndimage.gaussian_filter(weight * blood_alone, sigma)
    return np.where(total > 1e-6, mean / np.maximum(total, 1e-6), middle).astype(np.float32), middle


def _filled(
    scan: _Scan, mask: np.ndarray, inside: np.ndarray, outside: np.ndarray, blood: np.ndarray, above: np.ndarray
) -> np.ndarray:
    """What to take away, HU: how much brighter the blood is than wanted, in the part of each voxel that it fills."""
    core = mask & (inside > np.median(inside[mask])) & (np.abs(scan.smooth - blood) < METAL_OR_CALCIUM_HU)
    noise = max(float((scan.smooth - blood)[core].std()) if core.any() else 0.0, 3.0)
    contrast = blood - outside
    told = np.clip((contrast - noise) / (2 * noise), 0, 1)
    drawn = ndimage.gaussian_filter(mask.astype(np.float32), scan.voxels(SMOOTH_MM))
    seen = (scan.smooth - outside) / np.maximum(contrast, 1)
    share = np.clip(0.5 + STEEP * (told * seen + (1 - told) * drawn - 0.5), 0, 1)
    share[inside < -BORDER_MM] = 0
    hard = blood + np.maximum(METAL_OR_CALCIUM_HU, 4 * noise)
    share[(inside < -scan.spacing_mm[2]) & (scan.smooth > hard)] = 0
    excess = ndimage.gaussian_filter(share * above, scan.voxels(BLUR_MM))
    reach = [2 * int(n) + 1 for n in np.ceil(scan.voxels(1.5))]
    highest = ndimage.maximum_filter(scan.hu, reach)
    solid = np.where(highest > hard, (scan.hu - blood) / np.maximum(highest - blood, 1), 0)
    return excess * (1 - np.clip(solid, 0, 1))


def _undrawn(scan: _Scan, labels: np.ndarray, blood_hu: float, brightest: float, necks: Sequence[int]) -> np.ndarray:
    """Vessels and thyroid that are enhanced and have no label (VESSEL, GLAND; 0 elsewhere)."""
    least = blood_hu + max(FAINT_HU, FAINT_SHARE * (brightest - blood_hu))
    drawn = ndimage.distance_transform_edt(labels == 0, scan.spacing_mm) <= BORDER_MM
    bone = _bone(scan, drawn, brightest)
    bright = (scan.smooth > least) & ~drawn & ~bone
    bright &= ~_small_or_marrow(bright, bone, scan.spacing_mm)
    return np.where(bright, np.where(_between_necks(labels, necks), GLAND, VESSEL), 0)


def _small_or_marrow(bright: np.ndarray, bone: np.ndarray, spacing: np.ndarray) -> np.ndarray:
    """What is too small for a vessel, and what has mostly bone around it."""
    parts, count = ndimage.label(bright)
    sizes = np.bincount(parts.ravel(), minlength=count + 1) * spacing.prod()
    around = ndimage.maximum_filter(parts, 3)
    rim = (around > 0) & ~bright
    of_bone = np.bincount(around[rim & bone], minlength=count + 1)
    rims = np.bincount(around[rim], minlength=count + 1)
    return ((sizes < LEAST_MM3) | (of_bone > MARROW_SHARE * rims))[parts] & bright


def _bone(scan: _Scan, drawn: np.ndarray, brightest: float) -> np.ndarray:
    """Bones with their marrow, metal, and what they blur into."""
    hard = (scan.smooth > max(BONE_HU, brightest + METAL_OR_CALCIUM_HU / 2)) & ~drawn
    reach = [2 * int(n) + 1 for n in np.ceil(scan.voxels(2.5))]
    return np.stack([ndimage.binary_fill_holes(layer) for layer in ndimage.maximum_filter(hard, reach)])


def _between_necks(labels: np.ndarray, necks: Sequence[int]) -> np.ndarray:
    """Where thyroid lies: between the sides' carotids and jugulars, or before them; vertebral arteries lie behind."""
    zone = np.zeros(labels.shape, bool)
    found = np.isin(labels, necks)
    for k in np.flatnonzero(found.any(axis=(1, 2))):
        rows, columns = (np.flatnonzero(found[k].any(axis=axis)) for axis in (1, 0))
        zone[k, : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    return zone

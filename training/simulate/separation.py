"""Arteries and veins that were drawn into each other, moved apart.

Courses and calibres are drawn one vessel at a time, so a wide jugular vein may come to lie on the carotid artery, or
the artery inside it, which no patient has: the artery would be painted over the vein, the vein would lose part of the
calibre that the outcome is drawn from, and nothing in the scan would tell where one ends. Nor does a subclavian vein
pass behind its artery.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy import ndimage

from inference.phantom.tubes import Tube, axes_across, resample_curve
from training.simulate.anatomy import CCA, IJV, SCA, SCV

ARTERY_SHARE = {f"{CCA}-R": 0.3, f"{SCA}-R": 0.5}
"""Part of the way that the artery goes: the carotid has the windpipe and the thyroid beside it."""
VEINS = (f"{IJV}-R", f"{SCV}-R", "BCV-R")
CLEARANCE_MM = 1.0
"""Between two lumens: the two walls."""
ROUNDS, TOLERANCE_MM = 30, 0.1
STEP_MM, SMOOTH_MM = 2.0, 6.0
SIDE_MM = 8.0
"""How much the side of an artery that a vein belongs on counts, as a distance."""
JUNCTION_MM = 14.0
"""How far from a junction the vessels that meet there move together."""
JUNCTIONS = (((f"{CCA}-R", f"{SCA}-R"), "trunk"), ((f"{IJV}-R", f"{SCV}-R"), "BCV-R"))
"""Vessels that begin at a junction, and the one that ends there."""


def move_apart(tubes: Mapping[str, Tube], model: Mapping[str, Tube]) -> dict[str, Tube]:
    """Shift the courses of the right-sided arteries and veins until they clear each other; calibres stay.

    Parameters
    ----------
    tubes
        By vessel and side; points in mm.
    model
        The vessels that these were varied from, point by point: on which side of an artery a vein passes is theirs.

    Returns
    -------
    The same vessels. Where there is no way out, beside a junction, two may still touch.
    """
    pairs = {(artery, vein): share for artery, share in ARTERY_SHARE.items() for vein in VEINS}
    sides = {(artery, vein): _side(model[artery], model[vein]) for artery, vein in pairs}
    moved = dict(tubes)
    for _ in range(ROUNDS):
        shift = {name: np.zeros_like(curve.points) for name, curve in moved.items()}
        deepest = max(_push(moved, shift, *pair, share, sides[pair]) for pair, share in pairs.items())
        if deepest < TOLERANCE_MM:
            break
        for beginning, ending in JUNCTIONS:
            _keep_joined(moved, shift, beginning, ending)
        moved = {name: replace(curve, points=curve.points + shift[name]) for name, curve in moved.items()}
    return moved


def _side(artery: Tube, vein: Tube) -> np.ndarray:
    """Unit vectors at each point of the vein from the artery's nearest place."""
    (at_a, _, _), (at_v, place, _) = _sampled(artery), _sampled(vein)
    nearest = np.linalg.norm(at_v[:, None] - at_a[None], axis=2).argmin(axis=1)
    way = _between(np.arange(len(vein.points)), place, at_v - at_a[nearest])
    return way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-6)


def _push(tubes, shift, artery: str, vein: str, share: float, side: np.ndarray) -> float:
    """Add to the shifts of both what takes them apart; how deep they lay in each other, mm.

    Two sections are apart when a plane lies between them. It is looked for across the way from one to the other, turned
    towards the side that the vein belongs on: so a vein that was drawn through an artery goes back.
    """
    (at_a, place_a, extent_a), (at_v, place_v, extent_v) = _sampled(tubes[artery]), _sampled(tubes[vein])
    belongs = _between(place_v, np.arange(len(side)), side)
    way = at_v[:, None] - at_a[None]
    across = way + SIDE_MM * belongs[:, None]
    across /= np.maximum(np.linalg.norm(across, axis=2, keepdims=True), 1e-6)
    between = (way * across).sum(axis=2)
    depth = extent_a(across.transpose(1, 0, 2)).T + extent_v(across) + CLEARANCE_MM - between
    for name, axis, place, part, sign in ((vein, 1, place_v, 1 - share, 1), (artery, 0, place_a, share, -1)):
        deepest = depth.argmax(axis=axis)
        index = (np.arange(len(deepest)), deepest) if axis == 1 else (deepest, np.arange(len(deepest)))
        push = sign * part * np.maximum(depth[index], 0)[:, None] * across[index]
        push = ndimage.gaussian_filter1d(push, SMOOTH_MM / STEP_MM, axis=0, mode="nearest")
        shift[name] += _between(np.arange(len(shift[name])), place, push)
    return float(depth.max())


def _between(wanted: np.ndarray, place: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Vectors that are known at some places, at others."""
    return np.stack([np.interp(wanted, place, part) for part in vectors.T], axis=1)


def _sampled(curve: Tube):
    """Places along a vessel, where they are among its points, and how far it reaches from there in a direction."""
    samples, place = resample_curve(curve.points, STEP_MM)
    _, short, across = axes_across(samples, curve.short_axis)
    order = np.arange(len(curve.points))
    radius = np.interp(place, order, curve.radius)
    flattening = np.maximum(1.0, np.interp(place, order, curve.flattening))
    a, b = (radius / np.sqrt(flattening))[:, None], (radius * np.sqrt(flattening))[:, None]

    def extent(way: np.ndarray) -> np.ndarray:
        """Half the width of each section, [sample, other], seen along unit vectors [sample, other, 3]."""
        return np.hypot(a * np.einsum("soc,sc->so", way, short), b * np.einsum("soc,sc->so", way, across))

    return samples, place, extent


def _keep_joined(tubes, shift, beginning: Sequence[str], ending: str) -> None:
    """Give the vessels of a junction one shift there, which fades along each of them."""
    ends = [shift[name][0] for name in beginning] + [shift[ending][-1]]
    common = np.mean(ends, axis=0)
    for name in (*beginning, ending):
        steps = np.linalg.norm(np.diff(tubes[name].points, axis=0), axis=1)
        away = np.concatenate([[0.0], np.cumsum(steps)])
        if name == ending:
            away = away[-1] - away
        near = np.exp(-away / JUNCTION_MM)[:, None]
        shift[name] = shift[name] * (1 - near) + common * near

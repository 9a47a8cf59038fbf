"""The great vessels of a simulated patient: new courses, calibres and walls, painted into the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from inference.phantom.tissues import (
    AIR,
    ARTERY,
    CORTICAL,
    FAT,
    GAS,
    GLAND,
    METAL,
    MUSCLE,
    NODE,
    PLAQUE,
    SKIN,
    TRABECULAR,
    VEIN,
    WALL,
)
from inference.phantom.tubes import Tube, inside_tube, tube
from training.simulate import classes
from training.simulate.anatomy import CCA, IJV, SCA, SCV
from training.simulate.noise import smooth_noise

BED_MM = 2.5
RADIUS_MM = {CCA: (2.7, 4.3), IJV: (2.6, 8.5), SCA: (3.0, 5.4), SCV: (2.4, 6.2), "BCV": (4.5, 8.5), "trunk": (5.0, 7.5)}
"""Outer radius, adults, wide on purpose: the range of normal calibres and a margin, not a distribution."""
FLATTENING = {CCA: 1.15, IJV: 2.6, SCA: 1.3, SCV: 4.0, "BCV": 2.0, "trunk": 1.15}
"""Largest ratio of long to short axis: veins are squeezed by raised arms, swallowing and low filling."""


@dataclass(frozen=True, slots=True)
class Morphology:
    """What the right-sided vessels of a patient are to be, where that is not left to chance.

    Attributes
    ----------
    diameter_mm
        Mean diameter of the circle of equal area, by vessel.
    flattening
        Mean ratio of long to short axis of the subclavian vein.
    plaques
        Calcified spots in the wall of the subclavian artery.
    fat_mm
        Thickness of the fat sheath around the four vessels; muscle lies outside it.
    """

    diameter_mm: Mapping[str, float]
    flattening: float
    plaques: int
    fat_mm: float


def vary_vessels(tubes: dict[str, Tube], rng: np.random.Generator) -> dict[str, Tube]:
    """Give each vessel a new course, calibre and flattening; junctions stay joined."""
    varied = {}
    wander = rng.choice([0.8, 1.6, 3.0], p=[0.35, 0.5, 0.15])
    plumpness = {kind: rng.random() for kind in ("artery", "vein")}
    for side in "RL":
        arterial, venous = rng.normal(0, wander, (2, 3))
        shift = {CCA: arterial, SCA: arterial, IJV: venous, SCV: venous, "BCV": venous}
        for vessel, junction in shift.items():
            name = f"{vessel}-{side}"
            far_junction = vessel == "BCV"
            kind = "artery" if vessel in (CCA, SCA) else "vein"
            varied[name] = _vary_tube(tubes[name], vessel, junction, far_junction, wander, plumpness[kind], rng)
        if side == "R":
            varied["trunk"] = _vary_tube(tubes["trunk"], "trunk", arterial, True, wander, plumpness["artery"], rng)
    return varied


def _vary_tube(
    curve: Tube,
    vessel: str,
    junction: np.ndarray,
    joined_at_end: bool,
    wander: float,
    plumpness: float,
    rng: np.random.Generator,
) -> Tube:
    count = len(curve.points)
    position = np.linspace(0, 1, count)
    from_junction = (1 - position if joined_at_end else position) * _length(curve.points)
    free = 1 - np.exp(-from_junction / 14)
    own = np.stack([_wave(count, _length(curve.points) / 28, rng) for _ in range(3)], axis=1) * wander
    points = curve.points + junction * (1 - free[:, None]) + own * free[:, None]
    low, high = RADIUS_MM[vessel]
    size = np.clip(0.6 * plumpness + 0.4 * rng.random() + rng.normal(0, 0.05), 0, 1)
    radius = (low + (high - low) * size) * (1 + 0.09 * _wave(count, 3, rng))
    if vessel in (SCA, SCV):
        radius *= np.linspace(1.06, 0.84, count)
    if vessel == IJV:
        radius *= 1 + rng.uniform(-0.1, 0.35) * np.exp(-(((from_junction - 12) / 10) ** 2))
    most = FLATTENING[vessel]
    flattening = 1 + (most - 1) * rng.random() ** 1.5 * np.clip(0.75 + 0.4 * _wave(count, 2, rng), 0, 1.2)
    radius *= 1 - 0.1 * (np.minimum(flattening, 3) - 1)
    short = rng.normal(0, 1, 3) + (0, 2.0, 0)
    return Tube(points, np.maximum(radius, 1.5), np.maximum(flattening, 1), short)


def shape_vessels(tubes: dict[str, Tube], rib_border: Mapping[str, int], morphology: Morphology) -> dict[str, Tube]:
    """Scale the right-sided vessels to the wanted mean diameter and flattening; their variation along stays."""
    shaped = dict(tubes)
    for vessel, diameter in morphology.diameter_mm.items():
        curve = tubes[f"{vessel}-R"]
        # Of the subclavian vessels only the part up to the first rib's border counts.
        seen = slice(0, rib_border.get(f"{vessel}-R", len(curve.points)) + 1)
        shaped[f"{vessel}-R"] = replace(curve, radius=curve.radius * (diameter / 2 / curve.radius[seen].mean()))
        if vessel == SCV:
            shaped[f"{vessel}-R"] = _flattened(shaped[f"{vessel}-R"], morphology.flattening, seen)
    return shaped


def _flattened(curve: Tube, ratio: float, seen: slice) -> Tube:
    """A vein squeezed from front to back, as between clavicle and first rib."""
    flattening = np.maximum(1.0, curve.flattening * (ratio / curve.flattening[seen].mean()))
    tilt = 0.25 * curve.short_axis / np.linalg.norm(curve.short_axis)
    return replace(curve, flattening=flattening, short_axis=np.array([0.0, 1.0, 0.0]) + tilt)


def _length(points: np.ndarray) -> float:
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def _wave(count: int, knots: float, rng: np.random.Generator) -> np.ndarray:
    whole = max(2, int(round(knots)) + 1)
    values = rng.normal(0, 1, whole + 2)
    return ndimage.map_coordinates(values, [np.linspace(0.5, whole + 0.5, count)], order=3, mode="nearest")


def draw_strands(tissue: np.ndarray, tubes: dict[str, Tube], rng: np.random.Generator) -> None:
    """Brachial plexus beside the subclavian artery, and thin vessels anywhere in fat."""
    artery = tubes["SCA-R"].points
    lateral = artery[min(len(artery) - 1, len(artery) * 2 // 3)]
    for _ in range(rng.integers(0, 6)):
        root = artery[len(artery) // 6] + (rng.uniform(10, 55), rng.uniform(5, 22), rng.uniform(-4, 14))
        end = lateral + rng.normal(0, 5, 3)
        middle = (root + end) / 2 + rng.normal(0, 4, 3)
        _stamp(tissue, tube([root, middle, end], rng.uniform(0.9, 2.2)), MUSCLE, (FAT,))
    for _ in range(rng.poisson(6)):
        start = rng.uniform(0, tissue.shape)
        points = start + np.cumsum(rng.normal(0, 14, (4, 3)), axis=0)
        _stamp(tissue, tube(points, rng.uniform(0.7, 2.4)), VEIN, (FAT, MUSCLE))


def _stamp(volume: np.ndarray, curve: Tube, value: int, into: tuple[int, ...]) -> None:
    box, mask = inside_tube(volume.shape, curve)
    if mask.size:
        part = volume[box]
        part[mask & np.isin(part, into)] = value


def draw_vessels(
    truth: np.ndarray,
    tissue: np.ndarray,
    structure: np.ndarray,
    tubes: dict[str, Tube],
    rib_border: Mapping[str, int],
    rng: np.random.Generator,
    morphology: Morphology | None = None,
) -> None:
    """Paint the great vessels, veins first; bone and airway are never painted over."""
    _draw_fat_planes(tissue, tubes, rng)
    if morphology is not None:
        _draw_sheaths(tissue, tubes, morphology.fat_mm)
    order = [(vessel, side) for vessel in ("BCV", SCV, IJV) for side in "LR"] + [("trunk", "")]
    order += [(vessel, side) for vessel in (SCA, CCA) for side in "LR"]
    for vessel, side in order:
        name = f"{vessel}-{side}" if side else vessel
        artery = vessel in (CCA, SCA, "trunk")
        if side == "R" and vessel in classes.WANTED:
            value = classes.WANTED[vessel]
        else:
            value = classes.OTHER_ARTERY if artery else classes.OTHER_VEIN
        curve = tubes[name]
        if name in ("SCA-R", "SCV-R"):
            border = rib_border[name]
            outer = classes.AXILLARY_ARTERY if artery else classes.AXILLARY_VEIN
            _paint_vessel(truth, tissue, structure, _part(curve, border, None), outer, artery)
            curve = _part(curve, 0, border + 1)
        _paint_vessel(truth, tissue, structure, curve, value, artery)
    if morphology is None:
        _add_plaques(truth, tissue, rng)
    else:
        _add_thick_plaques(truth, tissue, morphology.plaques, rng)
    if rng.random() < 0.07:
        name = str(rng.choice(["SCV-R", "IJV-R"]))
        line = tubes[name]
        _stamp(tissue, tube(line.points, rng.uniform(0.6, 1.1)), METAL, (VEIN,))


def _part(curve: Tube, start: int, stop: int | None) -> Tube:
    piece = slice(max(0, min(start, len(curve.points) - 2)), stop)
    return Tube(curve.points[piece], curve.radius[piece], curve.flattening[piece], curve.short_axis)


def _paint_vessel(
    truth: np.ndarray, tissue: np.ndarray, structure: np.ndarray, curve: Tube, value: int, artery: bool
) -> None:
    box, mask = inside_tube(truth.shape, curve)
    if not mask.size:
        return
    mask &= ~np.isin(tissue[box], (AIR, CORTICAL, TRABECULAR, GAS, SKIN))
    truth[box][mask] = value
    tissue[box][mask] = ARTERY if artery else VEIN
    structure[box][mask] = 0


def _draw_fat_planes(tissue: np.ndarray, tubes: dict[str, Tube], rng: np.random.Generator) -> None:
    if rng.random() < 0.25:
        return
    sheath = rng.uniform(0.5, 4.0)
    kept = smooth_noise(tissue.shape, 7, rng) > rng.uniform(-1.5, 1.0)
    for curve in tubes.values():
        wide = Tube(curve.points, curve.radius + sheath, curve.flattening, curve.short_axis)
        box, mask = inside_tube(tissue.shape, wide)
        if mask.size:
            part = tissue[box]
            part[mask & kept[box] & np.isin(part, (MUSCLE, GLAND, NODE, WALL))] = FAT


def _draw_sheaths(tissue: np.ndarray, tubes: dict[str, Tube], fat_mm: float) -> None:
    """Fat of one thickness around each wanted vessel, in a bed of muscle that makes its border visible."""
    soft = (FAT, MUSCLE, GLAND, NODE, WALL)
    for reach, value in ((fat_mm + BED_MM, MUSCLE), (fat_mm, FAT)):
        for vessel in classes.WANTED:
            curve = tubes[f"{vessel}-R"]
            _stamp(tissue, replace(curve, radius=curve.radius + reach), value, soft)


def _add_plaques(truth: np.ndarray, tissue: np.ndarray, rng: np.random.Generator) -> None:
    wall, _ = _arterial_wall(truth, tissue, (classes.COMMON_CAROTID, classes.SUBCLAVIAN_ARTERY, classes.OTHER_ARTERY))
    if not len(wall) or rng.random() > 0.3:
        return
    for _ in range(rng.integers(1, 8)):
        at = wall[rng.integers(len(wall))]
        near = wall[np.linalg.norm((wall - at) * rng.uniform(0.6, 1.5, 3), axis=1) < rng.uniform(1.2, 3.5)]
        tissue[tuple(near.T)] = PLAQUE


def _add_thick_plaques(truth: np.ndarray, tissue: np.ndarray, count: int, rng: np.random.Generator) -> None:
    """Plaques that reach into the lumen: thin ones would be lost between the voxels of a usual scan."""
    wall, inside = _arterial_wall(truth, tissue, (classes.SUBCLAVIAN_ARTERY,))
    for _ in range(count if len(wall) else 0):
        at = wall[rng.integers(len(wall))]
        near = inside[np.linalg.norm(inside - at, axis=1) < rng.uniform(1.5, 2.8)]
        tissue[tuple(near.T)] = PLAQUE


def _arterial_wall(truth: np.ndarray, tissue: np.ndarray, arteries: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Voxels of these arteries' outermost layer, and all of theirs, shapes (n, 3)."""
    inside = (tissue == ARTERY) & np.isin(truth, arteries)
    return np.argwhere(inside & ~ndimage.binary_erosion(inside)), np.argwhere(inside)

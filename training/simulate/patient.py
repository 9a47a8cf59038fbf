"""One simulated patient: an atlas in a new pose, with new vessels, fat, nodes, tumours and devices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from inference.phantom.tissues import (
    AIR,
    ARTERY,
    BLOOD,
    CORTICAL,
    FAT,
    GAS,
    GLAND,
    LUNG,
    METAL,
    MUSCLE,
    NODE,
    PLAQUE,
    SKIN,
    THYROID,
    TRABECULAR,
    VEIN,
    WALL,
)
from inference.phantom.tubes import Tube, inside_tube, tube
from training.simulate import classes
from training.simulate.anatomy import CCA, IJV, SCA, SCV, Anatomy
from training.simulate.pose import Deformation

CROP_MM = (140, 120, 152)
"""Size (k, j, i) of the simulated block around the venous angle: what the network sees and room to shift it."""
CROP_ABOVE_MM = 90
BODY_STEP_MM = 4
BED_MM = 2.5
_PLAQUE_ARTERIES = (classes.COMMON_CAROTID, classes.SUBCLAVIAN_ARTERY, classes.OTHER_ARTERY)

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
        Calcified spots in the wall of the carotid and subclavian artery.
    fat_mm
        Thickness of the fat sheath around the four vessels; muscle lies outside it.
    """

    diameter_mm: Mapping[str, float]
    flattening: float
    plaques: int
    fat_mm: float


@dataclass(frozen=True, slots=True)
class Patient:
    """A block of anatomy at 1 mm around the right venous angle.

    Attributes
    ----------
    truth
        uint8 [k, j, i], classes of :mod:`training.simulate.classes`.
    tissue
        uint8 [k, j, i], tissue classes.
    structure
        uint8 [k, j, i], atlas labels, for density differences between structures of one tissue.
    body
        uint8 [k, j, i], tissue of the whole axial slices every ``BODY_STEP_MM``, for attenuation.
    body_origin
        Where ``body[0, 0, 0]`` lies in the block, mm (k, j, i).
    origin
        Where the block's first voxel lies in the posed atlas, mm (k, j, i).
    """

    truth: np.ndarray
    tissue: np.ndarray
    structure: np.ndarray
    body: np.ndarray
    body_origin: np.ndarray
    origin: np.ndarray


def make_patient(
    anatomy: Anatomy, deformation: Deformation, rng: np.random.Generator, morphology: Morphology | None = None
) -> Patient | None:
    """Draw one patient; None when the drawn anatomy tore a wanted vessel apart."""
    moved = {name: replace(curve, points=deformation.forward(curve.points)) for name, curve in anatomy.tubes.items()}
    origin = block_origin((moved["IJV-R"].points[0] + moved["SCV-R"].points[0]) / 2)
    structure, tissue = sample_anatomy(anatomy, deformation, origin, CROP_MM, (1, 1, 1))
    body_size = (CROP_MM[0], 320, 520)
    body_origin = origin - (0, 160 - CROP_MM[1] // 2, 260 - CROP_MM[2] // 2)
    # The wide block is centred on the body, not on the right venous angle, which lies 30 mm off the midline.
    body_origin[2] += 30
    _, body = sample_anatomy(anatomy, deformation, body_origin, body_size, (BODY_STEP_MM,) * 3)
    # Only the block gets the layer: beside it the body would end in a step.
    vary_soft_tissue(structure, tissue, rng, fat_layer=morphology is None)
    add_masses(tissue, rng)
    curves = vary_vessels(moved, rng)
    if morphology is not None:
        curves = shape_vessels(curves, anatomy.rib_border, morphology)
    local = {name: replace(curve, points=curve.points - origin) for name, curve in curves.items()}
    truth = classes.class_of_atlas_label()[structure]
    truth[(truth == classes.OTHER_ARTERY) & (tissue != BLOOD)] = classes.BACKGROUND
    draw_strands(tissue, local, rng)
    draw_vessels(truth, tissue, structure, local, anatomy.rib_border, rng, morphology)
    if not _intact(truth):
        return None
    return Patient(truth, tissue, structure, body, body_origin - origin, origin)


def block_origin(venous_angle: np.ndarray) -> np.ndarray:
    """First voxel of the block around a venous angle (k, j, i), whole millimetres."""
    return np.round(venous_angle - (CROP_MM[0] - CROP_ABOVE_MM, CROP_MM[1] / 2 - 5, CROP_MM[2] / 2))


def sample_anatomy(
    anatomy: Anatomy,
    deformation: Deformation,
    origin: np.ndarray,
    size_mm: tuple[float, ...],
    step_mm: tuple[float, float, float],
) -> tuple[np.ndarray, np.ndarray]:
    """Labels and tissues (uint8 [k, j, i]) of a block of the patient; beyond the atlas its end slices repeat."""
    axes = [np.arange(0, n, step, dtype=float) + o for n, o, step in zip(size_mm, origin, step_mm)]
    shape = tuple(len(axis) for axis in axes)
    points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    source = np.round(deformation.backward(points)).astype(np.int32)
    limit = np.array(anatomy.label.shape)
    outside = ((source[:, 1:] < 0) | (source[:, 1:] >= limit[1:])).any(axis=1)
    source = np.clip(source, 0, limit - 1)
    flat = np.ravel_multi_index(tuple(source.T), anatomy.label.shape)
    label, tissue = anatomy.label.ravel()[flat], anatomy.tissue.ravel()[flat]
    label[outside], tissue[outside] = 0, AIR
    return label.reshape(shape), tissue.reshape(shape)


def smooth_noise(shape, sigma, rng) -> np.ndarray:
    """Smooth noise of unit variance, made coarse and enlarged where it is smooth enough."""
    step = max(1, int(sigma / 2))
    coarse = rng.standard_normal([n // step + 3 for n in shape]).astype(np.float32)
    coarse = ndimage.gaussian_filter(coarse, sigma / step)
    coarse /= coarse.std() + 1e-9
    if step > 1:
        coarse = ndimage.zoom(coarse, step, order=1)
    return coarse[tuple(slice(0, n) for n in shape)]


def vary_soft_tissue(
    structure: np.ndarray, tissue: np.ndarray, rng: np.random.Generator, fat_layer: bool = True
) -> None:
    """Change how much fat, muscle and thyroid there is and how they interleave; add a fat layer."""
    shape = tissue.shape
    outside = ndimage.distance_transform_edt(tissue == AIR)
    if rng.random() < 0.35 and fat_layer:
        added = rng.uniform(3, 28) * (1 + 0.15 * smooth_noise(shape, 30, rng))
        layer = (tissue == AIR) & (outside < added)
        tissue[tissue == SKIN] = FAT
        tissue[layer] = np.where(added[layer] - outside[layer] < 2, SKIN, FAT)
    depth = ndimage.distance_transform_edt(tissue != AIR)
    deep = depth > rng.uniform(8, 22)
    if rng.random() < 0.8:
        threshold = rng.uniform(-1.6, 1.6)
        tissue[(tissue == FAT) & deep & (smooth_noise(shape, rng.uniform(1.5, 6), rng) > threshold)] = MUSCLE
    if rng.random() < 0.6:
        threshold = rng.uniform(1.2, 2.6)
        tissue[(tissue == MUSCLE) & (smooth_noise(shape, rng.uniform(1.2, 4), rng) > threshold)] = FAT
    if rng.random() < 0.5:
        edge = ndimage.distance_transform_edt(tissue == MUSCLE)
        shrink = rng.uniform(0.3, 2.2) * (1 + 0.5 * smooth_noise(shape, 8, rng))
        tissue[(tissue == MUSCLE) & (edge < shrink)] = FAT
    _vary_thyroid(structure, tissue, rng)


def _vary_thyroid(structure, tissue, rng) -> None:
    gland = tissue == THYROID
    if not gland.any():
        return
    growth = rng.choice([-9.0, rng.uniform(-1.5, 2.5), rng.uniform(3, 9)], p=[0.06, 0.84, 0.1])
    signed = ndimage.distance_transform_edt(~gland) - ndimage.distance_transform_edt(gland)
    wanted = signed + 1.2 * smooth_noise(gland.shape, 6, rng) < growth
    soft = np.isin(tissue, (FAT, MUSCLE, THYROID))
    tissue[gland & ~wanted], structure[gland & ~wanted] = FAT, 162
    tissue[wanted & soft], structure[wanted & soft] = THYROID, 118


def add_masses(tissue: np.ndarray, rng: np.random.Generator) -> None:
    """Lymph nodes, and now and then a tumour that fills fat, muscle or lung."""
    soft = (FAT, MUSCLE)
    for _ in range(rng.poisson(5)):
        _blob(tissue, soft, rng.uniform(1.5, 6.5), rng)
    if rng.random() < 0.12:
        _blob(tissue, (*soft, LUNG, THYROID), rng.uniform(9, 32), rng)


def _blob(tissue, into, radius, rng) -> None:
    centre = rng.uniform((20, 15, 15), np.array(tissue.shape) - (20, 15, 15))
    half = int(radius * 1.6) + 2
    low = np.maximum(np.round(centre).astype(int) - half, 0)
    high = np.minimum(low + 2 * half, tissue.shape)
    box = tuple(slice(a, b) for a, b in zip(low, high))
    grid = np.stack(np.meshgrid(*[np.arange(a, b) for a, b in zip(low, high)], indexing="ij"), -1) - centre
    shape = rng.uniform(0.7, 1.4, 3)
    lumpy = np.linalg.norm(grid * shape, axis=-1) + 0.15 * radius * smooth_noise(
        grid.shape[:3], max(1.5, radius / 3), rng
    )
    inside = (lumpy < radius) & np.isin(tissue[box], into)
    tissue[box][inside] = NODE


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


def _vary_tube(curve, vessel, junction, joined_at_end, wander, plumpness, rng) -> Tube:
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
        radius = curve.radius * (diameter / 2 / curve.radius[seen].mean())
        flattening = curve.flattening
        if vessel == SCV:
            flattening = np.maximum(1.0, flattening * (morphology.flattening / flattening[seen].mean()))
        shaped[f"{vessel}-R"] = replace(curve, radius=radius, flattening=flattening)
    return shaped


def _length(points) -> float:
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def _wave(count: int, knots: float, rng) -> np.ndarray:
    knots = max(2, int(round(knots)) + 1)
    values = rng.normal(0, 1, knots + 2)
    return ndimage.map_coordinates(values, [np.linspace(0.5, knots + 0.5, count)], order=3, mode="nearest")


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


def _stamp(volume, curve, value, into) -> None:
    box, mask = inside_tube(volume.shape, curve)
    if mask.size:
        part = volume[box]
        part[mask & np.isin(part, into)] = value


def draw_vessels(truth, tissue, structure, tubes, rib_border, rng, morphology: Morphology | None = None) -> None:
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
        _add_plaques(truth, tissue, _PLAQUE_ARTERIES, rng.integers(1, 8) if rng.random() < 0.3 else 0, rng)
    else:
        _add_plaques(truth, tissue, _PLAQUE_ARTERIES[:2], morphology.plaques, rng)
    if rng.random() < 0.07:
        name = str(rng.choice(["SCV-R", "IJV-R"]))
        line = tubes[name]
        _stamp(tissue, tube(line.points, rng.uniform(0.6, 1.1)), METAL, (VEIN,))


def _part(curve: Tube, start: int, stop: int | None) -> Tube:
    piece = slice(max(0, min(start, len(curve.points) - 2)), stop)
    return Tube(curve.points[piece], curve.radius[piece], curve.flattening[piece], curve.short_axis)


def _paint_vessel(truth, tissue, structure, curve, value, artery) -> None:
    box, mask = inside_tube(truth.shape, curve)
    if not mask.size:
        return
    mask &= ~np.isin(tissue[box], (AIR, CORTICAL, TRABECULAR, GAS, SKIN))
    truth[box][mask] = value
    tissue[box][mask] = ARTERY if artery else VEIN
    structure[box][mask] = 0


def _draw_fat_planes(tissue, tubes, rng) -> None:
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


def _draw_sheaths(tissue, tubes, fat_mm: float) -> None:
    """Fat of one thickness around each wanted vessel, in a bed of muscle that makes its border visible."""
    soft = (FAT, MUSCLE, GLAND, NODE, WALL)
    for reach, value in ((fat_mm + BED_MM, MUSCLE), (fat_mm, FAT)):
        for vessel in classes.WANTED:
            curve = tubes[f"{vessel}-R"]
            _stamp(tissue, replace(curve, radius=curve.radius + reach), value, soft)


def _add_plaques(truth, tissue, arteries, count: int, rng) -> None:
    inside = (tissue == ARTERY) & np.isin(truth, arteries)
    wall = np.argwhere(inside & ~ndimage.binary_erosion(inside))
    for _ in range(count if len(wall) else 0):
        at = wall[rng.integers(len(wall))]
        near = wall[np.linalg.norm((wall - at) * rng.uniform(0.6, 1.5, 3), axis=1) < rng.uniform(1.2, 3.5)]
        tissue[tuple(near.T)] = PLAQUE


def _intact(truth: np.ndarray) -> bool:
    """Each wanted vessel is there and mostly one piece."""
    for value in classes.WANTED.values():
        parts, count = ndimage.label(truth == value, np.ones((3, 3, 3)))
        sizes = np.bincount(parts.ravel())[1:]
        if not count or sizes.max() < 350 or sizes.max() < 0.8 * sizes.sum():
            return False
    return True

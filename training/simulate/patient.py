"""One simulated patient: an atlas in a new pose, with new vessels, fat, nodes, tumours and devices."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy import ndimage

from inference.phantom.tissues import (
    AIR,
    BLOOD,
    FAT,
    LUNG,
    MUSCLE,
    NODE,
    SKIN,
    THYROID,
)
from training.simulate import classes
from training.simulate.anatomy import Anatomy
from training.simulate.noise import smooth_noise
from training.simulate.pose import Deformation
from training.simulate.separation import move_apart
from training.simulate.vessels import Morphology, draw_strands, draw_vessels, shape_vessels, vary_vessels

CROP_MM = (140, 120, 152)
"""Size (k, j, i) of the simulated block around the venous angle: what the network sees and room to shift it."""
CROP_ABOVE_MM = 90
BODY_STEP_MM = 4
THYROID_REACH_MM = 24
"""Farther than a thyroid ever grows: 9 mm and five standard deviations of the noise on its edge."""


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
    curves = move_apart(curves, moved)
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


def vary_soft_tissue(
    structure: np.ndarray, tissue: np.ndarray, rng: np.random.Generator, fat_layer: bool = True
) -> None:
    """Change how much fat, muscle and thyroid there is and how they interleave; add a fat layer."""
    shape = tissue.shape
    if rng.random() < 0.35 and fat_layer:
        outside = ndimage.distance_transform_edt(tissue == AIR)
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
    wanted = _distance_outside(gland, THYROID_REACH_MM) + 1.2 * smooth_noise(gland.shape, 6, rng) < growth
    soft = np.isin(tissue, (FAT, MUSCLE, THYROID))
    tissue[gland & ~wanted], structure[gland & ~wanted] = FAT, 162
    tissue[wanted & soft], structure[wanted & soft] = THYROID, 118


def _distance_outside(mask: np.ndarray, reach: int) -> np.ndarray:
    """Distance to a mask in voxels, negative inside; infinite where it is certainly more than ``reach``."""
    box = ndimage.find_objects(mask.astype(np.uint8))[0]
    near = tuple(slice(max(0, side.start - reach), side.stop + reach) for side in box)
    signed = np.full(mask.shape, np.inf)
    signed[near] = ndimage.distance_transform_edt(~mask[near]) - ndimage.distance_transform_edt(mask[near])
    return signed


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


def _intact(truth: np.ndarray) -> bool:
    """Each wanted vessel is there and mostly one piece."""
    for value in classes.WANTED.values():
        parts, count = ndimage.label(truth == value, np.ones((3, 3, 3)))
        sizes = np.bincount(parts.ravel())[1:]
        if not count or sizes.max() < 350 or sizes.max() < 0.8 * sizes.sum():
            return False
    return True

"""Pose and body shape: a smooth, invertible deformation of an atlas.

Arms raised or lowered, shoulders forward or back, head turned and tilted, body size and smooth individual variation
are written as one stationary velocity field and integrated by scaling and squaring (Arsigny et al., MICCAI 2006), so
that folding is impossible and points and volumes move together. Rigid parts are blended as in Arsigny's poly-affine
transformations.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from scipy import ndimage
from torch.nn import functional

from training.simulate.anatomy import Anatomy

GRID_MM = 4
PAD_MM = 60
SQUARINGS = 7

TRUNK = (21, 22, 23, 24, 36, 28, *range(31, 42), 135, 136)
NECK = (9, 10, 12, 13, 14, 15, 16, 25)
GIRDLE = {"R": (26, 164, 153), "L": (27, 165, 154)}
CLAVICLE = {"R": 26, "L": 27}
SEVENTH_CERVICAL = 17


@dataclass(frozen=True, slots=True)
class Skeleton:
    """What the pose of an atlas turns about, measured once.

    Attributes
    ----------
    weights
        float32 [parts, K, J, I] on the coarse grid: how strongly a place follows trunk, neck, right and left girdle.
    pivots
        Points (k, j, i) in atlas voxels: neck, right and left sternoclavicular joint.
    """

    weights: np.ndarray
    pivots: dict[str, np.ndarray]
    shape: tuple[int, int, int]


def measure_skeleton(anatomy: Anatomy) -> Skeleton:
    """Find joints and blending weights of an atlas."""
    label = anatomy.label
    coarse = np.pad(label[::GRID_MM, ::GRID_MM, ::GRID_MM], PAD_MM // GRID_MM)
    distances = []
    for part in (TRUNK, NECK, GIRDLE["R"], GIRDLE["L"]):
        distances.append(ndimage.distance_transform_edt(~np.isin(coarse, part)) * GRID_MM)
    pull = 1.0 / (np.stack(distances) + 3.0) ** 2
    pivots = {"neck": np.argwhere(label == SEVENTH_CERVICAL).mean(axis=0)}
    middle = label.shape[2] / 2
    for side, clavicle in CLAVICLE.items():
        voxels = np.argwhere(label == clavicle)
        medial = np.abs(voxels[:, 2] - middle) < np.abs(voxels[:, 2] - middle).min() + 10
        pivots[side] = voxels[medial].mean(axis=0)
    return Skeleton((pull / pull.sum(axis=0)).astype(np.float32), pivots, label.shape)


@dataclass(frozen=True, slots=True)
class Deformation:
    """One patient's pose and shape: maps atlas points to patient points and back (voxels of 1 mm, k j i)."""

    forward_field: np.ndarray
    backward_field: np.ndarray
    matrix: np.ndarray
    centre: np.ndarray

    def forward(self, points: np.ndarray) -> np.ndarray:
        """Move points (n, 3) of the atlas to the patient."""
        moved = points + _sample_field(self.forward_field, points)
        return (moved - self.centre) @ self.matrix.T + self.centre

    def backward(self, points: np.ndarray) -> np.ndarray:
        """Where in the atlas the patient's points (n, 3) come from."""
        inverse = np.linalg.inv(self.matrix)
        moved = (points - self.centre) @ inverse.T + self.centre
        return moved + _sample_field(self.backward_field, moved)


def draw_deformation(skeleton: Skeleton, rng: np.random.Generator) -> Deformation:
    """Draw a pose and a body shape at random."""
    velocity = _pose_velocity(skeleton, rng) + _smooth_velocity(skeleton.weights.shape[1:], rng)
    matrix = _size_and_attitude(rng)
    centre = (skeleton.pivots["R"] + skeleton.pivots["L"]) / 2
    return Deformation(_integrate(velocity), _integrate(-velocity), matrix, centre)


def _pose_velocity(skeleton: Skeleton, rng: np.random.Generator) -> np.ndarray:
    raised = rng.random() < 0.7
    both = rng.uniform(14, 42) if raised else rng.uniform(-6, 16)
    motions = {"neck": (rng.normal(0, 6), rng.normal(0, 12), rng.normal(0, 15))}
    for side, sign in (("R", 1.0), ("L", -1.0)):
        own = both if rng.random() < 0.9 else rng.uniform(-6, 40)
        elevation = sign * (own + rng.normal(0, 3))
        protraction = sign * rng.uniform(-20, 14)
        motions[side] = (elevation, rng.normal(0, 5), protraction)
    velocity = np.zeros((3, *skeleton.weights.shape[1:]), np.float32)
    place = _grid_points(skeleton.weights.shape[1:])
    for weight, part in zip(skeleton.weights[1:], ("neck", "R", "L")):
        turn = _rotation_generator(*motions[part])
        offset = place - skeleton.pivots[part][:, None, None, None]
        move = np.einsum("ab,bkji->akji", turn, offset)
        if part != "neck":
            move[0] += rng.uniform(0, 9) if raised else rng.uniform(-3, 4)
        velocity += weight * move.astype(np.float32)
    return velocity


def _rotation_generator(about_j: float, about_i: float, about_k: float) -> np.ndarray:
    """Logarithm of a rotation in degrees; positive about j lifts the patient's right side."""
    j, i, k = np.radians((about_j, about_i, about_k))
    return np.array([[0.0, i, -j], [-i, 0.0, k], [j, -k, 0.0]])


def _smooth_velocity(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    extent = np.array(shape) * GRID_MM
    total = np.zeros((3, *shape), np.float32)
    for spacing, amplitude in ((70.0, rng.uniform(1.5, 6.0)), (28.0, rng.uniform(0.7, 2.2))):
        knots = np.maximum(np.ceil(extent / spacing).astype(int) + 1, 2)
        noise = torch.from_numpy(rng.normal(0, amplitude, (1, 3, *knots)).astype(np.float32))
        total += functional.interpolate(noise, size=shape, mode="trilinear", align_corners=True)[0].numpy()
    return total


def _size_and_attitude(rng: np.random.Generator) -> np.ndarray:
    size = np.exp(rng.normal(0, 0.06)) * np.exp(rng.normal(0, 0.04, 3))
    size = np.clip(size, 0.82, 1.22)
    attitude = _rotation_generator(rng.normal(0, 4), rng.normal(0, 6), rng.normal(0, 5))
    shear = rng.normal(0, 0.03, (3, 3)) * (1 - np.eye(3))
    return torch.matrix_exp(torch.from_numpy(attitude)).numpy() @ (np.diag(size) + shear)


def _grid_points(shape: tuple[int, ...]) -> np.ndarray:
    axes = [np.arange(n, dtype=np.float32) * GRID_MM - PAD_MM for n in shape]
    return np.stack(np.meshgrid(*axes, indexing="ij"))


def _integrate(velocity: np.ndarray) -> np.ndarray:
    field = torch.from_numpy(velocity)[None] / 2**SQUARINGS
    shape = field.shape[2:]
    size = torch.tensor([n - 1 for n in shape], dtype=torch.float32)
    identity = torch.stack(torch.meshgrid(*[torch.linspace(-1, 1, n) for n in shape], indexing="ij"))[None]
    scale = (2 / (size * GRID_MM)).view(1, 3, 1, 1, 1)
    for _ in range(SQUARINGS):
        place = (identity + field * scale).flip(1).permute(0, 2, 3, 4, 1)
        field = field + functional.grid_sample(field, place, padding_mode="border", align_corners=True)
    return field[0].numpy()


def _sample_field(field: np.ndarray, points: np.ndarray) -> np.ndarray:
    size = np.array(field.shape[1:]) - 1
    unit = ((points + PAD_MM) / GRID_MM) * (2 / size) - 1
    place = torch.from_numpy(np.ascontiguousarray(unit[:, ::-1], dtype=np.float32)).view(1, 1, 1, -1, 3)
    sampled = functional.grid_sample(torch.from_numpy(field)[None], place, padding_mode="border", align_corners=True)
    return sampled[0, :, 0, 0].T.numpy().astype(float)

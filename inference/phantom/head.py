"""A procedural head with lesions, for demonstrations of packs whose structures are drawn: the same for everyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inference.volume import Grid, Volume

SPACING_MM = (5.0, 1.0, 1.0)
SHAPE = (30, 256, 256)
HEAD_MM = (92.0, 98.0, 78.0)
"""Half axes of the skin along z, y, x; ordinary adult anatomy, rounded."""
SCALP_MM, SKULL_MM = 6.0, 7.0
AIR_HU, SCALP_HU, BONE_HU, BRAIN_HU, FLUID_HU = -1000.0, 40.0, 1100.0, 34.0, 8.0
NOISE_HU = 3.5
SEED = 20261130
PLACES = ((6.0, -4.0, 30.0), (10.0, 8.0, -30.0), (22.0, 34.0, 32.0), (22.0, -34.0, -30.0))
"""Where lesions lie, z, y, x in mm from the middle: deep on the right of the picture first, then on the other side."""


@dataclass(frozen=True, slots=True)
class Lesion:
    """A lesion as a pack may expect it.

    Attributes
    ----------
    volume_ml
        Of the whole.
    hu
        Mean density.
    """

    volume_ml: float
    hu: float


def render_head(lesions: Mapping[str, Lesion]) -> tuple[Volume, dict[str, np.ndarray]]:
    """Draw a head without contrast medium.

    Parameters
    ----------
    lesions
        By name, at most four.

    Returns
    -------
    volume
        int16 HU in slices of 5 mm; the middle of the head is at LPS (0, 0, 0).
    masks
        By name, bool arrays [k, j, i]: each lesion as it was drawn.
    """
    rng = np.random.default_rng(SEED)
    spacing = np.array(SPACING_MM)
    z, y, x = np.meshgrid(
        *((np.arange(n) - (n - 1) / 2) * step for n, step in zip(SHAPE, SPACING_MM)), indexing="ij", sparse=True
    )
    skin = _egg(z, y, x, 0)
    hu = np.full(SHAPE, AIR_HU, np.float32)
    hu[skin < 1] = SCALP_HU
    hu[_egg(z, y, x, SCALP_MM) < 1] = BONE_HU
    brain = _egg(z, y, x, SCALP_MM + SKULL_MM) < 1
    grain = _blurred(rng.standard_normal(SHAPE).astype(np.float32), 4)
    grain /= grain.std()
    hu[brain] = (BRAIN_HU + 1.5 * grain)[brain]
    for side in (-1, 1):
        ventricle = ((z - 14) / 16) ** 2 + ((y + 4) / 34) ** 2 + ((x - 11 * side) / 6) ** 2 < 1
        hu[ventricle & brain] = FLUID_HU
    masks = {}
    for (name, lesion), centre in zip(lesions.items(), PLACES):
        inside = _blob(z, y, x, centre, lesion.volume_ml) & brain
        # A clot is no ball of one density: lighter and darker parts, and a softer border.
        hu[inside] = (lesion.hu + 4 * grain)[inside]
        masks[name] = inside
    hu = _blurred(hu, 1)
    noise = _blurred(rng.standard_normal(SHAPE).astype(np.float32), 1)
    hu += NOISE_HU / noise.std() * noise
    low = [float(v) for v in -(np.array(SHAPE) - 1) / 2 * spacing]
    grid = Grid((low[2], low[1], low[0]), SPACING_MM, SHAPE)
    return Volume(np.clip(np.round(hu), -1024, 3071).astype(np.int16), grid), masks


def _egg(z: np.ndarray, y: np.ndarray, x: np.ndarray, depth_mm: float) -> np.ndarray:
    """Below 1 inside the surface that lies so deep under the skin."""
    a, b, c = (axis - depth_mm for axis in HEAD_MM)
    return (z / a) ** 2 + (y / b) ** 2 + (x / c) ** 2


def _blob(
    z: np.ndarray, y: np.ndarray, x: np.ndarray, centre: tuple[float, float, float], volume_ml: float
) -> np.ndarray:
    """An uneven ellipsoid of about that volume."""
    radius = (volume_ml * 1000 * 3 / (4 * np.pi)) ** (1 / 3)
    dz, dy, dx = z - centre[0], y - centre[1], x - centre[2]
    turn = np.arctan2(dy, dx)
    # Least at the poles, where it would tear the surface.
    off = np.minimum(np.hypot(dy, dx) / radius, 1)
    uneven = 1 + off * (0.12 * np.sin(3 * turn + 0.08 * dz) + 0.06 * np.sin(5 * turn))
    return (dz / (0.85 * radius)) ** 2 + (dy / (1.25 * radius)) ** 2 + (dx / (0.94 * radius)) ** 2 < uneven**2


def _blurred(values: np.ndarray, times: int) -> np.ndarray:
    """A binomial filter within the slices, so many times."""
    for _ in range(times):
        for axis in (1, 2):
            values = 0.5 * values + 0.25 * (np.roll(values, 1, axis) + np.roll(values, -1, axis))
    return values

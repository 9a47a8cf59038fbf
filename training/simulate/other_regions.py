"""Bodies that are not the thoracic inlet: heads, abdomens, pelves, legs.

Rough on purpose: the locator only has to learn that such places hold no inlet. Drawn from ellipsoids and tubes with
random sizes and densities, with and without contrast medium.
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

STEP_MM = 3.0


def _ellipsoid(hu: np.ndarray, centre, radii, value: float, only: np.ndarray | None = None) -> None:
    low = np.clip(np.floor(np.array(centre) - radii), 0, hu.shape).astype(int)
    high = np.clip(np.ceil(np.array(centre) + radii) + 1, 0, hu.shape).astype(int)
    box = tuple(slice(a, b) for a, b in zip(low, high))
    k, j, i = np.ogrid[box]
    inside = ((k - centre[0]) / radii[0]) ** 2 + ((j - centre[1]) / radii[1]) ** 2 + (
        (i - centre[2]) / radii[2]
    ) ** 2 < 1
    if only is not None:
        inside &= only[box]
    hu[box][inside] = value


def _outline(shape, widths, depths, centre) -> np.ndarray:
    """An elliptical body whose half-width and half-depth change along k."""
    j = np.arange(shape[1])[None, :, None] - centre[0]
    i = np.arange(shape[2])[None, None, :] - centre[1]
    return (j / depths[:, None, None]) ** 2 + (i / widths[:, None, None]) ** 2 < 1


def _profile(count: int, low: float, high: float, rng) -> np.ndarray:
    knots = rng.uniform(low, high, max(3, count // 25 + 2))
    return np.interp(np.linspace(0, len(knots) - 1, count), np.arange(len(knots)), knots)


def make_trunk(shape: tuple[int, int, int], rng: np.random.Generator) -> np.ndarray:
    """Abdomen and pelvis: spine, organs, bowel gas, sometimes lung bases on top."""
    hu = np.full(shape, -1000.0, np.float32)
    centre = (shape[1] / 2 + rng.normal(0, 3), shape[2] / 2 + rng.normal(0, 3))
    widths = _profile(shape[0], 42, 68, rng)
    depths = widths * rng.uniform(0.55, 0.8)
    body = _outline(shape, widths, depths, centre)
    fat = rng.uniform(2, 9)
    inner = _outline(shape, widths - fat, depths - fat, centre)
    cavity = _outline(shape, widths - fat - 4, depths - fat - 4, centre)
    hu[body], hu[inner], hu[cavity] = -100, 50, rng.uniform(-100, -20)
    enhanced = rng.random() < 0.5
    for _ in range(rng.integers(8, 22)):
        at = rng.uniform((0, centre[0] - 35, centre[1] - 50), (shape[0], centre[0] + 20, centre[1] + 50))
        value = rng.choice([rng.uniform(20, 65), rng.uniform(80, 220) if enhanced else 45, -800], p=[0.6, 0.3, 0.1])
        _ellipsoid(hu, at, rng.uniform(4, 26, 3), value, cavity)
    if rng.random() < 0.4:
        for side in (-1, 1):
            at = (shape[0] + rng.uniform(-10, 8), centre[0], centre[1] + side * rng.uniform(20, 28))
            _ellipsoid(hu, at, (rng.uniform(15, 45), 24, 20), -840, cavity)
    back = centre[0] + depths.mean() * rng.uniform(0.35, 0.55)
    _spine(hu, back, centre[1], body, rng)
    return hu


def make_head(shape: tuple[int, int, int], rng: np.random.Generator) -> np.ndarray:
    """A head on a neck: skull, brain, sinuses, teeth."""
    hu = np.full(shape, -1000.0, np.float32)
    centre = np.array([rng.uniform(0.4, 0.8) * shape[0], shape[1] / 2, shape[2] / 2]) + rng.normal(0, 3, 3)
    neck = _outline(shape, np.full(shape[0], rng.uniform(18, 26)), np.full(shape[0], rng.uniform(18, 26)), centre[1:])
    neck[int(centre[0]) :] = False
    hu[neck] = 50
    size = rng.uniform((27, 26, 22), (36, 34, 27))
    for shrink, value in ((0, -60), (2, 60), (3, rng.uniform(700, 1300)), (5.5, rng.uniform(28, 42))):
        _ellipsoid(hu, centre, size - shrink, value)
    for _ in range(rng.integers(2, 6)):
        at = centre + (-rng.uniform(12, 24), -rng.uniform(10, 22), rng.normal(0, 6))
        _ellipsoid(hu, at, rng.uniform(2, 7, 3), -950)
    for _ in range(rng.integers(0, 8)):
        _ellipsoid(
            hu, centre + (-rng.uniform(24, 34), -rng.uniform(15, 24), rng.normal(0, 7)), rng.uniform(1, 3, 3), 1800
        )
    _spine(hu, centre[1] + 6, centre[2], neck, rng)
    return hu


def make_legs(shape: tuple[int, int, int], rng: np.random.Generator) -> np.ndarray:
    """One or two limbs with a bone inside."""
    hu = np.full(shape, -1000.0, np.float32)
    for side in (-1, 1)[: rng.integers(1, 3)]:
        centre = (shape[1] / 2 + rng.normal(0, 3), shape[2] / 2 + side * rng.uniform(24, 32))
        radius = _profile(shape[0], 14, 27, rng)
        for shrink, value in ((0, -100), (rng.uniform(1, 5), 55)):
            hu[_outline(shape, radius - shrink, radius - shrink, centre)] = value
        bone = _outline(shape, radius * 0.25, radius * 0.25, centre)
        hu[bone] = rng.uniform(500, 1200)
    return hu


def _spine(hu, back, middle, body, rng) -> None:
    height = rng.uniform(9, 13)
    for k in np.arange(rng.uniform(0, height), hu.shape[0], height):
        _ellipsoid(hu, (k, back, middle), (height / 2.2, 6, 7.5), rng.uniform(180, 400), body)
        _ellipsoid(hu, (k, back + 12, middle), (height / 3, 6, 2.5), rng.uniform(200, 500), body)


def make_elsewhere(shape: tuple[int, int, int], rng: np.random.Generator) -> np.ndarray:
    """HU (float32 [k, j, i], 3 mm) of a random body part without an inlet."""
    maker = (make_trunk, make_head, make_legs)[rng.choice(3, p=[0.55, 0.3, 0.15])]
    hu = maker(shape, rng)
    return hu + 8 * ndimage.gaussian_filter(rng.standard_normal(shape).astype(np.float32), 1) * 4

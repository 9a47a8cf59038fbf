"""A haematoma as told: its size, its outline, its density, its signs, and the parts that habitat analysis looks for.

The signs are drawn by their definitions (evidence section 2): a black hole is at least 28 HU darker and encapsulated, a
blend at least 18 HU darker, sharp and not encapsulated, islands are at least three and separate, a swirl is dark and
unsharp over at least 10 mm of height, which is two slices of 5 mm.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.simulate.lesions.bodies import Place, Push, Scene
from training.simulate.lesions.shapes import Frame, Grain, Point, chain, share

CORE, DARK, BORDER = 1, 2, 3
"""Sub-regions: clot, what is darker inside it, and the zone where it borders on the brain (Lu 2023's third)."""
GAP_MM = 2.6
"""Between an island and the rest."""
OEDEMA_HU, SERUM_HU = 17.5, 30.0
FEWEST_ISLANDS, SWIRL_MM = 3, 12.0
Places = tuple[np.ndarray, np.ndarray, np.ndarray]


@dataclass(frozen=True, slots=True)
class Lesion:
    """What one haematoma is told to be.

    Attributes
    ----------
    place, side
        Name of the place; -1 right, 1 left.
    volume_ml
        Of clot in the brain, islands included, blood in the ventricles not.
    irregularity
        Standard deviation of the logarithm of the radius over all directions.
    texture_hu, grain_mm
        Standard deviation of the density inside, and how coarse it is.
    clot_hu
        Mean density of the clot.
    border_mm, border_drop_hu
        Width of the border zone, and how much darker it is.
    oedema_mm
        Width of the dark rim in the brain.
    ivh_share
        Of the ventricles, how much holds blood; 0 for none.
    blend, black_hole, swirl, island, fluid_level
        Signs.
    """

    place: str
    side: int
    volume_ml: float
    irregularity: float
    texture_hu: float
    grain_mm: float
    clot_hu: float
    border_mm: float
    border_drop_hu: float
    oedema_mm: float
    ivh_share: float
    blend: bool
    black_hole: bool
    swirl: bool
    island: bool
    fluid_level: bool

    @property
    def radius_mm(self) -> float:
        """Of a ball of its volume."""
        return float(np.cbrt(self.volume_ml * 1000 * 3 / (4 * np.pi)))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A haematoma as drawn.

    Attributes
    ----------
    part : float32 array [k, j, i]
        Which part of each voxel it fills.
    zones : uint8 array [k, j, i]
        Sub-regions, from 1; 0 elsewhere.
    volume_ml, ivh_ml
        Sum of the parts; blood in the ventricles.
    islands
        How many lie apart.
    """

    part: np.ndarray
    zones: np.ndarray
    volume_ml: float
    ivh_ml: float
    islands: int


def centre_of(place: Place, lesion: Lesion, rng: np.random.Generator) -> tuple[float, float, float]:
    """Where its middle is to be, z, y, x in mm of the organ."""
    z, y, x = rng.normal(place.centre, place.jitter_mm)
    return float(z), float(y), float(-lesion.side * x)


def push_of(centre: Point, lesion: Lesion) -> Push:
    """How it shoves the organ aside."""
    return Push(centre, lesion.radius_mm, 0.6)


def paint_lesion(
    scene: Scene, frame: Frame, place: Place, lesion: Lesion, centre: Point, rng: np.random.Generator
) -> Drawn:
    """Draw it into a scene.

    Raises
    ------
    ValueError
        When it does not fit into its place.
    """
    reach = 3.2 * lesion.radius_mm + 25
    z, y, x = scene.where
    off = np.maximum(np.maximum(np.abs(z - centre[0]), np.abs(y - centre[1])), np.abs(x - centre[2]))
    near = np.flatnonzero(off < reach)
    where = (z[near], y[near], x[near])
    free = scene.spaces[place.space][near]
    if place.space == "cerebrum":
        free = free & (np.sign(where[2]) == np.sign(centre[2]))
    level = _level(where, place, lesion, centre, rng)
    islands, count = _islands(where, free, level, lesion, rng)
    main = np.where(free & (islands > GAP_MM), level, np.inf)
    apart = share(islands, frame.edge_mm) * free
    wanted = lesion.volume_ml / frame.voxel_ml - apart.sum()
    scale = _solve(main, wanted, lesion.radius_mm, frame.edge_mm)
    inside_mm = (scale - main) * lesion.radius_mm
    part = np.maximum(share(-inside_mm, frame.edge_mm), apart).astype(np.float32)
    depth = np.maximum(np.where(np.isfinite(inside_mm), inside_mm, -99), -islands)
    value, zones = _density(where, depth, lesion, centre, rng)
    hu = scene.hu.reshape(-1)
    at = scene.room[near]
    _oedema(hu, at, (level - scale) * lesion.radius_mm, free, lesion, rng)
    hu[at] += part * (value - hu[at])
    ivh_ml = _ventricles(scene, frame, lesion, centre)
    whole = np.zeros(scene.hu.size, np.float32)
    regions = np.zeros(scene.hu.size, np.uint8)
    whole[at], regions[at] = part, np.where(part >= 0.5, zones, 0)
    shape = scene.hu.shape
    volume_ml = float(part.sum()) * frame.voxel_ml
    return Drawn(whole.reshape(shape), regions.reshape(shape), volume_ml, ivh_ml, count)


def _level(where: Places, place: Place, lesion: Lesion, centre: Point, rng: np.random.Generator) -> np.ndarray:
    """How far out each voxel lies: 1 at the border of a lesion of that volume in free room."""
    turn, _ = np.linalg.qr(np.eye(3) + 0.28 * rng.standard_normal((3, 3)))
    turn *= np.sign(np.diag(turn))
    radii = np.array(place.radii) * np.exp(rng.normal(0, 0.08, 3))
    radii *= lesion.radius_mm / np.cbrt(radii.prod())
    away = [axis - np.float32(c) for axis, c in zip(where, centre)]
    along = [sum(np.float32(t) * a for t, a in zip(row, away)) / np.float32(r) for row, r in zip(turn, radii)]
    out = np.sqrt(sum(a * a for a in along)) + np.float32(1e-4)
    towards = [a / out for a in along]
    # Waves over the sphere of directions: two or three lobes, and finer ones of less height.
    wave = np.zeros_like(out)
    directions = rng.standard_normal((14, 3))
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    for n, direction in enumerate(directions):
        pace = 2.2 + 0.42 * n
        projected = sum(np.float32(d) * t for d, t in zip(direction, towards))
        wave += np.cos(np.float32(pace) * projected + np.float32(rng.uniform(0, 2 * np.pi))) / np.float32(1 + 0.12 * n)
    spread = float(wave[out < 2].std()) if (out < 2).any() else 1.0
    return out / np.exp(lesion.irregularity * (wave - wave.mean()) / max(spread, 1e-3))


def _islands(
    where: Places, free: np.ndarray, level: np.ndarray, lesion: Lesion, rng: np.random.Generator
) -> tuple[np.ndarray, int]:
    """Distance to small clots around the large one, infinite where there are none, and how many there are.

    Raises
    ------
    ValueError
        When three have no room.
    """
    result = np.full(len(level), np.inf, np.float32)
    if not lesion.island:
        return result, 0
    chosen: list[np.ndarray] = []
    wanted = int(rng.integers(FEWEST_ISLANDS, FEWEST_ISLANDS + 3))
    radius = float(np.clip(0.16 * lesion.radius_mm + 0.8, 2.2, 4.5))
    for reach in (1.0, 1.6, 2.4):
        ring = np.flatnonzero(free & (level > 1.25) & (level < 1.5 + reach))
        for n in rng.permutation(ring)[:400]:
            at = np.array([axis[n] for axis in where])
            apart = all(np.linalg.norm(at - other) > 2 * radius + GAP_MM + 1.5 for other in chosen)
            if apart and len(chosen) < wanted:
                chosen.append(at)
    if len(chosen) < FEWEST_ISLANDS:
        raise ValueError("the islands do not fit into their place")
    for at in chosen:
        result = np.minimum(result, _from(where, at) - np.float32(radius * rng.uniform(0.85, 1.1)))
    return result, len(chosen)


def _from(where: Places, point: Point | np.ndarray) -> np.ndarray:
    z, y, x = (axis - np.float32(c) for axis, c in zip(where, point))
    return np.sqrt(z * z + y * y + x * x)


def _solve(level: np.ndarray, wanted: float, radius: float, edge: float) -> float:
    """The scale at which the parts of all voxels add up to what is wanted."""
    finite = level[np.isfinite(level)]
    if len(finite) < wanted:
        raise ValueError("the lesion does not fit into its place")
    low, high = 0.0, float(finite.max()) + 2
    for _ in range(40):
        middle = (low + high) / 2
        if share((finite - middle) * radius, edge).sum() < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _density(
    where: Places, depth: np.ndarray, lesion: Lesion, centre: Point, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Density of the clot, and the sub-region of each voxel."""
    radius = lesion.radius_mm
    grain = Grain(lesion.grain_mm, 60, rng)(where)
    value = lesion.clot_hu + 3.0 * np.clip(depth / radius, 0, 1) + lesion.texture_hu * grain
    dark = grain < -1.35
    if lesion.blend:
        # Two parts with a sharp seam that reaches the surface.
        axis = rng.standard_normal(3)
        axis /= np.linalg.norm(axis)
        along = axis @ np.stack([place - np.float32(c) for place, c in zip(where, centre)])
        part = share(0.15 * radius - along - 0.12 * radius * grain, 1.5)
        value = value - rng.uniform(19, 27) * part
        dark = dark | (part > 0.5)
    if lesion.black_hole:
        deepest = float(depth.max())
        middle = rng.permutation(np.flatnonzero(depth > 0.45 * deepest))[0]
        size = max(min(0.26 * radius, 0.36 * deepest), 2.2)
        part = share(_from(where, [float(axis[middle]) for axis in where]) - size, 1.2)
        value = value + part * (lesion.clot_hu - rng.uniform(29, 37) - value)
        dark = dark | (part > 0.5)
    if lesion.swirl:
        part = np.exp(-np.maximum(chain(where, _whirl(radius, centre, rng)), 0) / 2.2) * (depth > 1)
        value = value - rng.uniform(20, 27) * part
        dark = dark | (part > 0.6)
    if lesion.fluid_level:
        # Lying on the back: what is heavy sinks.
        part = share(where[1] - np.float32(centre[1]) + 0.1 * radius, 1.5)
        value = value + part * (SERUM_HU - value) + 4 * (1 - part)
        dark = dark | (part > 0.5)
    rim = share(depth - lesion.border_mm, 2.0)
    mixed = 0.75 + 0.45 * Grain(2.2, 60, rng)(where)
    value = value - lesion.border_drop_hu * rim * mixed
    zones = np.where(depth < lesion.border_mm, BORDER, np.where(dark, DARK, CORE)).astype(np.uint8)
    return value.astype(np.float32), zones


def _whirl(radius: float, centre: Point, rng: np.random.Generator) -> list[Point]:
    """A tube that winds upwards inside a lesion."""
    start, wide, high = rng.uniform(0, 6), 0.42 * radius, max(0.45 * radius, SWIRL_MM / 2)
    return [
        (
            centre[0] + high * n,
            centre[1] + wide * float(np.sin(start + 2.1 * n)),
            centre[2] + wide * float(np.cos(start + 2.1 * n)),
            0.13 * radius,
        )
        for n in np.linspace(-1, 1, 7)
    ]


def _oedema(
    hu: np.ndarray, at: np.ndarray, outside: np.ndarray, free: np.ndarray, lesion: Lesion, rng: np.random.Generator
) -> None:
    part = share(outside - lesion.oedema_mm * (1 + 0.25 * rng.standard_normal()), 3.0) * free
    hu[at] += (0.95 * part * np.minimum(OEDEMA_HU - hu[at], 0)).astype(np.float32)


def _ventricles(scene: Scene, frame: Frame, lesion: Lesion, centre: Point) -> float:
    """Blood in the ventricles: it sinks to the back and lies more on the side of the lesion; volume in mL."""
    fluid = np.flatnonzero(scene.spaces["fluid"])
    if lesion.ivh_share <= 0 or not len(fluid):
        return 0.0
    _, y, x = (axis[fluid] for axis in scene.where)
    order = y + 14 * np.sign(centre[2]) * np.tanh(x / 8)
    filled = share(np.quantile(order, 1 - lesion.ivh_share) - order, 3.0)
    at = scene.room[fluid]
    hu = scene.hu.reshape(-1)
    hu[at] += filled * (lesion.clot_hu - 4 - hu[at])
    return float(filled.sum()) * frame.voxel_ml

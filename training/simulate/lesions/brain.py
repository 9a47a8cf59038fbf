"""The inside of the skull: brain with cortex and white matter, its cleft surface, ventricles, cisterns, falx."""

from __future__ import annotations

import numpy as np

from training.simulate.lesions.bodies import Push
from training.simulate.lesions.shapes import Frame, Grain, chain, egg, share

WHITE, GREY, FLUID, STEM, CEREBELLUM, DURA, SINUS, CALCIUM = 27.0, 36.5, 7.0, 30.0, 33.5, 50.0, 54.0, 190.0
"""Usual densities on unenhanced CT, HU."""
SULCUS_MM, GYRUS_MM = 21.0, 5.2
"""How deep clefts reach, and the size of the noise whose level lines they follow."""
CORTEX_MM = 3.2
LATERAL = ((1, -34, 8, 4.5), (9, -27, 9, 6.6), (18, -8, 9, 6.4), (21, 12, 12, 6.8), (10, 36, 24, 8.6), (5, 58, 23, 4))
TEMPORAL = ((7, 37, 26, 6.5), (-6, 28, 32, 4), (-17, 6, 33, 2.6))
"""Horns of the left lateral ventricle: z, y, x, radius at usual width."""
FREE_MM = 14.0
"""Depth at which brain gives way to a lesion altogether."""


def paint_brain(
    hu: np.ndarray,
    places: tuple[np.ndarray, ...],
    cavity: np.ndarray,
    frame: Frame,
    atrophy: float,
    push: Push | None,
    rng: np.random.Generator,
) -> tuple[np.ndarray, tuple[np.ndarray, np.ndarray, np.ndarray], dict[str, np.ndarray]]:
    """Paint what lies in the cavity.

    Returns
    -------
    room, where, spaces
        See :class:`~training.simulate.lesions.bodies.Scene`.
    """
    edge = frame.edge_mm
    room = np.flatnonzero(cavity.reshape(-1) < edge)
    depth = -cavity.reshape(-1)[room]
    z, y, x = (place.reshape(-1)[room] for place in places)
    still = (z, y, x)
    where = still if push is None else push.before(still, np.clip(depth / FREE_MM, 0, 1))
    z, y, x = where
    tent = 8 - 0.42 * np.abs(x) - 0.3 * np.abs(y - 36)
    below = (z < tent) & (y > 12)
    stem = egg(where, (-10, 13, 0), (14, 11, 16))
    stem = np.minimum(stem, egg(where, (-30, 10, 0), (15, 12, 15)))
    stem = np.minimum(stem, chain(where, [(-40, 16, 0, 9), (-90, 34, 0, 6.5)]))
    value = _cerebrum(where, depth, atrophy, edge, rng)
    folia = Grain(2.6, 60, rng)(where)
    value = np.where(below, CEREBELLUM + 1.6 * folia, value)
    value = _blend(value, share(depth - 0.8 - 1.0 * atrophy, edge), FLUID)
    for pool in _cisterns(where, atrophy):
        value = _blend(value, share(pool, edge), FLUID)
    value = _blend(value, share(stem, edge), STEM)
    ventricles = _ventricles(where, atrophy)
    white = np.clip((value - 20) / 20, 0, 1)
    value = value - 5 * atrophy * np.exp(-np.maximum(ventricles, 0) / 5) * white
    value = _blend(value, share(ventricles, edge), FLUID)
    for centre, radius, chance in (((4, 28, 0), 2.0, 0.6), ((9, 40, 24), 2.6, 0.45), ((9, 40, -24), 2.6, 0.45)):
        if rng.random() < chance:
            value = _blend(value, share(egg(where, centre, (radius,) * 3), edge), CALCIUM)
    value = _dura(value, still, depth, tent, edge)
    flat = hu.reshape(-1)
    inside = share(-depth, edge)
    flat[room] += inside * (value - flat[room])
    solid = (ventricles > 0.5) & (depth > 3.0)
    spaces = {
        "cerebrum": solid & ~below & (stem > 2) & (np.abs(still[2]) > 2.5) & (still[0] > -44),
        "cerebellum": solid & below & (stem > 1.5),
        "brainstem": solid & (stem < 0) & (z > -46),
        "fluid": ventricles < 0.0,
    }
    return room, still, spaces


def _blend(value: np.ndarray, part: np.ndarray, other: float) -> np.ndarray:
    return value + part * (other - value)


def _cerebrum(
    where: tuple[np.ndarray, ...], depth: np.ndarray, atrophy: float, edge: float, rng: np.random.Generator
) -> np.ndarray:
    z, y, x = where
    folds = Grain(GYRUS_MM, 100, rng)(where)
    # How far it is to the nearest cleft, by the usual slope of such noise.
    to_cleft = np.abs(folds) * (GYRUS_MM / 1.22)
    taper = np.clip(1 - depth / SULCUS_MM, 0, 1)
    half = (0.7 + 1.5 * atrophy) * taper
    grey = np.maximum(share(to_cleft - half - CORTEX_MM, 2.0) * (taper > 0.05), share(depth - CORTEX_MM - 1.5, 2.0))
    for side in (-1, 1):
        for centre, radii in (
            ((9, -23, 14 * side), (9, 9, 4.5)),
            ((4, -3, 25 * side), (12, 19, 7.5)),
            ((6, 13, 11 * side), (10, 14, 9)),
        ):
            grey = np.maximum(grey, share(egg(where, centre, radii), 1.8))
        insula = np.abs(np.abs(x) + 0.012 * (y + 6) ** 2 - 38.5) - 2.0
        grey = np.maximum(grey, share(insula, 1.5) * ((z + 0) ** 2 / 196 + (y + 6) ** 2 / 484 < 1))
    value = WHITE + (GREY - WHITE) * grey + 0.9 * Grain(4.0, 100, rng)(where)
    value = _blend(value, share(to_cleft - half, edge) * (half > 0), FLUID)
    apart = np.maximum(
        np.abs(x) - 0.4 - 0.9 * atrophy, np.maximum(depth - 42, np.where(np.abs(y - 8) < 52, 24 - z, -1))
    )
    value = _blend(value, share(apart, edge), FLUID)
    # The insula bulges to the side, and no cleft is straight.
    bent = (z, y, np.abs(x) + 0.012 * (y + 8) ** 2 + 1.2 * folds)
    sylvian = egg(bent, (0, -8, 41.5), (13, 21, 0.9 + 1.6 * atrophy))
    sylvian = np.minimum(sylvian, egg((z + 1.2 * folds, y, bent[2]), (-1, -10, 51), (0.8 + 1.5 * atrophy, 20, 13)))
    return _blend(value, share(sylvian, edge), FLUID)


def _cisterns(where: tuple[np.ndarray, ...], atrophy: float) -> list[np.ndarray]:
    wide = 0.8 + 0.4 * atrophy
    return [
        egg(where, (-18, -9, 0), (7, 9 * wide, 13 * wide)),
        egg(where, (-8, 15, 0), (9, 11.6 + wide, 16.4 + wide)),
        egg(where, (-2, 31, 0), (7, 5 * wide, 10 * wide)),
        egg(where, (-32, 2, 0), (14, 8, 13)),
        egg(where, (-34, 14, 0), (9, 8, 24 * wide)),
        egg(where, (-58, 40, 0), (9, 12, 14)),
    ]


def _ventricles(where: tuple[np.ndarray, ...], atrophy: float) -> np.ndarray:
    z, y, x = where
    wide = 0.62 + 0.62 * atrophy
    near = np.flatnonzero((np.abs(x) < 50) & (np.abs(y) < 74) & (z > -44) & (z < 40))
    part = tuple(place[near] for place in where)
    best = egg(part, (-1, 4, 0), (11, 14, 1.4 + 2.2 * atrophy))
    best = np.minimum(best, egg(part, (-29, 28, 0), (10, 5 + 2 * atrophy, 8 + 2 * atrophy)))
    for side in (-1, 1):
        for points in (LATERAL, TEMPORAL):
            tube = [(k, j, i * side, radius * wide) for k, j, i, radius in points]
            best = np.minimum(best, chain(part, tube))
    result = np.full(len(x), 60.0, np.float32)
    result[near] = best
    return result


def _dura(
    value: np.ndarray, where: tuple[np.ndarray, ...], depth: np.ndarray, tent: np.ndarray, edge: float
) -> np.ndarray:
    """Falx, tentorium and the large sinuses: thin, so that a voxel shows a part of them."""
    z, y, x = where
    falx = np.maximum(np.abs(x) - 0.6, np.where(y > 20, depth - 48, np.where(z > 45, depth - 24, depth - 26)))
    falx = np.maximum(falx, np.where(np.abs(y) < 40, 26 - z, -1 - z))
    value = _blend(value, share(falx, edge), DURA)
    sheet = np.maximum(np.abs(z - tent) * 0.85 - 0.5, np.maximum(20 + 0.25 * np.abs(x) - y, 0.1 - depth))
    value = _blend(value, share(sheet, edge), DURA)
    sagittal = np.maximum(np.abs(x) + 0.8 * (depth - 6.5), np.where((z > 0) & ((y > 0) | (z > 20)), -9, 9))
    value = _blend(value, share(sagittal, edge), SINUS)
    straight = chain(where, [(8, 34, 0, 1.8), (-14, 80, 0, 3.0)])
    value = _blend(value, share(straight, edge), SINUS)
    for side in (-1, 1):
        lateral = chain(where, [(-15, 80, 0, 3.5), (-18, 66, 44 * side, 3.2), (-28, 38, 56 * side, 3.5)])
        value = _blend(value, share(lateral, edge), SINUS)
    return value

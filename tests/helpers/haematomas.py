"""Haematomas made in millimetres of parts, and scanned in slices of any thickness."""

from __future__ import annotations

import numpy as np

CLOT_HU, BRAIN_HU, PLANE_MM = 62.0, 30.0, 1.25
RADIUS_MM = 17.0


def places():
    z, y, x = (np.arange(-n, n + 0.1, step, np.float32) for n, step in ((25, PLANE_MM), (32, 1.0), (32, 1.0)))
    return z[:, None, None], y[None, :, None], x[None, None, :]


Z, Y, X = places()
SHAPE = np.broadcast_shapes(Z.shape, Y.shape, X.shape)


def ball(centre=(0, 0, 0), radius=RADIUS_MM, high=None):
    z, y, x = centre
    flat = (Y - y) ** 2 + (X - x) ** 2
    if high is not None:  # an upright cylinder
        return (flat <= radius**2) & (np.abs(Z - z) <= high / 2)
    return (Z - z) ** 2 + flat <= radius**2


WHOLE = ball()
STAR = sum(
    (np.abs(Z) <= 12) & (((X * np.cos(a) + Y * np.sin(a)) / 19) ** 2 + ((Y * np.cos(a) - X * np.sin(a)) / 6) ** 2 <= 1)
    for a in (0, np.pi / 3, 2 * np.pi / 3)
).astype(bool)
AROUND = [(0, 24 * np.sin(a), 24 * np.cos(a)) for a in np.arange(5) * 2 * np.pi / 5]
ON_IT = [(0, 19.5 * np.sin(a), 19.5 * np.cos(a)) for a in np.arange(4) * np.pi / 2]
FOCI = [(0, 7 * np.sin(a), 7 * np.cos(a)) for a in np.arange(3) * 2 * np.pi / 3]


def scan(thickness, *darker, mask=WHOLE, more=(), noise=3.0, clot=CLOT_HU):
    """HU and mask of a lesion with parts that are darker, in slices that average thin planes."""
    mask = np.broadcast_to(mask | np.any([ball(at, r) for at, r in more], axis=0) if more else mask, SHAPE)
    ideal = np.where(mask, clot, BRAIN_HU).astype(np.float32)
    for part, drop in darker:
        ideal -= mask * part * np.float32(drop)
    group = round(thickness / PLANE_MM)
    count = SHAPE[0] // group * group
    hu, share = (a[:count].reshape(-1, group, *SHAPE[1:]).mean(axis=1) for a in (ideal, mask.astype(np.float32)))
    hu += np.random.default_rng(3).normal(0, noise, hu.shape)
    return hu.round().astype(np.int16), share >= 0.5, (count * PLANE_MM / len(hu), 1.0, 1.0)

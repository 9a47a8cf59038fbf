"""Gate on the head: whether a skull around a brain is in view, and how much of it.

No network is asked. In an axial slice through the vault, bone closes a ring under the scalp, and what it encloses is
nearly all brain and fluid. No other part of the body looks so: ribs leave gaps and enclose lung, the pelvis is wider
and open, limbs carry their bone in the middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.dicom import Series
from inference.dicom.choosing import names_region
from inference.findings import Finding
from inference.pieces import pieces_of, sizes_of
from inference.quality.region import check_coverage
from inference.regions import Region
from inference.schema import ImageRole
from inference.triples import Triple
from inference.volume import Volume

PIXEL_MM, SLICE_MM = 2.5, 4.0
"""Of the coarse picture that is looked at."""
BODY_HU, BONE_HU, BRAIN_HU = -300.0, 250.0, (-20.0, 110.0)
"""Brain with its fluid, bleedings in it, and contrast medium in its vessels."""
AREA_CM2 = (50.0, 400.0)
"""Of the head in a slice: children of two years have 120 cm2, large adults with hair and headrest 300."""
SECTORS = 36
SCALP_MM = 30.0
"""Bone of a skull lies this near the surface."""
RING, OPEN_RING = 0.9, 0.6
"""Part of the directions in which there is bone: of a whole skull, and of one that was opened. A real head has 0.92 to
1 in its vault, chests and abdomens 0.03 to 0.72."""
BRAIN_PART = 0.75
"""Of what the ring encloses: 0.80 to 0.99 in a real head, up to 0.68 in bodies."""
LEAST_VAULT_MM = 40.0
"""Height over which that has to be seen."""


@dataclass(frozen=True, slots=True)
class Vault:
    """The vault of a skull.

    Attributes
    ----------
    seen_mm
        Height over which it is seen.
    whole
        Whether its ring is closed.
    widest_mm
        Middle of its widest slice, LPS; None where nothing is seen.
    """

    seen_mm: float
    whole: bool
    widest_mm: Triple | None


def check_head(volume: Volume, series: Series, role: ImageRole, region: Region) -> list[Finding]:
    """Whether the head is in view and covered, measured from the widest part of the skull."""
    vault = vault_of(volume)
    named = bool(names_region(series, (*region.header.en, *region.header.zh)))
    if vault.widest_mm is None or vault.seen_mm < LEAST_VAULT_MM or not (vault.whole or named):
        seen = {"seen_mm": round(vault.seen_mm), "needed_mm": LEAST_VAULT_MM}
        return [Finding("region.no-skull", "blocking", seen, role.id)]
    opened = [] if vault.whole else [Finding("region.skull-open", "warning", {}, role.id)]
    return [*opened, *check_coverage(volume, vault.widest_mm, role, region)]


def vault_of(volume: Volume) -> Vault:
    """Look for the vault of a skull.

    Parameters
    ----------
    volume
        In HU.
    """
    steps = [max(1, round(mm / step)) for mm, step in zip((SLICE_MM, PIXEL_MM, PIXEL_MM), volume.grid.spacing_mm)]
    slices = range(0, volume.hu.shape[0], steps[0])
    pixel_mm = (volume.grid.spacing_mm[1] * steps[1], volume.grid.spacing_mm[2] * steps[2])
    seen = {k: one for k in slices if (one := _slice(volume.hu[k, :: steps[1], :: steps[2]], pixel_mm)) is not None}
    step_mm = volume.grid.spacing_mm[0] * steps[0]
    closed = [k for k, one in seen.items() if one.ring >= RING]
    whole = len(closed) * step_mm >= LEAST_VAULT_MM
    used = closed if whole else list(seen)
    if not used:
        return Vault(0.0, False, None)
    widest = max(used, key=lambda k: seen[k].area_cm2)
    row, column = seen[widest].middle
    place = volume.grid.to_patient(np.array([widest, row * steps[1], column * steps[2]]))
    x, y, z = place.tolist()
    return Vault(len(used) * step_mm, whole, (x, y, z))


@dataclass(frozen=True, slots=True)
class _Ring:
    """A slice that may go through a skull: its area, the part of its ring that is bone, and the row and column of its
    middle.
    """

    area_cm2: float
    ring: float
    middle: tuple[float, float]


def _slice(hu: np.ndarray, pixel_mm: tuple[float, float]) -> _Ring | None:
    """What a slice shows; None where it is no slice through a skull."""
    pixel_cm2 = pixel_mm[0] * pixel_mm[1] / 100
    rows, columns = np.nonzero(_filled(hu > BODY_HU, AREA_CM2[1] / pixel_cm2))
    area_cm2 = len(rows) * pixel_cm2
    if not AREA_CM2[0] <= area_cm2 <= AREA_CM2[1]:
        return None
    middle = float(rows.mean()), float(columns.mean())
    down, across = (rows - middle[0]) * pixel_mm[0], (columns - middle[1]) * pixel_mm[1]
    away = np.hypot(down, across)
    sector = ((np.arctan2(down, across) / (2 * np.pi) % 1) * SECTORS).astype(int) % SECTORS
    surface = np.zeros(SECTORS)
    np.maximum.at(surface, sector, away)
    values = hu[rows, columns]
    bone = (values > BONE_HU) & (away > surface[sector] - SCALP_MM)
    inner = np.full(SECTORS, np.inf)
    np.minimum.at(inner, sector[bone], away[bone])
    ring = float(np.isfinite(inner).mean())
    enclosed = values[(away < inner[sector]) & np.isfinite(inner[sector])]
    brain = ((enclosed > BRAIN_HU[0]) & (enclosed < BRAIN_HU[1])).mean() if len(enclosed) else 0.0
    return _Ring(area_cm2, ring, middle) if ring >= OPEN_RING and brain >= BRAIN_PART else None


def _filled(body: np.ndarray, most: float) -> np.ndarray:
    """The largest piece of a slice with what it encloses; nothing where it has more pixels."""
    pieces = pieces_of(body[None], corners=False)[0]
    sizes = sizes_of(pieces)
    if not 0 < sizes.max() <= most:
        return np.zeros_like(body)
    around = pieces_of(pieces[None] != sizes.argmax(), corners=False)[0]
    edge = np.unique(np.concatenate([around[0], around[-1], around[:, 0], around[:, -1]]))
    return ~np.isin(around, edge[edge > 0])

"""Gates on the segmented region: coverage, field of view, noise, metal, contrast medium, hidden anatomy."""

from __future__ import annotations

import numpy as np

from inference.findings import Finding, rounded
from inference.results import Measure
from inference.schema import ImageRole, Structure
from inference.segmentation import Segmentation
from inference.volume import Volume

LEAST_ABOVE_MM, LEAST_BELOW_MM = 20.0, 12.0
"""Scan needed above and below the venous angle: the arch of the subclavian artery lies within 2 cm above it."""
WANTED_ABOVE_MM = 35.0
NOISY_HU, TOO_NOISY_HU = 30.0, 90.0
"""Standard deviation inside vessels. Muscle and blood differ by 10 to 20 HU; the simulated training scans reach 60 HU
after averaging to the network's voxel, which is about 90 HU in the scan's own. Engineering limits, not
clinical ones."""
UNENHANCED_HU, ENHANCED_HU = 70.0, 90.0
"""Blood without contrast medium has 30 to 65 HU, rising with haematocrit; even late phases lie above 90 HU."""
METAL_HU = 2200
"""Above dense cortical bone."""
METAL_ML = 0.05
CUT_PART = 0.08
LEAST_LUNG_ML = 20.0
"""Aerated right apex in the block of 120 x 100 x 112 mm; set on simulated scans, where the least is about 40 mL."""


def check_region(
    volume: Volume,
    found: Segmentation,
    place_mm: tuple[float, float, float] | None,
    role: ImageRole,
) -> list[Finding]:
    """Findings on the block around the venous angle; without one (None) nothing is asked of the coverage."""
    return [
        *(_coverage(volume, place_mm, role) if place_mm is not None else []),
        *_apex(found),
        *_field_of_view(volume, found),
        *_metal(volume, found),
    ]


def _coverage(volume: Volume, place_mm: tuple[float, float, float], role: ImageRole) -> list[Finding]:
    z = volume.grid.places_mm(0)
    above, below = float(z[-1] - place_mm[2]), float(place_mm[2] - z[0])
    evidence = {"above_mm": rounded(above, 0, LEAST_ABOVE_MM), "below_mm": rounded(below, 0, LEAST_BELOW_MM)}
    if above < LEAST_ABOVE_MM or below < LEAST_BELOW_MM:
        needs = {"need_above_mm": LEAST_ABOVE_MM, "need_below_mm": LEAST_BELOW_MM}
        return [Finding("region.not-covered", "blocking", {**evidence, **needs}, role.id)]
    if above < WANTED_ABOVE_MM:
        return [Finding("region.neck-short", "note", evidence, role.id)]
    return [Finding("region.covered", "pass", evidence, role.id)]


def _apex(found: Segmentation) -> list[Finding]:
    """The subclavian vessels cross the lung apex; where no lung is seen, a mass or fluid hides the place."""
    lung_ml = found.context_ml.get("lung")
    if lung_ml is None or lung_ml >= LEAST_LUNG_ML:
        return []
    evidence = {"lung_ml": rounded(lung_ml, 0, LEAST_LUNG_ML), "needed_ml": LEAST_LUNG_ML}
    return [Finding("region.hidden", "blocking", evidence)]


def _field_of_view(volume: Volume, found: Segmentation) -> list[Finding]:
    if volume.padded is None:
        return []
    hu = part_of(volume, found)
    near = np.asarray(found.labels.any(axis=0))
    rows, columns = np.flatnonzero(near.any(axis=1)), np.flatnonzero(near.any(axis=0))
    if not len(rows):
        return []
    slices = np.flatnonzero(found.labels.any(axis=(1, 2)))
    seen = hu[slices[0] : slices[-1] + 1, rows[0] : rows[-1] + 1, : columns[-1] + 1]
    outside = float((seen == volume.padded).mean())
    if outside < CUT_PART:
        return []
    return [Finding("region.field-of-view", "warning", {"percent": round(100 * outside)})]


def _metal(volume: Volume, found: Segmentation) -> list[Finding]:
    metal = float((part_of(volume, found) > METAL_HU).sum()) * volume.grid.voxel_ml
    if metal < METAL_ML:
        return []
    return [Finding("region.metal", "warning", {"ml": round(metal, 2)})]


def part_of(volume: Volume, found: Segmentation) -> np.ndarray:
    """The scan's voxels under a segmentation."""
    start = np.round(volume.grid.to_index(np.array(found.grid.origin_mm))).astype(int)
    return volume.hu[tuple(slice(s, s + n) for s, n in zip(start, found.labels.shape))]


def check_noise(measures: tuple[Measure, ...]) -> list[Finding]:
    """Noise where it matters: inside the vessels."""
    spreads = [m.sd_hu for m in measures if m.sd_hu is not None]
    if not spreads:
        return []
    noise = float(np.median(spreads))
    evidence = {"sd_hu": rounded(noise, 0, TOO_NOISY_HU)}
    if noise > TOO_NOISY_HU:
        return [Finding("region.too-noisy", "blocking", {**evidence, "limit_hu": TOO_NOISY_HU})]
    if noise > NOISY_HU:
        return [Finding("region.noisy", "warning", evidence)]
    return [Finding("region.noise", "pass", evidence)]


def check_contrast(
    measures: tuple[Measure, ...], structures: tuple[Structure, ...], agent: str, role: ImageRole
) -> list[Finding]:
    """Contrast medium by the density of blood; the header's word is compared with it.

    The image decides. Where no vessel could be measured, or blood is denser than it should be, a header that names an
    agent stands.
    """
    if role.contrast != "none":
        return []
    means = {kind: _mean_density(measures, structures, kind) for kind in ("artery", "vein")}
    known = {kind: value for kind, value in means.items() if value is not None}
    if not known:
        if agent:
            return [Finding("contrast.tag-only", "blocking", {"agent": agent}, role.id)]
        return []
    densest = max(known.values())
    evidence: dict[str, float | str] = {
        "artery_hu": round(known.get("artery", densest)),
        "vein_hu": round(known.get("vein", densest)),
    }
    if densest >= ENHANCED_HU:
        code = "contrast.present" if agent else "contrast.present-tag-silent"
        return [Finding(code, "blocking", {**evidence, "limit_hu": ENHANCED_HU}, role.id)]
    if agent and densest >= UNENHANCED_HU:
        return [Finding("contrast.present", "blocking", {**evidence, "limit_hu": UNENHANCED_HU}, role.id)]
    if agent:
        return [Finding("contrast.tag-disagrees", "warning", {**evidence, "agent": agent}, role.id)]
    if densest >= UNENHANCED_HU:
        return [Finding("contrast.unclear", "warning", evidence, role.id)]
    return [Finding("contrast.none", "pass", evidence, role.id)]


def _mean_density(measures: tuple[Measure, ...], structures: tuple[Structure, ...], kind: str) -> float | None:
    wanted = {s.id for s in structures if s.kind == kind}
    found = [m for m in measures if m.structure in wanted and m.mean_hu is not None and m.volume_ml]
    if not found:
        return None
    weights = np.array([m.volume_ml for m in found], dtype=float)
    return float(np.average([m.mean_hu for m in found], weights=weights))

"""Gates on the segmented region: coverage, field of view, noise, metal, contrast medium, hidden anatomy."""

from __future__ import annotations

import numpy as np

from inference.findings import Finding, rounded
from inference.regions import Region
from inference.results import Measure
from inference.schema import Gates, ImageRole, Structure
from inference.segmentation import Segmentation
from inference.volume import Volume

BLOOD = ("artery", "vein")
"""Kinds of structures that hold blood, whose density tells whether contrast medium is present."""
METAL_HU = 2200
"""Above dense cortical bone."""
METAL_ML = 0.05
CUT_PART = 0.08


def check_region(
    volume: Volume,
    found: Segmentation,
    place_mm: tuple[float, float, float] | None,
    role: ImageRole,
    region: Region | None,
) -> list[Finding]:
    """Findings on the block around the landmark of a region; without one (None) nothing is asked of the coverage."""
    return [
        *(check_coverage(volume, place_mm, role, region) if place_mm is not None and region is not None else []),
        *(_content(found, role, region) if region is not None else []),
        *_field_of_view(volume, found, role),
        *_metal(volume, found, role),
    ]


def check_coverage(
    volume: Volume, place_mm: tuple[float, float, float], role: ImageRole, region: Region
) -> list[Finding]:
    """How much of a region is in view above and below its landmark."""
    z, needed = volume.grid.places_mm(0), region.needed
    above, below = float(z[-1] - place_mm[2]), float(place_mm[2] - z[0])
    evidence = {"above_mm": rounded(above, 0, needed.above), "below_mm": rounded(below, 0, needed.below)}
    if above < needed.above or below < needed.below:
        needs = {"need_above_mm": needed.above, "need_below_mm": needed.below}
        return [Finding("region.not-covered", "blocking", {**evidence, **needs}, role.id)]
    if above < region.wanted_above:
        return [Finding("region.neck-short", "note", evidence, role.id)]
    return [Finding("region.covered", "pass", evidence, role.id)]


def _content(found: Segmentation, role: ImageRole, region: Region) -> list[Finding]:
    """Where too little is seen of what lies around the landmark, a mass or fluid hides the place."""
    wanted = [needed for needed in region.content if needed.of in found.context_ml]
    # The words of the pack may name any of them, whichever is too little.
    seen = {one.figure: rounded(found.context_ml[one.of], 0, one.least_ml) for one in wanted}
    return [
        Finding("region.hidden", "blocking", {**seen, "needed_ml": needed.least_ml}, role.id)
        for needed in wanted
        if found.context_ml[needed.of] < needed.least_ml
    ]


def _field_of_view(volume: Volume, found: Segmentation, role: ImageRole) -> list[Finding]:
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
    return [Finding("region.field-of-view", "warning", {"percent": round(100 * outside)}, role.id)]


def _metal(volume: Volume, found: Segmentation, role: ImageRole) -> list[Finding]:
    metal = float((part_of(volume, found) > METAL_HU).sum()) * volume.grid.voxel_ml
    if metal < METAL_ML:
        return []
    return [Finding("region.metal", "warning", {"ml": round(metal, 2)}, role.id)]


def part_of(volume: Volume, found: Segmentation) -> np.ndarray:
    """The scan's voxels under a segmentation."""
    return volume.at(volume.grid.box(found.grid))


def check_noise(
    measures: tuple[Measure, ...], structures: tuple[Structure, ...], gates: Gates, role: ImageRole
) -> list[Finding]:
    """Noise inside the vessels: blood is alike throughout, and what varies in a lesion is the lesion."""
    blood = {structure.id for structure in structures if structure.kind in BLOOD}
    spreads = [m.sd_hu for m in measures if m.sd_hu is not None and m.structure in blood]
    if not spreads:
        return []
    noise = float(np.median(spreads))
    evidence = {"sd_hu": rounded(noise, 0, gates.too_noisy_hu)}
    if noise > gates.too_noisy_hu:
        return [Finding("region.too-noisy", "blocking", {**evidence, "limit_hu": gates.too_noisy_hu}, role.id)]
    if noise > gates.noisy_hu:
        return [Finding("region.noisy", "warning", evidence, role.id)]
    return [Finding("region.noise", "pass", evidence, role.id)]


def check_contrast(
    measures: tuple[Measure, ...], structures: tuple[Structure, ...], agent: str, role: ImageRole, gates: Gates
) -> list[Finding]:
    """Contrast medium by the density of blood; the header's word is compared with it.

    The image decides. Where no vessel could be measured, or blood is denser than it should be, a header that names an
    agent stands.
    """
    if role.contrast != "none":
        return []
    means = {kind: _mean_density(measures, structures, kind) for kind in BLOOD}
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
    dense, enhanced = gates.dense_blood_hu, gates.enhanced_blood_hu
    if densest >= enhanced:
        code = "contrast.present" if agent else "contrast.present-tag-silent"
        return [Finding(code, "blocking", {**evidence, "limit_hu": enhanced}, role.id)]
    if agent and densest >= dense:
        return [Finding("contrast.present", "blocking", {**evidence, "limit_hu": dense}, role.id)]
    if agent:
        return [Finding("contrast.tag-disagrees", "warning", {**evidence, "agent": agent}, role.id)]
    if densest >= dense:
        return [Finding("contrast.unclear", "warning", evidence, role.id)]
    return [Finding("contrast.none", "pass", evidence, role.id)]


def _mean_density(measures: tuple[Measure, ...], structures: tuple[Structure, ...], kind: str) -> float | None:
    wanted = {s.id for s in structures if s.kind == kind}
    found = [m for m in measures if m.structure in wanted and m.mean_hu is not None and m.volume_ml]
    if not found:
        return None
    weights = np.array([m.volume_ml for m in found], dtype=float)
    return float(np.average([m.mean_hu for m in found], weights=weights))

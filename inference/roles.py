"""From a pack's image role to the series that are wanted for it."""

from __future__ import annotations

from inference.dicom import Choice, Role
from inference.findings import Evidence, Finding, Severity
from inference.regions import Region
from inference.schema import ImageRole


def wanted_role(role: ImageRole, region: Region | None) -> Role:
    """What a pack's image role asks of the series to choose, given the region that it must have in view."""
    return Role(
        modality=role.modality,
        plane=region.plane if region else "",
        min_slices=role.min_slices,
        max_spacing_mm=role.max_spacing_mm,
        thickness_mm=role.thickness_mm,
        contrast=role.contrast,
        words=role.words,
        region_words=(*region.header.en, *region.header.zh) if region else (),
    )


def none_suitable(role: ImageRole, choice: Choice, severity: Severity) -> Finding:
    """That no series is suitable, with what speaks against the best of them."""
    best = choice.candidates[0]
    reason = best.reasons[0]
    evidence: dict[str, Evidence] = {
        "count": len(choice.candidates),
        "series": best.series.description or best.series.uid,
        "reason": reason.code,
    }
    return Finding("series.none-suitable", severity, {**evidence, **reason.parameters}, role.id)

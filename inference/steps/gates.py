"""Gates of steps that find a region: whether the scan is whole, still and of the wanted place around it."""

from __future__ import annotations

from typing import Protocol

from inference.findings import Finding
from inference.quality.motion import check_motion
from inference.quality.region import check_contrast, check_region
from inference.quality.series import check_gaps
from inference.regions import Region
from inference.steps.context import GateContext, StepResult


class Locating(Protocol):
    """A step that looks for the region in one image."""

    @property
    def image(self) -> str:
        """Role of the image."""


def check_located(step: Locating, result: StepResult, context: GateContext) -> list[Finding]:
    """What the image is like where the region was found; where it was not, only what its header says."""
    role = context.role(step.image)
    if result.segmentation is None:
        return check_contrast((), context.system.structures, context.agent(role), role, context.system.gates)
    region = context.system.region_of(role)
    low, high = _heights(result, region)
    series, volume = context.series.get(role.id), context.images[role.id]
    return [
        *(check_gaps(series, role, low, high, context.notes[role.id]) if series else []),
        *check_region(volume, result.segmentation, result.place_mm, role, region),
        *check_motion(volume.grid, context.continuity(role.id), low, high),
    ]


def _heights(result: StepResult, region: Region | None) -> tuple[float, float]:
    """From where to where (LPS z) the scan must be whole: around the place, or as far as structures were found."""
    if result.place_mm is None or region is None:
        assert result.segmentation is not None
        heights = result.segmentation.grid.places_mm(0)
        return float(heights[0]), float(heights[-1])
    return result.place_mm[2] - region.whole.below, result.place_mm[2] + region.whole.above

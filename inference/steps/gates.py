"""Gates of steps that find a region: whether the scan is whole, still and of the wanted place around it."""

from __future__ import annotations

from typing import Protocol

from inference.findings import Finding
from inference.quality.motion import check_motion
from inference.quality.region import check_contrast, check_region
from inference.quality.series import check_gaps
from inference.steps.context import GateContext, StepResult


class Locating(Protocol):
    """A step that looks for the region in one image."""

    @property
    def image(self) -> str:
        """Role of the image."""


REGION_REACH_MM = (45.0, 60.0)
"""Missing slices matter from this far below to this far above the venous angle."""


def check_located(step: Locating, result: StepResult, context: GateContext) -> list[Finding]:
    """What the image is like where the region was found; where it was not, only what its header says."""
    role = context.role(step.image)
    if result.segmentation is None:
        return check_contrast((), context.system.structures, context.agent(role), role)
    low, high = _heights(result)
    series, volume = context.series.get(role.id), context.images[role.id]
    return [
        *(check_gaps(series, role, low, high, context.notes[role.id]) if series else []),
        *check_region(volume, result.segmentation, result.place_mm, role),
        *check_motion(volume, low, high),
    ]


def _heights(result: StepResult) -> tuple[float, float]:
    """From where to where (LPS z) the scan must be whole: around the place, or as far as structures were found."""
    if result.place_mm is None:
        assert result.segmentation is not None
        heights = result.segmentation.grid.places_mm(0)
        return float(heights[0]), float(heights[-1])
    below, above = REGION_REACH_MM
    return result.place_mm[2] - below, result.place_mm[2] + above

"""Step ``measure``: volume, diameters along the vessel, density, calcification and flattening of segmented vessels."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal, get_type_hints

import numpy as np

from inference.certainty import expected_overlap, least_certain, slices_of
from inference.errors import Cancelled
from inference.findings import Finding
from inference.pieces import box_around
from inference.quality.region import check_contrast, check_noise, part_of
from inference.quality.vessels import check_vessels
from inference.results import Measure
from inference.schema import SOFT_TISSUE, DisplayWindow, System
from inference.segmentation import Segmentation
from inference.steps.context import GateContext, StepContext, StepResult
from inference.steps.course import sections_along
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.steps.pictures import key_pictures
from inference.vocabulary import STRICT
from inference.volume import Grid, Volume

ISOTROPIC_MM = 1.0
"""Cross-sections are measured on 1 mm cubes: finer than the scan's own resolution across a 5 mm vessel."""
CALCIUM_HU = 130
"""Threshold of Agatston et al., J Am Coll Cardiol 1990;15:827."""
CALCIUM_NOISE_SDS = 4
"""In a noisy scan the threshold rises to this many standard deviations above blood, or noise would count."""


MEASURED = tuple(name for name, kind in get_type_hints(Measure).items() if kind == float | None)
"""Figures of a structure."""


@dataclass(frozen=True, slots=True)
class MeasureStep(Step):
    """Parameters.

    Attributes
    ----------
    segment
        The step whose structures are measured.
    part_of_answer
        Whether the answer rests on these measures. Where it does not, a vessel that is missing or implausible is a
        warning beside its figures; where it does, it stops the answer.
    """

    __pydantic_config__ = STRICT
    kind: Literal["measure"]
    id: str
    segment: str
    part_of_answer: bool = True

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(of_images=frozenset(f"{structure}.{name}" for structure in structures for name in MEASURED))


def run(step: MeasureStep, context: StepContext) -> StepResult:
    """Measure every structure of the segmentation; one that was not found says so."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    measures = []
    for n, structure in enumerate(found.structures):
        if context.cancelled():
            raise Cancelled
        measures.append(measure_structure(found, structure, n + 1, volume))
        context.progress((n + 1) / (len(found.structures) + 1))
    return StepResult(
        measures=tuple(measures),
        pictures=key_pictures(volume, found, window_of(context.system, found)),
        values={f"{m.structure}.{name}": v for m in measures for name, v in _numbers(m).items()},
    )


def window_of(system: System, found: Segmentation) -> DisplayWindow:
    """The window in which the image of a segmentation is shown."""
    return next((role.window for role in system.images if role.id == found.image), SOFT_TISSUE)


def check_measured(step: MeasureStep, result: StepResult, context: GateContext) -> list[Finding]:
    """Whether the vessels hold contrast medium, are told from noise, and are plausible."""
    segmented = context.earlier[step.segment]
    found = segmented.segmentation
    assert found is not None
    role, structures, limits = context.role(found.image), context.system.structures, context.system.gates
    return [
        *check_contrast(result.measures, structures, context.agent(role), role, limits),
        *check_noise(result.measures, structures, limits, role),
        *check_vessels(result.measures, structures, found, step.part_of_answer, segmented.optional),
    ]


def _numbers(measure: Measure) -> dict[str, float]:
    names = (
        "volume_ml",
        "length_mm",
        "mean_diameter_mm",
        "min_diameter_mm",
        "mean_hu",
        "flattening",
        "calcification_ml",
    )
    return {name: value for name in names if (value := getattr(measure, name)) is not None}


def measure_structure(found: Segmentation, structure: str, value: int, volume: Volume) -> Measure:
    """Measure one structure."""
    mask = found.labels == value
    if not mask.any():
        return Measure(structure, found=False)
    hu = part_of(volume, found)
    inner = _eroded(mask)
    inside = hu[inner if np.count_nonzero(inner) >= 20 else mask].astype(float)
    soft = inside[inside < CALCIUM_HU + 200]
    inside = soft if soft.size else inside  # drawn on bone or metal: measured as what it is
    mean, spread = float(inside.mean()), float(inside.std())
    sections = sections_along(isotropic(mask, found.grid, ISOTROPIC_MM), ISOTROPIC_MM)
    diameters = 2 * np.sqrt(np.array([s.area_mm2 for s in sections]) / np.pi)
    length = sum(s.length_mm for s in sections)
    doubtful = least_certain(slices_of(found, value))
    calcium = mask & (hu > max(CALCIUM_HU, mean + CALCIUM_NOISE_SDS * spread))
    return Measure(
        structure,
        found=True,
        volume_ml=float(mask.sum()) * found.grid.voxel_ml,
        length_mm=length,
        mean_diameter_mm=float(diameters.mean()) if len(diameters) else None,
        min_diameter_mm=float(diameters.min()) if len(diameters) else None,
        max_diameter_mm=float(diameters.max()) if len(diameters) else None,
        mean_hu=mean,
        sd_hu=spread,
        flattening=float(np.mean([s.flattening for s in sections])) if sections else None,
        calcification_ml=float(calcium.sum()) * found.grid.voxel_ml,
        certainty=float(found.certainty[mask].mean()),
        cut_off=_reaches_edge(mask, found, volume),
        expected_overlap=expected_overlap(found, value),
        agreement=found.agreement.get(structure),
        least_certain_slice=volume.grid.box(found.grid)[0].start + doubtful[0].number + 1,
    )


def _eroded(mask: np.ndarray) -> np.ndarray:
    """Without the voxels at the border in the slice, which hold wall and fat."""
    inner = mask.copy()
    inner[:, 1:] &= mask[:, :-1]
    inner[:, :-1] &= mask[:, 1:]
    inner[:, :, 1:] &= mask[:, :, :-1]
    inner[:, :, :-1] &= mask[:, :, 1:]
    return inner


def isotropic(mask: np.ndarray, grid: Grid, step_mm: float) -> np.ndarray:
    """The part of a mask that holds it, on cubes, with a margin of one."""
    from inference.resample import axis_weights, resample

    used = box_around(mask)
    assert used is not None  # one that was found
    weights = []
    for axis, (part, spacing) in enumerate(zip(used, grid.spacing_mm)):
        low, high = part.start * spacing - spacing, (part.stop - 1) * spacing + spacing
        weights.append(axis_weights(mask.shape[axis], 0.0, spacing, np.arange(low, high + step_mm, step_mm), step_mm))
    return resample(mask.astype(np.float32), tuple(weights), 0.0) > 0.5


def _reaches_edge(mask: np.ndarray, found: Segmentation, volume: Volume) -> bool:
    """Whether the mask touches the first or last slice of the scan, or its field of view."""
    slices = volume.grid.box(found.grid)[0]
    if (slices.start == 0 and mask[0].any()) or (slices.stop == volume.grid.shape[0] and mask[-1].any()):
        return True
    if volume.padded is None:
        return False
    return bool((part_of(volume, found)[mask] == volume.padded).any())


KIND = StepKind(MeasureStep, run, check_measured, of_images=True, shown_with_refusal=True, cost=15)

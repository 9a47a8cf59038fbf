"""Step ``region``: mean and spread of an image inside a region that the user gave."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.dicom.units import CONCENTRATIONS
from inference.errors import InputError
from inference.findings import Evidence, Finding
from inference.patterns import Decimals
from inference.plausibility import out_of_range
from inference.predictors import NumberPredictor
from inference.results import Result
from inference.segmentation import Region
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, Text
from inference.volume import Volume

BELOW_ZERO_SD = 2.0
"""Standard deviations of the region by which a mean concentration may lie below zero: noise spreads around zero, and
what lies farther below is no concentration.
"""


@dataclass(frozen=True, slots=True)
class RegionStep(Step):
    """Parameters.

    Attributes
    ----------
    image, region
        Role of the image and name of the region on the answer sheet.
    predictor
        An answer that stands in when there is no image (the value read at the console).
    scale
        What the stored values are multiplied by to get ``unit``.
    """

    __pydantic_config__ = STRICT
    kind: Literal["region"]
    id: str
    title: Text
    image: str
    region: str
    predictor: str
    unit: str
    scale: float = 1.0
    decimals: Decimals = 1
    minimum_voxels: int = 10

    @property
    def heading(self) -> Text:
        """See :class:`~inference.steps.kind.Step`."""
        return self.title

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "number predictors", "predictor", self.predictor
        yield "images", "image", self.image

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(frozenset({self.id}))

    def image_units(self) -> Mapping[str, str | None]:
        """See :class:`~inference.steps.kind.Step`."""
        return {self.image: self.unit if self.scale == 1 else None}

    @property
    def substitute(self) -> str:
        """See :class:`~inference.steps.kind.Step`."""
        return self.predictor


def run(step: RegionStep, context: StepContext) -> StepResult:
    """Measure the region, or take the entered value; both given and different is a warning."""
    entered = context.answers.get(step.predictor)
    if step.image not in context.images or step.region not in context.regions:
        if entered is None:
            return StepResult(results=(Result("mean", step.id, None, missing=(step.predictor,)),))
        return StepResult(results=(Result("mean", step.id, float(entered)),), values={step.id: float(entered)})
    volume = context.images[step.image]
    inside = voxels_in(volume, context.regions[step.region])
    if volume.padded is not None and (inside == volume.padded).any():
        counts = {"voxels": int((inside == volume.padded).sum())}
        return StepResult(findings=(Finding("region.not-scanned", "blocking", counts, step.id),))
    inside = inside * step.scale
    if len(inside) < step.minimum_voxels:
        counts = {"voxels": len(inside), "needed": step.minimum_voxels}
        return StepResult(findings=(Finding("region.too-small", "blocking", counts, step.id),))
    mean, spread = float(inside.mean()), float(inside.std())
    predictor = context.system.predictor(step.predictor)
    assert isinstance(predictor, NumberPredictor)  # step.references()
    findings = out_of_range(predictor, round(mean, step.decimals))
    if step.unit in CONCENTRATIONS and mean + BELOW_ZERO_SD * spread < 0:
        found: dict[str, Evidence] = {"value": round(mean, step.decimals), "unit": step.unit}
        findings.append(Finding("region.below-zero", "blocking", found, step.id))
    if entered is not None and abs(float(entered) - mean) > max(2 * spread, 1e-6):
        both: dict[str, Evidence] = {"entered": entered, "measured": round(mean, step.decimals)}
        findings.append(Finding("region.differs", "warning", both, step.id))
    interval = (mean - spread, mean + spread)
    return StepResult(
        results=(Result("mean", step.id, mean, *interval),), findings=tuple(findings), values={step.id: mean}
    )


def voxels_in(volume: Volume, region: Region) -> np.ndarray:
    """Values of the voxels whose centres lie in a sphere.

    Raises
    ------
    InputError
        ``region.outside`` when the centre is not in the image.
    """
    centre = volume.grid.to_index(np.array(region.centre_mm))
    if np.any(centre < -0.5) or np.any(centre > np.array(volume.grid.shape) - 0.5):
        raise InputError("region.outside", x=region.centre_mm[0], y=region.centre_mm[1], z=region.centre_mm[2])
    reach = region.radius_mm / np.array(volume.grid.spacing_mm)
    low = np.clip(np.floor(centre - reach).astype(int), 0, None)
    high = np.minimum(np.ceil(centre + reach).astype(int) + 1, volume.grid.shape)
    axes = [(np.arange(a, b) - c) * s for a, b, c, s in zip(low, high, centre, volume.grid.spacing_mm)]
    k, j, i = np.meshgrid(*axes, indexing="ij")
    block = volume.hu[tuple(slice(a, b) for a, b in zip(low, high))]
    return block[k**2 + j**2 + i**2 <= region.radius_mm**2].astype(float)


KIND = StepKind(RegionStep, run, answers="results")

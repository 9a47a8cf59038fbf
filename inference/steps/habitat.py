"""Step ``habitat``: a structure divided into sub-regions, each voxel to the nearest of the pack's centroids.

The centroids are the pack's, not the patient's: sub-region 2 is the same kind of tissue in everybody, and where a
patient has none of it, it is empty. Clustering each patient by himself would give everybody three, whatever they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.findings import Finding, rounded
from inference.pieces import box_around
from inference.quality.region import part_of
from inference.reading import Fault
from inference.segmentation import Segmentation
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.triples import Triple
from inference.vocabulary import STRICT, repeated
from inference.voxel_features import Reach, VoxelFeature, depth_mm, nearest_centroid, voxel_features

Numbers = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HabitatStep(Step):
    """Parameters.

    Attributes
    ----------
    segment, structure
        The step that marks the structure, and which of its structures is divided.
    structures
        The sub-regions, in the order of the centroids.
    features
        What voxels are told apart by; see :mod:`inference.voxel_features`.
    reach_mm
        How far ``density`` and ``spread`` look along each axis.
    centroids
        By sub-region: what its voxels have of each feature on average, in the features' units.
    scale
        By feature: what a difference is divided by, usually its standard deviation in the cohort.
    border
        The sub-region that lay nearest to the surface in the cohort. Where it does not in a patient, a warning says so.
    minimum_voxels
        Of a sub-region with fewer voxels a warning says that it is as good as not there.
    """

    __pydantic_config__ = STRICT
    kind: Literal["habitat"]
    id: str
    segment: str
    structure: str
    structures: Annotated[tuple[str, ...], Field(min_length=2, max_length=20)]
    features: Annotated[tuple[VoxelFeature, ...], Field(min_length=1)]
    reach_mm: Reach
    centroids: tuple[Numbers, ...]
    scale: tuple[Annotated[float, Field(gt=0)], ...]
    border: str | None = None
    minimum_voxels: Annotated[int, Field(ge=1)] = 64

    def __post_init__(self) -> None:
        for name, given in (("structures", (*self.structures, self.structure)), ("features", self.features)):
            twice = repeated(given)
            if twice is not None:
                raise Fault("named-twice", f".{name}", name=twice)
        wanted = len(self.features)
        for name, row in (("scale", self.scale), *((f"centroids[{n}]", row) for n, row in enumerate(self.centroids))):
            if len(row) != wanted:
                raise Fault("row-length", f".{name}", wanted=wanted, found=len(row))
        if len(self.centroids) != len(self.structures):
            raise Fault("row-length", ".centroids", wanted=len(self.structures), found=len(self.centroids))
        same = repeated(str(list(row)) for row in self.centroids)
        if same is not None:
            raise Fault("named-twice", ".centroids", name=same)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment
        yield f"structures of {self.segment}", "structure", self.structure
        yield from (("structures", "structures", name) for name in self.structures)

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        if self.border is not None:
            yield self.structures, "structures", "border", self.border

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(structures=self.structures)


def run(step: HabitatStep, context: StepContext) -> StepResult:
    """Divide the structure; a sub-region that a patient has none of stays empty."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    whole = found.mask_of(step.structure)
    labels = np.zeros(found.labels.shape, np.uint8)
    divided = Segmentation(found.image, labels, found.certainty, found.grid, step.structures)
    if not whole.any():
        return StepResult(segmentation=divided, optional=step.structures)
    features = voxel_features(
        part_of(context.images[found.image], found), whole, found.grid.spacing_mm, step.features, step.reach_mm
    )
    labels[whole] = nearest_centroid(features, np.array(step.centroids), np.array(step.scale)) + 1
    empty = tuple(name for n, name in enumerate(step.structures, 1) if not (labels == n).any())
    findings = (*_small(step, labels), *_border(step, labels, found.grid.spacing_mm))
    if not findings:
        findings = (Finding("habitat.divided", "pass", {"count": len(step.structures)}, step.structure),)
    return StepResult(segmentation=replace(divided, labels=labels), optional=empty, findings=findings)


def _small(step: HabitatStep, labels: np.ndarray) -> Iterator[Finding]:
    """Sub-regions of which a patient has none or next to none."""
    counts = np.bincount(labels.ravel(), minlength=len(step.structures) + 1)
    for n, name in enumerate(step.structures, 1):
        if not counts[n]:
            yield Finding("habitat.empty", "warning", {}, name)
        elif counts[n] < step.minimum_voxels:
            yield Finding("habitat.small", "warning", {"voxels": int(counts[n]), "needed": step.minimum_voxels}, name)


def _border(step: HabitatStep, labels: np.ndarray, spacing_mm: Triple) -> Iterator[Finding]:
    """Whether the sub-region of the border lies nearer to the surface than the structure as a whole."""
    if step.border is None:
        return
    box = box_around(labels > 0)
    assert box is not None  # there is something to divide
    own = labels[box] == step.structures.index(step.border) + 1
    depth = depth_mm(labels[box] > 0, spacing_mm)
    mean_mm, whole_mm = (float(depth[part].mean()) if part.any() else 0.0 for part in (own, labels[box] > 0))
    if mean_mm > whole_mm:
        evidence = {"depth_mm": rounded(mean_mm, 1, whole_mm), "whole_mm": rounded(whole_mm, 1, mean_mm)}
        yield Finding("habitat.not-at-border", "warning", evidence, step.border)


KIND = StepKind(HabitatStep, run, of_images=True, shown_with_refusal=True, cost=5)

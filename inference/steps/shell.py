"""Step ``shell``: what lies within some distance of a structure's surface, outside or inside, as a structure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.findings import Finding
from inference.pieces import box_around, pieces_of
from inference.reading import Fault
from inference.segmentation import Segmentation
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.triples import Box, Triple, box_of
from inference.vocabulary import STRICT, check_interval
from inference.volume import Volume
from inference.voxel_features import depth_mm, distance_to

Distance = Annotated[float, Field(ge=-100, le=100)]
"""mm from the surface of a structure: above 0 outside, below 0 inside."""
NEARLY_MM = 1e-3
"""Distances that differ by less are the same: they are computed in single precision."""


@dataclass(frozen=True, slots=True)
class ShellStep(Step):
    """Parameters.

    Attributes
    ----------
    segment, structure
        The step that marks the structure, and which of its structures the shell is of.
    shell
        The structure that it gives.
    from_mm, to_mm
        Where it begins and ends, measured between voxels: outside to the nearest voxel of the structure, inside (below
        0) to the nearest one beside it. ``0`` to ``5`` lies around it, ``-3`` to ``0`` is its rim.
    hu
        What may belong to it, in the unit of the image: densities of the organ. Beyond other densities it ends, though
        the same lie behind them: a shell in the brain does not go on outside of the skull.
    minimum_voxels
        Of a shell with fewer voxels a warning says that it is as good as not there.
    """

    __pydantic_config__ = STRICT
    kind: Literal["shell"]
    id: str
    segment: str
    structure: str
    shell: str
    from_mm: Distance
    to_mm: Distance
    hu: tuple[float, float] | None = None
    minimum_voxels: Annotated[int, Field(ge=1)] = 64

    def __post_init__(self) -> None:
        if self.to_mm <= self.from_mm:
            raise Fault("greater_than", ".to_mm", gt=self.from_mm)
        if self.hu is not None:
            check_interval("hu", self.hu)
        if self.shell == self.structure:
            raise Fault("named-twice", ".shell", name=self.shell)

    @property
    def structures(self) -> tuple[str, ...]:
        """What it gives."""
        return (self.shell,)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment
        yield f"structures of {self.segment}", "structure", self.structure
        yield "structures", "shell", self.shell

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(structures=self.structures)


def run(step: ShellStep, context: StepContext) -> StepResult:
    """Mark the shell, as far as the scan and the organ reach."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    marked = box_around(found.mask_of(step.structure))
    if marked is None:
        nothing = Segmentation(
            found.image, np.zeros_like(found.labels), np.ones_like(found.certainty), found.grid, step.structures
        )
        return StepResult(segmentation=nothing, optional=step.structures)
    own = volume.grid.box(found.grid)
    box, cut = _around(step, volume, [part.start + side.start for part, side in zip(own, marked)], marked)
    labels = _placed(found.labels, own, box)
    whole = labels == found.structures.index(step.structure) + 1
    free = whole | (labels == 0)
    inside = _at_distance(step, whole, found.grid.spacing_mm) & free & _organ(step, volume, box, whole)
    tight = box_around(inside) or box_of(slice(0, count) for count in inside.shape)
    made = Segmentation(
        found.image,
        inside[tight].astype(np.uint8),
        np.ones(inside[tight].shape, np.float32),
        volume.grid.part(box).part(tight),
        step.structures,
    )
    count = int(np.count_nonzero(inside))
    findings = tuple(_findings(step, count, cut))
    return StepResult(segmentation=made, optional=() if count else step.structures, findings=findings)


def _around(step: ShellStep, volume: Volume, start: Sequence[int], marked: Box) -> tuple[Box, bool]:
    """The part of the scan that the shell reaches, with a voxel to spare, and whether the scan ends before."""
    reach = [int(max(step.to_mm, 0) / mm + NEARLY_MM) for mm in volume.grid.spacing_mm]
    low = [at - more for at, more in zip(start, reach)]
    high = [at + side.stop - side.start + more for at, side, more in zip(start, marked, reach)]
    count = volume.grid.shape
    cut = any(a < 0 or b > n for a, b, n in zip(low, high, count))
    return box_of(slice(max(a - 1, 0), min(b + 1, n)) for a, b, n in zip(low, high, count)), cut


def _placed(labels: np.ndarray, own: Box, box: Box) -> np.ndarray:
    """Labels of one part of the scan on another; 0 where they do not reach."""
    placed = np.zeros([side.stop - side.start for side in box], labels.dtype)
    both = [(max(a.start, b.start), min(a.stop, b.stop)) for a, b in zip(own, box)]
    theirs = tuple(slice(first - side.start, last - side.start) for (first, last), side in zip(both, own))
    ours = tuple(slice(first - side.start, last - side.start) for (first, last), side in zip(both, box))
    placed[ours] = labels[theirs]
    return placed


def _at_distance(step: ShellStep, whole: np.ndarray, spacing_mm: Triple) -> np.ndarray:
    """Voxels at a wanted distance from the surface, bool array of the block."""
    away = np.where(whole, -depth_mm(whole, spacing_mm), distance_to(whole, spacing_mm))
    low, high = step.from_mm, step.to_mm
    within = (away >= low - NEARLY_MM) & (away < high - NEARLY_MM)
    around = (away > low + NEARLY_MM) & (away <= high + NEARLY_MM)
    return np.where(whole, within, around)


def _organ(step: ShellStep, volume: Volume, box: Box, whole: np.ndarray) -> np.ndarray:
    """Where the organ is: the structure, and what is reached from it through densities of the organ."""
    image = volume.at(box)
    allowed = np.ones(image.shape, bool) if step.hu is None else (image >= step.hu[0]) & (image <= step.hu[1])
    if volume.padded is not None:
        allowed &= image != volume.padded
    pieces = pieces_of(allowed | whole, corners=False)
    return np.isin(pieces, np.unique(pieces[whole])) & allowed


def _findings(step: ShellStep, count: int, cut: bool) -> Iterator[Finding]:
    if not count:
        yield Finding("shell.empty", "warning", {}, step.shell)
    elif count < step.minimum_voxels:
        yield Finding("shell.small", "warning", {"voxels": count, "needed": step.minimum_voxels}, step.shell)
    if cut:
        yield Finding("shell.cut-off", "warning", {}, step.shell)


KIND = StepKind(ShellStep, run, of_images=True, shown_with_refusal=True, cost=5)

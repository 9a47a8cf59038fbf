"""Step ``drawn``: structures that the user draws in the window, brings as mask files, or gives as spheres.

No network looks for them. Until they are there the step gives an empty mask, which the window offers to draw in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.findings import Finding
from inference.patterns import Slug
from inference.quality.drawn import check_drawn
from inference.segmentation import Region, Segmentation
from inference.steps.context import GateContext, StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.triples import Box, box_of
from inference.vocabulary import STRICT, Text, repeated
from inference.volume import Grid


@dataclass(frozen=True, slots=True)
class DrawnStep(Step):
    """Parameters.

    Attributes
    ----------
    image
        Role of the image that they are drawn on.
    structures
        What is to be drawn, in the order of the labels.
    optional
        Those of them without which the answer can do.
    hint
        How it is drawn, for whoever draws it: what belongs to it and what does not.
    """

    __pydantic_config__ = STRICT
    kind: Literal["drawn"]
    id: str
    image: str
    structures: Annotated[tuple[Slug, ...], Field(min_length=1)]
    optional: tuple[Slug, ...] = ()
    hint: Text | None = None

    def __post_init__(self) -> None:
        twice = repeated(self.structures)
        if twice is not None:
            raise ValueError(f"{twice} is named twice")

    @property
    def wanted(self) -> tuple[str, ...]:
        """Structures without which there is no answer."""
        return tuple(name for name in self.structures if name not in self.optional)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "images", "image", self.image
        yield "required images", "image", self.image
        yield from (("structures", "structures", name) for name in self.structures)

    def inner_references(self) -> Iterator[tuple[Collection[str], str, str, str]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from ((self.structures, "structures", "optional", name) for name in self.optional)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(structures=self.structures)


def run(step: DrawnStep, context: StepContext) -> StepResult:
    """What was given as spheres; an empty mask where nothing was. A mask that was drawn takes its place."""
    grid = context.images[step.image].grid
    given = {n: context.regions[name] for n, name in enumerate(step.structures, 1) if name in context.regions}
    if not given:
        middle = box_of(slice(count // 2, count // 2 + 1) for count in grid.shape)
        return StepResult(segmentation=_blank(step, grid, middle), optional=step.optional)
    box = box_of(
        slice(min(ends[axis].start for ends in boxes), max(ends[axis].stop for ends in boxes))
        for boxes in [[_box(grid, region) for region in given.values()]]
        for axis in range(3)
    )
    mask = _blank(step, grid, box)
    k, j, i = (mask.grid.places_mm(axis) for axis in range(3))
    for value, region in given.items():
        x, y, z = region.centre_mm
        away = (k - z)[:, None, None] ** 2 + (j - y)[None, :, None] ** 2 + (i - x)[None, None, :] ** 2
        mask.labels[(away <= region.radius_mm**2) & (mask.labels == 0)] = value
    return StepResult(segmentation=mask, optional=step.optional)


def _box(grid: Grid, region: Region) -> Box:
    """The part of the grid around a sphere; a voxel at its edge where the sphere lies outside."""
    centre, reach = grid.to_index(np.array(region.centre_mm)), region.radius_mm / np.array(grid.spacing_mm)
    last = np.array(grid.shape) - 1
    low = np.clip(np.ceil(centre - reach), 0, last).astype(int)
    high = np.clip(np.floor(centre + reach), low, last).astype(int)
    return box_of(slice(int(a), int(b) + 1) for a, b in zip(low, high))


def _blank(step: DrawnStep, grid: Grid, box: Box) -> Segmentation:
    part = grid.part(box)
    return Segmentation(
        step.image, np.zeros(part.shape, np.uint8), np.ones(part.shape, np.float32), part, step.structures
    )


def check(step: DrawnStep, result: StepResult, context: GateContext) -> list[Finding]:
    """What is not drawn yet, and what was drawn beside its place."""
    assert result.segmentation is not None  # it always gives one
    structures = {structure.id: structure for structure in context.system.structures}
    wanted = [structures[name] for name in step.structures]
    return check_drawn(context.images[step.image], result.segmentation, wanted, step.optional)


KIND = StepKind(DrawnStep, run, check, of_images=True, by_hand=True, shown_with_refusal=True)

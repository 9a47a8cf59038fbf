"""Step ``segment``: find the region on a coarse copy of the scan, then label structures in one block around it.

The cost does not grow with the field of view: the coarse network sees the whole scan at several millimetres, the fine
one a single block of fixed size.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.engines import Interface, LoadedModel, single
from inference.errors import Cancelled
from inference.findings import Finding
from inference.patterns import Size, Spacing, Window
from inference.pieces import pieces_of, sizes_of
from inference.resample import axis_weights, resample
from inference.segmentation import Segmentation
from inference.steps.context import StepContext, StepResult
from inference.steps.gates import check_located
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.steps.locate import LocatorPlan, Place, locate
from inference.steps.window import normalise, on_targets
from inference.triples import Box, box_of, triple
from inference.vocabulary import STRICT
from inference.volume import Volume

RECENTRE_MM = 12.0
"""When the block turns out to be off by more than this, it is cut once more around what was found."""
LEAST_VOXELS = 50
RestWeight = Annotated[float, Field(gt=0, le=1)]


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """The fine network.

    Attributes
    ----------
    spacing_mm, size
        Voxel and number of voxels along k, j, i.
    window_hu
        Range mapped to -1..1.
    classes
        Names of the output channels.
    structures
        Which channel is which structure of the pack.
    offset_mm
        From the place to the middle of the block, k, j, i.
    angle
        The two structures whose meeting is the place: the lower end of the first, the medial end of the second.
    placements
        2: the network runs twice, half a voxel apart, and its results are averaged; edges between two voxels of the
        block are then seen, too.
    rest_weight
        A voxel of the scan belongs to the likeliest structure whose chance is more than this times the chance of all
        else. Interpolation blurs chances, and at 1 takes from the border of a thin structure more than it gives.
    """

    __pydantic_config__ = STRICT
    model: str
    spacing_mm: tuple[Spacing, Spacing, Spacing]
    size: tuple[Size, Size, Size]
    window_hu: Window
    classes: tuple[str, ...]
    structures: dict[str, str]
    offset_mm: tuple[float, float, float]
    angle: tuple[str, str] | None = None
    placements: Literal[1, 2] = 1
    rest_weight: RestWeight = 1.0

    @property
    def interface(self) -> Interface:
        """From the block to its classes."""
        return single((1, 1, *self.size), (1, len(self.classes), *self.size))


@dataclass(frozen=True, slots=True)
class SegmentStep(Step):
    """Parameters."""

    __pydantic_config__ = STRICT
    kind: Literal["segment"]
    id: str
    image: str
    locator: LocatorPlan
    block: BlockPlan

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "images", "image", self.image
        yield from (("structures", "block.structures", name) for name in self.block.structures)
        yield from (("structures", "block.angle", name) for name in self.block.angle or ())
        yield "required images", "image", self.image

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        yield self.locator.classes, "classes", "locator.target", self.locator.target
        for name in self.block.structures.values():
            yield self.block.classes, "classes", "block.structures", name

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield self.locator.model, self.locator.interface
        yield self.block.model, self.block.interface

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(structures=tuple(self.block.structures))


def run(step: SegmentStep, context: StepContext) -> StepResult:
    """Locate the region and label its structures; no region in view is a blocking finding."""
    volume = context.images[step.image]
    locator = context.network(step.locator.model, step.locator.interface)
    context.progress(0.05)
    place = locate(step.locator, volume, locator, context.cancelled)
    context.progress(0.4)
    if isinstance(place, Finding):
        return StepResult(findings=(replace(place, subject=step.image),), engines=(locator.use,))
    fine = context.network(step.block.model, step.block.interface)
    if context.cancelled():
        raise Cancelled
    place, segmentation = label_structures(step, volume, place, fine, context.cancelled)
    context.progress(1.0)
    return StepResult(segmentation=segmentation, place_mm=place.position_mm, engines=(locator.use, fine.use))


def label_structures(
    step: SegmentStep, volume: Volume, place: Place, fine: LoadedModel, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Place, Segmentation]:
    """Label the block around a place, and once more where that shows that the block was off; the place it was at."""
    segmentation = label_block(step, volume, place, fine)
    shifted = recentred(step.block, segmentation, place)
    if shifted is None:
        return place, segmentation
    if cancelled():
        raise Cancelled
    return shifted, label_block(step, volume, shifted, fine)


def label_block(step: SegmentStep, volume: Volume, place: Place, fine: LoadedModel) -> Segmentation:
    """Run the fine network around a place and carry its result to the voxels of the scan."""
    plan = step.block
    middle = np.array(place.position_mm)[::-1] + plan.offset_mm
    corner = middle - (np.array(plan.size) - 1) / 2 * plan.spacing_mm
    shifts = (np.arange(plan.placements) - (plan.placements - 1) / 2) / plan.placements
    runs = [_run_at(plan, volume, corner + n * np.array(plan.spacing_mm), fine) for n in shifts]
    return _on_scan(plan, volume, runs, step.image)


def _run_at(plan: BlockPlan, volume: Volume, start: np.ndarray, fine: LoadedModel) -> tuple[np.ndarray, np.ndarray]:
    """The first voxel of a block, k, j, i in mm, and the chance of each class in it."""
    targets = [s + np.arange(n) * d for s, n, d in zip(start, plan.size, plan.spacing_mm)]
    image = normalise(on_targets(volume, targets, plan.spacing_mm), plan.window_hu)
    return start, _softmax(fine.run_single(image[None, None])[0])


def _softmax(logits: np.ndarray) -> np.ndarray:
    chance = np.exp(logits - logits.max(axis=0, keepdims=True))
    return chance / chance.sum(axis=0, keepdims=True)


def _on_scan(
    plan: BlockPlan, volume: Volume, runs: Sequence[tuple[np.ndarray, np.ndarray]], image: str
) -> Segmentation:
    """Interpolate the wanted channels onto the scan's own voxels inside the block, averaged over the runs."""
    structures = tuple(plan.structures)
    channels = [plan.classes.index(plan.structures[name]) for name in structures]
    box = _common_box(plan, volume, [start for start, _ in runs])
    maps = np.mean([_maps_in(plan, volume, box, start, chance, channels) for start, chance in runs], axis=0)
    weights = np.array([plan.rest_weight] + [1.0] * len(structures), np.float32)
    labels = (maps * weights[:, None, None, None]).argmax(axis=0).astype(np.uint8)
    labels = _one_piece_each(labels, len(structures))
    certainty = np.take_along_axis(maps, labels[None].astype(np.intp), axis=0)[0]
    counts = np.mean([np.bincount(c.argmax(axis=0).ravel(), minlength=len(plan.classes)) for _, c in runs], axis=0)
    context_ml = {name: float(n * np.prod(plan.spacing_mm) / 1000) for name, n in zip(plan.classes, counts)}
    return Segmentation(image, labels, certainty, volume.grid.part(box), structures, context_ml)


def _common_box(plan: BlockPlan, volume: Volume, starts: Sequence[np.ndarray]) -> Box:
    """The scan's voxels that lie inside the block wherever it was placed."""
    box = []
    for axis in range(3):
        places = volume.grid.places_mm(axis)
        first, last = max(start[axis] for start in starts), min(start[axis] for start in starts)
        end = last + (plan.size[axis] - 1) * plan.spacing_mm[axis]
        inside = np.flatnonzero((places >= first) & (places <= end))
        box.append(slice(int(inside[0]), int(inside[-1]) + 1))
    return box_of(box)


def _maps_in(
    plan: BlockPlan, volume: Volume, box: Box, start: np.ndarray, chance: np.ndarray, channels: list[int]
) -> np.ndarray:
    """Chance of all else together and of each wanted class, in the scan's voxels of the box: [1 + class, k, j, i]."""
    weights = tuple(
        axis_weights(size, first, step_mm, volume.grid.places_mm(axis)[part], step_mm)
        for axis, (size, first, step_mm, part) in enumerate(zip(plan.size, start, plan.spacing_mm, box))
    )
    rest = np.delete(chance, channels, axis=0).sum(axis=0)
    return np.stack([resample(layer, weights, 0.0) for layer in (rest, *chance[channels])])


def _one_piece_each(labels: np.ndarray, count: int) -> np.ndarray:
    """Keep the largest piece of each structure and pieces at least a quarter as large; drop specks."""
    kept = np.zeros_like(labels)
    for value in range(1, count + 1):
        mask = labels == value
        if not mask.any():
            continue
        parts = pieces_of(mask)
        sizes = sizes_of(parts)
        large = np.flatnonzero(sizes * 4 >= sizes.max())
        kept[np.isin(parts, large[large > 0]) & mask] = value
    return kept


def recentred(plan: BlockPlan, segmentation: Segmentation, place: Place) -> Place | None:
    """Where the block should have been, when it was off; None when it was well placed or there is no telling."""
    found = None if plan.angle is None else meeting_of(segmentation, plan.angle)
    if found is None or np.linalg.norm(found - place.position_mm) < RECENTRE_MM:
        return None
    return Place(triple(found), place.certainty)


def meeting_of(segmentation: Segmentation, angle: tuple[str, str]) -> np.ndarray | None:
    """LPS position between the lower end of the first structure and the medial end of the second.

    None when one of them was not found.
    """
    upper, lateral = (np.argwhere(segmentation.labels == segmentation.structures.index(n) + 1) for n in angle)
    if min(len(upper), len(lateral)) < LEAST_VOXELS:
        return None
    low = upper[upper[:, 0] <= np.percentile(upper[:, 0], 5)].mean(axis=0)
    medial = lateral[lateral[:, 2] >= np.percentile(lateral[:, 2], 90)].mean(axis=0)
    return segmentation.grid.to_patient((low + medial) / 2)


KIND = StepKind(SegmentStep, run, check_located, of_images=True, locates=True, shown_with_refusal=True, cost=100)

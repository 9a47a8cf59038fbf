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
from inference.pieces import box_around, pieces_of, sizes_of
from inference.resample import axis_weights, resample
from inference.segmentation import Segmentation
from inference.steps.context import StepContext, StepResult
from inference.steps.gates import check_located
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.steps.locate import LocatorPlan, Place, locate
from inference.steps.window import normalise, on_targets
from inference.triples import Box, box_of, triple
from inference.vocabulary import STRICT
from inference.volume import Grid, Volume

RECENTRE_MM = 12.0
"""When the block turns out to be off by more than this, it is cut once more around what was found."""
ROOM_MM = 20.0
"""Around the block: what is shown beside it, and where it is cut once more most often."""
LEAST_VOXELS = 50
SLAB = 8
"""Slices of the scan that are labelled at a time."""
Weights = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Of the places along k, j, i: see :func:`inference.resample.axis_weights`."""
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

    def region_classes(self) -> Collection[str]:
        """See :class:`~inference.steps.kind.Step`."""
        return self.block.classes

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
    volume = context.only(step.image, reach_of(step.block, volume.grid, place))
    fine = context.network(step.block.model, step.block.interface)
    if context.cancelled():
        raise Cancelled
    place, segmentation = label_structures(step, volume, place, fine, context.cancelled)
    context.progress(1.0)
    return StepResult(segmentation=segmentation, place_mm=place.position_mm, engines=(locator.use, fine.use))


def reach_of(plan: BlockPlan, grid: Grid, place: Place) -> Box:
    """The part of a scan in which the block around a place lies, and most of those that are cut once more."""
    middle = np.array(place.position_mm)[::-1] + plan.offset_mm
    reach = np.array(plan.size) * plan.spacing_mm / 2 + ROOM_MM
    box = []
    for axis in range(3):
        first, last = (
            (middle[axis] + side * reach[axis] - grid.origin_mm[2 - axis]) / grid.spacing_mm[axis] for side in (-1, 1)
        )
        count = grid.shape[axis]
        start = min(max(int(first), 0), count - 1)
        box.append(slice(start, min(max(int(last) + 2, start + 1), count)))
    return box_of(box)


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


@dataclass(frozen=True, slots=True)
class _Chances:
    """What the network says of a block.

    Attributes
    ----------
    start
        Its first voxel, k, j, i in mm.
    layers
        Chance of all else together and of each structure, float32 array [1 + structure, k, j, i].
    counts
        Voxels of each class.
    """

    start: np.ndarray
    layers: np.ndarray
    counts: np.ndarray


def _run_at(plan: BlockPlan, volume: Volume, start: np.ndarray, fine: LoadedModel) -> _Chances:
    targets = [s + np.arange(n) * d for s, n, d in zip(start, plan.size, plan.spacing_mm)]
    image = normalise(on_targets(volume, targets, plan.spacing_mm), plan.window_hu)
    return _chances(plan, start, fine.run_single(image[None, None])[0])


def _chances(plan: BlockPlan, start: np.ndarray, logits: np.ndarray) -> _Chances:
    """By softmax, a slice at a time: the chances of all classes would take as much memory as a scan."""
    channels = [plan.classes.index(name) for name in plan.structures.values()]
    others = [n for n in range(len(plan.classes)) if n not in channels]
    layers = np.zeros((1 + len(channels), *logits.shape[1:]), np.float32)
    counts = np.zeros(len(plan.classes), np.int64)
    for k in range(logits.shape[1]):
        chance = np.exp(logits[:, k] - logits[:, k].max(axis=0))
        chance /= chance.sum(axis=0)
        np.add.reduce(chance[others], axis=0, out=layers[0, k])
        layers[1:, k] = chance[channels]
        counts += np.bincount(_likeliest(chance).ravel(), minlength=len(plan.classes))
    return _Chances(start, layers, counts)


def _likeliest(chance: np.ndarray) -> np.ndarray:
    """``argmax`` of the first axis: the same, class by class, which is several times as fast."""
    best, likeliest = chance[0].copy(), np.zeros(chance.shape[1:], np.uint8)
    for n, one in enumerate(chance[1:], start=1):
        likeliest[one > best] = n
        np.maximum(best, one, out=best)
    return likeliest


def _on_scan(plan: BlockPlan, volume: Volume, runs: Sequence[_Chances], image: str) -> Segmentation:
    """Interpolate the chances onto the scan's own voxels inside the block, averaged over the runs."""
    structures = tuple(plan.structures)
    box = _common_box(plan, volume, [run.start for run in runs])
    along = [_weights(plan, volume, box, run) for run in runs]
    grid = volume.grid.part(box)
    likeliest = np.empty(grid.shape, np.uint8)
    chance, rest = np.empty(grid.shape, np.float32), np.empty(grid.shape, np.float32)
    chances, agreement = np.zeros(len(structures)), _Agreement(len(structures))
    # A few slices at a time: the chances of all structures in a finely sliced scan would be larger than the scan.
    for start in range(0, grid.shape[0], SLAB):
        part = slice(start, start + SLAB)
        placed = [_maps_of(run, weights, part) for run, weights in zip(runs, along)]
        maps = _mean_of(placed)
        likeliest[part] = _label(maps, plan.rest_weight)
        chances += maps[1:].sum(axis=(1, 2, 3), dtype=np.float64)
        agreement.see(placed, maps, plan.rest_weight)
        chance[part] = np.take_along_axis(maps, likeliest[part][None].astype(np.intp), axis=0)[0]
        rest[part] = maps[0]
    labels = _one_piece_each(likeliest, len(structures))
    certainty = np.where(labels == likeliest, chance, rest)
    counts = np.mean([run.counts for run in runs], axis=0)
    context_ml = {name: float(n * np.prod(plan.spacing_mm) / 1000) for name, n in zip(plan.classes, counts)}
    expected_ml = {name: float(n * grid.voxel_ml) for name, n in zip(structures, chances)}
    return Segmentation(
        image, labels, certainty, grid, structures, context_ml, expected_ml, agreement.by_name(structures)
    )


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


def _weights(plan: BlockPlan, volume: Volume, box: Box, run: _Chances) -> Weights:
    """From the block of a run to the scan's voxels of the box."""
    k, j, i = (
        axis_weights(size, first, step_mm, volume.grid.places_mm(axis)[part], step_mm)
        for axis, (size, first, step_mm, part) in enumerate(zip(plan.size, run.start, plan.spacing_mm, box))
    )
    return k, j, i


def _maps_of(run: _Chances, weights: Weights, part: slice) -> np.ndarray:
    """The chances in some slices of the box: [1 + structure, k, j, i]."""
    k, j, i = weights
    return np.stack([resample(layer, (k[part], j, i), 0.0) for layer in run.layers])


def _mean_of(placed: Sequence[np.ndarray]) -> np.ndarray:
    total = placed[0]
    for maps in placed[1:]:
        total = total + maps
    return total / np.float32(len(placed))


def _label(maps: np.ndarray, rest_weight: float) -> np.ndarray:
    """The likeliest of all else, by its weight, and the structures."""
    return _likeliest(np.stack([maps[0] * np.float32(rest_weight), *maps[1:]]))


class _Agreement:
    """Counts, slab by slab, what the first placement and the last label by themselves, and where both the same."""

    def __init__(self, structures: int) -> None:
        self._either, self._both = np.zeros(structures, np.int64), np.zeros(structures, np.int64)

    def see(self, placed: Sequence[np.ndarray], maps: np.ndarray, rest_weight: float) -> None:
        """Count a slab; ``maps`` is the mean of its chances in each placement."""
        if len(placed) < 2:
            return
        # The likeliest of n structures, if likelier than all else by its weight, has at least this chance, and in the
        # mean of two placements half of it: elsewhere neither labels anything.
        count = len(self._both)
        least = rest_weight / (1 + rest_weight * count) / len(placed)
        near = box_around(maps[1:].max(axis=0) > 0.99 * least)
        if near is None:
            return
        first, last = (_label(one[:, *near], rest_weight) for one in (placed[0], placed[-1]))
        for value in range(1, count + 1):
            of_first, of_last = first == value, last == value
            self._either[value - 1] += np.count_nonzero(of_first) + np.count_nonzero(of_last)
            self._both[value - 1] += np.count_nonzero(of_first & of_last)

    def by_name(self, structures: Sequence[str]) -> dict[str, float]:
        """Dice of each structure that either has labelled."""
        counts = zip(structures, self._both.tolist(), self._either.tolist())
        return {name: 2 * both / either for name, both, either in counts if either}


def _one_piece_each(labels: np.ndarray, count: int) -> np.ndarray:
    """Keep the largest piece of each structure and pieces at least a quarter as large; drop specks."""
    kept = np.zeros_like(labels)
    for value in range(1, count + 1):
        mask = labels == value
        box = box_around(mask)
        if box is None:
            continue
        parts = pieces_of(mask[box])
        sizes = sizes_of(parts)
        kept[box][(sizes * 4 >= max(1, sizes.max()))[parts]] = value
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
    upper, lateral = (np.argwhere(segmentation.mask_of(n)) for n in angle)
    if min(len(upper), len(lateral)) < LEAST_VOXELS:
        return None
    low = upper[upper[:, 0] <= np.percentile(upper[:, 0], 5)].mean(axis=0)
    medial = lateral[lateral[:, 2] >= np.percentile(lateral[:, 2], 90)].mean(axis=0)
    return segmentation.grid.to_patient((low + medial) / 2)


KIND = StepKind(SegmentStep, run, check_located, of_images=True, locates=True, shown_with_refusal=True, cost=100)

"""Step ``segment-tiles``: label a whole scan with a network that is moved over it in tiles, as nnU-Net v2 does.

For models that were trained with nnU-Net (``precontrast-train import-nnunet``). Everything around the network follows
nnU-Net's own predictor, so that the labels are the same: axes, cropping to what is not zero, intensities, resampling,
tiles, and the way back to the scan's voxels. The cost grows with the field of view; the step ``segment`` does not.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field, StringConstraints

from inference.engines import Interface, LoadedModel, single
from inference.findings import Finding
from inference.patterns import Size, Spacing
from inference.resize import Resizing, apply, matrices, resize_image, resized_shape
from inference.segmentation import Segmentation
from inference.steps.context import StepContext, StepResult
from inference.steps.gates import check_located
from inference.steps.intensities import Scheme
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.steps.segment import LEAST_VOXELS, meeting_of
from inference.steps.sliding import Tiling, slide
from inference.triples import Box, box_of, shape_of, triple
from inference.vocabulary import STRICT, repeated
from inference.volume import Volume

SCAN_AXES = "LPS"
"""Where x, y and z of every scan in this program run to."""
MARGIN_MM = 25.0
"""Kept around what was found, for pictures and for gates on the neighbourhood."""
MAX_LOGIT_BYTES = 6 * 2**30
"""Logits of all classes on the network's grid; what needs more would stop a computer of 8 GB."""
SLAB_VALUES = 2**25
"""Logits on the scan's voxels are made for so many values at a time."""


@dataclass(frozen=True, slots=True)
class TilesStep(Step):
    """Parameters, in nnU-Net's sense; axes are those of the network once ``orientation`` and ``transpose`` are applied.

    Attributes
    ----------
    models
        Networks of one plan (folds of a cross-validation); their logits are averaged.
    classes
        Names of the output channels; the first is background.
    structures
        Which channel is which structure of the pack.
    orientation
        Where x, y and z of the training images ran to.
    transpose
        Which of the axes k, j, i comes first, second and third for the network.
    spacing_mm, patch
        Voxel and tile; two numbers for a network for slices, which leaves the distance between slices as it is.
    image_resizing, logit_resizing
        To the network's voxel and back.
    step_share, mirror_axes
        See :class:`inference.steps.sliding.Tiling`; axes are counted in the patch.
    angle
        The two structures whose meeting is the landmark: the lower end of the first, the medial end of the second.
    """

    __pydantic_config__ = STRICT
    kind: Literal["segment-tiles"]
    id: str
    image: str
    models: Annotated[tuple[str, ...], Field(min_length=1)]
    classes: Annotated[tuple[str, ...], Field(min_length=2, max_length=255)]
    structures: Annotated[dict[str, str], Field(min_length=1)]
    spacing_mm: Annotated[tuple[Spacing, ...], Field(min_length=2, max_length=3)]
    patch: Annotated[tuple[Annotated[Size, Field(ge=2)], ...], Field(min_length=2, max_length=3)]
    intensities: Scheme
    image_resizing: Resizing
    logit_resizing: Resizing
    orientation: Annotated[str, StringConstraints(pattern="^[LR][PA][SI]$")] = SCAN_AXES
    transpose: tuple[int, int, int] = (0, 1, 2)
    step_share: Annotated[float, Field(ge=0.1, le=1)] = 0.5
    mirror_axes: tuple[int, ...] = ()
    angle: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if len(self.spacing_mm) != len(self.patch):
            raise ValueError("spacing_mm and patch need the same number of axes")
        if sorted(self.transpose) != [0, 1, 2]:
            raise ValueError("transpose must name the axes 0, 1 and 2 once each")
        if repeated(self.mirror_axes) is not None or not set(self.mirror_axes) <= set(range(len(self.patch))):
            raise ValueError("mirror_axes must name axes of the patch, each at most once")
        if 3 in (self.logit_resizing.order, self.logit_resizing.order_between):
            raise ValueError("logit_resizing must be nearest or linear")

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "images", "image", self.image
        yield from (("structures", "structures", name) for name in self.structures)
        yield from (("structures", "angle", name) for name in self.angle or ())
        yield "required images", "image", self.image

    @property
    def flipped(self) -> tuple[int, ...]:
        """Axes k, j, i that run the other way in the training images."""
        return tuple(axis for axis in range(3) if self.orientation[2 - axis] != SCAN_AXES[2 - axis])

    @property
    def tiling(self) -> Tiling:
        """Tiles in three dimensions."""
        flat = 3 - len(self.patch)
        patch = shape_of((1,) * flat + self.patch)
        return Tiling(patch, self.step_share, tuple(axis + flat for axis in self.mirror_axes))

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from ((self.structures, "structures of the step", "angle", name) for name in self.angle or ())
        yield from ((self.classes[1:], "classes", "structures", name) for name in self.structures.values())

    def region_classes(self) -> Collection[str] | None:
        """Only the landmark tells that a region is in view; see :class:`~inference.steps.kind.Step`."""
        return None if self.angle is None else ()

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """See :class:`~inference.steps.kind.Step`."""
        needed = single((1, 1, *self.patch), (1, len(self.classes), *self.patch))
        yield from ((name, needed) for name in self.models)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(structures=tuple(self.structures))


def run(step: TilesStep, context: StepContext) -> StepResult:
    """Label the structures; when none is found, or the landmark asked for, a blocking finding says so."""
    volume = context.images[step.image]
    models = [context.network(name, needed) for name, needed in step.networks()]
    engines = tuple(model.use for model in models)
    context.progress(0.05)
    given = label_scan(step, volume, models, lambda done: context.progress(0.05 + 0.8 * done), context.cancelled)
    if isinstance(given, Finding):
        return StepResult(findings=(given,), engines=engines)
    place = None if step.angle is None else meeting_of(given, step.angle)
    findings: tuple[Finding, ...] = ()
    if step.angle is not None and place is None:
        least = min(np.count_nonzero(given.mask_of(name)) for name in step.angle)
        needed = LEAST_VOXELS * given.grid.voxel_ml
        evidence = {"found_ml": round(least * given.grid.voxel_ml, 1), "needed_ml": round(needed, 1)}
        findings = (Finding("region.not-recognised", "blocking", evidence, step.image),)
    context.progress(1.0)
    where = None if place is None else triple(place)
    return StepResult(segmentation=given, place_mm=where, findings=findings, engines=engines)


def label_scan(
    step: TilesStep,
    volume: Volume,
    models: list[LoadedModel],
    progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> Segmentation | Finding:
    """Labels and certainty around what was found, on the scan's voxels."""
    need = _needed_bytes(step, volume)
    if need > MAX_LOGIT_BYTES:
        evidence = {"gb": round(need / 2**30, 1), "limit_gb": MAX_LOGIT_BYTES // 2**30}
        return Finding("segmentation.too-large", "blocking", evidence, step.image)
    ready = prepare(step, volume)
    logits = slide(ready.image, len(step.classes), step.tiling, _network(step, models), progress, cancelled)
    return _on_scan(step, volume, logits, ready)


def _needed_bytes(step: TilesStep, volume: Volume) -> int:
    """Memory for the logits of a scan, told before it is resampled."""
    whole = np.flip(volume.hu, step.flipped).transpose(step.transpose)
    from_mm = tuple(volume.grid.spacing_mm[axis] for axis in step.transpose)
    to_mm = (*from_mm[: 3 - len(step.spacing_mm)], *step.spacing_mm)

    def need(shape: tuple[int, ...]) -> int:
        tiled = np.maximum(resized_shape(shape, from_mm, to_mm), step.tiling.patch)
        return len(step.classes) * 4 * int(np.prod(tiled, dtype=np.int64))

    # What is empty around the body is cut off, which is looked for only where it matters.
    most = need(whole.shape)
    return most if most <= MAX_LOGIT_BYTES else need(tuple(part.stop - part.start for part in nonzero_box(whole)))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scan as the network sees it.

    Attributes
    ----------
    image
        float32 array on the network's axes and voxel, intensities normalised.
    used
        The part of the scan, on the network's axes, that it was made from.
    from_mm, to_mm
        Voxel of the scan and of the network, on the network's axes.
    """

    image: np.ndarray
    used: Box
    from_mm: tuple[float, ...]
    to_mm: tuple[float, ...]


def prepare(step: TilesStep, volume: Volume) -> Prepared:
    """Turn, crop, normalise and resample a scan; intensities come before resampling, as in nnU-Net."""
    whole = np.flip(volume.hu, step.flipped).transpose(step.transpose)
    used = nonzero_box(whole)
    image = whole[used].astype(np.float32)
    from_mm = tuple(volume.grid.spacing_mm[axis] for axis in step.transpose)
    to_mm = (*from_mm[: 3 - len(step.spacing_mm)], *step.spacing_mm)
    shape = resized_shape(image.shape, from_mm, to_mm)
    slice_axis = step.image_resizing.slice_axis(from_mm, to_mm)
    small = resize_image(step.intensities.apply(image), shape, step.image_resizing, slice_axis)
    return Prepared(small, used, from_mm, to_mm)


def nonzero_box(image: np.ndarray) -> Box:
    """The smallest box that holds everything that is not zero; all of it where there is nothing else."""
    box = []
    for axis in range(3):
        hits = np.flatnonzero((image != 0).any(axis=tuple(a for a in range(3) if a != axis)))
        box.append(slice(int(hits[0]), int(hits[-1]) + 1) if len(hits) else slice(0, image.shape[axis]))
    return box_of(box)


def _network(step: TilesStep, models: list[LoadedModel]) -> Callable[[np.ndarray], np.ndarray]:
    """The mean logits of all models for one tile."""
    shape = (len(step.classes), *step.tiling.patch)

    def logits_of(tile: np.ndarray) -> np.ndarray:
        tile = tile.reshape(1, 1, *step.patch)
        total = np.sum([model.run_single(tile) for model in models], axis=0)
        return total.reshape(shape) / np.float32(len(models))

    return logits_of


def _on_scan(step: TilesStep, volume: Volume, logits: np.ndarray, ready: Prepared) -> Segmentation | Finding:
    """The most likely class of each voxel of the scan, and how likely it is around the structures."""
    shape = tuple(part.stop - part.start for part in ready.used)
    slice_axis = step.logit_resizing.slice_axis(ready.to_mm, ready.from_mm)
    along = matrices(logits.shape[1:], shape, step.logit_resizing, slice_axis)
    structures = tuple(step.structures)
    value_of = np.zeros(len(step.classes), np.uint8)
    for n, name in enumerate(structures):
        value_of[step.classes.index(step.structures[name])] = n + 1
    labels = np.empty(shape, np.uint8)
    for rows, maps in _slabs(logits, along, box_of(slice(0, n) for n in shape)):
        labels[rows] = value_of[maps.argmax(axis=0)]
    box = _around(labels, ready.from_mm)
    if box is None:
        return Finding("segmentation.empty", "blocking", {}, step.image)
    certainty = np.empty(tuple(part.stop - part.start for part in box), np.float32)
    channels, chances = [step.classes.index(step.structures[name]) for name in structures], np.zeros(len(structures))
    for rows, maps in _slabs(logits, along, box):
        best = maps.max(axis=0)
        certainty[rows] = 1 / np.exp(maps - best).sum(axis=0)
        for n, channel in enumerate(channels):
            chances[n] += (np.exp(maps[channel] - best) * certainty[rows]).sum(dtype=np.float64)
    place = box_of(slice(a.start + b.start, a.start + b.stop) for a, b in zip(ready.used, box))
    grid = volume.grid.part(_scan_box(step, place, volume.grid.shape))
    expected_ml = {name: float(n * grid.voxel_ml) for name, n in zip(structures, chances)}
    scan_labels, scan_certainty = _scan_axes(step, labels[box]), _scan_axes(step, certainty)
    return Segmentation(step.image, scan_labels, scan_certainty, grid, structures, expected_ml=expected_ml)


def _scan_axes(step: TilesStep, array: np.ndarray) -> np.ndarray:
    """From the network's axes back to k, j, i."""
    return np.ascontiguousarray(np.flip(array.transpose(np.argsort(step.transpose)), step.flipped))


def _scan_box(step: TilesStep, box: Box, shape: tuple[int, int, int]) -> Box:
    """From the network's axes back to k, j, i."""
    turned = [box[axis] for axis in np.argsort(step.transpose)]
    for axis in step.flipped:
        turned[axis] = slice(shape[axis] - turned[axis].stop, shape[axis] - turned[axis].start)
    return box_of(turned)


def _slabs(logits: np.ndarray, along: Sequence[np.ndarray | None], box: Box) -> Iterator[tuple[slice, np.ndarray]]:
    """Logits of all classes on the voxels of a box, a few rows at a time; rows are counted from the box."""
    first, *others = box
    layer = max(1, len(logits) * int(np.prod([part.stop - part.start for part in others])))
    height = max(1, SLAB_VALUES // layer)
    for start in range(first.start, first.stop, height):
        rows = slice(start, min(start + height, first.stop))
        parts = (rows, *others)
        kept = tuple(part if matrix is None else slice(None) for matrix, part in zip(along, parts))
        cut = [None if matrix is None else matrix[part] for matrix, part in zip(along, parts)]
        yield slice(rows.start - first.start, rows.stop - first.start), np.stack([apply(cut, c[kept]) for c in logits])


def _around(labels: np.ndarray, spacing_mm: tuple[float, ...]) -> Box | None:
    """A box around all labels with a margin, inside the array; None without labels."""
    if not labels.any():
        return None
    box = []
    for axis, step in enumerate(spacing_mm):
        hits = np.flatnonzero(labels.any(axis=tuple(a for a in range(3) if a != axis)))
        margin = int(np.ceil(MARGIN_MM / step))
        box.append(slice(max(0, int(hits[0]) - margin), min(labels.shape[axis], int(hits[-1]) + 1 + margin)))
    return box_of(box)


KIND = StepKind(TilesStep, run, check_located, of_images=True, locates=True, shown_with_refusal=True, cost=100)

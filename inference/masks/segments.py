"""Masks stored as DICOM Segmentation (PS3.3 section A.51): binary, fractional with two values, and label maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inference.errors import InputError
from inference.masks.dicom_header import coded_part, text
from inference.masks.mask_file import MaskFile, Placed
from inference.masks.placement import Frame, Placement, by_spacing, placement
from inference.triples import box_of
from inference.volume import Grid

if TYPE_CHECKING:
    from pydicom import Dataset

SPARSE_PART = 1.5
"""Times the distance of the grid's slices from which a mask's own slices leave gaps."""


@dataclass(frozen=True, slots=True)
class _Slice:
    """One frame: its number, the segment it shows (0: a label map shows all), and where it lies."""

    number: int
    segment: int
    placed: Placement


def open_segmentation(path: Path, dataset: Dataset, grid: Grid) -> MaskFile:
    """Open a DICOM Segmentation.

    Raises
    ------
    InputError
        ``mask.too-large``, ``mask.fractions``, or as of
        :func:`inference.masks.placement.placement`.
    """
    parts = tuple(
        coded_part(int(item.SegmentNumber), text(item, "SegmentLabel"), item) for item in dataset.SegmentSequence
    )
    _check_size(path, dataset, grid, len(parts))
    slices = _slices(path, dataset, grid)
    pixels = _pixels(path, dataset, len(slices))
    return MaskFile(
        path,
        parts,
        lambda number: _marked(pixels, slices, number),
        max((one.placed.missed for one in slices), default=0.0),
        text(dataset, "PatientID"),
        text(dataset, "StudyInstanceUID"),
        text(dataset, "FrameOfReferenceUID"),
    )


def _check_size(path: Path, dataset: Dataset, grid: Grid, segments: int) -> None:
    """Before anything is unpacked: each segment has at most one frame a slice."""
    count = int(dataset.Rows) * int(dataset.Columns) * int(dataset.NumberOfFrames)
    most = max(1, segments) * int(np.prod(grid.shape))
    if count > most:
        raise InputError("mask.too-large", path=str(path), count=count, most=most)


def _slices(path: Path, dataset: Dataset, grid: Grid) -> list[_Slice]:
    shared = (dataset.get("SharedFunctionalGroupsSequence") or [{}])[0]
    is_map = text(dataset, "SegmentationType") == "LABELMAP"
    frames, segments = [], []
    for own in dataset.PerFrameFunctionalGroupsSequence:
        segments.append(0 if is_map else int(_group((own, shared), "SegmentIdentification").ReferencedSegmentNumber))
        frames.append(_frame((own, shared), int(dataset.Rows), int(dataset.Columns)))
    _check_gaps(path, frames, grid)
    placed = [placement(path, frame, grid, part_allowed=True) for frame in frames]
    return [_Slice(n, segment, place) for n, (segment, place) in enumerate(zip(segments, placed))]


def _group(groups: tuple[Dataset, Dataset], name: str) -> Dataset:
    """A functional group of a frame, its own before that of all."""
    return next(group[f"{name}Sequence"].value[0] for group in groups if f"{name}Sequence" in group)


def _frame(groups: tuple[Dataset, Dataset], rows: int, columns: int) -> Frame:
    measures = _group(groups, "PixelMeasures")
    across, down = np.reshape([float(v) for v in _group(groups, "PlaneOrientation").ImageOrientationPatient], (2, 3))
    row_mm, column_mm = (float(mm) for mm in measures.PixelSpacing)
    thick = float(measures.get("SpacingBetweenSlices") or measures.get("SliceThickness") or 1)
    matrix = np.stack([np.cross(across, down) * thick, down * row_mm, across * column_mm], axis=1)
    place = [float(mm) for mm in _group(groups, "PlanePosition").ImagePositionPatient]
    return Frame((1, rows, columns), matrix, np.array(place))


def _check_gaps(path: Path, frames: Sequence[Frame], grid: Grid) -> None:
    """A mask made on thicker slices would leave slices out: its frames lie on every second slice, or fewer."""
    if not frames:
        return
    normal = frames[0].matrix[:, 0]
    own_mm = float(np.linalg.norm(normal))
    steps_mm = np.diff(np.unique([round(float(frame.origin_mm @ normal) / own_mm, 2) for frame in frames]))
    slice_mm = grid.spacing_mm[2 - int(np.abs(normal).argmax())]
    if own_mm > SPARSE_PART * slice_mm and (not len(steps_mm) or steps_mm.min() > SPARSE_PART * slice_mm):
        raise InputError("mask.sparse", path=str(path), found=by_spacing((own_mm,)), wanted=by_spacing((slice_mm,)))


def _pixels(path: Path, dataset: Dataset, frames: int) -> np.ndarray:
    """What is marked, array [frame, row, column]: true or false, or the numbers of a label map."""
    pixels = dataset.pixel_array
    pixels = pixels.reshape(-1, *pixels.shape[-2:])
    if len(pixels) != frames:
        raise ValueError(f"{len(pixels)} frames of pixels, {frames} with a place")
    if text(dataset, "SegmentationType") == "FRACTIONAL":
        most = int(dataset.MaximumFractionalValue)
        if not np.isin(pixels, (0, most)).all():
            raise InputError("mask.fractions", path=str(path))
    return pixels


def _marked(pixels: np.ndarray, slices: Sequence[_Slice], number: int) -> Placed:
    own = [one for one in slices if one.segment in (0, number)]
    if not own:
        return box_of([slice(0, 0)] * 3), np.zeros((0, 0, 0), bool)
    low, high = (
        [pick(getattr(one.placed.box[axis], end) for one in own) for axis in range(3)]
        for end, pick in (("start", min), ("stop", max))
    )
    inside = np.zeros([b - a for a, b in zip(low, high)], bool)
    for one in own:
        image = pixels[one.number][None]
        shown = image == number if one.segment == 0 else image > 0
        place = tuple(slice(part.start - a, part.stop - a) for part, a in zip(one.placed.box, low))
        inside[place] |= one.placed.turned(shown)
    return box_of(slice(a, b) for a, b in zip(low, high)), inside

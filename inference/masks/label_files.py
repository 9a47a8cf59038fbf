"""Masks that SimpleITK reads: one file with a value for each structure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inference.errors import InputError, first_line
from inference.masks.mask_file import MaskFile, Part, Placed
from inference.masks.nifti import check_nifti
from inference.masks.placement import Frame, Placement, placement
from inference.volume import Grid

if TYPE_CHECKING:
    import SimpleITK as sitk

SUFFIXES = (".nii.gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd")
SEGMENT_KEY = re.compile(r"Segment(\d+)_Name")
"""How 3D Slicer names the segments of a ``.seg.nrrd``."""
MOST_LABELS = 256
"""More values than structures of a body that anyone tells apart: that is an image."""


def is_label_file(path: Path) -> bool:
    """Whether the name is that of a label file."""
    return path.name.lower().endswith(SUFFIXES)


def stem_of(path: Path) -> str:
    """The name of a label file without its ending."""
    lower = path.name.lower()
    return next(path.name[: -len(suffix)] for suffix in SUFFIXES if lower.endswith(suffix))


def open_label_file(path: Path, grid: Grid) -> MaskFile:
    """Open a label file; its size and place are compared with the grid before its voxels are read.

    Raises
    ------
    InputError
        ``mask.damaged``, ``mask.layers``, ``mask.dimensions``, ``mask.fractions``, ``mask.not-finite``,
        ``mask.no-labels``, ``mask.segment-value``, or as of :func:`inference.masks.placement.placement`.
    """
    reader, names = _header(path)
    placed = placement(path, _frame(path, reader), grid, part_allowed=bool(names))
    check_nifti(path)
    voxels = _labels(path, reader)
    numbers = _numbers(path, voxels)
    titles = {value: name for name, value in names.items()}
    parts = tuple(Part(number, titles.get(number, "")) for number in sorted({*numbers, *titles}))
    return MaskFile(path, parts, lambda number: _marked(voxels, number, placed), placed.missed)


def _marked(voxels: np.ndarray, number: int, placed: Placement) -> Placed:
    return placed.box, placed.turned(voxels) == number


def _header(path: Path) -> tuple[sitk.ImageFileReader, dict[str, int]]:
    """The reader that has read the header, and the value of each named segment."""
    import SimpleITK as sitk

    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    try:
        reader.ReadImageInformation()
    except RuntimeError as error:
        raise InputError("mask.damaged", path=str(path), error=_last_line(error)) from error
    if reader.GetNumberOfComponents() != 1:
        raise InputError("mask.layers", path=str(path))
    size = reader.GetSize()
    if len(size) not in (3, 4) or any(count != 1 for count in size[3:]):
        raise InputError("mask.dimensions", path=str(path), count=len(size))
    try:
        keys = {key: reader.GetMetaData(key) for key in reader.GetMetaDataKeys()}
    except (TypeError, UnicodeError, RuntimeError) as error:  # names that are no text
        raise InputError("mask.damaged", path=str(path), error=first_line(error)) from error
    return reader, _segments(path, keys)


def _frame(path: Path, reader: sitk.ImageFileReader) -> Frame:
    size, count = reader.GetSize(), reader.GetDimension()
    directions = np.reshape(reader.GetDirection(), (count, count))[:3, :3]
    matrix = directions * np.array(reader.GetSpacing()[:3])
    return Frame((size[2], size[1], size[0]), matrix[:, ::-1], np.array(reader.GetOrigin()[:3]))


def _labels(path: Path, reader: sitk.ImageFileReader) -> np.ndarray:
    """Whole numbers [k, j, i] of the file's own axes."""
    import SimpleITK as sitk

    try:
        image = reader.Execute()
    except (RuntimeError, MemoryError) as error:
        raise InputError("mask.damaged", path=str(path), error=_last_line(error)) from error
    voxels = sitk.GetArrayFromImage(image)
    voxels = voxels.reshape(voxels.shape[-3:])
    if voxels.dtype.kind == "c":
        raise InputError("mask.layers", path=str(path))
    if voxels.dtype.kind == "f":
        if not np.isfinite(voxels).all():
            raise InputError("mask.not-finite", path=str(path), count=int((~np.isfinite(voxels)).sum()))
        whole = voxels.astype(np.int64)
        if not np.array_equal(voxels, whole):
            raise InputError("mask.fractions", path=str(path))
        voxels = whole
    return voxels


def _numbers(path: Path, voxels: np.ndarray) -> list[int]:
    """The values other than 0, refused where they are too many for labels."""
    low, high = int(voxels.min()), int(voxels.max())
    if high - low < 2**16:
        counts = np.zeros(high - low + 1, np.int64)
        for plane in voxels:  # so that memory holds one slice of wide numbers at a time
            counts += np.bincount(plane.ravel().astype(np.int64) - low, minlength=len(counts))
        found = np.flatnonzero(counts) + low
    else:
        found = np.unique(voxels)
    numbers = [int(value) for value in found if value]
    if len(numbers) > MOST_LABELS:
        raise InputError("mask.no-labels", path=str(path), count=len(numbers), most=MOST_LABELS)
    return numbers


def _last_line(error: BaseException) -> str:
    """ITK writes where in its source an error arose before what it is."""
    lines = str(error).strip().splitlines()
    return lines[-1].strip() if lines else first_line(Exception(type(error).__name__))


def _segments(path: Path, keys: Mapping[str, str]) -> dict[str, int]:
    segments = {}
    for key, name in keys.items():
        found = SEGMENT_KEY.fullmatch(key)
        if found:
            number = keys.get(f"Segment{found[1]}_LabelValue", "")
            if not number.isdecimal():
                raise InputError("mask.segment-value", path=str(path), name=name)
            segments[name] = int(number)
    return segments

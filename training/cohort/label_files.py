"""Masks that SimpleITK reads: one file with several labels, or one file for each structure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from training.cohort.drawing import Drawing, Label
from training.cohort.placement import Frame
from training.errors import BadInput
from training.wording import worded

SUFFIXES = (".nii.gz", ".nii", ".nrrd", ".nhdr", ".mha", ".mhd")
SEGMENT_KEY = re.compile(r"Segment(\d+)_Name")
"""How 3D Slicer names the segments of a ``.seg.nrrd``."""


def is_label_file(path: Path) -> bool:
    """Whether the name is that of a label file."""
    return path.name.lower().endswith(SUFFIXES)


def read_label_file(path: Path, labels: Mapping[str, Label]) -> Drawing:
    """Read one file with a value for each structure.

    Segments that carry a name are known by it, for 3D Slicer counts its values in the order of drawing.

    Raises
    ------
    BadInput
        When the labels cannot be told apart.
    """
    voxels, frame, segments = _read(path)
    values = _values_by_name(segments, labels) or _values_by_number(path, labels)
    return Drawing(
        path,
        _relabelled(voxels, values, labels),
        frame,
        may_be_part=bool(segments),
        others=_others(voxels, values, segments),
    )


def read_structure_files(folder: Path, files: Sequence[Path], labels: Mapping[str, Label]) -> Drawing:
    """Read one file for each structure, as TotalSegmentator writes them.

    Raises
    ------
    BadInput
        When a file is missing, or two disagree.
    """
    stems = {_stem(file): file for file in files if is_label_file(file)}
    whole: np.ndarray | None = None
    for value, structure in enumerate(labels, 1):
        wanted = labels[structure] if isinstance(labels[structure], str) else structure
        if wanted not in stems:
            raise BadInput(worded("factory.file.no-file", path=str(folder), file=wanted, vessel=structure))
        voxels, found, _ = _read(stems[wanted])
        if whole is None:
            whole, frame = np.zeros(voxels.shape, np.uint8), found
        elif found.shape != frame.shape or not (
            np.allclose(found.matrix, frame.matrix, atol=1e-4)
            and np.allclose(found.origin_mm, frame.origin_mm, atol=0.01)
        ):
            raise BadInput(worded("factory.file.elsewhere", path=str(stems[wanted])))
        drawn = voxels != 0
        both = whole[drawn].max(initial=0)
        if both:
            raise BadInput(worded("factory.file.overlap", path=str(stems[wanted]), vessel=list(labels)[both - 1]))
        whole[drawn] = value
    return Drawing(folder, whole, frame)


def _same(one: Frame, other: Frame) -> bool:
    """Whether two files have the same voxels, but for the rounding of single precision."""
    return (
        one.shape == other.shape
        and np.allclose(one.matrix, other.matrix, atol=1e-4)
        and np.allclose(one.origin_mm, other.origin_mm, atol=0.01)
    )


def _stem(path: Path) -> str:
    lower = path.name.lower()
    return next(path.name[: -len(suffix)] for suffix in SUFFIXES if lower.endswith(suffix))


def _read(path: Path) -> tuple[np.ndarray, Frame, dict[str, int]]:
    """Whole-number voxels, where they lie, and the value of each named segment."""
    import SimpleITK as sitk

    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    try:
        image = reader.Execute()
    except RuntimeError as error:
        raise BadInput(worded("factory.file.mask-unread", path=str(path), error=_last_line(error))) from error
    if image.GetNumberOfComponentsPerPixel() != 1:
        raise BadInput(worded("factory.file.layers", path=str(path)))
    if image.GetDimension() == 4 and image.GetSize()[3] == 1:
        image = image[:, :, :, 0]
    if image.GetDimension() != 3:
        raise BadInput(worded("factory.file.dimensions", path=str(path), count=image.GetDimension()))
    keys = {key: image.GetMetaData(key) for key in image.GetMetaDataKeys()}
    voxels = sitk.GetArrayFromImage(image)
    if voxels.dtype.kind == "f":
        if not np.array_equal(voxels, np.rint(voxels)):
            raise BadInput(worded("factory.file.fractions", path=str(path)))
        voxels = voxels.astype(np.int64)
    matrix = np.reshape(image.GetDirection(), (3, 3)) * np.array(image.GetSpacing())
    frame = Frame(voxels.shape, matrix[:, ::-1], np.array(image.GetOrigin()))
    return voxels, frame, _segments(path, keys)


def _last_line(error: RuntimeError) -> str:
    """ITK writes where in its source an error arose before what it is."""
    return str(error).strip().splitlines()[-1].strip()


def _segments(path: Path, keys: Mapping[str, str]) -> dict[str, int]:
    segments = {}
    for key, name in keys.items():
        found = SEGMENT_KEY.fullmatch(key)
        if found:
            number = keys.get(f"Segment{found[1]}_LabelValue", "")
            if not number.isdecimal():
                raise BadInput(worded("factory.file.segment-value", path=str(path), name=name))
            segments[name] = int(number)
    return segments


def _values_by_name(segments: Mapping[str, int], labels: Mapping[str, Label]) -> dict[str, int]:
    """Value of each structure whose name a segment carries."""
    folded = {name.casefold(): value for name, value in segments.items()}
    names = {s: {s.casefold(), str(label).casefold()} for s, label in labels.items()}
    return {s: folded[name] for s, wanted in names.items() for name in sorted(wanted) if name in folded}


def _values_by_number(path: Path, labels: Mapping[str, Label]) -> dict[str, int]:
    named = [f"{structure} = {label!r}" for structure, label in labels.items() if isinstance(label, str)]
    if named:
        raise BadInput(worded("factory.file.no-names", path=str(path), names=", ".join(named)))
    return {structure: int(label) for structure, label in labels.items()}


def _relabelled(voxels: np.ndarray, values: Mapping[str, int], structures: Iterable[str]) -> np.ndarray:
    result = np.zeros(voxels.shape, np.uint8)
    for target, structure in enumerate(structures, 1):
        if structure in values:
            result[voxels == values[structure]] = target
    return result


def _others(voxels: np.ndarray, values: Mapping[str, int], segments: Mapping[str, int]) -> tuple[str, ...]:
    names = {value: name for name, value in segments.items()}
    found = set(np.unique(voxels).tolist()) - {0, *values.values()}
    return tuple(names.get(value, str(value)) for value in sorted(found))

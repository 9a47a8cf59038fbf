"""Masks stored as DICOM Segmentation: segments known by their label, or by the code of the anatomy and its side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.cohort.drawing import Drawing, Label
from training.cohort.placement import Frame
from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded

SIDES = {"right": "24028007", "left": "7771000"}
"""SNOMED CT concepts of the sides."""


@dataclass(frozen=True, slots=True)
class _Segment:
    number: int
    label: str
    codes: frozenset[str]
    sides: frozenset[str]


def read_segments(path: Path, labels: Mapping[str, Label], recipe: Recipe) -> Drawing:
    """Read a DICOM Segmentation.

    Raises
    ------
    BadInput
        When it is another object, its segments overlap, or two could be one structure.
    """
    import highdicom
    from pydicom.errors import InvalidDicomError

    try:
        segmentation = highdicom.seg.segread(str(path))
    except (InvalidDicomError, OSError, ValueError, AttributeError, TypeError) as error:
        raise BadInput(worded("factory.file.no-seg", path=str(path), error=str(error))) from error
    segments = [_segment(item) for item in segmentation.SegmentSequence]
    chosen = _choose(path, segments, labels, recipe)
    if not chosen:
        raise BadInput(worded("factory.file.no-segment", path=str(path), vessels=", ".join(labels)))
    try:
        # Empty slices are usually left out of the object.
        volume = segmentation.get_volume(
            segment_numbers=sorted(chosen.values()), combine_segments=True, allow_missing_positions=True
        )
    except (ValueError, RuntimeError, AttributeError, NotImplementedError) as error:
        raise BadInput(worded("factory.file.seg-labels", path=str(path), error=str(error))) from error
    numbers = volume.array
    result = np.zeros(numbers.shape, np.uint8)
    for value, structure in enumerate(labels, 1):
        if structure in chosen:
            result[numbers == chosen[structure]] = value
    frame = Frame(numbers.shape, volume.affine[:3, :3], volume.affine[:3, 3])
    others = tuple(s.label or str(s.number) for s in segments if s.number not in chosen.values())
    return Drawing(path, result, frame, True, others, str(segmentation.StudyInstanceUID))


def _segment(item) -> _Segment:
    codes, sides = set(), set()
    for keyword in ("SegmentedPropertyTypeCodeSequence", "AnatomicRegionSequence"):
        for code in item.get(keyword, ()):
            codes.add(str(code.get("CodeValue", "")))
            for modifiers in ("SegmentedPropertyTypeModifierCodeSequence", "AnatomicRegionModifierSequence"):
                sides.update(str(modifier.get("CodeValue", "")) for modifier in code.get(modifiers, ()))
    return _Segment(int(item.SegmentNumber), str(item.get("SegmentLabel", "")), frozenset(codes), frozenset(sides))


def _choose(path: Path, segments: list[_Segment], labels: Mapping[str, Label], recipe: Recipe) -> dict[str, int]:
    """Number of the segment of each structure that has one; the other side's is not taken for it."""
    chosen = {}
    codes = {structure.id: structure.code for structure in recipe.structures}
    own = {SIDES[recipe.side]} if recipe.side else set()
    others = set(SIDES.values()) - own if recipe.side else set()
    for structure in labels:
        names = {structure.casefold(), str(labels[structure]).casefold()}
        found = [s for s in segments if s.label.strip().casefold() in names]
        if not found:
            coded = [s for s in segments if codes[structure] in s.codes and not others & s.sides]
            found = [s for s in coded if own & s.sides] or coded
        if len(found) > 1:
            listed = ", ".join(f"{s.number} ({s.label})" for s in found)
            raise BadInput(worded("factory.file.ambiguous", path=str(path), listed=listed, vessel=structure))
        if found:
            chosen[structure] = found[0].number
    return chosen

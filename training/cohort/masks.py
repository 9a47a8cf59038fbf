"""Masks of every format that the program reads, and folders of TotalSegmentator, as labels on the grid of a series."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from inference.masks.label_files import is_label_file, stem_of
from inference.masks.mask_file import MaskFile, Part, by_code, by_name
from inference.masks.opening import open_mask
from inference.volume import Grid
from training.cohort.drawing import Drawing, Label
from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded

SIDES = {"right": "24028007", "left": "7771000"}
"""SNOMED CT concepts of the sides."""


def read_mask(path: Path, grid: Grid, labels: Mapping[str, Label], recipe: Recipe) -> np.ndarray:
    """The labels of :func:`read_drawing` alone, uint8 [k, j, i]."""
    return read_drawing(path, grid, labels, recipe).labels


def read_drawing(path: Path, grid: Grid, labels: Mapping[str, Label], recipe: Recipe) -> Drawing:
    """Read a mask onto the grid of its series.

    Parameters
    ----------
    path
        A mask file, or a folder with one file for each structure.
    grid
        Of the series, as :func:`inference.dicom.load` gives it.
    labels
        ``mask_labels`` of the cohort: by structure its value, or the name of its segment or file.
    recipe
        Whose structures these are.

    Raises
    ------
    InputError
        Names the mask and how to mend it.
    """
    if not path.exists():
        raise BadInput(worded("factory.file.mask-gone", path=str(path)))
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        if len(files) != 1 or is_label_file(files[0]):
            return _of_files(path, files, grid, labels)
        path = files[0]
    opened = open_mask(path, grid)
    chosen = _chosen(opened, labels, recipe)
    result = np.zeros(grid.shape, np.uint8)
    for value, structure in enumerate(labels, 1):
        if structure in chosen:
            _draw(opened, chosen[structure], value, result, labels)
    taken = {part.number for part in chosen.values()}
    others = tuple(part.name or str(part.number) for part in opened.parts if part.number not in taken)
    return Drawing(result, opened.missed, others, opened.study_uid)


def empty_structures(labels: np.ndarray, structures: Sequence[str]) -> list[str]:
    """Structures that a label array has no voxel of."""
    present = np.bincount(labels.ravel(), minlength=len(structures) + 1)
    return [name for value, name in enumerate(structures, 1) if not present[value]]


def _of_files(folder: Path, files: Sequence[Path], grid: Grid, labels: Mapping[str, Label]) -> Drawing:
    """One file for each structure, as TotalSegmentator writes them: all that is marked in it, whatever the value."""
    stems = {stem_of(file): file for file in files if is_label_file(file)}
    result, missed = np.zeros(grid.shape, np.uint8), 0.0
    for value, structure in enumerate(labels, 1):
        label = labels[structure]
        wanted = label if isinstance(label, str) else structure
        if wanted not in stems:
            raise BadInput(worded("factory.file.no-file", path=str(folder), file=wanted, vessel=structure))
        opened = open_mask(stems[wanted], grid)
        missed = max(missed, opened.missed)
        for part in opened.parts:
            _draw(opened, part, value, result, labels)
    return Drawing(result, missed)


def _draw(opened: MaskFile, part: Part, value: int, result: np.ndarray, structures: Iterable[str]) -> None:
    """Give a part its label; a voxel belongs to one structure."""
    box, inside = opened.placed(part.number)
    both = result[box][inside].max(initial=0)
    if both:
        raise BadInput(worded("factory.file.overlap", path=str(opened.path), vessel=list(structures)[both - 1]))
    result[box][inside] = value


def _chosen(opened: MaskFile, labels: Mapping[str, Label], recipe: Recipe) -> dict[str, Part]:
    """The part of each structure that has one: by its name, its code and side, or its value."""
    codes = {structure.id: structure.code for structure in recipe.structures}
    side = SIDES[recipe.side] if recipe.side else ""
    others = frozenset(SIDES.values()) - {side} if side else frozenset()
    chosen = {}
    for structure, label in labels.items():
        found = by_name(opened.parts, (structure, str(label))) or by_code(opened.parts, codes[structure], side, others)
        if len(found) > 1:
            listed = ", ".join(part.title for part in found)
            raise BadInput(worded("factory.file.ambiguous", path=str(opened.path), listed=listed, vessel=structure))
        if found:
            chosen[structure] = found[0]
    return chosen or _by_value(opened, labels)


def _by_value(opened: MaskFile, labels: Mapping[str, Label]) -> dict[str, Part]:
    """Values of a label file; what a DICOM object calls by no known name or code is not guessed at."""
    if opened.study_uid:
        raise BadInput(worded("factory.file.no-segment", path=str(opened.path), vessels=", ".join(labels)))
    named = [f"{structure} = {label!r}" for structure, label in labels.items() if isinstance(label, str)]
    if named:
        raise BadInput(worded("factory.file.no-names", path=str(opened.path), names=", ".join(named)))
    by_number = {part.number: part for part in opened.parts}
    return {structure: by_number[int(label)] for structure, label in labels.items() if int(label) in by_number}

"""Masks of NIfTI, NRRD, MetaImage, DICOM Segmentation and TotalSegmentator as labels on the grid of their series."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from inference.volume import Grid
from training.cohort.drawing import Drawing, Label
from training.cohort.label_files import SUFFIXES, is_label_file, read_label_file, read_structure_files
from training.cohort.placement import GeometryError, Placement, placement
from training.cohort.segments import read_segments
from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded


def read_mask(path: Path, grid: Grid, labels: Mapping[str, Label], recipe: Recipe) -> np.ndarray:
    """Read a mask onto the grid of its series.

    Parameters
    ----------
    path
        A label file, a DICOM Segmentation, or a folder with one file for each structure.
    grid
        Of the series, as :func:`inference.dicom.load` gives it.
    labels
        ``mask_labels`` of the cohort: by structure its value, or the name of its segment or file.
    recipe
        Whose structures these are.

    Returns
    -------
    uint8 array [k, j, i]
        From 1 for the structures in the order of the labels, which is the recipe's; 0 elsewhere.

    Raises
    ------
    BadInput
        Names the mask and how to mend it.
    """
    drawing = open_mask(path, labels, recipe)
    return on_grid(drawing, place(drawing, grid), grid)


def open_mask(path: Path, labels: Mapping[str, Label], recipe: Recipe) -> Drawing:
    """Read a mask as it is stored.

    Raises
    ------
    BadInput
        When it is missing, no mask, or its labels contradict themselves.
    """
    if not path.exists():
        raise BadInput(worded("factory.file.mask-gone", path=str(path)))
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith("."))
        if len(files) == 1 and not is_label_file(files[0]):
            return open_mask(files[0], labels, recipe)
        return read_structure_files(path, files, labels)
    if is_label_file(path):
        return read_label_file(path, labels)
    if _is_dicom(path):
        return read_segments(path, labels, recipe)
    raise BadInput(worded("factory.file.no-mask", path=str(path), kinds=", ".join(SUFFIXES)))


def place(drawing: Drawing, grid: Grid) -> Placement:
    """Find how a mask lies on the grid of its series.

    Raises
    ------
    BadInput
        When its voxels are not those of the series.
    """
    try:
        return placement(drawing.frame, grid, drawing.may_be_part)
    except GeometryError as error:
        raise BadInput(worded("factory.file.geometry", path=str(drawing.path), problem=error.args[0])) from error


def on_grid(drawing: Drawing, placed: Placement, grid: Grid) -> np.ndarray:
    """The labels of a mask on the grid, uint8 [k, j, i]."""
    return placed.place(drawing.labels, grid.shape)


def empty_structures(labels: np.ndarray, structures: Sequence[str]) -> list[str]:
    """Structures that a label array has no voxel of."""
    present = np.bincount(labels.ravel(), minlength=len(structures) + 1)
    return [name for value, name in enumerate(structures, 1) if not present[value]]


def _is_dicom(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(132)[128:] == b"DICM"
    except OSError as error:
        raise BadInput(worded("factory.file.unreadable", path=str(path), error=str(error.strerror))) from error

"""The series of a study that the factory works on: the one that the program itself would choose."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from inference.dicom import Choice, LoadedSeries, Scan, Series, choose, load, placing, scan
from inference.roles import wanted_role
from inference.volume import Grid
from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded


def scan_study(study: Path) -> Scan:
    """Headers of a study.

    Raises
    ------
    InputError
        When nothing in it can be read.
    """
    if not study.exists():
        raise BadInput(worded("factory.file.study-gone", path=str(study)))
    return scan(study)


def choose_series(found: Scan, study: Path, recipe: Recipe) -> tuple[Series, Choice]:
    """The series that the pipeline would take for a recipe's packs, and why.

    Raises
    ------
    BadInput
        When none is suitable, with what is wrong with the best one.
    """
    image = recipe.images[0]
    choice = choose(found.series, wanted_role(image, recipe.region_of(image)))
    if choice.series is None:
        best = choice.candidates[0]
        reasons = ", ".join(note.code.removeprefix("dicom.choice-").replace("-", " ") for note in best.reasons)
        named = best.series.description or best.series.uid
        raise BadInput(worded("factory.file.no-series", path=str(study), series=named, reasons=reasons))
    return choice.series, choice


def chosen_series(study: Path, recipe: Recipe) -> Series:
    """The series of a study that the pipeline would take; headers only.

    Raises
    ------
    InputError
        When the study has no suitable series.
    """
    return choose_series(scan_study(study), study, recipe)[0]


def load_study(study: Path, recipe: Recipe) -> tuple[Series, LoadedSeries]:
    """The chosen series of a study with its voxels.

    Raises
    ------
    InputError
        When the study has no suitable series, or its pixels cannot be read.
    """
    series = chosen_series(study, recipe)
    return series, load(series)


def grid_of(series: Series) -> Grid:
    """The grid that :func:`inference.dicom.load` gives a series, without reading its pixels."""
    stack = series.stack
    matrix = placing.stack_matrix(stack, series.pixel_spacing_mm)
    shape = (placing.place_count(stack), series.rows, series.columns)
    origin = np.array(series.slices[0].position_mm)
    axes = placing.patient_axes(matrix, shape)
    if axes is None:
        return placing.resampled_grid(matrix, origin, shape)
    return placing.turn(np.empty(shape, np.int8), matrix, origin, axes)[1]

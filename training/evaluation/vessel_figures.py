"""Vessel segmentation over cases, and agreement of two readers' masks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from scipy import stats

from inference.reading import read_json, read_typed
from inference.steps.course import sections_along
from inference.steps.measure import ISOTROPIC_MM, isotropic
from inference.volume import Grid
from training.cohort.masks import read_mask
from training.cohort.studies import choose_series, grid_of, scan_study
from training.cohort.table import Case, Cohort
from training.evaluation.estimable import known
from training.evaluation.facts import Agreement, VesselFigure
from training.evaluation.quantization import TOLERANT
from training.statistics.agreement import icc2_1
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.samples import Interval

METRICS = ("dice", "dice_whole", "iou", "hd95_mm", "volume_error")
MISSED = {"dice": 0.0, "dice_whole": 0.0, "iou": 0.0, "hd95_mm": None, "volume_error": -1.0}
"""What a scan counts for in which the region was not found: to leave it out would flatter the model."""
FEWEST_READ = 5
"""Studies with two readers from which on an intraclass correlation is given."""


@dataclass(frozen=True, slots=True)
class VesselCase:
    """One case of ``vessels/results.json``.

    Attributes
    ----------
    vessels
        By structure and measure; None is not defined.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    case: str
    split: str
    found: bool
    vessels: dict[str, dict[str, float | None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VesselResults:
    """``vessels/results.json`` as ``train-vessels`` writes it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = TOLERANT
    structures: tuple[str, ...]
    cases: tuple[VesselCase, ...]

    @property
    def regions(self) -> tuple[int, int]:
        """In how many cases the region was found, and how many there are."""
        return sum(case.found for case in self.cases), len(self.cases)


def read_vessels(path: Path) -> VesselResults:
    """Read the results of ``train-vessels``.

    Raises
    ------
    InputError
        When the file is damaged.
    """
    return read_typed(VesselResults, read_json(path), str(path))


def vessel_figures(results: VesselResults, seed: int, repeats: int) -> tuple[VesselFigure, ...]:
    """Each measure of each vessel in each split, over its cases."""
    splits = dict.fromkeys(case.split for case in results.cases)
    figures = [
        vessel_figure(structure, metric, split, [c for c in results.cases if c.split == split], seed, repeats)
        for structure, split, metric in itertools.product(results.structures, splits, METRICS)
    ]
    return tuple(figure for figure in figures if figure is not None)


def vessel_figure(
    structure: str, metric: str, split: str, cases: list[VesselCase], seed: int, repeats: int
) -> VesselFigure | None:
    """One measure over the cases where it is defined; None where it is in fewer than two."""
    if not any(metric in c.vessels.get(structure, {}) for c in cases if c.found) and any(c.found for c in cases):
        return None  # results of an earlier version lack it
    missed = {structure: MISSED}
    given = [(c.vessels if c.found else missed).get(structure, {}).get(metric) for c in cases]
    values = np.array([value for value in given if value is not None])
    if len(values) < 2:
        return None
    # There is no outcome here: all cases are of one kind.
    same = np.zeros(len(values), bool)
    mean = stratified_bootstrap(lambda _, drawn: drawn.mean(), same, values, seed=seed, repeats=repeats)
    rounded = tuple(map(float, values))
    return VesselFigure(structure, metric, split, len(values), mean, float(np.median(values)), rounded)


def readers(cohort: Cohort) -> tuple[Agreement, ...]:
    """Agreement of the first two readers of each study that has two; every pair of readers by itself.

    Raises
    ------
    InputError
        When a study or a mask cannot be read.
    """
    pairs: dict[tuple[str, str], list[dict[tuple[str, str], tuple[float, float]]]] = {}
    for case in cohort.cases:
        if len(case.masks) > 1:
            first, second, *_ = case.masks
            pairs.setdefault((first, second), []).append(_measured(case, cohort))
    found = [_agreements(pair, measured, cohort.recipe.structure_ids) for pair, measured in pairs.items()]
    return tuple(itertools.chain.from_iterable(found))


def _measured(case: Case, cohort: Cohort) -> dict[tuple[str, str], tuple[float, float]]:
    """Both readers' value by structure and measure, where both have one."""
    recipe = cohort.recipe
    series, _ = choose_series(scan_study(case.study), case.study, recipe)
    grid = grid_of(series)
    masks = [
        read_mask(path, grid, cohort.settings.mask_labels, recipe) for path in itertools.islice(case.masks.values(), 2)
    ]
    values = [dict(_measures(mask, grid, recipe.structure_ids)) for mask in masks]
    return {key: (values[0][key], values[1][key]) for key in values[0] if key in values[1]}


def _measures(labels: np.ndarray, grid: Grid, structures: Sequence[str]) -> Iterator[tuple[tuple[str, str], float]]:
    for value, structure in enumerate(structures, 1):
        mask = labels == value
        if not mask.any():
            continue
        yield (structure, "volume_ml"), float(mask.sum()) * grid.voxel_ml
        sections = sections_along(isotropic(mask, grid, ISOTROPIC_MM), ISOTROPIC_MM)
        if sections:
            diameters = 2 * np.sqrt(np.array([s.area_mm2 for s in sections]) / np.pi)
            yield (structure, "diameter_mm"), float(diameters.mean())


def _agreements(
    pair: tuple[str, str], measured: list[dict[tuple[str, str], tuple[float, float]]], structures: Sequence[str]
) -> Iterator[Agreement]:
    for structure, metric in itertools.product(structures, ("volume_ml", "diameter_mm")):
        ratings = np.array([own[structure, metric] for own in measured if (structure, metric) in own])
        if not len(ratings):
            continue
        enough = len(ratings) >= FEWEST_READ
        icc = known(icc2_1(ratings)) if enough else None
        difference = mean_difference(ratings[:, 1] - ratings[:, 0]) if enough else None
        yield Agreement(structure, metric, pair, len(ratings), icc, difference)


def mean_difference(differences: np.ndarray) -> Interval:
    """Mean with the 95 % interval of Student's t."""
    mean, count = float(differences.mean()), len(differences)
    half = float(stats.t.ppf(0.975, count - 1) * differences.std(ddof=1) / np.sqrt(count))
    return Interval(mean, mean - half, mean + half)

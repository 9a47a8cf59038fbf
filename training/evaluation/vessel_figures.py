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
from training.evaluation.facts import Agreement, VesselFigure
from training.evaluation.quantization import TOLERANT
from training.statistics.agreement import icc2_1
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.estimable import known
from training.statistics.fewest import FEWEST
from training.statistics.samples import Interval
from training.statistics.segmentation import dice, iou

METRICS = ("dice", "dice_whole", "iou", "hd95_mm", "volume_error")
MISSED = {"dice": 0.0, "dice_whole": 0.0, "iou": 0.0, "hd95_mm": None, "volume_error": -1.0}
"""What a scan counts for in which the region was not found: to leave it out would flatter the model."""


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
    """One measure over the cases where it is defined; None where it is in none."""
    if not any(metric in c.vessels.get(structure, {}) for c in cases if c.found) and any(c.found for c in cases):
        return None  # results of an earlier version lack it
    missed = {structure: MISSED}
    given = [(c.vessels if c.found else missed).get(structure, {}).get(metric) for c in cases]
    return _figure(structure, metric, split, [value for value in given if value is not None], seed, repeats)


def _figure(
    structure: str, metric: str, sample: str, given: Sequence[float], seed: int, repeats: int
) -> VesselFigure | None:
    if not given:
        return None
    values, mean = np.array(given), None
    if len(values) >= FEWEST:
        # There is no outcome here: all cases are of one kind.
        same = np.zeros(len(values), bool)
        mean = stratified_bootstrap(lambda _, drawn: drawn.mean(), same, values, seed=seed, repeats=repeats)
    return VesselFigure(
        structure, metric, sample, len(values), mean, float(np.median(values)), tuple(map(float, values))
    )


@dataclass(frozen=True, slots=True)
class DrawnTwice:
    """What two readers drew of one study.

    Attributes
    ----------
    measured
        Both readers' value by structure and measure, where both have one.
    overlaps
        Overlap of the second reader's mask with the first's, by structure and measure; of a structure that neither
        drew there is none.
    """

    readers: tuple[str, str]
    measured: dict[tuple[str, str], tuple[float, float]]
    overlaps: dict[tuple[str, str], float]


def drawn_twice(cohort: Cohort) -> list[DrawnTwice]:
    """The first two readers' masks of each study that has two.

    Raises
    ------
    InputError
        When a study or a mask cannot be read.
    """
    return [_drawn_twice(case, cohort) for case in cohort.cases if len(case.masks) > 1]


def readers(studies: Sequence[DrawnTwice], structures: Sequence[str]) -> tuple[Agreement, ...]:
    """Agreement of two readers; every pair of readers by itself."""
    pairs: dict[tuple[str, str], list[dict[tuple[str, str], tuple[float, float]]]] = {}
    for study in studies:
        pairs.setdefault(study.readers, []).append(study.measured)
    found = [_agreements(pair, measured, structures) for pair, measured in pairs.items()]
    return tuple(itertools.chain.from_iterable(found))


def reader_overlaps(
    studies: Sequence[DrawnTwice], structures: Sequence[str], seed: int, repeats: int
) -> tuple[VesselFigure, ...]:
    """Dice and IoU of the second reader's masks against the first's; the sample names the two."""
    figures = []
    for pair in dict.fromkeys(study.readers for study in studies):
        own = [study.overlaps for study in studies if study.readers == pair]
        for structure, metric in itertools.product(structures, ("dice", "iou")):
            values = [overlaps[structure, metric] for overlaps in own if (structure, metric) in overlaps]
            figure = _figure(structure, metric, " / ".join(reversed(pair)), values, seed, repeats)
            figures += [figure] if figure is not None else []
    return tuple(figures)


def _drawn_twice(case: Case, cohort: Cohort) -> DrawnTwice:
    recipe = cohort.recipe
    series, _ = choose_series(scan_study(case.study), case.study, recipe)
    grid = grid_of(series)
    masks = [
        read_mask(path, grid, cohort.settings.mask_labels, recipe) for path in itertools.islice(case.masks.values(), 2)
    ]
    values = [dict(_measures(mask, grid, recipe.structure_ids)) for mask in masks]
    overlaps: dict[tuple[str, str], float] = {}
    for label, structure in enumerate(recipe.structure_ids, 1):
        first, second = (mask == label for mask in masks)
        if first.any() or second.any():
            overlaps |= {(structure, "dice"): dice(second, first), (structure, "iou"): iou(second, first)}
    one, other, *_ = case.masks
    measured = {key: (values[0][key], values[1][key]) for key in values[0] if key in values[1]}
    return DrawnTwice((one, other), measured, overlaps)


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
        enough = len(ratings) >= FEWEST
        icc = known(icc2_1(ratings)) if enough else None
        difference = mean_difference(ratings[:, 1] - ratings[:, 0]) if enough else None
        yield Agreement(structure, metric, pair, len(ratings), icc, difference)


def mean_difference(differences: np.ndarray) -> Interval:
    """Mean with the 95 % interval of Student's t."""
    mean, count = float(differences.mean()), len(differences)
    half = float(stats.t.ppf(0.975, count - 1) * differences.std(ddof=1) / np.sqrt(count))
    return Interval(mean, mean - half, mean + half)

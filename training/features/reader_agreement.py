"""``precontrast-train reader-agreement``: which radiomics features two readers' masks agree on.

A feature that changes with the hand that drew the mask says something of that hand: radiomics studies keep those whose
intraclass correlation is high (Zwanenburg et al., Radiology 2020;295:328, reporting; Koo and Li, J Chiropr Med
2016;15:155: below 0.5 poor, to 0.75 moderate, to 0.9 good, above excellent, by its 95 % interval).
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from inference.radiomics import Settings, extract, ibsi_code, region_of
from inference.radiomics.levels import TooManyLevels
from inference.reading import parse_toml, read_text, read_typed
from inference.volume import Volume
from training.cohort.masks import read_mask
from training.cohort.studies import load_study
from training.cohort.table import Case, Cohort, read_cohort
from training.console import say, table, track
from training.errors import BadInput
from training.options import add_cohort, path_of
from training.statistics.agreement import icc2_1
from training.statistics.samples import Interval
from training.workspace import write_text

FEWEST = 5
"""Cases with two masks from which on a correlation is given."""
FEWEST_VOXELS = 64
"""Of a structure that features are computed of, as in the step ``radiomics``."""
GRADES = ((0.9, "excellent"), (0.75, "good"), (0.5, "moderate"), (-np.inf, "poor"))
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FeatureAgreement:
    """How far two readers' masks give one feature the same value.

    Attributes
    ----------
    icc
        ICC(2,1), absolute agreement of single readers, with its 95 % interval; NaN where it cannot be estimated.
    """

    structure: str
    feature: str
    cases: int
    icc: Interval

    @property
    def grade(self) -> str:
        """After the lower limit of the interval; empty where there is none."""
        low = self.icc.low
        return next((name for least, name in GRADES if low >= least), "")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    parser.add_argument(
        "--settings", type=path_of, required=True, metavar="FILE", help="TOML: bin_width, spacing_mm, within, ..."
    )
    parser.add_argument("--out", type=path_of, required=True, metavar="FILE", help="CSV of all features")


def run(options: argparse.Namespace) -> int:
    """Compute the features of both masks of each case and write how far they agree."""
    cohort = read_cohort(options.cohort, options.recipe)
    settings = read_typed(
        Settings, parse_toml(read_text(options.settings), str(options.settings)), str(options.settings)
    )
    cases = [case for case in cohort.cases if len(case.masks) > 1]
    if len(cases) < FEWEST:
        raise BadInput(f"{options.cohort}: {len(cases)} cases have masks of two readers, at least {FEWEST} are needed")
    pairs: dict[str, list[tuple[Features, Features]]] = {name: [] for name in cohort.recipe.structure_ids}
    for case in track(cases, "cases", options.quiet):
        for structure, found in features_of(case, cohort, settings).items():
            pairs[structure].append(found)
    agreements = [one for structure, found in pairs.items() for one in agreement(structure, found)]
    write_text(options.out, as_csv(agreements))
    table(("structure", "cases", "features", *(name for _, name in GRADES), "not estimable"), _rows(pairs, agreements))
    say(f"by the lower limit of the 95 % interval of ICC(2,1); all features: {options.out}")
    return 0


def features_of(case: Case, cohort: Cohort, settings: Settings) -> dict[str, tuple[Features, Features]]:
    """Features of both masks by structure, where both readers drew enough of it.

    Raises
    ------
    InputError
        When the study or a mask cannot be read, or the bins are too narrow for its values.
    """
    _, loaded = load_study(case.study, cohort.recipe)
    grid, labels = loaded.volume.grid, cohort.settings.mask_labels
    masks = [read_mask(path, grid, labels, cohort.recipe) for path in islice(case.masks.values(), 2)]
    found = {}
    for value, structure in enumerate(cohort.recipe.structure_ids, 1):
        try:
            both = [_features(loaded.volume, mask == value, settings) for mask in masks]
        except TooManyLevels as error:
            raise BadInput(f"{case.id}, {structure}: {error}; take wider bins or narrow 'within'") from error
        first, second = both
        if first is not None and second is not None:
            found[structure] = (first, second)
    return found


def _features(volume: Volume, mask: np.ndarray, settings: Settings) -> Features | None:
    region = region_of(volume.hu, volume.grid.spacing_mm, mask, settings)
    if region is None or np.count_nonzero(region.mask) < FEWEST_VOXELS:
        return None
    try:
        return extract(region, settings)
    except TooManyLevels:
        raise
    except ValueError:  # nothing of it lies within the range
        return None


def agreement(structure: str, pairs: Sequence[tuple[Features, Features]]) -> list[FeatureAgreement]:
    """Agreement on each feature, over the cases in which both masks have it; best first.

    Parameters
    ----------
    pairs
        For each case the features of the first reader's mask and of the second's.
    """
    found = []
    for feature in pairs[0][0] if pairs else ():
        ratings = np.array([[first[feature], second[feature]] for first, second in pairs])
        ratings = ratings[np.isfinite(ratings).all(axis=1)]
        icc = icc2_1(ratings) if len(ratings) >= FEWEST else Interval(np.nan, np.nan, np.nan)
        found.append(FeatureAgreement(structure, feature, len(ratings), icc))
    return sorted(found, key=lambda one: (np.isnan(one.icc.low), -np.nan_to_num(one.icc.low)))


def as_csv(agreements: Sequence[FeatureAgreement]) -> str:
    """One line a feature."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(("structure", "feature", "IBSI", "cases", "ICC(2,1)", "low 95 %", "high 95 %", "agreement"))
    for one in agreements:
        figures = [
            f"{figure:.3f}" if np.isfinite(figure) else "" for figure in (one.icc.value, one.icc.low, one.icc.high)
        ]
        lines.writerow((one.structure, one.feature, ibsi_code(one.feature), one.cases, *figures, one.grade))
    return text.getvalue()


def _rows(pairs: Mapping[str, Sequence[object]], agreements: Sequence[FeatureAgreement]) -> list[tuple[object, ...]]:
    rows = []
    for structure, found in pairs.items():
        grades = Counter(one.grade for one in agreements if one.structure == structure)
        counts = [grades[name] for _, name in GRADES]
        rows.append((structure, len(found), sum(grades.values()), *counts, grades[""]))
    return rows

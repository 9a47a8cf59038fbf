"""What features are made of is itself learnt: from all training cases for the pack, and without each fold to judge it.

The folds of the risk's cross-validation are drawn here, so that ``train-risk`` judges on features in whose making the
left-out cases had no part. A scan is read once for all folds.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass

import numpy as np

from inference.engines import EngineProvider
from inference.steps.context import StepResult
from inference.steps.habitat import HabitatStep
from training.cohort.split import read_split
from training.cohort.table import Case, Cohort
from training.features.habitats import Voxels, learn_habitats, voxels_of, write_habitats
from training.features.steps import Joined, marked_cases, results_of
from training.learners.folds import repeated_folds
from training.recipes import FeatureStep, Recipe
from training.workspace import Workspace, write_arrays


@dataclass(frozen=True, slots=True)
class Learnt:
    """Sub-regions for the pack, and the voxels that they were learnt from, by source."""

    steps: Mapping[str, HabitatStep]
    voxels: Mapping[str, Voxels]

    def without(self, recipe: Recipe, cases: Sequence[str], seed: int) -> Mapping[str, HabitatStep]:
        """The same learnt from these cases alone."""
        return {plan.id: learn_habitats(plan, self.voxels[plan.id], cases, seed) for plan in recipe.learnt}


def training_cases(cohort: Cohort, work: Workspace) -> list[Case]:
    """Those that risks are fitted to."""
    split = read_split(work, cohort)
    return [case for case in cohort.cases if split[case.id] == "train" and case.outcome is not None]


def learn(cohort: Cohort, work: Workspace, options: argparse.Namespace) -> Learnt:
    """Learn what the recipe's sources lack from the training cases, and keep it; nothing where they lack nothing.

    Raises
    ------
    BadInput
        When the cases allow none.
    """
    recipe, plans = cohort.recipe, cohort.recipe.learnt
    if not plans:
        return Learnt({}, {})
    cases = training_cases(cohort, work)
    voxels: dict[str, dict[str, np.ndarray]] = {plan.id: {} for plan in plans}
    with closing(EngineProvider(options.engine)) as engines:
        for case, marked in marked_cases(plans, cases, cohort, work, engines, options.quiet):
            for plan in plans:
                if not isinstance(marked, str):
                    found = marked.found[plan.segment]
                    voxels[plan.id][case.id] = voxels_of(plan, marked.volume, found, options.seed)
    learnt = Learnt({}, voxels)
    steps = learnt.without(recipe, [case.id for case in cases], options.seed)
    write_habitats(work, steps)
    return Learnt(steps, voxels)


def make_anew(
    learnt: Learnt,
    joined: Joined | None,
    values: Sequence[str],
    cohort: Cohort,
    work: Workspace,
    options: argparse.Namespace,
) -> None:
    """Make the features of the training cases for each fold, and keep them with the folds.

    Parameters
    ----------
    joined
        Vectors for the pack; None where there are none.
    values
        Names of the values that predictors take of the recipe's steps.
    """
    recipe, cases = cohort.recipe, training_cases(cohort, work)
    patients = {name: n for n, name in enumerate(sorted({case.patient for case in cohort.cases}))}
    event, groups = np.array([case.outcome == 1 for case in cases]), np.array([patients[c.patient] for c in cases])
    rng = np.random.default_rng([options.seed, 13])
    runs = list(repeated_folds(event, groups, options.folds, options.repeats, rng))
    own = [learnt.without(recipe, [cases[n].id for n in np.flatnonzero(inside)], options.seed) for _, inside in runs]
    names = () if joined is None else joined.names
    features = np.repeat(_rows(joined, cases, len(names))[None], len(runs), axis=0)
    kept = np.full((len(runs), len(cases), len(values)), np.nan)
    steps = [step for step in recipe.features if step in (*recipe.made_anew, *recipe.valued)]
    place = {case.id: n for n, case in enumerate(cases)}
    with closing(EngineProvider(options.engine)) as engines:
        for case, marked in marked_cases(steps, cases, cohort, work, engines, options.quiet):
            if isinstance(marked, str):
                continue
            for run, habitats in enumerate(own):
                results = results_of(steps, marked, recipe, habitats, engines)
                _fill(features[run, place[case.id]], joined, steps, results)
                told = {name: value for one in results.values() for name, value in one.values.items()}
                kept[run, place[case.id]] = [told.get(name, np.nan) for name in values]
    write_arrays(
        work.anew,
        cases=np.array([case.id for case in cases]),
        names=np.array(names, str),
        repeat=np.array([repeat for repeat, _ in runs]),
        inside=np.array([inside for _, inside in runs]),
        features=features.astype(np.float32),
        value_names=np.array(values, str),
        values=kept,
        effort=np.array([options.folds, options.repeats]),
    )


def _rows(joined: Joined | None, cases: Sequence[Case], width: int) -> np.ndarray:
    """Vectors of these cases as the pack's centroids give them."""
    rows = np.full((len(cases), width), np.nan)
    known = {} if joined is None else {case: row for case, row in zip(joined.cases, joined.features)}
    for n, case in enumerate(cases):
        rows[n] = known.get(case.id, np.nan)
    return rows


def _fill(
    row: np.ndarray, joined: Joined | None, steps: Sequence[FeatureStep], results: Mapping[str, StepResult]
) -> None:
    """Put the vectors of these steps where they stand in a row of all; NaN where a step gave none."""
    if joined is None:
        return
    for step in steps:
        own = [n for n, name in enumerate(joined.names) if name.startswith(f"{step.id}:")]
        if own:
            vector = results[step.id].vectors.get(step.id)
            row[own] = np.nan if vector is None else vector

"""Simulator ``lesions`` of the recipes; see :mod:`training.simulate.simulators`."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from training.errors import BadInput
from training.recipes import Recipe, bundled
from training.simulate.lesions.cohort import make_cohort
from training.simulate.lesions.people import Split
from training.simulate.lesions.plan import LesionSimulation, Plan, read_simulation, sized

draws_bodies = False


def settings_of(recipe: Recipe) -> LesionSimulation:
    """The recipe's parameters.

    Raises
    ------
    InputError
        Names the field.
    """
    return read_simulation(recipe.simulation, f"{recipe.id}: simulation")


def sizes(recipe: Recipe, patients: int, events: int | None) -> dict[Split, tuple[int, int]]:
    """See :class:`~training.simulate.simulators.Simulator`."""
    return sized(settings_of(recipe).sizes, patients, events)


def simulate(recipe: Recipe, options: argparse.Namespace) -> None:
    """See :class:`~training.simulate.simulators.Simulator`.

    Raises
    ------
    BadInput
        When the recipe is of something else, or the numbers leave a split without patients.
    """
    own = settings_of(recipe)
    if len(recipe.structure_ids) != 1:
        raise BadInput(f"{recipe.id}: lesions are simulated for recipes of one structure that is drawn, the lesion")
    study = sum(map(sum, own.sizes.values()))
    counts = sizes(recipe, options.patients or study, options.events)
    if min(map(min, counts.values())) < 2:
        raise BadInput("--patients and --events must leave two patients with and two without the event in each split")
    path = Path(os.path.relpath(options.recipe, options.out)).as_posix()
    plan = Plan(
        recipe=recipe.id if recipe.id in bundled() else path,
        structure=recipe.structure_ids[0],
        simulation=own,
        outcome=recipe.outcome.id or "event",
        outcome_title=recipe.outcome.title or recipe.outcome.event,
        stated=tuple(predictor.id for predictor in recipe.predictors if predictor.asked),
    )
    make_cohort(plan, counts, options.out, options.seed, options.workers, options.quiet)

"""``precontrast-train simulate-cohort``: a cohort of a recipe, with a known truth, by the simulator that it names."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from training.errors import BadInput
from training.options import path_of
from training.recipes import DEFAULT, find_recipe
from training.simulate.simulators import simulator_of
from training.wording import worded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command; a simulator says of those that it has no use for."""
    parser.add_argument("--out", type=path_of, required=True, help="folder of the new cohort")
    parser.add_argument("--recipe", metavar="ID|FILE.toml", default=DEFAULT, help=f"default: {DEFAULT}")
    parser.add_argument("--patients", type=int, help="how many; otherwise as many as the recipe's study had")
    parser.add_argument("--events", type=int, help="how many have the event; otherwise the study's share")
    parser.add_argument("--atlas", type=Path, help="folder with the label atlases; otherwise the procedural body alone")
    parser.add_argument(
        "--blocks", type=Path, help="also write training blocks with all classes (training patients only)"
    )
    parser.add_argument("--seed", type=int, default=2025)
    parser.add_argument("--workers", type=int, default=os.cpu_count())


def run(options: argparse.Namespace) -> int:
    """Make the cohort; cases of the same patients that are there already are kept, and so is ``cohort.toml``."""
    recipe = find_recipe(options.recipe)
    simulator = simulator_of(recipe)
    if (options.atlas is not None or options.blocks is not None) and not simulator.draws_bodies:
        raise BadInput(worded("factory.simulate.no-bodies", recipe=recipe.id))
    simulator.simulate(recipe, options)
    return 0

"""Simulators of cohorts, by the ``kind`` that ``[simulation]`` of a recipe names.

Its other entries are the simulator's parameters. A new one is a module with ``simulate``, ``sizes`` and
``draws_bodies``, listed here. It writes ``cohort.csv``, ``cohort.toml`` and ``truth.csv``, which holds what no hospital
knows: each patient's true log-odds in the column ``log_odds``, by which the best possible AUC is known. No command that
trains reads that.
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Mapping
from typing import Protocol

from training.errors import BadInput
from training.recipes import Recipe
from training.wording import worded

MODULES = {
    "vessels": "training.simulate.cohort",
    "table": "training.simulate.table",
    "lesions": "training.simulate.lesions.simulator",
}
"""Loaded when asked for: some need torch."""


class Simulator(Protocol):
    """What a module of :data:`MODULES` has.

    Attributes
    ----------
    draws_bodies
        Whether ``--atlas`` and ``--blocks`` mean something to it.
    """

    draws_bodies: bool

    def simulate(self, recipe: Recipe, options: argparse.Namespace) -> None:
        """Write a cohort to ``options.out``; see the options of ``simulate-cohort``."""

    def sizes(self, recipe: Recipe, patients: int, events: int | None) -> Mapping[str, tuple[int, int]]:
        """Events and others of each split; ``events`` None: the share of the recipe's study."""


def simulator_of(recipe: Recipe) -> Simulator:
    """The simulator of a recipe.

    Raises
    ------
    BadInput
        When it names none, or one that is not known.
    """
    kind = recipe.simulation.get("kind")
    if kind not in MODULES:
        raise BadInput(worded("factory.simulate.none", recipe=recipe.id, known=", ".join(MODULES)))
    return importlib.import_module(MODULES[kind])

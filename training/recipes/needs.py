"""Which commands of the factory a recipe has something for; the chain runs no others, and they refuse by themselves."""

from __future__ import annotations

from collections.abc import Callable

from training.errors import BadInput
from training.recipes.recipe import Recipe
from training.wording import worded

PROVED = "vessels"
"""The simulation whose truth ``prove`` knows."""


def runs_on_networks(recipe: Recipe) -> bool:
    """Whether anything that the recipe computes or packs rests on the factory's own networks."""
    taken = recipe.chain_of(step.segment for step in (*recipe.vectors, *recipe.valued))
    used = {source.id for source in taken}
    packed = {step.id for step in recipe.packed}
    return recipe.has_networks and bool({recipe.segmenting.id} & (used | packed))


NEEDED: dict[str, Callable[[Recipe], bool]] = {
    "train-vessels": runs_on_networks,
    "features": lambda recipe: bool(recipe.vectors or recipe.valued or recipe.learnt),
    "prove": lambda recipe: recipe.simulation.get("kind") == PROVED,
    "quantize": lambda recipe: recipe.encoded in recipe.vectors,
}
"""By command; every recipe needs the others."""


def check_needed(command: str, recipe: Recipe) -> None:
    """Refuse a command that the recipe has nothing for.

    Raises
    ------
    BadInput
        Says so.
    """
    if not NEEDED[command](recipe):
        raise BadInput(worded("factory.recipe.not-needed", recipe=recipe.id, command=command))

"""Recipes read from their TOML files, once, with an error that names the file, the field and the remedy."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from inference.reading import parse_toml, read_text, read_typed
from training.errors import BadInput
from training.recipes.recipe import Recipe
from training.wording import worded

FOLDER = Path(__file__).parent
SUFFIX = ".toml"


def bundled() -> tuple[str, ...]:
    """Ids of the recipes that lie in this folder, each called as its file."""
    return tuple(sorted(path.stem for path in FOLDER.glob(f"*{SUFFIX}")))


def find_recipe(named: str, folder: Path = Path(), where: str = "--recipe") -> Recipe:
    """The recipe of that id, or that of a file.

    Parameters
    ----------
    named
        An id, or the path of a ``.toml`` file.
    folder
        Where a relative path starts.
    where
        What names it, for the error.

    Raises
    ------
    InputError
        Names the file and the field, or says which recipes there are.
    """
    if named in bundled():
        return _bundled(named)
    if not named.endswith(SUFFIX):
        raise BadInput(worded("factory.recipe.unknown", where=where, recipe=named, known=", ".join(bundled())))
    recipe = read_recipe(folder / named)
    if recipe.id in bundled():
        raise BadInput(worded("factory.recipe.taken", path=str(folder / named), recipe=recipe.id))
    return recipe


def read_recipe(path: Path) -> Recipe:
    """Read a recipe.

    Raises
    ------
    InputError
        Names the file and the field.
    """
    return read_typed(Recipe, parse_toml(read_text(path), str(path)), str(path))


@cache
def _bundled(named: str) -> Recipe:
    return read_recipe(FOLDER / f"{named}{SUFFIX}")

"""``precontrast-train recipes list|show``: which recipes there are, and what one is made of."""

from __future__ import annotations

import argparse

from training.console import say, table
from training.errors import BadInput
from training.recipes.reading import FOLDER, SUFFIX, bundled, find_recipe
from training.recipes.recipe import Recipe
from training.wording import in_language, worded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("what", choices=("list", "show"))
    parser.add_argument("recipe", nargs="?", metavar="ID|FILE.toml", help="of show")


def run(options: argparse.Namespace) -> int:
    """Print it; a file of one's own that is wrong is refused with the field."""
    if options.what == "list":
        rows = [(name, find_recipe(name).about.of(options.lang)) for name in bundled()]
        table([_word("id", options.lang), _word("about", options.lang)], rows)
        return 0
    if options.recipe is None:
        raise BadInput(worded("factory.recipes.which", known=", ".join(bundled())))
    recipe = find_recipe(options.recipe)
    table([_word("part", options.lang), _word("content", options.lang)], parts_of(recipe, options.lang))
    say()
    path = FOLDER / f"{recipe.id}{SUFFIX}" if recipe.id in bundled() else options.recipe
    say(in_language(worded("factory.recipes.file", path=str(path)), options.lang))
    return 0


def parts_of(recipe: Recipe, language: str) -> list[tuple[str, str]]:
    """Each part of a recipe that it has, and what it holds, in the order in which they are worked on."""
    regions = {image.id: recipe.region_of(image) for image in recipe.images}
    rows = [("about", recipe.about.of(language)), ("outcome", recipe.outcome.event.of(language))]
    for image in recipe.images:
        region = regions[image.id]
        where = f", {region.title.of(language)}" if region else ""
        rows.append(("image", f"{image.id}: {image.title.of(language)} ({image.modality}{where})"))
    for source in recipe.sources:
        rows.append(("source", f"{source.id}: {source.kind} ({', '.join(source.structures)})"))
    for step in recipe.features:
        rows.append(("features", f"{step.id}: {step.kind} ({step.segment})"))
    for score in recipe.scores:
        selection = f"{score.selection.kind}, " if score.selection else ""
        rows.append(("score", f"{score.id}: {', '.join(score.features)} ({selection}{score.learner.kind})"))
    for predictor in recipe.predictors:
        label = predictor.label.of(language)
        value = getattr(predictor, "step", None)
        rows.append(("predictor", f"{predictor.id}: {label}" + (f" ({value})" if value else "")))
    for model in recipe.models:
        taken = ", ".join((*model.predictors, *model.scores))
        mark = "  *" if model.name == recipe.shipped else ""
        rows.append(("model", f"{model.name}: {taken} ({model.learner.kind}){mark}"))
    rows += [("table", plan.kind) for plan in recipe.evaluation.tables]
    return [(_word(name, language), said) for name, said in rows]


def _word(name: str, language: str) -> str:
    return in_language(worded(f"factory.recipes.{name}"), language)

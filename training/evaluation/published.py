"""AUCs that were published for other cohorts: shown beside the site's own, never mixed with them."""

from __future__ import annotations

from training.evaluation.facts import Published
from training.recipes import Recipe
from training.statistics.samples import Interval


def published(recipe: Recipe, outcome: str) -> tuple[Published, ...]:
    """What has been published on an outcome; nothing for one that no publication of the recipe is about."""
    if recipe.literature is None or outcome not in recipe.literature.outcomes:
        return ()
    return tuple(
        Published(one.study, one.model, one.sample, one.n, _interval(one.auc, one.low, one.high), one.auc)
        for one in recipe.literature.areas
    )


def _interval(value: float, low: float | None, high: float | None) -> Interval | None:
    return None if low is None or high is None else Interval(value, low, high)

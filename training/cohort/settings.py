"""``cohort.toml``: what a cohort is of, which predictors it has and how its masks are labelled."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from inference.patterns import Slug
from inference.predictors import NumberPredictor, Predictor, TextPredictor
from inference.reading import parse_toml, read_text, read_typed
from inference.schema import Evidence
from inference.vocabulary import STRICT, Text, repeated
from training.errors import BadInput
from training.recipes import DEFAULT, Recipe, find_recipe
from training.wording import worded

SETTINGS_FILE = "cohort.toml"
COLUMNS = ("case", "patient", "study", "mask", "outcome", "split", "centre", "reader", "origin")
"""Columns of ``cohort.csv`` beside the predictors."""


@dataclass(frozen=True, slots=True)
class CohortSettings:
    """The settings beside the table.

    Attributes
    ----------
    recipe
        What the cohort is for; in the file its id, or the path of its own file.
    outcome, outcome_title
        Id of what is predicted, such as ``cme``: the key of a site's prevalence; and how a report names it. Without
        them those of the recipe.
    predictors
        Those of the recipe, each as the file states it where it does, and the file's further ones.
    site_prevalence
        Share of injections with the outcome where the pack will be used, above 0 and below 1; ``prevalence_source``
        says where it comes from.
    simulated
        Whether the cohort was made by ``simulate-cohort``; decides the status of its packs.
    planned_parameters
        Coefficients that the risk model may have, for the minimum sample size.
    anticipated_auc
        What an earlier study or a pilot leads to expect, for the minimum sample size; None assumes 15 % of the
        greatest possible Cox-Snell R2.
    mask_labels
        By structure, in the recipe's order: its value in the mask files, or the name of its segment or file. What is
        not given is numbered from 1.
    ignore_other_labels
        Whether masks may hold labels that ``mask_labels`` does not name, as those of TotalSegmentator do.
    """

    __pydantic_config__ = STRICT
    recipe: Recipe
    title: Text
    outcome: Slug
    outcome_title: Text
    site_prevalence: float
    prevalence_source: str
    simulated: bool
    predictors: tuple[Predictor, ...] = ()
    planned_parameters: int = 8
    anticipated_auc: float | None = None
    mask_labels: dict[str, int | str] = field(default_factory=dict)
    ignore_other_labels: bool = False
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not 0 < self.site_prevalence < 1:
            raise ValueError("site_prevalence must be above 0 and below 1 (0.27 % is 0.0027)")
        if not 1 <= self.planned_parameters <= 10_000:
            raise ValueError("planned_parameters must be from 1 to 10000")
        if self.anticipated_auc is not None and not 0.5 < self.anticipated_auc < 1:
            raise ValueError("anticipated_auc must be above 0.5 and below 1")
        self._check_predictors()
        self._check_tables()
        self._check_labels()

    def _check_predictors(self) -> None:
        twice = repeated(p.id for p in self.predictors)
        if twice is not None:
            raise ValueError(f"predictor {twice!r} stands twice")
        own = {predictor.id: predictor for predictor in self.predictors}
        merged = {**{predictor.id: predictor for predictor in self.recipe.predictors}, **own}
        object.__setattr__(self, "predictors", tuple(merged.values()))
        if not merged:
            raise ValueError("predictors are needed: the recipe states none")
        for predictor in self.predictors:
            if predictor.id in COLUMNS:
                raise ValueError(f"predictor {predictor.id!r} has the name of a column of every cohort; rename it")
            if isinstance(predictor, TextPredictor):
                raise ValueError(f"predictor {predictor.id!r} is a text, which no model can use; make it a choice")

    def _check_tables(self) -> None:
        """What tables of the evaluation are of: the recipe alone does not know every predictor."""
        recipe, numbers = self.recipe, {p.id for p in self.predictors if isinstance(p, NumberPredictor)}
        for name in recipe.evaluation.quantities():
            if name not in {*numbers, *recipe.score_ids, *recipe.names}:
                raise ValueError(
                    f"a table of the evaluation is of {name!r}: no predictor that is a number, score or model"
                )
        for reader in recipe.evaluation.readers:
            if reader.column in {*COLUMNS, *(p.id for p in self.predictors)}:
                raise ValueError(f"the reader {reader.column!r} has the name of another column; rename it")

    def _check_labels(self) -> None:
        structures = self.recipe.structure_ids
        given = self.mask_labels or {name: n for n, name in enumerate(structures, 1)}
        # A structure without a label would be learnt as background.
        if set(given) != set(structures):
            raise ValueError(f"mask_labels must name exactly {', '.join(structures) or 'nothing'}")
        object.__setattr__(self, "mask_labels", {name: given[name] for name in structures})
        if repeated(self.mask_labels.values()) is not None:
            raise ValueError("two structures have the same value in mask_labels")
        for name, value in self.mask_labels.items():
            if value == "" or (isinstance(value, int) and not 1 <= value <= 65535):
                raise ValueError(f"the mask label of {name} must be a name, or a number from 1 to 65535")

    @property
    def asked(self) -> tuple[Predictor, ...]:
        """Predictors that the table has a column of; others are read from the images."""
        return tuple(predictor for predictor in self.predictors if predictor.asked)

    def predictor(self, predictor_id: str) -> Predictor:
        """The predictor of that id."""
        return {p.id: p for p in self.predictors}[predictor_id]


def read_settings(path: Path, recipe: str | None = None) -> CohortSettings:
    """Read ``cohort.toml``.

    Parameters
    ----------
    recipe
        Id or file of the recipe, in place of the one that it names.

    Raises
    ------
    InputError
        Names the line or the field.
    """
    plain = parse_toml(read_text(path), str(path))
    named = plain.pop("recipe", DEFAULT)
    if not isinstance(named, str):
        raise BadInput(worded("factory.recipe.no-name", path=str(path)))
    own = find_recipe(named, path.parent, str(path)) if recipe is None else find_recipe(recipe)
    said = {"outcome": own.outcome.id, "outcome_title": own.outcome.title}
    told = {name: value for name, value in said.items() if value is not None}
    return read_typed(CohortSettings, {**told, **plain, "recipe": own}, str(path))

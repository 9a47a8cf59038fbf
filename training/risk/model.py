"""The locked risk models, ``risk/model.json``: everything that evaluation, packs and recalibration take from a fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from inference.reading import read_json, read_typed, to_plain
from inference.risk.logistic import expit
from inference.vocabulary import STRICT
from training.errors import BadInput
from training.learners import AnyLocked
from training.learners.design import Answers
from training.learners.learner import ScoreInfo
from training.learners.regression import Method
from training.recipes import Recipe
from training.wording import worded
from training.workspace import write_json


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; an end is None where the data do not allow one."""

    __pydantic_config__ = STRICT
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Univariable:
    """One term of a predictor's own fit.

    Attributes
    ----------
    p
        Wald test of all terms of the predictor together.
    unknown
        Cases without a known answer, left out of this fit.
    """

    __pydantic_config__ = STRICT
    predictor: str
    answer: str | None
    reference: str | None
    odds_ratio: Estimate
    p: float
    cases: int
    unknown: int
    method: Method


@dataclass(frozen=True, slots=True)
class NotOffered:
    """A predictor that was no candidate, and why."""

    __pydantic_config__ = STRICT
    predictor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Screening:
    """How the predictors were chosen.

    Attributes
    ----------
    most_p
        Of the first model that chooses by p; None where none does.
    """

    __pydantic_config__ = STRICT
    most_p: float | None
    univariable: tuple[Univariable, ...]
    not_offered: tuple[NotOffered, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities at the training prevalence, locked on out-of-fold predictions; positive is at or above."""

    __pydantic_config__ = STRICT
    youden: float
    sensitive: float


@dataclass(frozen=True, slots=True)
class OutOfFold:
    """How a model does on training cases that it has not seen.

    Attributes
    ----------
    auc_one_run
        Mean over the single runs of cross-validation; predictions are averaged over the runs, which can only help.
    """

    __pydantic_config__ = STRICT
    cases: int
    events: int
    auc: Estimate | None
    auc_one_run: float | None
    intercept: Estimate | None
    slope: Estimate | None


@dataclass(frozen=True, slots=True)
class Compared:
    """An alternative on the same folds; None where it cannot be computed.

    Attributes
    ----------
    score
        In place of which score; empty: of the choice among the predictors.
    """

    __pydantic_config__ = STRICT
    score: str
    name: str
    auc: Estimate | None
    slope: Estimate | None
    shipped: bool


@dataclass(frozen=True, slots=True)
class DistanceInfo:
    """Distance of a vector from those of the training cases; directions and centre stand beside the weights.

    Attributes
    ----------
    limit
        Farther away an image is refused.
    quantile
        Of the distances of left-out training cases, that the limit is.
    refused
        Cases beyond the limit by split; of the training split by distances of left-out cases.
    """

    __pydantic_config__ = STRICT
    limit: float
    quantile: float
    components: int
    refused: dict[str, int]
    cases: dict[str, int]


@dataclass(frozen=True, slots=True)
class RiskModel:
    """All locked models.

    Attributes
    ----------
    recipe
        Id of the recipe that they are fitted by.
    models, scores, distances
        By name, in the recipe's order; the last of the vectors of each score.
    shipped
        Name of the one that goes into the pack.
    trained_prevalence
        Share of events among the training cases; every intercept and threshold is at it.
    notes
        What a reader has to know about how the figures came about.
    """

    __pydantic_config__ = STRICT
    schema: Literal[3]
    recipe: str
    outcome: str
    trained_prevalence: float
    cases: int
    events: int
    seed: int
    folds: int
    repeats: int
    models: dict[str, AnyLocked]
    shipped: str
    screening: Screening
    scores: dict[str, ScoreInfo]
    thresholds: dict[str, Thresholds]
    out_of_fold: dict[str, OutOfFold]
    comparison: tuple[Compared, ...]
    distances: dict[str, DistanceInfo]
    notes: tuple[str, ...]


def read_model(path: Path, recipe: Recipe) -> RiskModel:
    """Read ``model.json``.

    Parameters
    ----------
    recipe
        That it must be of.

    Raises
    ------
    InputError
        Names the field that is wrong, or says that it is of an earlier version or of another recipe.
    """
    plain = read_json(path)
    if isinstance(plain, dict) and plain.get("schema") in (1, 2):
        raise BadInput(worded("factory.risk.earlier", path=str(path)))
    model = read_typed(RiskModel, plain, str(path))
    parts = (model.models, model.thresholds, model.out_of_fold)
    others = any(tuple(part) != recipe.names for part in parts) or tuple(model.scores) != recipe.score_ids
    if (model.recipe, model.shipped) != (recipe.id, recipe.shipped) or others:
        raise BadInput(worded("factory.risk.other-recipe", path=str(path), recipe=recipe.id, found=model.recipe))
    return model


def write_model(path: Path, model: RiskModel) -> None:
    """Write ``model.json``."""
    write_json(path, to_plain(model))


def probability(model: AnyLocked, answers: Answers) -> float | None:
    """Probability at the training prevalence; None where an answer or a score that it needs is unknown."""
    log_odds = model.log_odds(answers)
    return None if log_odds is None else expit(log_odds)

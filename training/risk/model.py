"""The locked risk models, ``risk/model.json``: everything that evaluation, packs and recalibration take from a fit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from inference.reading import read_json, read_typed, to_plain
from inference.risk.logistic import expit
from inference.vocabulary import STRICT
from training.errors import BadInput
from training.recipes import Recipe
from training.risk.design import SIGNATURE, Answers, Column
from training.risk.regression import Method
from training.wording import worded
from training.workspace import write_arrays, write_json


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95 % interval; an end is None where the data do not allow one."""

    __pydantic_config__ = STRICT
    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ModelTerm:
    """One coefficient: per unit of a number, or of one answer against the reference answer.

    Attributes
    ----------
    coefficient
        Change of the log-odds, after shrinkage.
    standard_error
        Before shrinkage, which makes intervals a little wide rather than narrow.
    """

    __pydantic_config__ = STRICT
    predictor: str
    answer: str | None
    coefficient: float
    standard_error: float

    @property
    def column(self) -> Column:
        """What the coefficient is multiplied by."""
        return Column(self.predictor, self.answer)


@dataclass(frozen=True, slots=True)
class LockedLogistic:
    """A logistic model of a binary outcome that changes no more.

    Attributes
    ----------
    intercept
        Log-odds where every term is zero, at the prevalence of the training patients.
    covariance
        Of the intercept and the terms in their order, before shrinkage. That of a model with the image signature takes
        the signature's weights as known.
    references
        By choice predictor: the answer its terms are compared with.
    shrinkage
        What the slopes of the fit were multiplied by; 1 is none.
    cases, events, left_out
        Of the fit; ``left_out`` were not used because an answer or the images were missing.
    """

    __pydantic_config__ = STRICT
    intercept: float
    terms: tuple[ModelTerm, ...]
    covariance: tuple[tuple[float, ...], ...]
    references: dict[str, str]
    shrinkage: float
    method: Method
    cases: int
    events: int
    left_out: int
    kind: Literal["logistic"] = "logistic"

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the terms."""
        return tuple(dict.fromkeys(term.predictor for term in self.terms))

    def log_odds(self, answers: Answers) -> float | None:
        """Log-odds at the training prevalence; None where an answer is unknown or was never met in training."""
        for name in self.predictors:
            given = answers.get(name)
            choices = {term.answer for term in self.terms if term.predictor == name} | {self.references.get(name)}
            if given is None or (None not in choices and given not in choices):
                return None
        return self.intercept + sum(term.coefficient * term.column.value(answers) for term in self.terms)


LockedModel = LockedLogistic
"""Any locked model; ``kind`` says which, and is the kind of the step that runs it in a pack."""


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
    """How the clinical predictors were chosen."""

    __pydantic_config__ = STRICT
    most_p: float
    univariable: tuple[Univariable, ...]
    not_offered: tuple[NotOffered, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selected:
    """A feature with its weight in the signature, per standard deviation of the feature."""

    __pydantic_config__ = STRICT
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class SignatureInfo:
    """The image signature; its weights stand in ``head.npz``.

    Attributes
    ----------
    strength
        Penalty, or cost of the support vector machine, that cross-validation chose.
    components
        Principal components or directions it was fitted to; 0: the features themselves.
    taught
        Whether they are the directions that the encoder was taught to read.
    used
        Features with a weight.
    selected
        Those of the largest weights, the largest first.
    """

    __pydantic_config__ = STRICT
    head: Literal["lasso", "ridge", "svm"]
    strength: float
    components: int
    taught: bool
    features: int
    used: int
    selected: tuple[Selected, ...]


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
    """An alternative on the same folds; None where it cannot be computed."""

    __pydantic_config__ = STRICT
    kind: Literal["image", "clinical"]
    name: str
    auc: Estimate | None
    slope: Estimate | None
    shipped: bool


@dataclass(frozen=True, slots=True)
class DistanceInfo:
    """Distance of an image from the training cases; directions and centre stand in ``head.npz``.

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
    models
        By name, in the recipe's order.
    shipped
        Name of the one that goes into the pack.
    trained_prevalence
        Share of events among the training cases; every intercept and threshold is at it.
    notes
        What a reader has to know about how the figures came about.
    """

    __pydantic_config__ = STRICT
    schema: Literal[2]
    recipe: str
    outcome: str
    trained_prevalence: float
    cases: int
    events: int
    seed: int
    folds: int
    repeats: int
    models: dict[str, LockedModel]
    shipped: str
    screening: Screening
    signature: SignatureInfo
    thresholds: dict[str, Thresholds]
    out_of_fold: dict[str, OutOfFold]
    comparison: tuple[Compared, ...]
    distance: DistanceInfo
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
    if isinstance(plain, dict) and plain.get("schema") == 1:
        raise BadInput(worded("factory.risk.earlier", path=str(path)))
    model = read_typed(RiskModel, plain, str(path))
    parts = (model.models, model.thresholds, model.out_of_fold)
    if (model.recipe, model.shipped) != (recipe.id, recipe.shipped) or any(tuple(p) != recipe.names for p in parts):
        raise BadInput(worded("factory.risk.other-recipe", path=str(path), recipe=recipe.id, found=model.recipe))
    return model


def write_model(path: Path, model: RiskModel) -> None:
    """Write ``model.json``."""
    write_json(path, to_plain(model))


def probability(model: LockedModel, answers: Answers, signature: float | None = None) -> float | None:
    """Probability at the training prevalence; None where an answer or the signature that it needs is unknown."""
    log_odds = model.log_odds({**answers, SIGNATURE: signature})
    return None if log_odds is None else expit(log_odds)


def write_head(path: Path, weight: np.ndarray, bias: float, directions: np.ndarray, centre: np.ndarray, limit: float):
    """Write ``head.npz``: score = weight . f + bias, distance = ||directions (f - centre)||, and its limit."""
    bias, limit = np.float64(bias), np.float64(limit)
    write_arrays(path, weight=weight, bias=bias, directions=directions.astype(np.float32), centre=centre, limit=limit)

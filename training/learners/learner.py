"""What a learner is given and what it gives back: the two kinds of learners of a recipe.

A **scorer** makes one number, the score, of a long feature vector; selection, scaling and tuning are its own and stand
inside its folds. A **modeller** makes a risk of the few columns of a design: answers, measures and scores. A recipe
names a learner by its ``kind`` and gives its parameters; both are the fields of one frozen dataclass, the plan.

A new learner is one module with its plan, listed in :mod:`training.learners`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np

from inference.vocabulary import STRICT, Text
from training.learners.design import Answers, Design


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried, whatever the learner.

    Attributes
    ----------
    folds, repeats
        Of the cross-validation inside a learner.
    bootstraps
        Samples of what is repeated in bootstrap samples.
    """

    folds: int = 5
    repeats: int = 3
    bootstraps: int = 200

    def inner(self, bootstraps: int) -> Effort:
        """For a fit inside a fold, whose noise averages out over the folds."""
        return replace(self, repeats=1, bootstraps=min(self.bootstraps, bootstraps))


@dataclass(frozen=True, slots=True)
class Vectors:
    """Feature vectors of some patients, without gaps.

    Attributes
    ----------
    features : float array, shape (n, features)
    event : bool array, shape (n,)
    groups : int array, shape (n,)
        Patient of each row: rows of one patient are never torn apart.
    taught : float array, shape (directions, features), or None
        Directions in the features that the encoder was taught to read, without outcomes.
    """

    features: np.ndarray
    event: np.ndarray
    groups: np.ndarray
    taught: np.ndarray | None = None

    def part(self, rows: np.ndarray) -> Vectors:
        """Some of the patients."""
        return Vectors(self.features[rows], self.event[rows], self.groups[rows], self.taught)

    def of(self, columns: np.ndarray) -> Vectors:
        """Some of the features; what the encoder was taught is told of all of them alone."""
        return Vectors(self.features[:, columns], self.event, self.groups)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of some patients that a risk is to be made of.

    Attributes
    ----------
    event : bool array, shape (n,)
    groups : int array, shape (n,)
    design
        NaN where something is not known; the columns of the scores stand last.
    offered
        Predictors among its columns that may be chosen from; None where the model takes scores alone.
    scores
        Scores among its columns, each of cases that it was not learnt from.
    usable : bool array, shape (n,), or None
        Cases that may be used at all; None: every one.
    """

    event: np.ndarray
    groups: np.ndarray
    design: Design
    offered: tuple[str, ...] | None
    scores: tuple[str, ...] = ()
    usable: np.ndarray | None = None


@dataclass(frozen=True, slots=True)
class Selected:
    """A feature with its weight in a score, per standard deviation of the feature."""

    __pydantic_config__ = STRICT
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class ScoreInfo:
    """A locked score, for people.

    Attributes
    ----------
    head
        What it is made by, such as ``lasso``.
    strength
        Penalty or cost that was chosen; None where there is none.
    components
        Principal components or directions it was fitted to; 0: the features themselves.
    taught
        Whether they are the directions that the encoder was taught to read.
    used
        Features with a weight.
    selected
        Those of the largest weights, the largest first; empty where features have no weights.
    """

    __pydantic_config__ = STRICT
    head: str
    strength: float | None
    components: int
    taught: bool
    features: int
    used: int
    selected: tuple[Selected, ...]


@dataclass(frozen=True, slots=True)
class Operators:
    """A part of an ONNX graph.

    Attributes
    ----------
    nodes
        Of ``onnx.helper``.
    weights
        Initial values by name; floats become single precision.
    """

    nodes: Sequence[Any]
    weights: Mapping[str, np.ndarray]


class Score(Protocol):
    """A locked score: of mean 0 and standard deviation 1 in cases that it was not learnt from.

    Attributes
    ----------
    out_of_fold : array, shape (n,)
        Of the cases it was learnt from, each left out.
    """

    @property
    def out_of_fold(self) -> np.ndarray:
        """As above."""

    def scores(self, features: np.ndarray) -> np.ndarray:
        """Score of each row of features; NaN for a row without."""

    def alternatives(self, features: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
        """Name and log-odds of these rows by everything that was tried on the same folds."""

    def about(self, names: tuple[str, ...]) -> ScoreInfo:
        """What it is; ``names`` are those of the features."""

    def operators(self, given: str, centre: np.ndarray, result: str) -> Operators:
        """The score in a pack: from the features less ``centre``, (1, features), to the score, (1, 1).

        The features come centred, as raw ones are large against their differences, which single precision would lose.
        """


class Locked(Protocol):
    """A locked risk. It is kept in ``model.json``, so it is a dataclass of plain values whose ``kind`` says which.

    Attributes
    ----------
    kind
        Also the kind of the step that runs it in a pack.
    """

    @property
    def kind(self) -> str:
        """As above."""

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids of what it needs, scores among them."""

    def log_odds(self, answers: Answers) -> float | None:
        """At the training prevalence; None where something that it needs is unknown or was never met."""


class Scorer(ABC):
    """Plan of a score. A kind derives from it as a frozen dataclass with ``kind: Literal["NAME"]``."""

    __slots__ = ()
    kind: str

    @abstractmethod
    def learn(self, vectors: Vectors, effort: Effort, rng: np.random.Generator) -> Score:
        """Learn the score; whatever is chosen is chosen on these rows alone and judged on rows that had no part."""


class Modeller(ABC):
    """Plan of a risk. A kind derives from it as a frozen dataclass with ``kind: Literal["NAME"]``."""

    __slots__ = ()
    kind: str

    @property
    def named(self) -> Text:
        """As people call its models, before the word "model"."""
        return Text(self.kind, self.kind)

    def built(self, offered: bool) -> Text:
        """How its models are built, for the methods of a paper.

        Parameters
        ----------
        offered
            Whether there are predictors to choose from, or a score alone.
        """
        return Text(
            f"{self.named.en} model, tuned and calibrated (Platt) by left-out cases",
            f"{self.named.zh}模型，以留出病例调参并校准（Platt）",
        )

    @abstractmethod
    def fit(self, table: Table, effort: Effort, rng: np.random.Generator) -> Locked:
        """Fit the risk; whatever is chosen is chosen on these rows alone."""


def values_of(locked: Locked, answers: Sequence[Answers]) -> np.ndarray:
    """Log-odds of each patient, NaN where the model gives none; shape (n,)."""
    return np.array([np.nan if (value := locked.log_odds(given)) is None else value for given in answers])

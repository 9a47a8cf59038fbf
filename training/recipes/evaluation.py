"""Which tables a recipe adds to the report of an evaluation, and what they need to be told.

Every report has discrimination, classification at the locked thresholds, calibration and decision curves. What else a
paper of the system prints, a recipe names: each table by its ``kind``, with its parameters. How a kind is computed and
set is a module of :mod:`training.evaluation.asked`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import Field

from inference.patterns import Slug
from inference.vocabulary import STRICT, Text, repeated


@dataclass(frozen=True, slots=True)
class OverlapPlan:
    """Structures that a network found, against those drawn: Dice, IoU, and the share of cases above some IoU.

    Attributes
    ----------
    above
        Values of IoU from which on, not included, a case counts as found.
    """

    __pydantic_config__ = STRICT
    kind: Literal["overlap"]
    above: tuple[float, ...] = (0.6, 0.8)

    def __post_init__(self) -> None:
        if not self.above or any(not 0 <= value < 1 for value in self.above):
            raise ValueError("above holds values of IoU from 0 to below 1")


@dataclass(frozen=True, slots=True)
class HosmerLemeshowPlan:
    """The test of Hosmer and Lemeshow, of each model in each sample."""

    __pydantic_config__ = STRICT
    kind: Literal["hosmer-lemeshow"]
    groups: Annotated[int, Field(ge=3, le=20)] = 10


@dataclass(frozen=True, slots=True)
class PairsPlan:
    """DeLong's test of every pair of models, with z and the p-values that hold for all of them together (Holm).

    It stands in the place of the table of differences that every report has.
    """

    __pydantic_config__ = STRICT
    kind: Literal["pairs"]


@dataclass(frozen=True, slots=True)
class SpearmanPlan:
    """Rank correlation of each with each.

    Attributes
    ----------
    of
        Predictors that are numbers, scores, or models (their probability).
    """

    __pydantic_config__ = STRICT
    kind: Literal["spearman"]
    of: Annotated[tuple[str, ...], Field(min_length=2)]

    def __post_init__(self) -> None:
        twice = repeated(self.of)
        if twice is not None:
            raise ValueError(f"{twice!r} stands twice in a table of correlations")


@dataclass(frozen=True, slots=True)
class CutOffPlan:
    """A cut-off that others published, tried as it stands.

    Attributes
    ----------
    of
        A predictor that is a number, a score, or a model (its probability at the training event rate); a name that a
        predictor shares with a model is the predictor's.
    at
        The value.
    positive
        Which side of it is positive.
    source
        Who published it.
    """

    __pydantic_config__ = STRICT
    kind: Literal["cut-off"]
    of: str
    at: float
    source: Text
    positive: Literal["at-or-above", "above", "at-or-below", "below"] = "at-or-above"


@dataclass(frozen=True, slots=True)
class ContributionsPlan:
    """What each predictor adds to the log-odds of each test patient, as a summary of SHAP values shows it.

    Attributes
    ----------
    models
        Empty: the one that goes into the pack.
    """

    __pydantic_config__ = STRICT
    kind: Literal["contributions"]
    models: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A person whose reading of each case stands in a column of ``cohort.csv``.

    Attributes
    ----------
    column
        Of the table; it may be missing there, and cells may be empty.
    scale
        Lowest and highest whole number of a reading: 0 and 1 for no and yes.
    positive
        Reading from which on the reader calls the case positive.
    """

    __pydantic_config__ = STRICT
    column: Slug
    title: Text
    scale: tuple[int, int] = (0, 1)
    positive: int | None = None

    def __post_init__(self) -> None:
        low, high = self.scale
        if not low < high:
            raise ValueError(f"the scale of {self.column!r} runs from the lower to the higher")
        if self.positive is None and not self.binary:
            raise ValueError(f"from which reading on is {self.column!r} positive? positive says it")
        if not low < self.least_positive <= high:
            raise ValueError(f"positive of {self.column!r} lies above the lowest reading and on the scale")

    @property
    def binary(self) -> bool:
        """Whether there are two readings alone."""
        return self.scale[1] == self.scale[0] + 1

    @property
    def least_positive(self) -> int:
        """Reading from which on the case is positive."""
        return self.scale[1] if self.positive is None else self.positive


@dataclass(frozen=True, slots=True)
class ReadersPlan:
    """A model beside one or several readers of the same cases.

    Attributes
    ----------
    models
        Empty: the one that goes into the pack.
    """

    __pydantic_config__ = STRICT
    kind: Literal["reader-comparison"]
    readers: Annotated[tuple[Reader, ...], Field(min_length=1)]
    models: tuple[str, ...] = ()


if TYPE_CHECKING:
    TablePlan = (
        OverlapPlan | HosmerLemeshowPlan | PairsPlan | SpearmanPlan | CutOffPlan | ContributionsPlan | ReadersPlan
    )
else:
    TablePlan = Annotated[
        Union[OverlapPlan, HosmerLemeshowPlan, PairsPlan, SpearmanPlan, CutOffPlan, ContributionsPlan, ReadersPlan],  # noqa: UP007
        Field(discriminator="kind"),
    ]
"""One table that a recipe may name."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a recipe says of its evaluation.

    Attributes
    ----------
    tables
        Beside those of every report; each stands where its subject is.
    thresholds
        Lowest and highest threshold risk of the decision curves; None: by the event rate.
    """

    __pydantic_config__ = STRICT
    tables: tuple[TablePlan, ...] = ()
    thresholds: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.thresholds is not None and not 0 < self.thresholds[0] < self.thresholds[1] < 1:
            raise ValueError("thresholds are the lowest and the highest risk, above 0 and below 1")
        single: list[str] = [plan.kind for plan in self.tables if not isinstance(plan, CutOffPlan | SpearmanPlan)]
        twice = repeated(single)
        if twice is not None:
            raise ValueError(f"the table {twice!r} stands twice")
        twice = repeated(reader.column for reader in self.readers)
        if twice is not None:
            raise ValueError(f"the reader {twice!r} stands twice")

    @property
    def readers(self) -> tuple[Reader, ...]:
        """Readers whose columns a cohort may have."""
        return tuple(reader for plan in self.tables if isinstance(plan, ReadersPlan) for reader in plan.readers)

    def models(self) -> Iterator[str]:
        """Models that tables name."""
        for plan in self.tables:
            if isinstance(plan, ContributionsPlan | ReadersPlan):
                yield from plan.models

    def quantities(self) -> Iterator[str]:
        """Predictors, scores and models whose values tables are of."""
        for plan in self.tables:
            if isinstance(plan, SpearmanPlan):
                yield from plan.of
            elif isinstance(plan, CutOffPlan):
                yield plan.of

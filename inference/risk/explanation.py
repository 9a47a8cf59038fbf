"""What makes up a risk, in the terms of what computed it.

What the program asks of each kind of explanation stands in :class:`Explanation`; a further kind is one more class here
and in :data:`KINDS`. How each reads, and what a record of it may hold, is one line in ``EXPLANATIONS`` of
:mod:`desktop.report.explanations`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, Union

from pydantic import Field

from inference.risk.logistic import Answer, Contribution
from inference.risk.nomogram import Nomogram


class Explanation(ABC):
    """One kind of explanation."""

    __slots__ = ()
    kind: str

    @abstractmethod
    def inputs(self) -> Mapping[str, Answer | None]:
        """What went into the risk, by predictor; None where it was not known."""

    @abstractmethod
    def figures(self) -> Mapping[str, float]:
        """Numbers that a golden case may expect, by name; ``log_odds`` is what an outcome recalibrates."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The same patient with one answer changed that staff can change."""

    predictor: str
    value: Answer
    log_odds: float
    probability: float | None


@dataclass(frozen=True, slots=True)
class Additive(Explanation):
    """Contributions of single predictors that add up to the log-odds.

    Attributes
    ----------
    log_odds, spread
        Relative to the average odds, and its standard deviation.
    unknown
        Predictors without an answer.
    offset
        What a trained model's intercept adds: ``log_odds`` is the sum of the contributions and this.
    recentring
        The part of the offset that makes the mean probability of the reference people the site's rate.
    """

    log_odds: float
    spread: float
    contributions: tuple[Contribution, ...]
    unknown: tuple[str, ...]
    what_if: tuple[WhatIf, ...]
    nomogram: Nomogram
    offset: float = 0.0
    recentring: float = 0.0
    kind: Literal["additive"] = "additive"

    def inputs(self) -> dict[str, Answer | None]:
        """See :class:`Explanation`."""
        return {part.predictor: part.answer for part in self.contributions}

    def figures(self) -> dict[str, float]:
        """See :class:`Explanation`."""
        return {"log_odds": self.log_odds}


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one feature has moved, against the model's mean output.

    Attributes
    ----------
    value
        None: not known; the model then goes the way that it learnt for what is missing.
    amount
        Signed, in the scale of the explanation.
    """

    predictor: str
    value: Answer | None
    amount: float


Method = Literal["shapley", "additive", "permutation"]
"""Where attributions come from: exact Shapley values of trees, products of weights and distances from the means, or
changes of the output where inputs are moved from the means one after the other
(:mod:`inference.risk.permutation`)."""


@dataclass(frozen=True, slots=True)
class Attributions(Explanation):
    """What moved a model's output, by predictor, where there are no coefficients with their errors.

    Attributes
    ----------
    scale
        Of the model's output, which is the base and all amounts together.
    base
        The model's mean output over those it was fitted to; by permutation its output at the means of their inputs.
    method
        How the amounts come about.
    recentring
        Log-odds that make the mean probability of the reference people the site's rate; not part of the output.
    """

    scale: Literal["log-odds"]
    base: float
    parts: tuple[Attribution, ...]
    method: Method = "shapley"
    recentring: float = 0.0
    kind: Literal["attributions"] = "attributions"

    @property
    def output(self) -> float:
        """What the model gave, in the scale."""
        return self.base + sum(part.amount for part in self.parts)

    def inputs(self) -> dict[str, Answer | None]:
        """See :class:`Explanation`."""
        return {part.predictor: part.value for part in self.parts}

    def figures(self) -> dict[str, float]:
        """See :class:`Explanation`."""
        return {
            "output": self.output,
            "base": self.base,
            **{f"by.{part.predictor}": part.amount for part in self.parts},
        }


KINDS = (Additive, Attributions)

if TYPE_CHECKING:
    AnyExplanation = Explanation
else:
    AnyExplanation = Annotated[Union[KINDS], Field(discriminator="kind")]  # noqa: UP007

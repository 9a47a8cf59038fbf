"""Step ``linear``: a risk from a linear model whose coefficients have no known error, such as LASSO or elastic net.

A penalty, and a choice of features by it, leave no valid standard errors: unlike ``logistic`` such a model has no
intervals. Its log-odds at the training prevalence are ``intercept + sum of weight x (input - centre)``, so that each
product is exactly what its input adds against the mean of those it was fitted to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from inference.steps.context import StepContext, StepResult
from inference.steps.kind import StepKind
from inference.steps.learnt import Feature, LearntStep, explained, too_few
from inference.vocabulary import STRICT

if TYPE_CHECKING:
    from inference.risk.explanation import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearFeature(Feature):
    """One input.

    Attributes
    ----------
    centre
        Its mean among those that the model was fitted to; of an answer the share that gave it.
    weight
        Log-odds for each unit.
    """

    __pydantic_config__ = STRICT
    centre: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearStep(LearntStep):
    """Parameters.

    Attributes
    ----------
    intercept
        Log-odds at the centres, at the training prevalence.
    """

    __pydantic_config__ = STRICT
    kind: Literal["linear"]
    features: Annotated[tuple[LinearFeature, ...], Field(min_length=1)]
    intercept: float

    @property
    def method(self) -> Method:
        """See :class:`~inference.steps.learnt.LearntStep`."""
        return "additive"


def run(step: LinearStep, context: StepContext) -> StepResult:
    """Sum the contributions.

    With an unknown answer, or odds that nobody can mean, there is a blocking finding and no risk.
    """
    refused = too_few(step, context)
    if refused is not None:
        return refused
    each = [feature.weight * (feature.of(context.answers) - feature.centre) for feature in step.features]
    amounts = [sum(each[n] for n in places) for places in step.places]
    return explained(step, context, step.intercept, step.intercept + sum(amounts), amounts)


KIND = StepKind(LinearStep, run, answers="risk")

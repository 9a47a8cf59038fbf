"""Step ``svm``: a risk from a support vector machine whose decision Platt's sigmoid turns into log-odds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from inference.risk.permutation import orders_of, permuted
from inference.risk.svm import MOST_INPUTS, read_machine
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import StepKind
from inference.steps.learnt import Feature, LearntStep, explained, too_few
from inference.vocabulary import STRICT

if TYPE_CHECKING:
    from inference.risk.explanation import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class SvmStep(LearntStep):
    """Parameters.

    Attributes
    ----------
    model
        File of the pack; see :mod:`inference.risk.svm`.
    kernel
        ``linear``: contributions add up exactly; ``rbf``: they are attributed by permutation.
    """

    __pydantic_config__ = STRICT
    kind: Literal["svm"]
    features: Annotated[tuple[Feature, ...], Field(min_length=1, max_length=MOST_INPUTS)]
    model: str
    kernel: Literal["linear", "rbf"]

    @property
    def method(self) -> Method:
        """See :class:`~inference.steps.learnt.LearntStep`."""
        return "additive" if self.kernel == "linear" else "permutation"


def run(step: SvmStep, context: StepContext) -> StepResult:
    """Evaluate the machine.

    With an unknown answer, or odds that nobody can mean, there is a blocking finding and no risk.
    """
    refused = too_few(step, context)
    if refused is not None:
        return refused
    names = [feature.name for feature in step.features]
    machine = read_machine(context.file(step.model), names, step.kernel, step.model)
    values = machine.standard([feature.of(context.answers) for feature in step.features])
    # Over a linear kernel each order gives the same amounts: weight x distance from the mean.
    base, amounts = permuted(
        machine.log_odds, values, step.places, orders_of(len(step.places), step.kernel == "linear")
    )
    return explained(step, context, base, float(machine.log_odds(values[None])[0]), list(amounts))


KIND = StepKind(SvmStep, run, answers="risk")

"""Step ``trees``: a risk from boosted trees, a forest or a single tree, with exact Shapley values of what moved it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.risk.trees import read_ensemble
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import StepKind
from inference.steps.learnt import LearntStep, explained, too_few
from inference.vocabulary import STRICT

if TYPE_CHECKING:
    from inference.risk.explanation import Method


@dataclass(frozen=True, slots=True, kw_only=True)
class TreesStep(LearntStep):
    """Parameters.

    Attributes
    ----------
    model
        File of the pack: trees as XGBoost's JSON dump with statistics has them; see :mod:`inference.risk.trees`. Their
        output is log-odds.
    start
        Log-odds that all trees start from: logit of the booster's ``base_score``, or what recalibration adds.
    minimum_known
        With fewer known answers than this there is no risk. What is not known goes the way that the trees learnt.
    """

    __pydantic_config__ = STRICT
    kind: Literal["trees"]
    model: str
    start: float
    minimum_known: int = 1

    @property
    def method(self) -> Method:
        """See :class:`~inference.steps.learnt.LearntStep`."""
        return "shapley"

    @property
    def least_known(self) -> int:
        """See :class:`~inference.steps.learnt.LearntStep`."""
        return self.minimum_known


def run(step: TreesStep, context: StepContext) -> StepResult:
    """Walk the trees.

    With fewer known answers than ``minimum_known``, or odds that nobody can mean, there is a blocking finding and no
    risk.
    """
    refused = too_few(step, context)
    if refused is not None:
        return refused
    names = [feature.name for feature in step.features]
    trees = read_ensemble(context.file(step.model), names, step.start, step.model)
    values = [feature.of(context.answers) for feature in step.features]
    shapley = trees.shapley(values)
    amounts = [float(np.sum(shapley[list(places)])) for places in step.places]
    return explained(step, context, trees.base, trees.output(values), amounts)


KIND = StepKind(TreesStep, run, answers="risk")

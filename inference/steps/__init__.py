"""The kinds of steps that a pack can have: one module each.

A new kind is a new module with its ``KIND`` and its name in the list here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from inference.steps import (
    classify,
    deep_features,
    drawn,
    formula,
    habitat,
    linear,
    logistic,
    lookup,
    measure,
    radiomics,
    region,
    rules,
    score,
    segment,
    shell,
    sign_network,
    signs,
    svm,
    tiles,
    trees,
)
from inference.steps.kind import Step, StepKind

KINDS: dict[str, StepKind] = {
    module.KIND.name: module.KIND
    for module in (
        classify,
        deep_features,
        drawn,
        formula,
        habitat,
        linear,
        logistic,
        lookup,
        measure,
        radiomics,
        region,
        rules,
        score,
        segment,
        shell,
        sign_network,
        signs,
        svm,
        tiles,
        trees,
    )
}
"""By name."""

if TYPE_CHECKING:
    StepParameters = Step
else:
    StepParameters = Annotated[
        Union[tuple(kind.parameters for kind in KINDS.values())],  # noqa: UP007
        Field(discriminator="kind"),
    ]


def kind_of(step: Step) -> StepKind:
    """What is true of all steps of its kind."""
    return KINDS[step.kind]

"""Step ``sign-network``: signs as a network that was trained on readers' calls sees them, beside those by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.engines import Interface, Tensor
from inference.engines.interface import ANY_NAME
from inference.errors import EngineError
from inference.findings import Finding
from inference.reading import Fault
from inference.results import Sign, SignFigure
from inference.signs import RULES
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, repeated

CHANCES = "chances"


@dataclass(frozen=True, slots=True)
class SignNetworkStep(Step):
    """Parameters.

    Attributes
    ----------
    features
        The step whose vector is looked at.
    structure
        What shows the signs.
    model
        From the vector, (1, features), to ``chances``, (1, signs): how likely a reader would call each of them.
    signs
        In the order of the chances. Later steps and predictors take one as ``ID.blend``, with the id of this step: the
        chance.
    seen_from
        By sign, in the same order: the chance from which it counts as seen.
    """

    __pydantic_config__ = STRICT
    kind: Literal["sign-network"]
    id: str
    features: str
    structure: str
    model: str
    signs: Annotated[tuple[str, ...], Field(min_length=1)]
    seen_from: tuple[Annotated[float, Field(gt=0, lt=1)], ...]

    def __post_init__(self) -> None:
        twice = repeated(self.signs)
        if twice is not None:
            raise Fault("named-twice", ".signs", name=twice)
        if len(self.seen_from) != len(self.signs):
            raise ValueError("seen_from has one chance for each sign")

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "feature vectors", "features", self.features
        yield "structures", "structure", self.structure

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from ((RULES, "signs", "signs", name) for name in self.signs)

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """See :class:`~inference.steps.kind.Step`; the vector is as long as the encoder makes it."""
        yield self.model, interface_of(None, len(self.signs))

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(of_images=frozenset(self.value(name) for name in self.signs))

    def value(self, sign: str) -> str:
        """Under which name the chance of a sign is known to others."""
        return f"{self.id}.{sign}"

    @property
    def learnt_from(self) -> Literal["a cohort"]:
        """See :class:`~inference.steps.kind.Step`."""
        return "a cohort"


def interface_of(length: int | None, signs: int) -> Interface:
    """What such a network takes and gives."""
    return Interface({ANY_NAME: Tensor((1, length))}, {CHANCES: Tensor((1, signs))})


def run(step: SignNetworkStep, context: StepContext) -> StepResult:
    """The chance of each sign, and a warning where a rule has told it otherwise."""
    vector = context.earlier[step.features].vectors.get(step.features)
    if vector is None:
        return StepResult()
    model = context.network(step.model, interface_of(len(vector), len(step.signs)))
    (taken,) = model.graph.inputs
    chances = model.engine.run({taken: vector[None]})[CHANCES][0]
    if not (np.isfinite(chances).all() and chances.min() >= 0 and chances.max() <= 1):
        raise EngineError("model.not-finite", model=step.model)
    by_rule = _by_rule(step, context.earlier)
    signs = tuple(
        _sign(step, name, float(chance), limit) for name, chance, limit in zip(step.signs, chances, step.seen_from)
    )
    return StepResult(
        signs=signs,
        findings=tuple(_differ(sign) for sign in signs if by_rule.get(sign.id, sign.seen) != sign.seen),
        values={step.value(sign.id): sign.figures[0].value for sign in signs},
        engines=(model.use,),
    )


def _by_rule(step: SignNetworkStep, earlier: Mapping[str, StepResult]) -> dict[str, bool]:
    """What rules have told of the same structure; what they could not tell is no disagreement."""
    told = (sign for result in earlier.values() for sign in result.signs)
    return {
        sign.id: sign.seen
        for sign in told
        if sign.by == "rule" and sign.structure == step.structure and sign.seen is not None
    }


def _sign(step: SignNetworkStep, name: str, chance: float, limit: float) -> Sign:
    return Sign(name, step.structure, step.id, "network", chance >= limit, (SignFigure("chance", chance, limit),))


def _differ(sign: Sign) -> Finding:
    return Finding(f"signs.{sign.id}-differs", "warning", {"chance": round(sign.figures[0].value, 2)}, sign.structure)


KIND = StepKind(SignNetworkStep, run, of_images=True)

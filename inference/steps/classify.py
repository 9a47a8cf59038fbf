"""Step ``classify``: one number from vectors of image features, where the images are like those it was trained on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.engines import Interface, Tensor
from inference.engines.interface import ANY_NAME
from inference.errors import EngineError
from inference.findings import Finding
from inference.reading import Fault
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, Text, repeated

OUTPUTS = {"score": Tensor((1, 1)), "distance": Tensor((1, 1))}


@dataclass(frozen=True, slots=True)
class ClassifyStep(Step):
    """Parameters.

    Attributes
    ----------
    features
        The step whose vector is classified, or several, whose vectors stand one after another in this order.
    model
        From the vector, (1, features), to ``score``, the linear score, and ``distance``, how far the vector lies from
        the patients that the model was trained on.
    distance_limit
        Farther away than this the score means nothing and the images are refused.
    """

    __pydantic_config__ = STRICT
    kind: Literal["classify"]
    id: str
    title: Text
    features: str | Annotated[tuple[str, ...], Field(min_length=1)]
    model: str
    distance_limit: Annotated[float, Field(gt=0)]

    def __post_init__(self) -> None:
        twice = repeated(self.vectors)
        if twice is not None:
            raise Fault("named-twice", ".features", name=twice)

    @property
    def vectors(self) -> tuple[str, ...]:
        """The steps whose vectors are classified."""
        return (self.features,) if isinstance(self.features, str) else self.features

    @property
    def heading(self) -> Text:
        """See :class:`~inference.steps.kind.Step`."""
        return self.title

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield from (("feature vectors", "features", name) for name in self.vectors)

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """See :class:`~inference.steps.kind.Step`; the vector is as long as the steps make it."""
        yield self.model, interface_of(None)

    @property
    def distance(self) -> str:
        """Name of the value that is the distance; the score has the id of the step."""
        return f"{self.id}.distance"

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(of_images=frozenset({self.id, self.distance}))

    @property
    def learnt_from(self) -> Literal["a cohort"]:
        """See :class:`~inference.steps.kind.Step`."""
        return "a cohort"


def interface_of(length: int | None) -> Interface:
    """What a classifier takes and gives, for a vector of so many features; None: of any length."""
    return Interface({ANY_NAME: Tensor((1, length))}, OUTPUTS)


def run(step: ClassifyStep, context: StepContext) -> StepResult:
    """Score the vectors; without one of them there is no score, nor out of the training's distribution, which stops."""
    parts = [context.earlier[name].vectors.get(name) for name in step.vectors]
    given = [part for part in parts if part is not None]
    if len(given) < len(parts):
        return StepResult()
    vector = np.concatenate(given)
    model = context.network(step.model, interface_of(len(vector)))
    (taken,) = model.graph.inputs
    found = model.engine.run({taken: vector[None]})
    score, distance = (float(found[name].item()) for name in OUTPUTS)
    if not np.isfinite([score, distance]).all():
        raise EngineError("model.not-finite", model=step.model)
    evidence = {"distance": round(distance, 3), "limit": float(f"{step.distance_limit:.4g}")}
    if distance > step.distance_limit:
        finding = Finding("features.out-of-distribution", "blocking", evidence, step.id)
        return StepResult(findings=(finding,), engines=(model.use,), values={step.distance: distance})
    finding = Finding("features.in-distribution", "pass", evidence, step.id)
    return StepResult(findings=(finding,), engines=(model.use,), values={step.id: score, step.distance: distance})


KIND = StepKind(ClassifyStep, run, of_images=True)

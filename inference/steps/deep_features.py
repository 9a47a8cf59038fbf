"""Step ``deep-features``: a vector of image features of the segmented structures, from any image encoder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.engines.provider import LoadedModel
from inference.errors import Cancelled, EngineError
from inference.findings import Finding
from inference.reading import Fault
from inference.steps.context import StepContext, StepResult
from inference.steps.crops import CropPlan, crops_of
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, repeated


@dataclass(frozen=True, slots=True)
class DeepFeaturesStep(Step):
    """Parameters.

    Attributes
    ----------
    segment
        The step whose structures are looked at.
    model
        Encoder from the crops of one structure, ``crop.shape``, to (slices, features) of any length.
    structures
        Whose features stand one after another in the vector, in this order.
    """

    __pydantic_config__ = STRICT
    kind: Literal["deep-features"]
    id: str
    segment: str
    model: str
    structures: Annotated[tuple[str, ...], Field(min_length=1)]
    crop: CropPlan

    def __post_init__(self) -> None:
        twice = repeated(self.structures)
        if twice is not None:
            raise Fault("named-twice", ".structures", name=twice)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment
        yield from ((f"structures of {self.segment}", "structures", name) for name in self.structures)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(vector=True)


def run(step: DeepFeaturesStep, context: StepContext) -> StepResult:
    """Encode every structure; one that was not found is a blocking finding, and there is no vector."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    crops = {name: crops_of(volume, found, found.structures.index(name), step.crop) for name in step.structures}
    missing = tuple(
        Finding("features.structure-missing", "blocking", {}, name) for name, cut in crops.items() if cut is None
    )
    if missing:
        return StepResult(findings=missing)
    encoder = context.engines.load(context.file(step.model), step.model)
    check_encoder(encoder, step.crop)
    parts = []
    for cut in crops.values():
        if context.cancelled():
            raise Cancelled
        parts.append(encode(encoder, cut))
        context.progress(len(parts) / len(crops))
    return StepResult(vectors={step.id: np.concatenate(parts)}, engines=(encoder.use,))


def check_encoder(model: LoadedModel, plan: CropPlan) -> None:
    """Refuse a network that does not take these crops or does not give one row of features for each.

    Raises
    ------
    EngineError
        ``model.shape``
    """
    taken, given = model.graph.input_shape, model.graph.output_shape
    if taken != plan.shape or len(given) != 2 or given[0] != plan.shape[0]:
        wanted = f"{plan.shape}, ({plan.shape[0]}, n)"
        raise EngineError("model.shape", model=model.use.model, found=f"{taken}, {given}; {wanted}")


def encode(model: LoadedModel, crops: np.ndarray) -> np.ndarray:
    """Features of one structure, averaged over its slices: float32 array, shape (features,).

    Raises
    ------
    EngineError
        ``model.not-finite`` when they are no numbers.
    """
    features = model.engine.run(np.ascontiguousarray(crops)).mean(axis=0)
    if not np.isfinite(features).all():
        raise EngineError("model.not-finite", model=model.use.model)
    return features


KIND = StepKind(DeepFeaturesStep, run, of_images=True, cost=20)

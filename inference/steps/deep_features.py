"""Step ``deep-features``: a vector of image features of the segmented structures, from any image encoder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.engines import Interface, LoadedModel, single
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

    def networks(self) -> Iterator[tuple[str, Interface]]:
        """See :class:`~inference.steps.kind.Step`."""
        yield self.model, encoder_of(self.crop)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(vector=True)


def run(step: DeepFeaturesStep, context: StepContext) -> StepResult:
    """Encode every structure; one that was not found is a blocking finding, and there is no vector."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    cuts = {name: crops_of(volume, found, found.structures.index(name), step.crop) for name in step.structures}
    missing = tuple(
        Finding("features.structure-missing", "blocking", {}, name) for name, cut in cuts.items() if cut is None
    )
    if missing:
        return StepResult(findings=missing)
    encoder = context.network(step.model, encoder_of(step.crop))
    crops = [cut for cut in cuts.values() if cut is not None]
    parts = []
    for cut in crops:
        if context.cancelled():
            raise Cancelled
        parts.append(encode(encoder, cut))
        context.progress(len(parts) / len(crops))
    return StepResult(vectors={step.id: np.concatenate(parts)}, engines=(encoder.use,))


def encoder_of(plan: CropPlan) -> Interface:
    """A network that takes these crops and gives one row of features for each."""
    return single(plan.shape, (plan.shape[0], None))


def encode(model: LoadedModel, crops: np.ndarray) -> np.ndarray:
    """Features of one structure, averaged over its slices: float32 array, shape (features,).

    Raises
    ------
    EngineError
        ``model.not-finite`` when they are no numbers.
    """
    features = model.run_single(crops).mean(axis=0)
    if not np.isfinite(features).all():
        raise EngineError("model.not-finite", model=model.use.model)
    return features


KIND = StepKind(DeepFeaturesStep, run, of_images=True, cost=20)

"""Step ``radiomics``: features of shape, intensity and texture of a structure, for a risk or a score to take."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.errors import Cancelled
from inference.findings import Finding
from inference.patterns import Share
from inference.radiomics import Settings, extract, region_of, within
from inference.radiomics.levels import TooManyLevels
from inference.radiomics.settings import MOST_LEVELS
from inference.reading import Fault
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Inner, Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, repeated
from inference.volume import Volume


@dataclass(frozen=True, slots=True)
class RadiomicsStep(Step):
    """Parameters.

    Attributes
    ----------
    segment, structure
        The step that marks the structure, and which of its structures is measured.
    settings
        How: see :class:`inference.radiomics.Settings`.
    features
        Which, by name: ``original_glcm_Contrast``, ``wavelet-LLH_firstorder_Mean``, ... ``original_shape_*`` or ``*``
        are all that ``settings`` allow of such names, in their order. Later steps and predictors take one as
        ``ID.original_glcm_Contrast``, with the id of this step.
    minimum_voxels
        With fewer voxels to measure than this, resampled and within the range, there are no features.
    most_left_out
        Share of the structure that may lie outside the range of ``settings``; with more, there are none either.
    """

    __pydantic_config__ = STRICT
    kind: Literal["radiomics"]
    id: str
    segment: str
    structure: str
    settings: Settings
    features: Annotated[tuple[str, ...], Field(min_length=1)]
    minimum_voxels: Annotated[int, Field(ge=2)] = 64
    most_left_out: Share = 0.5

    def __post_init__(self) -> None:
        twice = repeated(self.features)
        if twice is not None:
            raise Fault("named-twice", ".features", name=twice)
        named = (name for given in self.features for name in self._named(given))
        object.__setattr__(self, "features", tuple(dict.fromkeys(named)))

    def _named(self, given: str) -> Sequence[str]:
        """Names that a name with ``*`` stands for; itself where it stands for none, which is then no feature."""
        matching = [name for name in self.settings.features if "*" in given and fnmatchcase(name, given)]
        return matching or (given,)

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        yield "segmentations", "segment", self.segment
        yield f"structures of {self.segment}", "structure", self.structure

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        possible = set(self.settings.features)
        yield from ((possible, "features with these settings", "features", name) for name in self.features)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(of_images=frozenset(self.value(name) for name in self.features), vector=True)

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Of the vector, in its order."""
        return self.features

    def value(self, feature: str) -> str:
        """Under which name the value of a feature is known to others."""
        return f"{self.id}.{feature}"


def run(step: RadiomicsStep, context: StepContext) -> StepResult:
    """Measure the structure; where that would mean nothing, a blocking finding says why, and there are no values."""
    found = context.earlier[step.segment].segmentation
    if found is None:
        return StepResult()
    volume = context.images[found.image]
    mask = found.mask_of(step.structure)
    start = [part.start for part in volume.grid.box(found.grid)]
    fault = _placed(step, volume, mask, start)
    if fault is not None:
        return StepResult(findings=(fault,))
    region = region_of(volume.hu, volume.grid.spacing_mm, mask, step.settings, start)
    marked = 0 if region is None else int(np.count_nonzero(region.mask))
    used = 0 if region is None else int(np.count_nonzero(within(region, step.settings)))
    fault = _enough(step, marked, used)
    if fault is not None or region is None:
        return StepResult(findings=() if fault is None else (fault,))

    def progress(share: float) -> None:
        if context.cancelled():
            raise Cancelled
        context.progress(share)

    try:
        figures = extract(region, step.settings, step.features, progress)
    except TooManyLevels as error:
        return _stopped(step, "too-many-levels", levels=error.count, most=MOST_LEVELS)
    undefined = next((name for name, figure in figures.items() if not math.isfinite(figure)), None)
    if undefined is not None:
        return _stopped(step, "undefined", feature=undefined)
    vector = np.array([figures[name] for name in step.features], np.float32)
    return StepResult(values={step.value(name): figure for name, figure in figures.items()}, vectors={step.id: vector})


def _placed(step: RadiomicsStep, volume: Volume, mask: np.ndarray, start: Sequence[int]) -> Finding | None:
    """What is wrong with where the structure lies."""
    if not mask.any():
        return _finding(step, "structure-missing")
    where = np.argwhere(mask) + start
    if (where.min(axis=0) <= 0).any() or (where.max(axis=0) >= np.array(volume.hu.shape) - 1).any():
        return _finding(step, "at-edge")
    if volume.padded is not None:
        outside = int(np.count_nonzero(volume.hu[tuple(where.T)] == volume.padded))
        if outside:
            return _finding(step, "outside-image", voxels=outside)
    return None


def _enough(step: RadiomicsStep, marked: int, used: int) -> Finding | None:
    """Whether enough of the structure is left to measure."""
    if marked and 1 - used / marked > step.most_left_out:
        percent, most = round(100 * (1 - used / marked)), round(100 * step.most_left_out)
        return _finding(step, "outside-range", percent=percent, most=most)
    if used < step.minimum_voxels:
        return _finding(step, "too-few-voxels", voxels=used, needed=step.minimum_voxels)
    return None


def _finding(step: RadiomicsStep, what: str, **evidence: str | int) -> Finding:
    return Finding(f"radiomics.{what}", "blocking", evidence, step.structure)


def _stopped(step: RadiomicsStep, what: str, **evidence: str | int) -> StepResult:
    return StepResult(findings=(_finding(step, what, **evidence),))


KIND = StepKind(RadiomicsStep, run, of_images=True, cost=20)

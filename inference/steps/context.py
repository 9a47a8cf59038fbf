"""What a step is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from inference.findings import Finding
from inference.results import EngineUse, Measure, Picture, Result, Risk
from inference.risk.logistic import Answer
from inference.segmentation import Region, Segmentation
from inference.volume import Volume

if TYPE_CHECKING:
    from inference.engines import EngineProvider
    from inference.packs.store import Pack
    from inference.site import SiteProfile


@dataclass(frozen=True, slots=True)
class StepContext:
    """Inputs of a step: the pack, the answers, the images, and what earlier steps gave."""

    pack: Pack
    answers: Mapping[str, Answer | None]
    site: SiteProfile
    images: Mapping[str, Volume]
    engines: EngineProvider
    regions: Mapping[str, Region]
    earlier: Mapping[str, StepResult]
    progress: Callable[[float], None]
    cancelled: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class StepResult:
    """Outputs of a step; most steps fill one or two of these.

    Attributes
    ----------
    place_mm
        Where the located region is, LPS.
    values
        Numbers that later steps may use, by name.
    vectors
        Image features that later steps may use, by name, float32 arrays of shape (features,).
    """

    segmentation: Segmentation | None = None
    place_mm: tuple[float, float, float] | None = None
    measures: tuple[Measure, ...] = ()
    pictures: tuple[Picture, ...] = ()
    results: tuple[Result, ...] = ()
    risk: Risk | None = None
    findings: tuple[Finding, ...] = ()
    engines: tuple[EngineUse, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    vectors: Mapping[str, np.ndarray] = field(default_factory=dict)

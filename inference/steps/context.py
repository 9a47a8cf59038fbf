"""What a step is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from inference.quality.findings import Finding
from inference.reading import Fault
from inference.results import EngineUse, Measure, Picture, Result, Risk
from inference.risk.logistic import Answer
from inference.volume import Grid, Volume

if TYPE_CHECKING:
    from inference.engines import EngineProvider
    from inference.packs.store import Pack
    from inference.site import SiteProfile


MOST_RADIUS_MM, MOST_PLACE_MM = 500, 100_000
"""Of a region: half a metre, and a hundred metres from the origin of the patient's coordinates."""


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Labelled voxels of one image.

    Attributes
    ----------
    image
        Role of the image it lies on.
    labels
        uint8 array [k, j, i] on ``grid``; value n is ``structures[n - 1]``, 0 is none of them.
    certainty
        float32 array [k, j, i], probability of the label given (of background where 0).
    grid
        A part of the image's grid.
    structures
        Structure ids of the pack, in label order.
    context_ml
        Volume of every class that the network told apart in its block, mL, by name.
    """

    image: str
    labels: np.ndarray
    certainty: np.ndarray
    grid: Grid
    structures: tuple[str, ...]
    context_ml: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Region:
    """A sphere in the patient, drawn or typed in by the user, LPS mm."""

    centre_mm: tuple[float, float, float]
    radius_mm: float

    def __post_init__(self) -> None:
        if not 0 <= self.radius_mm <= MOST_RADIUS_MM or not max(map(abs, self.centre_mm)) <= MOST_PLACE_MM:
            raise Fault("region-bounds", radius=MOST_RADIUS_MM, place=MOST_PLACE_MM)


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

"""What a step is given and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from inference.findings import Finding
from inference.results import EngineUse, Measure, Picture, Result, Risk, Sign
from inference.risk.logistic import Answer
from inference.segmentation import Region, Segmentation
from inference.triples import Box
from inference.volume import Volume

if TYPE_CHECKING:
    from inference.dicom import Note, Series
    from inference.engines import EngineProvider, Interface, LoadedModel
    from inference.schema import ImageRole, System
    from inference.site import SiteProfile


@dataclass(frozen=True, slots=True)
class StepContext:
    """Inputs of a step: the answers, the images, and what earlier steps gave.

    Attributes
    ----------
    system
        What the pack declares.
    file
        Bytes of a file of the pack, by name; see :meth:`inference.packs.store.Pack.file`.
    let_go
        Holds on to a part of an image only, and gives the image to go on with; None: images stay whole.
    """

    system: System
    file: Callable[[str], bytes]
    answers: Mapping[str, Answer | None]
    site: SiteProfile
    images: Mapping[str, Volume]
    engines: EngineProvider
    regions: Mapping[str, Region]
    earlier: Mapping[str, StepResult]
    progress: Callable[[float], None]
    cancelled: Callable[[], bool]
    let_go: Callable[[str, Box], Volume] | None = None

    def only(self, image: str, box: Box) -> Volume:
        """An image of which hardly more than a part will be needed; the rest may be let go, to make room for networks.

        What is needed of it after all is there as before, at the price of reading it again.
        """
        return self.images[image] if self.let_go is None else self.let_go(image, box)

    def network(self, name: str, needed: Interface) -> LoadedModel:
        """A model of the pack, loaded; see :meth:`inference.engines.EngineProvider.load`."""
        return self.engines.load(self.file(name), name, needed)


@dataclass(frozen=True, slots=True)
class StepResult:
    """Outputs of a step; most steps fill one or two of these.

    Attributes
    ----------
    optional
        Structures of the segmentation that the answer can do without.
    place_mm
        Where the located region is, LPS.
    values
        Numbers that later steps may use, by name.
    vectors
        Image features that later steps may use, by name, float32 arrays of shape (features,).
    """

    segmentation: Segmentation | None = None
    optional: tuple[str, ...] = ()
    place_mm: tuple[float, float, float] | None = None
    measures: tuple[Measure, ...] = ()
    pictures: tuple[Picture, ...] = ()
    results: tuple[Result, ...] = ()
    signs: tuple[Sign, ...] = ()
    risk: Risk | None = None
    findings: tuple[Finding, ...] = ()
    engines: tuple[EngineUse, ...] = ()
    values: Mapping[str, float] = field(default_factory=dict)
    vectors: Mapping[str, np.ndarray] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GateContext:
    """What may be looked at before a step's result is used.

    Attributes
    ----------
    series, notes
        By image role, where the image is of a series: what it was read from, and what was seen in reading it.
    earlier
        Results by step id, that of the step itself among them.
    alike
        By image role, where it was looked at: how well each slice continues into the next.
    """

    system: System
    images: Mapping[str, Volume]
    series: Mapping[str, Series]
    notes: Mapping[str, tuple[Note, ...]]
    earlier: Mapping[str, StepResult]
    alike: Mapping[str, np.ndarray] = field(default_factory=dict)

    def role(self, image: str) -> ImageRole:
        """The image role of that id."""
        return next(role for role in self.system.images if role.id == image)

    def continuity(self, image: str) -> np.ndarray:
        """How well each slice of an image continues into the next."""
        from inference.quality.motion import neighbour_correlation

        known = self.alike.get(image)
        return neighbour_correlation(self.images[image].hu) if known is None else known

    def agent(self, role: ImageRole) -> str:
        """The contrast agent that the header of its series names; empty where there is none."""
        series = self.series.get(role.id)
        return series.contrast_agent if series else ""

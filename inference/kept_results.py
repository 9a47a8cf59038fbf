"""What stays true of a patient while only answers or hand-drawn masks change: a new answer costs milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from inference.steps import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inference.dicom import LoadedSeries, Series
    from inference.findings import Finding
    from inference.quality.pixels import Seen
    from inference.segmentation import Region, Segmentation
    from inference.steps.context import StepResult
    from inference.steps.kind import Step


@dataclass(slots=True)
class KeptResults:
    """Kept between two runs on the same patient.

    Attributes
    ----------
    loaded
        Series that were read, by key, each beside what it was read from: files with the same UIDs may be other files.
    results
        What steps that depend on nothing but the images gave, by step id.
    gates
        What the gates found on such a step, by step id.
    pixels
        What was seen in the voxels of a whole series, by image role.
    corrected
        Masks that replace those of a step, by step id: what the user drew.
    regions
        Spheres that the user gave, by name.
    of_masks
        Ids of the steps among them that read the masks of other steps.
    keeps_scans
        Whether scans stay whole for a next run. Where there is none, most of one is let go before the networks run.
    """

    loaded: dict[str, tuple[Series, LoadedSeries]] = field(default_factory=dict)
    results: dict[str, StepResult] = field(default_factory=dict)
    gates: dict[str, list[Finding]] = field(default_factory=dict)
    pixels: dict[str, Seen] = field(default_factory=dict)
    corrected: dict[str, Segmentation] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    of_masks: set[str] = field(default_factory=set)
    keeps_scans: bool = True
    _of: tuple[object, ...] = ()

    def masks(self) -> dict[str, Segmentation]:
        """The masks that the models found, by step id."""
        return {name: r.segmentation for name, r in self.results.items() if r.segmentation is not None}

    def read_from(self, series: Series) -> LoadedSeries | None:
        """What was read of exactly this series before, or None."""
        known, loaded = self.loaded.get(series.key, (None, None))
        return loaded if known == series else None

    def fit(
        self,
        pack_digest: str,
        chosen: Iterable[Series],
        corrected: Mapping[str, Segmentation],
        regions: Mapping[str, Region] = MappingProxyType({}),
    ) -> None:
        """Forget what is not of this pack and these series, and what came after a mask or region that has changed."""
        chosen = tuple(chosen)
        self.loaded = {key: pair for key, pair in self.loaded.items() if pair[0] in chosen}
        if self._of != (pack_digest, chosen) or self.regions != regions:
            self.results.clear()
            self.gates.clear()
            self.pixels.clear()
            self.of_masks.clear()
            self._of, self.regions = (pack_digest, chosen), dict(regions)
        same = corrected.keys() == self.corrected.keys() and all(corrected[n] is self.corrected[n] for n in corrected)
        if not same:
            # What a network found stays: a mask can be given back to it. What was made of a mask does not.
            self.results = {
                name: result
                for name, result in self.results.items()
                if result.segmentation is not None and name not in self.of_masks
            }
            self.gates.clear()
            self.corrected = dict(corrected)

    def keep(self, step: Step, result: StepResult) -> None:
        """Keep what a step gave, where only the images decide it."""
        if kind_of(step).of_images:
            self.results[step.id] = result
            if step.segmentations_read:
                self.of_masks.add(step.id)

    def keep_gates(self, step: Step, findings: list[Finding]) -> list[Finding]:
        """Keep what the gates found on such a step; returns it."""
        if kind_of(step).of_images:
            self.gates[step.id] = findings
        return findings

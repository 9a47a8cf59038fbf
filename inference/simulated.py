"""Simulated patients, and packs that know no others: a probability learnt from simulated outcomes is for them alone."""

from __future__ import annotations

from collections.abc import Collection

from inference.dicom import Series
from inference.packs.manifest import Manifest
from inference.steps import kind_of
from inference.steps.kind import Step


def is_simulated(chosen: Collection[Series], drawn: bool) -> bool:
    """Whether all images that are used are of a simulated patient, as the simulator's own mark tells.

    Parameters
    ----------
    drawn
        Whether images that come from no series were drawn and not scanned.
    """
    return all(series.simulated for series in chosen) if chosen else drawn


def steps_of(manifest: Manifest, simulated: bool) -> tuple[tuple[Step, ...], bool]:
    """The steps that may run on a patient, and whether they are all that a demonstration shows.

    Without images nothing tells that a patient is simulated.
    """
    if simulated or not manifest.learnt_from_simulation:
        return manifest.steps, False
    return tuple(step for step in manifest.steps if kind_of(step).shown_with_refusal), True

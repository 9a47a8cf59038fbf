"""Gates on the pixels of a whole series, and what of them is looked at again where the region was found."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.dicom import Series
from inference.dicom.units import HOUNSFIELD
from inference.findings import Finding
from inference.quality.head import check_head
from inference.quality.motion import check_passes, correlation_of, pictures_of
from inference.quality.sides import check_sides
from inference.quality.slices import check_slices, check_values
from inference.regions import Region
from inference.schema import ImageRole
from inference.volume import Volume


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a whole series.

    Attributes
    ----------
    alike
        How well each slice continues into the next (:func:`inference.quality.motion.neighbour_correlation`), where a
        step will tell where the region is: by then the slices themselves may have been let go. Else None.
    """

    findings: tuple[Finding, ...]
    alike: np.ndarray | None


def look(
    series: Series, role: ImageRole, volume: Volume, unit: str | None, region: Region | None, located: bool
) -> Seen:
    """Look at every slice of a series that was read.

    Parameters
    ----------
    unit
        In which the role needs its values.
    region
        What the role shows, or None.
    located
        Whether a step will tell where the region is.
    """
    axial = series.modality == "CT" and series.stack is not None and series.stack.plane == "axial"
    findings = check_values(volume, role.id) if series.modality == "CT" and unit == HOUNSFIELD else []
    passes, alike = _between_slices(volume, role, axial, located)
    findings += passes
    findings += check_slices(volume, role.id) if axial else []
    if region is not None and region.seen_by == "skull":
        findings += check_head(volume, series, role, region)
    findings += check_sides(volume, role) if region is not None and region.sides else []
    return Seen(tuple(findings), alike)


def _between_slices(
    volume: Volume, role: ImageRole, axial: bool, located: bool
) -> tuple[list[Finding], np.ndarray | None]:
    """What coarse pictures of the slices tell, which take an eighth of the room of the scan and are let go here."""
    if not (axial or located):
        return [], None
    pictures = pictures_of(volume.hu)
    findings = check_passes(volume, role.id, pictures) if axial else []
    return findings, correlation_of(pictures) if located else None

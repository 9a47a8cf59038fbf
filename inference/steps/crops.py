"""Crops around a structure as an image encoder sees them; the factory makes its training crops with the same function.

Either the axial slice that shows most of the structure and its neighbours, or sections across its longest axis; both on
a grid of fixed voxel, so that crops of differently sampled scans are alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.patterns import Size, Spacing
from inference.reading import Fault
from inference.segmentation import Segmentation
from inference.steps.sections import frame_of, sections
from inference.steps.window import normalise, on_targets
from inference.vocabulary import STRICT
from inference.volume import Volume

Window = tuple[float, float]


@dataclass(frozen=True, slots=True)
class CropPlan:
    """How crops are cut.

    Attributes
    ----------
    size_px, pixel_mm
        Pixels along each side and their distance.
    slices_mm
        Ascending places of the slices of a structure: along z from the slice where its area is largest, or along its
        longest axis from its middle.
    windows_hu
        Three ranges, each mapped to -1..1 as one channel.
    planes
        ``axial`` slices, or sections ``across`` the longest axis of the structure.
    """

    __pydantic_config__ = STRICT
    size_px: Annotated[Size, Field(ge=8)]
    pixel_mm: Spacing
    slices_mm: Annotated[tuple[float, ...], Field(min_length=1, max_length=100)]
    windows_hu: tuple[Window, Window, Window]
    planes: Literal["axial", "across"] = "axial"

    def __post_init__(self) -> None:
        if any(low >= high for low, high in self.windows_hu):
            raise Fault("window-order", ".windows_hu")
        if any(low >= high for low, high in pairwise(self.slices_mm)):
            raise Fault("slices-order", ".slices_mm")

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Slices, channels, rows and columns: what the encoder is given for one structure."""
        return len(self.slices_mm), len(self.windows_hu), self.size_px, self.size_px

    @property
    def thickness_mm(self) -> float:
        """What a slice is averaged over: no more than the distance to its neighbour."""
        return min((high - low for low, high in pairwise(self.slices_mm)), default=self.pixel_mm)


def crops_of(volume: Volume, found: Segmentation, structure_index: int, plan: CropPlan) -> np.ndarray | None:
    """Cut the crops of one structure out of the scan.

    Parameters
    ----------
    found : Segmentation
        Labels on a part of the scan's grid.
    structure_index : int
        Place of the structure in ``found.structures``, from 0; its label is one more.

    Returns
    -------
    float32 array [slice, channel, row, column] of ``plan.shape``, or None when no voxel has the label
        Rows run to the back and columns to the patient's left (of sections: :class:`inference.steps.sections.Frame`).
        Outside the scan is :data:`inference.steps.window.PADDING_HU`.
    """
    mask = found.labels == structure_index + 1
    if not mask.any():
        return None
    if plan.planes == "axial":
        hu = _axial(volume, found, mask, plan)
    else:
        frame = frame_of(mask, found.grid)
        hu = sections(volume, frame, plan.slices_mm, plan.thickness_mm, plan.size_px, plan.pixel_mm)
    return np.stack([normalise(hu, window) for window in plan.windows_hu], axis=1)


def _axial(volume: Volume, found: Segmentation, mask: np.ndarray, plan: CropPlan) -> np.ndarray:
    best = int(np.count_nonzero(mask, axis=(1, 2)).argmax())
    middle = found.grid.to_patient(np.array([best, *np.argwhere(mask[best]).mean(axis=0)]))
    across = (np.arange(plan.size_px) - (plan.size_px - 1) / 2) * plan.pixel_mm
    targets = [middle[2] + np.array(plan.slices_mm), middle[1] + across, middle[0] + across]
    return on_targets(volume, targets, (plan.thickness_mm, plan.pixel_mm, plan.pixel_mm))

"""What is marked in an image: labelled voxels, or a sphere that the user gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from inference.reading import Fault
from inference.volume import Grid

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
    expected_ml
        Sum of the chances of each structure over the block, mL, wherever it is labelled or not: beside the volume that
        is, it tells how much of the structure the network is in two minds about. Empty: not known.
    agreement
        Dice between what two placements of the block label by themselves, by structure; empty where there is one. As a
        sign of error it is that of Roy et al., NeuroImage 2019;195:11, with placements for samples of a network.
    """

    image: str
    labels: np.ndarray
    certainty: np.ndarray
    grid: Grid
    structures: tuple[str, ...]
    context_ml: Mapping[str, float] = field(default_factory=dict)
    expected_ml: Mapping[str, float] = field(default_factory=dict)
    agreement: Mapping[str, float] = field(default_factory=dict)

    def mask_of(self, structure: str) -> np.ndarray:
        """Where a structure is labelled: bool array [k, j, i].

        Raises
        ------
        ValueError
            For a structure that this segmentation does not tell apart.
        """
        return self.labels == self.structures.index(structure) + 1


@dataclass(frozen=True, slots=True)
class Region:
    """A sphere in the patient, drawn or typed in by the user, LPS mm."""

    centre_mm: tuple[float, float, float]
    radius_mm: float

    def __post_init__(self) -> None:
        if not 0 <= self.radius_mm <= MOST_RADIUS_MM or not max(map(abs, self.centre_mm)) <= MOST_PLACE_MM:
            raise Fault("region-bounds", radius=MOST_RADIUS_MM, place=MOST_PLACE_MM)

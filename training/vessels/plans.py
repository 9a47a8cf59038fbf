"""The networks of the vessel model. What inference must know of a plan is written into the pack's manifest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.vocabulary import STRICT
from training.simulate import classes, whole_scans
from training.simulate.generate import SPACING_MM
from training.vessels.augment import augment_block, augment_scan
from training.vessels.network import UNet

AUGMENTATIONS = {"block": augment_block, "scan": augment_scan}


@dataclass(frozen=True, slots=True)
class Plan:
    """One network: the only thing that training hands to inference beside the weights.

    Attributes
    ----------
    spacing_mm, size
        Voxel and number of voxels along k, j, i.
    window_hu
        Range mapped to -1..1.
    names
        Output classes.
    wanted
        Classes that the result is made of; the others help to tell them apart.
    voxel_weights
        Cross-entropy weights by class: rare and wanted ones count more.
    kernel
        Of the convolutions, along k, j, i: 1 along k makes a 2-D network that labels each slice for itself.
    augment
        Name of the augmentation.
    """

    __pydantic_config__ = STRICT
    name: str
    spacing_mm: tuple[float, float, float]
    size: tuple[int, int, int]
    window_hu: tuple[float, float]
    names: tuple[str, ...]
    wanted: tuple[int, ...]
    voxel_weights: tuple[float, ...]
    features: tuple[int, ...]
    strides: tuple[tuple[int, int, int], ...]
    augment: Literal["block", "scan"]
    kernel: tuple[int, int, int] = (3, 3, 3)

    def network(self) -> UNet:
        """A new network of this plan."""
        return UNet(len(self.names), self.features, self.strides, self.kernel)

    def vary(self, image: np.ndarray, truth: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """One volume and its truth as training sees them this time."""
        return AUGMENTATIONS[self.augment](image, truth, self, rng)


BLOCK = Plan(
    name="block",
    spacing_mm=SPACING_MM,
    size=(56, 80, 96),
    window_hu=(-200.0, 300.0),
    names=classes.NAMES,
    wanted=(1, 2, 3, 4),
    voxel_weights=(1.0, 8, 8, 8, 8, 4, 4, 8, 8, 3, 1, 1, 2, 3, 1, 1),
    features=(16, 32, 64, 128, 160),
    strides=((1, 2, 2), (2, 2, 2), (2, 2, 2), (2, 2, 2)),
    augment="block",
)
LOCATOR = Plan(
    name="locator",
    spacing_mm=(whole_scans.SPACING_MM,) * 3,
    size=whole_scans.SIZE,
    window_hu=(-1000.0, 500.0),
    names=whole_scans.NAMES,
    wanted=(1, 2),
    voxel_weights=(1.0, 30, 30, 1, 3, 1),
    features=(8, 16, 32, 64),
    strides=((2, 2, 2), (2, 2, 2), (2, 2, 2)),
    augment="scan",
)
BLOCK_2D = replace(
    BLOCK,
    name="block-2d",
    features=(24, 48, 96, 160, 192),
    strides=((1, 2, 2), (1, 2, 2), (1, 2, 2), (1, 2, 2)),
    kernel=(1, 3, 3),
)
"""The 2-D U-Net of Hu et al. 2025, on the same block: slices go through it side by side."""
PLANS = {plan.name: plan for plan in (BLOCK, BLOCK_2D, LOCATOR)}

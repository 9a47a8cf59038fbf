"""Intensities as an nnU-Net plan wants them: its four schemes, on the part of the image that is not zero.

A scheme works in the array that it is given: a whole scan is hundreds of megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from inference.vocabulary import STRICT, check_interval

LEAST_SPREAD = 1e-8
"""A flat image is not divided by zero."""


@dataclass(frozen=True, slots=True)
class CtScheme:
    """Clipped, then with the training structures' mean and standard deviation taken out."""

    __pydantic_config__ = STRICT
    scheme: Literal["ct"]
    clip_hu: tuple[float, float]
    mean_hu: float
    sd_hu: float

    def __post_init__(self) -> None:
        check_interval("clip_hu", self.clip_hu)

    def apply(self, image: np.ndarray) -> np.ndarray:
        """Normalise a float32 array [k, j, i]."""
        np.clip(image, *self.clip_hu, out=image)
        image -= np.float32(self.mean_hu)
        image /= np.float32(max(self.sd_hu, LEAST_SPREAD))
        return image


@dataclass(frozen=True, slots=True)
class ZScoreScheme:
    """The image's own mean and standard deviation taken out.

    Attributes
    ----------
    inside
        Whether both are taken from what is not zero, holes in it included, and zeros outside stay as they are.
    """

    __pydantic_config__ = STRICT
    scheme: Literal["z-score"]
    inside: bool = False

    def apply(self, image: np.ndarray) -> np.ndarray:
        """Normalise a float32 array [k, j, i]."""
        part = without_holes(image != 0) if self.inside else np.ones(image.shape, bool)
        if not part.any():
            return image
        values = image[part]
        image[part] = (values - values.mean()) / max(values.std(), np.float32(LEAST_SPREAD))
        return image


@dataclass(frozen=True, slots=True)
class RescaleScheme:
    """The image's smallest value becomes 0 and its largest 1."""

    __pydantic_config__ = STRICT
    scheme: Literal["rescale"]

    def apply(self, image: np.ndarray) -> np.ndarray:
        """Normalise a float32 array [k, j, i]."""
        image -= image.min()
        image /= max(image.max(), np.float32(LEAST_SPREAD))
        return image


@dataclass(frozen=True, slots=True)
class PlainScheme:
    """As it is."""

    __pydantic_config__ = STRICT
    scheme: Literal["none"]

    def apply(self, image: np.ndarray) -> np.ndarray:
        """The array itself."""
        return image


Scheme = Annotated[CtScheme | ZScoreScheme | RescaleScheme | PlainScheme, Field(discriminator="scheme")]


def without_holes(mask: np.ndarray) -> np.ndarray:
    """A mask [k, j, i] and everything that it encloses."""
    import SimpleITK as sitk

    # One voxel of background around it: what touches the border of the array is a hole only if it is closed in there.
    padded = sitk.GetImageFromArray(np.pad(mask, 1).astype(np.uint8))
    filled = sitk.GetArrayFromImage(sitk.BinaryFillhole(padded, fullyConnected=False, foregroundValue=1))
    return filled[1:-1, 1:-1, 1:-1].astype(bool)

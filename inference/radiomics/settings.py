"""What a radiomics feature depends on besides image and region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from inference.patterns import Spacing
from inference.radiomics.catalogue import FEATURES, SHAPE
from inference.reading import Fault
from inference.vocabulary import STRICT, check_interval, repeated

MOST_LEVELS = 1024
"""Grey levels: the matrices grow with their square, and no published feature rests on so many."""
ORIGINAL = "original"
WAVELETS = tuple(f"wavelet-{i}{j}{k}" for k in "LH" for j in "LH" for i in "LH")
"""Low and high pass along i, j and k, in this order, as PyRadiomics names them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Stated by recipe and manifest, and the same words in both.

    Attributes
    ----------
    bin_width
        Of a grey level, in the image's unit. Levels begin at multiples of it, as PyRadiomics', and the lowest in the
        region is 1; where ``within`` begins at a multiple and a voxel lies in its first bin, that is IBSI's fixed bin
        size.
    bin_count
        Grey levels between the lowest and the highest value, instead of a width.
    spacing_mm
        Of the voxels that features are computed on, along k, j, i; None: the image's own. Voxels of unequal edges make
        texture depend on direction.
    interpolation
        Of the image; a mask is always nearest neighbour.
    within
        Voxels below the first or above the second number are left out of all but the shape: resegmentation.
    within_sd
        The same for voxels farther from the mean of the region than so many standard deviations, after ``within``.
    log_sigma_mm
        Laplacian of Gaussian images, of these widths; times the square of the width, so that they compare.
    wavelet
        The eight images of one undecimated level with ``coif1``.
    definitions
        Of the features. A version of this program that computes one otherwise has another number, and refuses a pack
        that was made with this one.
    """

    __pydantic_config__ = STRICT
    bin_width: Annotated[float, Field(gt=0)] | None = None
    bin_count: Annotated[int, Field(ge=2, le=MOST_LEVELS)] | None = None
    spacing_mm: tuple[Spacing, Spacing, Spacing] | None = None
    interpolation: Literal["bspline", "linear"] = "bspline"
    within: tuple[float, float] | None = None
    within_sd: Annotated[float, Field(gt=0)] | None = None
    log_sigma_mm: tuple[Annotated[float, Field(ge=0.25, le=20)], ...] = ()
    wavelet: bool = False
    definitions: Literal[1] = 1

    def __post_init__(self) -> None:
        if (self.bin_width is None) == (self.bin_count is None):
            raise ValueError("either bin_width or bin_count must be given")
        if self.within is not None:
            check_interval("within", self.within)
        twice = repeated(self.log_sigma_mm)
        if twice is not None:
            raise Fault("named-twice", ".log_sigma_mm", name=twice)

    @property
    def images(self) -> tuple[str, ...]:
        """Names of the images: the original and those it is filtered to."""
        filtered = tuple(log_name(sigma) for sigma in self.log_sigma_mm)
        return (ORIGINAL, *filtered, *(WAVELETS if self.wavelet else ()))

    @property
    def features(self) -> tuple[str, ...]:
        """Names of all features that can be computed with these settings."""
        return tuple(
            f"{image}_{family}_{name}"
            for image in self.images
            for family, names in FEATURES.items()
            if image == ORIGINAL or family != SHAPE
            for name in names
        )


def log_name(sigma_mm: float) -> str:
    """Of an image, as PyRadiomics names it."""
    return f"log-sigma-{str(float(sigma_mm)).replace('.', '-')}-mm-3D"

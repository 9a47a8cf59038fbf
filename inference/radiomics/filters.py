"""Images that a region is seen in besides the original."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from inference.radiomics.region import LOG_REACH, WAVELET_REACH, Region
from inference.radiomics.settings import ORIGINAL, WAVELETS, Settings, log_name
from inference.triples import Box, Triple, box_of

LOW_PASS = (
    -0.01565572813546454,
    -0.0727326195128539,
    0.38486484686420286,
    0.8525720202122554,
    0.3378976624578092,
    -0.0727326195128539,
)
"""Coiflet 1: Daubechies, Ten Lectures on Wavelets, SIAM 1992, table 8.1, as PyWavelets' ``coif1``."""
HIGH_PASS = tuple(tap if n % 2 else -tap for n, tap in enumerate(LOW_PASS[::-1]))
FEWEST_VOXELS = 4
"""Along an axis, that a recursive Gaussian can be computed on."""


def images_of(region: Region, settings: Settings, wanted: frozenset[str]) -> Iterator[tuple[str, np.ndarray]]:
    """Name and values of each wanted image, [k, j, i] on the box around the region's mask."""
    box = region.box
    if ORIGINAL in wanted:
        yield ORIGINAL, region.image[box]
    for sigma in settings.log_sigma_mm:
        if log_name(sigma) in wanted:
            reach = np.ceil(LOG_REACH * sigma / np.array(region.spacing_mm)).astype(int).tolist()
            around = box_of(slice(max(0, part.start - far), part.stop + far) for part, far in zip(box, reach))
            inner = box_of(slice(part.start - wide.start, part.stop - wide.start) for part, wide in zip(box, around))
            yield log_name(sigma), laplacian(region.image[around], region.spacing_mm, sigma)[inner]
    if wanted.intersection(WAVELETS):
        for name, image in wavelets(region.image, box).items():
            if name in wanted:
                yield name, image


def laplacian(image: np.ndarray, spacing_mm: Triple, sigma_mm: float) -> np.ndarray:
    """Laplacian of Gaussian, times the square of its width: float32 array [k, j, i].

    An axis too short for the recursive filter is lengthened by its last values.
    """
    import SimpleITK as sitk

    short = [(0, max(0, FEWEST_VOXELS - count)) for count in image.shape]
    source = sitk.GetImageFromArray(np.pad(image, short, mode="edge"))
    source.SetSpacing(spacing_mm[::-1])
    turned = sitk.LaplacianRecursiveGaussian(source, sigma_mm, True)
    k, j, i = image.shape
    return np.asarray(sitk.GetArrayFromImage(turned))[:k, :j, :i]


def wavelets(image: np.ndarray, box: Box) -> dict[str, np.ndarray]:
    """One undecimated level along all axes, on a box of the image; the image is mirrored at its edges."""
    reach = WAVELET_REACH
    pads = [(max(0, reach - part.start), max(0, part.stop + reach - count)) for part, count in zip(box, image.shape)]
    cut = tuple(slice(max(0, part.start - reach), part.stop + reach) for part in box)
    block = np.pad(image[cut].astype(float), pads, mode="symmetric")
    found = {"": block}
    # Along i first: the letter of i stands first in a name.
    for axis in (2, 1, 0):
        found = {
            name + letter: _along(array, taps, axis)
            for name, array in found.items()
            for letter, taps in (("L", LOW_PASS), ("H", HIGH_PASS))
        }
    return {f"wavelet-{name}": array for name, array in found.items()}


def _along(array: np.ndarray, taps: tuple[float, ...], axis: int) -> np.ndarray:
    """Convolve with six taps; the array gets shorter by what they reach."""
    count = array.shape[axis] - 2 * WAVELET_REACH
    parts = np.moveaxis(array, axis, 0)
    total = np.zeros((count, *parts.shape[1:]))
    for n, tap in enumerate(taps):
        begin = 2 * WAVELET_REACH - n
        total += tap * parts[begin : begin + count]
    return np.moveaxis(total, 0, axis)

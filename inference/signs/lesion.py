"""A lesion as signs are read in it: in axial slices of about 5 mm, as the definitions of the signs are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.pieces import box_around
from inference.triples import Box, Triple, box_of, triple

SLICE_MM = 5.0
"""Thin slices are averaged to about this, or noise would be read as texture."""
SMOOTH_MM = 1.0
"""Standard deviation of the smoothing in the plane."""
MARGIN_MM = 18.0
"""What is cut out around the lesion."""


@dataclass(frozen=True, slots=True)
class Lesion:
    """A lesion and what lies around it.

    Attributes
    ----------
    hu
        float32 array [k, j, i], averaged to slices of about 5 mm.
    inside
        float32 array [k, j, i], smoothed with the lesion's own voxels alone; of no meaning outside it.
    mask
        bool array [k, j, i]: the lesion.
    depth_mm
        float32 array [k, j, i]: distance to the border in the slice, above 0 inside.
    solid_mm
        The same of what is lesion in the slices above and below too: there no voxel holds a part of something else.
    whole
        bool array [k, j, i]: the mask on the slices of the scan, cut out alike.
    spacing_mm, whole_mm
        Of ``hu``, and of ``whole``, along k, j, i.
    start, group
        Where the cut begins in the scan, k, j, i, and how many slices are averaged.
    """

    hu: np.ndarray
    inside: np.ndarray
    mask: np.ndarray
    depth_mm: np.ndarray
    solid_mm: np.ndarray
    whole: np.ndarray
    spacing_mm: Triple
    whole_mm: Triple
    start: tuple[int, int, int]
    group: int

    @property
    def pixel_mm2(self) -> float:
        """Area of a pixel."""
        return self.spacing_mm[1] * self.spacing_mm[2]

    @property
    def noise_hu(self) -> float:
        """Standard deviation of what the smoothing takes away."""
        return float((self.hu - self.inside)[self.mask].std())

    @property
    def largest(self) -> int:
        """The slice with the largest area."""
        return int(self.mask.sum(axis=(1, 2)).argmax())

    def place(self, k: float, j: float, i: float) -> tuple[int, int, int]:
        """Index in the scan of a place in the averaged slices."""
        first = self.start[0] + int(round(k)) * self.group + (self.group - 1) // 2
        return first, self.start[1] + int(round(j)), self.start[2] + int(round(i))

    def slices_with(self, marked: np.ndarray, least_mm2: float) -> list[int]:
        """Slices in which at least so much is marked."""
        return [k for k, one in enumerate(marked) if one.sum() * self.pixel_mm2 >= least_mm2]

    def middle_of(self, marked: np.ndarray, k: int) -> tuple[int, int, int]:
        """Index in the scan of the middle of what is marked [j, i] in a slice."""
        j, i = np.argwhere(marked).mean(axis=0)
        return self.place(k, j, i)


def lesion_of(hu: np.ndarray, mask: np.ndarray, spacing_mm: Sequence[float]) -> Lesion:
    """Cut a lesion out.

    Parameters
    ----------
    hu : array [k, j, i]
    mask : bool array [k, j, i]
        Not empty.
    spacing_mm
        Along k, j, i.
    """
    around = box_around(mask)
    assert around is not None  # not empty
    box = _wider(around, mask.shape, spacing_mm)
    values, whole = hu[box].astype(np.float32), mask[box]
    group = max(1, round(SLICE_MM / spacing_mm[0]))
    missing = -len(whole) % group
    # The last slices are averaged with copies of the last one, which lies outside or at the end of the lesion.
    padding = ((0, missing), (0, 0), (0, 0))
    thick = [np.pad(part, padding, mode="edge").reshape(-1, group, *part.shape[1:]) for part in (values, whole)]
    averaged, inside = thick[0].mean(axis=1), thick[1].mean(axis=1) >= 0.5
    spacing = triple((spacing_mm[0] * group, *spacing_mm[1:]))
    return Lesion(
        averaged,
        smoothed(averaged, inside, spacing, SMOOTH_MM),
        inside,
        depth_in_slices(inside, spacing),
        depth_in_slices(_solid(inside), spacing),
        whole,
        spacing,
        triple(spacing_mm),
        tuple(part.start for part in box),
        group,
    )


def _solid(mask: np.ndarray) -> np.ndarray:
    """What is marked in the slices above and below too."""
    above, below = np.zeros_like(mask), np.zeros_like(mask)
    above[:-1], below[1:] = mask[1:], mask[:-1]
    return mask & above & below


def _wider(box: Box, shape: Sequence[int], spacing_mm: Sequence[float]) -> Box:
    return box_of(
        slice(max(0, part.start - wide), min(count, part.stop + wide))
        for part, count, wide in zip(box, shape, (int(np.ceil(MARGIN_MM / step)) for step in spacing_mm))
    )


def smoothed(values: np.ndarray, mask: np.ndarray, spacing_mm: Triple, width_mm: float) -> np.ndarray:
    """Values smoothed in the slices by a Gaussian, over the voxels of a mask alone; float32 array [k, j, i]."""
    weight = mask.astype(np.float32)
    total = values * weight
    for axis in (1, 2):
        total, weight = (_along(part, axis, width_mm / spacing_mm[axis]) for part in (total, weight))
    return np.where(mask, total / np.maximum(weight, 1e-6), 0).astype(np.float32)


def _along(values: np.ndarray, axis: int, width: float) -> np.ndarray:
    reach = max(1, int(np.ceil(3 * width)))
    taps = np.exp(-0.5 * (np.arange(-reach, reach + 1) / width) ** 2)
    taps = (taps / taps.sum()).astype(np.float32)
    wide = np.pad(values, [(reach, reach) if n == axis else (0, 0) for n in range(3)])
    count = values.shape[axis]
    return sum(tap * np.take(wide, range(n, n + count), axis=axis) for n, tap in enumerate(taps))


def depth_in_slices(mask: np.ndarray, spacing_mm: Triple) -> np.ndarray:
    """:func:`depth_of` in every slice; float32 array [k, j, i]."""
    return np.stack([depth_of(part, spacing_mm) for part in mask])


def depth_of(mask: np.ndarray, spacing_mm: Triple) -> np.ndarray:
    """Distance to the border of a mask [j, i], mm: above 0 inside, below outside, infinite where there is no border.

    The border runs half a pixel outside the middles of the outermost pixels of the mask.
    """
    import SimpleITK as sitk

    if mask.all() or not mask.any():
        return np.full(mask.shape, np.inf if mask.all() else -np.inf, np.float32)
    image = sitk.GetImageFromArray(mask.astype(np.uint8))
    image.SetSpacing(spacing_mm[:0:-1])
    distance = sitk.SignedMaurerDistanceMapImageFilter()
    distance.InsideIsPositiveOn()
    distance.SquaredDistanceOff()
    distance.UseImageSpacingOn()
    # A slice is too small for several threads to be worth their start.
    distance.SetNumberOfThreads(1)
    # To the middles of the outermost pixels, which are 0 themselves.
    off = sitk.GetArrayFromImage(distance.Execute(image)) + min(spacing_mm[1:]) / 2
    return np.asarray(off, np.float32)

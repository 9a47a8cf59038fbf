"""The part of an image that features are computed on: resampled, with what filters need around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.pieces import box_around
from inference.radiomics.settings import Settings
from inference.triples import Box, Shape, Triple, box_of, shape_of, triple

LOG_REACH = 6.0
"""Widths of a Gaussian beyond which it is nothing: what lies farther moves no figure."""
WAVELET_REACH = 3
"""Voxels that ``coif1`` reaches to either side."""
SPLINE_REACH = 12
"""Voxels after which the coefficients of a cubic B-spline have forgotten the edge: 0.27 to this power."""
HALFWAY = 1e-6
"""Voxels by which a place may miss the middle between two and still lies there."""
INTERPOLATORS = {"bspline": "sitkBSpline", "linear": "sitkLinear"}


@dataclass(frozen=True, slots=True)
class Region:
    """What is measured.

    Attributes
    ----------
    image
        float32 array [k, j, i], with surroundings.
    mask
        bool array [k, j, i] of the same shape: the region as it was drawn.
    spacing_mm
        Along k, j, i.
    """

    image: np.ndarray
    mask: np.ndarray
    spacing_mm: Triple

    @property
    def box(self) -> Box:
        """Around the mask."""
        box = box_around(self.mask)
        assert box is not None  # a region holds something
        return box

    @property
    def values(self) -> np.ndarray:
        """float32 array, shape (voxels,)."""
        return self.image[self.mask]


def region_of(
    image: np.ndarray,
    spacing_mm: Sequence[float],
    mask: np.ndarray,
    settings: Settings,
    start: Sequence[int] = (0, 0, 0),
) -> Region | None:
    """Cut out and resample a marked region.

    Parameters
    ----------
    image : array [k, j, i]
    spacing_mm
        Along k, j, i.
    mask : bool array [k, j, i]
        On the image's voxels, or on the part of them that begins at ``start``.

    Returns
    -------
    Region or None
        None when nothing is marked, or nothing is left of it on larger voxels.

    Notes
    -----
    The grid is PyRadiomics': the corner of the whole image is a corner of a new voxel. What lies around the region is
    included as far as a filter sees, so that the features are those of the whole image filtered.
    """
    mask = np.asarray(mask, bool)
    marked = box_around(mask)
    if marked is None:
        return None
    old, first = np.array(spacing_mm, float), np.array(start)
    low = first + [s.start for s in marked]
    high = first + [s.stop for s in marked]
    new = old if settings.spacing_mm is None else np.where(high - low > 1, settings.spacing_mm, old)
    reach = _reach(settings, new)
    if np.allclose(old, new):
        cut = _box(np.maximum(low - reach, 0), np.minimum(high + reach, image.shape))
        return Region(image[cut].astype(np.float32), _part(mask, first, cut), triple(old))
    ratio = old / new
    begin = np.maximum(np.floor((low - 0.5) * ratio - reach), 0)
    end = np.minimum(np.ceil((high - 0.5) * ratio + reach), np.ceil(image.shape * ratio) - 1)
    place = 0.5 * (new - old) / old + begin / ratio
    far = place + (end - begin) / ratio
    cut = _box(
        np.maximum(np.floor(place).astype(int) - SPLINE_REACH, 0),
        np.minimum(np.ceil(far).astype(int) + SPLINE_REACH + 1, image.shape),
    )
    origin = (place - [s.start for s in cut]) * old
    steps = [np.arange(count) for count in (end - begin + 1).astype(int)]
    grid = _Target(shape_of(map(len, steps)), triple(origin), triple(new))
    values = grid.sample(image[cut].astype(np.float32), old, INTERPOLATORS[settings.interpolation])
    nearest = [_nearest(at + step / by) for at, step, by in zip(place, steps, ratio)]
    inside = _looked_up(mask, [index - begin for index, begin in zip(nearest, first.tolist())])
    return Region(values, inside, triple(new)) if inside.any() else None


def within(region: Region, settings: Settings) -> np.ndarray:
    """Voxels of a region that all features but those of shape are made of: bool array [k, j, i]."""
    mask = region.mask
    if settings.within is not None:
        low, high = settings.within
        mask = mask & (region.image >= low) & (region.image <= high)
    if settings.within_sd is not None and mask.any():
        values = region.image[mask].astype(float)
        reach = settings.within_sd * values.std()
        mask = mask & (np.abs(region.image - values.mean()) <= reach)
    return mask


@dataclass(frozen=True, slots=True)
class _Target:
    """A grid to sample to, relative to the first voxel of what is sampled."""

    shape: Shape
    origin_mm: Triple
    spacing_mm: Triple

    def sample(self, array: np.ndarray, spacing_mm: np.ndarray, interpolator: str) -> np.ndarray:
        import SimpleITK as sitk

        source = sitk.GetImageFromArray(array)
        source.SetSpacing(spacing_mm[::-1].tolist())
        turn = sitk.ResampleImageFilter()
        turn.SetInterpolator(getattr(sitk, interpolator))
        turn.SetSize(self.shape[::-1])
        turn.SetOutputOrigin(self.origin_mm[::-1])
        turn.SetOutputSpacing(self.spacing_mm[::-1])
        return np.asarray(sitk.GetArrayFromImage(turn.Execute(source)))


def _nearest(place: np.ndarray) -> np.ndarray:
    """Indices of the voxels nearest to places on an axis, the higher one halfway between two.

    Rounding errors do not decide: the same region has the same voxels whatever lies around it.
    """
    return np.floor(place + 0.5 + HALFWAY).astype(int)


def _looked_up(mask: np.ndarray, indices: Sequence[np.ndarray]) -> np.ndarray:
    """A mask at these indices along k, j and i; False beyond it."""
    known = [(index >= 0) & (index < count) for index, count in zip(indices, mask.shape)]
    there = [np.clip(index, 0, count - 1) for index, count in zip(indices, mask.shape)]
    return mask[np.ix_(*there)] & np.logical_and.outer(np.logical_and.outer(known[0], known[1]), known[2])


def _reach(settings: Settings, spacing_mm: np.ndarray) -> np.ndarray:
    """Voxels around the region that filters see, along k, j, i."""
    widest = max(settings.log_sigma_mm, default=0.0)
    wavelet = WAVELET_REACH if settings.wavelet else 0
    return np.maximum(np.ceil(LOG_REACH * widest / spacing_mm).astype(int), wavelet)


def _box(low: np.ndarray, high: np.ndarray) -> Box:
    return box_of(slice(int(a), int(b)) for a, b in zip(low, high))


def _part(mask: np.ndarray, start: np.ndarray, cut: Box) -> np.ndarray:
    """A mask that begins at ``start``, on the box ``cut`` of the image."""
    whole = np.zeros([s.stop - s.start for s in cut], bool)
    theirs, ours = [], []
    for begin, count, wanted in zip(start.tolist(), mask.shape, cut):
        low, high = max(begin, wanted.start), min(begin + count, wanted.stop)
        theirs.append(slice(low - begin, high - begin))
        ours.append(slice(low - wanted.start, high - wanted.start))
    whole[tuple(ours)] = mask[tuple(theirs)]
    return whole

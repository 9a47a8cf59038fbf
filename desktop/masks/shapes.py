"""Which voxels a tool means: balls and discs, the way from one slice to another, grown regions, smoothed bodies.

Plain functions on arrays; who may change what is the editor's business.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from inference.triples import Box, box_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from inference.volume import Grid

AXIS = {"axial": 0, "coronal": 1, "sagittal": 2}
"""Array axis across each plane."""
LEAST_SHARE = 1e-3
"""Of a smoothed body, under which a voxel is not considered."""


def ball(grid: Grid, centre_mm: Sequence[float], radius_mm: float, plane: str | None) -> tuple[Box, np.ndarray]:
    """Voxels whose centres lie in a ball, or in its disc in one slice; always the voxel at the centre.

    Returns
    -------
    box
        Part of the grid, clipped to it; empty when the centre's voxel lies outside.
    inside
        bool array of the box.
    """
    import numpy as np

    centre = grid.to_index(np.asarray(centre_mm, float))
    nearest = np.floor(centre + 0.5).astype(int)
    if np.any(nearest < 0) or np.any(nearest >= grid.shape):
        return (slice(0, 0), slice(0, 0), slice(0, 0)), np.zeros((0, 0, 0), bool)
    box, squares = [], []
    for axis, step in enumerate(grid.spacing_mm):
        reach = 0.0 if plane is not None and AXIS[plane] == axis else radius_mm / step
        low = min(nearest[axis], int(np.ceil(centre[axis] - reach)))
        high = max(nearest[axis], int(np.floor(centre[axis] + reach)))
        part = slice(max(low, 0), min(high + 1, grid.shape[axis]))
        along = (np.arange(part.start, part.stop) - centre[axis]) * step
        squares.append(np.zeros(len(along)) if reach == 0.0 else along**2)
        box.append(part)
    inside = squares[0][:, None, None] + squares[1][None, :, None] + squares[2][None, None, :] <= radius_mm**2
    inside[tuple(n - part.start for n, part in zip(nearest, box))] = True
    return box_of(box), inside


def between(mask: np.ndarray, spacing_mm: tuple[float, float]) -> np.ndarray:
    """Fill empty slices along the first axis from the ones before and behind them.

    Shape-based interpolation: signed distances to the two outlines are averaged by how near they are, and what is
    positive is inside (Raya and Udupa, IEEE Trans Med Imaging 1990;9:32). Outlines are moved onto a common centre
    first, so that a vessel that runs obliquely does not vanish between slices where its sections do not overlap.

    Parameters
    ----------
    mask : bool array [slice, row, column]
    spacing_mm
        Of rows and columns.

    Returns
    -------
    bool array of the same shape: what is to be added.
    """
    import numpy as np

    added = np.zeros_like(mask)
    drawn = np.flatnonzero(mask.any(axis=(1, 2)))
    for first, last in pairwise(drawn):
        if last - first < 2:
            continue
        ends = [(_signed_distance(mask[n], spacing_mm), np.argwhere(mask[n]).mean(axis=0)) for n in (first, last)]
        for n in range(first + 1, last):
            part = (n - first) / (last - first)
            centre = (1 - part) * ends[0][1] + part * ends[1][1]
            near, far = (_moved(distance, np.rint(centre - own).astype(int)) for distance, own in ends)
            added[n] = (1 - part) * near + part * far > 0
    return added


def _signed_distance(mask: np.ndarray, spacing_mm: tuple[float, float]) -> np.ndarray:
    """Distance to the nearest pixel of the other kind in mm, positive inside: the outline lies half way at 0."""
    import numpy as np

    # With a rim, so that a mask that fills its plane has an outside too.
    mask = np.pad(mask, 1)
    return np.where(mask, _distance_to(~mask, spacing_mm), -_distance_to(mask, spacing_mm))[1:-1, 1:-1]


def _distance_to(mask: np.ndarray, spacing_mm: tuple[float, float]) -> np.ndarray:
    import SimpleITK as sitk

    image = sitk.GetImageFromArray(mask.astype("uint8"))
    image.SetSpacing(tuple(spacing_mm[::-1]))
    # The filter measures to the outermost pixels of the mask itself, which is what is wanted outside of it.
    return sitk.GetArrayFromImage(
        sitk.SignedMaurerDistanceMap(image, insideIsPositive=False, squaredDistance=False, useImageSpacing=True)
    )


def _moved(field: np.ndarray, by: np.ndarray) -> np.ndarray:
    """A plane moved by whole rows and columns; what comes in from outside is far outside."""
    import numpy as np

    moved = np.full_like(field, field.min())
    target, source = [], []
    for length, step in zip(field.shape, by):
        target.append(slice(max(0, step), min(length, length + step)))
        source.append(slice(max(0, -step), min(length, length - step)))
    moved[tuple(target)] = field[tuple(source)]
    return moved


def grown(inside: np.ndarray, seed: Sequence[int], spacing_mm: Sequence[float], most: int) -> tuple[np.ndarray, bool]:
    """Voxels connected with a seed through ``inside``; when there are too many, those on the shortest ways from it.

    Parameters
    ----------
    inside : bool array [k, j, i]
    seed
        Index of a voxel that is inside.
    most
        Number of voxels to stop at.

    Returns
    -------
    grown : bool array
    limited
        Whether it was stopped.
    """
    import numpy as np
    import SimpleITK as sitk

    image = sitk.GetImageFromArray(inside.astype(np.uint8))
    image.SetSpacing(tuple(float(step) for step in spacing_mm[::-1]))
    start = [int(n) for n in seed[::-1]]
    connected = sitk.GetArrayFromImage(sitk.ConnectedThreshold(image, seedList=[start], lower=1, upper=1)) > 0
    if np.count_nonzero(connected) <= most:
        return connected, False
    # A front that moves at one millimetre a second through the region arrives first where the way is shortest.
    speed = sitk.Cast(image, sitk.sitkFloat32)
    reach = (3 * most * float(np.prod(spacing_mm)) / (4 * np.pi)) ** (1 / 3)
    while True:
        reach *= 1.6
        time = sitk.GetArrayFromImage(sitk.FastMarching(speed, [start], 1.0, reach))
        reached = np.flatnonzero(connected & (time < reach))
        if len(reached) >= most:
            break
    near = np.zeros(inside.size, bool)
    near[reached[np.argsort(time.ravel()[reached], kind="stable")[:most]]] = True
    return near.reshape(inside.shape), True


def without_holes(mask: np.ndarray) -> np.ndarray:
    """The mask with what it encloses on all sides."""
    import SimpleITK as sitk

    return sitk.GetArrayFromImage(sitk.BinaryFillhole(sitk.GetImageFromArray(mask.astype("uint8")))) > 0


def filled_slices(mask: np.ndarray) -> np.ndarray:
    """The mask with what it encloses in each slice along the first axis."""
    import numpy as np
    import SimpleITK as sitk

    result = mask.copy()
    for n in np.flatnonzero(mask.any(axis=(1, 2))):
        image = sitk.GetImageFromArray(mask[n].astype(np.uint8))
        result[n] = sitk.GetArrayFromImage(sitk.BinaryFillhole(image)) > 0
    return result


def smoothed(mask: np.ndarray, allowed: np.ndarray, spacing_mm: Sequence[float], sigma_mm: float) -> np.ndarray:
    """A mask with a smoother surface and as many voxels as before, so that a thin vessel does not get thinner.

    Parameters
    ----------
    mask, allowed : bool array [k, j, i]
        The body, and where it may be.
    sigma_mm
        Of the Gaussian that it is blurred with; the voxels that hold most of it then are the new body.
    """
    import numpy as np
    import SimpleITK as sitk

    count = np.count_nonzero(mask & allowed)
    # The recursive filter needs some voxels along each axis.
    padded = np.pad(mask.astype(np.float32), 4)
    image = sitk.GetImageFromArray(padded)
    image.SetSpacing(tuple(float(step) for step in spacing_mm[::-1]))
    blurred = sitk.GetArrayFromImage(sitk.SmoothingRecursiveGaussian(image, sigma_mm))[4:-4, 4:-4, 4:-4]
    near = allowed & ((blurred > LEAST_SHARE) | mask)
    share = blurred[near]
    kept = np.zeros(share.size, bool)
    kept[np.argsort(-share, kind="stable")[:count]] = True
    result = np.zeros(mask.shape, bool)
    result[near] = kept
    return result

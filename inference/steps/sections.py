"""Cross-sections of a long structure: planes across its longest axis, wherever that points.

On axial slices a vessel that runs from side to side is cut along, and neither its calibre nor its flattening can be
seen; across its axis both can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.steps.window import PADDING_HU
from inference.triples import box_of
from inference.volume import Grid, Volume

SAMPLES_MM = 1.0
"""Distance of the samples that are averaged over the thickness of a section."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a structure lies and how it runs, LPS (x, y, z): ``middle`` in mm, the others unit vectors.

    Attributes
    ----------
    along
        The longest axis.
    down, right
        Directions of the rows and of the columns of a section. Rows run to the patient's back as far as the axis lets
        them. For an axis that points upwards, columns run to the patient's left.
    """

    middle: np.ndarray
    along: np.ndarray
    down: np.ndarray
    right: np.ndarray


def frame_of(mask: np.ndarray, grid: Grid) -> Frame:
    """Middle and principal axes of the voxels of a mask, bool array [k, j, i] with at least one voxel."""
    places = grid.to_patient(np.argwhere(mask))
    middle = places.mean(axis=0)
    # A voxel has a size of its own; without it a flat structure would have no extent across.
    spread = (places - middle).T @ (places - middle) / len(places) + np.diag(np.square(grid.spacing_mm[::-1])) / 12
    along = np.linalg.eigh(spread)[1][:, -1]
    along = along * np.sign(along[np.abs(along).argmax()])
    back = np.eye(3)[1] if abs(along[1]) < 0.9 else np.eye(3)[2]
    down = back - (back @ along) * along
    down /= np.linalg.norm(down)
    return Frame(middle, along, down, np.cross(down, along))


def sections(
    volume: Volume, frame: Frame, offsets_mm: Sequence[float], thickness_mm: float, size_px: int, pixel_mm: float
) -> np.ndarray:
    """Square sections at these places along the axis, each averaged over its thickness.

    Returns
    -------
    float32 array [section, row, column], HU; ``PADDING_HU`` outside the scan.
    """
    import SimpleITK as sitk

    count = max(1, round(thickness_mm / SAMPLES_MM))
    within = ((np.arange(count) + 0.5) / count - 0.5) * thickness_mm
    edge = (size_px - 1) / 2 * pixel_mm
    axes = np.stack([frame.right, frame.down, frame.along], axis=1)
    part = _around(volume, frame, edge + max(map(abs, offsets_mm)) + thickness_mm)
    image = sitk.GetImageFromArray(part.hu)
    image.SetSpacing(part.grid.spacing_mm[::-1])
    image.SetOrigin(part.grid.origin_mm)
    resampler = sitk.ResampleImageFilter()
    resampler.SetInterpolator(sitk.sitkLinear)
    resampler.SetDefaultPixelValue(PADDING_HU)
    resampler.SetOutputPixelType(sitk.sitkFloat32)
    resampler.SetSize((size_px, size_px, count))
    resampler.SetOutputSpacing((pixel_mm, pixel_mm, thickness_mm / count))
    resampler.SetOutputDirection(axes.ravel().tolist())
    made = []
    for offset in offsets_mm:
        corner = frame.middle + axes @ np.array([-edge, -edge, offset + within[0]])
        resampler.SetOutputOrigin(corner.tolist())
        made.append(sitk.GetArrayFromImage(resampler.Execute(image)).mean(axis=0))
    return np.stack(made)


def _around(volume: Volume, frame: Frame, reach_mm: float) -> Volume:
    """The part of the scan that sections can reach: copying all of a long scan would take longer than the sections."""
    # The corners of the square sections lie farther away than their edges.
    reach = np.sqrt(2) * reach_mm / np.array(volume.grid.spacing_mm)
    middle = volume.grid.to_index(frame.middle)
    low = np.clip(np.floor(middle - reach).astype(int), 0, np.array(volume.grid.shape) - 1)
    high = np.clip(np.ceil(middle + reach).astype(int) + 1, 1, volume.grid.shape)
    box = box_of(slice(int(a), int(b)) for a, b in zip(low, high))
    return Volume(volume.at(box), volume.grid.part(box), volume.padded, volume.unit)

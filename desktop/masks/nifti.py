"""Masks for other programs: NIfTI label images in the patient's coordinates, with a list of what the labels are.

Both 3D Slicer and ITK-SNAP read them beside the CT. Written by the worker or the command line, never by the window: the
library behind it is heavy.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop.files import write_whole
from desktop.language import Language
from inference.volume import Grid

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation

SAME_MM = 1e-3
"""Two grids whose voxels lie this close are one; headers and NIfTI keep some seven digits."""
RIGHT_ANGLE = 1e-5
"""By which the cosine of an angle between two axes may differ from 0: what the seven digits leave."""


def write_masks(
    masks: Mapping[str, Segmentation],
    manifest: Manifest,
    language: Language,
    folder: Path,
    stem: str,
    whole: Mapping[str, Grid] | None = None,
) -> list[Path]:
    """Write each mask as ``STEM-STEP.nii.gz`` and what its labels are as ``STEM-STEP.txt``.

    Parameters
    ----------
    masks
        By step of the pack.
    whole
        By image role the grid of the whole image: a mask is then as large as the image. Otherwise it is as large as
        the part that was searched, in its place.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    InputError
        ``file.unwritable``.
    """
    files: list[Path] = []
    for step, mask in masks.items():
        grid = (whole or {}).get(mask.image)
        labels, grid = on_grid(mask.labels, mask.grid, grid) if grid else (mask.labels, mask.grid)
        named = folder / f"{stem}-{step}.nii.gz", folder / f"{stem}-{step}.txt"
        write_whole(named[0], _nifti(labels, grid))
        write_whole(named[1], label_list(mask.structures, manifest, language).encode())
        files += named
    return files


def on_grid(labels: np.ndarray, part: Grid, whole: Grid) -> tuple[np.ndarray, Grid]:
    """Labels of a part of an image on the grid of the whole; as they are where that is no part of it.

    Parameters
    ----------
    labels
        uint8 array [k, j, i] on ``part``.
    """
    start = np.rint(whole.to_index(np.array([part.origin_mm]))[0]).astype(int)
    stop = start + part.shape
    near = np.allclose(whole.to_patient(start), part.origin_mm, atol=SAME_MM)
    alike = np.allclose(whole.spacing_mm, part.spacing_mm, rtol=0, atol=SAME_MM / max(part.shape))
    if not near or not alike or start.min() < 0 or (stop > whole.shape).any():
        return labels, part
    full = np.zeros(whole.shape, np.uint8)
    full[tuple(slice(a, b) for a, b in zip(start, stop))] = labels
    return full, whole


def label_list(structures: tuple[str, ...], manifest: Manifest, language: Language) -> str:
    """What each label is, in the form of ITK-SNAP: number, colour, and how it is drawn."""
    known = {structure.id: structure for structure in manifest.structures}
    lines = ['    0     0    0    0        0  0  0    "-"']
    for number, name in enumerate(structures, start=1):
        structure = known.get(name)
        colour = structure.colour if structure else "#ffffff"
        red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
        title = language.of(structure.title).replace('"', "'") if structure else name
        lines.append(f'{number:5} {red:5} {green:4} {blue:4}        1  1  1    "{title}"')
    return "\n".join(lines) + "\n"


def _placed(grid: Grid) -> tuple[Sequence[float], Sequence[float], Sequence[float]]:
    """Origin, spacing and directions along i, j and k: those of the images themselves, where they are oblique.

    A viewer that lays the mask over the CT then finds each voxel upon its pixel. A stack that leans by less than half a
    pixel keeps the axes of the grid: the format's readers take axes at right angles only.
    """
    affine = grid.affine
    steps = affine[:3, 2::-1]
    spacing = np.linalg.norm(steps, axis=0)
    directions = steps / spacing
    if np.allclose(directions.T @ directions, np.eye(3), atol=RIGHT_ANGLE):
        origin, steps_mm, axes = (np.round(v, 9).ravel().tolist() for v in (affine[:3, 3], spacing, directions))
        return origin, steps_mm, axes
    return [*grid.origin_mm], [*grid.spacing_mm[::-1]], np.eye(3).ravel().tolist()


def _nifti(labels: np.ndarray, grid: Grid) -> bytes:
    """A compressed NIfTI file; written under a plain name first, as not every system lets libraries use others."""
    import SimpleITK as sitk

    image = sitk.GetImageFromArray(np.ascontiguousarray(labels, np.uint8))
    origin, spacing, directions = _placed(grid)
    image.SetOrigin(origin)
    image.SetSpacing(spacing)
    image.SetDirection(directions)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mask.nii.gz"
        sitk.WriteImage(image, str(path), useCompression=True)
        return path.read_bytes()

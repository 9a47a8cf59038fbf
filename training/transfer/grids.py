"""Grids of patients as images of SimpleITK, and back."""

from __future__ import annotations

import numpy as np
import SimpleITK as sitk

from inference.triples import Box, box_of, shape_of, triple
from inference.volume import Grid, Volume


def image_of(array: np.ndarray, grid: Grid) -> sitk.Image:
    """An array [k, j, i] as an image that lies in the patient as the grid does."""
    image = sitk.GetImageFromArray(array)
    image.SetOrigin(grid.origin_mm)
    image.SetSpacing(grid.spacing_mm[::-1])
    return image


def empty_image(grid: Grid) -> sitk.Image:
    """Where a grid lies, for resampling onto it."""
    return image_of(np.zeros(grid.shape, np.uint8), grid)


def grid_around(low_mm: np.ndarray, high_mm: np.ndarray, spacing_mm: float) -> Grid:
    """A grid of cubes between two corners (LPS, mm), its voxels at whole multiples of their size."""
    first, last = np.ceil(low_mm / spacing_mm), np.floor(high_mm / spacing_mm)
    shape = shape_of((last - first + 1).astype(int)[::-1].tolist())
    return Grid(triple(first * spacing_mm), (spacing_mm,) * 3, shape)


def on_grid(image: sitk.Image, grid: Grid, way: sitk.Transform | None = None, outside: float = 0.0) -> np.ndarray:
    """An image on a grid, interpolated linearly, as float32 [k, j, i]."""
    way = way or sitk.Transform()
    return sitk.GetArrayFromImage(
        sitk.Resample(image, empty_image(grid), way, sitk.sitkLinear, outside, sitk.sitkFloat32)
    )


def box_around(own: Grid, wanted: Grid, margin_mm: float, shift_mm: np.ndarray) -> Box:
    """The voxels of a grid that lie in another one moved by a shift (x, y, z), or so near it."""
    box = []
    for axis in range(3):
        places, ends = own.places_mm(axis), wanted.places_mm(axis)[[0, -1]] + shift_mm[2 - axis]
        inside = np.flatnonzero((places >= ends[0] - margin_mm) & (places <= ends[1] + margin_mm))
        box.append(slice(int(inside[0]), int(inside[-1]) + 1) if len(inside) else slice(0, 0))
    return box_of(box)


def part_of(volume: Volume, box: Box) -> Volume:
    """A part of a scan."""
    return Volume(volume.hu[box], volume.grid.part(box))

"""Tiles of scans as the step cuts them: half to calibrate 8-bit models on, half to judge them by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np

from inference.dicom import load, scan
from inference.phantom.render import render
from inference.steps.sliding import tile_starts
from inference.steps.tiles import TilesStep, prepare
from inference.volume import Grid, Volume
from training.errors import BadInput

TRIED = 4
"""So many times the wanted tiles are tried at most, to find those with structures in them."""
LEAST_VOXELS = 200
"""A label needs as many voxels in the judged tiles for a Dice that means something."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """Images of the network's input shape, float32; no tile is in both."""

    calibration: tuple[np.ndarray, ...]
    judged: tuple[np.ndarray, ...]


def read_volumes(paths: Sequence[Path]) -> list[Volume]:
    """Scans from DICOM folders and image files; the program's own phantom where none are given.

    Raises
    ------
    BadInput
        For a path that holds no scan.
    """
    return [_read(path) for path in paths] if paths else [render()]


def _read(path: Path) -> Volume:
    if path.is_dir():
        series = scan([str(path)]).series
        if not series:
            raise BadInput(f"{path} holds no DICOM series")
        return load(max(series, key=lambda one: len(one.slices))).volume
    import SimpleITK as sitk

    try:
        image = sitk.DICOMOrient(sitk.ReadImage(str(path)), "LPS")
    except RuntimeError as error:
        raise BadInput(f"{path} cannot be read as an image; give DICOM folders, NIfTI or NRRD files") from error
    if image.GetDimension() != 3 or image.GetNumberOfComponentsPerPixel() != 1:
        raise BadInput(f"{path} is no volume of one channel")
    values = sitk.GetArrayFromImage(image)
    grid = Grid(image.GetOrigin(), image.GetSpacing()[::-1], values.shape)
    return Volume(values, grid)


def cut_tiles(
    step: TilesStep, volumes: Sequence[Volume], run: Callable[[np.ndarray], np.ndarray], wanted: int, seed: int = 0
) -> Tiles:
    """Draw tiles, rather those in which the network sees structures.

    Parameters
    ----------
    run
        The network in full precision, from a tile to its logits (1, classes, ...).
    wanted
        Tiles in all.
    """
    rng = np.random.default_rng(seed)
    patch = step.tiling.patch
    images = [prepare(step, volume).image for volume in volumes]
    images = [np.pad(image, [(0, max(0, p - n)) for n, p in zip(image.shape, patch)]) for image in images]
    places = [
        (n, place)
        for n, image in enumerate(images)
        for place in product(*(tile_starts(size, p, step.step_share) for size, p in zip(image.shape, patch)))
    ]
    order = rng.permutation(len(places))[: TRIED * wanted]
    with_structures, without = [], []
    for n, place in (places[choice] for choice in order):
        box = tuple(slice(start, start + p) for start, p in zip(place, patch))
        tile = np.ascontiguousarray(images[n][box]).reshape(1, 1, *step.patch)
        found = np.count_nonzero(run(tile).argmax(axis=1))
        (with_structures if found else without).append(tile)
        if len(with_structures) == wanted:
            break
    chosen = (with_structures + without)[:wanted]
    return Tiles(tuple(chosen[::2]), tuple(chosen[1::2]))


def agreement(
    tiles: Sequence[np.ndarray],
    classes: Sequence[str],
    one: Callable[[np.ndarray], np.ndarray],
    other: Callable[[np.ndarray], np.ndarray],
) -> dict[str, float | None]:
    """Dice of each label but the background between two networks; None where it is hardly in the tiles."""
    both, each = np.zeros(len(classes), np.int64), np.zeros(len(classes), np.int64)
    for tile in tiles:
        a, b = one(tile).argmax(axis=1), other(tile).argmax(axis=1)
        for n in range(len(classes)):
            both[n] += np.count_nonzero((a == n) & (b == n))
            each[n] += np.count_nonzero(a == n) + np.count_nonzero(b == n)
    return {
        name: float(2 * both[n] / each[n]) if each[n] >= 2 * LEAST_VOXELS else None
        for n, name in enumerate(classes)
        if n > 0
    }

"""Masks stored as DICOM RT Structure Set (PS3.3 section A.19): closed contours, filled slice by slice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inference.errors import InputError
from inference.masks.dicom_header import coded_part, damage, text
from inference.masks.mask_file import MaskFile, Placed
from inference.masks.placement import CORNER_PART, by_spacing
from inference.masks.polygons import filled
from inference.triples import box_of
from inference.volume import Grid

if TYPE_CHECKING:
    from pydicom import Dataset

LEAST_POINTS = 3
SPARSE_SLICES = 2
"""Slices between one contour and the next from which the structure would be left with gaps."""


def open_contours(path: Path, dataset: Dataset, grid: Grid) -> MaskFile:
    """Open a structure set; its regions of interest are the parts.

    Each is looked at when it is placed: of a plan with a couch outside of the images, the lesion can be used.

    Raises
    ------
    InputError
        When a part is placed: ``mask.open-contour``, ``mask.tilted``, ``mask.outside`` or ``mask.sparse``.
    """
    items = {int(item.ROINumber): item for item in dataset.StructureSetROISequence}
    parts = tuple(coded_part(number, text(item, "ROIName"), item) for number, item in items.items())
    drawn = {int(item.ReferencedROINumber): item for item in dataset.get("ROIContourSequence") or ()}
    frames = {text(item, "ReferencedFrameOfReferenceUID") for item in items.values()}
    return MaskFile(
        path,
        parts,
        lambda number: _placed(path, drawn.get(number), grid),
        patient_id=text(dataset, "PatientID"),
        study_uid=text(dataset, "StudyInstanceUID"),
        frame_uid=frames.pop() if len(frames) == 1 else "",
    )


def _placed(path: Path, item: Dataset | None, grid: Grid) -> Placed:
    with damage(path):
        contours = [] if item is None else _contours(path, item)
        return _marked(path, _indices(path, contours, grid), grid)


def _contours(path: Path, item: Dataset) -> list[np.ndarray]:
    """Corners of each closed contour, LPS mm; single points are marks and no structure."""
    found = []
    for contour in item.get("ContourSequence") or ():
        kind = text(contour, "ContourGeometricType")
        points = np.array([float(mm) for mm in contour.get("ContourData") or ()]).reshape(-1, 3)
        if kind == "POINT" or not len(points):
            continue
        if not kind.startswith("CLOSED") or len(points) < LEAST_POINTS:
            raise InputError("mask.open-contour", path=str(path), kind=kind)
        if not np.isfinite(points).all():
            raise InputError("mask.no-place", path=str(path))
        found.append(points)
    return found


def _indices(path: Path, contours: Sequence[np.ndarray], grid: Grid) -> list[np.ndarray]:
    """The corners in voxels k, j, i, each contour in one slice of the grid."""
    way = np.linalg.inv(grid.affine)
    found = []
    for contour in contours:
        points = contour @ way[:3, :3].T + way[:3, 3]
        slices = points[:, 0]
        if np.ptp(slices) > 2 * CORNER_PART:
            rise_mm, wide_mm = np.ptp(slices) * grid.spacing_mm[0], np.ptp(contour, axis=0).max()
            raise InputError("mask.tilted", path=str(path), degrees=float(np.degrees(np.arcsin(rise_mm / wide_mm))))
        beyond = np.maximum(-points - CORNER_PART, points - (np.array(grid.shape) - CORNER_PART)) * grid.spacing_mm
        if beyond.max() > 0:
            raise InputError("mask.outside", path=str(path), mm=float(beyond.max()))
        found.append(points)
    return found


def _marked(path: Path, contours: Sequence[np.ndarray], grid: Grid) -> Placed:
    """A region filled; of contours that lie in each other, the inner one is a hole."""
    if not contours:
        return box_of([slice(0, 0)] * 3), np.zeros((0, 0, 0), bool)
    slices = [int(np.clip(np.rint(points[:, 0].mean()), 0, grid.shape[0] - 1)) for points in contours]
    _check_gaps(path, slices, grid)
    corners = np.concatenate(contours)[:, 1:]
    low, high = corners.min(axis=0), corners.max(axis=0)
    start = np.clip(np.floor(low), 0, grid.shape[1:]).astype(int)
    stop = np.clip(np.ceil(high) + 1, 0, grid.shape[1:]).astype(int)
    first = min(slices)
    inside = np.zeros((max(slices) - first + 1, *(stop - start)), bool)
    for k, points in zip(slices, contours):
        (rows, columns), shown = filled(points[:, 1:] - start, inside.shape[1:])
        inside[k - first, rows, columns] ^= shown
    ends = [(first, first + len(inside)), *zip(start.tolist(), stop.tolist())]
    return box_of(slice(a, b) for a, b in ends), inside


def _check_gaps(path: Path, slices: Sequence[int], grid: Grid) -> None:
    """Contours drawn on thicker slices would leave slices out."""
    steps = np.diff(np.unique(slices))
    if len(steps) and steps.min() >= SPARSE_SLICES:
        mm = grid.spacing_mm[0]
        found = by_spacing((float(steps.min()) * mm,))
        raise InputError("mask.sparse", path=str(path), found=found, wanted=by_spacing((mm,)))

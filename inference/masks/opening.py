"""Opening a mask file of any known format on the grid of the images that it was drawn on."""

from __future__ import annotations

from pathlib import Path

from inference.errors import InputError
from inference.masks.contours import open_contours
from inference.masks.dicom_header import CONTOURS, SEGMENTATIONS, damage, is_dicom, is_dicom_mask, text
from inference.masks.label_files import SUFFIXES, is_label_file, open_label_file
from inference.masks.mask_file import MaskFile
from inference.masks.segments import open_segmentation
from inference.volume import Grid


def open_mask(path: Path, grid: Grid) -> MaskFile:
    """Open a label file, a DICOM Segmentation or a DICOM structure set.

    Parameters
    ----------
    grid
        Of the images, as :func:`inference.dicom.load` gives it.

    Raises
    ------
    InputError
        Of the area ``mask``: names the file, what is wrong with it in numbers, and how to mend it.
    """
    if not path.exists():
        raise InputError("mask.gone", path=str(path))
    if path.is_dir():
        raise InputError("mask.folder", path=str(path))
    if is_label_file(path):
        return open_label_file(path, grid)
    if not is_dicom(path):
        raise InputError("mask.no-mask", path=str(path), kinds=", ".join(SUFFIXES))
    with damage(path):
        return _open_dicom(path, grid)


def _open_dicom(path: Path, grid: Grid) -> MaskFile:
    """A DICOM object; whatever else its reader stumbles over is damage."""
    from pydicom import dcmread

    dataset = dcmread(path)
    kind = text(dataset, "SOPClassUID")
    if kind in SEGMENTATIONS:
        return open_segmentation(path, dataset, grid)
    if kind == CONTOURS:
        return open_contours(path, dataset, grid)
    if not kind:
        raise InputError("mask.damaged", path=str(path), error="SOPClassUID")
    raise InputError("mask.other-object", path=str(path), modality=text(dataset, "Modality"))


def looks_like_mask(path: Path) -> bool:
    """Whether a file that is dropped on a case is meant as a mask: by its name, or its DICOM header."""
    return path.is_file() and (is_label_file(path) or is_dicom_mask(path))

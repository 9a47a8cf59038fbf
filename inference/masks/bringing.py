"""A structure from a mask file: which part of the file it is, whether it is of this patient, and its mask."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inference.errors import InputError
from inference.masks.mask_file import MaskFile, Part, Placed, by_code, by_name, trimmed
from inference.masks.opening import open_mask
from inference.segmentation import Segmentation
from inference.triples import box_of
from inference.volume import Grid

if TYPE_CHECKING:
    from inference.schema import Structure

MOST_LISTED = 12
"""Parts of a file that an error names."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose images they are: what a DICOM mask has to agree with. Empty: not known."""

    patient_id: str = ""
    frame_uid: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """A structure from a file.

    Attributes
    ----------
    placed
        Where it lies on the images.
    file, sha256
        Name and digest of the file.
    part
        What it is called there.
    """

    placed: Placed
    file: str
    sha256: str
    part: str


def bring(path: Path, grid: Grid, structure: Structure, owner: Owner | None = None, label: str = "") -> Brought:
    """Read one structure from a mask file.

    Parameters
    ----------
    grid
        Of the images.
    owner
        None: not compared.
    label
        Name or number of the part of the file; empty: the one that carries the structure's name or code, or the only
        one that there is.

    Raises
    ------
    InputError
        As of :func:`inference.masks.opening.open_mask`; ``mask.other-patient``, ``mask.other-frame``,
        ``mask.which-part`` with the parts as lines of ``titles``, ``mask.no-part``, ``mask.nothing`` or ``mask.empty``.
    """
    opened = open_mask(path, grid)
    if owner is not None:
        _check_owner(opened, owner)
    part = _part(opened, structure, label)
    placed = trimmed(opened.placed(part.number))
    if not placed[1].any():
        raise InputError("mask.empty", path=str(path), part=part.title)
    return Brought(placed, path.name, sha256_of(path), part.name or str(part.number))


def sha256_of(path: Path) -> str:
    """Digest of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def segmentation_of(
    image: str, structures: Sequence[str], brought: Mapping[str, Brought], grid: Grid, files: Mapping[str, str]
) -> Segmentation:
    """Structures from files as one segmentation of an image.

    Parameters
    ----------
    structures
        In the order of the labels; those that are not brought stay empty.
    files
        By structure the path of its file, for the error.

    Raises
    ------
    InputError
        ``mask.overlap``: a voxel belongs to one structure.
    """
    boxes = [one.placed[0] for one in brought.values()]
    box = box_of(slice(min(b[axis].start for b in boxes), max(b[axis].stop for b in boxes)) for axis in range(3))
    labels = np.zeros([part.stop - part.start for part in box], np.uint8)
    for value, name in enumerate(structures, 1):
        if name not in brought:
            continue
        own, inside = brought[name].placed
        part = labels[tuple(slice(a.start - b.start, a.stop - b.start) for a, b in zip(own, box))]
        both = int(part[inside].max(initial=0))
        if both:
            raise InputError("mask.overlap", path=files[name], other=files[structures[both - 1]])
        part[inside] = value
    return Segmentation(image, labels, np.ones(labels.shape, np.float32), grid.part(box), tuple(structures))


def _check_owner(opened: MaskFile, owner: Owner) -> None:
    """A DICOM mask of another patient or frame of reference lies where it lies by chance."""
    if opened.patient_id and owner.patient_id and opened.patient_id != owner.patient_id:
        raise InputError("mask.other-patient", path=str(opened.path), found=opened.patient_id, wanted=owner.patient_id)
    if opened.frame_uid and owner.frame_uid and opened.frame_uid != owner.frame_uid:
        raise InputError("mask.other-frame", path=str(opened.path), found=opened.frame_uid, wanted=owner.frame_uid)


def _part(opened: MaskFile, structure: Structure, label: str) -> Part:
    """The part that is meant."""
    parts = opened.parts
    if not parts:
        raise InputError("mask.nothing", path=str(opened.path))
    if label:
        found = by_name(parts, (label,)) or [part for part in parts if str(part.number) == label]
    else:
        title = structure.title
        found = by_name(parts, (structure.id, structure.short, title.en, title.zh))
        found = found or by_code(parts, structure.code) or [part for part in parts if len(parts) == 1]
    if len(found) != 1:
        titles = [" ".join(part.title.split()) for part in parts]
        listed = ", ".join(titles[:MOST_LISTED]) + (" …" if len(titles) > MOST_LISTED else "")
        if label and not found:
            raise InputError("mask.no-part", path=str(opened.path), part=label, listed=listed)
        raise InputError(
            "mask.which-part", path=str(opened.path), listed=listed, structure=structure.id, titles="\n".join(titles)
        )
    return found[0]

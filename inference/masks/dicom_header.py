"""Reading DICOM masks: the data set, whom it belongs to, and what is wrong with one that is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import InputError, first_line
from inference.masks.mask_file import Part

if TYPE_CHECKING:
    from pydicom import Dataset

CODES = ("SegmentedPropertyTypeCodeSequence", "AnatomicRegionSequence")
MODIFIERS = ("SegmentedPropertyTypeModifierCodeSequence", "AnatomicRegionModifierSequence")
SEGMENTATIONS = ("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7")
"""Segmentation Storage and Label Map Segmentation Storage (PS3.4 table B.5-1)."""
CONTOURS = "1.2.840.10008.5.1.4.1.1.481.3"
"""RT Structure Set Storage."""


def is_dicom(path: Path) -> bool:
    """Whether a file begins as a DICOM file does.

    Raises
    ------
    InputError
        ``mask.unreadable``
    """
    try:
        with path.open("rb") as file:
            return file.read(132)[128:] == b"DICM"
    except OSError as error:
        raise InputError("mask.unreadable", path=str(path), error=error.strerror or type(error).__name__) from error


def is_dicom_mask(path: Path) -> bool:
    """Whether a file is a DICOM Segmentation or structure set, by its header alone; no error for what is not."""
    import pydicom

    try:
        if not is_dicom(path):
            return False
        header = pydicom.dcmread(path, specific_tags=["SOPClassUID"], stop_before_pixels=True)
        return str(header.get("SOPClassUID", "")) in (*SEGMENTATIONS, CONTOURS)
    except Exception:  # whatever a stranger's file makes a reader stumble over
        return False


@contextmanager
def damage(path: Path) -> Iterator[None]:
    """Whatever a library stumbles over in a damaged object is said as that.

    Raises
    ------
    InputError
        ``mask.damaged``
    """
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        raise InputError("mask.damaged", path=str(path), error=first_line(error)) from error


def text(item: Dataset, keyword: str) -> str:
    """An attribute as text; empty where it is not there."""
    value = item.get(keyword)
    return "" if value is None else str(value).strip()


def coded_part(number: int, name: str, item: Dataset) -> Part:
    """A part with the anatomy and side that it is coded as."""
    codes: set[str] = set()
    sides: set[str] = set()
    for keyword in CODES:
        for code in item.get(keyword) or ():
            codes.add(text(code, "CodeValue"))
            for modifiers in MODIFIERS:
                sides.update(text(modifier, "CodeValue") for modifier in code.get(modifiers) or ())
    return Part(number, name, frozenset(codes), frozenset(sides))

"""What is to be said of how the slices of a series lie."""

from __future__ import annotations

import numpy as np

from inference.dicom.model import Note
from inference.dicom.stack import Stack

APART_FACTOR = 1.5
"""Spacing over thickness from which the slices leave much of the body unseen."""

OVERLAP_FACTOR = 4.0
"""Thickness over spacing from which slices are thick slabs: reconstructions overlap by half, rarely by two thirds."""

MIXED_PART, MIXED_SHARE = 0.6, 0.2
"""How narrow a step is beside both of its neighbours, and in what share of the steps, where two passes are mixed."""


def stack_notes(stack: Stack, thickness_mm: float | None) -> list[Note]:
    """Holes, uneven spacing, tilt and the like; the gates decide what they mean."""
    notes = []
    if not stack.spacing_mm:
        notes.append(Note("dicom.single-slice"))
    if stack.gaps:
        widest = max(stack.gaps, key=lambda gap: gap.count)
        where = {"from_mm": round(widest.from_mm, 2), "to_mm": round(widest.to_mm, 2)}
        notes.append(Note("dicom.missing-slices", {"count": stack.missing, "gaps": len(stack.gaps), **where}))
    if not stack.even:
        widths = np.diff(stack.places) * stack.spacing_mm
        notes.append(
            Note(
                "dicom.uneven-spacing",
                {"smallest_mm": round(float(widths.min()), 2), "largest_mm": round(float(widths.max()), 2)},
            )
        )
    if not stack.even and _passes_mixed(stack):
        notes.append(Note("dicom.passes-mixed"))
    if stack.rounded:
        notes.append(Note("dicom.positions-rounded", {"spacing_mm": round(stack.spacing_mm, 2)}))
    if not stack.straight:
        notes.append(Note("dicom.not-straight"))
    if stack.tilt_deg:
        notes.append(Note("dicom.tilt", {"degrees": round(stack.tilt_deg, 1)}))
    if thickness_mm and stack.spacing_mm > APART_FACTOR * thickness_mm:
        notes.append(
            Note("dicom.slices-apart", {"spacing_mm": round(stack.spacing_mm, 2), "thickness_mm": thickness_mm})
        )
    if thickness_mm and stack.spacing_mm and thickness_mm > OVERLAP_FACTOR * stack.spacing_mm:
        notes.append(
            Note("dicom.slices-overlap", {"spacing_mm": round(stack.spacing_mm, 2), "thickness_mm": thickness_mm})
        )
    return notes


def _passes_mixed(stack: Stack) -> bool:
    """Whether narrow steps lie between wide ones throughout: slices of two passes, which nothing tells apart."""
    widths = np.diff(stack.places)
    narrow = widths[1:-1] < MIXED_PART * np.minimum(widths[:-2], widths[2:])
    return bool(narrow.sum() >= max(2, MIXED_SHARE * len(widths)))

"""Stacks of slices by the distances between them, without a file."""

from __future__ import annotations

import numpy as np

from inference.dicom.geometry import describe
from inference.dicom.stack import Stack

AXIAL = np.eye(3)
START = (10.0, -20.0, -7.5)


def stack_of(gaps, sideways=(), axes=AXIAL, pixel_mm=(1.0, 1.0), numbers=()) -> Stack:
    """A stack with these distances along the normal; ``sideways`` are (slice, mm along row, mm along column)."""
    distance = np.concatenate([[0.0], np.cumsum(gaps)])
    positions = np.array(START) + distance[:, None] * axes[2]
    for n, along_row, along_column in sideways:
        positions[n] += along_row * axes[0] + along_column * axes[1]
    return describe(positions, axes, pixel_mm, numbers)

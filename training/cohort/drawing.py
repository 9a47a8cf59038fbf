"""A mask of a cohort: labels of the recipe's structures on the grid of their series."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Label = int | str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Labels on the grid of the series.

    Attributes
    ----------
    labels
        uint8 array [k, j, i], from 1 for the structures in the order of the cohort's labels; 0 elsewhere.
    missed
        Part of a voxel by which the file's worst corner misses its place.
    others
        Parts of the file that stand for none of the structures.
    study_uid
        The examination that a DICOM object belongs to; empty for other files.
    """

    labels: np.ndarray
    missed: float = 0.0
    others: tuple[str, ...] = ()
    study_uid: str = ""

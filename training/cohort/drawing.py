"""A mask as it is stored: labels of the four structures, and where its voxels lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.cohort.placement import Frame

Label = int | str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Labels on the mask's own grid.

    Attributes
    ----------
    labels
        uint8 array, 1 to 4 for the structures; its axes are the file's.
    frame
        Where its voxels lie.
    may_be_part
        Whether the format leaves out what is empty, so that it may cover a part of the series only.
    others
        Labels in the file that stand for none of the structures.
    study_uid
        The examination that a DICOM object belongs to; empty for other files.
    """

    path: Path
    labels: np.ndarray
    frame: Frame
    may_be_part: bool = False
    others: tuple[str, ...] = ()
    study_uid: str = ""

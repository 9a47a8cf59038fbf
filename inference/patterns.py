"""Texts and numbers of a fixed form in manifests.

They are apart from the vocabulary, which the window needs before pydantic is loaded.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", max_length=64)]
"""Letters and digits with hyphens between them: fit for the name of a file."""
Modality = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,16}$")]
"""As DICOM abbreviates it: CT, MR, PT, ... (PS3.3, C.7.3.1.1.1)."""
Word = Annotated[str, StringConstraints(pattern=r"\S")]
"""That a header is looked through for: an empty one would stand in every header."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
"""Red, green and blue, ``#rrggbb``."""
Decimals = Annotated[int, Field(ge=0, le=9)]
"""Digits after the point, where a number is printed."""
Digits = Annotated[int, Field(ge=1, le=15)]
"""Digits that count, where a number is printed."""
Spacing = Annotated[float, Field(ge=0.1, le=50)]
"""Edge of a voxel or a pixel that a scan is sampled to, mm: finer ones would fill the memory with nothing."""
Size = Annotated[int, Field(ge=1, le=1024)]
"""Voxels of a window along one axis."""


def _ascends(ends: tuple[float, float]) -> tuple[float, float]:
    if ends[0] >= ends[1]:
        raise ValueError("a window must run from the smaller number to the larger")
    return ends


Window = Annotated[tuple[float, float], AfterValidator(_ascends)]
"""Two HU that are mapped to -1 and 1."""
Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole."""

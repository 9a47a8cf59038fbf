"""What a mask file holds, whatever its format: named parts, and where each lies on the grid of the images."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from inference.pieces import box_around
from inference.triples import Box, box_of

Placed = tuple[Box, np.ndarray]
"""A box of the grid, and the bool array of what is marked in it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One structure of a mask file.

    Attributes
    ----------
    number
        Its value, or the number of its segment or region of interest.
    name
        As the file calls it; empty where it has no names.
    codes, sides
        SNOMED CT concepts of what it is, and of the side it is on, where the file is coded.
    """

    number: int
    name: str = ""
    codes: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()

    @property
    def title(self) -> str:
        """As errors list it."""
        return f"{self.number} ({self.name})" if self.name else str(self.number)


@dataclass(frozen=True, slots=True)
class MaskFile:
    """A mask file that lies on the grid that it was opened for.

    Attributes
    ----------
    placed
        Where the part of a number lies.
    missed
        Part of a voxel by which its worst corner misses its place.
    patient_id, study_uid, frame_uid
        What a DICOM object says it belongs to; empty for other files.
    """

    path: Path
    parts: tuple[Part, ...]
    placed: Callable[[int], Placed]
    missed: float = 0.0
    patient_id: str = ""
    study_uid: str = ""
    frame_uid: str = ""

    @property
    def named(self) -> bool:
        """Whether any of its parts has a name."""
        return any(part.name for part in self.parts)


def by_name(parts: Sequence[Part], names: Iterable[str]) -> list[Part]:
    """Parts that carry one of these names, whatever the case."""
    wanted = {name.strip().casefold() for name in names if name.strip()}
    return [part for part in parts if part.name.strip().casefold() in wanted]


def by_code(parts: Sequence[Part], code: str, side: str = "", others: frozenset[str] = frozenset()) -> list[Part]:
    """Parts that are coded as an anatomy, those of the right side before those that name none, never of another."""
    coded = [part for part in parts if code and code in part.codes and not others & part.sides]
    return [part for part in coded if side in part.sides] or coded


def trimmed(placed: Placed) -> Placed:
    """The same in the smallest box that holds what is marked; an empty box where nothing is."""
    box, inside = placed
    cut = box_around(inside) or box_of([slice(0, 0)] * 3)
    return box_of(slice(b.start + c.start, b.start + c.stop) for b, c in zip(box, cut)), inside[cut]

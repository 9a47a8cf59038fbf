"""Where the contour of a structure is least certain, for the eye to go there. It knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.viewer.planes import AXIAL, Position, slice_of

if TYPE_CHECKING:
    from desktop.masks import MaskEditor
    from inference.volume import Grid


@dataclass(frozen=True, slots=True)
class Doubt:
    """An axial slice of the scan in which a structure is labelled, or is missing between two that it is labelled in.

    Attributes
    ----------
    number
        Of the slice in the scan, from 0.
    certainty
        Mean chance of what is labelled there; what a hand has drawn is certain.
    """

    number: int
    certainty: float
    place_mm: Position


class Doubts:
    """Slices of one structure after another, kept until :meth:`forget`: they take a moment after an edit."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[list[Doubt], list[Doubt]]] = {}

    def forget(self) -> None:
        """The labels are others now."""
        self._known.clear()

    def along(self, editor: MaskEditor | None, value: int, grid: Grid | None) -> list[Doubt]:
        """Every slice of a structure, from the feet to the head."""
        return self._of(editor, value, grid)[0]

    def worst(self, editor: MaskEditor | None, value: int, grid: Grid | None) -> list[Doubt]:
        """The places worth looking at, the least certain first."""
        return self._of(editor, value, grid)[1]

    def _of(self, editor: MaskEditor | None, value: int, grid: Grid | None) -> tuple[list[Doubt], list[Doubt]]:
        from inference.certainty import least_certain, slices_of

        if editor is None or grid is None or not 0 < value <= len(editor.structures):
            return [], []
        if value not in self._known:
            slices = slices_of(editor.segmentation(), value)
            seen = [
                [Doubt(slice_of(AXIAL, grid, one.place_mm), one.certainty, one.place_mm) for one in which]
                for which in (slices, least_certain(slices))
            ]
            self._known[value] = seen[0], seen[1]
        return self._known[value]


def turned(worst: list[Doubt], number: int, step: int) -> int:
    """Which place comes next, from the slice in sight: from one of the places its neighbour, else the least certain."""
    here = next((n for n, one in enumerate(worst) if one.number == number), None)
    return 0 if here is None else (here + step) % len(worst)

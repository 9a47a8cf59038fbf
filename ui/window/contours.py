"""The contours of the case that is shown: seen in the viewer, waited for, and passed on when they were drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.work.open_case import OpenCase
    from inference.masks.bringing import Brought
    from inference.outcome import Edit
    from inference.schema import Structure
    from inference.segmentation import Segmentation
    from inference.steps.drawn import DrawnStep
    from ui.viewer.viewer import Viewer
    from ui.window.case_page import CasePage

NOTHING_YET = object()
"""Stands for the mask before any was shown on a volume, or none."""


class Contours:
    """Between an open case and the viewer."""

    def __init__(self, page: CasePage, viewer: Viewer) -> None:
        self._page, self._viewer = page, viewer
        self._jumped = ""
        self._masked: Segmentation | object | None = NOTHING_YET
        self._beside: list[str] = []

    def begin(self) -> None:
        """Another case is shown, or the same as it was at another time."""
        self._jumped = ""
        self._viewer.tools.forget()

    def begin_volume(self) -> None:
        """Other images are shown, or the same anew."""
        self._masked = NOTHING_YET

    def show(self, work: OpenCase) -> None:
        """The masks of the series that is seen; on any other they would lie in the wrong place."""
        mask = work.mask_in_sight()
        others = [name for one in work.masks_in_sight().values() if one is not mask for name in one.structures]
        if work.volume is None or (self._masked is mask and self._beside == others):
            return  # a new answer about the same images
        self._masked, self._beside = mask, others
        self._viewer.show_structures(mask, work.manifest.structures, others, is_computed(work))
        step = None if mask is None else drawn_step(work)
        self._viewer.ask_to_draw(step.wanted if step else (), step.hint if step else None)
        measures = () if mask is None or work.outcome is None else work.outcome.measures
        found = next((one.structure for one in measures if one.found), None)
        if found is not None and self._jumped != _key(work):
            self._jumped = _key(work)
            self._viewer.go_to_structure(found)

    def pass_on(self, work: OpenCase, brought: Mapping[str, Edit] | None = None) -> None:
        """What is seen: what was drawn, or where all of it was undone, what was there before."""
        step, contour = step_in_sight(work), self._viewer.tools.shown()
        if step is not None and contour is not None:
            self._jumped = _key(work)  # the hand is there already
            self._page.mask_drawn.emit(step, contour, brought or {})

    def turn_to(self, work: OpenCase | None, structure: str) -> None:
        """Show the mask that has a structure in place of the one in sight, and go there."""
        if work is not None:
            work.look_at(structure)
            self.show(work)
            if structure in {one.id for one in self._viewer.structures.values()}:
                self._viewer.go_to_structure(structure)

    def to_draw(self) -> Structure | None:
        """The structure that a file would be opened for; None where none can be drawn."""
        return self._viewer.structures.get(self._viewer.model.current) if self._viewer.tools.ready else None

    def take(self, work: OpenCase, structure: Structure, brought: Brought, edit: Edit) -> None:
        """Have a structure lie where a file says.

        Raises
        ------
        InputError
            ``mask.overlaps``, or ``mask.no-case`` where the structure is not in sight any more.
        """
        values = [value for value, one in self._viewer.structures.items() if one.id == structure.id]
        if not values or work is not self._page.work or not self._viewer.tools.ready:
            raise InputError("mask.no-case", path=brought.file)
        self._viewer.model.set_current(values[0])
        self._viewer.put(brought.placed)
        self.pass_on(work, {structure.id: edit})
        self._viewer.go_to_structure(structure.id)


def step_in_sight(work: OpenCase) -> str | None:
    """Id of the step whose mask is seen."""
    mask = work.mask_in_sight()
    return next((name for name, one in work.masks.items() if one is mask and mask is not None), None)


def drawn_step(work: OpenCase) -> DrawnStep | None:
    """The step that is seen, where its structures are drawn by hand."""
    from inference.steps.drawn import DrawnStep

    name = step_in_sight(work)
    return next((one for one in work.manifest.steps if one.id == name and isinstance(one, DrawnStep)), None)


def is_computed(work: OpenCase) -> bool:
    """Whether what is seen was made of another mask, which is edited in its place."""
    name = step_in_sight(work)
    return any(step.id == name and step.segmentations_read for step in work.manifest.steps)


def _key(work: OpenCase) -> str:
    assert work.shown is not None  # there are images in sight
    return work.shown.key

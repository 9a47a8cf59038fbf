"""The mask tools of the viewer: between what the hand does on a picture and the editing model. It knows no Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from math import ceil, hypot
from typing import TYPE_CHECKING

from ui.viewer.planes import Plane

if TYPE_CHECKING:
    from desktop.masks import Growth, MaskEditor
    from inference.segmentation import Segmentation
    from inference.volume import Volume
    from ui.viewer.model import ViewerModel
    from ui.viewer.planes import Point, Position

DAB_STEP = 0.4
"""Distance between the dabs of a stroke, in radii: its edge stays smooth."""


class MaskTools:
    """Edits the structure that is current in the model.

    Parameters
    ----------
    model
        Told of every change of the labels.
    ended
        Called when a stroke or an edit that changed something has ended.

    Attributes
    ----------
    editor
        None while there is nothing to edit.
    low_hu, high_hu, most_ml
        Limits of growing.
    """

    def __init__(self, model: ViewerModel, ended: Callable[[], None]) -> None:
        self.editor: MaskEditor | None = None
        self.low_hu, self.high_hu, self.most_ml = 20.0, 70.0, 10.0
        self._model = model
        self._ended = ended
        self._given_out: set[bytes] = set()

    def open(self, segmentation: Segmentation | None, volume: Volume) -> bool:
        """Edit a segmentation; whether that is another one than before.

        A segmentation that :meth:`segmentation` gave out comes back when its measures were computed. What was drawn
        since then, and the way back to the model, stay.

        Raises
        ------
        InputError
            ``mask.other-image``
        """
        from desktop.masks import MaskEditor

        if segmentation is not None and self.editor is not None and _digest(segmentation) in self._given_out:
            return False
        self._given_out.clear()
        self.editor = None if segmentation is None else MaskEditor(segmentation, volume)
        return True

    def close(self) -> None:
        """There is nothing to edit any more."""
        self.editor = None
        self._given_out.clear()

    def segmentation(self) -> Segmentation | None:
        """What was edited; None when nothing differs from what was opened."""
        if self.editor is None or not self.editor.edited:
            return None
        drawn = self.editor.segmentation()
        self._given_out.add(_digest(drawn))
        return drawn

    @property
    def ready(self) -> bool:
        """Whether there is a structure to edit."""
        return self.editor is not None and self._model.current > 0

    @property
    def _opened(self) -> MaskEditor:
        assert self.editor is not None  # tools are offered where one is `ready`
        return self.editor

    def begin(self) -> None:
        """Begin a stroke."""
        self._opened.begin_stroke()

    def paint(self, plane: Plane, start: Point, end: Point, erase: bool) -> None:
        """Brush or erase from one point of the shown slice to another."""
        model, editor = self._model, self._opened
        radius, flat = model.brush_mm, None if model.solid_brush else plane.name
        count = max(1, ceil(hypot(end[0] - start[0], end[1] - start[1]) / max(radius * DAB_STEP, 0.1)))
        changed = False
        for n in range(1, count + 1):
            point = (start[0] + (end[0] - start[0]) * n / count, start[1] + (end[1] - start[1]) * n / count)
            centre = model.point_at(plane, point)
            if erase:
                changed |= editor.erase(centre, radius, model.current, flat)
            else:
                changed |= editor.brush(centre, radius, model.current, flat, model.keep_others)
        if changed:
            model.tell("labels")

    def end(self) -> None:
        """End a stroke."""
        if self._opened.end_stroke():
            self._done()

    def grow(self, seed_mm: Position) -> Growth:
        """Grow from a position within the limits.

        Raises
        ------
        InputError
            ``mask.seed-outside``
        """
        growth = self._opened.grow(seed_mm, self.low_hu, self.high_hu, self._model.current, self.most_ml)
        if growth.added_ml:
            self._done()
        return growth

    def fill_between(self) -> bool:
        """Fill between slices of the active plane; whether anything was added."""
        return self._edited(self._opened.fill_between(self._model.current, self._model.active_plane.name))

    def smooth(self) -> bool:
        """Smooth the current structure; whether anything changed."""
        return self._edited(self._opened.smooth(self._model.current))

    def reset(self) -> bool:
        """Return to the model's mask; whether anything changed."""
        return self._edited(self._opened.reset())

    def undo(self) -> bool:
        """Take the last edit back, if there is one."""
        possible = self._opened.can_undo
        self._opened.undo()
        return self._edited(possible)

    def redo(self) -> bool:
        """Do the edit again that was taken back last, if there is one."""
        possible = self._opened.can_redo
        self._opened.redo()
        return self._edited(possible)

    def _edited(self, changed: bool) -> bool:
        if changed:
            self._done()
        return changed

    def _done(self) -> None:
        self._model.tell("labels")
        self._ended()


def _digest(segmentation: Segmentation) -> bytes:
    place = repr((segmentation.image, segmentation.structures, segmentation.grid)).encode()
    return hashlib.blake2b(segmentation.labels.tobytes() + place, digest_size=16).digest()

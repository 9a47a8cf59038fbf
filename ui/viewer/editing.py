"""The mask tools of the viewer: between what the hand does on a picture and the editing model. It knows no Qt."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from math import ceil, hypot
from typing import TYPE_CHECKING

from ui.viewer.planes import Plane

if TYPE_CHECKING:
    from desktop.masks import Growth, MaskEditor
    from inference.masks.mask_file import Placed
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
        self._fixed = False
        self._model = model
        self._ended = ended
        self._given_out: set[bytes] = set()

    def open(self, segmentation: Segmentation | None, volume: Volume, fixed: bool = False) -> bool:
        """Edit a segmentation, or only look at a fixed one; whether that is another one than before.

        A segmentation that :meth:`shown` gave out comes back when its measures were computed, and the one that
        was opened once all edits were taken back. What was drawn since then, and what can be undone, stay.

        Raises
        ------
        InputError
            ``mask.other-image``
        """
        from desktop.masks import MaskEditor

        if segmentation is not None and self.editor is not None and self._is_known(segmentation, self.editor):
            return False
        self._given_out.clear()
        self._fixed = fixed
        self.editor = None if segmentation is None else MaskEditor(segmentation, volume)
        return True

    def _is_known(self, segmentation: Segmentation, editor: MaskEditor) -> bool:
        """Whether it was given out, or there is nothing on it as there is nothing in hand."""
        both_empty = editor.empty and segmentation.structures == editor.structures
        return _digest(segmentation) in self._given_out or (both_empty and not segmentation.labels.any())

    def forget(self) -> None:
        """Take whatever is opened next as it is: nobody has drawn since it was given out."""
        self._given_out.clear()

    def close(self) -> None:
        """There is nothing to edit any more."""
        self.editor = None
        self._given_out.clear()

    def shown(self) -> Segmentation | None:
        """What is seen, edited or not; None where there is nothing to edit."""
        if self.editor is None:
            return None
        seen = self.editor.segmentation()
        self._given_out.add(_digest(seen))
        return seen

    @property
    def ready(self) -> bool:
        """Whether there is a structure to edit."""
        return self.seen and not self._fixed

    @property
    def seen(self) -> bool:
        """Whether there is a structure to look at."""
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
                changed |= editor.brush(centre, radius, model.current, flat, model.keep_others, self.limits_hu)
        if changed:
            model.tell("labels")

    @property
    def limits_hu(self) -> tuple[float, float] | None:
        """Densities that are painted, from and to; None: all."""
        return (self.low_hu, self.high_hu) if self._model.by_density else None

    def use_limits(self, low_hu: float, high_hu: float, most_ml: float) -> None:
        """Begin with the densities of a structure, and the volume that growing stops at."""
        self.low_hu, self.high_hu, self.most_ml = low_hu, high_hu, most_ml
        self._model.tell("tool")

    def surround(self, plane: Plane, points: Sequence[Point]) -> bool:
        """Label what a closed line in the shown slice surrounds; whether anything changed."""
        model = self._model
        corners = [model.point_at(plane, point) for point in points]
        return self._edited(self._opened.outline(corners, plane.name, model.current, model.keep_others, self.limits_hu))

    @property
    def volume_ml(self) -> float | None:
        """Volume of the current structure; None where there is none."""
        return self._opened.volume_ml(self._model.current) if self.ready else None

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

    def fill_holes(self) -> bool:
        """Fill what the structure encloses in the slices of the active plane; whether anything was added."""
        return self._edited(self._opened.fill_holes(self._model.current, self._model.active_plane.name))

    def clear(self) -> bool:
        """Take the current structure away; whether there was anything."""
        return self._edited(self._opened.clear(self._model.current))

    def clear_slice(self) -> bool:
        """Take it away from the slice in sight of the active plane; whether there was anything."""
        plane = self._model.active_plane
        return self._edited(self._opened.clear(self._model.current, plane.name, self._model.number(plane)))

    def put(self, placed: Placed) -> None:
        """Have the current structure lie where a file says; whoever has it do so tells of it.

        Raises
        ------
        InputError
            ``mask.overlaps``
        """
        self._opened.put(self._model.current, *placed)
        self._model.tell("labels")

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

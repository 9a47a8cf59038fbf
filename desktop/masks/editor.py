"""The model behind the mask tools: labels of a whole scan that are painted, grown, smoothed, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.masks.boxes import bounds, joined, place_of, within
from desktop.masks.figures import figures_after
from desktop.masks.history import MOST_BYTES, History
from desktop.masks.shapes import AXIS, ball, between, filled_slices, grown, smoothed, without_holes
from inference.errors import InputError
from inference.triples import Box, box_of

if TYPE_CHECKING:
    import numpy as np

    from inference.segmentation import Segmentation
    from inference.volume import Volume

GROW_REACH_MM = 80.0
"""How far from its seed a region may grow, whatever its volume."""
SMOOTH_MM = 1.0
Limits = tuple[float, float]
"""Densities from and to, HU."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What growing from a seed gave.

    Attributes
    ----------
    added_ml
        Volume that got the label.
    limited
        Whether it was stopped because it became too large: the limits let it flow out of the structure.
    """

    added_ml: float
    limited: bool


class MaskEditor:
    """Labels of a segmentation on the grid of its whole scan, with undo.

    The array spans the scan, so that a brush may leave the block that the network looked at; memory is only taken
    where something is labelled.

    Parameters
    ----------
    segmentation
        What the model, or an earlier edit, gave; :meth:`reset` returns to it.
    volume
        The scan it lies on.

    Raises
    ------
    InputError
        ``mask.other-image`` when the block does not lie on the scan's voxels.
    """

    def __init__(self, segmentation: Segmentation, volume: Volume, most_bytes: int = MOST_BYTES) -> None:
        import numpy as np

        self._first = segmentation
        self._volume = volume
        self._block = place_of(segmentation.grid, volume.grid)
        self._used = self._block
        self.labels: np.ndarray = np.zeros(volume.grid.shape, np.uint8)
        self.labels[self._block] = segmentation.labels
        counts = np.bincount(segmentation.labels.ravel(), minlength=256)
        self._history = History(self.labels, counts, most_bytes)

    @property
    def box(self) -> Box:
        """Part of the scan outside of which there is no label."""
        return self._used

    @property
    def structures(self) -> tuple[str, ...]:
        """Structure ids; label n is number n - 1."""
        return self._first.structures

    @property
    def empty(self) -> bool:
        """Whether nothing is labelled."""
        return not self._history.counts[1:].any()

    def volume_ml(self, value: int) -> float:
        """Volume of a structure."""
        return float(self._history.counts[value] * self._volume.grid.voxel_ml)

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to do again."""
        return self._history.can_redo

    @contextmanager
    def stroke(self) -> Iterator[None]:
        """Everything done inside is one step to undo."""
        self.begin_stroke()
        try:
            yield
        finally:
            self.end_stroke()

    def begin_stroke(self) -> None:
        """Gather the edits to come into one step, until :meth:`end_stroke`."""
        self._history.begin()

    def end_stroke(self) -> bool:
        """Close the step; whether it changed anything."""
        return self._history.end()

    def brush(
        self,
        centre_mm: Sequence[float],
        radius_mm: float,
        value: int,
        plane: str | None = None,
        keep_others: bool = False,
        limits_hu: Limits | None = None,
    ) -> bool:
        """Label a ball, or a disc in one slice.

        Parameters
        ----------
        centre_mm
            LPS.
        value
            Label to give.
        plane
            ``axial``, ``coronal`` or ``sagittal`` for the slice through the centre; None for a ball.
        keep_others
            Paint only where there is no other structure.
        limits_hu
            Paint only what has a density from the first to the second.

        Returns
        -------
        Whether anything changed.
        """
        return self._paint(*ball(self._volume.grid, centre_mm, radius_mm, plane), value, keep_others, limits_hu)

    def outline(
        self,
        points_mm: Sequence[Sequence[float]],
        plane: str,
        value: int,
        keep_others: bool = False,
        limits_hu: Limits | None = None,
    ) -> bool:
        """Label what a closed line surrounds in one slice; whether anything changed.

        Parameters
        ----------
        points_mm
            Corners of the line, LPS; all in the slice of the first.
        """
        import numpy as np

        from inference.masks.polygons import filled

        grid, axis = self._volume.grid, AXIS[plane]
        corners = grid.to_index(np.asarray(points_mm, float))
        number = int(np.clip(np.rint(corners[0, axis]), 0, grid.shape[axis] - 1))
        down, across = (other for other in range(3) if other != axis)
        window, inside = filled(corners[:, [down, across]], (grid.shape[down], grid.shape[across]))
        box = [*window]
        box.insert(axis, slice(number, number + 1))
        return self._paint(box_of(box), np.expand_dims(inside, axis), value, keep_others, limits_hu)

    def _paint(self, box: Box, inside: np.ndarray, value: int, keep_others: bool, limits_hu: Limits | None) -> bool:
        if keep_others:
            inside = inside & (self.labels[box] == 0)
        if limits_hu is not None:
            hu = self._volume.hu[box]
            inside = inside & (hu >= limits_hu[0]) & (hu <= limits_hu[1])
        return self._give(box, inside, value)

    def erase(
        self, centre_mm: Sequence[float], radius_mm: float, value: int | None = None, plane: str | None = None
    ) -> bool:
        """Take the label off a ball or a disc; only one structure's when ``value`` is given."""
        box, inside = ball(self._volume.grid, centre_mm, radius_mm, plane)
        if value is not None:
            inside &= self.labels[box] == value
        return self._give(box, inside, 0)

    def fill_between(self, value: int, plane: str = "axial") -> bool:
        """Fill the slices of a plane that are empty between slices where the structure is drawn."""
        import numpy as np

        box = self._box_around(value)
        if box is None:
            return False
        axis = AXIS[plane]
        labels = np.moveaxis(self.labels[box], axis, 0)
        down, across = (step for n, step in enumerate(self._volume.grid.spacing_mm) if n != axis)
        added = between(labels == value, (down, across)) & (labels == 0)
        return self._give(box, np.moveaxis(added, 0, axis), value)

    def fill_holes(self, value: int, plane: str = "axial") -> bool:
        """Fill what a structure encloses in each slice of a plane; other structures are left alone."""
        import numpy as np

        box = self._box_around(value)
        if box is None:
            return False
        labels = np.moveaxis(self.labels[box], AXIS[plane], 0)
        added = filled_slices(labels == value) & (labels == 0)
        return self._give(box, np.moveaxis(added, 0, AXIS[plane]), value)

    def clear(self, value: int, plane: str | None = None, number: int = 0) -> bool:
        """Take a structure away, from one slice of a plane where one is given; whether there was anything."""
        box = self._box_around(value)
        if box is None:
            return False
        if plane is not None:
            own, axis = [*box], AXIS[plane]
            if not own[axis].start <= number < own[axis].stop:
                return False
            own[axis] = slice(number, number + 1)
            box = box_of(own)
        return self._give(box, self.labels[box] == value, 0)

    def put(self, value: int, box: Box, inside: np.ndarray) -> bool:
        """Have a structure lie where a file says, and nowhere else; one step to undo.

        Raises
        ------
        InputError
            ``mask.overlaps`` where it would take another structure's place.
        """
        import numpy as np

        others = inside & (self.labels[box] != 0) & (self.labels[box] != value)
        if others.any():
            overlap_ml = np.count_nonzero(others) * self._volume.grid.voxel_ml
            raise InputError("mask.overlaps", ml=float(overlap_ml))
        with self.stroke():
            removed = self.clear(value)
            return self._give(box, inside, value) or removed

    def grow(
        self, seed_mm: Sequence[float], low_hu: float, high_hu: float, value: int, most_ml: float = 20.0
    ) -> Growth:
        """Label what is connected with a seed and within limits of density; other structures are left alone.

        Parameters
        ----------
        most_ml
            Where it would grow larger, the part with the shortest ways from the seed is taken.

        Raises
        ------
        InputError
            ``mask.seed-outside`` when the seed lies outside of the scan or of the limits.
        """
        import numpy as np

        grid = self._volume.grid
        seed = np.floor(grid.to_index(np.asarray(seed_mm, float)) + 0.5).astype(int)
        if np.any(seed < 0) or np.any(seed >= grid.shape):
            raise InputError("mask.seed-outside-scan")
        hu = float(self._volume.hu[tuple(seed)])
        if not low_hu <= hu <= high_hu:
            raise InputError("mask.seed-outside", hu=hu, low=low_hu, high=high_hu)
        reach = np.ceil(GROW_REACH_MM / np.array(grid.spacing_mm)).astype(int)
        box = box_of(slice(max(0, n - r), min(m, n + r + 1)) for n, r, m in zip(seed.tolist(), reach, grid.shape))
        near, labels = self._volume.hu[box], self.labels[box]
        inside = (near >= low_hu) & (near <= high_hu) & ((labels == 0) | (labels == value))
        start = seed - [part.start for part in box]
        if not inside[tuple(start)]:  # the seed lies in another structure
            return Growth(0.0, False)
        most = max(1, int(most_ml / grid.voxel_ml))
        region, limited = grown(inside, start, grid.spacing_mm, most)
        if not limited:
            region = without_holes(region)
        added = region & (labels == 0)
        self._give(box, added, value)
        return Growth(np.count_nonzero(added) * grid.voxel_ml, limited)

    def smooth(self, value: int, sigma_mm: float = SMOOTH_MM) -> bool:
        """Smooth a structure's surface; its volume stays, and other structures are left alone."""
        margin = tuple(int(3 * sigma_mm / step) + 1 for step in self._volume.grid.spacing_mm)
        box = self._box_around(value, margin)
        if box is None:
            return False
        labels = self.labels[box]
        mask = labels == value
        wanted = smoothed(mask, mask | (labels == 0), self._volume.grid.spacing_mm, sigma_mm)
        with self.stroke():
            removed = self._give(box, mask & ~wanted, 0)
            return self._give(box, wanted & ~mask, value) or removed

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        self._history.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last, if there is one."""
        self._history.redo()

    def reset(self) -> bool:
        """Return to the segmentation that was given; this too can be undone."""
        differs = self._differs()
        self._history.set(self._flat(self._used, differs), self._model()[differs])
        return bool(differs.any())

    def segmentation(self) -> Segmentation:
        """The labels as a segmentation, certain where they were edited; the very one that was given when none was.

        Its block is the given one, larger where the edits left it.
        """
        import numpy as np

        differs = self._differs()
        changed = bounds(differs)
        if changed is None:
            return self._first
        offset = [part.start for part in self._used]
        box = box_of(slice(part.start + n, part.stop + n) for part, n in zip(changed, offset))
        # A structure that is drawn from nothing begins with a voxel somewhere, which need not be kept.
        from_model = self._first.labels.size > 1
        if from_model:
            box = joined(self._block, box)
        certainty = np.ones(tuple(part.stop - part.start for part in box), np.float32)
        if from_model:
            certainty[within(self._block, box)] = self._first.certainty
        drawn = differs[within(box, self._used)]
        before, after = self._model()[differs], self.labels[self._used][differs]
        expected_ml, agreement = figures_after(self._first, before, after, certainty[drawn])
        certainty[drawn] = 1.0
        # The scan's own part also says where its images lie, which masks of before do not.
        part = self._volume.grid.part(box)
        grid = replace(self._first.grid, source=part.source) if box == self._block else part
        found = replace(self._first, labels=self.labels[box].copy(), certainty=certainty, grid=grid)
        return replace(found, expected_ml=expected_ml, agreement=agreement)

    def _model(self) -> np.ndarray:
        """Labels that were given, in the used part."""
        import numpy as np

        model = np.zeros(tuple(part.stop - part.start for part in self._used), np.uint8)
        model[within(self._block, self._used)] = self._first.labels
        return model

    def _differs(self) -> np.ndarray:
        return self.labels[self._used] != self._model()

    def _box_around(self, value: int, margin: Sequence[int] = (0, 0, 0)) -> Box | None:
        """The scan's part around a structure."""
        found = bounds(self.labels[self._used] == value)
        if found is None:
            return None
        return box_of(
            slice(max(0, used.start + part.start - more), min(length, used.start + part.stop + more))
            for used, part, more, length in zip(self._used, found, margin, self.labels.shape)
        )

    def _give(self, box: Box, inside: np.ndarray, value: int) -> bool:
        """Give a label to the voxels of a box that do not have it yet."""
        import numpy as np

        inside = inside & (self.labels[box] != value)
        where = self._flat(box, inside)
        if not where.size:
            return False
        self._history.set(where, np.full(where.shape, value, np.uint8))
        self._used = joined(self._used, box)
        return True

    def _flat(self, box: Box, inside: np.ndarray) -> np.ndarray:
        """Flat indices into the labels of what is true in a box."""
        import numpy as np

        return np.ravel_multi_index(
            tuple(n + part.start for n, part in zip(np.nonzero(inside), box)), self.labels.shape
        )

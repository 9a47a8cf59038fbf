"""Steps that can be taken back and done again, each as the voxels it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

MOST_BYTES = 64 * 2**20
"""Room for about seven million changed voxels; when it is full the oldest steps go."""


@dataclass(frozen=True, slots=True)
class Change:
    """Voxels that got another label.

    Attributes
    ----------
    where
        Flat indices into the labels, each once.
    before, after
        uint8 labels there.
    """

    where: np.ndarray
    before: np.ndarray
    after: np.ndarray

    @property
    def size(self) -> int:
        """Memory it takes, bytes."""
        return self.where.nbytes + self.before.nbytes + self.after.nbytes


Step = tuple[Change, ...]
"""What one undo takes back: the changes of one stroke, in the order they were made."""


class History:
    """Steps done and steps undone, for one array of labels.

    Parameters
    ----------
    labels
        uint8 array, C-contiguous; it is changed in place.
    counts
        int array (256,), voxels of each label so far; kept up to date, so that a volume costs nothing to show.
    most_bytes
        Memory for all steps together.
    """

    def __init__(self, labels: np.ndarray, counts: np.ndarray, most_bytes: int = MOST_BYTES) -> None:
        self._flat, self.counts = labels.reshape(-1), counts
        self._most_bytes = most_bytes
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._open: list[Change] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done or self._open)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    def begin(self) -> None:
        """Gather the changes to come into one step, until :meth:`end`."""
        if self._open is None:
            self._open = []

    def end(self) -> bool:
        """Close the step; whether it changed anything."""
        changes, self._open = self._open, None
        if changes:
            self._keep(tuple(changes))
        return bool(changes)

    def set(self, where: np.ndarray, after: np.ndarray) -> None:
        """Give voxels other labels; outside of :meth:`begin` and :meth:`end` that is a step of its own."""
        if not where.size:
            return
        change = Change(where, self._flat[where], after)
        self._write(change.where, change.before, change.after)
        if self._open is None:
            self._keep((change,))
        else:
            self._open.append(change)

    def undo(self) -> None:
        """Take the last step back, if there is one; a step that is still open is closed first."""
        self.end()
        if self._done:
            step = self._done.pop()
            for change in reversed(step):
                self._write(change.where, change.after, change.before)
            self._undone.append(step)

    def redo(self) -> None:
        """Do the step again that was taken back last, if there is one."""
        self.end()
        if self._undone:
            step = self._undone.pop()
            for change in step:
                self._write(change.where, change.before, change.after)
            self._done.append(step)

    def _write(self, where: np.ndarray, before: np.ndarray, after: np.ndarray) -> None:
        import numpy as np

        self._flat[where] = after
        self.counts += np.bincount(after, minlength=256) - np.bincount(before, minlength=256)

    def _keep(self, step: Step) -> None:
        self._undone.clear()
        self._done.append(step)
        room = self._most_bytes - sum(change.size for one in self._done for change in one)
        while room < 0 and len(self._done) > 1:
            room += sum(change.size for change in self._done.pop(0))

"""The outcome of an open case: with its masks, its ticks and signatures, and what it is the answer to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from desktop.report.signing import (
    checked_part,
    checklist_items,
    same_result,
    succeeding,
    ticks_by_item,
    with_ticks_by_item,
)
from desktop.work.question import same_masks

if TYPE_CHECKING:
    from desktop.jobs.messages import Screened
    from desktop.work.question import Asked, DrawnMasks
    from inference.outcome import Outcome, Tick
    from inference.segmentation import Segmentation
    from inference.vocabulary import Text

Step = Literal["taken", "deciding"]


class KeptOutcome:
    """Keeps what was ticked and signed when a case is screened again.

    An equal outcome leaves the one that is there as it is. Another one takes the ticks along where its checklist has
    the same item, and replaces signatures only when the user has said so: it waits as ``fresh`` until then.

    Attributes
    ----------
    found, masks
        By step: what the models found, and that with what was drawn by hand.
    asked
        What the outcome is the answer to.
    """

    def __init__(self) -> None:
        self.outcome: Outcome | None = None
        self.found: Mapping[str, Segmentation] = {}
        self.masks: Mapping[str, Segmentation] = {}
        self.asked: Asked | None = None
        self.fresh: Screened | None = None
        self._ticks: dict[Text, Tick] = {}

    def restore(self, outcome: Outcome, asked: Asked) -> None:
        """Take up a stored outcome."""
        self.outcome, self.asked = outcome, asked
        self.found, self.masks = asked.found, asked.masks
        self._ticks = ticks_by_item(outcome)

    def forget_masks(self) -> None:
        """The masks are of other images than those that are asked about now."""
        self.found, self.masks = {}, {}

    def offer(self, screened: Screened, drawn: DrawnMasks | None) -> Step:
        """Take what came out, or keep it until the user has said whether it may replace what was signed."""
        if self.outcome is None:
            return self._take(screened.outcome, screened, drawn)
        if same_result(screened.outcome, self.outcome):
            return self._take(self.outcome, screened, drawn)
        if self.outcome.signatures:
            self.fresh = screened
            return "deciding"
        return self._take(succeeding(screened.outcome, self.outcome), screened, drawn)

    def begin_version(self, drawn: DrawnMasks | None) -> None:
        """Take what waits as the next version; what was signed stays in the store."""
        fresh, self.fresh = self.fresh, None
        assert fresh is not None and self.outcome is not None  # it was deciding
        self._take(succeeding(fresh.outcome, self.outcome), fresh, drawn)

    def keep_version(self) -> Asked:
        """Drop what waits; gives what was asked when it was signed."""
        assert self.asked is not None  # it was signed
        self.fresh = None
        self.found, self.masks = self.asked.found, self.asked.masks
        return self.asked

    def sign(self, outcome: Outcome) -> Outcome:
        """Take the outcome with another tick or signature, or with one taken back; gives the one before."""
        before, self.outcome = self.outcome, outcome
        assert before is not None  # it was shown
        for item in checklist_items(checked_part(before)):
            self._ticks.pop(item, None)
        self._ticks.update(ticks_by_item(outcome))
        return before

    def unticked(self, before: Outcome | None) -> tuple[Text, ...]:
        """What was ticked on the checklist of before and is not on the one of now; it is ticked when it comes back."""
        if before is None or self.outcome is None:
            return ()
        was, there = (checklist_items(checked_part(outcome)) for outcome in (before, self.outcome))
        return tuple(item for item in was if item in self._ticks and item not in there)

    def _take(self, outcome: Outcome, screened: Screened, drawn: DrawnMasks | None) -> Step:
        self.outcome = with_ticks_by_item(outcome, self._ticks)
        # The drawn masks as the viewer gave them out: it knows them again and keeps what can be undone.
        self.found = same_masks(self.found, screened.found)
        self.masks = {**self.found, **(drawn.masks if drawn else {})}
        return "taken"

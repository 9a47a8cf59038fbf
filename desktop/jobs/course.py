"""How far a case is in all: its stages take very different times, and each counts its own share from 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence

SECONDS = {"scan": 0.4, "pictures": 0.4, "load": 2.0, "steps": 3.0}
"""About what the stages of a usual chest CT take on two cores; only their proportions matter."""


class Course:
    """Goes from 0 to 1 through some stages, and never back.

    Parameters
    ----------
    stages
        Of ``SECONDS``, in their order; one that is passed over (images that are there already) counts as done.
    """

    def __init__(self, stages: Sequence[str]) -> None:
        self._stages = tuple(stages)
        self.share = 0.0

    def reach(self, stage: str, share: float) -> float:
        """The share of everything that is done, where this share of a stage is."""
        if stage in self._stages:
            place = self._stages.index(stage)
            before = sum(SECONDS[name] for name in self._stages[:place])
            all_of_it = sum(SECONDS[name] for name in self._stages)
            done = (before + SECONDS[stage] * min(max(share, 0.0), 1.0)) / all_of_it
            self.share = max(self.share, done)
        return self.share

"""Whether a sample has figures at all: elsewhere a report says so in words, and no number is printed."""

from __future__ import annotations

import numpy as np

FEWEST = 5
"""Patients with the event, and without it, from which on a sample has figures: below, an interval says nothing."""


def enough(outcome: np.ndarray) -> bool:
    """Whether there are patients enough of both kinds."""
    events = int(outcome.sum())
    return min(events, len(outcome) - events) >= FEWEST

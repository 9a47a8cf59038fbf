"""Patients that a trained model was not fitted to, and what it gave them.

A model believes its own odds, and small cohorts make it believe too much: how many events a share of the patients
holds, and how well they are told apart, must be counted in patients that the model has not seen. A pack keeps them as
a histogram, from which the program re-centres the model and says what a tier means; its capacity and its area under
the curve are worked out once, when the pack is built, and checked against the histogram when it is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.reading import Fault
from inference.vocabulary import STRICT, Text

BIN = 0.1
"""Width of the histogram's bins, log-odds: an odds ratio of 1.1."""
CAUGHT = (0.9, 0.8, 0.7, 0.6, 0.5)
"""Shares of the events for which the capacity is told."""
REPEATS = 2000
"""Of the bootstrap behind the intervals (percentiles; events and others drawn apart)."""
AGREES = 2e-3
"""Largest difference between a figure of the pack and what its histogram gives."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with its 95 % interval."""

    __pydantic_config__ = STRICT
    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.value <= self.high <= 1:
            raise Fault("measured")


@dataclass(frozen=True, slots=True)
class CapacityPoint:
    """To catch ``caught`` of the events, ``needed`` of the patients must be attended to (0 to 1), with its interval."""

    __pydantic_config__ = STRICT
    caught: float
    needed: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A histogram of patients that the model was not fitted to.

    Attributes
    ----------
    title
        Which patients these are: their split, centre and period.
    simulated
        Whether their outcomes were simulated.
    rate
        Share of events that they stand for, 0 to 1: cases are weighted to it, as in a case-control study. The site's
        own rate, where it is set, takes its place.
    scores
        Log-odds that the model gave them, against its training's average (logit p - logit of the training prevalence),
        ascending, without the program's re-centring.
    events, others
        How many with and without the event have each score.
    auc
        Area under the ROC curve.
    capacity
        For each share of the events the share of the patients, from the highest risk down, that holds it.
    """

    __pydantic_config__ = STRICT
    title: Text
    simulated: bool
    rate: float
    scores: tuple[float, ...]
    events: tuple[int, ...]
    others: tuple[int, ...]
    auc: Measured
    capacity: tuple[CapacityPoint, ...]

    def __post_init__(self) -> None:
        alike = len(self.scores) == len(self.events) == len(self.others)
        if not alike or any(a >= b for a, b in zip(self.scores, self.scores[1:])):
            raise Fault("held-out-form")
        if min((*self.events, *self.others), default=-1) < 0 or not self.event_count or not sum(self.others):
            raise Fault("held-out-form")
        if not 0 < self.rate < 1:
            raise Fault("between-0-and-1", ".rate")
        found = figures_of(np.array(self.events, float), np.array(self.others, float), self.rate)
        told = [self.auc.value, *(point.needed for point in self.capacity)]
        expected = [found[0], *(needed_for(point.caught, *found[1:]) for point in self.capacity)]
        if any(abs(a - b) > AGREES for a, b in zip(told, expected)):
            raise Fault("held-out-figures")

    @property
    def event_count(self) -> int:
        """How many have the event."""
        return sum(self.events)

    @property
    def patient_count(self) -> int:
        """How many they are."""
        return self.event_count + sum(self.others)


def figures_of(events: np.ndarray, others: np.ndarray, rate: float) -> tuple[float, np.ndarray, np.ndarray]:
    """Area under the curve, and the shares of the events and of all patients at each score or above.

    Parameters
    ----------
    events, others : arrays, shape (..., scores)
        Counts by ascending score; the last axis is summed over.
    """
    e = events / events.sum(axis=-1, keepdims=True)
    o = others / others.sum(axis=-1, keepdims=True)
    below = np.cumsum(o, axis=-1) - o / 2
    caught = np.cumsum(e[..., ::-1], axis=-1)[..., ::-1]
    passed = np.cumsum(o[..., ::-1], axis=-1)[..., ::-1]
    return (e * below).sum(axis=-1), caught, rate * caught + (1 - rate) * passed


def needed_for(wanted: float, caught: np.ndarray, people: np.ndarray) -> float:
    """Share of patients at or above the highest score that still catches the wanted share of the events."""
    enough = np.flatnonzero(caught >= wanted - 1e-9)
    return float(people[enough[-1]])


def held_out_of(
    scores: Sequence[float],
    outcome: Sequence[bool],
    rate: float,
    title: dict[str, str],
    simulated: bool,
    seed: int = 0,
) -> dict[str, object]:
    """The entry of a manifest for patients with these log-odds and outcomes, intervals by a stratified bootstrap."""
    binned = np.round(np.asarray(scores, float) / BIN).astype(int)
    happened = np.asarray(outcome, bool)
    places = np.unique(binned)
    events, others = (
        np.array([np.count_nonzero(binned[chosen] == place) for place in places]) for chosen in (happened, ~happened)
    )
    rng = np.random.default_rng(seed)
    some, rest = (rng.multinomial(n.sum(), n / n.sum(), REPEATS) for n in (events, others))
    area, caught, people = figures_of(events, others, rate)
    areas, caughts, peoples = figures_of(some, rest, rate)
    capacity = []
    for wanted in CAUGHT:
        needed = [needed_for(wanted, c, p) for c, p in zip(caughts, peoples)]
        value = needed_for(wanted, caught, people)
        low, high = np.percentile(needed, (2.5, 97.5))
        ends = {"low": round(min(float(low), value), 4), "high": round(max(float(high), value), 4)}
        capacity.append({"caught": wanted, "needed": round(value, 4), **ends})
    low, high = np.percentile(areas, (2.5, 97.5))
    return {
        "title": title,
        "simulated": simulated,
        "rate": rate,
        "scores": [round(float(place * BIN), 2) for place in places],
        "events": events.tolist(),
        "others": others.tolist(),
        "auc": {"value": round(float(area), 4), "low": round(float(low), 4), "high": round(float(high), 4)},
        "capacity": capacity,
    }

"""The people that a risk is read against: how their scores are spread, and how the events are spread over them.

For a trained model these are patients that it was not fitted to (:mod:`inference.risk.held_out`), whose events were
counted. Where a pack has none, and for odds ratios from the literature, they are the pack's population model, whose
events follow from the model's own odds: what is said of such people is said to come from there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from inference.risk.held_out import HeldOut
from inference.risk.logistic import RESOLUTION, LogisticModel, at_prevalence, expit, logit

Basis = Literal["held-out", "population-model"]
STEPS = 60
"""Halvings of the interval in which the re-centring is sought: to the last digits."""
FARTHEST = 30.0
"""Log-odds; no model is further off than that."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Scores of the people and what share of them, and of the events, each holds.

    Attributes
    ----------
    scores
        Log-odds against the average, ascending.
    people, events
        Shares at each score; each sums to 1.
    """

    scores: np.ndarray
    people: np.ndarray
    events: np.ndarray
    basis: Basis

    def moved(self, by: float) -> Reference:
        """The same people with other log-odds."""
        return replace(self, scores=self.scores + by)

    def people_from(self, log_odds: float) -> float:
        """Share of the people with at least these log-odds, 0 to 1."""
        return float(self.people[self.scores >= log_odds].sum() / self.people.sum())

    def events_from(self, log_odds: float) -> float:
        """Share of the events among people with at least these log-odds, 0 to 1."""
        return float(self.events[self.scores >= log_odds].sum() / self.events.sum())


def of_held_out(held_out: HeldOut, rate: float | None) -> Reference:
    """Held-out patients, cases and others weighted to the rate (the pack's own where the site has set none)."""
    rate = held_out.rate if rate is None else rate
    events, others = np.array(held_out.events, float), np.array(held_out.others, float)
    events, others = events / events.sum(), others / others.sum()
    return Reference(np.array(held_out.scores), rate * events + (1 - rate) * others, events, "held-out")


def of_population(model: LogisticModel, rate: float | None) -> Reference:
    """The population model; an event is as probable as the model says, or proportional to the odds without a rate."""
    scores, weights = model.population_scores()
    people = weights / weights.sum()
    events = people * (np.exp(scores) if rate is None else expit(scores + logit(rate)))
    return Reference(scores, people, events / events.sum(), "population-model")


def recentring(reference: Reference, rate: float | None) -> float:
    """What must be added to everyone's log-odds so that the mean probability of the people is the rate.

    A model whose slope is too steep is on average too high as well, the more the rarer the event. With ``rate`` pi,
    scores s and shares w, this is the root of sum w expit(logit pi + s + x) = pi, which rises with x. Without a rate it
    is the limit for rare events, where the mean odds are the average.
    """
    if rate is None:
        return -float(np.log(reference.people @ np.exp(reference.scores)))
    low, high = -FARTHEST, FARTHEST
    for _ in range(STEPS):
        middle = (low + high) / 2
        if reference.people @ expit(reference.scores + middle + logit(rate)) > rate:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def times_average(log_odds: float, rate: float | None) -> float:
    """How many times the average risk these log-odds are; of odds without a rate, and at most all of a rate."""
    if rate is None:
        return float(np.exp(log_odds))
    return at_prevalence(log_odds, rate) / rate


def tolerance(model: LogisticModel) -> float:
    """How far merging may have moved a patient's own score in the population model."""
    return RESOLUTION * len(model.predictors)


@dataclass(frozen=True, slots=True)
class TierMeaning:
    """What it means to be in a tier, among the people that the risk is read against.

    Attributes
    ----------
    people, events
        Share of the people, and of the events, in the tier, 0 to 1.
    rate
        Share of its people who have the event; None without a rate of the site.
    basis
        Whether the events were counted in held-out patients or follow from the model's own odds.
    """

    tier: str
    people: float
    events: float
    rate: float | None
    basis: Basis


def meanings(
    reference: Reference, tiers: Sequence[str], begins: Sequence[float], rate: float | None, slack: float
) -> tuple[TierMeaning, ...]:
    """What each tier means; ``begins`` are the log-odds from which each does, the highest tier first."""
    found, people_before, events_before = [], 0.0, 0.0
    for tier, begin in zip(tiers, begins):
        people, events = reference.people_from(begin - slack), reference.events_from(begin - slack)
        share, caught = max(people - people_before, 0.0), max(events - events_before, 0.0)
        own = None if rate is None or share < 1e-9 else min(rate * caught / share, 1.0)
        found.append(TierMeaning(tier, share, caught, own, reference.basis))
        people_before, events_before = people, events
    return tuple(found)

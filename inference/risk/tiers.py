"""Tiers of risk, and the capacity view behind them.

No cut-off for extravasation has been published, so a tier is a share of the reference population (who is in the top
tenth?) unless the site has set absolute risks of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.risk.logistic import RESOLUTION, LogisticModel


@dataclass(frozen=True, slots=True)
class CapacityPoint:
    """To catch ``caught`` of the events, ``needed`` of the patients must be attended to (both 0 to 1)."""

    caught: float
    needed: float


def share_at_or_above(model: LogisticModel, log_odds: float) -> float:
    """Share of the reference population whose relative log-odds are at least this high, 0 to 1.

    Scores of the population are merged, so a patient's own kind may have moved by as much as that.
    """
    scores, weights = model.population_scores()
    moved = RESOLUTION * len(model.predictors)
    return float(weights[scores >= log_odds - moved].sum() / weights.sum())


def capacity_curve(model: LogisticModel, caught: tuple[float, ...] = (0.9, 0.8, 0.7, 0.6, 0.5)) -> list[CapacityPoint]:
    """What share of patients, taken from the highest risk down, holds the wanted share of events.

    Events are proportional to the odds, which holds for rare events.
    """
    scores, weights = model.population_scores()
    order = np.argsort(-scores)
    people = np.cumsum(weights[order]) / weights.sum()
    events = np.cumsum((weights * np.exp(scores))[order])
    events /= events[-1]
    return [
        CapacityPoint(c, float(np.interp(c, np.concatenate([[0], events]), np.concatenate([[0], people]))))
        for c in caught
    ]


def concordance(model: LogisticModel) -> float:
    """ROC AUC that the model can reach in its own reference population, 0.5 to 1.

    An event is drawn in proportion to the odds, a non-event from the population; ties count one half.
    """
    scores, weights = model.population_scores()
    order = np.argsort(scores)
    people = weights[order] / weights.sum()
    events = (weights * np.exp(scores))[order]
    events /= events.sum()
    below = np.concatenate([[0.0], np.cumsum(people)[:-1]])
    return float(np.sum(events * (below + people / 2)))

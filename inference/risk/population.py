"""The reference population: what stands in for an answer that nobody knows.

Each predictor has a small discrete distribution; predictors are taken as independent, which the pack says. An unknown
answer is averaged over it (marginalised) and widens the interval; it is never replaced by one value.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from inference.reading import Fault
from inference.vocabulary import STRICT

NORMAL_NODES = np.linspace(-8, 8, 161)
"""Nodes of a normal distribution in standard deviations, a tenth apart: sums over them are exact to 1e-9 for exp(b x)
at the effects met here, and a share of the population to 2 %, as the middle node weighs 4 %."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Distribution of a choice: the share of each answer, summing to 1."""

    __pydantic_config__ = STRICT
    predictor: str
    shares: dict[str, float]
    certainty: str
    evidence: str | None = None

    def __post_init__(self) -> None:
        if abs(sum(self.shares.values()) - 1) > 1e-6 or min(self.shares.values()) < 0:
            raise Fault("shares-sum", predictor=self.predictor)


@dataclass(frozen=True, slots=True)
class Normal:
    """Distribution of a number: normal, cut to the predictor's range."""

    __pydantic_config__ = STRICT
    predictor: str
    mean: float
    sd: float
    certainty: str
    evidence: str | None = None

    def __post_init__(self) -> None:
        if self.sd <= 0:
            raise Fault("spread-positive", predictor=self.predictor)


@dataclass(frozen=True, slots=True)
class Spread:
    """A discrete distribution of one predictor: answers and their weights."""

    answers: tuple[str | float, ...]
    weights: np.ndarray


def spread_of(distribution: Shares | Normal, low: float = -np.inf, high: float = np.inf) -> Spread:
    """Nodes and weights of a distribution; numbers are kept inside ``low`` to ``high``."""
    if isinstance(distribution, Shares):
        return Spread(tuple(distribution.shares), np.array(list(distribution.shares.values())))
    weights = np.exp(-(NORMAL_NODES**2) / 2)
    answers = np.clip(distribution.mean + distribution.sd * NORMAL_NODES, low, high)
    return Spread(tuple(float(a) for a in answers), weights / weights.sum())

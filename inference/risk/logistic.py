"""Logistic risk: contributions that sum exactly, unknown answers averaged, prevalence of the site.

The model is logit p = b0 + sum_j s_j(x_j), with s_j the summed terms of predictor j. Literature coefficients are
b = ln(odds ratio). b0 is set so that the mean risk over the reference population is the site's own event rate. Centring
on mean predictors (evidence section 1) would put it higher, as the mean of odds lies above the odds of the mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from inference.packs.vocabulary import STRICT
from inference.reading import Fault
from inference.risk.population import Spread

Z95 = 1.959964
RESOLUTION = 2.5e-4
"""Relative log-odds of the reference population that differ by less are merged."""

Answer = str | float


@dataclass(frozen=True, slots=True)
class Term:
    """One coefficient.

    Attributes
    ----------
    answer
        The choice it applies to; None for a number, where the effect is per unit.
    odds_ratio, low, high
        Odds ratio with its 95 % interval where one is published.
    significant_only
        True when no interval is published but the factor was reported as independent at p < 0.05: then the standard
        error is at most |b| / 1.96, and that bound is used (computed, conservative).
    module
        Optional module it belongs to: used only where the site has switched the module on.
    """

    __pydantic_config__ = STRICT
    predictor: str
    odds_ratio: float
    evidence: str
    answer: str | None = None
    low: float | None = None
    high: float | None = None
    significant_only: bool = False
    module: str | None = None

    def __post_init__(self) -> None:
        if self.odds_ratio <= 0:
            raise Fault("odds-ratio-positive", predictor=self.predictor)
        if (self.low is None) != (self.high is None) or (self.low is None) != self.significant_only:
            raise Fault("odds-ratio-interval", predictor=self.predictor)
        if self.low is not None and self.high is not None and not 0 < self.low <= self.odds_ratio <= self.high:
            raise Fault("odds-ratio-outside", predictor=self.predictor)

    @property
    def coefficient(self) -> float:
        """ln(odds ratio)."""
        return float(np.log(self.odds_ratio))

    @property
    def standard_error(self) -> float:
        """Of the coefficient: from the interval, (ln high - ln low) / (2 x 1.96), or its upper bound."""
        if self.low is not None and self.high is not None:
            return float(np.log(self.high / self.low) / (2 * Z95))
        return abs(self.coefficient) / Z95

    def applies(self, answer: Answer) -> float:
        """What the coefficient is multiplied by."""
        return float(answer) if self.answer is None else float(answer == self.answer)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one predictor adds to the log-odds, against the average of the reference population.

    Attributes
    ----------
    answer
        None when unknown; the log-odds are then 0 and ``spread`` says how far the truth may lie.
    log_odds
        Added to the log-odds.
    spread
        Standard deviation of the contribution, log-odds.
    """

    predictor: str
    answer: Answer | None
    log_odds: float
    spread: float


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """Terms and the population that they are read against."""

    terms: tuple[Term, ...]
    population: Mapping[str, Spread]

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the terms."""
        return tuple(dict.fromkeys(term.predictor for term in self.terms))

    def score(self, predictor: str, answer: Answer) -> float:
        """Summed log-odds of one predictor at one answer."""
        return sum(t.coefficient * t.applies(answer) for t in self.terms if t.predictor == predictor)

    def contribution(self, predictor: str, answer: Answer | None) -> Contribution:
        """Log-odds against the population's average odds, ln E[exp(s)].

        Averaging odds, not log-odds, makes the average patient's risk the site's average.
        """
        spread = self.population[predictor]
        scores = self._scores(predictor)
        weights = spread.weights * np.exp(scores)
        average = float(np.log(weights.sum()))
        if answer is None:
            middle = spread.weights @ scores
            return Contribution(predictor, None, 0.0, float(np.sqrt(spread.weights @ (scores - middle) ** 2)))
        variance = 0.0
        for term in (t for t in self.terms if t.predictor == predictor):
            typical = (weights / weights.sum()) @ np.array([term.applies(a) for a in spread.answers])
            variance += ((term.applies(answer) - typical) * term.standard_error) ** 2
        return Contribution(predictor, answer, self.score(predictor, answer) - average, float(np.sqrt(variance)))

    def _scores(self, predictor: str) -> np.ndarray:
        """Summed log-odds of every answer in the population."""
        return np.array([self.score(predictor, answer) for answer in self.population[predictor].answers])

    def population_scores(self) -> tuple[np.ndarray, np.ndarray]:
        """Relative log-odds of every kind of patient in the reference population and their weights.

        Returns
        -------
        scores, weights : arrays, shape (kinds,), sorted by score; scores closer than ``RESOLUTION`` are merged, so
            that one is off by at most ``RESOLUTION`` for each predictor.
        """
        scores, weights = np.zeros(1), np.ones(1)
        # Numbers first: their many answers are cheap to combine while there are few kinds of patients.
        for predictor in sorted(self.predictors, key=lambda p: -len(self.population[p].answers)):
            spread = self.population[predictor]
            own = self._scores(predictor)
            own -= np.log(spread.weights @ np.exp(own))
            scores = (scores[:, None] + own[None]).ravel()
            weights = (weights[:, None] * spread.weights[None]).ravel()
            scores, weights = _merge(scores, weights)
        return scores, weights


def _merge(scores: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    bins = np.floor((scores - scores.min()) / RESOLUTION).astype(int)
    total = np.bincount(bins, weights)
    used = total > 0
    return np.bincount(bins, weights * scores)[used] / total[used], total[used]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A logistic result.

    Attributes
    ----------
    contributions
        One for each predictor, in the model's order.
    log_odds
        Sum of the contributions: relative to the site's average odds.
    spread
        Standard deviation of ``log_odds`` from the coefficients' errors and the unknown answers.
    """

    contributions: tuple[Contribution, ...]
    log_odds: float
    spread: float


def estimate(model: LogisticModel, answers: Mapping[str, Answer | None]) -> Estimate:
    """Sum the contributions of the given answers; a missing or None answer is unknown."""
    parts = tuple(model.contribution(p, answers.get(p)) for p in model.predictors)
    spread = float(np.sqrt(sum(part.spread**2 for part in parts)))
    return Estimate(parts, sum(part.log_odds for part in parts), spread)


def logit(p: float) -> float:
    """ln(p / (1 - p))."""
    return float(np.log(p / (1 - p)))


def expit(x: float) -> float:
    """Inverse of :func:`logit`; exact in both tails, where one of the exponentials would overflow."""
    small = np.exp(-abs(x))
    return float((1 if x >= 0 else small) / (1 + small))


def shift_prevalence(probability: float, trained: float, site: float) -> float:
    """Move a probability from the training prevalence to the site's.

    logit(p_site) = logit(p_model) - logit(pi_train) + logit(pi_site); Saerens et al. 2002, evidence section 1.
    """
    return expit(logit(probability) - logit(trained) + logit(site))


Direction = Literal["raises", "lowers", "neutral"]


def direction(log_odds: float, threshold: float = 0.02) -> Direction:
    """Whether a contribution raises or lowers the risk; under 2 % in odds it does neither."""
    if abs(log_odds) < threshold:
        return "neutral"
    return "raises" if log_odds > 0 else "lowers"

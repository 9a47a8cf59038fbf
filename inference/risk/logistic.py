"""Logistic risk: contributions that sum exactly, unknown answers averaged, prevalence of the site.

The model is logit p = b0 + sum_j s_j(x_j), with s_j the summed terms of predictor j. Literature coefficients are
b = ln(odds ratio). b0 is set so that the mean risk over the reference population is the site's own event rate. Centring
on mean predictors (evidence section 1) would put it higher, as the mean of odds lies above the odds of the mean.

A trained model has a b0 of its own, at its training prevalence. Its log-odds against the average are then
logit p - logit(pi_train), and its contributions leave a remainder: b0 and the averages they are read against. As such a
model's mean probability need not be the rate, it is re-centred (:func:`inference.risk.reference.recentring`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist
from typing import Literal, overload

import numpy as np

from inference.reading import Fault
from inference.risk.population import Spread
from inference.vocabulary import STRICT

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
    p_value
        Two-sided P value of the coefficient (Wald) where no interval is published: the standard error is |b| / z, with
        z the normal quantile of 1 - P/2. Where P is only published to lie below a value, that value is given and the
        standard error is an upper bound.
    significant_only
        True when not even that is published but the factor was reported as independent at p < 0.05: then the standard
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
    p_value: float | None = None
    module: str | None = None

    def __post_init__(self) -> None:
        if self.odds_ratio <= 0:
            raise Fault("odds-ratio-positive", predictor=self.predictor)
        known = (self.low is not None, self.p_value is not None, self.significant_only)
        if (self.low is None) != (self.high is None) or sum(known) != 1:
            raise Fault("odds-ratio-interval", predictor=self.predictor)
        if self.low is not None and self.high is not None and not 0 < self.low <= self.odds_ratio <= self.high:
            raise Fault("odds-ratio-outside", predictor=self.predictor)
        if self.p_value is not None and not 0 < self.p_value < 1:
            raise Fault("between-0-and-1", ".p_value")

    @property
    def coefficient(self) -> float:
        """ln(odds ratio)."""
        return float(np.log(self.odds_ratio))

    @property
    def standard_error(self) -> float:
        """Of the coefficient: from the interval, (ln high - ln low) / (2 x 1.96), from its P value, or a bound."""
        if self.low is not None and self.high is not None:
            return float(np.log(self.high / self.low) / (2 * Z95))
        z = Z95 if self.p_value is None else NormalDist().inv_cdf(1 - self.p_value / 2)
        return abs(self.coefficient) / z

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
class Fit:
    """What a trained model knows beyond its odds ratios.

    Attributes
    ----------
    intercept
        Log-odds where every term is zero, at the training prevalence.
    prevalence
        Share of events that it was trained on, 0 to 1.
    covariance
        Of the intercept and the coefficients in the order of the terms, shape (terms + 1, terms + 1); None where only
        the intervals of the odds ratios are known.
    recentring
        Log-odds added to everyone's, so that the mean probability of the people whom the risk is read against is the
        site's rate (:func:`inference.risk.reference.recentring`).
    """

    intercept: float
    prevalence: float
    covariance: np.ndarray | None = None
    recentring: float = 0.0


@dataclass(frozen=True, slots=True)
class LogisticModel:
    """Terms, the population that they are read against, and for a trained model how it was fitted."""

    terms: tuple[Term, ...]
    population: Mapping[str, Spread]
    fit: Fit | None = None

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the terms."""
        return tuple(dict.fromkeys(term.predictor for term in self.terms))

    @property
    def offset(self) -> float:
        """Log-odds against the site's average of a patient whose contributions are all 0: 0 but for a trained model."""
        if self.fit is None:
            return 0.0
        averages = sum(self._average(p) for p in self.predictors)
        return self.fit.intercept - logit(self.fit.prevalence) + self.fit.recentring + averages

    def score(self, predictor: str, answer: Answer) -> float:
        """Summed log-odds of one predictor at one answer."""
        return sum(t.coefficient * t.applies(answer) for t in self.terms if t.predictor == predictor)

    def contribution(self, predictor: str, answer: Answer | None) -> Contribution:
        """Log-odds against the population's average odds, ln E[exp(s)].

        Averaging odds, not log-odds, makes the average patient's risk the site's average.
        """
        if answer is None:
            spread, scores = self.population[predictor], self._scores(predictor)
            middle = spread.weights @ scores
            return Contribution(predictor, None, 0.0, float(np.sqrt(spread.weights @ (scores - middle) ** 2)))
        own = [n for n, term in enumerate(self.terms) if term.predictor == predictor]
        away = np.array([self.terms[n].applies(answer) - self._typical(self.terms[n]) for n in own])
        variance = away @ self._covariance()[np.ix_(own, own)] @ away
        log_odds = self.score(predictor, answer) - self._average(predictor)
        return Contribution(predictor, answer, log_odds, float(np.sqrt(variance)))

    def known_variance(self, answers: Mapping[str, Answer | None]) -> float:
        """Variance of the log-odds from the coefficients' errors alone.

        With a covariance x' V x (delta method), x = 1 and what each coefficient is multiplied by; for an unknown answer
        that is its average over the population, which is the derivative of ln E[exp(s)]. Without one the errors are
        independent and the average patient's log-odds are known.
        """
        given = [answers.get(term.predictor) for term in self.terms]
        typical = np.array([self._typical(term) for term in self.terms])
        x = np.array([t if a is None else term.applies(a) for term, a, t in zip(self.terms, given, typical)])
        if self.fit is None or self.fit.covariance is None:
            return float((x - typical) @ self._covariance() @ (x - typical))
        x = np.concatenate([[1.0], x])
        return float(x @ self.fit.covariance @ x)

    def _covariance(self) -> np.ndarray:
        """Of the coefficients, without the intercept."""
        if self.fit is None or self.fit.covariance is None:
            return np.diag([term.standard_error**2 for term in self.terms])
        return self.fit.covariance[1:, 1:]

    def _average(self, predictor: str) -> float:
        """Log of the mean odds over the population, ln E[exp(s)]."""
        return float(np.log(self.population[predictor].weights @ np.exp(self._scores(predictor))))

    def _typical(self, term: Term) -> float:
        """What the coefficient is multiplied by on average over the population, weighted by the odds."""
        spread = self.population[term.predictor]
        weights = spread.weights * np.exp(self._scores(term.predictor))
        return float(weights @ np.array([term.applies(answer) for answer in spread.answers]) / weights.sum())

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
            own = self._scores(predictor) - self._average(predictor)
            scores = (scores[:, None] + own[None]).ravel()
            weights = (weights[:, None] * spread.weights[None]).ravel()
            scores, weights = _merge(scores, weights)
        return scores + self.offset, weights


def _merge(scores: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    bins = np.floor((scores - scores.min()) / RESOLUTION).astype(int)
    total = np.bincount(bins, weights)
    used = total > 0
    return np.bincount(bins, weights * scores)[used] / total[used], total[used]


@dataclass(frozen=True, slots=True)
class LinearPredictor:
    """What a logistic model gives for one patient.

    Attributes
    ----------
    contributions
        One for each predictor, in the model's order.
    log_odds
        Sum of the contributions and the offset: relative to the site's average odds.
    spread
        Standard deviation of ``log_odds`` from the coefficients' errors and the unknown answers.
    offset
        What a trained model adds to its contributions, :attr:`LogisticModel.offset`.
    """

    contributions: tuple[Contribution, ...]
    log_odds: float
    spread: float
    offset: float


def estimate(model: LogisticModel, answers: Mapping[str, Answer | None]) -> LinearPredictor:
    """Sum the contributions of the given answers; a missing or None answer is unknown."""
    parts = tuple(model.contribution(p, answers.get(p)) for p in model.predictors)
    unknown = sum(part.spread**2 for part in parts if part.answer is None)
    spread = float(np.sqrt(model.known_variance(answers) + unknown))
    return LinearPredictor(parts, sum(part.log_odds for part in parts) + model.offset, spread, model.offset)


def logit(p: float) -> float:
    """ln(p / (1 - p))."""
    return float(np.log(p / (1 - p)))


@overload
def expit(x: float) -> float: ...
@overload
def expit(x: np.ndarray) -> np.ndarray: ...
def expit(x: float | np.ndarray) -> float | np.ndarray:
    """Inverse of :func:`logit`, of one number or of each; exact in both tails, where an exponential would overflow."""
    small = np.exp(-np.abs(x))
    chance = np.where(x >= 0, 1, small) / (1 + small)
    return chance if isinstance(x, np.ndarray) else float(chance)


def at_prevalence(log_odds: float, prevalence: float) -> float:
    """Probability of log-odds against the average, where the average is this prevalence."""
    return expit(logit(prevalence) + log_odds)


def shift_prevalence(probability: float, trained: float, site: float) -> float:
    """Move a probability from the training prevalence to the site's, whose log-odds against the average are the same.

    logit(p_site) = logit(p_model) - logit(pi_train) + logit(pi_site); Saerens et al. 2002, evidence section 1.
    """
    return at_prevalence(logit(probability) - logit(trained), site)


Direction = Literal["raises", "lowers", "neutral"]


def direction(log_odds: float, threshold: float = 0.02) -> Direction:
    """Whether a contribution raises or lowers the risk; under 2 % in odds it does neither."""
    if abs(log_odds) < threshold:
        return "neutral"
    return "raises" if log_odds > 0 else "lowers"

"""Logistic regression for few predictors: maximum likelihood, or Firth's where the data separate.

Written for the many small fits of elimination and bootstrap, where a general library spends its time on checks; the
tests compare it with statsmodels.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import chdtrc, expit

Method = Literal["maximum-likelihood", "firth"]
MAX_STEPS = 5000
"""Newton's method needs a few, some dozens where a step must be halved, and hundreds up the flat ridge of a penalised
likelihood that few patients with many yes-or-no answers leave."""
DIFFERENCE = 1e-5
"""Of coefficients of columns with standard deviation 1."""
CONVERGED = 1e-10
"""Twice what the likelihood can still gain by Newton's estimate."""
SEPARATED = 18.0
"""Log-odds of a patient beyond which a likelihood is taken to have no maximum: a chance of 1.5e-8."""


@dataclass(frozen=True, slots=True)
class Regression:
    """One fit; the intercept comes first in every array.

    Attributes
    ----------
    covariance
        Inverse of the information at the estimate.
    log_likelihood
        Without Firth's penalty.
    """

    coefficients: np.ndarray
    covariance: np.ndarray
    log_likelihood: float
    method: Method

    def log_odds(self, design: np.ndarray) -> np.ndarray:
        """Linear predictor of each row."""
        return self.coefficients[0] + design @ self.coefficients[1:]

    def wald_p(self, columns: np.ndarray) -> float:
        """Joint Wald test that the coefficients of these columns (0 is the first after the intercept) are all 0."""
        own = np.asarray(columns) + 1
        values = self.coefficients[own]
        statistic = values @ np.linalg.solve(self.covariance[np.ix_(own, own)], values)
        return float(chdtrc(len(own), statistic))


def fit(event: np.ndarray, design: np.ndarray, offset: np.ndarray | None = None) -> Regression:
    """Fit by maximum likelihood; where that has no maximum, by Firth's penalised likelihood.

    Firth, Biometrika 1993;80:27; Heinze and Schemper, Stat Med 2002;21:2409.

    Parameters
    ----------
    event : bool array, shape (n,)
    design : array, shape (n, columns)
        Without a constant; columns must not be constant or collinear (:func:`independent_columns`).
    offset : array, shape (n,), optional
        Log-odds that are added as they are.
    """
    found = maximise(event, design, offset, "maximum-likelihood")
    return found if found is not None else fit_firth(event, design, offset)


def fit_firth(event: np.ndarray, design: np.ndarray, offset: np.ndarray | None = None) -> Regression:
    """Fit by Firth's penalised likelihood, which always has a maximum; arguments as of :func:`fit`."""
    found = maximise(event, design, offset, "firth")
    if found is None:
        raise ArithmeticError("Firth's likelihood did not converge")
    return found


def maximise(
    event: np.ndarray, design: np.ndarray, offset: np.ndarray | None, method: Method, farthest: float = SEPARATED
) -> Regression | None:
    """Newton's method with halved steps; None where there is no maximum. Arguments as of :func:`fit`.

    Parameters
    ----------
    farthest
        A likelihood that grows beyond these log-odds of a patient has no maximum; infinite where it must have one, as
        of outcomes that are shares.
    """
    fixed = np.zeros(len(event)) if offset is None else np.asarray(offset, float)
    # Centred and scaled columns keep the information well conditioned, whatever the units.
    centre, scale = design.mean(axis=0), design.std(axis=0)
    x = np.column_stack([np.ones(len(event)), (design - centre) / scale])
    problem = _Problem(x, np.asarray(event, float), fixed, method == "firth")
    beta = np.zeros(x.shape[1])
    beta[0] = np.log(problem.event.mean() / (1 - problem.event.mean())) - fixed.mean()
    value = problem.value(beta)
    for _ in range(MAX_STEPS):
        try:
            gradient, step = problem.step(beta)
        except np.linalg.LinAlgError:
            return None
        if gradient @ step < CONVERGED:
            break
        before = value
        beta, value = _walk(problem, beta, step, value)
        if value <= before:
            # As high as the arithmetic can tell.
            break
        if method == "maximum-likelihood" and np.abs(fixed + x @ beta).max() > farthest:
            return None
    else:
        return None
    back = np.diag(np.concatenate([[1.0], 1 / scale]))
    back[0, 1:] = -centre / scale
    covariance = back @ np.linalg.inv(problem.information(beta)) @ back.T
    return Regression(back @ beta, covariance, problem.log_likelihood(beta), method)


def _walk(problem: _Problem, beta: np.ndarray, step: np.ndarray, value: float) -> tuple[np.ndarray, float]:
    """Go as far along the step as it leads up: the new place and its value."""
    for halving in range(20):
        there = beta + step / 2**halving
        reached = problem.value(there)
        if reached > value:
            return there, reached
    return beta, value


@dataclass(frozen=True, slots=True)
class _Problem:
    """Likelihood of one fit."""

    x: np.ndarray
    event: np.ndarray
    offset: np.ndarray
    penalised: bool

    def log_likelihood(self, beta: np.ndarray) -> float:
        log_odds = self.offset + self.x @ beta
        return float((self.event * log_odds - np.logaddexp(0, log_odds)).sum())

    def information(self, beta: np.ndarray) -> np.ndarray:
        chance = expit(self.offset + self.x @ beta)
        return self.x.T @ (self.x * (chance * (1 - chance))[:, None])

    def value(self, beta: np.ndarray) -> float:
        """What is maximised: the likelihood, with Jeffreys' prior for Firth's."""
        if not self.penalised:
            return self.log_likelihood(beta)
        return self.log_likelihood(beta) + float(np.linalg.slogdet(self.information(beta))[1]) / 2

    def step(self, beta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Gradient, and Newton's step up it."""
        gradients, curvatures = self._slopes(beta[None])
        gradient, curvature = gradients[0], curvatures[0]
        if self.penalised:
            bent = self._bend(beta)
            # Where the likelihood is not concave, Newton's step would lead down.
            curvature = bent if np.linalg.eigvalsh(bent)[0] > 0 else curvature
        return gradient, np.linalg.solve(curvature, gradient)

    def _slopes(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Gradients (places, columns) and information; Firth's penalty counts into it as 1 + leverage patients each."""
        chance = expit(self.offset + places @ self.x.T)
        spread = chance * (1 - chance)
        curvature = self._spanned(spread)
        residual = self.event - chance
        if self.penalised:
            leverage = spread * ((self.x @ np.linalg.inv(curvature)) * self.x).sum(axis=2)
            residual = residual + leverage * (0.5 - chance)
            curvature = self._spanned(spread * (1 + leverage))
        return residual @ self.x, curvature

    def _spanned(self, weights: np.ndarray) -> np.ndarray:
        return self.x.T @ (self.x * weights[:, :, None])

    def _bend(self, beta: np.ndarray) -> np.ndarray:
        """How the gradient falls, by differences: on the flat ridge of a few patients the information says far more."""
        ways = np.eye(len(beta)) * DIFFERENCE
        gradients = self._slopes(np.concatenate([beta - ways, beta + ways]))[0].reshape(2, len(beta), len(beta))
        falls = (gradients[0] - gradients[1]) / (2 * DIFFERENCE)
        return (falls + falls.T) / 2


def independent_columns(design: np.ndarray) -> np.ndarray:
    """Which columns add something to the constant and the columns before them: bool array, shape (columns,)."""
    kept = np.ones((len(design), 1))
    chosen = np.zeros(design.shape[1], bool)
    for n, column in enumerate(design.T):
        away = column - kept @ np.linalg.lstsq(kept, column, rcond=None)[0]
        if np.linalg.norm(away) > 1e-6 * np.linalg.norm(column) and np.linalg.norm(away) > 0:
            chosen[n] = True
            kept = np.column_stack([kept, column])
    return chosen


def platt(event: np.ndarray, score: np.ndarray) -> tuple[float, float]:
    """Intercept and slope, not below 0, that make a score the log-odds of the event.

    Platt, Advances in Large Margin Classifiers 1999. A score that runs the wrong way, as noise does in cross-validation
    half of the time, gets slope 0.
    """
    rate = np.log(event.mean() / (1 - event.mean()))
    if np.ptp(score) <= 1e-12 * (1 + np.abs(score).max()):
        return float(rate), 0.0
    intercept, slope = fit(event, score[:, None]).coefficients
    return (float(intercept), float(slope)) if slope > 0 else (float(rate), 0.0)

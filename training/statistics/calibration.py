"""Whether probabilities mean what they say.

``weights`` (see :func:`training.statistics.samples.prevalence_weights`) re-weight a case-control sample to a
population; the probabilities must then be at the population's prevalence too. Intervals with weights are those of
sampling by outcome; they are too narrow where few patients carry most of the weight (about 91 % in place of 95 % for 90
events and 208 others at a prevalence of 0.2 %). The slope needs no weights: sampling by outcome changes the intercept
only (Prentice and Pyke, Biometrika 1979;66:403), so that it is more precise, and its interval right, without them.

Log-odds of probabilities 0 and 1 are those of 1e-9 and 1 - 1e-9.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, logit
from scipy.stats import norm

from training.statistics.logistic import Fit, fit_logistic, spline_basis, stratified_total
from training.statistics.samples import (
    NOT_ESTIMABLE,
    Interval,
    checked_outcome,
    checked_probabilities,
    checked_weights,
)

NEAREST = 1e-9
GRID = 100
KNOT_QUANTILES = {3: (0.1, 0.5, 0.9), 4: (0.05, 0.35, 0.65, 0.95), 5: (0.05, 0.275, 0.5, 0.725, 0.95)}
"""Harrell, Regression Modeling Strategies 2015, table 2.3."""


def calibration_intercept(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None, level: float = 0.95
) -> Interval:
    """Calibration in the large: a in logit(y) = a + offset(LP); 0 is ideal, above 0 the risk is underestimated.

    Cox, Biometrika 1958;45:562; Van Calster et al., BMC Med 2019;17:230. NaN unless both kinds of patients are there.
    """
    event, p, weights = _checked(outcome, p, weights)
    return _wald(fit_logistic(event, np.ones((len(event), 1)), _log_odds(p), weights), 0, level)


def calibration_slope(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None, level: float = 0.95
) -> Interval:
    """Slope b in logit(y) = a + b LP; 1 is ideal, below 1 the predictions are too extreme.

    Cox 1958; Van Calster et al. 2019. NaN unless both kinds of patients are there, and where the probabilities do not
    differ or separate the two kinds completely (the slope is then infinite).
    """
    event, p, weights = _checked(outcome, p, weights)
    if _separated(event, p):
        return NOT_ESTIMABLE
    log_odds = _log_odds(p)
    return _wald(fit_logistic(event, np.column_stack([np.ones(len(p)), log_odds]), None, weights), 1, level)


def observed_expected(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None, level: float = 0.95
) -> Interval:
    """Observed over expected number of events, with an interval on the log scale; 1 is ideal.

    O:E and log scale: Debray et al., BMJ 2017;356:i6460. Its variance there takes the expected number as fixed, which
    makes the interval of a good model too wide; here it is the linearised variance of a ratio of two totals of the same
    patients (Cochran, Sampling Techniques 1977, ch. 6). NaN without events; limits NaN with one patient.
    """
    event, p, weights = _checked(outcome, p, weights)
    if not event.any():
        return NOT_ESTIMABLE
    plain = np.ones(len(p)) if weights is None else weights
    observed, expected = float(plain @ event), float(plain @ p)
    if not expected or len(p) < 2:
        return Interval(float("inf") if not expected else observed / expected, np.nan, np.nan)
    ratio = observed / expected
    # Each patient pulls the ratio towards itself: the jackknife's 1 - leverage takes that back.
    departures = plain * (event - ratio * p) / (1 - plain * p / expected)
    total = len(p) * np.var(departures, ddof=1)
    if weights is not None:
        total = stratified_total(departures[:, None], event)[0, 0]
    factor = np.exp(norm.ppf((1 + level) / 2) * np.sqrt(total) / observed)
    return Interval(ratio, float(ratio / factor), float(ratio * factor))


class CalibrationCurve(NamedTuple):
    """Observed share of events at each predicted probability of the grid, with pointwise limits."""

    grid: np.ndarray
    observed: np.ndarray
    low: np.ndarray
    high: np.ndarray


def smooth_calibration(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None, level: float = 0.95
) -> CalibrationCurve:
    """Smooth calibration curve: logistic regression on a restricted cubic spline of the log-odds.

    Harrell, Regression Modeling Strategies 2015, ch. 10; Austin and Steyerberg, Stat Med 2014;33:517. A spline and not
    loess, since it takes weights and its limits are those of a binary outcome. Three knots below 50 patients of the
    rarer kind, four below 200, else five; fewer, down to a straight line, where the data do not allow them.

    Returns
    -------
    CalibrationCurve
        On 100 probabilities from the smallest to the largest, evenly spaced in log-odds. All but the grid are NaN where
        the slope is not estimable.
    """
    event, p, weights = _checked(outcome, p, weights)
    log_odds = _log_odds(p)
    at = np.linspace(log_odds.min(), log_odds.max(), GRID)
    smooth = _Smooth.of(event, p, weights)
    if smooth is None:
        return CalibrationCurve(expit(at), *np.full((3, GRID), np.nan))
    design = smooth.design(at)
    centre = design @ smooth.fit.coefficients
    half = norm.ppf((1 + level) / 2) * np.sqrt(np.einsum("ij,jk,ik->i", design, smooth.fit.covariance, design))
    return CalibrationCurve(expit(at), expit(centre), expit(centre - half), expit(centre + half))


@dataclass(frozen=True, slots=True)
class CalibrationError:
    """Mean, median and 90th percentile of the distance between smooth curve and prediction over the patients."""

    ici: float
    e50: float
    e90: float


def ici(outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None) -> CalibrationError:
    """Integrated calibration index, E50 and E90: Austin and Steyerberg, Stat Med 2019;38:4051.

    From the curve of :func:`smooth_calibration`. It is above 0 even for a perfect model, the more so the smaller the
    sample. NaN where that curve is.
    """
    event, p, weights = _checked(outcome, p, weights)
    smooth = _Smooth.of(event, p, weights)
    if smooth is None:
        return CalibrationError(np.nan, np.nan, np.nan)
    error = np.abs(expit(smooth.design(_log_odds(p)) @ smooth.fit.coefficients) - p)
    if weights is None:
        middle, most = np.quantile(error, (0.5, 0.9))
    else:
        middle, most = np.quantile(error, (0.5, 0.9), weights=weights, method="inverted_cdf")
    return CalibrationError(float(np.average(error, weights=weights)), float(middle), float(most))


@dataclass(frozen=True, slots=True)
class Brier:
    """Brier score (0 is ideal) and scaled Brier score (1 is ideal, 0 as good as the event rate for everyone)."""

    score: float
    scaled: float


def brier(outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None = None) -> Brier:
    """Mean squared error of the probabilities, and 1 - B/(ybar(1 - ybar)).

    Brier, Mon Weather Rev 1950;78:1; scaled: Steyerberg et al., Epidemiology 2010;21:128. The scaled score is NaN
    unless both kinds of patients are there.
    """
    event, p, weights = _checked(outcome, p, weights)
    score = float(np.average((p - event) ** 2, weights=weights))
    rate = float(np.average(event, weights=weights))
    return Brier(score, 1 - score / (rate * (1 - rate)) if event.any() and not event.all() else float("nan"))


@dataclass(frozen=True, slots=True)
class _Smooth:
    """The fitted curve; without knots it is a straight line in log-odds."""

    fit: Fit
    knots: np.ndarray | None

    @classmethod
    def of(cls, event: np.ndarray, p: np.ndarray, weights: np.ndarray | None) -> _Smooth | None:
        if _separated(event, p):
            return None
        log_odds = _log_odds(p)
        rarer = min(event.sum(), (~event).sum())
        most = 3 if rarer < 50 else 4 if rarer < 200 else 5
        choices = [np.unique(np.quantile(log_odds, KNOT_QUANTILES[count])) for count in range(most, 2, -1)]
        for knots in [*(k for k in choices if len(k) > 2), None]:
            fit = fit_logistic(event, _design(log_odds, knots), None, weights)
            if fit is not None:
                return cls(fit, knots)
        return None

    def design(self, log_odds: np.ndarray) -> np.ndarray:
        return _design(log_odds, self.knots)


def _design(log_odds: np.ndarray, knots: np.ndarray | None) -> np.ndarray:
    columns = log_odds[:, None] if knots is None else spline_basis(log_odds, knots)
    return np.column_stack([np.ones(len(log_odds)), columns])


def _separated(event: np.ndarray, p: np.ndarray) -> bool:
    """Whether a threshold splits the kinds completely, or nothing differs: the slope then has no finite estimate."""
    if event.all() or not event.any():
        return True
    return p[event].min() >= p[~event].max() or p[event].max() <= p[~event].min()


def _wald(fit: Fit | None, place: int, level: float) -> Interval:
    if fit is None:
        return NOT_ESTIMABLE
    value = float(fit.coefficients[place])
    half = float(norm.ppf((1 + level) / 2) * np.sqrt(fit.covariance[place, place]))
    return Interval(value, value - half, value + half)


def _log_odds(p: np.ndarray) -> np.ndarray:
    return logit(np.clip(p, NEAREST, 1 - NEAREST))


def _checked(
    outcome: ArrayLike, p: ArrayLike, weights: ArrayLike | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
    event = checked_outcome(outcome)
    given = None if weights is None else checked_weights(weights, len(event))
    return event, checked_probabilities(p, len(event)), given

"""How well a score separates patients with the event from the others.

None of these depends on how many events there are, so that a case-control sample needs no weights here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, logit
from scipy.stats import norm

from training.statistics.proportions import wilson
from training.statistics.samples import NOT_ESTIMABLE, Interval, checked_outcome, checked_scores


def auc(outcome: ArrayLike, score: ArrayLike) -> float:
    """Area under the ROC curve: chance that an event scores above another patient, ties counting half.

    Hanley and McNeil, Radiology 1982;143:29. NaN unless both kinds of patients are there.
    """
    event, score = _checked(outcome, score)
    return float("nan") if _one_kind(event) else _Placements.of(event, score).auc


def delong(outcome: ArrayLike, score: ArrayLike, level: float = 0.95) -> Interval:
    """AUC with DeLong's variance and an interval on the logit scale, which stays within 0 and 1.

    Variance: DeLong, DeLong and Clarke-Pearson, Biometrics 1988;44:837. Logit scale: Pepe, The Statistical Evaluation
    of Medical Tests 2003, ch. 5; Qin and Hotilovac, Stat Methods Med Res 2008;17:207.

    An AUC of exactly 1 (or 0) has no variance. There the exact binomial limit of k = min(events, others) disjoint pairs
    is given, all of them in order: they are independent, each in order with probability AUC, so that AUC = 1 is
    observed with a chance of at most AUC^k and the limit (alpha/2)^(1/k) is valid, though wide.

    Returns
    -------
    Interval
        Limits are NaN with fewer than two patients of either kind, all NaN without events or without others.
    """
    event, score = _checked(outcome, score)
    if _one_kind(event):
        return NOT_ESTIMABLE
    placements = _Placements.of(event, score)
    value, pairs = placements.auc, min(event.sum(), (~event).sum())
    if pairs < 2:
        return Interval(value, np.nan, np.nan)
    if value in (0, 1):
        bound = float(((1 - level) / 2) ** (1 / pairs))
        return Interval(value, bound, 1.0) if value else Interval(value, 0.0, 1 - bound)
    centre = logit(value)
    half = norm.ppf((1 + level) / 2) * np.sqrt(placements.variance) / (value * (1 - value))
    low, high = expit(centre - half), expit(centre + half)
    return Interval(value, float(low), float(high))


@dataclass(frozen=True, slots=True)
class DelongTest:
    """Difference of two AUCs (first minus second) in the same patients, with its Wald limits, z and two-sided p."""

    difference: float
    low: float
    high: float
    z: float
    p: float


def delong_test(outcome: ArrayLike, score_a: ArrayLike, score_b: ArrayLike, level: float = 0.95) -> DelongTest:
    """Test whether two scores of the same patients have the same AUC.

    DeLong, DeLong and Clarke-Pearson, Biometrics 1988;44:837.

    Returns
    -------
    DelongTest
        Scores that rank the patients alike give z = 0 and p = 1. If two AUCs differ but their difference has no
        variance in the sample (both scores are perfect or constant), or if there are fewer than two patients of either
        kind, all but the difference are NaN.
    """
    event, score_a = _checked(outcome, score_a)
    score_b = checked_scores(score_b, len(event))
    if _one_kind(event):
        return DelongTest(np.nan, np.nan, np.nan, np.nan, np.nan)
    paired = _Placements.of(event, score_a) - _Placements.of(event, score_b)
    difference = paired.auc
    if min(event.sum(), (~event).sum()) < 2:
        return DelongTest(difference, np.nan, np.nan, np.nan, np.nan)
    if paired.constant:
        return DelongTest(0.0, 0.0, 0.0, 0.0, 1.0) if difference == 0 else DelongTest(difference, *[np.nan] * 4)
    error = np.sqrt(paired.variance)
    z, half = difference / error, norm.ppf((1 + level) / 2) * error
    return DelongTest(
        difference, float(difference - half), float(difference + half), float(z), float(2 * norm.sf(abs(z)))
    )


@dataclass(frozen=True, slots=True)
class _Placements:
    """For each patient, how many of the other kind it is in order with, ties counting half (exact half-integers)."""

    events: np.ndarray
    others: np.ndarray

    @classmethod
    def of(cls, event: np.ndarray, score: np.ndarray) -> _Placements:
        """By sorting, not by pairs, so that thousands of patients are cheap."""
        return cls(_lower(score[event], score[~event]), event.sum() - _lower(score[~event], score[event]))

    def __sub__(self, other: _Placements) -> _Placements:
        return _Placements(self.events - other.events, self.others - other.others)

    @property
    def auc(self) -> float:
        return float(self.events.sum() / (len(self.events) * len(self.others)))

    @property
    def constant(self) -> bool:
        return bool(np.ptp(self.events) == 0 and np.ptp(self.others) == 0)

    @property
    def variance(self) -> float:
        """DeLong's variance of the AUC, or of a difference of AUCs; needs two patients of each kind."""
        events, others = len(self.events), len(self.others)
        return float(
            np.var(self.events / others, ddof=1) / events + np.var(self.others / events, ddof=1) / others,
        )


def _lower(scores: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How many of the others are lower than each score; an equal one counts half."""
    others = np.sort(others)
    return (np.searchsorted(others, scores, "left") + np.searchsorted(others, scores, "right")) / 2


@dataclass(frozen=True, slots=True)
class Classification:
    """Counts and proportions (with Wilson's intervals) of the rule «positive if score >= threshold»."""

    threshold: float
    tp: int
    fp: int
    tn: int
    fn: int
    accuracy: Interval
    sensitivity: Interval
    specificity: Interval


def classification(outcome: ArrayLike, score: ArrayLike, threshold: float, level: float = 0.95) -> Classification:
    """Two-by-two table of a score at a threshold; Altman and Bland, BMJ 1994;308:1552.

    Sensitivity is NaN without events, specificity without others. Accuracy is that of the sample, not of a population
    with another event rate.
    """
    event, score = _checked(outcome, score)
    positive = score >= threshold
    tp, fp = int((positive & event).sum()), int((positive & ~event).sum())
    tn, fn = int((~positive & ~event).sum()), int((~positive & event).sum())
    return Classification(
        threshold=float(threshold),
        tp=tp,
        fp=fp,
        tn=tn,
        fn=fn,
        accuracy=wilson(tp + tn, len(event), level),
        sensitivity=wilson(tp, tp + fn, level),
        specificity=wilson(tn, tn + fp, level),
    )


def youden_threshold(outcome: ArrayLike, score: ArrayLike) -> float:
    """Threshold with the largest sensitivity + specificity - 1, for the rule «positive if score >= threshold».

    Youden, Cancer 1950;3:32. The middle between two neighbouring scores, so that rounding a stored score does not
    change its class. Among equals the lowest, which has the highest sensitivity. NaN unless both kinds of patients are
    there.
    """
    event, score = _checked(outcome, score)
    if _one_kind(event):
        return float("nan")
    values, place = np.unique(score, return_inverse=True)
    true_positives = np.cumsum(np.bincount(place, event)[::-1])[::-1]
    false_positives = np.cumsum(np.bincount(place, ~event)[::-1])[::-1]
    # Times the number of pairs: whole numbers, so that equals are found as equals.
    best = int(np.argmax(true_positives * (~event).sum() - false_positives * event.sum()))
    return float((values[best - 1] + values[best]) / 2 if best else values[0])


def _checked(outcome: ArrayLike, score: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    event = checked_outcome(outcome)
    return event, checked_scores(score, len(event))


def _one_kind(event: np.ndarray) -> bool:
    return bool(event.all() or not event.any())

"""Discrimination and classification of each model in each sample, and the tests between models."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from inference.risk.logistic import Z95, expit, logit
from training.evaluation.inputs import Sample
from training.evaluation.results import Classified, Comparison, Performance, Population
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.discrimination import Classification, auc, classification, delong, delong_test
from training.statistics.estimable import known
from training.statistics.fewest import enough
from training.statistics.proportions import predictive_values
from training.statistics.samples import Interval


def population(sample: Sample) -> Population:
    """Who is in a sample."""
    centres = sorted({case.centre for case in sample.cases if case.centre})
    patients = len({case.patient for case in sample.cases})
    return Population(sample.id, len(sample.cases), int(sample.outcome.sum()), patients, tuple(centres))


def performance(sample: Sample, model: str, seed: int, repeats: int) -> Performance | None:
    """Discrimination of one model in one sample; None where it predicted no case."""
    sample = sample.known(model)
    if not sample.cases:
        return None
    outcome, score = sample.outcome, sample.scores[model]
    return Performance(
        model=model,
        sample=sample.id,
        n=len(outcome),
        events=int(outcome.sum()),
        auc=known(delong(outcome, score)) if enough(outcome) else None,
        auc_bootstrap=bootstrap_auc(sample, model, seed, repeats),
        roc=roc_points(outcome, score) if enough(outcome) else (),
    )


def classified(sample: Sample, model: str, rule: str, threshold: float, prevalence: float) -> Classified | None:
    """One model in one sample at a threshold that was locked before; None where it predicted no case.

    Parameters
    ----------
    threshold
        Probability at the training prevalence; a case is positive from it on.
    prevalence
        At which predictive values are given.
    """
    sample = sample.known(model)
    if not sample.cases:
        return None
    counts = classification(sample.outcome, sample.scores[model], threshold)
    ppv, npv = predictive_intervals(counts, prevalence)
    told = enough(sample.outcome)
    return Classified(
        model=model,
        sample=sample.id,
        rule=rule,
        n=len(sample.cases),
        events=int(sample.outcome.sum()),
        threshold=threshold,
        true_positives=counts.tp,
        false_positives=counts.fp,
        true_negatives=counts.tn,
        false_negatives=counts.fn,
        accuracy=counts.accuracy,
        sensitivity=known(counts.sensitivity),
        specificity=known(counts.specificity),
        ppv=known(ppv) if told else None,
        npv=known(npv) if told else None,
    )


def bootstrap_auc(sample: Sample, model: str, seed: int, repeats: int) -> Interval | None:
    """AUC with the percentile interval of patients drawn anew within each outcome."""
    if not enough(sample.outcome):
        return None
    score = sample.scores[model]
    drawn = stratified_bootstrap(auc, sample.outcome, score, seed=seed, repeats=repeats, patients=sample.patients)
    return known(drawn)


def predictive_intervals(counts: Classification, prevalence: float) -> tuple[Interval, Interval]:
    """Predictive values of a case-control sample at another prevalence, with logit intervals.

    Mercaldo, Lau and Zhou, Stat Med 2007;26:2170. Where a cell is empty their adjusted form is used, with z^2/2 added
    to each cell.

    Returns
    -------
    ppv, npv : Interval
    """
    ppv, npv = predictive_values(counts.sensitivity.value, counts.specificity.value, prevalence)
    added = 0.0 if min(counts.tp, counts.fp, counts.tn, counts.fn) else Z95**2 / 2
    tp, fp, tn, fn = (cell + added for cell in (counts.tp, counts.fp, counts.tn, counts.fn))
    # Variance of the logarithm of a likelihood ratio: of two independent proportions, in events and in the others.
    positive = fn / (tp * (tp + fn)) + tn / (fp * (fp + tn))
    negative = tp / (fn * (tp + fn)) + fp / (tn * (fp + tn))
    sensitivity, specificity = tp / (tp + fn), tn / (tn + fp)
    middles = predictive_values(sensitivity, specificity, prevalence)
    return _logit_interval(ppv, middles[0], positive), _logit_interval(npv, middles[1], negative)


def _logit_interval(value: float, middle: float, variance: float) -> Interval:
    centre, half = logit(middle), Z95 * math.sqrt(variance)
    low, high = (expit(centre + side * half) for side in (-1, 1))
    return Interval(value, min(low, value), max(high, value))


def roc_points(outcome: np.ndarray, score: np.ndarray) -> tuple[tuple[float, float], ...]:
    """False-positive rate and sensitivity at every threshold, rising; empty unless both kinds are there."""
    if outcome.all() or not outcome.any():
        return ()
    thresholds = np.unique(score)[::-1]
    positive = score[:, None] >= thresholds
    false, true = positive[~outcome].mean(0), positive[outcome].mean(0)
    return ((0.0, 0.0), *((float(f), float(t)) for f, t in zip(false, true)))


def comparisons(sample: Sample, pairs: Iterable[tuple[str, str]]) -> list[Comparison]:
    """DeLong's test of each pair of models in the cases that both predicted."""
    found = []
    for model, other in pairs:
        both = sample.known(model, other)
        if not both.cases:
            continue
        test = delong_test(both.outcome, both.scores[model], both.scores[other])
        told = enough(both.outcome) and not math.isnan(test.p)
        difference = known(Interval(test.difference, test.low, test.high)) if told else None
        events = int(both.outcome.sum())
        found.append(Comparison(sample.id, len(both.cases), events, model, other, difference, test.p if told else None))
    return found

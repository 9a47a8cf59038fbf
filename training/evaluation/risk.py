"""Calibration before and after the shift to the site's prevalence, and decision curves there."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from scipy.special import logit

from inference.risk.logistic import shift_prevalence
from training.evaluation.inputs import Sample
from training.evaluation.results import Calibration, DecisionCurve, Group
from training.evaluation.thresholds import thresholds_of
from training.statistics.bootstrap import stratified_bootstrap
from training.statistics.calibration import (
    brier,
    calibration_intercept,
    calibration_slope,
    ici,
    observed_expected,
    smooth_calibration,
)
from training.statistics.decision import net_benefit_at_prevalence, treat_all
from training.statistics.estimable import known, known_log, known_ratio
from training.statistics.fewest import enough
from training.statistics.proportions import wilson
from training.statistics.samples import Interval, prevalence_weights

GROUPS = 5
SMALLEST_GROUP = 6
ICI_REPEATS = 200
"""Each repeat fits a spline; a tenth of the repeats of an AUC."""
NEAREST = 1e-9


def calibration(
    sample: Sample, model: str, training: float, site: float | None, seed: int, repeats: int, thorough: bool
) -> Calibration | None:
    """One model in one sample; None where it predicted no case.

    Parameters
    ----------
    training
        Prevalence that the predictions are at.
    site
        None leaves them there. Otherwise they are shifted to this prevalence and the cases reweighted to it; a sample
        of one kind of patients cannot be, and gives None. One with too few of a kind has no figures.
    thorough
        Whether the calibration index gets its interval, whose every repeat fits a curve.
    """
    sample = sample.known(model)
    outcome, p = sample.outcome, sample.scores[model]
    both_kinds = len(outcome) > 0 and outcome.any() and not outcome.all()
    if not len(outcome) or (site is not None and not both_kinds):
        return None
    prevalence = training if site is None else site
    if not enough(outcome):
        return Calibration(model, sample.id, len(outcome), int(outcome.sum()), prevalence, site is not None)
    weights = None
    if site is not None:
        weights, p = prevalence_weights(outcome, site), shifted(p, training, site)
    score = brier(outcome, p, weights)

    def drawn(statistic: Callable[..., float], count: int) -> Interval | None:
        arrays = (p,) if weights is None else (p, weights)
        patients = sample.patients
        return known(stratified_bootstrap(statistic, outcome, *arrays, seed=seed, repeats=count, patients=patients))

    errors, spread = ici(outcome, p, weights), float(np.std(logit(np.clip(p, NEAREST, 1 - NEAREST))))
    scaled = not math.isnan(score.scaled)
    return Calibration(
        model=model,
        sample=sample.id,
        n=len(outcome),
        events=int(outcome.sum()),
        prevalence=prevalence,
        at_site=site is not None,
        intercept=known_log(calibration_intercept(outcome, p, weights)),
        slope=known_log(calibration_slope(outcome, p, weights), max(1.0, spread)),
        observed_expected=known_ratio(observed_expected(outcome, p, weights)),
        ici=drawn(lambda *rows: ici(*rows).ici, min(ICI_REPEATS, repeats)) if thorough else None,
        e50=_number(errors.e50),
        e90=_number(errors.e90),
        brier=drawn(lambda *rows: brier(*rows).score, repeats),
        brier_scaled=drawn(lambda *rows: brier(*rows).scaled, repeats) if scaled else None,
        curve=_curve(outcome, p, weights),
        groups=groups(outcome, p) if site is None else (),
    )


def shifted(p: np.ndarray, training: float, site: float) -> np.ndarray:
    """Probabilities moved from the training prevalence to the site's; those of 0 and 1 stay a hair inside."""
    return np.array([shift_prevalence(float(v), training, site) for v in np.clip(p, NEAREST, 1 - NEAREST)])


def groups(outcome: np.ndarray, p: np.ndarray) -> tuple[Group, ...]:
    """Patients in groups of equal size by predicted risk, as few as five, each of at least six."""
    count = min(GROUPS, len(p) // SMALLEST_GROUP)
    if count < 2:
        return ()
    parts = np.array_split(np.argsort(p, kind="stable"), count)
    return tuple(Group(float(p[r].mean()), wilson(int(outcome[r].sum()), len(r)), len(r)) for r in parts)


def _curve(
    outcome: np.ndarray, p: np.ndarray, weights: np.ndarray | None
) -> tuple[tuple[float, float, float, float], ...]:
    smooth = smooth_calibration(outcome, p, weights)
    if np.isnan(smooth.observed).any():
        return ()
    return tuple(tuple(map(float, point)) for point in zip(*smooth))


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def decision_curve(
    sample: Sample, model: str, training: float, site: float, wanted: tuple[float, float] | None = None
) -> DecisionCurve | None:
    """Net benefit of a model at the site's prevalence; None with too few patients of a kind.

    The interval combines Wilson's intervals of sensitivity and false-positive rate by the method of variance estimates
    recovery: Zou and Donner, Stat Med 2008;27:1693.

    Parameters
    ----------
    wanted
        Lowest and highest threshold; None: by the prevalence.
    """
    sample = sample.known(model)
    outcome = sample.outcome
    if not enough(outcome):
        return None
    p = shifted(sample.scores[model], training, site)
    thresholds = thresholds_of(site, wanted)
    values = net_benefit_at_prevalence(outcome, p, thresholds, site)
    benefit = []
    for value, threshold in zip(values, thresholds):
        found = wilson(int((p[outcome] >= threshold).sum()), int(outcome.sum()))
        falsely = wilson(int((p[~outcome] >= threshold).sum()), int((~outcome).sum()))
        gain, loss = site, (1 - site) * threshold / (1 - threshold)
        down = math.hypot(gain * (found.value - found.low), loss * (falsely.high - falsely.value))
        up = math.hypot(gain * (found.high - found.value), loss * (falsely.value - falsely.low))
        benefit.append(Interval(float(value), float(value - down), float(value + up)))
    return DecisionCurve(
        model=model,
        sample=sample.id,
        n=len(outcome),
        events=int(outcome.sum()),
        prevalence=site,
        thresholds=tuple(map(float, thresholds)),
        benefit=tuple(benefit),
        treat_all=tuple(map(float, treat_all(site, thresholds))),
    )

"""The fitted models put together with their checks: what is written to ``model.json``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.special import expit

from inference.risk.logistic import Z95
from training.cohort.settings import CohortSettings
from training.learners.design import build_design
from training.learners.logistic import LockedLogistic, Logistic
from training.recipes import ModelPlan
from training.risk.distance import QUANTILE, Distance
from training.risk.fitting import Fitted, Settings
from training.risk.model import (
    Compared,
    DistanceInfo,
    Estimate,
    NotOffered,
    OutOfFold,
    RiskModel,
    Screening,
    Thresholds,
    Univariable,
)
from training.risk.patients import Patients
from training.risk.validation import CrossValidated, averaged
from training.statistics.calibration import calibration_intercept, calibration_slope
from training.statistics.discrimination import auc, delong, youden_threshold
from training.statistics.samples import Interval

SENSITIVITY = 0.9


def lock_models(
    cohort: CohortSettings,
    training: Patients,
    fitted: Fitted,
    checked: CrossValidated,
    distances: dict[str, DistanceInfo],
    feature_names: Mapping[str, tuple[str, ...]],
    settings: Settings,
    seed: int,
) -> RiskModel:
    """Put everything together.

    Parameters
    ----------
    distances, feature_names
        By score: of the vectors that it is made of.
    """
    unseen = {name: averaged(checked.log_odds[name]) for name in fitted.models}
    return RiskModel(
        schema=3,
        recipe=cohort.recipe.id,
        outcome=cohort.outcome,
        trained_prevalence=float(training.event.mean()),
        cases=len(training),
        events=int(training.event.sum()),
        seed=seed,
        folds=settings.effort.folds,
        repeats=settings.effort.repeats,
        models=fitted.models,
        shipped=cohort.recipe.shipped,
        screening=_screening(training, fitted, settings),
        scores={name: score.about(feature_names[name]) for name, score in fitted.scores.items()},
        thresholds={name: _thresholds(training.event, unseen[name]) for name in fitted.models},
        out_of_fold={name: _out_of_fold(training.event, checked.log_odds[name]) for name in fitted.models},
        comparison=_comparison(training.event, checked, fitted, feature_names),
        distances=distances,
        notes=_notes(training, fitted, settings),
    )


def distance_info(distance: Distance, refused: Mapping[str, tuple[int, int]]) -> DistanceInfo:
    """A distance for people.

    Parameters
    ----------
    refused
        By split: cases beyond the limit and cases with a vector.
    """
    return DistanceInfo(
        distance.limit,
        QUANTILE,
        distance.map.components,
        {split: beyond for split, (beyond, _) in refused.items()},
        {split: count for split, (_, count) in refused.items()},
    )


def sensitive_threshold(event: np.ndarray, p: np.ndarray, sensitivity: float = SENSITIVITY) -> float:
    """The highest threshold at which at least this share of the events is at or above.

    In the middle between neighbouring predictions, so that rounding a stored one does not change its class.
    """
    positive = np.sort(p[event])[::-1]
    value = positive[math.ceil(sensitivity * len(positive) - 1e-9) - 1]
    below = p[p < value]
    return float((value + below.max()) / 2 if len(below) else value)


def _thresholds(event: np.ndarray, log_odds: np.ndarray) -> Thresholds:
    known = ~np.isnan(log_odds)
    outcome, p = event[known], expit(log_odds[known])
    youden = youden_threshold(outcome, p)
    # Where Youden's catches more events than were asked for, it is the sensitive one, too.
    return Thresholds(youden, min(youden, sensitive_threshold(outcome, p)))


def _out_of_fold(event: np.ndarray, runs: np.ndarray) -> OutOfFold:
    log_odds = averaged(runs)
    known = ~np.isnan(log_odds)
    outcome, p = event[known], expit(log_odds[known])
    single = [auc(event[~np.isnan(run)], run[~np.isnan(run)]) for run in runs]
    return OutOfFold(
        cases=len(outcome),
        events=int(outcome.sum()),
        auc=_estimate(delong(outcome, p)),
        auc_one_run=_estimate_value(float(np.mean(single))),
        intercept=_estimate(calibration_intercept(outcome, p)),
        slope=_estimate(calibration_slope(outcome, p)),
    )


def _comparison(
    event: np.ndarray, checked: CrossValidated, fitted: Fitted, names: Mapping[str, tuple[str, ...]]
) -> tuple[Compared, ...]:
    rows = []
    heads = {name: score.about(names[name]).head for name, score in fitted.scores.items()}
    for (score, name), runs in checked.alternatives.items():
        log_odds = averaged(runs)
        known = ~np.isnan(log_odds)
        outcome, p = event[known], expit(log_odds[known])
        shipped = bool(score) and name == heads[score]
        rows.append(
            Compared(score, name, _estimate(delong(outcome, p)), _estimate(calibration_slope(outcome, p)), shipped)
        )
    return tuple(rows)


def _screening(training: Patients, fitted: Fitted, settings: Settings) -> Screening:
    rows = []
    for name, regression in fitted.univariable.items():
        own = fitted.design.of([name])
        known = int(own.known.sum())
        p = regression.wald_p(np.arange(len(own.columns)))
        for n, column in enumerate(own.columns, 1):
            middle, error = regression.coefficients[n], np.sqrt(regression.covariance[n, n])
            low, value, high = (float(np.exp(middle + side * Z95 * error)) for side in (-1, 0, 1))
            ratio = Estimate(value, low, high)
            reference = own.references.get(name)
            unknown = len(training) - known
            rows.append(Univariable(name, column.answer, reference, ratio, p, known, unknown, regression.method))
    plans = (plan.learner for plan in settings.models if plan.answers)
    most_p = next((plan.most_p for plan in plans if isinstance(plan, Logistic) and plan.selection != "none"), None)
    return Screening(most_p, tuple(rows), tuple(_not_offered(training, fitted, settings)), fitted.kept)


def _not_offered(training: Patients, fitted: Fitted, settings: Settings):
    design = build_design(training.answers, training.predictors)
    for predictor in training.predictors:
        if predictor.id in fitted.univariable:
            continue
        known = float(np.mean([answers.get(predictor.id) is not None for answers in training.answers]))
        if known < settings.least_known:
            reason = f"known in {known:.0%} of the training cases; {settings.least_known:.0%} are needed"
        elif predictor.id not in design.predictors:
            reason = "the same in all training cases"
        else:
            reason = "its known answers allow no fit"
        yield NotOffered(predictor.id, reason)


def _notes(training: Patients, fitted: Fitted, settings: Settings) -> tuple[str, ...]:
    plans = settings.models
    chosen, blind = [p for p in plans if _shrinks(p)], [p for p in plans if not p.images]
    joint = [p for p in plans if p.answers and p.images] or [p for p in plans if p.images]
    notes = [
        "Unknown answers are never filled in: a case without a needed answer is left out of that fit, and counted."
    ]
    if joint:
        were = "was" if len(joint) == 1 else "were"
        notes.append(
            f"The {_named(joint)} {were} fitted to out-of-fold image signatures of the training cases; new patients "
            "get the locked signature, which has the same mean and spread in cases it has not seen."
        )
    if chosen:
        notes.append(
            f"Coefficients of the {_named(chosen)} were multiplied by their shrinkage factor: the mean calibration "
            "slope, on the training cases, of the whole choice and fit repeated in bootstrap samples."
        )
    notes += [
        "Covariances are those before shrinkage. They take the choice of predictors and the weights of the image "
        "signature as given.",
        "Thresholds and out-of-fold figures come from the whole procedure cross-validated; the predictions of a case "
        "are averaged over the repeats.",
    ]
    without = int((~training.imaged).sum())
    if without and blind:
        notes.append(f"Training cases without image features, used in the {_named(blind)} only: {without}.")
    if any(not fitted.models[plan.name].predictors for plan in plans if plan.images and not plan.answers):
        notes.append("The image signature says nothing here: no head predicts left-out cases. It is used in no model.")
    if not fitted.kept and blind and chosen:
        notes.append(f"No clinical predictor was kept: the {_named(blind)} gives everyone the mean risk.")
    if any(isinstance(model, LockedLogistic) and model.method == "firth" for model in fitted.models.values()):
        notes.append("An answer separates the outcomes completely; Firth's penalised likelihood was used for that fit.")
    return tuple(notes)


def _shrinks(plan: ModelPlan) -> bool:
    return plan.answers and isinstance(plan.learner, Logistic)


def _named(plans: Sequence[ModelPlan]) -> str:
    """Models in a sentence that has begun with "the": "clinical and the combined model"."""
    *first, last = (plan.noun.en for plan in plans)
    return " and the ".join([*(noun.removesuffix(" model") for noun in first), last])


def _estimate(interval: Interval) -> Estimate | None:
    if not np.isfinite(interval.value):
        return None
    low, high = (end if np.isfinite(end) else None for end in (interval.low, interval.high))
    return Estimate(interval.value, low, high)


def _estimate_value(value: float) -> float | None:
    return value if np.isfinite(value) else None

"""The fitted models put together with their checks: what is written to ``model.json``."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy.special import expit

from inference.risk.logistic import Z95
from training.cohort.settings import CohortSettings
from training.recipes import ModelPlan
from training.risk.design import build_design
from training.risk.distance import QUANTILE, Distance
from training.risk.fitting import Fitted, Settings
from training.risk.heads import TAUGHT
from training.risk.model import (
    Compared,
    DistanceInfo,
    Estimate,
    NotOffered,
    OutOfFold,
    RiskModel,
    Screening,
    Selected,
    SignatureInfo,
    Thresholds,
    Univariable,
)
from training.risk.patients import Patients
from training.risk.validation import CrossValidated, averaged
from training.statistics.calibration import calibration_intercept, calibration_slope
from training.statistics.discrimination import auc, delong, youden_threshold
from training.statistics.samples import Interval

SENSITIVITY = 0.9
LISTED_FEATURES = 50
"""Features of the largest weights that are listed; all weights stand in ``head.npz``."""


def lock_models(
    cohort: CohortSettings,
    training: Patients,
    fitted: Fitted,
    checked: CrossValidated,
    distance: Distance,
    refused: dict[str, tuple[int, int]],
    feature_names: tuple[str, ...],
    settings: Settings,
    seed: int,
) -> RiskModel:
    """Put everything together.

    Parameters
    ----------
    refused
        By split: cases beyond the distance limit and cases with images.
    """
    unseen = {name: averaged(checked.log_odds[name]) for name in fitted.models}
    return RiskModel(
        schema=2,
        recipe=cohort.recipe,
        outcome=cohort.outcome,
        trained_prevalence=float(training.event.mean()),
        cases=len(training),
        events=int(training.event.sum()),
        seed=seed,
        folds=settings.folds,
        repeats=settings.repeats,
        models=fitted.models,
        shipped=cohort.own_recipe.shipped,
        screening=_screening(training, fitted, settings),
        signature=_signature_info(fitted, training, feature_names),
        thresholds={name: _thresholds(training.event, unseen[name]) for name in fitted.models},
        out_of_fold={name: _out_of_fold(training.event, checked.log_odds[name]) for name in fitted.models},
        comparison=_comparison(training.event, checked, fitted),
        distance=DistanceInfo(
            distance.limit,
            QUANTILE,
            distance.map.components,
            {split: beyond for split, (beyond, _) in refused.items()},
            {split: count for split, (_, count) in refused.items()},
        ),
        notes=_notes(training, fitted, settings),
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


def _comparison(event: np.ndarray, checked: CrossValidated, fitted: Fitted) -> tuple[Compared, ...]:
    rows = []
    for (kind, name), runs in checked.alternatives.items():
        log_odds = averaged(runs)
        known = ~np.isnan(log_odds)
        outcome, p = event[known], expit(log_odds[known])
        shipped = kind == "image" and name == fitted.signature.tuned.head
        rows.append(
            Compared(kind, name, _estimate(delong(outcome, p)), _estimate(calibration_slope(outcome, p)), shipped)
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
    return Screening(settings.most_p, tuple(rows), tuple(_not_offered(training, fitted, settings)), fitted.kept)


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


def _signature_info(fitted: Fitted, training: Patients, names: tuple[str, ...]) -> SignatureInfo:
    signature = fitted.signature
    taught = signature.tuned.components == TAUGHT
    order = np.argsort(-signature.size, kind="stable")
    used = int(np.count_nonzero(signature.weights))
    signed = np.sign(signature.weights) * signature.size
    return SignatureInfo(
        head=signature.tuned.head,
        strength=float(signature.tuned.strengths[-1]),
        components=len(training.taught) if taught else signature.tuned.components,
        taught=taught,
        features=len(names),
        used=used,
        selected=tuple(Selected(names[n], float(signed[n])) for n in order[: min(used, LISTED_FEATURES)]),
    )


def _notes(training: Patients, fitted: Fitted, settings: Settings) -> tuple[str, ...]:
    plans = settings.models
    chosen, blind = [p for p in plans if p.answers], [p for p in plans if not p.images]
    joint = [p for p in plans if p.answers and p.images] or [p for p in plans if p.images]
    notes = [
        "Unknown answers are never filled in: a case without a needed answer is left out of that fit, and counted."
    ]
    if joint:
        notes.append(
            f"The {_named(joint)} was fitted to out-of-fold image signatures of the training cases; new patients get "
            "the locked signature, which has the same mean and spread in cases it has not seen."
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
    if any(not fitted.models[plan.name].terms for plan in plans if plan.images and not plan.answers):
        notes.append("The image signature says nothing here: no head predicts left-out cases. It is used in no model.")
    if not fitted.kept and blind:
        notes.append(f"No clinical predictor was kept: the {_named(blind)} gives everyone the mean risk.")
    if any(model.method == "firth" for model in fitted.models.values()):
        notes.append("An answer separates the outcomes completely; Firth's penalised likelihood was used for that fit.")
    return tuple(notes)


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

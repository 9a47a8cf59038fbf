"""Cross-validation of the whole procedure: every training case is predicted by models that have not seen it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from training.recipes import ModelPlan
from training.risk.design import SIGNATURE, build_design
from training.risk.fitting import Fitted, Settings, candidates, fit_all
from training.risk.folds import stratified_folds, usable_folds
from training.risk.heads import learn_transform
from training.risk.patients import Patients
from training.risk.regression import platt
from training.risk.signature import lock, tune

BOOSTING_COMPONENTS = 30
FOLD_BOOTSTRAPS = 40
"""Samples for the shrinkage inside a fold; its noise averages out over the folds."""
PENALISED = ("ridge", "lasso")


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Out-of-fold predictions; NaN where a model gave none.

    Attributes
    ----------
    log_odds : dict of arrays, shape (repeats, n)
        By model, at the prevalence of the training cases.
    signature : array, shape (repeats, n)
    alternatives : dict of arrays, shape (repeats, n)
        Log-odds by (kind, name) of what was compared on the same folds.
    heads
        Which head each fold chose.
    """

    log_odds: dict[str, np.ndarray]
    signature: np.ndarray
    alternatives: dict[tuple[str, str], np.ndarray]
    heads: tuple[str, ...]


def cross_validate(
    patients: Patients,
    settings: Settings,
    rng: np.random.Generator,
    compare: bool = True,
    track: Callable[[Sequence], Sequence] = lambda folds: folds,
) -> CrossValidated:
    """Run the whole procedure without each fold in turn and predict that fold.

    Parameters
    ----------
    compare
        Whether the alternatives are fitted, too.
    track
        Wraps the list of folds to show progress.
    """
    shape = (settings.repeats, len(patients))
    log_odds = {plan.name: np.full(shape, np.nan) for plan in settings.models}
    signature = np.full(shape, np.nan)
    alternatives: dict[tuple[str, str], np.ndarray] = {}
    heads = []
    inner = replace(settings, repeats=1, bootstraps=min(settings.bootstraps, FOLD_BOOTSTRAPS))
    for repeat, inside in track(list(_folds(patients, settings, rng))):
        learnt, left_out = patients.part(inside), patients.part(~inside)
        fitted = fit_all(learnt, inner, rng)
        heads.append(fitted.signature.tuned.head)
        scores, predicted = predict(fitted, settings.models, left_out)
        signature[repeat, ~inside] = scores
        for name, values in predicted.items():
            log_odds[name][repeat, ~inside] = values
        if compare:
            for key, values in _alternatives(learnt, left_out, fitted, inner, rng):
                alternatives.setdefault(key, np.full(shape, np.nan))[repeat, ~inside] = values
    return CrossValidated(log_odds, signature, alternatives, tuple(heads))


def _folds(patients: Patients, settings: Settings, rng: np.random.Generator) -> Iterator[tuple[int, np.ndarray]]:
    count = usable_folds(patients.event, patients.groups, settings.folds)
    for repeat in range(settings.repeats):
        fold = stratified_folds(patients.event, patients.groups, count, rng)
        yield from ((repeat, fold != k) for k in range(count))


def predict(fitted: Fitted, plans: Sequence[ModelPlan], patients: Patients) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Signature and log-odds by model of these cases; NaN where something that is needed is missing."""
    scores = fitted.signature.scores(patients.features)
    answers = [
        {**given, SIGNATURE: None if np.isnan(score) else float(score)}
        for given, score in zip(patients.answers, scores)
    ]
    log_odds = {name: _values(model.log_odds(given) for given in answers) for name, model in fitted.models.items()}
    # A model that turned out to use no images still gives nothing without them: it could not have been fitted so.
    for plan in plans:
        if plan.images:
            log_odds[plan.name][np.isnan(scores)] = np.nan
    return scores, log_odds


def _values(values: Iterator[float | None]) -> np.ndarray:
    return np.array([np.nan if value is None else value for value in values])


def _alternatives(
    learnt: Patients, left_out: Patients, fitted: Fitted, settings: Settings, rng: np.random.Generator
) -> Iterator[tuple[tuple[str, str], np.ndarray]]:
    """Every head by itself, boosting, and the clinical predictors with a penalty instead of a choice."""
    own = learnt.part(learnt.imaged)
    for head, tuned in fitted.tuned.items():
        signature = lock(own.features, own.event, tuned, own.taught)
        intercept, slope = platt(own.event, signature.out_of_fold)
        yield ("image", head), intercept + slope * signature.scores(left_out.features)
    yield ("image", "boosting"), boosting(own.features, own.event, left_out.features, rng)
    design = build_design(learnt.answers, learnt.predictors)
    design = design.of(candidates(design, settings.least_known))
    if design.columns:
        yield from _penalised(learnt, left_out, design, settings, rng)


def boosting(features: np.ndarray, event: np.ndarray, others: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Log-odds of the other cases by gradient boosting on principal components.

    Compared only: trees do not fold into one linear map, and the tree operators of ONNX run in one of the two engines.
    """
    transform = learn_transform(features, BOOSTING_COMPONENTS)
    trees = GradientBoostingClassifier(
        n_estimators=100, learning_rate=0.05, max_depth=2, subsample=0.7, random_state=int(rng.integers(2**31))
    )
    trees.fit(transform.apply(features), event)
    known = ~np.isnan(others[:, 0])
    log_odds = np.full(len(others), np.nan)
    if known.any():
        log_odds[known] = trees.decision_function(transform.apply(others[known]))
    return log_odds


def _penalised(
    learnt: Patients, left_out: Patients, design, settings: Settings, rng: np.random.Generator
) -> Iterator[tuple[tuple[str, str], np.ndarray]]:
    rows = design.known
    matrix, event = design.matrix[rows], learnt.event[rows]
    if event.all() or not event.any():
        return
    others = np.array([[column.value(given) for column in design.columns] for given in left_out.answers])
    tuned = tune(matrix, event, learnt.groups[rows], settings.folds, 1, (0,), rng, PENALISED)
    for name, one in tuned.items():
        score = lock(matrix, event, one)
        intercept, slope = platt(event, score.out_of_fold)
        yield ("clinical", name), intercept + slope * score.scores(others)


def averaged(runs: np.ndarray) -> np.ndarray:
    """Mean over the repeats of what is known, shape (n,); NaN where nothing is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.nanmean(runs, axis=0)

"""Cross-validation of the whole procedure: every training case is predicted by models that have not seen it."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from training.learners.choice import candidates
from training.learners.design import build_design
from training.learners.folds import repeated_folds
from training.learners.heads import learn_transform
from training.learners.learner import values_of
from training.learners.regression import platt
from training.learners.signature import lock, tune
from training.risk.fitting import Fitted, Settings, fit_all
from training.risk.patients import Patients

BOOSTING_COMPONENTS = 30
PENALISED = ("ridge", "lasso")
Run = tuple[int, np.ndarray, Patients]
"""A fold: number of its repeat, the rows that are learnt from (bool array, shape (n,)), and all patients."""


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """Out-of-fold predictions; NaN where a model gave none.

    Attributes
    ----------
    log_odds : dict of arrays, shape (repeats, n)
        By model, at the prevalence of the training cases.
    scores : dict of arrays, shape (repeats, n)
        By score.
    alternatives : dict of arrays, shape (repeats, n)
        Log-odds by (score, name) of what was compared on the same folds; the score is empty where it is the predictors.
    """

    log_odds: dict[str, np.ndarray]
    scores: dict[str, np.ndarray]
    alternatives: dict[tuple[str, str], np.ndarray]


def cross_validate(
    patients: Patients,
    settings: Settings,
    rng: np.random.Generator,
    compare: bool = True,
    track: Callable[[Sequence], Sequence] = lambda folds: folds,
    runs: Sequence[Run] | None = None,
) -> CrossValidated:
    """Run the whole procedure without each fold in turn and predict that fold.

    Parameters
    ----------
    compare
        Whether the alternatives are fitted, too.
    track
        Wraps the list of folds to show progress.
    runs
        The folds with the patients as each sees them, where what their features are made of is learnt; None: the folds
        are drawn, and all see the same.
    """
    shape = (settings.effort.repeats, len(patients))
    log_odds = {plan.name: np.full(shape, np.nan) for plan in settings.models}
    scores = {plan.id: np.full(shape, np.nan) for plan in settings.scores}
    alternatives: dict[tuple[str, str], np.ndarray] = {}
    inner = settings.inner()
    if runs is None:
        runs = [(repeat, inside, patients) for repeat, inside in _folds(patients, settings, rng)]
    for repeat, inside, seen in track(runs):
        learnt, left_out = seen.part(inside), seen.part(~inside)
        fitted = fit_all(learnt, inner, rng)
        found, predicted = predict(fitted, settings, left_out)
        for name, values in found.items():
            scores[name][repeat, ~inside] = values
        for name, values in predicted.items():
            log_odds[name][repeat, ~inside] = values
        if compare:
            for key, values in _alternatives(learnt, left_out, fitted, inner, rng):
                alternatives.setdefault(key, np.full(shape, np.nan))[repeat, ~inside] = values
    return CrossValidated(log_odds, scores, alternatives)


def _folds(patients: Patients, settings: Settings, rng: np.random.Generator) -> Iterator[tuple[int, np.ndarray]]:
    effort = settings.effort
    yield from repeated_folds(patients.event, patients.groups, effort.folds, effort.repeats, rng)


def predict(
    fitted: Fitted, settings: Settings, patients: Patients
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Scores and log-odds by model of these cases; NaN where something that is needed is missing."""
    scores = {}
    for own in settings.scores:
        vectors = patients.inputs(own.features)
        # As in a pack: without one of the vectors there is no score, whatever was selected of it.
        whole = ~np.isnan(vectors).any(axis=1)
        scores[own.id] = np.where(whole, fitted.scores[own.id].scores(vectors), np.nan)
    answers = [
        {**given, **{name: None if np.isnan(values[n]) else float(values[n]) for name, values in scores.items()}}
        for n, given in enumerate(patients.answers)
    ]
    log_odds = {name: values_of(model, answers) for name, model in fitted.models.items()}
    # A model that turned out to use no images still gives nothing without them: it could not have been fitted so.
    for plan in settings.models:
        for name in plan.scores:
            log_odds[plan.name][np.isnan(scores[name])] = np.nan
    return scores, log_odds


def _alternatives(
    learnt: Patients, left_out: Patients, fitted: Fitted, settings: Settings, rng: np.random.Generator
) -> Iterator[tuple[tuple[str, str], np.ndarray]]:
    """What else could make each score, boosting, and the predictors with a penalty instead of a choice."""
    for plan in settings.scores:
        others = left_out.inputs(plan.features)
        for name, values in fitted.scores[plan.id].alternatives(others):
            yield (plan.id, name), values
        own, _ = learnt.vectors(plan.features)
        yield (plan.id, "boosting"), boosting(own.features, own.event, others, rng)
    design = build_design(learnt.answers, learnt.predictors)
    design = design.of(candidates(design, settings.least_known))
    if design.columns and any(plan.answers for plan in settings.models):
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
    known = ~np.isnan(others).any(axis=1)
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
    tuned = tune(matrix, event, learnt.groups[rows], settings.effort.folds, 1, (0,), rng, PENALISED)
    for name, one in tuned.items():
        score = lock(matrix, event, one)
        intercept, slope = platt(event, score.out_of_fold)
        yield ("", name), intercept + slope * score.scores(others)


def averaged(runs: np.ndarray) -> np.ndarray:
    """Mean over the repeats of what is known, shape (n,); NaN where nothing is."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.nanmean(runs, axis=0)

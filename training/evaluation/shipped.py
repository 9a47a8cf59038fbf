"""The shipped model looked at: effects, contributions, nomogram, and how it would do with fewer training patients."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.ticker import MaxNLocator

from inference.predictors import ChoicePredictor, Predictor
from inference.risk.logistic import Z95, Answer, LogisticModel
from inference.risk.nomogram import Nomogram, nomogram
from training.evaluation.facts import Contributions, Effect, LearningPoint, ModelFacts
from training.evaluation.inputs import Sample
from training.evaluation.locked import answers_of
from training.learners.design import Column
from training.learners.regression import fit, independent_columns
from training.statistics.discrimination import auc
from training.statistics.estimable import known_ratio
from training.statistics.fewest import enough
from training.statistics.samples import Interval

MARKS = 6
"""Marks on the scale of a number in the nomogram."""
LEARNING_SHARES = (0.25, 0.4, 0.55, 0.7, 0.85, 0.95)
LEARNING_REPEATS = 100
EVENTS_PER_COLUMN = 3
"""Fewer events in a random part than this for each coefficient, and its fit says nothing."""


def model_facts(
    name: str, model: LogisticModel, predictors: dict[str, Predictor], samples: dict[str, Sample], seed: int
) -> ModelFacts:
    """Everything that the report shows of the shipped model itself."""
    training = samples["train"].known(name)
    return ModelFacts(
        effects(model, training),
        contributions(model, predictors, training),
        draw_nomogram(model, predictors, training),
        tuple(learning(model, training, [samples[s] for s in ("validation", "external") if s in samples], seed)),
    )


def effects(model: LogisticModel, training: Sample) -> tuple[Effect, ...]:
    """Each coefficient as an odds ratio with Wald's interval; None where the training cases do not tell it."""
    found = []
    for n, term in enumerate(model.terms):
        covariance = model.fit.covariance if model.fit else None
        error = term.standard_error if covariance is None else float(np.sqrt(covariance[n + 1, n + 1]))
        low, high = (float(np.exp(term.coefficient + side * Z95 * error)) for side in (-1, 1))
        values = [answer for answer in answers_of(training, term.predictor) if isinstance(answer, float)]
        spread = float(np.std(values)) if term.answer is None and values else 1.0
        ratio = known_ratio(Interval(term.odds_ratio, low, high), spread)
        found.append(Effect(term.predictor, term.answer, ratio))
    return tuple(found)


def contributions(model: LogisticModel, predictors: dict[str, Predictor], sample: Sample) -> tuple[Contributions, ...]:
    """Coefficient times distance from the mean patient, for each patient; the predictor of the largest first."""
    found = []
    for predictor in model.predictors:
        given = answers_of(sample, predictor)
        scores = [np.nan if answer is None else model.score(predictor, answer) for answer in given]
        middle = np.nanmean(scores) if np.isfinite(scores).any() else 0.0
        moved = np.nan_to_num(np.array(scores) - middle)
        found.append(Contributions(predictor, tuple(map(float, moved)), places(given, predictors.get(predictor))))
    return tuple(sorted(found, key=lambda c: -c.mean_size))


def places(given: Sequence[Answer | None], predictor: Predictor | None) -> tuple[float | None, ...]:
    """Where each answer lies between the lowest and the highest, outliers at the ends."""
    if isinstance(predictor, ChoicePredictor):
        order = predictor.values
        return tuple(None if a is None else order.index(a) / (len(order) - 1) for a in given)
    numbers = [a for a in given if a is not None]
    low, high = np.percentile(numbers, (5, 95)) if numbers else (0.0, 1.0)
    width = (high - low) or 1.0
    return tuple(None if a is None else float(np.clip((a - low) / width, 0, 1)) for a in given)


def draw_nomogram(model: LogisticModel, predictors: dict[str, Predictor], sample: Sample) -> Nomogram:
    """Scales over the answers that the training patients gave."""
    marks: dict[str, tuple[Answer, ...]] = {}
    for name in model.predictors:
        given = [answer for answer in answers_of(sample, name) if answer is not None]
        predictor = predictors.get(name)
        if isinstance(predictor, ChoicePredictor):
            marks[name] = tuple(value for value in predictor.values if value in given)
        else:
            ticks = MaxNLocator(MARKS).tick_values(min(given), max(given))
            inside = [float(t) for t in ticks if min(given) <= t <= max(given)]
            marks[name] = tuple(inside) if len(inside) > 1 else (min(given), max(given))
    return nomogram(model, marks)


def learning(model: LogisticModel, training: Sample, tests: list[Sample], seed: int) -> list[LearningPoint]:
    """AUC in the test samples after fitting the last step anew on random parts of the training cases.

    Cases with an unknown answer are left out on both sides, and a test sample with too few of a kind gives no point.
    """
    columns = [Column(term.predictor, term.answer) for term in model.terms]
    outcome, design = _complete(training, columns)
    usable = [(t.id, *_complete(t, columns)) for t in tests]
    usable = [(name, y, x) for name, y, x in usable if enough(y)]
    rng = np.random.default_rng(seed)
    points = []
    for share in LEARNING_SHARES:
        counts = {kind: round(share * int((outcome == kind).sum())) for kind in (True, False)}
        if min(counts.values()) < EVENTS_PER_COLUMN * len(columns):
            continue
        areas: dict[str, list[float]] = {name: [] for name, _, _ in usable}
        for _ in range(LEARNING_REPEATS):
            drawn = [
                rng.choice(np.flatnonzero(outcome == kind), count, replace=False) for kind, count in counts.items()
            ]
            rows = np.concatenate(drawn)
            if not independent_columns(design[rows]).all():
                continue
            fitted = fit(outcome[rows], design[rows])
            for name, y, x in usable:
                areas[name].append(auc(y, fitted.log_odds(x)))
        for name, y, _ in usable:
            found = areas[name]
            if len(found) < LEARNING_REPEATS / 2:
                continue
            low, middle, high = map(float, np.percentile(found, (2.5, 50, 97.5)))
            tested, used = (len(y), int(y.sum())), (sum(counts.values()), counts[True])
            points.append(LearningPoint(name, *tested, *used, len(found), Interval(middle, low, high)))
    return points


def _complete(sample: Sample, columns: list[Column]) -> tuple[np.ndarray, np.ndarray]:
    """Outcome and columns of the cases whose every answer is known."""
    given = {column.predictor: answers_of(sample, column.predictor) for column in columns}
    rows = [{name: answers[n] for name, answers in given.items()} for n in range(len(sample.cases))]
    matrix = np.array([[column.value(row) for column in columns] for row in rows], float).reshape(-1, len(columns))
    known = ~np.isnan(matrix).any(axis=1)
    return sample.outcome[known], matrix[known]

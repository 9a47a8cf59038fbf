"""Who the patients are: each predictor in each sample."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from training.evaluation.inputs import Sample
from training.evaluation.results import Characteristic


def characteristics(sample: Sample, predictors: Sequence[Predictor]) -> list[Characteristic]:
    """Mean and standard deviation of numbers, counts of answers; the unknown are counted out, never filled in."""
    rows: list[Characteristic] = []
    n = len(sample.cases)
    for predictor in predictors:
        given = [value for case in sample.cases if (value := case.answers.get(predictor.id)) is not None]
        if isinstance(predictor, NumberPredictor):
            mean = statistics.fmean(given) if given else None
            spread = statistics.stdev(given) if len(given) > 1 else None
            rows.append(Characteristic(predictor.id, None, sample.id, n, len(given), mean=mean, sd=spread))
        elif isinstance(predictor, ChoicePredictor):
            rows += [
                Characteristic(predictor.id, value, sample.id, n, len(given), count=given.count(value))
                for value in predictor.values
            ]
    return rows

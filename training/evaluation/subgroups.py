"""The shipped model in parts of the patients: sex, age, centre, scanner, slice thickness."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from inference.vocabulary import Text
from training.evaluation.acquisition import Acquisition
from training.evaluation.inputs import Sample
from training.evaluation.results import Subgroup
from training.statistics.discrimination import classification, delong
from training.statistics.estimable import known
from training.statistics.fewest import enough

AGE_BANDS = ((-np.inf, 50.0), (50.0, 65.0), (65.0, 80.0), (80.0, np.inf))
THICKNESS_BANDS_MM = ((-np.inf, 1.5), (1.5, 3.0), (3.0, np.inf))
ALL = Text("all", "全部")
UNKNOWN = Text("unknown", "未知")


def subgroups(
    sample: Sample,
    model: str,
    predictors: Mapping[str, Predictor],
    acquisitions: Mapping[str, Acquisition],
    threshold: float,
) -> list[Subgroup]:
    """All subgroups of one sample, the whole of it first.

    Parameters
    ----------
    acquisitions
        By case id.
    threshold
        Of the model, locked on the training data.
    """
    sample = sample.known(model)
    if not sample.cases:
        return []
    found = [_subgroup(sample, model, "all", ALL, np.ones(len(sample.cases), bool), threshold)]
    for factor, levels in _factors(sample, predictors, acquisitions).items():
        # A factor with one level divides nothing.
        if len(levels) > 1:
            found += [_subgroup(sample, model, factor, level, rows, threshold) for level, rows in levels]
    return found


def _subgroup(sample: Sample, model: str, factor: str, level: Text, rows: np.ndarray, threshold: float) -> Subgroup:
    part = sample.part(rows)
    events = int(part.outcome.sum())
    auc = sensitivity = specificity = None
    if enough(part.outcome):
        score = part.scores[model]
        counts = classification(part.outcome, score, threshold)
        auc, sensitivity, specificity = delong(part.outcome, score), counts.sensitivity, counts.specificity
        auc = known(auc)
    return Subgroup(factor, level, sample.id, len(part.cases), events, auc, sensitivity, specificity)


def _factors(
    sample: Sample, predictors: Mapping[str, Predictor], acquisitions: Mapping[str, Acquisition]
) -> dict[str, list[tuple[Text, np.ndarray]]]:
    factors = {}
    sex = predictors.get("sex")
    if isinstance(sex, ChoicePredictor):
        given = [case.answers.get("sex") for case in sample.cases]
        labels = {choice.value: choice.label for choice in sex.choices}
        factors["sex"] = _levels([labels.get(answer, UNKNOWN) for answer in given], list(labels.values()))
    if isinstance(predictors.get("age"), NumberPredictor):
        ages = [case.answers.get("age") for case in sample.cases]
        factors["age"] = _banded(ages, AGE_BANDS, Text("years", "岁"))
    factors["centre"] = _levels([_same(case.centre) for case in sample.cases])
    shots = [acquisitions.get(case.id, Acquisition()) for case in sample.cases]
    factors["scanner"] = _levels([_same(shot.scanner) for shot in shots])
    factors["thickness"] = _banded([shot.thickness_mm for shot in shots], THICKNESS_BANDS_MM, Text("mm", "mm"))
    return factors


def _same(name: str) -> Text:
    return Text(name, name) if name else UNKNOWN


def _banded(
    values: list[float | None], bands: tuple[tuple[float, float], ...], unit: Text
) -> list[tuple[Text, np.ndarray]]:
    names = [_band_name(low, high, unit) for low, high in bands]
    levels = [
        UNKNOWN if value is None else next(n for n, (low, high) in zip(names, bands) if low <= value < high)
        for value in values
    ]
    return _levels(levels, names)


def _band_name(low: float, high: float, unit: Text) -> Text:
    if low == -np.inf:
        return Text(f"< {high:g} {unit.en}", f"< {high:g} {unit.zh}")
    if high == np.inf:
        return Text(f"≥ {low:g} {unit.en}", f"≥ {low:g} {unit.zh}")
    return Text(f"{low:g} to < {high:g} {unit.en}", f"{low:g} 至 < {high:g} {unit.zh}")


def _levels(levels: list[Text], order: list[Text] | None = None) -> list[tuple[Text, np.ndarray]]:
    """Each level that occurs and its rows; in the given order or by name, the unknown last."""
    there = set(levels)
    known_levels = order if order is not None else sorted(there - {UNKNOWN}, key=lambda level: level.en)
    wanted = [level for level in [*known_levels, UNKNOWN] if level in there]
    return [(level, np.array([own == level for own in levels])) for level in wanted]

"""Predictors that tell the outcome by themselves: what was written down after the event, or because of it.

A model that is given one looks perfect and knows nothing before the injection.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from inference.predictors import ChoicePredictor, NumberPredictor, Predictor
from training.cohort.faults import Fault
from training.cohort.table import Case, Cohort
from training.statistics.discrimination import auc
from training.wording import worded

LEAST_CASES = 5
"""Events, and cases without, below which values may tell them apart by chance: one way in 252 of five and five."""
NEARLY = 0.98
"""An AUC that no finding at the console has: the best published model of the whole task has 0.961 (Hu 2025)."""
MEND = worded("factory.tells.mend")


def find_tells(cohort: Cohort) -> Iterable[Fault]:
    """Faults for predictors that give the outcome away, by their values or by where they are known."""
    cases = [case for case in cohort.cases if case.outcome is not None]
    for predictor in cohort.settings.asked:
        fault = _by_value(predictor, cases) or _by_gap(predictor, cases)
        if fault is not None:
            yield fault


def _by_value(predictor: Predictor, cases: Sequence[Case]) -> Fault | None:
    known = [case for case in cases if case.answers[predictor.id] is not None]
    outcome = np.array([case.outcome for case in known], bool)
    if not _enough(outcome) or _sparse(predictor, known):
        return None
    area = auc(outcome, _scores(predictor, known, outcome))
    if max(area, 1 - area) == 1:
        return Fault(None, "", predictor.id, worded("factory.tells.all"), MEND)
    if max(area, 1 - area) >= NEARLY:
        problem = worded("factory.tells.nearly", auc=max(area, 1 - area))
        return Fault(None, "", predictor.id, problem, MEND, "warning")
    return None


def _sparse(predictor: Predictor, known: Sequence[Case]) -> bool:
    """Whether choices are so many that each has few cases, which then agree by chance."""
    chosen = {case.answers[predictor.id] for case in known}
    return isinstance(predictor, ChoicePredictor) and len(chosen) * LEAST_CASES > len(known)


def _scores(predictor: Predictor, known: Sequence[Case], outcome: np.ndarray) -> np.ndarray:
    """The number itself, or how often cases with the same choice have the event."""
    values = [case.answers[predictor.id] for case in known]
    if isinstance(predictor, NumberPredictor):
        return np.array(values, float)
    chosen = np.array(values)
    rate = {value: outcome[chosen == value].mean() for value in set(values)}
    return np.array([rate[value] for value in values])


def _by_gap(predictor: Predictor, cases: Sequence[Case]) -> Fault | None:
    outcome = np.array([case.outcome for case in cases], bool)
    known = np.array([case.answers[predictor.id] is not None for case in cases])
    if not _enough(outcome) or not _enough(known):
        return None
    if (known == outcome).all() or (known == ~outcome).all():
        kind = "with" if (known == outcome).all() else "without"
        problem = worded(f"factory.tells.gap-{kind}")
        return Fault(None, "", predictor.id, problem, worded("factory.tells.look-up"))
    return None


def _enough(outcome: np.ndarray) -> bool:
    return min(outcome.sum(), (~outcome).sum()) >= LEAST_CASES

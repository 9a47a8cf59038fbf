"""The trained risk as a logistic step, and as rows of the card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from inference.predictors import ChoicePredictor
from inference.risk.logistic import Z95
from training.cohort.settings import CohortSettings
from training.cohort.table import Case
from training.learners.logistic import LockedLogistic, ModelTerm
from training.packing.entries import EVIDENCE, population_part
from training.risk.model import RiskModel


def logistic_part(
    model: RiskModel, settings: CohortSettings, training: Sequence[Case], scores: Mapping[str, Mapping[str, float]]
) -> dict[str, object]:
    """The shipped model as parameters of a logistic step.

    Parameters
    ----------
    training
        Cases of the training split with a known outcome.
    scores
        Out-of-fold scores of the model, each by case; NaN where there is none.
    """
    shipped = model.models[model.shipped]
    assert isinstance(shipped, LockedLogistic)  # of the kind that its step is
    own = {name: np.array([by_case.get(case.id, np.nan) for case in training]) for name, by_case in scores.items()}
    outcome = np.array([case.outcome for case in training])
    answers, used = [case.answers for case in training], set(shipped.predictors)
    return {
        "terms": [term_entry(term) for term in shipped.terms],
        "population": population_part(settings, answers, own, outcome, used),
        "trained_prevalence": model.trained_prevalence,
        "intercept": shipped.intercept,
        "covariance": [list(row) for row in shipped.covariance],
    }


def term_entry(term: ModelTerm) -> dict[str, object]:
    """A coefficient as an odds ratio with its interval."""
    low, high = (term.coefficient + z * term.standard_error for z in (-Z95, Z95))
    entry = {
        "predictor": term.predictor,
        "odds_ratio": float(np.exp(term.coefficient)),
        "low": float(np.exp(low)),
        "high": float(np.exp(high)),
        "evidence": EVIDENCE,
    }
    return entry if term.answer is None else {**entry, "answer": term.answer}


def term_rows(model: RiskModel, settings: CohortSettings) -> list[tuple[str, str, str]]:
    """Label in English and Chinese, and odds ratio with its interval; empty for a model that has no coefficients."""
    rows = []
    scores = {plan.id: plan.title for plan in settings.recipe.scores}
    shipped = model.models[model.shipped]
    for term in shipped.terms if isinstance(shipped, LockedLogistic) else ():
        entry = term_entry(term)
        value = f"{entry['odds_ratio']:.2f} ({entry['low']:.2f}-{entry['high']:.2f})"
        if term.predictor in scores:
            title = scores[term.predictor]
            rows.append((f"{title.en}, by standard deviation", f"{title.zh}（每标准差）", value))
            continue
        predictor = settings.predictor(term.predictor)
        label = predictor.label
        if term.answer is None:
            unit = f" ({predictor.unit})" if predictor.unit else ""
            rows.append((f"{label.en}, by unit{unit}", f"{label.zh}（每单位{unit}）", value))
        else:
            assert isinstance(predictor, ChoicePredictor)
            choice = next(c for c in predictor.choices if c.value == term.answer)
            rows.append((f"{label.en}: {choice.label.en}", f"{label.zh}：{choice.label.zh}", value))
    return rows

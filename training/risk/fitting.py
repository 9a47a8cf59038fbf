"""From training cases to the recipe's scores and models: one procedure, run as a whole in every fold.

Models with a score are fitted to OUT-OF-FOLD scores: why stands in :mod:`training.learners.logistic`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from training.learners import AnyLocked
from training.learners.choice import candidates, univariable
from training.learners.design import Design, add_number, build_design
from training.learners.learner import Effort, Score, Table
from training.learners.linear import LinearScore
from training.learners.logistic import Logistic
from training.learners.regression import Regression
from training.learners.selected import learn
from training.learners.signature import Signature
from training.recipes import ModelPlan, ScorePlan
from training.risk.patients import Patients

FOLD_BOOTSTRAPS = 40
"""Samples for the shrinkage inside a fold; its noise averages out over the folds."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the models are fitted.

    Attributes
    ----------
    models, scores
        What is fitted: the recipe's.
    least_known
        A predictor known in a smaller share of the cases is no candidate: leaving out all cases without an answer would
        cost too many.
    """

    models: tuple[ModelPlan, ...]
    scores: tuple[ScorePlan, ...] = ()
    effort: Effort = field(default_factory=Effort)
    least_known: float = 0.8

    def inner(self) -> Settings:
        """For a fit inside a fold."""
        return replace(self, effort=self.effort.inner(FOLD_BOOTSTRAPS))


@dataclass(frozen=True, slots=True)
class Fitted:
    """All that is learnt from some cases.

    Attributes
    ----------
    kept
        Predictors that any model keeps.
    scores, models
        By id and by name; models at the prevalence of these cases.
    """

    univariable: dict[str, Regression]
    design: Design
    kept: tuple[str, ...]
    scores: dict[str, Score]
    models: dict[str, AnyLocked]

    @property
    def signature(self) -> Signature:
        """The linear score of a recipe that has one score, which is linear."""
        (score,) = self.scores.values()
        assert isinstance(score, LinearScore)
        return score.signature


def with_most_p(models: Sequence[ModelPlan], most_p: float | None) -> tuple[ModelPlan, ...]:
    """The same models with another p for what they choose; None leaves each its own."""
    if most_p is None:
        return tuple(models)
    return tuple(
        replace(plan, learner=replace(plan.learner, most_p=most_p)) if isinstance(plan.learner, Logistic) else plan
        for plan in models
    )


def fit_all(patients: Patients, settings: Settings, rng: np.random.Generator) -> Fitted:
    """Fit all scores and models to these cases; everything that is chosen is chosen on them alone."""
    scores: dict[str, Score] = {}
    left_out: dict[str, np.ndarray] = {}
    for plan in settings.scores:
        vectors, rows = patients.vectors(plan.features)
        scores[plan.id] = learn(plan.learner, plan.selection, vectors, settings.effort, rng)
        left_out[plan.id] = np.full(len(patients), np.nan)
        left_out[plan.id][rows] = scores[plan.id].out_of_fold

    design = build_design(patients.answers, patients.predictors)
    offered = candidates(design, settings.least_known)
    whole = design
    for name, values in left_out.items():
        whole = add_number(whole, name, values)
    models = {
        plan.name: _fit_model(plan, patients, whole, offered, left_out, settings.effort, rng)
        for plan in settings.models
    }
    used = [name for model in models.values() for name in model.predictors if name not in scores]
    return Fitted(
        univariable=univariable(patients.event, design.of(offered)),
        design=design,
        kept=tuple(dict.fromkeys(used)),
        scores=scores,
        models=models,
    )


def _fit_model(
    plan: ModelPlan,
    patients: Patients,
    design: Design,
    offered: tuple[str, ...],
    left_out: dict[str, np.ndarray],
    effort: Effort,
    rng: np.random.Generator,
) -> AnyLocked:
    """One model, from what its plan takes."""
    asked = {predictor.id: predictor.asked for predictor in patients.predictors}
    own = tuple(name for name in offered if plan.takes(name, asked[name])) if plan.answers else None
    scores = tuple(name for name in left_out if name in plan.scores)
    usable = np.all([np.isfinite(left_out[name]) for name in scores], axis=0) if scores else None
    table = Table(patients.event, patients.groups, design.of((*(own or ()), *scores)), own, scores, usable)
    return plan.learner.fit(table, effort, rng)

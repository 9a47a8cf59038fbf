"""From training cases to the recipe's models: one procedure, run as a whole in every fold.

Models with the image signature are fitted to OUT-OF-FOLD signatures: with thousands of features the signature of a
training case knows its outcome, and a model fitted to it would trust it more than twice as much as it deserves. New
patients get the locked signature. Both are brought to mean 0 and standard deviation 1 of left-out cases, so that the
coefficient means the same for both; the remaining differences (the locked head has seen a fifth more cases, the
out-of-fold scores are averages over a few heads) act against each other.
The coefficients of models for which predictors are chosen are shrunk (:mod:`training.risk.shrinkage`); a simulation of
the calibration in new patients is ``python -m training.proof.calibration``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from inference.risk.logistic import logit
from training.recipes import ModelPlan
from training.risk.clinical import Elimination, eliminate, univariable, usable
from training.risk.design import SIGNATURE, Design, add_number, build_design, without_repeats
from training.risk.heads import SHIPPED, TAUGHT
from training.risk.model import LockedLogistic, ModelTerm
from training.risk.patients import Patients
from training.risk.regression import Regression, fit
from training.risk.shrinkage import bootstrap_shrinkage, intercept_for
from training.risk.signature import Signature, Tuned, lock, tune


@dataclass(frozen=True, slots=True)
class Settings:
    """How the models are fitted.

    Attributes
    ----------
    models
        What is fitted: the recipe's.
    head
        One of :data:`training.risk.heads.SHIPPED`, or ``auto``: that of the least cross-validated deviance.
    components
        Numbers of principal components that the head may be fitted to, 0 for the features themselves, ``TAUGHT`` for
        the directions that the encoder was taught; that of the least cross-validated deviance is taken.
    most_p
        Predictors above it are left out, before and during the elimination.
    least_known
        A predictor known in a smaller share of the cases is no candidate: leaving out all cases without an answer would
        cost too many.
    bootstraps
        Samples for the shrinkage.
    """

    models: tuple[ModelPlan, ...]
    folds: int = 5
    repeats: int = 3
    head: str = "auto"
    components: tuple[int, ...] = (0, TAUGHT, 8, 16, 32)
    most_p: float = 0.05
    least_known: float = 0.8
    bootstraps: int = 200


@dataclass(frozen=True, slots=True)
class Fitted:
    """All that is learnt from some cases.

    Attributes
    ----------
    models
        By name, at the prevalence of these cases.
    tuned
        Every head that was tried.
    """

    univariable: dict[str, Regression]
    design: Design
    kept: tuple[str, ...]
    signature: Signature
    tuned: dict[str, Tuned]
    models: dict[str, LockedLogistic]


def fit_all(patients: Patients, settings: Settings, rng: np.random.Generator) -> Fitted:
    """Fit all models to these cases; everything that is chosen is chosen on them alone."""
    imaged = patients.imaged
    own = patients.part(imaged)
    tuned = tune(
        own.features,
        own.event,
        own.groups,
        settings.folds,
        settings.repeats,
        settings.components,
        rng,
        taught=own.taught,
    )
    head = settings.head if settings.head in SHIPPED else min(tuned, key=lambda name: tuned[name].deviance)
    signature = lock(own.features, own.event, tuned[head], own.taught)
    left_out = np.full(len(patients), np.nan)
    left_out[imaged] = signature.out_of_fold

    event = patients.event
    clinical_design = build_design(patients.answers, patients.predictors)
    design = add_number(clinical_design, SIGNATURE, left_out)
    offered = candidates(clinical_design, settings.least_known)
    chosen = choose(event, clinical_design, offered, settings.most_p)
    return Fitted(
        univariable=univariable(event, clinical_design.of(offered)),
        design=clinical_design,
        kept=chosen.kept,
        signature=signature,
        tuned=tuned,
        models={
            plan.name: _fit_model(plan, patients, design, offered, chosen.kept, settings, rng)
            for plan in settings.models
        },
    )


def _fit_model(
    plan: ModelPlan,
    patients: Patients,
    design: Design,
    offered: Sequence[str],
    kept: Sequence[str],
    settings: Settings,
    rng: np.random.Generator,
) -> LockedLogistic:
    """One model; where no predictors were chosen, nothing is overrated and nothing shrunk."""
    event = patients.event
    names = tuple(kept) if plan.answers else ()
    if plan.images:
        names = with_signature(event, design, names)
    shrinkage = _shrinkage(patients, design, offered, settings, rng, plan.images) if plan.answers else 1.0
    return lock_logistic(event, design, names, shrinkage, of=patients.imaged if plan.images else None)


def candidates(design: Design, least_known: float) -> tuple[str, ...]:
    """Predictors that are known in enough cases."""
    return tuple(name for name in design.predictors if design.of([name]).known.mean() >= least_known)


def choose(event: np.ndarray, design: Design, offered: Sequence[str], most_p: float) -> Elimination:
    """Predictors that are significant alone, then backward elimination among them."""
    alone = univariable(event, design.of(offered))
    p = {name: one.wald_p(np.arange(len(one.coefficients) - 1)) for name, one in alone.items()}
    significant = sorted((name for name in p if p[name] < most_p), key=p.__getitem__)
    return eliminate(event, design, significant, most_p)


def with_signature(event: np.ndarray, design: Design, names: Sequence[str]) -> tuple[str, ...]:
    """These predictors and the signature, where that raises the risk; a signature that lowers it is noise.

    A predictor that does not differ between the cases with images is left out.
    """
    names = (*names, SIGNATURE)
    own = design.of(names)
    rows = own.known
    if not usable(event[rows], own.matrix[rows]):
        names = without_repeats(Design(design.matrix[rows], design.columns, design.references), names)
        own = design.of(names)
    if SIGNATURE in names and fit(event[rows], own.matrix[rows]).coefficients[-1] > 0:
        return names
    return tuple(name for name in names if name != SIGNATURE)


def _shrinkage(
    patients: Patients, design: Design, offered: Sequence[str], settings: Settings, rng, with_images: bool
) -> float:
    """Repeat the choice and the fit in bootstrap samples."""
    event = patients.event

    def procedure(rows: np.ndarray) -> np.ndarray | None:
        drawn = Design(design.matrix[rows], design.columns, design.references)
        names = choose(event[rows], drawn, offered, settings.most_p).kept
        if with_images:
            names = with_signature(event[rows], drawn, names)
        if not names:
            return None
        own = drawn.of(names)
        known = own.known
        return fit(event[rows][known], own.matrix[known]).log_odds(design.of(names).matrix)

    return bootstrap_shrinkage(event, patients.groups, procedure, settings.bootstraps, rng)


def lock_logistic(
    event: np.ndarray, design: Design, names: Sequence[str], shrinkage: float, of: np.ndarray | None = None
) -> LockedLogistic:
    """Fit these predictors on the cases that have them all, shrink, and move the intercept to the whole prevalence.

    The cases left out may hold another share of events; as which are left out does not hang on what is predicted, only
    the intercept changes with it.

    Parameters
    ----------
    of : bool array, optional
        Cases that may be used at all.
    """
    own = design.of(names)
    rows = own.known if of is None else own.known & of
    matrix, outcome = own.matrix[rows], event[rows]
    regression = fit(outcome, matrix)
    slopes = shrinkage * regression.coefficients[1:]
    intercept = intercept_for(outcome, matrix @ slopes) + logit(event.mean()) - logit(outcome.mean())
    errors = np.sqrt(np.diag(regression.covariance))[1:]
    return LockedLogistic(
        intercept=float(intercept),
        terms=tuple(
            ModelTerm(column.predictor, column.answer, float(slope), float(error))
            for column, slope, error in zip(own.columns, slopes, errors)
        ),
        covariance=tuple(tuple(map(float, row)) for row in regression.covariance),
        references=dict(own.references),
        shrinkage=shrinkage if len(names) else 1.0,
        method=regression.method,
        cases=len(outcome),
        events=int(outcome.sum()),
        left_out=len(event) - len(outcome),
    )

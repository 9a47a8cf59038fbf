"""The clinical model the way it is published: univariable screening, then backward elimination.

Both steps choose by p-values and so overrate what they keep; the result is shrunk (:mod:`training.learners.shrinkage`)
and compared with penalised fits that choose nothing by p-values.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from training.learners.design import Design, without_repeats
from training.learners.regression import Regression, fit


@dataclass(frozen=True, slots=True)
class Elimination:
    """What is kept and how it fits.

    Attributes
    ----------
    rows : bool array, shape (n,)
        Patients whose answers to all kept predictors are known: those of the fit.
    regression
        None where nothing is kept.
    """

    kept: tuple[str, ...]
    rows: np.ndarray
    regression: Regression | None


def univariable(event: np.ndarray, design: Design) -> dict[str, Regression]:
    """A fit for each predictor on the patients whose answer is known; none where they all gave one answer."""
    fits = {}
    for predictor in design.predictors:
        own = design.of([predictor])
        rows = own.known
        if usable(event[rows], own.matrix[rows]):
            fits[predictor] = fit(event[rows], own.matrix[rows])
    return fits


def usable(event: np.ndarray, matrix: np.ndarray) -> bool:
    """Whether there are patients of both kinds and no column repeats the constant or other columns."""
    if event.all() or not event.any() or len(event) <= matrix.shape[1] + 1:
        return False
    centred = matrix - matrix.mean(axis=0)
    size = np.sqrt((centred**2).sum(axis=0))
    if not (size > 1e-9 * (1 + np.abs(matrix).max(axis=0))).all():
        return False
    return matrix.shape[1] == 1 or np.linalg.matrix_rank(centred / size, tol=1e-6) == matrix.shape[1]


def eliminate(event: np.ndarray, design: Design, candidates: Sequence[str], most_p: float) -> Elimination:
    """Backward elimination: the predictor of highest joint Wald p goes, until none is above ``most_p``.

    Parameters
    ----------
    candidates
        Predictors to begin with, the most important first: of predictors that say the same, the first stays.

    Notes
    -----
    Each fit uses the patients whose answers to what is then in the model are known, so that a predictor that goes takes
    its unknown answers with it.
    """
    kept = list(without_repeats(design, candidates))
    while kept:
        own = design.of(kept)
        rows = own.known
        if not usable(event[rows], own.matrix[rows]):
            kept.pop()
            continue
        regression = fit(event[rows], own.matrix[rows])
        p = {name: regression.wald_p(own.places(name)) for name in kept}
        worst = max(p, key=p.get)
        if p[worst] <= most_p:
            return Elimination(tuple(kept), rows, regression)
        kept.remove(worst)
    return Elimination((), np.ones(len(event), bool), None)


def candidates(design: Design, least_known: float) -> tuple[str, ...]:
    """Predictors that are known in enough cases."""
    return tuple(name for name in design.predictors if design.of([name]).known.mean() >= least_known)


def choose(
    event: np.ndarray, design: Design, offered: Sequence[str], most_p: float, backward: bool = True
) -> Elimination:
    """Predictors that are significant alone, then backward elimination among them."""
    alone = univariable(event, design.of(offered))
    p = {name: one.wald_p(np.arange(len(one.coefficients) - 1)) for name, one in alone.items()}
    significant = sorted((name for name in p if p[name] < most_p), key=p.__getitem__)
    return eliminate(event, design, significant, most_p if backward else 1.0)

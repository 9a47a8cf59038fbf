"""Logistic regression as calibration needs it: an offset, weights, and None where the data do not allow a fit."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import statsmodels.api as sm
from statsmodels.tools.sm_exceptions import ConvergenceWarning, PerfectSeparationWarning, SingularMatrixWarning

NO_MAXIMUM = (PerfectSeparationWarning, ConvergenceWarning, SingularMatrixWarning, RuntimeWarning)
"""How statsmodels and numpy tell separation, divergence and overflow."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Coefficients and their covariance."""

    coefficients: np.ndarray
    covariance: np.ndarray


def fit_logistic(
    event: np.ndarray, design: np.ndarray, offset: np.ndarray | None = None, weights: np.ndarray | None = None
) -> Fit | None:
    """Maximum (pseudo-)likelihood fit.

    Parameters
    ----------
    event
        Booleans.
    design
        Columns of the linear predictor, the constant among them.
    weights
        Inverse probabilities of selection by outcome. The covariance is then the sandwich of sampling stratified by
        outcome (Scott and Wild, J R Stat Soc B 1986;48:170), each residual divided by 1 - leverage against its small
        size in small samples (MacKinnon and White, J Econom 1985;29:305, HC3).

    Returns
    -------
    Fit or None
        None without events, without others, or where the likelihood has no maximum.
    """
    if event.all() or not event.any():
        return None
    model = sm.GLM(event.astype(float), design, sm.families.Binomial(), offset=offset, freq_weights=weights)
    with warnings.catch_warnings():
        for category in NO_MAXIMUM:
            warnings.simplefilter("error", category)
        try:
            result = model.fit()
            covariance = np.asarray(result.cov_params())
        except (*NO_MAXIMUM, np.linalg.LinAlgError):
            return None
    coefficients = np.asarray(result.params)
    if weights is not None:
        expected = np.asarray(result.fittedvalues)
        information = design.T @ (design * (weights * expected * (1 - expected))[:, None])
        bread = np.linalg.inv(information)
        leverage = weights * expected * (1 - expected) * np.einsum("ij,jk,ik->i", design, bread, design)
        scores = design * (weights * (event - expected) / (1 - leverage))[:, None]
        covariance = bread @ stratified_total(scores, event) @ bread
    return Fit(coefficients, covariance)


def stratified_total(scores: np.ndarray, event: np.ndarray) -> np.ndarray:
    """Covariance of the column totals when the numbers of events and of others are fixed; Cochran 1977, ch. 5.

    A kind with one patient only has no spread and adds nothing.
    """
    total = np.zeros((scores.shape[1], scores.shape[1]))
    for part in (scores[event], scores[~event]):
        if len(part) > 1:
            total += len(part) * np.atleast_2d(np.cov(part, rowvar=False))
    return total


def spline_basis(x: np.ndarray, knots: np.ndarray) -> np.ndarray:
    """Restricted cubic spline without its constant: cubic between the knots, linear beyond them.

    Truncated power basis of Harrell, Regression Modeling Strategies 2015, eq. 2.25 (Stone and Koo 1985).

    Returns
    -------
    array, shape (len(x), len(knots) - 1); the first column is x
    """

    def cube(knot: float) -> np.ndarray:
        return np.maximum(x - knot, 0) ** 3

    *inner, before, last = knots
    columns = [
        (cube(t) - cube(before) * (last - t) / (last - before) + cube(last) * (before - t) / (last - before))
        / (last - knots[0]) ** 2
        for t in inner
    ]
    return np.column_stack([x, *columns])

"""The least number of patients for a risk model of a binary outcome.

The three criteria of Riley et al., Statistics in Medicine 2019;38:1276-1296 (binary outcomes), as advised in BMJ
2020;368:m441: coefficients shrink by 10 % at most, the apparent Nagelkerke R2 is at most 0.05 too good, and the overall
risk is known to within 0.05. They need the Cox-Snell R2 that the model is expected to reach; it follows from an
anticipated AUC (Riley, Van Calster and Collins, Statistics in Medicine 2021;40:859-864), or is put at 15 % of its
maximum where nothing is known, as the BMJ paper advises.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, log
from statistics import NormalDist

import numpy as np

SHRINKAGE = 0.9
OPTIMISM = 0.05
MARGIN = 0.05
ASSUMED_SHARE_OF_MAXIMUM = 0.15
QUADRATURE_POINTS = 101


@dataclass(frozen=True, slots=True)
class SampleSize:
    """Least numbers of patients.

    Attributes
    ----------
    r2
        Cox-Snell R2 that was assumed.
    shrinkage, optimism, precision
        For each criterion alone.
    """

    r2: float
    shrinkage: int
    optimism: int
    precision: int

    @property
    def patients(self) -> int:
        """For all criteria."""
        return max(self.shrinkage, self.optimism, self.precision)


def minimum_sample_size(parameters: int, event_share: float, r2: float) -> SampleSize:
    """The least number of patients for a model of so many parameters.

    Parameters
    ----------
    parameters
        Coefficients without the intercept that are looked at, chosen or not.
    event_share
        Share of patients with the event, above 0 and below 1.
    r2
        Cox-Snell R2 that is expected.
    """
    tolerated = r2 / (r2 + OPTIMISM * maximum_r2(event_share))
    z = NormalDist().inv_cdf(0.975)
    return SampleSize(
        r2,
        ceil(_patients_for(SHRINKAGE, parameters, r2)),
        ceil(_patients_for(tolerated, parameters, r2)),
        ceil((z / MARGIN) ** 2 * event_share * (1 - event_share)),
    )


def most_parameters(patients: int, event_share: float, r2: float) -> int:
    """How many parameters so many patients allow by the first two criteria."""
    tolerated = r2 / (r2 + OPTIMISM * maximum_r2(event_share))
    return int(min(patients / _patients_for(shrinkage, 1, r2) for shrinkage in (SHRINKAGE, tolerated)))


def _patients_for(shrinkage: float, parameters: int, r2: float) -> float:
    """Patients at which coefficients shrink by that factor."""
    return parameters / ((shrinkage - 1) * log(1 - r2 / shrinkage))


def maximum_r2(event_share: float) -> float:
    """The greatest Cox-Snell R2 that a model can have."""
    return 1 - exp(2 * (event_share * log(event_share) + (1 - event_share) * log(1 - event_share)))


def assumed_r2(event_share: float) -> float:
    """Cox-Snell R2 where nothing is known about the model."""
    return ASSUMED_SHARE_OF_MAXIMUM * maximum_r2(event_share)


def r2_of_auc(auc: float, event_share: float) -> float:
    """Cox-Snell R2 of a model with that AUC.

    The paper draws a large sample in which the linear predictor is normal, with variance 1, among patients with the
    event and among those without; here its expectation is integrated instead.
    """
    between = 2**0.5 * NormalDist().inv_cdf(auc)
    nodes, weights = np.polynomial.hermite_e.hermegauss(QUADRATURE_POINTS)
    weights = weights / weights.sum()
    prior = log(event_share / (1 - event_share))

    def log_odds(predictor: np.ndarray) -> np.ndarray:
        return prior + between * (predictor - between / 2)

    with_event = float(weights @ -np.logaddexp(0, -log_odds(nodes + between)))
    without = float(weights @ -np.logaddexp(0, log_odds(nodes)))
    fitted = event_share * with_event + (1 - event_share) * without
    null = event_share * log(event_share) + (1 - event_share) * log(1 - event_share)
    return 1 - exp(-2 * (fitted - null))

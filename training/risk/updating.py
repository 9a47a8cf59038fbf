"""How much of a model a site's outcomes change: nothing, the intercept, or intercept and slope.

A closed test decides (Vergouwe et al., Stat Med 2017;36:4529): the model stays as it is unless intercept and slope
together fit significantly better, and the slope stays unless it does so beyond the intercept. A model is thus changed
without need in at most 5 % of the sites, and the less data there are the less is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import chdtrc

from inference.risk.logistic import logit
from training.errors import BadInput
from training.learners.regression import Regression, maximise
from training.wording import worded

FEWEST_FOR_INTERCEPT = 10
FEWEST_FOR_SLOPE = 20
"""Ten events, and ten others, for each fitted number (Peduzzi et al., J Clin Epidemiol 1996;49:1373)."""
ENOUGH = 100
"""Events, and others, below which a recalibration is uncertain (Collins et al., Stat Med 2016;35:214)."""
LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Test:
    """One likelihood-ratio test of the closed procedure."""

    name: str
    statistic: float
    degrees: int

    @property
    def p(self) -> float:
        """Chance of so large a statistic if the simpler model is right."""
        return float(chdtrc(self.degrees, max(self.statistic, 0.0)))


@dataclass(frozen=True, slots=True)
class Update:
    """The outcome of the tests: logit P(event) = intercept + slope x log-odds against the average.

    Attributes
    ----------
    covariance : array, shape (2, 2)
        Of intercept and slope; 0 for what was not fitted.
    event_share
        Share of events in the table: the prevalence that the new intercept is at.
    """

    kind: Literal["none", "intercept", "slope"]
    intercept: float
    slope: float
    covariance: np.ndarray
    event_share: float
    tests: tuple[Test, ...]


def closed_test(event: np.ndarray, log_odds: np.ndarray, prevalence: float | None = None) -> Update:
    """Test and fit.

    Parameters
    ----------
    event : bool array, shape (n,)
    log_odds : array, shape (n,)
        Predicted, against the site's average.
    prevalence
        Event rate that the unchanged model is read at; None: the share of events in the table, so that only what is
        wrong beyond the event rate counts, which the site profile sets.

    Raises
    ------
    BadInput
        When there are too few events, or nothing can be fitted; says why.
    """
    check_enough(event)
    if np.ptp(log_odds) == 0:
        raise BadInput(worded("factory.recalibrate.same"))
    share = float(event.mean())
    start = logit(share if prevalence is None else prevalence)
    unchanged = float((event * (start + log_odds) - np.logaddexp(0, start + log_odds)).sum())
    in_large = _fit(event, np.zeros((len(event), 0)), log_odds)
    from_intercept = 2 * (in_large.log_likelihood - unchanged)
    intercept_only = np.array([[in_large.covariance[0, 0], 0.0], [0.0, 0.0]])
    as_intercept = ("intercept", float(in_large.coefficients[0]), 1.0, intercept_only, share)
    as_it_is = ("none", start, 1.0, np.zeros((2, 2)), share)
    if min(event.sum(), (~event).sum()) < FEWEST_FOR_SLOPE:
        test = Test("intercept against none", from_intercept, 1)
        return Update(*(as_intercept if test.p < LEVEL else as_it_is), (test,))
    both = _fit(event, log_odds[:, None], None)
    from_both = 2 * (both.log_likelihood - unchanged)
    tests = (
        Test("intercept and slope against none", from_both, 2),
        Test("slope beyond the intercept", 2 * (both.log_likelihood - in_large.log_likelihood), 1),
    )
    if tests[0].p >= LEVEL:
        return Update(*as_it_is, tests[:1])
    if tests[1].p >= LEVEL:
        return Update(*as_intercept, tests)
    intercept, slope = map(float, both.coefficients)
    if slope <= 0:
        raise BadInput(worded("factory.recalibrate.slope", slope=float(slope)))
    return Update("slope", intercept, slope, both.covariance, share, tests)


def check_enough(event: np.ndarray) -> None:
    """Refuse a table with too few events, or too few injections without.

    Raises
    ------
    BadInput
    """
    for kind, count in (("with", int(event.sum())), ("without", int((~event).sum()))):
        if count < FEWEST_FOR_INTERCEPT:
            raise BadInput(
                worded(
                    f"factory.recalibrate.few-{kind}", count=count, least=FEWEST_FOR_INTERCEPT, slope=FEWEST_FOR_SLOPE
                )
            )


def _fit(event: np.ndarray, design: np.ndarray, offset: np.ndarray | None) -> Regression:
    found = maximise(event, design, offset, "maximum-likelihood")
    if found is None:
        raise BadInput(worded("factory.recalibrate.separate"))
    return found

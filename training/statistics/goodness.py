"""The test of Hosmer and Lemeshow: whether events and predictions differ over groups of similar predicted risk.

It is here because papers print it. Its p-value says neither how far predictions are off nor in which direction, hangs
on how groups are cut, hardly rejects anything in a small sample and everything in a large one: a calibration curve with
its slope and intercept says more (Van Calster et al., BMC Med 2019;17:230; Hosmer et al., Stat Med 1997;16:965).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import chi2

from training.statistics.samples import checked_outcome, checked_probabilities

FEWEST_GROUPS = 3


@dataclass(frozen=True, slots=True)
class GoodnessOfFit:
    """Statistic, degrees of freedom and p; NaN where fewer than three groups differ in their predictions.

    Attributes
    ----------
    groups
        Fewer than were asked for where many patients have the same prediction.
    least_expected
        The fewest events, or patients without, that a group should have: below 5 or so the p-value is a rough one.
    """

    statistic: float
    freedom: int
    p: float
    groups: int
    least_expected: float


def hosmer_lemeshow(outcome: ArrayLike, p: ArrayLike, groups: int = 10, fitted: bool = False) -> GoodnessOfFit:
    """Pearson's statistic over groups of about equal size by predicted probability.

    Hosmer and Lemeshow, Commun Stat Theory Methods 1980;9:1043; Hosmer, Lemeshow and Sturdivant, Applied Logistic
    Regression 2013, ch. 5. Patients with the same prediction stand in the same group, so that their order says nothing.

    Parameters
    ----------
    fitted
        Whether the model was fitted to these patients: the statistic then has two degrees of freedom fewer than
        groups. In others it has as many as groups.
    """
    event = checked_outcome(outcome)
    p = checked_probabilities(p, len(event))
    if groups < FEWEST_GROUPS:
        raise ValueError(f"Hosmer and Lemeshow's test needs at least {FEWEST_GROUPS} groups; these are {groups}.")
    rows = _groups(p, groups)
    found = len(rows)
    expected, observed = (np.array([values[own].sum() for own in rows], float) for values in (p, event))
    sizes = np.array([len(own) for own in rows], float)
    least = float(np.minimum(expected, sizes - expected).min())
    freedom = found - 2 if fitted else found
    if found < FEWEST_GROUPS or least <= 0:
        return GoodnessOfFit(float("nan"), freedom, float("nan"), found, least)
    statistic = float(((observed - expected) ** 2 / (expected * (1 - expected / sizes))).sum())
    return GoodnessOfFit(statistic, freedom, float(chi2.sf(statistic, freedom)), found, least)


def _groups(p: np.ndarray, groups: int) -> list[np.ndarray]:
    """Rows of each group: cut where so many equal parts end, or where the next prediction begins."""
    order = np.argsort(p, kind="stable")
    ordered = p[order]
    ends = [len(part) for part in np.array_split(order, groups)]
    # The cut before a patient moves on to the first who has another prediction.
    cuts = {int(np.searchsorted(ordered, ordered[end - 1], side="right")) for end in np.cumsum(ends) if end}
    return [order[start:stop] for start, stop in zip([0, *sorted(cuts)], sorted(cuts))]

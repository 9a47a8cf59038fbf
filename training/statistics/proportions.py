"""Proportions with their intervals and predictive values at another prevalence."""

from __future__ import annotations

import numpy as np
from statsmodels.stats.proportion import proportion_confint

from training.statistics.samples import NOT_ESTIMABLE, Interval


def wilson(successes: int, total: int, level: float = 0.95) -> Interval:
    """Proportion with Wilson's score interval; the default, as it keeps its level in small samples.

    Wilson, J Am Stat Assoc 1927;22:209; recommended by Newcombe, Stat Med 1998;17:857. NaN for a total of 0.
    """
    if not 0 <= successes <= total:
        raise ValueError(f"{successes} of {total} is not a proportion.")
    if not total:
        return NOT_ESTIMABLE
    low, high = proportion_confint(successes, total, alpha=1 - level, method="wilson")
    # Rounding puts Wilson's limits a hair beyond 0 and 1, and past the proportion itself at 0 and at 1.
    value = successes / total
    return Interval(value, float(np.clip(low, 0, value)), float(np.clip(high, value, 1)))


def predictive_values(sensitivity: float, specificity: float, prevalence: float) -> tuple[float, float]:
    """Positive and negative predictive value at a prevalence, by Bayes' rule.

    Altman and Bland, BMJ 1994;309:102. NaN where no patient would be positive (or negative).

    Returns
    -------
    ppv, npv : floats
    """
    for name, value in (("sensitivity", sensitivity), ("specificity", specificity), ("prevalence", prevalence)):
        if not (0 <= value <= 1 or np.isnan(value)):
            raise ValueError(f"The {name} is {value}, but lies between 0 and 1.")
    true_positive, false_negative = sensitivity * prevalence, (1 - sensitivity) * prevalence
    true_negative, false_positive = specificity * (1 - prevalence), (1 - specificity) * (1 - prevalence)
    return (
        _share(true_positive, true_positive + false_positive),
        _share(true_negative, true_negative + false_negative),
    )


def _share(part: float, whole: float) -> float:
    return float(part / whole) if whole else float("nan")

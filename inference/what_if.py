"""What several changes together would do to a risk, at once and without computing anything anew."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.risk.explanation import Additive, WhatIf


@dataclass(frozen=True, slots=True)
class Changed:
    """A risk with some answers changed.

    Attributes
    ----------
    log_odds
        Against the average.
    ratio
        Times the average: risk ratio where the site's rate is known, odds ratio otherwise.
    probability
        0 to 1; None without a rate.
    """

    log_odds: float
    ratio: float
    probability: float | None


def changed_risk(explanation: Additive, rate: float | None, changes: Iterable[WhatIf]) -> Changed:
    """The risk with these answers changed, at most one of each predictor.

    The contributions add up, so each change adds its own difference: with one change this is exactly the risk that the
    pipeline gave for it.

    Parameters
    ----------
    rate
        The site's event rate.
    """
    now = explanation.log_odds
    log_odds = now + sum(change.log_odds - now for change in changes)
    if rate is None:
        return Changed(log_odds, math.exp(log_odds), None)
    odds = rate / (1 - rate) * math.exp(log_odds)
    probability = odds / (1 + odds)
    return Changed(log_odds, probability / rate, probability)

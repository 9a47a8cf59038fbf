"""What several changes together would do to a risk, at once and without computing anything anew."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.results import Risk, WhatIf


@dataclass(frozen=True, slots=True)
class Changed:
    """A risk with some answers changed; figures as of :class:`inference.results.Risk`."""

    log_odds: float
    ratio: float
    probability: float | None


def changed_risk(risk: Risk, changes: Iterable[WhatIf]) -> Changed:
    """The risk with these answers changed, at most one of each predictor.

    The contributions of a logistic model add up (:mod:`inference.risk.logistic`), so each change adds its own
    difference: with one change this is exactly the risk that the pipeline gave for it.
    """
    log_odds = risk.log_odds + sum(change.log_odds - risk.log_odds for change in changes)
    rate = risk.site_prevalence
    if rate is None:
        return Changed(log_odds, math.exp(log_odds), None)
    odds = rate / (1 - rate) * math.exp(log_odds)
    probability = odds / (1 + odds)
    return Changed(log_odds, probability / rate, probability)

"""Nomogram: points = b (x - x_ref) / max |b range| * 100 (evidence section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from inference.risk.logistic import Answer, LogisticModel

MOST_LOG_ODDS = 100.0
"""Odds beyond e to this power overflow a few steps later; a chart that runs so far is of no use."""


@dataclass(frozen=True, slots=True)
class NomogramRow:
    """One predictor's scale.

    Attributes
    ----------
    answers, points
        Marks along the scale; the answer of least risk has 0 points.
    """

    predictor: str
    answers: tuple[Answer, ...]
    points: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Nomogram:
    """All scales and how points turn into log-odds.

    Attributes
    ----------
    log_odds_at_zero
        Relative log-odds of a patient with 0 points.
    log_odds_per_point
        Added by each point.
    """

    rows: tuple[NomogramRow, ...]
    log_odds_at_zero: float
    log_odds_per_point: float

    @property
    def ends(self) -> tuple[float, float]:
        """Relative log-odds with no points and with all."""
        most = sum(max(row.points, default=0.0) for row in self.rows)
        return self.log_odds_at_zero, self.log_odds_at_zero + self.log_odds_per_point * most


def nomogram(model: LogisticModel, marks: dict[str, tuple[Answer, ...]]) -> Nomogram:
    """Draw up the scales.

    Parameters
    ----------
    marks
        For each predictor the answers to mark: all choices, or round numbers over the range.
    """
    scored = {p: [model.contribution(p, a).log_odds for a in marks[p]] for p in model.predictors}
    # Without any effect every scale has no points, whatever it is divided by.
    widest = max(max(values) - min(values) for values in scored.values()) or 1.0
    rows = tuple(
        NomogramRow(p, tuple(marks[p]), tuple((v - min(values)) / widest * 100 for v in values))
        for p, values in scored.items()
    )
    return Nomogram(rows, model.offset + sum(min(values) for values in scored.values()), widest / 100)

"""The nomogram in words: scales of points, what is marked on them, and where the patient stands."""

from __future__ import annotations

import math

import numpy as np

from desktop.language import Language
from desktop.report.sections import NomogramContent
from desktop.report.wording import answer_text, ratio_text
from inference.packs.manifest import Manifest
from inference.risk.explanation import Additive
from inference.risk.nomogram import Nomogram, NomogramRow

ROUND_RATIOS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100)
"""Further out the odds of a model say nothing: not one event in its patients stands behind them."""


def nomogram_content(manifest: Manifest, explanation: Additive, language: Language) -> NomogramContent:
    """The chart of an explanation with the patient's own marks."""
    chart, given = explanation.nomogram, explanation.inputs()
    rows, total = [], 0.0
    for row in chart.rows:
        predictor = manifest.predictor(row.predictor)
        answer = given[row.predictor]
        own = None if answer is None else points_of(row, answer)
        total += own or 0.0
        # Of answers with the same points the patient's own is named.
        others = [mark != answer for mark in row.answers]
        order = sorted(range(len(row.answers)), key=others.__getitem__)
        marks = tuple(answer_text(predictor, row.answers[n], language, unit=False) for n in order)
        rows.append((language.of(predictor.label), marks, tuple(row.points[n] for n in order), own))
    most = sum(max(row.points) for row in chart.rows)
    complete = all(own is not None for *_, own in rows)
    return NomogramContent(tuple(rows), most, tuple(ratio_marks(chart, most)), total if complete else None)


def ratio_marks(chart: Nomogram, most: float) -> list[tuple[float, str]]:
    """Points at round multiples of the average odds, as far as the scale reaches and such multiples mean anything."""
    marks = []
    for ratio in ROUND_RATIOS:
        points = (
            (math.log(ratio) - chart.log_odds_at_zero) / chart.log_odds_per_point if chart.log_odds_per_point else -1
        )
        if 0 <= points <= most:
            marks.append((points, f"× {ratio:g}"))
    if marks:
        return marks
    return [(0.0, ratio_text(np.exp(chart.log_odds_at_zero)))]


def points_of(row: NomogramRow, answer: str | float) -> float | None:
    """Points of an answer: at its mark, or between marks for a number; numbers beyond the scale stop at its end."""
    if answer in row.answers:
        return row.points[row.answers.index(answer)]
    numbers = sorted(
        (float(mark), points) for mark, points in zip(row.answers, row.points) if not isinstance(mark, str)
    )
    if isinstance(answer, str) or not numbers:
        return None
    marks, points = zip(*numbers)
    return float(np.interp(float(answer), marks, points))

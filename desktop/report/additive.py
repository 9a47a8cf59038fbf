"""Contributions that add up: bars about the average, what could be changed, and the nomogram."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from desktop.report.agreement import TOLERANCE, answers, near
from desktop.report.content import Section
from desktop.report.nomogram import nomogram_content
from desktop.report.own_words import own_text
from desktop.report.sections import Bar, Change, Changes, Factors
from desktop.report.wording import answer_text, of_site, percent, ratio_text, site_rate, whose_average
from inference.packs.cuts import cuts_of
from inference.risk.logistic import at_prevalence, direction
from inference.risk.nomogram import MOST_LOG_ODDS, Nomogram

if TYPE_CHECKING:
    from desktop.language import Language
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.results import Risk
    from inference.risk.explanation import Additive

WORTH_WHILE = 0.1
"""A change that lowers the log-odds by less is not shown as something that would lower the risk."""


def sections(outcome: Outcome, risk: Risk, explanation: Additive, language: Language) -> tuple[Section, ...]:
    """Bars, what-ifs and the nomogram."""
    title = language.text("report.factors" if of_site(risk) else "report.factors-pack")
    modifiable, key = own_text(outcome.pack.manifest, "modifiable", language), language.text("ui.result.key")
    factors = Factors(title, _bars(outcome, explanation, language), key=key, modifiable=modifiable)
    changes = Changes(_changes(outcome, explanation, language), risk, explanation)
    chart = nomogram_content(outcome.pack.manifest, explanation, language)
    return (factors, changes, chart) if changes.rows else (factors, chart)


def _bars(outcome: Outcome, explanation: Additive, language: Language) -> tuple[Bar, ...]:
    manifest, bars = outcome.pack.manifest, []
    cuts = cuts_of(manifest)
    for part in explanation.contributions:
        predictor = manifest.predictor(part.predictor)
        strength = language.text(f"strength.{predictor.strength.grade}") if predictor.strength else ""
        bars.append(
            Bar(
                language.of(predictor.label),
                answer_text(predictor, part.answer, language, cuts=cuts.get(part.predictor, ())),
                ratio_text(np.exp(part.log_odds)),
                part.log_odds,
                part.spread,
                predictor.modifiable,
                part.answer is None,
                strength,
                predictor.caution is not None,
            )
        )
    # What can be changed first, then by size: what a nurse can act on stands on top.
    bars.sort(key=lambda b: (not b.modifiable, b.doubted, -abs(b.size)))
    known, unknown = [b for b in bars if not b.unknown], [b for b in bars if b.unknown]
    return (*known, *_starting_point(explanation.offset, language), *unknown)


def _starting_point(offset: float, language: Language) -> list[Bar]:
    """What a trained model adds for every patient: without it the bars would not make the figure above them."""
    if direction(offset) == "neutral":
        return []
    title, everyone = language.text("report.offset"), language.text("report.offset-everyone")
    return [Bar(title, everyone, ratio_text(np.exp(offset)), offset, 0.0, False, False, "")]


def _changes(outcome: Outcome, explanation: Additive, language: Language) -> tuple[Change, ...]:
    manifest, changes = outcome.pack.manifest, []
    now = explanation.inputs()
    for change in explanation.what_if:
        predictor = manifest.predictor(change.predictor)
        figure = (
            language.text("whatif.ratio", ratio=ratio_text(np.exp(change.log_odds)))
            if change.probability is None
            else percent(change.probability, language)
        )
        changes.append(
            Change(
                language.of(predictor.label),
                answer_text(predictor, now[change.predictor], language),
                answer_text(predictor, change.value, language),
                figure,
                change.log_odds < explanation.log_odds - WORTH_WHILE,
                language.of(predictor.caution) if predictor.caution else "",
            )
        )
    return tuple(changes)


def rows(outcome: Outcome, risk: Risk, explanation: Additive, language: Language) -> list[tuple[str, str]]:
    """What a trained model adds for everyone, and the part of it that was found here."""
    text, found = language.text, []
    if explanation.recentring:
        whose = _recentred_on(outcome, risk, language)
        figure = text("report.recentred-figure", ratio=ratio_text(np.exp(explanation.recentring)), whose=whose)
        found.append((text("report.recentred"), figure))
    if explanation.offset:
        figure = text("report.offset-figure", ratio=ratio_text(np.exp(explanation.offset)))
        found.append((text("report.offset"), figure))
    return found


def _recentred_on(outcome: Outcome, risk: Risk, language: Language) -> str:
    """On whom it was found by how much a trained model must be moved."""
    population = risk.population
    basis = population.tiers[0].basis if population and population.tiers else "population-model"
    return whose_average(outcome, language) if basis == "held-out" else language.text("average.of-pack")


def misfits(outcome: Outcome, risk: Risk, explanation: Additive) -> Iterator[str]:
    """Contributions are of the answers and add up to the log-odds, and those to the estimate."""
    manifest = outcome.pack.manifest
    given = {answer.predictor: answer.value for answer in outcome.answers}
    parts = {part.predictor: part for part in explanation.contributions}
    if not parts or len(parts) != len(explanation.contributions):
        yield "explanation.contributions"
    for part in explanation.contributions:
        if part.predictor not in given or part.answer != given[part.predictor] or abs(part.log_odds) > MOST_LOG_ODDS:
            yield f"explanation.contributions: {part.predictor}"
    summed = sum(part.log_odds for part in explanation.contributions) + explanation.offset
    if not near(summed, explanation.log_odds) or abs(summed) > MOST_LOG_ODDS:
        yield "explanation.log_odds"
    if set(explanation.unknown) != {name for name, part in parts.items() if part.answer is None}:
        yield "explanation.unknown"
    yield from _misfits_of_estimate(risk, explanation)
    for change in explanation.what_if:
        known = change.predictor in parts and answers(manifest, change.predictor, change.value)
        alike = (change.probability is None) == (risk.estimate.probability is None)
        if not known or not alike or abs(change.log_odds) > MOST_LOG_ODDS:
            yield f"explanation.what_if: {change.predictor}"
    if not _is_chart(explanation.nomogram, manifest, list(parts)):
        yield "explanation.nomogram"


def _misfits_of_estimate(risk: Risk, explanation: Additive) -> Iterator[str]:
    """Without the site's rate: ratio = exp(log-odds)."""
    relative, population = risk.estimate.relative, risk.population
    if population is None or population.share_at_or_above is None:
        yield "population"
        return
    if relative is None or (site_rate(risk) is None and not near(relative.value, math.exp(explanation.log_odds))):
        yield "estimate.relative"
    trained, raw = population.trained_prevalence, population.raw_probability
    if raw is None or trained is None:
        return
    if not near(raw, at_prevalence(explanation.log_odds - explanation.recentring, trained)):
        yield "population.raw_probability"


def _is_chart(chart: Nomogram, manifest: Manifest, predictors: list[str]) -> bool:
    """Whether every predictor has a scale whose marks are answers with points from 0 to 100."""
    if [row.predictor for row in chart.rows] != predictors:
        return False
    for row in chart.rows:
        marked = all(answers(manifest, row.predictor, mark) and mark is not None for mark in row.answers)
        within = all(-TOLERANCE <= points <= 100 + TOLERANCE for points in row.points)
        if not row.points or len(row.points) != len(row.answers) or not marked or not within:
            return False
    has_points = any(points > 0 for row in chart.rows for points in row.points)
    return has_points and max(map(abs, chart.ends)) <= MOST_LOG_ODDS

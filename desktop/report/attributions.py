"""Attributions: bars from what a model starts from to what it gave for this patient, with the method named."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.report.agreement import near
from desktop.report.content import Section
from desktop.report.own_words import own_text
from desktop.report.sections import Bar, Factors
from desktop.report.wording import SCALES, answer_text, whose_average
from inference.packs.cuts import cuts_of
from inference.risk.logistic import at_prevalence, expit, logit
from inference.risk.nomogram import MOST_LOG_ODDS

if TYPE_CHECKING:
    from desktop.language import Language
    from inference.outcome import Outcome
    from inference.results import Risk
    from inference.risk.explanation import Attributions


def sections(outcome: Outcome, risk: Risk, explanation: Attributions, language: Language) -> tuple[Section, ...]:
    """Bars of the features, the largest first; what was not known moves a tree's output, too, and has its bar."""
    manifest, bars = outcome.pack.manifest, []
    cuts, written = cuts_of(manifest), SCALES[explanation.scale]
    for part in sorted(explanation.parts, key=lambda part: -abs(part.amount)):
        predictor = manifest.predictor(part.predictor)
        strength = language.text(f"strength.{predictor.strength.grade}") if predictor.strength else ""
        answer = answer_text(predictor, part.value, language, cuts=cuts.get(part.predictor, ()))
        label, amount = language.of(predictor.label), part.amount
        bars.append(Bar(label, answer, written(amount), amount, 0.0, predictor.modifiable, False, strength))
    title = language.text(f"report.attributions.title.{explanation.method}")
    note = language.text(f"report.attributions.note.{explanation.method}")
    modifiable = own_text(manifest, "modifiable", language)
    factors = Factors(title, tuple(bars), explanation.scale, notes=(note,), modifiable=modifiable)
    return (factors,)


def rows(outcome: Outcome, risk: Risk, explanation: Attributions, language: Language) -> list[tuple[str, str]]:
    """What the bars make together, and by how much the model was moved."""
    text, written = language.text, SCALES[explanation.scale]
    start = "at-means" if explanation.method == "permutation" else "mean"
    figure = text(f"report.attributions.total.{start}", ratio=written(explanation.output - explanation.base))
    found = [(text("report.attributions.total"), figure)]
    if explanation.recentring:
        whose = whose_average(outcome, language)
        figure = text("report.recentred-figure", ratio=written(explanation.recentring), whose=whose)
        found.append((text("report.recentred"), figure))
    return found


def misfits(outcome: Outcome, risk: Risk, explanation: Attributions) -> Iterator[str]:
    """Attributions are of the answers, and with the base make what the model gave."""
    population = risk.population
    given = {answer.predictor: answer.value for answer in outcome.answers}
    names = [part.predictor for part in explanation.parts]
    if not names or len(set(names)) != len(names):
        yield "explanation.parts"
    for part in explanation.parts:
        if part.predictor not in given or part.value != given[part.predictor]:
            yield f"explanation.parts: {part.predictor}"
    if max(abs(explanation.base), abs(explanation.output), *(abs(p.amount) for p in explanation.parts)) > MOST_LOG_ODDS:
        yield "explanation.base"
    raw = population.raw_probability if population else None
    if raw is not None and not near(raw, expit(explanation.output)):
        yield "population.raw_probability"
    trained = population.trained_prevalence if population else None
    moved = explanation.output + explanation.recentring
    if trained is not None and not _follows(risk, moved - logit(trained)):
        yield "estimate.relative"


def _follows(risk: Risk, against_average: float) -> bool:
    """Whether the figures are those of log-odds against the average."""
    rate = risk.population.site_prevalence if risk.population else None
    chance, relative = risk.estimate.chance, risk.estimate.relative
    if rate is not None:
        return chance is not None and near(chance, at_prevalence(against_average, rate))
    return relative is not None and near(relative.value, math.exp(against_average))

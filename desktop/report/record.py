"""Whether a record can be printed: its parts fit each other and the manifest that it carries.

A record is a file like any other. What is let through here would be a report that contradicts itself, or a fault of
the program in front of a patient.
"""

from __future__ import annotations

import base64
import dataclasses
import math
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.language import Language
from desktop.report.build import checklist
from desktop.report.results import can_be_of
from inference.errors import InputError
from inference.findings import Finding, blocks
from inference.packs.bounds import beyond
from inference.packs.consistency import check_references
from inference.packs.manifest import Manifest
from inference.results import GivenAnswer, Picture, Risk
from inference.risk.logistic import Answer, at_prevalence
from inference.risk.nomogram import MOST_LOG_ODDS, Nomogram
from inference.schema import Predictor, Tier
from inference.steps import kind_of

if TYPE_CHECKING:
    from inference.outcome import Outcome

TOLERANCE = 1e-6
"""Relative difference of two figures that must agree; a record keeps all digits."""
MOST_PICTURES, MOST_PIXELS = 64, 2048
PIXEL_MM = (0.01, 20.0)
"""Of a picture of a report: from and to, mm."""


def check_record(outcome: Outcome, source: str) -> None:
    """Check an outcome that was read from a file.

    Raises
    ------
    InputError
        ``record.damaged`` with the part that does not fit, or as :func:`check_references` for its manifest.
    """
    check_references(outcome.pack.manifest, source)
    field = next(_misfits(outcome), None)
    if field is not None:
        raise InputError("record.damaged", path=source, field=field)
    if outcome.fallback is not None:
        check_record(outcome.fallback, source)


def _misfits(outcome: Outcome) -> Iterator[str]:
    """Fields that do not fit. Only the first counts: each check relies on what those before it have found good."""
    yield from _not_finite(outcome, "")
    manifest = outcome.pack.manifest
    findings = [*outcome.findings, *(reason for series in outcome.series for reason in series.reasons)]
    yield from (f"findings: {finding.code}" for finding in findings if not _worded(finding))
    if (outcome.kind == "refusal") != blocks(outcome.findings):
        yield "kind"
    for given in outcome.answers:
        if not _answers(manifest, given.predictor, given.value) or not _has_origin(manifest, given):
            yield f"answers: {given.predictor}"
    if [given.predictor for given in outcome.answers] != [predictor.id for predictor in manifest.predictors]:
        yield "answers"
    structures = {structure.id for structure in manifest.structures}
    yield from (f"measures: {m.structure}" for m in outcome.measures if m.structure not in structures)
    if len(outcome.pictures) > MOST_PICTURES:
        yield "pictures"
    yield from (f"pictures[{n}]" for n, picture in enumerate(outcome.pictures) if not _can_be_drawn(picture))
    yield from (f"results: {r.step}.{r.id}" for r in outcome.results if not can_be_of(manifest, r))
    if outcome.fallback is not None and (outcome.kind == "answer" or outcome.fallback.fallback is not None):
        yield "fallback"
    if outcome.fallback is not None and (outcome.fallback.signatures or outcome.fallback.edits):
        yield "fallback"
    answered = outcome.kind == "answer"
    promised = {kind_of(step).answers for step in manifest.steps}
    # A refusal has neither risk nor results; an answer has what its pack computes.
    if not answered and outcome.results:
        yield "results"
    if answered and "results" in promised and not outcome.results:
        yield "results"
    if (outcome.risk is not None) != (answered and "risk" in promised):
        yield "risk"
    if outcome.risk is not None:
        yield from (f"risk.{field}" for field in _misfits_of_risk(outcome, outcome.risk))
    yield from _misfits_of_hands(outcome, structures)
    yield from (field for field, _, _ in beyond(outcome, skipped=("png",)))


def _misfits_of_hands(outcome: Outcome, structures: Collection[str]) -> Iterator[str]:
    """What people did to the report: each with a name and a moment, and about something that is there."""
    if not _is_moment(outcome.created):
        yield "created"
    if outcome.version < 1:
        yield "version"
    roles = [signature.role for signature in outcome.signatures]
    for signature in outcome.signatures:
        if roles.count(signature.role) > 1 or not signature.name.strip() or not _is_moment(signature.time):
            yield f"signatures: {signature.role}"
    items = [tick.item for tick in outcome.ticks]
    count = len(checklist(outcome, Language("en")))
    for tick in outcome.ticks:
        known = 0 <= tick.item < count and items.count(tick.item) == 1
        if not known or not tick.initials.strip() or not _is_moment(tick.time):
            yield f"ticks: {tick.item}"
    for edit in outcome.edits:
        if edit.structure not in structures or not _is_moment(edit.time):
            yield f"edits: {edit.structure}"


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _misfits_of_risk(outcome: Outcome, risk: Risk) -> Iterator[str]:
    manifest = outcome.pack.manifest
    given = {answer.predictor: answer.value for answer in outcome.answers}
    parts = {part.predictor: part for part in risk.contributions}
    if not parts or len(parts) != len(risk.contributions):
        yield "contributions"
    for part in risk.contributions:
        if part.predictor not in given or part.answer != given[part.predictor] or abs(part.log_odds) > MOST_LOG_ODDS:
            yield f"contributions: {part.predictor}"
    if risk.offset and not any(step.kind == "logistic" and step.fit is not None for step in manifest.steps):
        yield "offset"
    summed = sum(part.log_odds for part in risk.contributions) + risk.offset
    if not _near(summed, risk.log_odds) or abs(summed) > MOST_LOG_ODDS:
        yield "log_odds"
    if set(risk.unknown) != {part.predictor for part in risk.contributions if part.answer is None}:
        yield "unknown"
    yield from _misfits_of_tiers(manifest, risk)
    yield from _misfits_of_figures(outcome, risk)
    for change in risk.what_if:
        known = change.predictor in parts and _answers(manifest, change.predictor, change.value)
        alike = (change.probability is None) == (risk.probability is None)
        if not known or not alike or abs(change.log_odds) > MOST_LOG_ODDS:
            yield f"what_if: {change.predictor}"
    if not _is_chart(risk.nomogram, manifest, list(parts)):
        yield "nomogram"


def _misfits_of_tiers(manifest: Manifest, risk: Risk) -> Iterator[str]:
    """Tiers run from the highest to the lowest; the tier is the first that the patient's ratio reaches.

    In records of before it is the first that reaches the patient's share of the population.
    """
    tiers = [tier.id for tier in manifest.tiers]
    if not 0 <= risk.share_at_or_above <= 1:
        yield "share_at_or_above"
    for name in ("tier", "tier_low", "tier_high"):
        if getattr(risk, name) not in tiers:
            yield name
    if not tiers.index(risk.tier_high) <= tiers.index(risk.tier) <= tiers.index(risk.tier_low):
        yield "tier"
    reached = [tier.id for tier in manifest.tiers if _reaches(tier, risk)]
    if risk.tier_basis != "site" and risk.tier not in reached[:1]:
        yield "tier"
    if risk.tiers and [tier.tier for tier in risk.tiers] != tiers:
        yield "tiers"
    for tier in risk.tiers:
        shares = (tier.people, tier.events, *([] if tier.rate is None else [tier.rate]))
        if not all(0 <= share <= 1 for share in shares) or tier.begins < 0:
            yield f"tiers: {tier.tier}"
    if risk.tier_basis == "site" and risk.probability is None:
        yield "tier_basis"


def _reaches(tier: Tier, risk: Risk) -> bool:
    if risk.tier_basis == "share":
        return tier.share is not None and risk.share_at_or_above <= tier.share
    return tier.times is not None and risk.ratio >= tier.times * (1 - TOLERANCE)


def _misfits_of_figures(outcome: Outcome, risk: Risk) -> Iterator[str]:
    """With the site's rate: probability = ratio x rate; without: ratio = exp(log-odds), and no probability."""
    rate = risk.site_prevalence
    probabilities = (risk.probability_low, risk.probability, risk.probability_high)
    if rate != outcome.site.prevalence or not (rate is None or 0 < rate < 1):
        yield "site_prevalence"
    if any((value is None) != (rate is None) for value in probabilities):
        yield "probability"
    if not 0 <= risk.ratio_low <= risk.ratio <= risk.ratio_high:
        yield "ratio"
    trained, raw = risk.trained_prevalence, risk.raw_probability
    if (raw is None) != (trained is None) or not (trained is None or 0 < trained < 1):
        yield "raw_probability"
    if raw is not None and not _near(raw, at_prevalence(risk.log_odds - risk.recentring, trained)):
        yield "raw_probability"
    if rate is None:
        if not _near(risk.ratio, math.exp(risk.log_odds)):
            yield "ratio"
        return
    low, probability, high = probabilities
    if not 0 <= low <= probability <= high <= 1 or not _near(probability, risk.ratio * rate):
        yield "probability"


def _is_chart(chart: Nomogram, manifest: Manifest, predictors: list[str]) -> bool:
    """Whether every predictor has a scale whose marks are answers with points from 0 to 100."""
    if [row.predictor for row in chart.rows] != predictors:
        return False
    for row in chart.rows:
        marked = all(_answers(manifest, row.predictor, mark) and mark is not None for mark in row.answers)
        within = all(-TOLERANCE <= points <= 100 + TOLERANCE for points in row.points)
        if not row.points or len(row.points) != len(row.answers) or not marked or not within:
            return False
    has_points = any(points > 0 for row in chart.rows for points in row.points)
    return has_points and max(map(abs, chart.ends)) <= MOST_LOG_ODDS


def _answers(manifest: Manifest, predictor_id: str, answer: Answer | None) -> bool:
    """Whether it is an answer of a predictor of the pack; None, unknown, always is."""
    predictor = next((p for p in manifest.predictors if p.id == predictor_id), None)
    return predictor is not None and (answer is None or _is_answer(predictor, answer))


def _has_origin(manifest: Manifest, given: GivenAnswer) -> bool:
    """Whether what comes from a step, and nothing else, says so."""
    from_step = manifest.predictor(given.predictor).step is not None
    return given.origin == "unknown" or (given.origin == "image") == from_step


def _is_answer(predictor: Predictor, answer: Answer) -> bool:
    if predictor.kind == "choice":
        return answer in [choice.value for choice in predictor.choices]
    return isinstance(answer, str) == (predictor.kind == "text")


def _worded(finding: Finding) -> bool:
    """Whether the finding can be said: its code is known and its figures are what the wording expects."""
    language = Language("en")
    code = finding.code if finding.code.startswith("dicom.") else f"finding.{finding.code}"
    if not language.known(code):
        return False
    try:
        language.finding(finding.code, finding.evidence)
    except (ValueError, TypeError):
        return False
    return True


def _can_be_drawn(picture: Picture) -> bool:
    """Whether it is a PNG of a sensible size, which is told before it is unpacked."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageReader

    try:
        data = QByteArray(base64.b64decode(picture.png, validate=True))
    except ValueError:
        return False
    low, high = PIXEL_MM
    if not all(low <= size <= high for size in picture.pixel_mm):
        return False
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    size = reader.size()
    within = 0 < size.width() <= MOST_PIXELS and 0 < size.height() <= MOST_PIXELS
    return within and not reader.read().isNull()


def _not_finite(value: object, name: str) -> Iterator[str]:
    """Numbers that are none, anywhere in the record, by their field."""
    if isinstance(value, float) and not math.isfinite(value):
        yield name
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _not_finite(part, f"{name}.{key}")
    elif isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _not_finite(part, f"{name}[{n}]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _not_finite(getattr(value, field.name), f"{name}.{field.name}".removeprefix("."))


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE**2)

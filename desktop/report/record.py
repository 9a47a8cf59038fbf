"""Whether a record can be printed: its parts fit each other and the manifest that it carries.

A record is a file like any other. What is let through here would be a report that contradicts itself, or a fault of
the program in front of a patient.
"""

from __future__ import annotations

import base64
import dataclasses
import math
import re
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.earlier_records import is_mixed, upgraded
from desktop.language import Language
from desktop.report.agreement import TOLERANCE, answers, near
from desktop.report.build import checklist
from desktop.report.explanations import misfits_of
from desktop.report.results import can_be_of
from desktop.report.signs import can_be_told
from inference.errors import InputError
from inference.findings import Finding, blocks
from inference.packs.bounds import beyond
from inference.packs.consistency import check_references
from inference.packs.manifest import Manifest
from inference.reading import read_typed
from inference.results import GivenAnswer, Picture, Population, Risk, UsedSeries
from inference.risk.estimate import Estimate, Interval, Relative
from inference.schema import Tier
from inference.steps import kind_of

if TYPE_CHECKING:
    from inference.outcome import Outcome

MOST_PICTURES, MOST_PIXELS = 64, 2048
SHA256 = re.compile(r"[0-9a-f]{64}")
PIXEL_MM = (0.01, 20.0)
"""Of a picture of a report: from and to, mm."""


def outcome_of(data: object, source: str) -> Outcome:
    """The outcome of a record's plain data, whichever version of the program wrote it.

    Raises
    ------
    InputError
        ``schema.invalid``, ``record.damaged`` for a risk in two shapes at once, or as of :func:`check_record`.
    """
    from inference.outcome import Outcome

    if is_mixed(data):
        raise InputError("record.damaged", path=source, field="risk")
    outcome = read_typed(Outcome, upgraded(data), source)
    check_record(outcome, source)
    return outcome


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
        if not answers(manifest, given.predictor, given.value) or not _has_origin(manifest, given):
            yield f"answers: {given.predictor}"
    if [given.predictor for given in outcome.answers] != [predictor.id for predictor in manifest.predictors]:
        yield "answers"
    structures = {structure.id for structure in manifest.structures}
    yield from (f"measures: {m.structure}" for m in outcome.measures if m.structure not in structures)
    yield from (f"signs: {sign.id}" for sign in outcome.signs if not can_be_told(manifest, sign))
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
    yield from (f"series: {series.role}" for series in outcome.series if not _names_its_images(series))
    yield from (field for field, _, _ in beyond(outcome, skipped=("png", "sop_instance_uids", "frame_numbers")))


def _names_its_images(series: UsedSeries) -> bool:
    """Whether no more images are named than there are, and each by its frame where any is."""
    named, frames = len(series.sop_instance_uids), series.frame_numbers
    return named <= series.slices and (not frames or (len(frames) == named and 0 < min(frames) <= max(frames) < 2**31))


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
        digest = SHA256.fullmatch(edit.sha256) is not None
        if edit.structure not in structures or not _is_moment(edit.time) or digest != (edit.origin == "imported"):
            yield f"edits: {edit.structure}"


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _misfits_of_risk(outcome: Outcome, risk: Risk) -> Iterator[str]:
    """What holds for every risk, then for its kind of explanation."""
    manifest, population = outcome.pack.manifest, risk.population
    if not any(step.can_explain(risk.explanation) for step in manifest.steps):
        yield "explanation"
    yield from _misfits_of_tiers(manifest, risk)
    yield from _misfits_of_estimate(outcome, risk.estimate)
    if population is not None:
        yield from _misfits_of_population(outcome, population)
    yield from misfits_of(outcome, risk)


def _misfits_of_tiers(manifest: Manifest, risk: Risk) -> Iterator[str]:
    """Tiers run from the highest to the lowest; the tier is the first that the patient's ratio reaches.

    In records of before it is the first that reaches the patient's share of the population.
    """
    tiers, own = [tier.id for tier in manifest.tiers], risk.estimate.tier
    ends = [own.low, own.high]
    for name, end in (("id", own.id), ("low", own.low), ("high", own.high)):
        if end not in tiers and (name == "id" or ends != [None, None]):
            yield f"estimate.tier.{name}"
    low, high = (own.id if end is None else end for end in ends)
    if not tiers.index(high) <= tiers.index(own.id) <= tiers.index(low):
        yield "estimate.tier"
    reached = [tier.id for tier in manifest.tiers if _reaches(tier, risk)]
    if own.basis != "site" and own.id not in reached[:1]:
        yield "estimate.tier"
    if own.begins and not _begins_fit(risk, tiers.index(own.id), manifest.tiers):
        yield "estimate.tier.begins"
    if own.basis == "site" and risk.estimate.probability is None:
        yield "estimate.tier.basis"


def _begins_fit(risk: Risk, tier: int, tiers: Sequence[Tier]) -> bool:
    """Whether tiers begin at falling multiples of the average, those of the pack, and the patient's was reached."""
    begins, relative = risk.estimate.tier.begins, risk.estimate.relative
    if len(begins) != len(tiers) or any(higher < lower for higher, lower in pairwise((*begins, 0.0))):
        return False
    rate = risk.population.site_prevalence if risk.population else None
    most = 1 / rate if rate else math.inf  # everyone has the event
    stated = [math.inf if one.times is None else one.times for one in tiers]
    if risk.estimate.tier.basis == "times" and not all(near(b, min(s, most)) for b, s in zip(begins, stated)):
        return False
    if relative is None:
        return True
    reached = relative.value >= begins[tier] * (1 - TOLERANCE)
    return reached and (tier == 0 or relative.value <= begins[tier - 1] * (1 + TOLERANCE))


def _reaches(tier: Tier, risk: Risk) -> bool:
    if risk.estimate.tier.basis == "share":
        share = risk.population.share_at_or_above if risk.population else None
        return tier.share is not None and share is not None and share <= tier.share
    relative = risk.estimate.relative
    return tier.times is not None and relative is not None and relative.value >= tier.times * (1 - TOLERANCE)


def _misfits_of_estimate(outcome: Outcome, estimate: Estimate) -> Iterator[str]:
    """With the site's rate there is a probability, which is ratio x rate; without it there is none."""
    rate, relative, probability = outcome.site.prevalence, estimate.relative, estimate.probability
    promised = [step.predicts_within for step in outcome.pack.manifest.steps if kind_of(step).answers == "risk"]
    if estimate.at not in promised:
        yield "estimate.at"
    if not (rate is None or 0 < rate < 1):
        yield "population.site_prevalence"
    if (probability is None) != (rate is None) or (probability and not _ordered(probability, 0, 1)):
        yield "estimate.probability"
    if relative is not None and not _ordered(relative, 0, math.inf):
        yield "estimate.relative"
    if probability and relative and rate and not near(probability.value, relative.value * rate):
        yield "estimate.probability"


def _ordered(figure: Interval | Relative, least: float, most: float) -> bool:
    """Whether a figure lies between its limits, if it has any, and those within bounds; one limit alone is none."""
    low, high = (figure.value if end is None else end for end in (figure.low, figure.high))
    return (figure.low is None) == (figure.high is None) and least <= low <= figure.value <= high <= most


def _misfits_of_population(outcome: Outcome, population: Population) -> Iterator[str]:
    tiers = [tier.id for tier in outcome.pack.manifest.tiers]
    if population.site_prevalence != outcome.site.prevalence:
        yield "population.site_prevalence"
    if not 0 <= (population.share_at_or_above or 0) <= 1:
        yield "population.share_at_or_above"
    if population.tiers and [tier.tier for tier in population.tiers] != tiers:
        yield "population.tiers"
    for tier in population.tiers:
        shares = (tier.people, tier.events, *([] if tier.rate is None else [tier.rate]))
        if not all(0 <= share <= 1 for share in shares):
            yield f"population.tiers: {tier.tier}"
    trained, raw = population.trained_prevalence, population.raw_probability
    if (raw is None) != (trained is None) or not (trained is None or 0 < trained < 1):
        yield "population.raw_probability"


def _has_origin(manifest: Manifest, given: GivenAnswer) -> bool:
    """Whether what comes from a step, and nothing else, says so."""
    from_step = not manifest.predictor(given.predictor).asked
    return given.origin == "unknown" or (given.origin == "image") == from_step


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

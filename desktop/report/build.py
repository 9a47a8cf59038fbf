"""From an outcome to the words of a report."""

from __future__ import annotations

from desktop.demonstration import is_demonstration, presentable
from desktop.language import Language
from desktop.report.background import audit_head, doubt, figures, population_note, provenance, sources
from desktop.report.content import Banner, Content, Section
from desktop.report.explanations import sections_of
from desktop.report.frequency import frequency_of
from desktop.report.own_words import own_text
from desktop.report.results import result_text
from desktop.report.sections import (
    Advice,
    Answers,
    Checklist,
    Edited,
    Fallback,
    Gates,
    Line,
    MeasureRow,
    Measures,
    Pictures,
    Provenance,
    Results,
    Signatures,
    Warnings,
)
from desktop.report.signing import (
    checklist_items,
    edits_text,
    identity_field,
    moment_text,
    signature_fields,
    tick_fields,
)
from desktop.report.signs import signs_section
from desktop.report.standing import UNQUESTIONED, Standing
from desktop.report.wording import (
    age_text,
    answer_text,
    average_note,
    average_title,
    begins_of,
    cuts_of_risk,
    date_text,
    fallback_title,
    image_part,
    interval_text,
    needs_answers,
    needs_drawing,
    number,
    percent,
    ratio_text,
    risk_title,
    sex_text,
    shown_results,
    status_note,
    tier_meaning,
    tier_of,
    told_findings,
    within,
)
from inference.outcome import Outcome
from inference.packs.cuts import cuts_of
from inference.packs.manifest import Manifest
from inference.text import joined

REFUSAL_COLOUR, NEUTRAL_COLOUR = "#37424f", "#0b5cad"
NO_CONTOUR = (
    "drawn.missing",
    "vessel.not-found",
    "radiomics.structure-missing",
    "features.structure-missing",
    "habitat.empty",
    "shell.empty",
)
"""Findings that say of a structure that there is no contour of it."""


def build_content(
    outcome: Outcome, language: Language, paper: str = "A4", standing: Standing = UNQUESTIONED
) -> Content:
    """Turn an outcome into the words of a report.

    Parameters
    ----------
    standing
        How the record stands with the audit log; see :func:`desktop.standing.standing_of`.
    """
    outcome = presentable(outcome)
    manifest = outcome.pack.manifest
    return Content(
        language=language,
        paper=paper,
        title=language.of(manifest.title),
        status=status_of(outcome, language),
        status_note=status_note(manifest, language),
        research_use=language.text("report.research-use"),
        footer=_footer(outcome, language),
        signed=outcome.pack.signed_by is not None,
        patient=_patient(outcome, language),
        identity=identity_field(standing.identity, outcome) if standing.confirmed else (),
        sections=_sections(outcome, language, paper, standing),
    )


def _sections(outcome: Outcome, language: Language, paper: str, standing: Standing) -> tuple[Section, ...]:
    """Everything between head and foot, in the order in which it is printed."""
    lines, explained = _lines(outcome, language, standing.confirmed), sections_of(outcome, language)
    in_front = [section for section in explained if section.page == "front"]
    sections = (
        _banner(outcome, language),
        _edited(outcome, language),
        _warnings(outcome, lines),
        _results(outcome, language),
        _fallback(outcome, language, paper, standing),
        *in_front,
        _advice(outcome, language),
        _checklist(outcome, language, standing),
        _answers(outcome, language, printed=not in_front and outcome.fallback is None),
        Signatures(signature_fields(outcome, language, standing.confirmed)),
        _pictures(outcome),
        _measures(outcome, language),
        signs_section(outcome, language),
        Gates(lines) if lines else None,
        *_behind(explained, outcome, language),
        _provenance(outcome, language, standing),
    )
    return tuple(section for section in sections if section is not None)


def _behind(explained: tuple[Section, ...], outcome: Outcome, language: Language) -> list[Section]:
    """What of an explanation stands at the back; without any, that of the fallback."""
    own = [section for section in explained if section.page == "back"]
    if own or outcome.fallback is None:
        return own
    return [section for section in sections_of(outcome.fallback, language) if section.page == "back"]


def _lines(outcome: Outcome, language: Language, confirmed: bool) -> tuple[Line, ...]:
    """Findings, and before them that the audit log does not know the record."""
    structures = {structure.id for structure in outcome.pack.manifest.structures}
    drawn = structures - {finding.subject for finding in outcome.findings if finding.code in NO_CONTOUR}
    found = [
        Line(severity, sentence, subject if subject in structures else "", subject in drawn)
        for severity, sentence, subject in told_findings(outcome, language)
    ]
    return tuple(found if confirmed else [Line("blocking", language.text("report.not-confirmed-note")), *found])


def _edited(outcome: Outcome, language: Language) -> Edited | None:
    edits = edits_text(outcome, language)
    return Edited(edits) if edits else None


def _warnings(outcome: Outcome, lines: tuple[Line, ...]) -> Warnings | None:
    """What stops the answer or needs a look; that a pack is a demonstration stands in its banner already."""
    told = [line for line in lines if line.severity in ("blocking", "warning")]
    if is_demonstration(outcome) and told and told[0].severity == "blocking":
        told = told[1:]
    return Warnings(tuple(told)) if told else None


def _fallback(outcome: Outcome, language: Language, paper: str, standing: Standing) -> Fallback | None:
    beside = outcome.fallback
    if beside is None:
        return None
    content = build_content(beside, language, paper, Standing(standing.confirmed))
    warnings = content.find(Warnings) if beside.risk is None else None
    reasons = () if warnings is None else tuple(Line(line.severity, line.text) for line in warnings.lines)
    note = language.text("report.fallback-note" if outcome.pack.manifest.images else "report.fallback-answers-note")
    return Fallback(fallback_title(outcome, language), note, content, _basis(beside, language), reasons)


def status_of(outcome: Outcome, language: Language) -> str:
    """What the pack's numbers rest on, and whether nobody has signed it."""
    status = language.text(f"status.{outcome.pack.manifest.status}")
    return status if outcome.pack.signed_by else f"{status} · {language.text('pack.unsigned')}"


def _basis(outcome: Outcome, language: Language) -> str:
    """In one line what a figure rests on, where it stands beside that of another pack."""
    pack = outcome.pack
    parts = [f"{pack.manifest.id} {pack.manifest.version}, {pack.digest[:8]}", status_of(outcome, language)]
    if outcome.risk is not None and outcome.risk.population is not None:
        note = population_note(outcome, outcome.risk, language)
        parts.append(language.text("label.value", label=language.text("report.population"), value=note))
    return language.text("list.separator").join(parts)


def _patient(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    patient, text = outcome.patient, language.text
    unknown = text("value.unknown")
    sex_age = (sex_text(patient.sex, language), age_text(patient.age_years, language))
    rows = [
        (text("report.name"), patient.name or unknown),
        (text("report.id"), patient.id or unknown),
        (text("report.sex-age"), text("list.comma").join(part or unknown for part in sex_age)),
        (text("report.birth-date"), date_text(patient.birth_date) or unknown),
    ]
    for series in outcome.series[:1]:
        rows += [
            (text("report.study-date"), date_text(series.study_date) or unknown),
            (text("report.accession"), series.accession or unknown),
        ]
    return tuple(rows)


def _banner(outcome: Outcome, language: Language) -> Banner:
    text, manifest = language.text, outcome.pack.manifest
    if needs_drawing(outcome):
        return Banner(text("banner.to-draw"), "square", NEUTRAL_COLOUR, lines=(text("banner.to-draw-note"),))
    if needs_answers(outcome):
        return Banner(text("banner.unfinished"), "square", NEUTRAL_COLOUR, lines=(text("banner.unfinished-note"),))
    if is_demonstration(outcome):
        said = (text("banner.demonstration-note"),)
        return Banner(text("banner.demonstration"), "square", NEUTRAL_COLOUR, lines=said)
    if outcome.kind == "refusal":
        word = text("banner.refused-image") if manifest.images else text("banner.refused")
        return Banner(word, "octagon", REFUSAL_COLOUR, lines=(text("banner.refused-note"),))
    tier, risk = tier_of(outcome), outcome.risk
    if tier is None or risk is None:
        return Banner(text("banner.result"), "square", NEUTRAL_COLOUR)
    estimate = risk.estimate
    probability, relative = estimate.probability, estimate.relative
    if probability is None:
        figure, note = text("banner.no-percentage"), text("banner.no-prevalence")
    else:
        figure = percent(probability.value, language, cuts_of_risk(risk))
        note = interval_text(probability, lambda share: percent(share, language), language)
    lines = [line for line in (image_part(outcome, language),) if line]
    notes = [line for line in (tier_meaning(outcome, language), average_note(outcome, language)) if line]
    low, high = estimate.tier.low, estimate.tier.high
    if low is not None and high is not None and low != high:
        titles = {tier.id: language.of(tier.title) for tier in manifest.tiers}
        lines.append(text("banner.tiers", low=titles[low], high=titles[high]))
    answers = list(risk.explanation.inputs().values())
    if None in answers:
        lines.append(text("banner.unknown", count=answers.count(None), total=len(answers)))
    return Banner(
        language.of(tier.title),
        tier.shape,
        tier.colour,
        figure,
        risk_title(manifest, estimate.at, language),
        note,
        average_title(risk, language) if relative else "",
        ratio_text(relative.value, begins_of(risk)) if relative else "",
        interval_text(relative, ratio_text, language) if relative else "",
        tuple(lines),
        tuple(notes),
        frequency_of(risk, language),
        within(estimate.at, language),
    )


def _advice(outcome: Outcome, language: Language) -> Advice | None:
    tripped = [result for result in shown_results(outcome, information=True) if result.id == "class"]
    return Advice(tuple(result_text(outcome, result, language)[1:] for result in tripped)) if tripped else None


def checklist(outcome: Outcome, language: Language) -> tuple[str, ...]:
    """What is to be done, in words."""
    return tuple(language.of(item) for item in checklist_items(outcome))


def _checklist(outcome: Outcome, language: Language, standing: Standing) -> Checklist | None:
    items = checklist(outcome, language)
    ticks = tick_fields(outcome) if standing.confirmed else {}
    return Checklist(own_text(outcome.pack.manifest, "checklist", language), items, ticks) if items else None


def _answers(outcome: Outcome, language: Language, printed: bool) -> Answers | None:
    manifest = outcome.pack.manifest
    cuts = cuts_of(manifest)
    rows = tuple(
        (
            language.of(manifest.predictor(given.predictor).label),
            answer_text(manifest.predictor(given.predictor), given.value, language, cuts=cuts.get(given.predictor, ())),
            language.text(f"origin.{given.origin}"),
        )
        for given in outcome.answers
        if given.value is not None
    )
    return Answers(rows, printed) if rows else None


def _pictures(outcome: Outcome) -> Pictures | None:
    structures = outcome.pack.manifest.structures
    colours, names = {s.id: s.colour for s in structures}, {s.id: s.short for s in structures}
    return Pictures(outcome.pictures, colours, names) if outcome.pictures else None


def _measures(outcome: Outcome, language: Language) -> Measures | None:
    manifest, rows = outcome.pack.manifest, []
    doubtful = {f.subject for f in outcome.findings if f.severity in ("blocking", "warning")}
    for measure in outcome.measures:
        structure = next(s for s in manifest.structures if s.id == measure.structure)
        if not measure.found:
            cells: tuple[str, ...] = (language.text("value.not-found"),)
        else:
            ends = (measure.min_diameter_mm, measure.max_diameter_mm)
            diameters = "–" if None in ends else "–".join(number(v, 1) for v in ends)
            cells = (
                number(measure.volume_ml, 2),
                number(measure.mean_diameter_mm, 1),
                diameters,
                f"{number(measure.mean_hu, 0)} ± {number(measure.sd_hu, 0)}",
                number(measure.flattening, 1),
                number(measure.calcification_ml, 2),
                number(measure.certainty, 2) + (" *" if measure.cut_off else ""),
            )
        mark = " ▲" if structure.id in doubtful else ""
        title = language.of(structure.title) + mark
        rows.append(MeasureRow(title, structure.colour, cells, structure.id, structure.short))
    if not rows:
        return None
    title, named = (own_text(manifest, name, language) for name in ("measures", "structure"))
    return Measures(title, named, tuple(rows), _measures_note(manifest, language), edits_text(outcome, language))


def _measures_note(manifest: Manifest, language: Language) -> str:
    """How to read the measures, and whether a predictor is one of them."""
    from inference.predictors import NumberPredictor

    beginnings = tuple(f"{structure.id}." for structure in manifest.structures)
    numbers = (p for p in manifest.predictors if isinstance(p, NumberPredictor))
    part = any(p.step is not None and p.step.startswith(beginnings) for p in numbers)
    return language.text("measure.note", part=language.text("measure.part" if part else "measure.not-part"))


def _results(outcome: Outcome, language: Language) -> Results | None:
    """The pack's own answers: title, value, colour."""
    rows = []
    for result in shown_results(outcome, information=False):
        title, value, colour = result_text(outcome, result, language)
        rows.append((title, value + doubt(outcome, result.step, language), colour))
    return Results(tuple(rows)) if rows else None


def _provenance(outcome: Outcome, language: Language, standing: Standing) -> Provenance:
    manifest = outcome.pack.manifest
    return Provenance(
        rows=(*provenance(outcome, language), *audit_head(standing, language)),
        figures=figures(outcome, language),
        limits=tuple(language.of(limit) for limit in manifest.limits),
        sources=sources(manifest, language),
        licence=joined("; ", (language.of(manifest.licence), *manifest.attribution)),
    )


def _footer(outcome: Outcome, language: Language) -> str:
    pack = outcome.pack
    parts = [f"{pack.manifest.id} {pack.manifest.version}", pack.digest[:8], outcome.software]
    parts.append(moment_text(outcome.created))
    if outcome.version > 1:
        parts.append(language.text("report.version", number=outcome.version))
    return " · ".join(parts)

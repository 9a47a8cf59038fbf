"""From an outcome to the words of a report."""

from __future__ import annotations

import numpy as np

from desktop.language import Language
from desktop.report.content import Banner, Bar, Change, Content, Line, MeasureRow
from desktop.report.nomogram import nomogram_content
from desktop.report.signing import checklist_items, edits_text, signature_fields, tick_fields
from desktop.report.wording import (
    answer_text,
    date_text,
    finding_lines,
    image_part,
    needs_answers,
    number,
    percent,
    ratio_text,
    result_text,
    shown_results,
    status_note,
)
from desktop.signer import signature_text
from desktop.standing import UNQUESTIONED, Standing
from inference.outcome import Outcome
from inference.packs.manifest import Manifest, Tier
from inference.results import UsedSeries
from inference.risk.logistic import direction
from inference.text import joined

REFUSAL_COLOUR, NEUTRAL_COLOUR = "#37424f", "#0b5cad"
WORTH_WHILE = 0.1
"""A change that lowers the log-odds by less is not shown as something that would lower the risk."""


def build_content(
    outcome: Outcome, language: Language, paper: str = "A4", standing: Standing = UNQUESTIONED
) -> Content:
    """Turn an outcome into the words of a report.

    Parameters
    ----------
    standing
        How the record stands with the audit log; see :func:`desktop.standing.standing_of`.
    """
    manifest = outcome.pack.manifest
    text = language.text
    gates = finding_lines(outcome, language)
    if not standing.confirmed:
        gates = [("blocking", text("report.not-confirmed-note")), *gates]
    return Content(
        language=language,
        paper=paper,
        title=language.of(manifest.title),
        status=status_of(outcome, language),
        research_use=text("report.research-use"),
        patient=_patient(outcome, language),
        banner=_banner(outcome, language),
        status_note=status_note(manifest, language),
        bars=_bars(outcome, language),
        changes=_changes(outcome, language),
        results=_results(outcome, language),
        checklist=checklist(outcome, language),
        ticks=tick_fields(outcome) if standing.confirmed else {},
        signatures=signature_fields(outcome, language, standing.confirmed),
        edited=edits_text(outcome, language),
        advice=tuple(
            result_text(outcome, result, language)[1:]
            for result in shown_results(outcome, information=True)
            if result.id == "class"
        ),
        warnings=tuple(Line(s, t) for s, t in gates if s in ("blocking", "warning")),
        answers=_answers(outcome, language),
        pictures=outcome.pictures,
        structure_colours={s.id: s.colour for s in manifest.structures},
        structure_short={s.id: s.short for s in manifest.structures},
        measures=_measures(outcome, language),
        measures_note=_measures_note(manifest, language),
        gates=tuple(Line(s, t) for s, t in gates),
        provenance=(*_provenance(outcome, language), *_audit_head(standing, language)),
        figures=_figures(outcome, language),
        nomogram=nomogram_content(outcome, language),
        limits=tuple(language.of(limit) for limit in manifest.limits),
        sources=_sources(manifest, language),
        licence=joined("; ", (language.of(manifest.licence), *manifest.attribution)),
        footer=_footer(outcome, language),
        signed=outcome.pack.signed_by is not None,
        basis=_basis(outcome, language),
        fallback=build_content(outcome.fallback, language, paper, Standing(standing.confirmed))
        if outcome.fallback
        else None,
    )


def status_of(outcome: Outcome, language: Language) -> str:
    """What the pack's numbers rest on, and whether nobody has signed it."""
    status = language.text(f"status.{outcome.pack.manifest.status}")
    return status if outcome.pack.signed_by else f"{status} · {language.text('pack.unsigned')}"


def _basis(outcome: Outcome, language: Language) -> str:
    """In one line what a figure rests on, where it stands beside that of another pack."""
    pack = outcome.pack
    parts = [f"{pack.manifest.id} {pack.manifest.version}, {pack.digest[:8]}", status_of(outcome, language)]
    if outcome.risk is not None:
        population = language.text("report.population")
        parts.append(language.text("label.value", label=population, value=_population_note(outcome, language)))
    return language.text("list.separator").join(parts)


def _patient(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    patient, text = outcome.patient, language.text
    unknown = text("value.unknown")
    age = unknown if patient.age_years is None else text("value.years", years=f"{patient.age_years:.0f}")
    known_sex = {"F": "value.female", "M": "value.male", "O": "value.other-sex"}.get(patient.sex)
    rows = [
        (text("report.name"), patient.name or unknown),
        (text("report.id"), patient.id or unknown),
        (text("report.sex-age"), text("list.comma").join((text(known_sex) if known_sex else unknown, age))),
        (text("report.birth-date"), date_text(patient.birth_date) or unknown),
    ]
    for series in outcome.series[:1]:
        rows += [
            (text("report.study-date"), date_text(series.study_date) or unknown),
            (text("report.accession"), series.accession or unknown),
        ]
    return tuple(rows)


def tier_of(outcome: Outcome) -> Tier | None:
    """The tier of the outcome's risk."""
    if outcome.risk is None:
        return None
    return next(tier for tier in outcome.pack.manifest.tiers if tier.id == outcome.risk.tier)


def _banner(outcome: Outcome, language: Language) -> Banner:
    text = language.text
    if needs_answers(outcome):
        return Banner(text("banner.unfinished"), "square", NEUTRAL_COLOUR, lines=(text("banner.unfinished-note"),))
    if outcome.kind == "refusal":
        word = text("banner.refused-image") if outcome.pack.manifest.images else text("banner.refused")
        return Banner(word, "octagon", REFUSAL_COLOUR, lines=(text("banner.refused-note"),))
    tier = tier_of(outcome)
    if tier is None:
        return Banner(text("banner.result"), "square", NEUTRAL_COLOUR)
    risk = outcome.risk
    if risk.probability is None:
        figure, note = text("banner.no-percentage"), text("banner.no-prevalence")
    else:
        figure = percent(risk.probability)
        note = text("banner.interval", low=percent(risk.probability_low), high=percent(risk.probability_high))
    share = 100 * risk.share_at_or_above
    lines = [line for line in (image_part(outcome, language),) if line]
    lines.append(text("banner.share", share=f"{share:.0f}" if share >= 1 else "< 1"))
    if risk.tier_low != risk.tier_high:
        titles = {tier.id: language.of(tier.title) for tier in outcome.pack.manifest.tiers}
        lines.append(text("banner.tiers", low=titles[risk.tier_low], high=titles[risk.tier_high]))
    if risk.unknown:
        total = len(risk.contributions)
        lines.append(text("banner.unknown", count=len(risk.unknown), total=total))
    return Banner(
        language.of(tier.title),
        tier.shape,
        tier.colour,
        figure,
        note,
        text("banner.odds-title" if risk.probability is None else "banner.ratio-title"),
        ratio_text(risk.ratio),
        text("banner.interval", low=ratio_text(risk.ratio_low), high=ratio_text(risk.ratio_high)),
        tuple(lines),
    )


def _bars(outcome: Outcome, language: Language) -> tuple[Bar, ...]:
    if outcome.risk is None:
        return ()
    manifest, bars = outcome.pack.manifest, []
    for part in outcome.risk.contributions:
        predictor = manifest.predictor(part.predictor)
        strength = language.text(f"strength.{predictor.strength.grade}") if predictor.strength else ""
        bars.append(
            Bar(
                language.of(predictor.label),
                answer_text(predictor, part.answer, language),
                ratio_text(np.exp(part.log_odds)),
                part.log_odds,
                part.spread,
                predictor.modifiable,
                part.answer is None,
                strength,
            )
        )
    # What can be changed first, then by size: what a nurse can act on stands on top.
    bars.sort(key=lambda b: (not b.modifiable, -abs(b.log_odds)))
    known, unknown = [b for b in bars if not b.unknown], [b for b in bars if b.unknown]
    return (*known, *_starting_point(outcome.risk.offset, language), *unknown)


def _starting_point(offset: float, language: Language) -> list[Bar]:
    """What a trained model adds for every patient: without it the bars would not make the figure above them."""
    if direction(offset) == "neutral":
        return []
    title, everyone = language.text("report.offset"), language.text("report.offset-everyone")
    return [Bar(title, everyone, ratio_text(np.exp(offset)), offset, 0.0, False, False, "")]


def _changes(outcome: Outcome, language: Language) -> tuple[Change, ...]:
    if outcome.risk is None:
        return ()
    manifest, changes = outcome.pack.manifest, []
    now = {part.predictor: part.answer for part in outcome.risk.contributions}
    for change in outcome.risk.what_if:
        predictor = manifest.predictor(change.predictor)
        figure = (
            language.text("whatif.ratio", ratio=ratio_text(np.exp(change.log_odds)))
            if change.probability is None
            else percent(change.probability)
        )
        changes.append(
            Change(
                language.of(predictor.label),
                answer_text(predictor, now[change.predictor], language),
                answer_text(predictor, change.value, language),
                figure,
                change.log_odds < outcome.risk.log_odds - WORTH_WHILE,
            )
        )
    return tuple(changes)


def checklist(outcome: Outcome, language: Language) -> tuple[str, ...]:
    """What is to be done before the injection, in words."""
    return tuple(language.of(item) for item in checklist_items(outcome))


def _answers(outcome: Outcome, language: Language) -> tuple[tuple[str, str, str], ...]:
    manifest = outcome.pack.manifest
    return tuple(
        (
            language.of(manifest.predictor(given.predictor).label),
            answer_text(manifest.predictor(given.predictor), given.value, language),
            language.text(f"origin.{given.origin}"),
        )
        for given in outcome.answers
        if given.value is not None
    )


def _measures(outcome: Outcome, language: Language) -> tuple[MeasureRow, ...]:
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
        rows.append(MeasureRow(language.of(structure.title) + mark, structure.colour, cells))
    return tuple(rows)


def _measures_note(manifest: Manifest, language: Language) -> str:
    """How to read the measures, and whether a predictor is one of them."""
    beginnings = tuple(f"{structure.id}." for structure in manifest.structures)
    part = any(p.step is not None and p.step.startswith(beginnings) for p in manifest.predictors)
    return language.text("measure.note", part=language.text("measure.part" if part else "measure.not-part"))


def _provenance(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    text, pack = language.text, outcome.pack
    signer = signature_text(pack.signed_by, pack.signer_key, language)
    rows = [
        (text("report.pack"), joined(", ", (f"{pack.manifest.id} {pack.manifest.version}", pack.digest[:16], signer))),
        (text("report.status"), text(f"status.{pack.manifest.status}")),
    ]
    for series in outcome.series:
        size = " × ".join((str(series.slices), *(number(v, 2) for v in series.spacing_mm)))
        named = joined("; ", (series.description or series.series_uid, f"{size} mm"))
        rows.append((text("report.series"), named))
        rows.append((text("report.chosen"), _why(series, language)))
    if outcome.edits:
        rows.append((text("report.edited"), edits_text(outcome, language)))
    for engine in outcome.engines:
        how = f"{engine.engine}, {engine.device}, {engine.precision}; {engine.sha256[:12]}"
        rows.append((engine.model.rpartition("/")[2], how))
    if any(step.kind == "logistic" for step in pack.manifest.steps):
        rows.append((text("report.prevalence"), _prevalence(outcome, language)))
    if outcome.site.protocol is not None:
        rows.append((text("report.protocol"), language.of(outcome.site.protocol)))
    risk = outcome.risk
    if risk is not None:
        rows.append((text("report.population"), _population_note(outcome, language)))
        if risk.raw_probability is not None and risk.probability is not None:
            both = text(
                "report.raw-adjusted-figures", raw=percent(risk.raw_probability), adjusted=percent(risk.probability)
            )
            rows.append((text("report.raw-adjusted"), both))
        if risk.offset:
            rows.append((text("report.offset"), text("report.offset-figure", ratio=ratio_text(np.exp(risk.offset)))))
    total = sum(outcome.seconds.values())
    if total:
        rows.append((text("report.time"), text("report.seconds", seconds=f"{total:.1f}")))
    return tuple(rows)


def _audit_head(standing: Standing, language: Language) -> tuple[tuple[str, str], ...]:
    """Where the audit log stood when this was printed: a log that is cut short later no longer fits the paper."""
    if not standing.count:
        return ()
    head = language.text("report.audit-head", count=standing.count, digest=standing.head[:32])
    return ((language.text("report.audit"), head),)


def _prevalence(outcome: Outcome, language: Language) -> str:
    site = outcome.site
    if site.prevalence is None:
        return language.text("report.prevalence-unset")
    return joined(" ", (percent(site.prevalence), f"({site.prevalence_source})"))


def _why(series: UsedSeries, language: Language) -> str:
    if series.overridden:
        return language.text("report.chosen-by-user")
    return " ".join(language.finding(reason.code, reason.evidence) for reason in series.reasons)


def _population_note(outcome: Outcome, language: Language) -> str:
    """Where the reference population comes from; an assumed one is called that."""
    steps = [step for step in outcome.pack.manifest.steps if step.kind == "logistic"]
    assumed = any(d.certainty == "unconfirmed" for step in steps for d in step.population)
    return language.text("report.population-assumed" if assumed else "report.population-note")


def _figures(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    rows = [(language.of(figure.title), figure.value) for figure in outcome.pack.manifest.figures]
    if outcome.risk is not None:
        caught = " / ".join(f"{100 * point.caught:.0f}" for point in outcome.risk.capacity)
        needed = " / ".join(f"{100 * point.needed:.0f}" for point in outcome.risk.capacity)
        rows.append((language.text("report.capacity", caught=caught), f"{needed} %"))
        rows.append((language.text("report.model-auc"), number(outcome.risk.model_auc, 2)))
    for result in shown_results(outcome, information=True):
        if result.id != "class":
            title, value, _ = result_text(outcome, result, language)
            rows.append((title, value + _doubt(outcome, result.step, language)))
    return tuple(rows)


def _results(outcome: Outcome, language: Language) -> tuple[tuple[str, str, str], ...]:
    """The pack's own answers: title, value, colour."""
    rows = []
    for result in shown_results(outcome, information=False):
        title, value, colour = result_text(outcome, result, language)
        rows.append((title, value + _doubt(outcome, result.step, language), colour))
    return tuple(rows)


def _doubt(outcome: Outcome, step_id: str, language: Language) -> str:
    """The mark of a figure that rests on something unconfirmed."""
    manifest = outcome.pack.manifest
    step = next(s for s in manifest.steps if s.id == step_id)
    certainty = {source.id: source.certainty for source in manifest.evidence}
    if step.kind == "lookup":  # rests on several sources at once; its columns say which are unconfirmed
        return ""
    unsure = any(certainty[name] == "unconfirmed" for name in getattr(step, "evidence", ()))
    return f"  [{language.text('certainty.unconfirmed')}]" if unsure else ""


def _sources(manifest: Manifest, language: Language) -> tuple[str, ...]:
    """Citations and how sure each is; what each says in detail stands in the pack's card."""
    return tuple(
        f"{source.citation} [{language.text(f'certainty.{source.certainty}')}]" for source in manifest.evidence
    )


def _footer(outcome: Outcome, language: Language) -> str:
    pack = outcome.pack
    parts = [f"{pack.manifest.id} {pack.manifest.version}", pack.digest[:8], outcome.software, outcome.created]
    if outcome.version > 1:
        parts.append(language.text("report.version", number=outcome.version))
    return " · ".join(parts)

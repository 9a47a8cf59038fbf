"""What a result rests on, in words: pack, images, engines, populations, and figures of validation."""

from __future__ import annotations

from desktop.language import Language
from desktop.report.explanations import rows_of
from desktop.report.results import PRESENTATIONS, result_text, step_of
from desktop.report.signing import edits_text
from desktop.report.standing import Standing
from desktop.report.wording import number, of_site, percent, shown_results
from desktop.signer import signature_text
from inference.outcome import Outcome
from inference.packs.manifest import Manifest
from inference.results import Risk, UsedSeries
from inference.risk.held_out import HeldOut
from inference.steps import kind_of
from inference.text import joined


def provenance(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    """Pack, images, engines, populations and times, as label and value."""
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
    if any(kind_of(step).answers == "risk" for step in pack.manifest.steps):
        rows.append((text("report.prevalence"), _prevalence(outcome, language)))
    if outcome.site.protocol is not None:
        rows.append((text("report.protocol"), language.of(outcome.site.protocol)))
    risk = outcome.risk
    if risk is not None:
        if risk.population is not None:
            rows.append((text("report.population"), population_note(outcome, risk, language)))
            raw, adjusted = risk.population.raw_probability, risk.estimate.chance
            if raw is not None and adjusted is not None:
                both = text(
                    "report.raw-adjusted-figures", raw=percent(raw, language), adjusted=percent(adjusted, language)
                )
                rows.append((text("report.raw-adjusted"), both))
        rows += rows_of(outcome, risk, language)
    total = sum(outcome.seconds.values())
    if total:
        rows.append((text("report.time"), text("report.seconds", seconds=f"{total:.1f}")))
    return tuple(rows)


def audit_head(standing: Standing, language: Language) -> tuple[tuple[str, str], ...]:
    """Where the audit log stood when this was printed: a log that is cut short later no longer fits the paper."""
    if not standing.count:
        return ()
    head = language.text("report.audit-head", count=standing.count, digest=standing.head[:32])
    return ((language.text("report.audit"), head),)


def _prevalence(outcome: Outcome, language: Language) -> str:
    site = outcome.site
    if site.prevalence is None:
        return language.text("report.prevalence-unset")
    return joined(" ", (percent(site.prevalence, language), f"({site.prevalence_source})"))


def _why(series: UsedSeries, language: Language) -> str:
    if series.overridden:
        return language.text("report.chosen-by-user")
    return " ".join(language.finding(reason.code, reason.evidence) for reason in series.reasons)


def population_note(outcome: Outcome, risk: Risk, language: Language) -> str:
    """Where the reference population comes from; an assumed one is called that."""
    if of_site(risk):
        return language.text("report.population-site")
    people = [step.reference_people() for step in outcome.pack.manifest.steps]
    fitted_to = next((those.fitted_to for those in people if those.fitted_to is not None), None)
    if fitted_to is not None:
        return language.text("report.population-fitted", whom=language.of(fitted_to))
    assumed = any(those.assumed for those in people)
    return language.text("report.population-assumed" if assumed else "report.population-note")


def figures(outcome: Outcome, language: Language) -> tuple[tuple[str, str], ...]:
    """Figures of the pack's validation, then background figures of this patient."""
    rows = [(language.of(figure.title), figure.value) for figure in outcome.pack.manifest.figures]
    people = [step.reference_people().held_out for step in outcome.pack.manifest.steps]
    rows += [row for held_out in people if held_out is not None for row in _counted(held_out, language)]
    for result in shown_results(outcome, information=True):
        if result.id != "class":
            title, value, _ = result_text(outcome, result, language)
            rows.append((title, value + doubt(outcome, result.step, language)))
    return tuple(rows)


def _counted(held_out: HeldOut, language: Language) -> list[tuple[str, str]]:
    """How well held-out patients are told apart, and how many must be attended to: counted, never believed."""
    text = language.text
    whom = {"whom": language.of(held_out.title), "n": held_out.patient_count, "events": held_out.event_count}
    area = held_out.auc
    caught = " / ".join(f"{100 * point.caught:.0f}" for point in held_out.capacity)
    needed = " / ".join(
        f"{100 * point.needed:.1f} ({100 * point.low:.1f}–{100 * point.high:.1f})" for point in held_out.capacity
    )
    return [
        (text("report.held-out-auc", **whom), auc_text(area.value, area.low, area.high)),
        (
            text("report.held-out-capacity", caught=caught, rate=percent(held_out.rate, language), **whom),
            language.percent(needed),
        ),
    ]


def auc_text(value: float, low: float, high: float) -> str:
    """An area with its interval, with the second decimal only where the interval is wider than a tenth."""
    decimals = 2 if high - low > 0.1 else 3
    return f"{value:.{decimals}f} ({low:.{decimals}f}–{high:.{decimals}f})"


def doubt(outcome: Outcome, step_id: str, language: Language) -> str:
    """The mark of a figure that rests on something unconfirmed."""
    manifest = outcome.pack.manifest
    step = step_of(manifest, step_id)
    if not PRESENTATIONS[step.kind].marks_doubt:
        return ""
    certainty = {source.id: source.certainty for source in manifest.evidence}
    unsure = any(certainty[name] == "unconfirmed" for name in step.rests_on)
    return f"  [{language.text('certainty.unconfirmed')}]" if unsure else ""


def sources(manifest: Manifest, language: Language) -> tuple[str, ...]:
    """Citations and how sure each is; what each says in detail stands in the pack's card."""
    return tuple(
        f"{source.citation} [{language.text(f'certainty.{source.certainty}')}]" for source in manifest.evidence
    )

"""How numbers, answers, findings and results are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.language import Language

if TYPE_CHECKING:
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest, Predictor
    from inference.quality.findings import Finding
    from inference.results import Result

SEVERITY_ORDER = ("blocking", "warning", "note", "pass")
ABOUT_ANSWERS = (
    "answers.differs-from-dicom",
    "answers.differs-from-computed",
    "answers.another-patient",
    "answers.left-unknown",
)
"""Findings whose evidence is answers, which are worded as the form words them."""
MOST_CODES = 6
"""Characters without a glyph that are named."""


def date_text(date: str) -> str:
    """A DICOM date as people write it."""
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 and date.isdigit() else date


def number(value: float | None, decimals: int) -> str:
    """A number with fixed decimals; a dash where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}"


def percent(value: float | None) -> str:
    """A probability in percent with two significant digits, never rounded to 0 or 100."""
    if value is None:
        return "–"
    shown = 100 * value
    if shown < 0.01:
        return "< 0.01 %"
    if shown > 99.9:
        return "> 99.9 %"
    decimals = 2 if shown < 1 else 1 if shown < 10 else 0
    return f"{shown:.{decimals}f} %"


def ratio_text(value: float) -> str:
    """A ratio such as ``× 1.7``."""
    return f"× {value:.2f}" if value < 9.95 else f"× {value:.0f}"


def answer_text(predictor: Predictor, answer: str | float | None, language: Language, unit: bool = True) -> str:
    """An answer as the form shows it."""
    if answer is None:
        return language.text("value.unknown")
    if predictor.kind == "choice":
        return next((language.of(c.label) for c in predictor.choices if c.value == answer), str(answer))
    if predictor.kind == "text":
        return str(answer)
    suffix = f" {language.unit(predictor.unit)}" if unit and predictor.unit else ""
    return f"{float(answer):.{predictor.decimals}f}{suffix}"


def names_of(manifest: Manifest, language: Language) -> dict[str, str]:
    """What the ids of a pack are called: structures, predictors, images and steps."""
    names = {step.id: language.of(step.title) for step in manifest.steps if hasattr(step, "title")}
    names |= {image.id: language.of(image.title) for image in manifest.images}
    names |= {predictor.id: language.of(predictor.label) for predictor in manifest.predictors}
    return names | {structure.id: language.of(structure.title) for structure in manifest.structures}


def status_note(manifest: Manifest, language: Language) -> str:
    """What must be said beside the status of a pack; empty where the status says it all."""
    message = f"status-note.{manifest.status}"
    return language.text(message) if language.known(message) else ""


def image_part(outcome: Outcome, language: Language) -> str:
    """That the risk includes what was read from the images, and what that is; empty where it does not."""
    manifest = outcome.pack.manifest
    parts = outcome.risk.contributions if outcome.risk else ()
    known = [manifest.predictor(part.predictor) for part in parts if part.answer is not None]
    names = language.joined("list.comma", (language.of(p.label) for p in known if p.step is not None))
    return language.text("banner.image-part", names=names) if names else ""


def needs_answers(outcome: Outcome) -> bool:
    """Whether nothing but unknown answers stands between the patient and a risk: not refused, only not finished."""
    blocking = {finding.code for finding in outcome.findings if finding.severity == "blocking"}
    return blocking == {"risk.too-few-answers"}


def ordered_findings(outcome: Outcome) -> list[Finding]:
    """Findings, the gravest first."""
    return sorted(outcome.findings, key=lambda finding: SEVERITY_ORDER.index(finding.severity))


def finding_lines(outcome: Outcome, language: Language) -> list[tuple[str, str]]:
    """Findings as (severity, sentence), the gravest first."""
    names = names_of(outcome.pack.manifest, language)
    lines = []
    for finding in ordered_findings(outcome):
        subject = names.get(finding.subject, finding.subject)
        evidence = dict(finding.evidence)
        if finding.code in ABOUT_ANSWERS:
            predictor = outcome.pack.manifest.predictor(finding.subject)
            evidence = {name: answer_text(predictor, value, language) for name, value in evidence.items()}
        lines.append((finding.severity, language.finding(finding.code, evidence, subject)))
    lines += [("warning", line) for line in not_drawn(outcome, language)]
    return sorted(lines, key=lambda line: SEVERITY_ORDER.index(line[0]))


def not_drawn(outcome: Outcome, language: Language) -> list[str]:
    """What of the patient's identity and of the hands on the report its fonts cannot show, in words."""
    from desktop.report.fonts import NO_GLYPH, without_glyph

    named = [("report.name", outcome.patient.name), ("report.id", outcome.patient.id)]
    named += [("report.accession", series.accession) for series in outcome.series[:1]]
    named += [(f"report.{signature.role}", signature.name) for signature in outcome.signatures]
    lines = []
    for label, text in named:
        missing = without_glyph(text)
        if missing:
            codes = language.joined("list.comma", (f"U+{ord(c):04X}" for c in missing[:MOST_CODES]))
            more = " …" if len(missing) > MOST_CODES else ""
            values = {"field": language.text(label), "codes": codes + more, "mark": NO_GLYPH}
            lines.append(language.text("report.no-glyph", **values))
    return lines


def shown_results(outcome: Outcome, information: bool) -> list[Result]:
    """Results of steps that are the pack's answer, or of those that are background only."""
    kinds = {step.id: getattr(step, "information_only", False) for step in outcome.pack.manifest.steps}
    return [r for r in outcome.results if kinds[r.step] == information and (not information or r.value is not None)]


def result_text(outcome: Outcome, result: Result, language: Language) -> tuple[str, str, str]:
    """A result as (title, value, colour)."""
    step = next(s for s in outcome.pack.manifest.steps if s.id == result.step)
    title, colour = _title_of(step, result, language), "#37424f"
    if result.missing:
        known = names_of(outcome.pack.manifest, language)
        names = language.joined("list.comma", (known.get(name, name) for name in result.missing))
        if result.low is None or result.low == result.high:
            return title, language.text("result.needs", names=names), colour
        bounds = {"low": f"{result.low:g}", "high": f"{result.high:g}"}
        return title, language.text("result.needs-between", names=names, **bounds), colour
    if step.kind == "rules":
        rule = next((r for r in step.rules if r.id == result.value), None)
        return (title, language.of(rule.title), rule.colour) if rule else (title, "–", colour)
    if step.kind == "score":
        return _score_text(step, result, language)
    if step.kind == "lookup":
        column = next(c for c in step.columns if c.id == result.id)
        unit = language.unit(column.unit)
        value = "–" if result.value is None else f"{result.value:.{column.decimals}f} {unit}".strip()
        return title, value, colour
    show = step.shown if step.kind == "formula" else lambda number: f"{number:.{step.decimals}f}"
    value = show(result.value)
    if result.low is not None:
        value += f" ({show(result.low)}–{show(result.high)})"
    return title, f"{value} {language.unit(step.unit)}".strip(), colour


def _title_of(step, result: Result, language: Language) -> str:
    """What a result is called: a step with several results names each."""
    title = language.of(step.title)
    if step.kind == "score" and result.id == "band":
        return language.of(step.band_title)
    if step.kind == "lookup":
        column = next(c for c in step.columns if c.id == result.id)
        return language.text("label.value", label=title, value=language.of(column.title))
    return title


def _score_text(step, result: Result, language: Language) -> tuple[str, str, str]:
    if result.id == "sum":
        return language.of(step.title), language.text("result.points", points=f"{result.value:g}"), "#37424f"
    band = next((b for b in step.bands if b.id == result.value), None)
    if band is None:
        return language.of(step.band_title), language.of(step.no_band), "#37424f"
    return language.of(step.band_title), language.of(band.title), band.colour

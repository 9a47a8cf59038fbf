"""How numbers, answers, findings and results are written."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from desktop.language import Language
from desktop.report.own_words import finding_text, own_text
from inference.vocabulary import SETTLED_DECIMALS, settled

if TYPE_CHECKING:
    from inference.findings import Finding
    from inference.outcome import Outcome
    from inference.packs.manifest import Manifest
    from inference.predictors import Predictor
    from inference.results import Result, Risk
    from inference.risk.estimate import Horizon, Interval, Relative
    from inference.schema import Tier

SEVERITY_ORDER = ("blocking", "warning", "note", "pass")
TYPED_DECIMALS = 2
"""Decimals beyond those of its field that a typed number keeps."""
NOISE = 1e-9
LEAST_RATIO = 0.01
ABOUT_ANSWERS = (
    "answers.differs-from-dicom",
    "answers.differs-from-computed",
    "answers.another-patient",
    "answers.left-unknown",
)
"""Findings whose evidence is answers, which are worded as the form words them."""
MOST_CODES = 6
"""Characters without a glyph that are named."""

SEXES = {"F": "value.female", "M": "value.male", "O": "value.other-sex"}


def date_text(date: str) -> str:
    """A DICOM date as people write it."""
    return f"{date[:4]}-{date[4:6]}-{date[6:]}" if len(date) == 8 and date.isdigit() else date


def sex_text(sex: str, language: Language) -> str:
    """A DICOM sex in words; empty where it is not known."""
    return language.text(SEXES[sex]) if sex in SEXES else ""


def age_text(years: float | None, language: Language) -> str:
    """An age in whole years; empty where it is not known."""
    return "" if years is None else language.text("value.years", years=f"{years:.0f}")


def not_known(what: Literal["name", "id", "birth-date", "sex", "age", "date"], language: Language) -> str:
    """That something about a patient is not known, where no label beside it says what."""
    return language.text(f"patient.unknown.{what}")


def number(value: float | None, decimals: int) -> str:
    """A number with fixed decimals; a dash where there is none."""
    return "–" if value is None else f"{value:.{decimals}f}"


def deciding(value: float, decimals: int, cuts: Sequence[float] = ()) -> str:
    """A number with so many decimals that it is on the same side of every cut as it is without rounding.

    What was typed with one or two decimals more is shown as typed.
    """
    value = settled(value)
    for more in range(decimals, decimals + TYPED_DECIMALS + 1):
        if settled(round(value, more)) == value:
            return f"{value:.{more}f}"
    for shown in range(decimals, SETTLED_DECIMALS + 1):
        rounded = round(value, shown)
        if all((rounded > cut) - (rounded < cut) == (value > cut) - (value < cut) for cut in cuts):
            return f"{value:.{shown}f}"
    return f"{value:.{SETTLED_DECIMALS}f}"


def _with_cuts(value: float, decimals: int, cuts: Sequence[float]) -> str:
    """As :func:`deciding`, for a computed figure: nobody typed it."""
    for shown in range(decimals, SETTLED_DECIMALS + 1):
        rounded = float(f"{value:.{shown}f}")
        if all((rounded >= cut) == (value >= cut * (1 - NOISE)) for cut in cuts):
            return f"{value:.{shown}f}"
    return f"{value:.{SETTLED_DECIMALS}f}"


def percent(value: float | None, language: Language, cuts: Sequence[float] = ()) -> str:
    """A probability in percent with two significant digits, never rounded to 0 or 100, nor across a cut.

    Parameters
    ----------
    cuts
        Probabilities at which a tier begins.
    """
    if value is None:
        return "–"
    shown = 100 * value
    if shown < 0.01:
        return language.percent("< 0.01")
    if shown > 99.9:
        return language.percent("> 99.9")
    decimals = 2 if shown < 1 else 1 if shown < 10 else 0
    return language.percent(_with_cuts(shown, decimals, [100 * cut for cut in cuts]))


def ratio_text(value: float, cuts: Sequence[float] = ()) -> str:
    """A ratio such as ``× 1.7``, never rounded across a cut nor to 0."""
    if value < LEAST_RATIO:
        return f"< × {LEAST_RATIO:g}"
    return f"× {_with_cuts(value, 2 if value < 9.95 else 0, cuts)}"


SCALES: dict[str, Callable[[float], str]] = {"log-odds": lambda size: ratio_text(math.exp(size))}
"""How the sizes of bars are written, by the scale of their chart."""


def count_text(count: float) -> str:
    """A count with two significant digits; whole where it has more."""
    if count < 0.1:
        return "< 0.1"
    return f"{count:.{max(0, 1 - math.floor(math.log10(count)))}f}"


def answer_text(
    predictor: Predictor,
    answer: str | float | None,
    language: Language,
    unit: bool = True,
    cuts: Sequence[float] = (),
) -> str:
    """An answer as the form shows it, on its own side of the cuts of its predictor."""
    from inference.predictors import ChoicePredictor, NumberPredictor

    if answer is None:
        return language.text("value.unknown")
    if isinstance(predictor, ChoicePredictor):
        return next((language.of(c.label) for c in predictor.choices if c.value == answer), str(answer))
    if not isinstance(predictor, NumberPredictor):
        return str(answer)
    suffix = f" {language.unit(predictor.unit)}" if unit and predictor.unit else ""
    return f"{deciding(float(answer), predictor.decimals, cuts)}{suffix}"


def names_of(manifest: Manifest, language: Language) -> dict[str, str]:
    """What the ids of a pack are called: structures, predictors, images and steps."""
    names = {step.id: language.of(step.heading) for step in manifest.steps if step.heading is not None}
    names |= {image.id: language.of(image.title) for image in manifest.images}
    names |= {predictor.id: language.of(predictor.label) for predictor in manifest.predictors}
    return names | {structure.id: language.of(structure.title) for structure in manifest.structures}


def status_note(manifest: Manifest, language: Language) -> str:
    """What must be said beside the status of a pack; empty where the status says it all."""
    message = f"status-note.{manifest.status}"
    if manifest.status == "simulation-trained" and not manifest.learnt_from_simulation:
        message = "status-note.simulation-trained-networks"
    return language.text(message) if language.known(message) else ""


def image_part(outcome: Outcome, language: Language) -> str:
    """That the risk includes what was read from the images, and what that is; empty where it does not."""
    manifest = outcome.pack.manifest
    inputs = outcome.risk.explanation.inputs() if outcome.risk else {}
    known = [manifest.predictor(name) for name, answer in inputs.items() if answer is not None]
    names = language.joined("list.comma", (language.of(p.label) for p in known if not p.asked))
    return language.text("banner.image-part", names=names) if names else ""


def begins_of(risk: Risk) -> tuple[float, ...]:
    """From how many times the average each tier above the lowest begins."""
    return tuple(begin for begin in risk.estimate.tier.begins if 0 < begin < math.inf)


def site_rate(risk: Risk) -> float | None:
    """The site's event rate that a risk is read against."""
    return risk.population.site_prevalence if risk.population else None


def cuts_of_risk(risk: Risk) -> tuple[float, ...]:
    """Probabilities at which a tier begins; none without a rate of the site."""
    rate = site_rate(risk)
    return tuple(begin * rate for begin in begins_of(risk)) if rate else ()


def times_average(risk: Risk, ratio: float, language: Language) -> str:
    """A ratio in words: against the site's average only where that is known."""
    if site_rate(risk) is None:
        kind = "banner.times-average-odds"
    else:
        kind = "banner.times-average-site" if of_site(risk) else "banner.times-average"
    return language.text(kind, ratio=ratio_text(ratio, begins_of(risk)))


def of_site(risk: Risk) -> bool:
    """Whether the average that a risk is a multiple of is that of the site's own case mix."""
    return risk.estimate.relative is not None and risk.estimate.relative.average_of == "site"


def average_note(outcome: Outcome, language: Language) -> str:
    """Whose average a risk is read against; empty where it is the site's own, or none."""
    risk = outcome.risk
    if risk is None or risk.estimate.relative is None or of_site(risk):
        return ""
    return language.text("banner.average-of", whose=whose_average(outcome, language))


def risk_title(manifest: Manifest, at: Horizon | None, language: Language) -> str:
    """What the probability is called in the words of its pack, and by when, where that is known."""
    own = own_text(manifest, "risk", language)
    return own if at is None else language.text("banner.risk-within", risk=own, when=within(at, language))


def within(at: Horizon | None, language: Language) -> str:
    """By when an event is predicted; empty where the question has no other time than this examination."""
    return "" if at is None else language.text(f"horizon.{at.unit}", count=f"{at.count:g}")


def average_title(risk: Risk, language: Language) -> str:
    """What the ratio is against: the site's average only where its rate and its whole case mix are known."""
    if risk.estimate.probability is None:
        return language.text("banner.odds-title")
    return language.text("banner.ratio-title" if of_site(risk) else "banner.ratio-title-pack")


def whose_average(outcome: Outcome, language: Language) -> str:
    """Whose case mix the average is of, in a few words."""
    people = [step.reference_people() for step in outcome.pack.manifest.steps]
    held_out = next((those.held_out for those in people if those.held_out is not None), None)
    if held_out is not None:
        return language.of(held_out.title)
    fitted_to = next((those.fitted_to for those in people if those.fitted_to is not None), None)
    if fitted_to is not None:
        return language.of(fitted_to)
    return language.text("average.assumed" if any(those.assumed for those in people) else "average.of-pack")


def tier_of(outcome: Outcome) -> Tier | None:
    """The tier of the outcome's risk, as the pack words it."""
    if outcome.risk is None:
        return None
    tiers = outcome.pack.manifest.tiers
    return next((tier for tier in tiers if tier.id == outcome.risk.estimate.tier.id), None)


def interval_text(figure: Interval | Relative, shown: Callable[[float], str], language: Language) -> str:
    """Both ends of the 95 % interval of a figure; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return language.text("banner.interval", low=shown(figure.low), high=shown(figure.high))


def tier_meaning(outcome: Outcome, language: Language) -> str:
    """What the tier of this patient means: from where it begins, whom it holds, how often they have the event."""
    risk, text = outcome.risk, language.text
    if risk is None:
        return ""
    tiers = risk.population.tiers if risk.population else ()
    own = next((tier for tier in tiers if tier.tier == risk.estimate.tier.id), None)
    if own is None:
        return ""
    values = {"people": share_text(own.people), "events": share_text(own.events)}
    line = text("tier.meaning", **values)
    if own.rate is not None:
        total = 1000 if own.rate * 1000 >= 1 else 10_000
        line += text("tier.rate", count=count_text(own.rate * total), total=f"{total:,}")
    return text("label.value", label=text(f"basis.{own.basis}"), value=line)


def share_text(share: float) -> str:
    """A share in percent, never rounded to none or all."""
    shown = 100 * share
    if 0 < shown < 1 or 99 < shown < 100:
        return "< 1" if shown < 1 else "> 99"
    return f"{shown:.0f}"


def needs_answers(outcome: Outcome) -> bool:
    """Whether nothing but unknown answers stands between the patient and a risk: not refused, only not finished."""
    return _blocking(outcome) == {"risk.too-few-answers"}


def needs_drawing(outcome: Outcome) -> bool:
    """Whether nothing but a structure that is not drawn yet stands in between: not refused, only not finished."""
    return _blocking(outcome) - {"demonstration.simulated-outcomes"} == {"drawn.missing"}


def is_unfinished(outcome: Outcome) -> bool:
    """Whether it is the user's turn, and nothing was refused."""
    return needs_answers(outcome) or needs_drawing(outcome)


def _blocking(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings if finding.severity == "blocking"}


def fallback_title(outcome: Outcome, language: Language) -> str:
    """What the estimate beside this outcome is: of the answers alone. Of images is spoken where the pack reads any."""
    return language.text("report.fallback" if outcome.pack.manifest.images else "report.fallback-answers")


def ordered_findings(outcome: Outcome) -> list[Finding]:
    """Findings, the gravest first."""
    return sorted(outcome.findings, key=lambda finding: SEVERITY_ORDER.index(finding.severity))


def finding_lines(outcome: Outcome, language: Language) -> list[tuple[str, str]]:
    """Findings as (severity, sentence), the gravest first."""
    return [(severity, sentence) for severity, sentence, _ in told_findings(outcome, language)]


def told_findings(outcome: Outcome, language: Language) -> list[tuple[str, str, str]]:
    """Findings as (severity, sentence, id of what it is about), the gravest first."""
    names = names_of(outcome.pack.manifest, language)
    lines = []
    for finding in ordered_findings(outcome):
        subject = names.get(finding.subject, finding.subject)
        evidence = dict(finding.evidence)
        if finding.code in ABOUT_ANSWERS:
            predictor = outcome.pack.manifest.predictor(finding.subject)
            evidence = {name: answer_text(predictor, value, language) for name, value in evidence.items()}
        if "neighbour" in evidence:
            evidence["neighbour"] = names.get(str(evidence["neighbour"]), evidence["neighbour"])
        sentence = finding_text(outcome.pack.manifest, finding, evidence, subject, language)
        lines.append((finding.severity, sentence, finding.subject))
    lines += [("warning", line, "") for line in not_drawn(outcome, language)]
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
    wanted = {step.id for step in outcome.pack.manifest.steps if step.is_background == information}
    return [r for r in outcome.results if r.step in wanted and (not information or r.value is not None)]

"""The site profile while it is edited: plain data as it stands in the file, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from desktop.language import Language
from inference.errors import InputError

if TYPE_CHECKING:
    from inference.findings import Finding
    from inference.packs.manifest import Manifest
    from inference.predictors import Predictor
    from inference.risk.population import Normal, Shares
    from inference.schema import Module, Tier
    from inference.site import SiteProfile
    from inference.steps.kind import SiteTerms
    from inference.vocabulary import Text

Data = dict[str, Any]
"""A site profile as in its TOML file; what is typed and is no number stays text, and the check says so."""

SEVERITIES = {"blocking": "danger", "warning": "warning"}


@dataclass(frozen=True, slots=True)
class OutcomeUse:
    """An outcome of the installed packs, or of the profile alone.

    Attributes
    ----------
    titles
        Of the packs that predict it.
    rated
        Whether a pack has a use for its event rate.
    tiers, modules, counted
        Of the first pack that has any: ``counted`` is what is counted, of which some have the event.
    """

    id: str
    titles: tuple[Text, ...] = ()
    rated: bool = False
    tiers: tuple[Tier, ...] = ()
    modules: tuple[Module, ...] = ()
    counted: Text | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong or doubtful, and the field it is about, such as ``prevalence.cme.rate``."""

    place: str
    text: str
    severity: Literal["danger", "warning", "quiet"]


def outcomes_of(packs: Iterable[Manifest]) -> list[OutcomeUse]:
    """Outcomes that a site can set something for."""
    found: dict[str, OutcomeUse] = {}
    for manifest in packs:
        risks = _risks_of(manifest)
        if not risks and not manifest.tiers:
            continue
        before = found.get(manifest.outcome, OutcomeUse(manifest.outcome))
        found[manifest.outcome] = OutcomeUse(
            manifest.outcome,
            (*before.titles, manifest.title),
            before.rated or bool(risks),
            before.tiers or manifest.tiers,
            before.modules or (risks[0].modules if risks else ()),
            before.counted or (manifest.event.counted if manifest.event else None),
        )
    return list(found.values())


def _risks_of(manifest: Manifest) -> list[SiteTerms]:
    """What each risk of the pack takes up of a site's profile."""
    from inference.steps import kind_of

    return [step.site_terms() for step in manifest.steps if kind_of(step).answers == "risk"]


def with_others(outcomes: list[OutcomeUse], names: Iterable[str]) -> list[OutcomeUse]:
    """Outcomes of the packs and, after them, those that only the profile names."""
    known = {outcome.id for outcome in outcomes}
    return [*outcomes, *(OutcomeUse(name) for name in sorted(names) if name not in known)]


def populations_of(packs: Iterable[Manifest]) -> dict[str, tuple[Predictor, Normal | Shares]]:
    """Predictors whose distribution a site can set, with that of the first pack that has one."""
    found: dict[str, tuple[Predictor, Normal | Shares]] = {}
    for manifest in packs:
        for terms in _risks_of(manifest):
            for distribution in terms.population:
                found.setdefault(distribution.predictor, (manifest.predictor(distribution.predictor), distribution))
    return found


def plain(site: SiteProfile) -> Data:
    """A profile as plain data."""
    from inference.reading import to_plain

    return to_plain(site)


def checked(
    data: Data, before: SiteProfile, packs: Iterable[Manifest], language: Language
) -> tuple[SiteProfile | None, list[Problem]]:
    """Read the data and check it against each pack.

    Parameters
    ----------
    before
        What was edited; a profile that says the same keeps its digest, any other has none until it is written.

    Returns
    -------
    SiteProfile or None
        None where there is a ``danger``.
    list of Problem
        Each once, in no order.
    """
    from inference.reading import read_typed
    from inference.site import SiteProfile
    from inference.site_check import check_site

    try:
        site = read_typed(SiteProfile, {**data, "digest": ""}, "")
    except InputError as error:
        return None, [Problem(str(error.parameters["field"]), _entry_words(error, language), "danger")]
    problems = _about_agents(site, language)
    for manifest in packs:
        try:
            problems += [_of_finding(finding, language) for finding in check_site(site, manifest)]
        except InputError as error:
            problems.append(Problem(place_of(error, manifest.outcome), _words(error, language), "danger"))
    problems = list(dict.fromkeys(problems))
    if any(problem.severity == "danger" for problem in problems):
        return None, problems
    return (before if replace(before, digest="") == site else site), problems


def _about_agents(site: SiteProfile, language: Language) -> list[Problem]:
    problems, seen = [], set()
    for number, agent in enumerate(site.agents):
        name = agent.id.strip()
        if not name:
            text = language.text("ui.site.agent-without-id", row=number + 1)
            problems.append(Problem(f"agents[{number}].id", text, "danger"))
        elif name in seen:
            problems.append(Problem(f"agents[{number}].id", language.text("ui.site.agent-twice", id=name), "danger"))
        seen.add(name)
    return problems


def place_of(error: InputError, outcome: str) -> str:
    """The field that an error of :func:`inference.site_check.check_site` is about."""
    given = error.parameters
    if error.code == "site.misspelt":
        return f"{given['section']}.{given['name']}"
    if error.code == "site.unknown-module":
        return f"modules.{outcome}"
    if error.code == "site.unknown-tier-action":
        return f"actions.{outcome}.{given['tier']}"
    if error.code.startswith("site.population"):
        return f"population.{given['predictor']}"
    return f"cut_offs.{outcome}.{given.get('tier', given.get('higher', ''))}"


def _of_finding(finding: Finding, language: Language) -> Problem:
    sections = {"rate": "prevalence", "modules": "modules", "cut": "cut_offs", "actions": "actions", "no": "prevalence"}
    section = sections[finding.code.removeprefix("site.").split("-")[0]]
    own = f"ui.site.{finding.code.removeprefix('site.')}"
    known = language.known(own)
    text = language.text(own, **finding.evidence) if known else language.finding(finding.code, finding.evidence)
    return Problem(f"{section}.{finding.evidence['outcome']}", text, SEVERITIES.get(finding.severity, "quiet"))


def _entry_words(error: InputError, language: Language) -> str:
    """What is wrong with an entry, said beside it: without the names that its field has in the file."""
    kind, values = error.parameters["problem_kind"], dict(error.parameters)
    own, general = f"ui.site.fault-{kind}", f"schema.problem.{kind}"
    if language.known(own):
        return language.text(own, **values)
    problem = language.text(general if language.known(general) else "schema.problem.value_error", **values)
    return language.text("ui.site.fault", problem=problem)


def _words(error: InputError, language: Language) -> str:
    """What is wrong with the profile beside a pack; percentages are typed here, where the file has shares."""
    own = f"ui.site.{error.code.removeprefix('site.')}"
    if not language.known(own):
        return language.error(error)
    given = dict(error.parameters)
    if "sum" in given:
        given["sum"] = f"{100 * given['sum']:.6g}"
    return language.text(own, **given)


def share_of(text: str) -> float | str | None:
    """A share, 0 to 1, of a percentage as it was typed; nothing: None."""
    given = number_of(text.replace("%", "").replace("％", ""))
    return round(given / 100, 12) if isinstance(given, float) else given


def percent_text(share: float | str | None) -> str:
    """The percentage to type for a share."""
    if share is None or isinstance(share, str):
        return share or ""
    return f"{100 * share:.10g}"


def number_of(text: str) -> float | str | None:
    """A number as it was typed; nothing: None."""
    text = text.strip()
    try:
        return float(text) if text else None
    except ValueError:
        return text


def whole_of(text: str) -> int | str | None:
    """A count as it was typed, with or without separators of thousands; nothing: None."""
    text = text.strip()
    digits = text.replace(",", "").replace("，", "").replace(" ", "")
    if digits.isascii() and digits.isdecimal() and len(digits) < 16:
        return int(digits)
    return text or None


def number_text(value: float | str | None) -> str:
    """The text to type for a number."""
    return "" if value is None else f"{value:.12g}" if isinstance(value, int | float) else value


def without_empty(data: Mapping[str, object]) -> Data:
    """The entries that say something."""
    return {name: value for name, value in data.items() if value not in (None, {}, [], "")}

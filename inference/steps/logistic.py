"""Step ``logistic``: a risk from coefficients, against the site's average."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.findings import Finding
from inference.patterns import Share
from inference.predictors import NumberPredictor
from inference.reading import Fault
from inference.results import Population, Risk
from inference.risk.explanation import Additive, Explanation, WhatIf
from inference.risk.held_out import HeldOut
from inference.risk.logistic import (
    Z95,
    Answer,
    Fit,
    LogisticModel,
    Term,
    at_prevalence,
    estimate,
)
from inference.risk.nomogram import MOST_LOG_ODDS as CHART_LOG_ODDS
from inference.risk.nomogram import nomogram
from inference.risk.population import Normal, Shares, Spread, spread_of
from inference.risk.reference import (
    Reference,
    meanings,
    of_held_out,
    of_population,
    recentring,
    tolerance,
)
from inference.schema import Module
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Inner, ReferencePeople, SiteTerms, Step, StepKind
from inference.steps.tiers import MOST_LOG_ODDS, estimate_of, rate_of, tier_begins
from inference.vocabulary import STRICT, repeated

if TYPE_CHECKING:
    from inference.schema import System
    from inference.site import SiteProfile

NOMOGRAM_MARKS = 6


@dataclass(frozen=True, slots=True)
class LogisticStep(Step):
    """Parameters.

    Attributes
    ----------
    terms
        Coefficients as odds ratios.
    population
        Distribution of each predictor among the patients the risk is read against.
    trained_prevalence
        Share of events the coefficients were fitted to; None for literature odds ratios, which have none.
    intercept
        Of a trained model: log-odds at the training prevalence where every term is zero. Without one the mean risk of
        the population is set to the site's average.
    covariance
        Of a trained model: rows and columns of the intercept and the terms in their order.
    modules
        Optional groups of terms; a trained model, whose terms were estimated together, has none.
    minimum_known
        With fewer known answers than this there is no risk.
    highest_plausible_rate
        A site's event rate above this, 0 to 1, draws a warning; None: any rate is believed.
    outcomes
        What the coefficients were learnt from: odds ratios of publications, outcomes of patients, or simulated
        outcomes. None in packs of before: simulated where a simulation-trained pack has a training prevalence.
    held_out
        Of a trained model: patients that it was not fitted to, and what it gave them.
    recentring
        Log-odds by which a trained model is moved; None: found for each rate (:func:`centred`). 0 after a site has
        recalibrated the intercept to its own outcomes.
    """

    __pydantic_config__ = STRICT
    kind: Literal["logistic"]
    id: str
    terms: tuple[Term, ...]
    population: tuple[Shares | Normal, ...]
    trained_prevalence: float | None = None
    intercept: float | None = None
    covariance: tuple[tuple[float, ...], ...] | None = None
    modules: tuple[Module, ...] = ()
    minimum_known: int = 1
    highest_plausible_rate: Share | None = None
    outcomes: Literal["published", "patients", "simulated"] | None = None
    held_out: HeldOut | None = None
    recentring: float | None = None

    def __post_init__(self) -> None:
        for part, names in (
            ("terms", ((term.predictor, term.answer, term.module) for term in self.terms)),
            ("population", ((distribution.predictor,) for distribution in self.population)),
            ("modules", ((module.id,) for module in self.modules)),
        ):
            twice = repeated(names)
            if twice is not None:
                raise Fault("named-twice", f".{part}", name=", ".join(filter(None, twice)))
        if self.trained_prevalence is not None and not 0 < self.trained_prevalence < 1:
            raise Fault("between-0-and-1", ".trained_prevalence")
        if self.intercept is not None and (self.trained_prevalence is None or self.modules):
            raise Fault("intercept-form", ".intercept")
        if self.recentring is not None and self.intercept is None:
            raise Fault("held-out-fit", ".recentring")
        if self.held_out is not None and self.intercept is None:
            raise Fault("held-out-fit", ".held_out")
        if self.covariance is not None and (self.intercept is None or not self._is_covariance(self.covariance)):
            raise Fault("covariance-form", ".covariance", size=len(self.terms) + 1)

    def _is_covariance(self, rows: tuple[tuple[float, ...], ...]) -> bool:
        """Whether the matrix has a row and a column for the intercept and each term and gives no negative variance."""
        size = len(self.terms) + 1
        if [len(row) for row in rows] != [size] * size:
            return False
        matrix = np.array(rows)
        tiny = 1e-9 * np.abs(matrix).max()
        mirrored = np.allclose(matrix, matrix.T, rtol=1e-6, atol=tiny)
        return mirrored and bool(np.linalg.eigvalsh(matrix).min() >= -tiny)

    @property
    def fit(self) -> Fit | None:
        """What a trained model adds to its terms; None for literature odds ratios."""
        if self.intercept is None or self.trained_prevalence is None:
            return None
        covariance = None if self.covariance is None else np.array(self.covariance)
        return Fit(self.intercept, self.trained_prevalence, covariance)

    def references(self) -> Iterator[tuple[str, str, str]]:
        """See :class:`~inference.steps.kind.Step`."""
        for term in self.terms:
            yield "predictors", "terms", term.predictor
            yield "evidence", "terms", term.evidence
            if term.answer is None:
                yield "number predictors", "terms", term.predictor
            else:
                yield f"answers of {term.predictor}", "terms", term.answer
        for distribution in self.population:
            if isinstance(distribution, Normal):
                yield "number predictors", "population", distribution.predictor
            else:
                yield "choices", "population", distribution.predictor
                for answer in distribution.shares:
                    yield f"answers of {distribution.predictor}", "population", answer
            if distribution.evidence is not None:
                yield "evidence", "population", distribution.evidence
        yield from (("evidence", "modules", module.evidence) for module in self.modules)

    def answer_tables(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """See :class:`~inference.steps.kind.Step`."""
        for distribution in self.population:
            if isinstance(distribution, Shares):
                yield "population", distribution.predictor, distribution.shares.keys()

    def inner_references(self) -> Iterator[Inner]:
        """See :class:`~inference.steps.kind.Step`."""
        population = {distribution.predictor for distribution in self.population}
        modules = {module.id for module in self.modules}
        for term in self.terms:
            yield population, "population", "terms", term.predictor
            if term.module is not None:
                yield modules, "modules", "terms", term.module

    def site_terms(self) -> SiteTerms:
        """See :class:`~inference.steps.kind.Step`."""
        return SiteTerms(self.modules, self.population, self.highest_plausible_rate)

    def makes_figure(self, modules: Collection[str]) -> frozenset[str]:
        """See :class:`~inference.steps.kind.Step`."""
        return frozenset(term.predictor for term in self.terms if term.module is None or term.module in modules)

    def reference_people(self) -> ReferencePeople:
        """See :class:`~inference.steps.kind.Step`."""
        assumed = any(distribution.certainty == "unconfirmed" for distribution in self.population)
        return ReferencePeople(self.held_out, assumed=assumed)

    def can_explain(self, explanation: Explanation) -> bool:
        """See :class:`~inference.steps.kind.Step`."""
        return isinstance(explanation, Additive) and (self.fit is not None or not explanation.offset)

    @property
    def learnt_from(self) -> Literal["a cohort", "simulated outcomes"] | None:
        """See :class:`~inference.steps.kind.Step`."""
        if self.outcomes == "simulated":
            return "simulated outcomes"
        return None if self.trained_prevalence is None else "a cohort"


def run(step: LogisticStep, context: StepContext) -> StepResult:
    """Compute the risk of the given answers.

    With fewer known answers than ``minimum_known``, or odds that nobody can mean, there is a blocking finding and no
    risk.
    """
    system, site = context.system, context.site
    model = build_model(step, system, site)
    known = [p for p in model.predictors if context.answers.get(p) is not None]
    if len(known) < step.minimum_known:
        evidence = {"known": len(known), "needed": step.minimum_known}
        return StepResult(findings=(Finding("risk.too-few-answers", "blocking", evidence),))
    rate = rate_of(system, site)
    model, reference, moved = centred(step, model, site, rate)
    result = estimate(model, context.answers)
    chart = nomogram(model, _marks(model, system))
    reach = abs(result.log_odds) + Z95 * result.spread
    if reach > MOST_LOG_ODDS or max(map(abs, chart.ends)) > CHART_LOG_ODDS:
        farthest = max(result.contributions, key=lambda part: abs(part.log_odds) + Z95 * part.spread)
        return StepResult(findings=(Finding("risk.beyond-odds", "blocking", {}, farthest.predictor),))
    begins = tier_begins(system, site)
    slack = tolerance(model) if reference.basis == "population-model" else 0.0
    return StepResult(
        risk=Risk(
            estimate_of(result.log_odds, result.spread, begins, average_of(model, site), system, site),
            Additive(
                log_odds=result.log_odds,
                spread=result.spread,
                contributions=result.contributions,
                unknown=tuple(p for p in model.predictors if p not in known),
                what_if=_what_if(model, system, context.answers, rate),
                nomogram=chart,
                offset=result.offset,
                recentring=moved,
            ),
            Population(
                tiers=meanings(reference, tuple(begins.at), tuple(begins.at.values()), rate, slack),
                share_at_or_above=reference.people_from(result.log_odds - slack),
                site_prevalence=rate,
                trained_prevalence=step.trained_prevalence,
                raw_probability=_raw(result.log_odds - moved, step.trained_prevalence),
            ),
        )
    )


def centred(
    step: LogisticStep, model: LogisticModel, site: SiteProfile, rate: float | None
) -> tuple[LogisticModel, Reference, float]:
    """The model so that the mean probability of the people it is read against is the rate, those people, and the shift.

    Odds ratios from the literature are so already. A trained model is re-centred on its held-out patients, or on the
    site's case mix where the site has told all of it.
    """
    if model.fit is None:
        return model, of_population(model, rate), 0.0
    if step.held_out is not None and average_of(model, site) == "pack":
        reference, rate = of_held_out(step.held_out, rate), step.held_out.rate if rate is None else rate
    else:
        reference = of_population(model, rate)
    moved = recentring(reference, rate) if step.recentring is None else step.recentring
    return replace(model, fit=replace(model.fit, recentring=moved)), reference.moved(moved), moved


def average_of(model: LogisticModel, site: SiteProfile) -> Literal["site", "pack"]:
    """Whose case mix the average is of: the site's only where it has told that of every predictor."""
    return "site" if all(p in site.population for p in model.predictors) else "pack"


def build_model(step: LogisticStep, system: System, site: SiteProfile) -> LogisticModel:
    """The step's terms, without modules that are switched off, read against the site's or the pack's population.

    The site profile has passed :func:`inference.site_check.check_site`.
    """
    active = site.modules.get(system.outcome, ())
    terms = tuple(term for term in step.terms if term.module is None or term.module in active)
    spreads: dict[str, Spread] = {}
    for distribution in step.population:
        predictor = system.predictor(distribution.predictor)
        low, high = predictor.range if isinstance(predictor, NumberPredictor) else (-np.inf, np.inf)
        spreads[predictor.id] = spread_of(_of_site(distribution, site.population.get(predictor.id)), low, high)
    return LogisticModel(terms, spreads, step.fit)


def _of_site(distribution: Shares | Normal, own: Mapping[str, float] | None) -> Shares | Normal:
    if own is None:
        return distribution
    if isinstance(distribution, Normal):
        return Normal(distribution.predictor, own["mean"], own["sd"], "site")
    return Shares(distribution.predictor, dict(own), "site")


def _raw(log_odds: float, trained: float | None) -> float | None:
    return None if trained is None else at_prevalence(log_odds, trained)


def _what_if(
    model: LogisticModel, system: System, answers: Mapping[str, Answer | None], rate: float | None
) -> tuple[WhatIf, ...]:
    changes = []
    for predictor_id in model.predictors:
        predictor = system.predictor(predictor_id)
        now = answers.get(predictor_id)
        if not predictor.modifiable or now is None:
            continue
        for value in _alternatives(model, predictor_id, now):
            log_odds = estimate(model, {**answers, predictor_id: value}).log_odds
            probability = None if rate is None else at_prevalence(log_odds, rate)
            changes.append(WhatIf(predictor_id, value, log_odds, probability))
    doubted = {p.id for p in system.predictors if p.caution is not None}
    # What may not change the risk at all is not offered first, however large its odds ratio.
    return tuple(sorted(changes, key=lambda change: (change.predictor in doubted, change.log_odds)))


def _alternatives(model: LogisticModel, predictor: str, now: Answer) -> list[Answer]:
    """Every other choice, or for a number the population's quarter points that differ from it."""
    spread = model.population[predictor]
    if isinstance(now, str):
        return [a for a in spread.answers if a != now]
    cumulative = np.cumsum(spread.weights)
    quarters = {round(float(np.interp(q, cumulative, np.array(spread.answers, float))), 1) for q in (0.25, 0.5)}
    return sorted(q for q in quarters if abs(q - float(now)) > 0.05)


def _marks(model: LogisticModel, system: System) -> dict[str, tuple[Answer, ...]]:
    marks: dict[str, tuple[Answer, ...]] = {}
    for predictor_id in model.predictors:
        predictor = system.predictor(predictor_id)
        if isinstance(predictor, NumberPredictor):
            marks[predictor_id] = tuple(round(float(v), 1) for v in np.linspace(*predictor.range, NOMOGRAM_MARKS))
        else:
            marks[predictor_id] = tuple(a for a in model.population[predictor_id].answers)
    return marks


KIND = StepKind(LogisticStep, run, answers="risk")

"""Step ``logistic``: a risk from coefficients, against the site's average."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from inference.packs.patterns import Share
from inference.packs.vocabulary import STRICT, Text, repeated
from inference.quality.findings import Finding
from inference.reading import Fault
from inference.results import Risk, WhatIf
from inference.risk.logistic import (
    Z95,
    Answer,
    Fit,
    LogisticModel,
    Term,
    at_prevalence,
    estimate,
)
from inference.risk.nomogram import nomogram
from inference.risk.population import Normal, Shares, Spread, spread_of
from inference.risk.tiers import capacity_curve, concordance, share_at_or_above
from inference.steps.context import StepContext, StepResult

if TYPE_CHECKING:
    from inference.packs.manifest import Manifest
    from inference.site import SiteProfile

NOMOGRAM_MARKS = 6


@dataclass(frozen=True, slots=True)
class Module:
    """Terms that were not estimated together with the others; a site may switch them on."""

    __pydantic_config__ = STRICT
    id: str
    title: Text
    evidence: str


@dataclass(frozen=True, slots=True)
class LogisticStep:
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
        if self.covariance is not None and (self.intercept is None or not self._is_covariance()):
            raise Fault("covariance-form", ".covariance", size=len(self.terms) + 1)

    def _is_covariance(self) -> bool:
        """Whether the matrix has a row and a column for the intercept and each term and gives no negative variance."""
        size = len(self.terms) + 1
        if [len(row) for row in self.covariance] != [size] * size:
            return False
        matrix = np.array(self.covariance)
        tiny = 1e-9 * np.abs(matrix).max()
        return np.allclose(matrix, matrix.T, rtol=1e-6, atol=tiny) and np.linalg.eigvalsh(matrix).min() >= -tiny

    @property
    def fit(self) -> Fit | None:
        """What a trained model adds to its terms; None for literature odds ratios."""
        if self.intercept is None:
            return None
        covariance = None if self.covariance is None else np.array(self.covariance)
        return Fit(self.intercept, self.trained_prevalence, covariance)

    def references(self) -> Iterator[tuple[str, str, str]]:
        """Ids used here: kind, field, id."""
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

    def tables(self) -> Iterator[tuple[str, str, Collection[str]]]:
        """Where every answer of a predictor needs an entry: field, predictor, answers that have one."""
        for distribution in self.population:
            if isinstance(distribution, Shares):
                yield "population", distribution.predictor, distribution.shares.keys()


def run(step: LogisticStep, context: StepContext) -> StepResult:
    """Compute the risk of the given answers.

    With fewer known answers than ``minimum_known`` there is a blocking finding and no risk.
    """
    manifest = context.pack.manifest
    model = build_model(step, manifest, context.site)
    known = [p for p in model.predictors if context.answers.get(p) is not None]
    if len(known) < step.minimum_known:
        evidence = {"known": len(known), "needed": step.minimum_known}
        return StepResult(findings=(Finding("risk.too-few-answers", "blocking", evidence),))
    prevalence = context.site.prevalence.get(manifest.outcome)
    result = estimate(model, context.answers)
    rate = prevalence.value if prevalence else None
    variance = result.spread**2 + (prevalence.log_odds_variance if prevalence else 0.0)
    probability, low, high = _absolute(result.log_odds, float(np.sqrt(variance)), rate)
    share = share_at_or_above(model, result.log_odds)
    tier, basis = _tier(manifest, context.site, share, probability)
    tier_low, tier_high = (
        _tier(manifest, context.site, share_at_or_above(model, result.log_odds + z * result.spread), end)[0]
        for z, end in ((-Z95, low), (Z95, high))
    )
    ratio = [_ratio(result.log_odds + z * result.spread, rate) for z in (0.0, -Z95, Z95)]
    return StepResult(
        risk=Risk(
            log_odds=result.log_odds,
            spread=result.spread,
            ratio=ratio[0],
            ratio_low=ratio[1],
            ratio_high=ratio[2],
            contributions=result.contributions,
            unknown=tuple(p for p in model.predictors if p not in known),
            tier=tier,
            tier_low=tier_low,
            tier_high=tier_high,
            tier_basis=basis,
            share_at_or_above=share,
            what_if=_what_if(model, manifest, context.answers, rate),
            nomogram=nomogram(model, _marks(model, manifest)),
            capacity=tuple(capacity_curve(model)),
            model_auc=concordance(model),
            site_prevalence=rate,
            trained_prevalence=step.trained_prevalence,
            raw_probability=_raw(result.log_odds, step.trained_prevalence),
            probability=probability,
            probability_low=low,
            probability_high=high,
            offset=result.offset,
        )
    )


def build_model(step: LogisticStep, manifest: Manifest, site: SiteProfile) -> LogisticModel:
    """The step's terms, without modules that are switched off, read against the site's or the pack's population.

    The site profile has passed :func:`inference.site.check_site`.
    """
    active = site.modules.get(manifest.outcome, ())
    terms = tuple(term for term in step.terms if term.module is None or term.module in active)
    spreads: dict[str, Spread] = {}
    for distribution in step.population:
        predictor = manifest.predictor(distribution.predictor)
        low, high = predictor.range or (-np.inf, np.inf)
        spreads[predictor.id] = spread_of(_of_site(distribution, site.population.get(predictor.id)), low, high)
    return LogisticModel(terms, spreads, step.fit)


def _of_site(distribution: Shares | Normal, own: Mapping[str, float] | None) -> Shares | Normal:
    if own is None:
        return distribution
    if isinstance(distribution, Normal):
        return Normal(distribution.predictor, own["mean"], own["sd"], "site")
    return Shares(distribution.predictor, dict(own), "site")


def _absolute(log_odds: float, spread: float, rate: float | None) -> tuple[float | None, float | None, float | None]:
    if rate is None:
        return None, None, None
    return tuple(at_prevalence(log_odds + z * spread, rate) for z in (0.0, -Z95, Z95))


def _ratio(log_odds: float, rate: float | None) -> float:
    """Times the site's average: of risks where the rate is known, of odds otherwise."""
    return float(np.exp(log_odds)) if rate is None else at_prevalence(log_odds, rate) / rate


def _raw(log_odds: float, trained: float | None) -> float | None:
    return None if trained is None else at_prevalence(log_odds, trained)


def _tier(
    manifest: Manifest, site: SiteProfile, share: float, probability: float | None
) -> tuple[str, Literal["share", "site"]]:
    cut_offs = site.cut_offs.get(manifest.outcome)
    if cut_offs and probability is not None:
        reached = [tier.id for tier in manifest.tiers[:-1] if probability >= cut_offs[tier.id]]
        return (*reached, manifest.tiers[-1].id)[0], "site"
    return next(tier.id for tier in manifest.tiers if share <= tier.share), "share"


def _what_if(
    model: LogisticModel, manifest: Manifest, answers: Mapping[str, Answer | None], rate: float | None
) -> tuple[WhatIf, ...]:
    changes = []
    for predictor_id in model.predictors:
        predictor = manifest.predictor(predictor_id)
        now = answers.get(predictor_id)
        if not predictor.modifiable or now is None:
            continue
        for value in _alternatives(model, predictor_id, now):
            log_odds = estimate(model, {**answers, predictor_id: value}).log_odds
            changes.append(WhatIf(predictor_id, value, log_odds, _absolute(log_odds, 0.0, rate)[0]))
    return tuple(sorted(changes, key=lambda change: change.log_odds))


def _alternatives(model: LogisticModel, predictor: str, now: Answer) -> list[Answer]:
    """Every other choice, or for a number the population's quarter points that differ from it."""
    spread = model.population[predictor]
    if isinstance(now, str):
        return [a for a in spread.answers if a != now]
    cumulative = np.cumsum(spread.weights)
    quarters = {round(float(np.interp(q, cumulative, spread.answers)), 1) for q in (0.25, 0.5)}
    return sorted(q for q in quarters if abs(q - float(now)) > 0.05)


def _marks(model: LogisticModel, manifest: Manifest) -> dict[str, tuple[Answer, ...]]:
    marks: dict[str, tuple[Answer, ...]] = {}
    for predictor_id in model.predictors:
        predictor = manifest.predictor(predictor_id)
        if predictor.kind == "choice":
            marks[predictor_id] = tuple(a for a in model.population[predictor_id].answers)
        else:
            low, high = predictor.range
            marks[predictor_id] = tuple(round(float(v), 1) for v in np.linspace(low, high, NOMOGRAM_MARKS))
    return marks

"""What steps with a learnt model share: their inputs, and the way from its log-odds to a risk that is explained.

A learnt model is moved to the site's rate as a logistic one is: its log-odds are read against the share of events that
it was fitted to, and where the pack knows held-out patients they are re-centred on these
(:func:`inference.risk.reference.recentring`). Nothing is known of the error for one patient: there are no intervals.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from inference.findings import Finding
from inference.patterns import Share
from inference.reading import Fault
from inference.results import Population, Risk
from inference.risk.estimate import Horizon
from inference.risk.explanation import Attribution, Attributions
from inference.risk.held_out import HeldOut
from inference.risk.logistic import Answer, expit, logit
from inference.risk.reference import meanings, of_held_out
from inference.risk.reference import recentring as found_recentring
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import ReferencePeople, Step
from inference.steps.tiers import MOST_LOG_ODDS, estimate_of, rate_of, tier_begins
from inference.vocabulary import STRICT, Text, repeated

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from inference.risk.explanation import Explanation, Method
    from inference.steps.kind import Reference


@dataclass(frozen=True, slots=True)
class Feature:
    """One input of a model.

    Attributes
    ----------
    name
        As the model calls it.
    answer
        Of a choice: the input is 1 where this was answered and 0 where another was. None for a number.
    """

    __pydantic_config__ = STRICT
    name: str
    predictor: str
    answer: str | None = None

    def of(self, answers: Mapping[str, Answer | None]) -> float:
        """The input; NaN where the answer is not known."""
        given = answers.get(self.predictor)
        if given is None:
            return math.nan
        return float(given) if self.answer is None else float(given == self.answer)


Features = Annotated[tuple[Feature, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearntStep(Step, ABC):
    """Parameters that all of these steps have.

    Attributes
    ----------
    trained_prevalence
        Share of events among those that the model was fitted to, 0 to 1.
    cohort
        Who they were: centre, period, how many.
    outcomes
        Whether their outcomes were those of patients or simulated.
    within
        By when the event is predicted.
    held_out
        Patients that it was not fitted to, and what it gave them.
    recentring
        Log-odds by which the model is moved; None: found on the held-out patients at each rate, 0 without them. 0 after
        a site has recalibrated it to its own outcomes.
    """

    __pydantic_config__ = STRICT
    id: str
    features: Features
    trained_prevalence: Annotated[Share, Field(gt=0, lt=1)]
    cohort: Text
    outcomes: Literal["patients", "simulated"]
    within: Horizon | None = None
    held_out: HeldOut | None = None
    recentring: Annotated[float, Field(ge=-MOST_LOG_ODDS, le=MOST_LOG_ODDS)] | None = None
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        twice = repeated(feature.name for feature in self.features)
        if twice is not None:
            raise Fault("named-twice", ".features", name=twice)

    @property
    @abstractmethod
    def method(self) -> Method:
        """How its attributions come about."""

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the features."""
        return tuple(dict.fromkeys(feature.predictor for feature in self.features))

    @property
    def least_known(self) -> int:
        """With fewer known answers there is no risk: all must be, but of a model that has learnt what to do without."""
        return len(self.predictors)

    @property
    def places(self) -> tuple[tuple[int, ...], ...]:
        """By predictor the numbers of its features: what is answered together is attributed together."""
        return tuple(
            tuple(n for n, feature in enumerate(self.features) if feature.predictor == predictor)
            for predictor in self.predictors
        )

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        for feature in self.features:
            if feature.answer is None:
                yield "number predictors", "features", feature.predictor
            else:
                yield "choices", "features", feature.predictor
                yield f"answers of {feature.predictor}", "features", feature.answer
        yield from (("evidence", "evidence", name) for name in self.evidence)

    def makes_figure(self, modules: Collection[str]) -> frozenset[str]:
        """See :class:`~inference.steps.kind.Step`."""
        return frozenset(self.predictors)

    def reference_people(self) -> ReferencePeople:
        """See :class:`~inference.steps.kind.Step`."""
        return ReferencePeople(self.held_out, self.cohort if self.held_out is None else None)

    def can_explain(self, explanation: Explanation) -> bool:
        """See :class:`~inference.steps.kind.Step`."""
        if not isinstance(explanation, Attributions) or explanation.method != self.method:
            return False
        return tuple(explanation.inputs()) == self.predictors

    @property
    def predicts_within(self) -> Horizon | None:
        """See :class:`~inference.steps.kind.Step`."""
        return self.within

    @property
    def learnt_from(self) -> Literal["a cohort", "simulated outcomes"]:
        """See :class:`~inference.steps.kind.Step`."""
        return "simulated outcomes" if self.outcomes == "simulated" else "a cohort"


def too_few(step: LearntStep, context: StepContext) -> StepResult | None:
    """A blocking finding where too few answers are known; None where there are enough."""
    known = sum(context.answers.get(name) is not None for name in step.predictors)
    if known >= step.least_known:
        return None
    evidence = {"known": known, "needed": step.least_known}
    return StepResult(findings=(Finding("risk.too-few-answers", "blocking", evidence),))


def explained(
    step: LearntStep, context: StepContext, base: float, output: float, amounts: Sequence[float]
) -> StepResult:
    """The risk of these log-odds.

    Parameters
    ----------
    base, output
        Log-odds at the training prevalence: what the amounts start from, and what they lead to.
    amounts
        By predictor. With odds that nobody can mean there is a blocking finding and no risk.
    """
    system, site = context.system, context.site
    parts = tuple(Attribution(name, context.answers.get(name), float(a)) for name, a in zip(step.predictors, amounts))
    rate, begins = rate_of(system, site), tier_begins(system, site)
    moved, population = _people(step, output, rate, begins.at)
    against_average = output - logit(step.trained_prevalence) + moved
    if any(abs(size) > MOST_LOG_ODDS for size in (base, output, against_average, *amounts)):
        farthest = max(parts, key=lambda part: abs(part.amount))
        return StepResult(findings=(Finding("risk.beyond-odds", "blocking", {}, farthest.predictor),))
    estimate = estimate_of(against_average, None, begins, "pack", system, site, step.within)
    explanation = Attributions("log-odds", float(base), parts, step.method, moved)
    return StepResult(risk=Risk(estimate, explanation, population))


def _people(
    step: LearntStep, output: float, rate: float | None, begins: Mapping[str, float]
) -> tuple[float, Population]:
    """By how much the model is moved, and the people that it is read against."""
    raw = expit(output)
    if step.held_out is None:
        return step.recentring or 0.0, Population((), None, rate, step.trained_prevalence, raw)
    reference, own = of_held_out(step.held_out, rate), step.held_out.rate if rate is None else rate
    moved = found_recentring(reference, own) if step.recentring is None else step.recentring
    reference = reference.moved(moved)
    against_average = output - logit(step.trained_prevalence) + moved
    tiers = meanings(reference, tuple(begins), tuple(begins.values()), rate, 0.0)
    return moved, Population(tiers, reference.people_from(against_average), rate, step.trained_prevalence, raw)

"""Step ``trees``: a risk from boosted trees, with exact Shapley values of what moved it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from inference.findings import Finding
from inference.patterns import Share
from inference.reading import Fault
from inference.results import Population, Risk
from inference.risk.estimate import Horizon
from inference.risk.explanation import Attribution, Attributions
from inference.risk.logistic import Answer, expit, logit
from inference.risk.trees import read_ensemble
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import ReferencePeople, Step, StepKind
from inference.steps.tiers import MOST_LOG_ODDS, estimate_of, rate_of, tier_begins
from inference.vocabulary import STRICT, Text, repeated

if TYPE_CHECKING:
    from inference.risk.explanation import Explanation
    from inference.steps.kind import Reference


@dataclass(frozen=True, slots=True)
class Feature:
    """One input of the trees.

    Attributes
    ----------
    name
        As the dump calls it.
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


@dataclass(frozen=True, slots=True)
class TreesStep(Step):
    """Parameters.

    Attributes
    ----------
    model
        File of the pack: XGBoost's JSON dump with statistics; see :mod:`inference.risk.trees`. Its output is log-odds.
    start
        Log-odds that all trees start from: logit of the booster's ``base_score``.
    trained_prevalence
        Share of events among those that the trees were fitted to, 0 to 1.
    cohort
        Who they were: centre, period, how many.
    outcomes
        Whether their outcomes were those of patients or simulated.
    within
        By when the event is predicted.
    minimum_known
        With fewer known answers than this there is no risk. What is not known goes the way that the trees learnt.
    """

    __pydantic_config__ = STRICT
    kind: Literal["trees"]
    id: str
    model: str
    start: float
    features: Annotated[tuple[Feature, ...], Field(min_length=1)]
    trained_prevalence: Annotated[Share, Field(gt=0, lt=1)]
    cohort: Text
    outcomes: Literal["patients", "simulated"]
    within: Horizon | None = None
    minimum_known: int = 1
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        twice = repeated(feature.name for feature in self.features)
        if twice is not None:
            raise Fault("named-twice", ".features", name=twice)

    @property
    def predictors(self) -> tuple[str, ...]:
        """Ids in the order of the features."""
        return tuple(dict.fromkeys(feature.predictor for feature in self.features))

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
        return ReferencePeople(fitted_to=self.cohort)

    def can_explain(self, explanation: Explanation) -> bool:
        """See :class:`~inference.steps.kind.Step`."""
        return isinstance(explanation, Attributions) and tuple(explanation.inputs()) == self.predictors

    @property
    def predicts_within(self) -> Horizon | None:
        """See :class:`~inference.steps.kind.Step`."""
        return self.within

    @property
    def learnt_from(self) -> Literal["a cohort", "simulated outcomes"]:
        """See :class:`~inference.steps.kind.Step`."""
        return "simulated outcomes" if self.outcomes == "simulated" else "a cohort"


def run(step: TreesStep, context: StepContext) -> StepResult:
    """Walk the trees.

    With fewer known answers than ``minimum_known``, or odds that nobody can mean, there is a blocking finding and no
    risk.
    """
    known = [name for name in step.predictors if context.answers.get(name) is not None]
    if len(known) < step.minimum_known:
        evidence = {"known": len(known), "needed": step.minimum_known}
        return StepResult(findings=(Finding("risk.too-few-answers", "blocking", evidence),))
    names = [feature.name for feature in step.features]
    trees = read_ensemble(context.file(step.model), names, step.start, step.model)
    values = [feature.of(context.answers) for feature in step.features]
    amounts = dict.fromkeys(step.predictors, 0.0)
    for feature, amount in zip(step.features, trees.shapley(values), strict=True):
        amounts[feature.predictor] += float(amount)
    parts = tuple(Attribution(name, context.answers.get(name), amount) for name, amount in amounts.items())
    explanation = Attributions("log-odds", trees.base, parts)
    output, system, site = trees.output(values), context.system, context.site
    against_average = output - logit(step.trained_prevalence)
    if any(abs(size) > MOST_LOG_ODDS for size in (trees.base, output, against_average, *amounts.values())):
        farthest = max(parts, key=lambda part: abs(part.amount))
        return StepResult(findings=(Finding("risk.beyond-odds", "blocking", {}, farthest.predictor),))
    begins = tier_begins(system, site)
    population = Population(
        site_prevalence=rate_of(system, site),
        trained_prevalence=step.trained_prevalence,
        raw_probability=expit(output),
    )
    # Nothing is known of the error of trees for one patient: there are no intervals.
    estimate = estimate_of(against_average, None, begins, "pack", system, site, step.within)
    return StepResult(risk=Risk(estimate, explanation, population))


KIND = StepKind(TreesStep, run, answers="risk")

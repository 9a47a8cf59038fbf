"""Step ``formula``: a published formula on answers and on what earlier steps gave."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from inference.expressions import evaluate, names_in
from inference.findings import Finding
from inference.patterns import Decimals, Digits
from inference.reading import Fault
from inference.results import Result
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Provided, Reference, Step, StepKind
from inference.vocabulary import STRICT, Text, check_interval


@dataclass(frozen=True, slots=True)
class FormulaStep(Step):
    """Parameters.

    Attributes
    ----------
    formula
        Arithmetic on predictor ids and values of earlier steps.
    formula_low, formula_high
        The same at the ends of the published 95 % interval.
    decimals, significant
        How a result is shown: digits after the point, or, where ``significant`` is set, digits that count in all.
    low, high
        Results outside are impossible and refuse the answer; None: no bound.
    information_only
        Shown as background, never as the pack's result.
    tables
        For a predictor that is a choice: the number each answer stands for.
    """

    __pydantic_config__ = STRICT
    kind: Literal["formula"]
    id: str
    title: Text
    formula: str
    formula_low: str | None = None
    formula_high: str | None = None
    unit: str = ""
    decimals: Decimals = 1
    significant: Digits | None = None
    low: float | None = None
    high: float | None = None
    information_only: bool = False
    tables: dict[str, dict[str, float]] | None = None
    evidence: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for formula in self.formulas:
            names_in(formula)
        check_interval("low to high", (self.low, self.high))
        if (self.formula_low is None) != (self.formula_high is None):
            raise Fault("interval-ends", "." + ("formula_high" if self.formula_high is None else "formula_low"))

    @property
    def formulas(self) -> tuple[str, ...]:
        """The formula and, where there are, those of its interval."""
        return tuple(f for f in (self.formula, self.formula_low, self.formula_high) if f is not None)

    def shown(self, value: float) -> str:
        """A result as the report prints it, without its unit."""
        if self.significant is None or value == 0:
            return f"{value:.{self.decimals}f}"
        rounded = float(f"{value:.{self.significant}g}")
        after_point = self.significant - 1 - math.floor(math.log10(abs(rounded)))
        return f"{rounded:.{max(after_point, 0)}f}"

    @property
    def heading(self) -> Text:
        """See :class:`~inference.steps.kind.Step`."""
        return self.title

    @property
    def is_background(self) -> bool:
        """See :class:`~inference.steps.kind.Step`."""
        return self.information_only

    def references(self) -> Iterator[Reference]:
        """See :class:`~inference.steps.kind.Step`."""
        tables = self.tables or {}
        for name, table in tables.items():
            yield "choices", "tables", name
            yield from ((f"answers of {name}", f"tables.{name}", answer) for answer in table)
        for field in ("formula", "formula_low", "formula_high"):
            formula = getattr(self, field)
            names = names_in(formula) if formula is not None else frozenset()
            yield from (("numbers", field, name) for name in sorted(names - tables.keys()))
        yield from (("evidence", "evidence", name) for name in self.evidence)

    def provides(self, structures: Collection[str]) -> Provided:
        """See :class:`~inference.steps.kind.Step`."""
        return Provided(frozenset({self.id}))


def run(step: FormulaStep, context: StepContext) -> StepResult:
    """Evaluate the formula; an unknown input leaves the result unknown and named."""
    values = {name: value for result in context.earlier.values() for name, value in result.values.items()}
    missing = []
    for name in sorted(frozenset().union(*map(names_in, step.formulas))):
        answer = context.answers.get(name)
        if answer is not None:
            answer = step.tables[name].get(str(answer)) if step.tables and name in step.tables else answer
        if answer is not None:
            values[name] = float(answer)
        elif name not in values:
            missing.append(name)
    if missing:
        return StepResult(results=(Result("value", step.id, None, missing=tuple(missing)),))
    try:
        value = evaluate(step.formula, values)
        low, high = (None if f is None else evaluate(f, values) for f in (step.formula_low, step.formula_high))
    except ValueError:
        return StepResult(findings=(Finding("formula.no-result", "blocking", {}, step.id),))
    if (step.low is not None and value < step.low) or (step.high is not None and value > step.high):
        evidence = {"value": round(value, 4), "low": _or(step.low, "-"), "high": _or(step.high, "-")}
        return StepResult(findings=(Finding("formula.impossible", "blocking", evidence, step.id),))
    return StepResult(results=(Result("value", step.id, value, low, high),), values={step.id: value})


def _or(value: float | None, other: str) -> float | str:
    return other if value is None else value


KIND = StepKind(FormulaStep, run, answers="results")

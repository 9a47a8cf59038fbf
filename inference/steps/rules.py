"""Step ``rules``: a class from conditions on answers and on what earlier steps gave."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from inference.patterns import Colour
from inference.reading import Fault
from inference.results import Result
from inference.steps.context import StepContext, StepResult
from inference.steps.kind import Reference, Step, StepKind
from inference.vocabulary import STRICT, Text, settled

_ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison.

    Attributes
    ----------
    relation
        ``unknown`` holds while there is no answer; no other relation holds then.
    value
        A number for the order relations, an answer for ``is``, answers for ``in``, none for ``unknown``.
    """

    __pydantic_config__ = STRICT
    name: str
    relation: Literal["<", "<=", ">", ">=", "is", "in", "unknown"]
    value: float | str | tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        kinds: dict[str, tuple[type, ...]] = {"is": (float, str), "in": (tuple,), "unknown": (type(None),)}
        if not isinstance(self.value, kinds.get(self.relation, (float,))):
            raise Fault("condition", name=self.name, relation=self.relation)

    def holds(self, answer: str | float | None) -> bool:
        """Whether the condition is met."""
        if self.relation == "unknown" or answer is None:
            return self.relation == "unknown" and answer is None
        if self.relation == "is":
            return answer == self.value
        if isinstance(self.value, tuple):
            return answer in self.value
        assert isinstance(self.value, float)
        return _ORDER[self.relation](settled(float(answer)), self.value)


@dataclass(frozen=True, slots=True)
class Rule:
    """A class and the conditions that all must hold for it."""

    __pydantic_config__ = STRICT
    id: str
    title: Text
    conditions: tuple[Condition, ...] = ()
    colour: Colour = "#5f6b7a"
    advice: Text | None = None


@dataclass(frozen=True, slots=True)
class RulesStep(Step):
    """Parameters.

    Attributes
    ----------
    rules
        Tried in order; the first that holds is the class, one without conditions always holds.
    every
        True: all rules that hold are reported (advice); False: the first only (a class).
    information_only
        Shown as background, never as the pack's result.
    """

    __pydantic_config__ = STRICT
    kind: Literal["rules"]
    id: str
    title: Text
    rules: tuple[Rule, ...]
    every: bool = False
    information_only: bool = False
    evidence: tuple[str, ...] = ()

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
        for condition in (c for rule in self.rules for c in rule.conditions):
            yield from _names_of(condition)
        yield from (("evidence", "evidence", name) for name in self.evidence)

    def cuts(self) -> Iterator[tuple[str, float]]:
        """See :class:`~inference.steps.kind.Step`."""
        for condition in (c for rule in self.rules for c in rule.conditions):
            if isinstance(condition.value, float | int):
                yield condition.name, float(condition.value)


def _names_of(condition: Condition) -> Iterator[tuple[str, str, str]]:
    if condition.relation == "unknown":
        yield "predictors", "rules", condition.name
        return
    if isinstance(condition.value, float):
        yield "numbers", "rules", condition.name
        return
    yield "choices", "rules", condition.name
    answers = (condition.value,) if isinstance(condition.value, str) else condition.value or ()
    yield from ((f"answers of {condition.name}", "rules", answer) for answer in answers)


def run(step: RulesStep, context: StepContext) -> StepResult:
    """Find the rules that hold; a class that hangs on an unknown value is not given."""
    values: dict[str, str | float | None] = dict(context.answers)
    for result in context.earlier.values():
        values.update(result.values)
    if step.every:
        return StepResult(results=tuple(Result("class", step.id, rule.id) for rule in _held(step, values)))
    names = {c.name for rule in step.rules for c in rule.conditions if c.relation != "unknown"}
    missing = tuple(sorted(name for name in names if values.get(name) is None))
    first = None if missing else next(_held(step, values), None)
    return StepResult(results=(Result("class", step.id, first.id if first else None, missing=missing),))


def _held(step: RulesStep, values: Mapping[str, str | float | None]) -> Iterator[Rule]:
    """Rules whose conditions all hold, in the pack's order."""
    return (rule for rule in step.rules if all(c.holds(values.get(c.name)) for c in rule.conditions))


KIND = StepKind(RulesStep, run)

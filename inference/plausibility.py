"""Answers out of range, and answers that can each be right and not both: a line newly placed that has lain for days.

Which answers contradict each other is data (``resources/plausibility.json``), by the ids that the packs' forms share. A
rule speaks only where a pack asks all that it names. What it finds is a warning and changes no figure: nothing tells
which of the answers is the wrong one.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import resources
from inference.findings import Evidence, Finding, Severity
from inference.predictors import NumberPredictor
from inference.reading import read_json, read_typed
from inference.results import GivenAnswer
from inference.vocabulary import STRICT

PREFIX = "answers.contradict."


@dataclass(frozen=True, slots=True)
class Condition:
    """What an answer has to be for a rule to hold; all that is set must be true.

    Attributes
    ----------
    any
        One of these choices.
    above, at_least
        More than, at least this number.
    """

    __pydantic_config__ = STRICT
    any: tuple[str, ...] = ()
    above: float | None = None
    at_least: float | None = None

    def holds(self, value: str | float | None) -> bool:
        """Whether an answer is like this; what is unknown is not."""
        if self.any or value is None or isinstance(value, str):
            return value in self.any
        return (self.above is None or value > self.above) and (self.at_least is None or value >= self.at_least)


@dataclass(frozen=True, slots=True)
class Rule:
    """Answers that contradict each other.

    Attributes
    ----------
    id
        Names the wording, ``finding.answers.contradict.<id>``.
    subject
        The question at which it is said.
    when
        What the answers have to be, by question.
    """

    __pydantic_config__ = STRICT
    id: str
    subject: str
    when: dict[str, Condition]


@dataclass(frozen=True, slots=True)
class Rules:
    """The file of rules."""

    __pydantic_config__ = STRICT
    rules: tuple[Rule, ...]


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules that come with the program."""
    path = Path(resources.__file__).parent / "plausibility.json"
    return read_typed(Rules, read_json(path), str(path)).rules


def contradictions(given: Mapping[str, GivenAnswer]) -> list[Finding]:
    """A warning for each rule that the answers fulfil."""
    values = {name: answer.value for name, answer in given.items()}
    return [
        Finding(PREFIX + rule.id, "warning", {}, rule.subject)
        for rule in rules()
        if all(condition.holds(values.get(name)) for name, condition in rule.when.items())
    ]


def out_of_range(predictor: NumberPredictor, value: float) -> list[Finding]:
    """What is said of a number outside its predictor's range, entered or measured; nothing of one inside."""
    if predictor.within(value):
        return []
    low, high = predictor.range
    severity: Severity = "blocking" if predictor.stops_out_of_range else "warning"
    evidence: dict[str, Evidence] = {"value": value, "low": low, "high": high, "unit": predictor.unit}
    return [Finding("answers.out-of-range", severity, evidence, predictor.id)]

"""Sections of a report's content, and outcomes with other figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from desktop.report.content import Bar, Change, Changes, Content, Factors
from inference.outcome import Outcome
from inference.results import Risk
from inference.risk.estimate import Interval

Section = TypeVar("Section")


def section_of(content: Content, kind: type[Section]) -> Section:
    """The one section of this kind."""
    (found,) = (part for part in (*content.explained.front, *content.explained.back) if isinstance(part, kind))
    return found


def bars_of(content: Content) -> tuple[Bar, ...]:
    return section_of(content, Factors).bars


def changes_of(content: Content) -> tuple[Change, ...]:
    return section_of(content, Changes).rows


def with_probability(risk: Risk, probability: float | None, rate: float | None) -> Risk:
    """The same with another probability, as if at a site with this rate."""
    chance = None if probability is None else Interval(probability, probability, probability)
    estimate = replace(risk.estimate, probability=chance)
    return replace(risk, estimate=estimate, population=replace(risk.population, site_prevalence=rate))


def without_percentage(outcome: Outcome) -> Outcome:
    """The same outcome as if its site had set no rate."""
    return replace(outcome, risk=with_probability(outcome.risk, None, None))

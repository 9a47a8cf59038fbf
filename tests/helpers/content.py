"""Sections of a report's content, and outcomes with other figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from desktop.report.content import Content
from desktop.report.sections import Bar, Change, Changes, Factors, Provenance
from inference.outcome import Outcome
from inference.results import Risk
from inference.risk.estimate import Interval

Section = TypeVar("Section")


def section_of(content: Content, kind: type[Section]) -> Section:
    """The one section of this kind."""
    (found,) = (part for part in content.sections if isinstance(part, kind))
    return found


def with_section(content: Content, other: object) -> Content:
    """The same report with another section of this kind."""
    assert content.find(type(other)) is not None
    return replace(content, sections=tuple(other if type(s) is type(other) else s for s in content.sections))


def rows_of(content: Content) -> tuple[tuple[str, str], ...]:
    """What the result rests on, as label and value."""
    return section_of(content, Provenance).rows


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

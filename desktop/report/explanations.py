"""How each kind of explanation of a risk reads, on paper and in the window, and what a record of it may hold.

A kind of explanation has its line in :data:`EXPLANATIONS`; it is made of sections, as any part of a report is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.report import additive, attributions
from desktop.report.content import Section

if TYPE_CHECKING:
    from desktop.language import Language
    from inference.outcome import Outcome
    from inference.results import Risk


@dataclass(frozen=True, slots=True)
class Presentation:
    """How one kind of explanation reads.

    Attributes
    ----------
    sections
        What is shown of it, in its order; in front what derives from :class:`desktop.report.content.RiskPart`. Called
        with the outcome, its risk, the explanation and the language.
    rows
        Labels and values among what the result rests on.
    misfits
        Fields of a record's risk that do not fit the rest, from ``risk.`` on; called where the estimate has been found
        good and some step of the pack can have given such an explanation.
    """

    sections: Callable[[Outcome, Risk, Any, Language], tuple[Section, ...]]
    rows: Callable[[Outcome, Risk, Any, Language], list[tuple[str, str]]]
    misfits: Callable[[Outcome, Risk, Any], Iterator[str]]


EXPLANATIONS = {
    "additive": Presentation(additive.sections, additive.rows, additive.misfits),
    "attributions": Presentation(attributions.sections, attributions.rows, attributions.misfits),
}
"""By kind of explanation."""


def sections_of(outcome: Outcome, language: Language) -> tuple[Section, ...]:
    """The sections of the outcome's risk; none without one."""
    risk = outcome.risk
    if risk is None:
        return ()
    return EXPLANATIONS[risk.explanation.kind].sections(outcome, risk, risk.explanation, language)


def rows_of(outcome: Outcome, risk: Risk, language: Language) -> list[tuple[str, str]]:
    """Labels and values of a risk's explanation among what the result rests on."""
    return EXPLANATIONS[risk.explanation.kind].rows(outcome, risk, risk.explanation, language)


def misfits_of(outcome: Outcome, risk: Risk) -> Iterator[str]:
    """Fields that do not fit; see :class:`Presentation`."""
    return EXPLANATIONS[risk.explanation.kind].misfits(outcome, risk, risk.explanation)

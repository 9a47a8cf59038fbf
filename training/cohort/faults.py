"""What is wrong with a cohort, as lines of one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from training.errors import BadInput
from training.wording import Spoken, in_language, worded

MOST_SHOWN = 20
"""Faults listed in an error; ``check`` lists them all."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, where it is, and how to mend it.

    Attributes
    ----------
    row
        Line of the table, the header being line 1; None for the cohort as a whole.
    column
        Of the table; empty where none is to blame.
    severity
        A ``fault`` stops the work, a ``warning`` is for the person who judges the result.
    """

    row: int | None
    case: str
    column: str
    problem: str
    mend: str
    severity: Literal["fault", "warning"] = "fault"

    @property
    def place(self) -> str:
        """Where it is, as a sentence begins."""
        return self.place_in("en")

    def place_in(self, language: str) -> str:
        """The same in ``en`` or ``zh``."""
        row = worded("factory.faults.row", row=self.row) if self.row else ""
        case = worded("factory.faults.case", case=self.case) if self.case else ""
        comma = ", " if language == "en" else "，"
        return comma.join(in_language(part, language) for part in (row, case, self.column) if part)


def _listed(source: str, faults: Sequence[Fault], language: str) -> str:
    """All faults in an error's sentence, a line each."""
    lines = []
    for fault in faults[:MOST_SHOWN]:
        place, problem, mend = fault.place_in(language), fault.problem, fault.mend
        problem, mend = in_language(problem, language), in_language(mend, language)
        said = worded("factory.faults.line", problem=problem, mend=mend)
        if place:
            said = worded("factory.faults.line-at", place=place, problem=problem, mend=mend)
        lines.append(in_language(said, language))
    if len(faults) > MOST_SHOWN:
        more = worded("factory.faults.more", count=len(faults) - MOST_SHOWN, source=source)
        lines.append(in_language(more, language))
    head = worded(f"factory.faults.{'many' if len(faults) > 1 else 'one'}", source=source, count=len(faults))
    return "\n".join([in_language(head, language), *lines])


class CohortFaults(BadInput):
    """A cohort table that cannot be used, with everything that is wrong about its form."""

    def __init__(self, source: str, faults: Sequence[Fault]) -> None:
        super().__init__(Spoken(partial(_listed, source, tuple(faults))))
        self.faults = tuple(faults)
        self.args = (source, self.faults)

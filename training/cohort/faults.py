"""What is wrong with a cohort, as lines of one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from training.errors import BadInput

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
        parts = (f"row {self.row}" if self.row else "", f"case {self.case}" if self.case else "", self.column)
        return ", ".join(part for part in parts if part)


class CohortFaults(BadInput):
    """A cohort table that cannot be used, with everything that is wrong about its form."""

    def __init__(self, source: str, faults: Sequence[Fault]) -> None:
        lines = [f"  {f.place}: {f.problem}; {f.mend}" if f.place else f"  {f.problem}; {f.mend}" for f in faults]
        left_out = len(lines) - MOST_SHOWN
        if left_out > 0:
            lines = [*lines[:MOST_SHOWN], f"  and {left_out} more; see: precontrast-train check {source}"]
        count = f"{len(faults)} faults" if len(faults) > 1 else "one fault"
        super().__init__("\n".join([f"{source} has {count}:", *lines]))
        self.faults = tuple(faults)
        self.args = (source, self.faults)

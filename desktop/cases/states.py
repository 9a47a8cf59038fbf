"""How far a case is, told in one place for tabs, lists, store and command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from desktop.cases.model import State
    from inference.outcome import Outcome

Reached = Literal["open", "unfinished", "answered", "refused", "signed"]
"""``open``: nothing came out yet; ``unfinished``: nothing but answers or a contour is missing, which is no refusal."""


def reached(outcome: Outcome | None) -> Reached:
    """How far a case with this outcome is."""
    from desktop.report.wording import is_unfinished, shown_results

    if outcome is None:
        return "open"
    if outcome.signatures:
        return "signed"
    results = shown_results(outcome, information=False)
    nothing_yet = outcome.risk is None and bool(results) and all(result.missing for result in results)
    if is_unfinished(outcome) or nothing_yet:
        return "unfinished"
    return "refused" if outcome.kind == "refusal" else "answered"


def stored_state(outcome: Outcome | None) -> State:
    """The same as the store has it, where a case is open until nothing is missing."""
    state = reached(outcome)
    return "open" if state == "unfinished" else state

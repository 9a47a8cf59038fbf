"""Findings: what was checked, what was seen, and whether it stops the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["pass", "note", "warning", "blocking"]
"""``pass``: checked and well; ``note``: worth knowing; ``warning``: needs a look; ``blocking``: stops the answer."""

Evidence = str | float | int


@dataclass(frozen=True, slots=True)
class Finding:
    """One observation about the input.

    Attributes
    ----------
    code
        ``area.what``, the key of the wording.
    evidence
        The numbers behind it, named as in the wording.
    subject
        The structure, predictor or image role it is about, if any.
    """

    code: str
    severity: Severity
    evidence: Mapping[str, Evidence] = field(default_factory=dict)
    subject: str = ""


def rounded(value: float, digits: int, *limits: float) -> float:
    """A value for reading, with more digits where it would otherwise read as a limit that it misses.

    "Certainty 0.6, limit 0.6" says nothing; 0.597 does.
    """
    for more in range(digits, digits + 6):
        shown = round(value, more)
        if all((shown < limit, shown > limit) == (value < limit, value > limit) for limit in limits):
            break
    return int(shown) if more == 0 else shown


def blocks(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether any finding stops the answer."""
    return any(finding.severity == "blocking" for finding in findings)

"""What one screening ends with: an answer or a refusal, and all that is needed to print it again.

An :class:`Outcome` knows no language: findings and errors are codes with numbers, names come from the pack. It is
plain data, so that its JSON and the report printed from that JSON are the same report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from inference.packs.manifest import Manifest
from inference.quality.findings import Finding
from inference.results import EngineUse, GivenAnswer, Measure, Patient, Picture, Result, Risk, UsedSeries

Kind = Literal["answer", "refusal"]


@dataclass(frozen=True, slots=True)
class PackUse:
    """The pack that was used: its whole manifest, so that the report can be printed without it."""

    manifest: Manifest
    digest: str
    signed_by: str | None


@dataclass(frozen=True, slots=True)
class SiteUse:
    """What the site profile said when the report was made."""

    name: str
    prevalence: float | None
    prevalence_source: str
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One screening.

    Attributes
    ----------
    kind
        ``refusal``: a blocking finding stands and the pack gives no risk or result.
    fallback
        What the pack's fallback (clinical only) says beside a refusal, clearly apart from it.
    """

    kind: Kind
    pack: PackUse
    site: SiteUse
    patient: Patient
    findings: tuple[Finding, ...]
    answers: tuple[GivenAnswer, ...]
    created: str
    software: str
    series: tuple[UsedSeries, ...] = ()
    measures: tuple[Measure, ...] = ()
    pictures: tuple[Picture, ...] = ()
    results: tuple[Result, ...] = ()
    risk: Risk | None = None
    engines: tuple[EngineUse, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    fallback: Outcome | None = None

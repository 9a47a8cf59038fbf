"""What one screening ends with: an answer or a refusal, and all that is needed to print it again.

An :class:`Outcome` knows no language: findings and errors are codes with numbers, names come from the pack. It is
plain data, so that its JSON and the report printed from that JSON are the same report.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from inference.findings import Finding
from inference.packs.manifest import Manifest
from inference.results import EngineUse, GivenAnswer, Measure, Patient, Picture, Result, Risk, Sign, UsedSeries
from inference.text import Words
from inference.vocabulary import Text

Kind = Literal["answer", "refusal"]


@dataclass(frozen=True, slots=True)
class PackUse:
    """The pack that was used: its whole manifest, so that the report can be printed without it.

    Attributes
    ----------
    signed_by, signer_key
        Name and fingerprint of the key that signed it, as of :class:`inference.packs.store.Pack`.
    """

    manifest: Manifest
    digest: str
    signed_by: str | None
    signer_key: str | None = None


@dataclass(frozen=True, slots=True)
class SiteUse:
    """What the site profile said when the report was made.

    Attributes
    ----------
    actions
        The site's own for the tier of this outcome, in place of the pack's; empty: the pack's stand.
    protocol
        How the site injects, in its own words; None: it has not said.
    """

    name: str
    prevalence: float | None
    prevalence_source: str
    digest: str
    actions: tuple[Text, ...] = ()
    protocol: Text | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A structure whose outline does not come from a model of the pack.

    Attributes
    ----------
    by, time
        Who did it, and when (ISO 8601).
    origin
        ``drawn`` from nothing, ``edited`` from what was there before, ``imported`` from a mask file.
    file, sha256
        Name and digest of that file; empty for the others.
    """

    structure: str
    by: Words
    time: str
    origin: Literal["drawn", "edited", "imported"] = "edited"
    file: Words = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signed the report, as what, and when (ISO 8601)."""

    role: Literal["radiographer", "nurse", "radiologist"]
    name: Words
    time: str


@dataclass(frozen=True, slots=True)
class Tick:
    """An item of the checklist that was done: its place in the list from 0, by whom, and when (ISO 8601)."""

    item: int
    initials: Words
    time: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One screening.

    Attributes
    ----------
    kind
        ``refusal``: a blocking finding stands and the pack gives no risk or result.
    fallback
        What the pack's fallback (clinical only) says beside a refusal, clearly apart from it.
    signatures
        At most one of each role; none on a fallback, which is signed with the report that it stands in.
    ticks
        Of this outcome's own checklist: beside a refusal it is the fallback's that is printed and ticked.
    simulated
        Whether the images are of a simulated patient, as the simulator's own mark in them tells.
    version
        Counts reports of one screening: what was signed is not changed but replaced by the next version.
    signs
        What rules and networks see in the structures, shown beside a refusal too; records of before have none.
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
    edits: tuple[Edit, ...] = ()
    signatures: tuple[SignOff, ...] = ()
    ticks: tuple[Tick, ...] = ()
    version: int = 1
    simulated: bool = False
    signs: tuple[Sign, ...] = ()

"""What a pack says in its own words, and what the program says of any pack that says nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.language import Language
from inference.own_words import given_words

if TYPE_CHECKING:
    from inference.findings import Finding
    from inference.packs.manifest import Manifest
    from inference.regions import Region

MESSAGES = {
    "structure": "words.structure",
    "structures": "words.structures",
    "measures": "report.measures",
    "risk": "banner.risk-title",
    "checklist": "report.checklist",
    "modifiable": "report.modifiable",
}
"""By field of :class:`inference.own_words.OwnWords`."""
REGION_FINDINGS = {
    "region.covered": "covered",
    "region.neck-short": "short",
    "region.not-covered": "not_covered",
    "region.hidden": "hidden",
    "region.not-in-view": "not_in_view",
    "region.not-recognised": "not_recognised",
}
"""Field of :class:`inference.regions.RegionWords` by the code of a finding."""


def own_text(manifest: Manifest, name: str, language: Language) -> str:
    """One of the pack's words, or what stands for it."""
    own = given_words(manifest.words).get(name)
    return language.text(MESSAGES[name]) if own is None else language.filled(own)


def finding_text(
    manifest: Manifest, finding: Finding, evidence: Mapping[str, object], subject: str, language: Language
) -> str:
    """A finding in a sentence: of a region in the words of the pack that needs it.

    Parameters
    ----------
    evidence
        The figures behind it, as they are shown.
    subject
        What it is about, in words.
    """
    region = _region_of(manifest, finding.subject)
    named = {name: own_text(manifest, name, language) for name in ("structure", "structures")}
    if region is not None:
        own = given_words(region.words).get(REGION_FINDINGS.get(finding.code, ""))
        if own is not None:
            return language.filled(own, **evidence)
        named |= {"region": language.of(region.title), "landmark": language.of(region.landmark)}
    elif finding.code in REGION_FINDINGS:
        named |= {"region": language.text("words.region"), "landmark": language.text("words.landmark")}
    return language.finding(finding.code, {**named, **evidence}, subject)


def _region_of(manifest: Manifest, image: str) -> Region | None:
    """The region of an image; records of before do not say which image a finding is about."""
    roles = [role for role in manifest.images if role.id == image] or list(manifest.images)
    return next((region for role in roles if (region := manifest.region_of(role)) is not None), None)

"""Gates on each segmented vessel: found, plausible, in one piece, sure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from inference.certainty import EstimatedOverlap, estimated_overlap, signs_of_error
from inference.findings import Evidence, Finding, Severity, rounded
from inference.pieces import pieces_of, sizes_of
from inference.quality.neighbours import check_course
from inference.quality.region import BLOOD
from inference.results import Measure
from inference.schema import OverlapEstimate, Range, SignOfError, Structure
from inference.segmentation import Segmentation

LARGE_PIECE = 0.1
REASONS: dict[tuple[SignOfError | None, bool], str] = {
    ("certainty", False): "contour.unsure",
    ("overlap", False): "contour.ambiguous",
    ("agreement", False): "contour.unsteady",
    ("volume", False): "contour.small",
    ("volume", True): "contour.large",
    ("length", False): "contour.short",
    ("length", True): "contour.long",
    ("diameter", False): "contour.thin",
    ("diameter", True): "contour.wide",
}
"""In a word what a sign of error tells that is below the usual, or above it."""


def check_vessels(
    measures: tuple[Measure, ...],
    structures: tuple[Structure, ...],
    found: Segmentation,
    part_of_answer: bool = True,
    optional: Collection[str] = (),
) -> list[Finding]:
    """Findings on every structure that the segmentation should hold.

    One that is missing, implausible or too uncertain stops the answer when the answer rests on it.

    Parameters
    ----------
    structures
        All of the pack, those of other segmentations among them.
    optional
        Ids of those that may be missing.
    """
    findings = _all_findings(measures, structures, found, optional)
    if part_of_answer:
        return findings
    return [replace(f, severity="warning") if f.severity == "blocking" else f for f in findings]


def _all_findings(
    measures: tuple[Measure, ...],
    structures: tuple[Structure, ...],
    found: Segmentation,
    optional: Collection[str],
) -> list[Finding]:
    findings: list[Finding] = []
    for structure in (structure for structure in structures if structure.id in found.structures):
        measure = next((m for m in measures if m.structure == structure.id), None)
        if measure is None or not measure.found:
            if structure.id not in optional:
                findings.append(Finding("vessel.not-found", "blocking", {}, structure.id))
            continue
        own = [
            *_range(measure.volume_ml, structure.volume_ml, "vessel.volume", structure.id, "blocking"),
            *_range(measure.mean_diameter_mm, structure.diameter_mm, "vessel.diameter", structure.id, "warning"),
            *_density(measure, structure),
            *_certainty(measure, structure),
            *([] if structure.scattered else _pieces(found, structure.id)),
            *check_course(structure, structures, found),
        ]
        if measure.cut_off:
            own.append(Finding("vessel.cut-off", "note", {}, structure.id))
        if not own and measure.volume_ml is not None:
            own.append(Finding("vessel.plausible", "pass", {"ml": round(measure.volume_ml, 2)}, structure.id))
        findings += own
    return findings


def _range(value: float | None, plausible: Range, code: str, subject: str, severity: Severity) -> list[Finding]:
    if value is None:
        return [Finding(f"{code}-unknown", "warning", {}, subject)]
    if plausible.low <= value <= plausible.high:
        return []
    evidence = {"value": rounded(value, 2, plausible.low, plausible.high), "low": plausible.low, "high": plausible.high}
    return [Finding(f"{code}-implausible", severity, evidence, subject)]


def _density(measure: Measure, structure: Structure) -> list[Finding]:
    """Too dense is contrast medium, which has a gate of its own; too thin is fat or air that was taken for blood."""
    if measure.mean_hu is None or measure.mean_hu >= structure.hu.low:
        return []
    evidence = {"value": rounded(measure.mean_hu, 0, structure.hu.low), "low": structure.hu.low}
    code = "vessel.density-implausible" if structure.kind in BLOOD else "vessel.density-low"
    return [Finding(code, "warning", evidence, structure.id)]


def _certainty(measure: Measure, structure: Structure) -> list[Finding]:
    """How sure the network is, against what the structure asks; see :class:`inference.schema.Trust`."""
    limits, subject = structure.trust, structure.id
    worst: dict[str, Evidence] = {} if measure.least_certain_slice is None else {"slice": measure.least_certain_slice}
    findings = []
    if measure.certainty is not None and measure.certainty < limits.certainty:
        least = limits.least_certainty
        evidence: dict[str, Evidence] = {"certainty": rounded(measure.certainty, 2, least), "limit": least}
        codes = "vessel.uncertain", "vessel.too-uncertain"
        findings.append(_unsure(codes, measure.certainty < least, evidence, subject))
    if measure.expected_overlap is not None and measure.expected_overlap < limits.overlap:
        severe = measure.expected_overlap < limits.least_overlap
        limit = limits.least_overlap if severe else limits.overlap
        evidence = {"overlap": rounded(measure.expected_overlap, 2, limit), "limit": limit, **worst}
        findings.append(_unsure(("vessel.overlap-low", "vessel.overlap-too-low"), severe, evidence, subject))
    if measure.agreement is not None and measure.agreement < limits.agreement:
        agreement = rounded(measure.agreement, 2, limits.agreement)
        evidence = {"agreement": agreement, "limit": limits.agreement, **worst}
        findings.append(Finding("vessel.placements-differ", "warning", evidence, subject))
    found = None if limits.estimate is None else estimated_overlap(signs_of_error(measure), limits.estimate)
    if limits.estimate is None or found is None:
        return findings
    # The estimate weighs the same figures: it speaks in place of each by itself, unless one of them stops the answer.
    severe_ones = [finding for finding in findings if finding.severity == "blocking"]
    return severe_ones + _estimate(found, limits.estimate, worst, subject)


def _estimate(
    found: EstimatedOverlap, limits: OverlapEstimate, worst: Mapping[str, Evidence], subject: str
) -> list[Finding]:
    """Whether all signs of error together let one expect a contour that is to be corrected, and above all which."""
    if found.overlap >= limits.least:
        return []
    reason = REASONS.get((found.worst, found.above), "contour.usual")
    evidence = {"overlap": rounded(found.overlap, 2, limits.least), "limit": limits.least, **worst, "reason": reason}
    return [Finding("vessel.estimate-low", "warning", evidence, subject)]


def _unsure(codes: tuple[str, str], severe: bool, evidence: Mapping[str, Evidence], subject: str) -> Finding:
    return Finding(codes[severe], "blocking" if severe else "warning", evidence, subject)


def _pieces(found: Segmentation, subject: str) -> list[Finding]:
    mask = found.mask_of(subject)
    sizes = sizes_of(pieces_of(mask))
    large = int((sizes[1:] >= LARGE_PIECE * sizes.sum()).sum())
    return [Finding("vessel.broken", "warning", {"pieces": large}, subject)] if large > 1 else []

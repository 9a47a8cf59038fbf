"""Gates on what the headers and the reading of a series tell: kind, units, contrast, missing or unreadable slices."""

from __future__ import annotations

import re

from inference.dicom import Note, Series
from inference.dicom.choosing import asked_for
from inference.dicom.kernels import softness
from inference.dicom.units import CONCENTRATIONS, HOUNSFIELD, MASS_CONCENTRATION
from inference.findings import Evidence, Finding, Severity, rounded
from inference.schema import Gates, ImageRole

NOTE_SEVERITY: dict[str, Severity] = {
    "dicom.uneven-spacing": "warning",
    "dicom.tilt": "note",
    "dicom.tilt-corrected": "warning",
    "dicom.oblique-resampled": "warning",
    "dicom.slices-apart": "warning",
    "dicom.slice-unreadable": "blocking",
    "dicom.slices-left-empty": "warning",
    "dicom.copies-differ": "blocking",
    "dicom.pixels-differ": "blocking",
    "dicom.passes-mixed": "blocking",
    "dicom.acquisitions-apart": "blocking",
    "dicom.acquisitions-mixed": "blocking",
    "dicom.positions-rounded": "warning",
    "dicom.slices-overlap": "warning",
    "dicom.rescale-missing": "blocking",
    "dicom.rescale-not-hu": "blocking",
    "dicom.lossy-compression": "warning",
    "dicom.thickness-varies": "warning",
    "dicom.values-clipped": "note",
}
"""What the notes of reading mean for an answer; notes that are not named here are worth knowing and no more."""

DEFAULT = Gates()
"""Limits where a pack states none."""
UNIT_OTHER = "series.unit-other"

_IODINE = re.compile("iodine|碘")
_WITHOUT_IODINE = re.compile(
    "vnc|vue|virtual|water|non.?contrast|no.iodine|free|remov|suppress|subtract|虚拟|平扫|水|去碘|无碘"
)
"""Words of images from which iodine was taken away: those are in Hounsfield units."""

UNREADABLE = "dicom.slice-unreadable"


def check_series(
    series: Series,
    role: ImageRole,
    notes: tuple[Note, ...],
    unit: str | None = None,
    holes_later: bool = False,
    gates: Gates = DEFAULT,
) -> list[Finding]:
    """Findings on one chosen series.

    Parameters
    ----------
    notes
        Those of the series and of loading it.
    unit
        In which the role needs its values (:meth:`inference.packs.manifest.Manifest.unit_of`); None: nothing is known.
    holes_later
        Whether :func:`check_gaps` will judge unreadable slices, once it is known where the region is; until then they
        stop the answer wherever they lie.
    """
    # Missing slices are always left to that gate.
    left_out = {"dicom.missing-slices", *([UNREADABLE] if holes_later else [])}
    first = {note.code: note for note in reversed(notes) if note.code not in left_out}
    if "dicom.tilt-corrected" in first:
        first.pop("dicom.tilt", None)
    if unit not in (None, HOUNSFIELD) or (unit is None and series.unit in CONCENTRATIONS):
        first.pop("dicom.rescale-not-hu", None)  # what the role needs is compared below
    findings = [
        Finding(code, NOTE_SEVERITY.get(code, "note"), dict(note.parameters), role.id) for code, note in first.items()
    ]
    return [
        *findings,
        *_unit(series, role, unit),
        *_spacing(series, role),
        *_made(series, role),
        *_kernel(series, role),
        *_contrast_tag(series, role),
        *_patient(series, gates.least_age_years),
    ]


def _unit(series: Series, role: ImageRole, unit: str | None) -> list[Finding]:
    """A map in another unit than the role needs; one of iodine in Hounsfield units depends on voltage and scanner."""
    text = " ".join((series.description, *series.image_type)).casefold()
    iodine = bool(_IODINE.search(text)) and not _WITHOUT_IODINE.search(text)
    wanted = MASS_CONCENTRATION if iodine and series.unit == HOUNSFIELD else unit
    if wanted in (None, HOUNSFIELD, series.unit):
        return []
    evidence: dict[str, Evidence] = {"found": series.unit or "-", "wanted": wanted, "slope": series.slices[0].slope}
    return [Finding(UNIT_OTHER, "blocking", evidence, role.id)]


def _made(series: Series, role: ImageRole) -> list[Finding]:
    """Images that a computer made of others: those that show something else than a plain scan stop the answer."""
    if series.derived and not asked_for(series, role.words):
        return [Finding("series.derived-kind", "blocking", {"reason": f"dicom.choice-made-{series.derived}"}, role.id)]
    if series.image_type[:1] == ("DERIVED",) and not series.derived and not role.words:
        return [Finding("series.derived", "warning", {"type": " ".join(series.image_type)}, role.id)]
    return []


def _spacing(series: Series, role: ImageRole) -> list[Finding]:
    spacing = series.spacing_mm
    if spacing is None:
        return []
    evidence = {"spacing_mm": rounded(spacing, 2, role.max_spacing_mm), "limit_mm": role.max_spacing_mm}
    if spacing > role.max_spacing_mm + 1e-3:
        return [Finding("series.spacing-too-wide", "blocking", evidence, role.id)]
    return [Finding("series.spacing", "pass", evidence, role.id)]


def _kernel(series: Series, role: ImageRole) -> list[Finding]:
    if softness(series.kernel) != "sharp":
        return []
    return [Finding("series.kernel-sharp", "note", {"kernel": series.kernel}, role.id)]


def _contrast_tag(series: Series, role: ImageRole) -> list[Finding]:
    if role.contrast != "none" or not series.contrast_agent:
        return []
    return [Finding("series.contrast-tag", "note", {"agent": series.contrast_agent}, role.id)]


def _patient(series: Series, least_years: float) -> list[Finding]:
    findings = []
    age = series.patient.age_years
    if age is not None and age < least_years:
        evidence = {"years": rounded(age, 1, least_years), "limit": least_years}
        findings.append(Finding("patient.child", "blocking", evidence))
    position = series.patient_position
    if not position:
        findings.append(Finding("patient.position-unknown", "note"))
    elif not position.endswith("S"):
        findings.append(Finding("patient.not-supine", "warning", {"position": position}))
    return findings


def check_gaps(
    series: Series, role: ImageRole, low_mm: float, high_mm: float, notes: tuple[Note, ...] = ()
) -> list[Finding]:
    """Slices that are missing or cannot be read: blocking where they lie in the assessed region, else a warning.

    Parameters
    ----------
    low_mm, high_mm
        Extent of the region along the patient's long axis, LPS z.
    notes
        Of loading the series; they name what could not be read.
    """
    return [*_missing(series, role, low_mm, high_mm), *_unreadable(series, role, low_mm, high_mm, notes)]


def _missing(series: Series, role: ImageRole, low_mm: float, high_mm: float) -> list[Finding]:
    if series.stack is None or not series.stack.gaps:
        return []
    findings = []
    for gap in series.stack.gaps:
        places = (series.slices[n].position_mm for n in (gap.behind - 1, gap.behind))
        ends = sorted(place[2] for place in places if place is not None)
        inside = ends[0] < high_mm and ends[1] > low_mm
        code = "series.gap-in-region" if inside else "series.gap-elsewhere"
        evidence = {"count": gap.count, "from_mm": round(ends[0], 1), "to_mm": round(ends[1], 1)}
        findings.append(Finding(code, "blocking" if inside else "warning", evidence, role.id))
    return findings


def _unreadable(
    series: Series, role: ImageRole, low_mm: float, high_mm: float, notes: tuple[Note, ...]
) -> list[Finding]:
    """What is between the neighbours of an unreadable slice is as unknown as beside a missing one."""
    reach = series.spacing_mm or 0.0
    found: dict[bool, list[Note]] = {}
    for note in notes:
        if note.code == UNREADABLE:
            z = float(note.parameters["z_mm"])
            found.setdefault(z - reach < high_mm and z + reach > low_mm, []).append(note)
    findings = []
    for inside, those in found.items():
        heights = [float(note.parameters["z_mm"]) for note in those]
        first = those[0].parameters
        evidence = {"count": len(those), "path": first["path"], "from_mm": min(heights), "to_mm": max(heights)}
        code = "series.unreadable-in-region" if inside else "series.unreadable-elsewhere"
        findings.append(Finding(code, "blocking" if inside else "warning", evidence, role.id))
    return findings

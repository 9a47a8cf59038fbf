"""Whose images and answers these are: one patient, one examination, or no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from inference.answers import AnswerSheet
from inference.dicom import Scan, Series
from inference.errors import InputError
from inference.packs.manifest import Manifest
from inference.quality.findings import Finding
from inference.results import GivenAnswer, Patient

SEX, AGE = "PatientSex", "PatientAge"
SHOWN_PATIENTS = 4


def refuse_mixed_patients(series: Sequence[Series]) -> None:
    """Two patients in one folder is how the wrong one gets a report.

    Raises
    ------
    InputError
        ``series.several-patients``
    """
    patients = sorted({(s.patient.id, s.patient.name) for s in series})
    if len(patients) > 1:
        names = "; ".join(f"{name or '?'} ({patient_id or '?'})" for patient_id, name in patients[:SHOWN_PATIENTS])
        raise InputError("series.several-patients", count=len(patients), names=names)


def check_studies(chosen: Sequence[Series]) -> list[Finding]:
    """Images of one answer belong to one patient and one examination, also where the user named the series.

    Raises
    ------
    InputError
        ``series.several-patients``
    """
    refuse_mixed_patients(chosen)
    if len({s.study_uid for s in chosen}) <= 1:
        return []
    dates = ", ".join(sorted({s.study_date or "?" for s in chosen}))
    return [Finding("series.several-studies", "blocking", {"dates": dates})]


def header_of(scan: Scan | None, chosen: Sequence[Series]) -> Series | None:
    """The series whose header tells who the patient is; none where the files are of several patients."""
    if chosen:
        return chosen[0]
    series = scan.series if scan else ()
    return series[0] if len({(s.patient.id, s.patient.name) for s in series}) == 1 else None


def grave_if_another_patient(findings: Sequence[Finding], manifest: Manifest) -> list[Finding]:
    """Another sex or age than the header's stops the answer: answers and images may not be of one patient."""
    return [
        replace(finding, code="answers.another-patient", severity="blocking")
        if finding.code == "answers.differs-from-dicom" and manifest.predictor(finding.subject).dicom in (SEX, AGE)
        else finding
        for finding in findings
    ]


def patient_of(
    sheet: AnswerSheet, header: Series | None, manifest: Manifest, answers: Sequence[GivenAnswer]
) -> Patient:
    """Who the report is about: the header's word first, then the sheet's, then what the answers tell."""
    known = header.patient if header else None
    given = sheet.patient
    age = known.age_years if known else None
    return Patient(
        (known.display_name if known else "") or given.name,
        (known.id if known else "") or given.id,
        (known.birth_date if known else "") or given.birth_date,
        (known.sex if known else "") or given.sex or _sex_of(manifest, answers),
        next((years for years in (age, given.age_years, _age_of(manifest, answers)) if years is not None), None),
    )


def _sex_of(manifest: Manifest, answers: Sequence[GivenAnswer]) -> str:
    for answer in answers:
        predictor = manifest.predictor(answer.predictor)
        if predictor.dicom == SEX and answer.value is not None:
            return next((code for code, word in (predictor.dicom_values or {}).items() if word == answer.value), "")
    return ""


def _age_of(manifest: Manifest, answers: Sequence[GivenAnswer]) -> float | None:
    for answer in answers:
        if manifest.predictor(answer.predictor).dicom == AGE and answer.value is not None:
            return float(answer.value)
    return None

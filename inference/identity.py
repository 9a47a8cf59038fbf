"""Whose images and answers these are: one patient, one examination, or no answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from inference.answers import AnswerSheet
from inference.dicom import Scan, Series, patients_of
from inference.dicom.people import identity_of
from inference.dicom.values import DAYS_PER_UNIT, MAX_AGE_YEARS, day_of
from inference.errors import InputError
from inference.findings import Evidence, Finding
from inference.packs.manifest import Manifest
from inference.results import GivenAnswer, Patient
from inference.text import cleaned, readable_name

SEX, AGE = "PatientSex", "PatientAge"
SHOWN_PATIENTS = 4
SAME_AGE_YEARS = 1.5
"""Difference of two ages of one person: completed years, and the day on which the header was written."""


def refuse_mixed_patients(series: Sequence[Series]) -> None:
    """Two patients in one folder is how the wrong one gets a report.

    Raises
    ------
    InputError
        ``series.several-patients``
    """
    patients = patients_of(series)
    if len(patients) > 1:
        firsts = [own[0] for own in patients[:SHOWN_PATIENTS]]
        names = "; ".join(_named(one, firsts) for one in firsts)
        raise InputError("series.several-patients", count=len(patients), names=names)


def _named(series: Series, among: Sequence[Series]) -> str:
    """A patient as an error names them; where name and number do not tell them apart, by what does."""
    number, facts = series.patient.id, _facts(series)
    alike = [_facts(other) for other in among if _label(other) == _label(series)]
    telling = [
        fact for n, fact in enumerate(facts) if fact and (not number or len({others[n] for others in alike}) > 1)
    ]
    examined = [_iso(series.study_date)] if series.study_date and not number else []
    return f"{_label(series)[0]} ({', '.join([number or '?', *telling, *examined])})"


def _facts(series: Series) -> tuple[str, str]:
    return _iso(series.patient.birth_date), series.patient.sex


def _label(series: Series) -> tuple[str, str]:
    return readable_name(series.patient.name) or "?", series.patient.id


def _iso(date_text: str) -> str:
    day = day_of(date_text)
    return day.isoformat() if day else date_text


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
    """The series whose header tells who the patient is, of several examinations the newest.

    None where the files are of several patients.
    """
    if chosen:
        return chosen[0]
    series = scan.series if scan else ()
    return max(series, key=lambda one: one.examined) if len(patients_of(series)) == 1 else None


def as_of(header: Series | None, today: date) -> Series | None:
    """The header with the patient's age of today instead of that on the day of the images."""
    if header is None:
        return None
    years = age_on(header, today)
    born = _birth_date(header, today) is not None
    source = "" if years is None else "birth-date" if born else "header"
    return replace(header, patient=replace(header.patient, age_years=years, age_from=source))


def _birth_date(header: Series, today: date) -> date | None:
    """The birth date, if it can be believed."""
    born = day_of(header.patient.birth_date)
    if born is None or born > today or age_contradicts(header):
        return None
    return born if _years_between(born, today) <= MAX_AGE_YEARS else None


def _years_between(born: date, day: date) -> int:
    """Completed years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_contradicts(header: Series) -> bool:
    """Whether age and birth date of a header are not of one person: tools that remove identities change only one."""
    born, then, known = day_of(header.patient.birth_date), day_of(header.image_date), header.patient.age_years
    if born is None or then is None or known is None:
        return False
    return abs(known - (then - born).days / DAYS_PER_UNIT["Y"]) > SAME_AGE_YEARS


def age_on(header: Series, today: date) -> float | None:
    """Completed years of age from the birth date; where it is not known, or wrong, the age that the header gives.

    The years since the images are not added to the latter: without a birth date the header is that of an identity that
    was removed, and its dates are shifted.
    """
    born = _birth_date(header, today)
    return header.patient.age_years if born is None else float(_years_between(born, today))


def check_age_answer(
    header: Series | None, manifest: Manifest, answers: Sequence[GivenAnswer], today: date
) -> list[Finding]:
    """Where an age that nobody entered comes from, if it is not simply what the header says on the day of the images.

    Parameters
    ----------
    header
        As it was read, with the patient's age on that day.
    """
    filled = [a for a in answers if a.origin == "dicom" and manifest.predictor(a.predictor).dicom == AGE]
    if header is None or not filled:
        return []
    born, then = day_of(header.patient.birth_date), day_of(header.image_date)
    known, subject = header.patient.age_years, filled[0].predictor
    shown = {"birth_date": born.isoformat() if born else "?", "date": then.isoformat() if then else "?"}
    years = filled[0].value
    assert years is not None
    evidence: dict[str, Evidence] = {"years": int(years), **shown}
    if age_contradicts(header):
        return [Finding("patient.age-contradicts", "warning", evidence, subject)]
    if known is not None and age_on(header, today) == known:
        old = then is None or (today - then).days > DAYS_PER_UNIT["Y"]
        return [Finding("patient.age-of-images", "warning", evidence, subject)] if old else []
    return [Finding("patient.age-from-birth-date", "note", evidence, subject)]


def grave_if_another_patient(
    findings: Sequence[Finding], manifest: Manifest, header: Series | None, today: date
) -> list[Finding]:
    """Another sex or age than the header's stops the answer: answers and images may not be of one patient.

    An age that the header gives for the day of the images, without a birth date, grows until today.
    """
    grown = _years_since(header, today)
    return [
        replace(finding, code="answers.another-patient", severity="blocking")
        if finding.code == "answers.differs-from-dicom" and manifest.predictor(finding.subject).dicom in (SEX, AGE)
        else finding
        for finding in findings
        if not (_is_of_age(finding, manifest) and 0 <= _older(finding) <= grown)
    ]


def _is_of_age(finding: Finding, manifest: Manifest) -> bool:
    return finding.code == "answers.differs-from-dicom" and manifest.predictor(finding.subject).dicom == AGE


def _older(finding: Finding) -> float:
    """By how many years the age that was entered is above that of the header."""
    return float(finding.evidence["entered"]) - float(finding.evidence["dicom"])


def _years_since(header: Series | None, today: date) -> float:
    """By how many years the header's age may be behind; nothing where it is computed for today."""
    then = day_of(header.image_date) if header is not None else None
    if header is None or then is None or _birth_date(header, today) is not None:
        return 0.0
    return max(0.0, (today - then).days / DAYS_PER_UNIT["Y"]) + 1


def check_named_patient(given: Patient, header: Series | None) -> list[Finding]:
    """Answers that name another patient than the images stop the answer; what either leaves out contradicts nothing.

    Names are not compared: they are typed in other words, and order, than a header has.
    """
    if header is None:
        return []
    known = header.patient
    sheets = identity_of("", given.id.casefold(), given.birth_date, given.sex, "")
    headers = identity_of("", known.id.casefold(), known.birth_date, known.sex, "")
    for name in ("id", "birth_date", "sex"):
        said, read = getattr(sheets, name), getattr(headers, name)
        if said and read and said != read:
            evidence = {"given": getattr(given, name), "dicom": getattr(known, name)}
            return [Finding("answers.other-patient", "blocking", evidence)]
    return []


def patient_of(
    sheet: AnswerSheet, header: Series | None, manifest: Manifest, answers: Sequence[GivenAnswer]
) -> Patient:
    """Who the report is about: the header's word first, then the sheet's, then what the answers tell."""
    known = header.patient if header else None
    given = sheet.patient
    age = known.age_years if known else None
    return Patient(
        (known.display_name if known else "") or readable_name(cleaned(given.name)),
        (known.id if known else "") or cleaned(given.id),
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

"""A stored case is pointed to its images, which have been moved: to these images only, never to another patient's."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from inference.dicom.people import Identity, identity_of
from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.cases.model import Case
    from inference.dicom import Scan, Series
    from inference.results import Patient

COMPARED = ("id", "birth_date", "sex", "alphabetic", "ideographic")
"""What of an identity tells people apart."""


def relocated(case: Case, paths: tuple[Path, ...], scan: Scan) -> Case:
    """The case with the paths where its images are now.

    Parameters
    ----------
    scan
        What lies below the paths.

    Raises
    ------
    InputError
        ``cases.no-images`` for a case without; ``cases.other-images`` where the series that its outcome was computed
        from are not all there, or they are of another patient than it was stored with.
    """
    if not case.paths:
        raise InputError("cases.no-images", case=case.id)
    where = ", ".join(map(str, paths))
    patient = case.outcome.patient if case.outcome is not None else case.sheet.patient
    used = {series.series_uid for series in case.outcome.series} if case.outcome is not None else set()
    own = [series for series in scan.series if may_be_of(patient, series)]
    if not own or not used <= {series.uid for series in own}:
        raise InputError("cases.other-images", case=case.id, path=where)
    if not used and not any(is_known(patient, series) for series in own):
        raise InputError("cases.other-images", case=case.id, path=where)
    return dataclasses.replace(case, paths=tuple(str(path.absolute()) for path in paths))


def may_be_of(patient: Patient, series: Series) -> bool:
    """Whether nothing that both know contradicts that a series is of a stored patient, as DICOM compares identities."""
    stored, found = _identities(patient, series)
    pairs = ((getattr(stored, name), getattr(found, name)) for name in COMPARED)
    return all(one == other for one, other in pairs if one and other)


def is_known(patient: Patient, series: Series) -> bool:
    """Whether name or number are the same; where neither was stored there is nothing to compare."""
    stored, found = _identities(patient, series)
    pairs = [(getattr(stored, name), getattr(found, name)) for name in ("id", "alphabetic", "ideographic")]
    known = [pair for pair in pairs if pair[0]]
    return not known or any(one == other for one, other in known)


def _identities(patient: Patient, series: Series) -> tuple[Identity, Identity]:
    header = series.patient
    stored = identity_of(patient.name, patient.id, patient.birth_date, patient.sex, "")
    return stored, identity_of(header.display_name, header.id, header.birth_date, header.sex, "")

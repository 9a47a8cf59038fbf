"""A stored case is pointed to its images, which have been moved: to these images only, never to another patient's."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from inference.errors import InputError

if TYPE_CHECKING:
    from desktop.cases.model import Case
    from inference.dicom import Scan


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
    own = [series for series in scan.series if patient.id in ("", series.patient.id)]
    if not own or not used <= {series.uid for series in own}:
        raise InputError("cases.other-images", case=case.id, path=where)
    if not used and not patient.id and patient.name and patient.name not in {s.patient.display_name for s in own}:
        raise InputError("cases.other-images", case=case.id, path=where)
    return dataclasses.replace(case, paths=tuple(str(path.absolute()) for path in paths))

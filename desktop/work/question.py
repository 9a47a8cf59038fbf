"""What is asked about an open case, and which series, patient and masks are meant by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inference.answers import AnswerSheet
    from inference.dicom import Choice, Scan, Series
    from inference.outcome import Edit, Outcome
    from inference.packs.manifest import Manifest
    from inference.segmentation import Segmentation


@dataclass(frozen=True, slots=True)
class DrawnMasks:
    """Masks that the user drew, by step id, and who drew what."""

    masks: Mapping[str, Segmentation]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What an outcome is the answer to, and the masks that came with it: to go back to, where it was signed."""

    manifest: Manifest
    sheet: AnswerSheet
    series: Mapping[str, str]
    drawn: Mapping[str, DrawnMasks]
    found: Mapping[str, Segmentation]
    masks: Mapping[str, Segmentation]


def chosen(scan: Scan | None, manifest: Manifest, own: Mapping[str, str]) -> dict[str, Choice]:
    """By image role the series that will be used, with the reasons; ``own`` are the user's choices."""
    from inference.dicom import choose
    from inference.roles import wanted_role

    if scan is None or not scan.series:
        return {}
    wanted = {role.id: wanted_role(role, manifest.region_of(role)) for role in manifest.images}
    return {name: choose(scan.series, role, own.get(name)) for name, role in wanted.items()}


def answers_it(outcome: Outcome, sheet: AnswerSheet) -> bool:
    """Whether a stored outcome is the answer to a stored sheet: a program that ended may have been asked more.

    The sheet is read as the outcome's own pack has it. One that cannot be read so hides no result.
    """
    from inference.answers import complete
    from inference.errors import InputError

    manifest = outcome.pack.manifest
    try:
        given, _ = complete(manifest, asked_of(manifest, sheet), {})
    except InputError:
        return True
    now, then = ({a.predictor: a.value for a in some if a.origin == "entered"} for some in (given, outcome.answers))
    return now == then


def asked_of(manifest: Manifest, sheet: AnswerSheet) -> AnswerSheet:
    """The answers of a sheet that a pack asks for."""
    known = {predictor.id for predictor in manifest.predictors}
    answers = {name: value for name, value in sheet.answers.items() if name in known}
    return replace(sheet, answers=answers)


def same_patient(outcome: Outcome, scan: Scan) -> tuple[str, ...] | None:
    """Keys of the series of a stored outcome's patient and examination in a scan; None where they are not there."""
    from desktop.cases.relocation import is_known, may_be_of
    from inference.dicom import patients_of

    used, studies = ({getattr(one, name) for one in outcome.series} for name in ("series_uid", "study_uid"))
    for own in patients_of(scan.series):
        alike = all(may_be_of(outcome.patient, s) for s in own)
        if alike and used <= {s.uid for s in own} and (used or any(is_known(outcome.patient, s) for s in own)):
            return tuple(s.key for s in own if not studies or s.study_uid in studies)
    return None


def series_to_view(choices: Mapping[str, Choice], scan: Scan) -> Series | None:
    """The series of the first image role; where none is suitable, the best that is a volume at all."""
    for choice in choices.values():
        if choice.series is not None:
            return choice.series
        for candidate in choice.candidates:
            if candidate.series.stack is not None and candidate.series.stack.straight:
                return candidate.series
    return next((s for s in scan.series if s.stack is not None), None)


def same_masks(before: Mapping[str, Segmentation], now: Mapping[str, Segmentation]) -> dict[str, Segmentation]:
    """The masks of now, as the very objects of before where they are equal: nobody draws those again."""
    import numpy as np

    return {
        name: before[name] if name in before and np.array_equal(before[name].labels, mask.labels) else mask
        for name, mask in now.items()
    }

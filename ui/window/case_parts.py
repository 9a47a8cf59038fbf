"""What an open case is made of: tasks of the worker, drawn masks, and whose images these are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from inference.dicom import Choice, Scan, Series
    from inference.outcome import Edit, Outcome
    from inference.steps.context import Segmentation


@dataclass(frozen=True, slots=True)
class Task:
    """What the worker does for a case: ``scan``, ``show`` a series, or ``screen`` the question of that number."""

    kind: Literal["scan", "show", "screen"]
    question: int = 0
    series: Series | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """Masks that the user drew, by step id, and who drew what."""

    masks: Mapping[str, Segmentation]
    edits: tuple[Edit, ...]


def same_patient(outcome: Outcome, scan: Scan) -> tuple[str, str] | None:
    """Id and name under which the patient and the series of a stored outcome are in a scan; None where they are not."""
    used = {series.series_uid for series in outcome.series}
    for patient in dict.fromkeys((s.patient.id, s.patient.name) for s in scan.series):
        own = [s for s in scan.series if (s.patient.id, s.patient.name) == patient]
        if patient[0] == outcome.patient.id and used <= {s.uid for s in own}:
            return patient
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

"""Leaks: the same patient, examination or image under two names.

A model that is tested on a patient it was trained on looks better than it is. The table's own patient names are not
trusted alone; the DICOM headers tell, too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from training.cohort.faults import Fault
from training.cohort.inspection import Inspected
from training.cohort.table import Case
from training.wording import all_of, worded

Key = TypeVar("Key", bound=Hashable)

PLACEHOLDER_SHARE, PLACEHOLDER_CASES = 0.5, 4
"""A Patient ID that at least this share of cases and this many of them have is what a de-identifier wrote."""
MOST_NAMED = 4


def find_leaks(cases: Sequence[Case], inspected: Mapping[str, Inspected]) -> list[Fault]:
    """Everything that is in the cohort twice.

    Parameters
    ----------
    inspected
        By case, what its study holds; cases whose study cannot be read are absent.
    """
    seen = [(case, inspected[case.id]) for case in cases if case.id in inspected]
    # One series in two cases says that their examination is the same, too.
    different = list({found.series_uid: (case, found) for case, found in seen}.values())
    return [
        *_split_patients(cases),
        *_patient_ids(seen),
        *_twice(seen, "series", lambda found: found.series_uid),
        *_twice(different, "study", lambda found: found.study_uid),
        *_masks(cases),
    ]


def _split_patients(cases: Sequence[Case]) -> Iterable[Fault]:
    for patient, group in _grouped(cases, lambda case: case.patient).items():
        splits = sorted({case.split for case in group if case.split})
        if len(splits) > 1:
            problem = worded("factory.leaks.splits", patient=patient, splits=all_of(splits), cases=_named(group))
            yield Fault(group[-1].row, group[-1].id, "split", problem, worded("factory.leaks.keep-split"))


def _patient_ids(seen: Sequence[tuple[Case, Inspected]]) -> Iterable[Fault]:
    """One Patient ID under two patient names."""
    named = [(case, found.patient_id) for case, found in seen if found.patient_id]
    for patient_id, group in _grouped(named, lambda pair: pair[1]).items():
        cases = [case for case, _ in group]
        if len({case.patient for case in cases}) < 2:
            continue
        last = cases[-1]
        if len(cases) >= max(PLACEHOLDER_CASES, PLACEHOLDER_SHARE * len(seen)):
            problem = worded("factory.leaks.nobody", id=repr(patient_id), count=len(cases))
            mend = worded("factory.leaks.tell-apart")
            yield Fault(None, "", "patient", problem, mend, "warning")
            continue
        problem = worded("factory.leaks.several", id=repr(patient_id), cases=_named(cases))
        mend = worded("factory.leaks.one-name")
        # Hospitals count their patients alike.
        severity = "warning" if len({case.centre for case in cases}) > 1 else "fault"
        yield Fault(last.row, last.id, "patient", problem, mend, severity)


def _twice(seen: Sequence[tuple[Case, Inspected]], unit: str, uid_of: Callable[[Inspected], str]) -> Iterable[Fault]:
    found = [(case, uid_of(one)) for case, one in seen if uid_of(one)]
    for uid, group in _grouped(found, lambda pair: pair[1]).items():
        if len(group) > 1:
            cases = [case for case, _ in group]
            problem = worded(f"factory.leaks.{unit}", count=len(cases), cases=_named(cases), uid=uid)
            yield Fault(cases[-1].row, cases[-1].id, "study", problem, worded(f"factory.leaks.keep-{unit}"))


def _masks(cases: Sequence[Case]) -> Iterable[Fault]:
    named = [(case, mask.resolve()) for case in cases for mask in case.masks.values()]
    for mask, group in _grouped(named, lambda pair: pair[1]).items():
        if len(group) > 1:
            case = group[-1][0]
            problem = worded(
                "factory.leaks.mask", name=mask.name, count=len(group), cases=_named([case for case, _ in group])
            )
            yield Fault(case.row, case.id, "mask", problem, worded("factory.leaks.own-mask"))


def _grouped(items: Iterable, key: Callable[..., Key]) -> dict[Key, list]:
    groups: dict[Key, list] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _named(cases: Sequence[Case]) -> str:
    names = list(dict.fromkeys(case.id for case in cases))
    shown = ", ".join(names[:MOST_NAMED])
    return worded("factory.leaks.more", names=shown, count=len(names) - MOST_NAMED) if names[MOST_NAMED:] else shown

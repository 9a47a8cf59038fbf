"""``precontrast-train split``: divide the patients into training, validation and external test.

A patient is in one split with all examinations. What the table, or an earlier run, has decided stays: a split that
changes after a model was trained would let the model be tested on what it was trained on.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from inference.reading import read_text
from training.cohort.splits import SPLITS
from training.cohort.table import Case, Cohort, read_cohort
from training.console import say, table
from training.errors import BadInput
from training.options import add_cohort, add_seed, add_work
from training.wording import all_of, in_language, worded
from training.workspace import Workspace, write_text

PAPER_SHAPE = (207.0, 46.0, 45.0)
"""Patients in training, validation and external test of Hu et al. 2025 (DOI 10.3969/j.issn.1002-1671.2025.10.028)."""
SEX = "PatientSex"


@dataclass(frozen=True, slots=True)
class Patient:
    """All cases of one patient.

    Attributes
    ----------
    outcome
        1 where any of the cases has the event; None where nothing is known of any.
    """

    id: str
    cases: tuple[Case, ...]
    outcome: int | None
    sex: str
    centre: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    add_cohort(parser)
    add_work(parser)
    add_seed(parser)
    parser.add_argument(
        "--shape",
        "--shares",
        type=_shape,
        default=PAPER_SHAPE,
        metavar="TRAIN/VALIDATION/EXTERNAL",
        help="patients of each split, or their proportions; 207/46/45 as in Hu 2025 unless given",
    )
    parser.add_argument(
        "--external-centre", nargs="+", default=[], metavar="NAME", help="centres kept apart for the external test"
    )
    parser.add_argument("--again", action="store_true", help="forget the split of an earlier run")


def run(options: argparse.Namespace) -> int:
    """Divide what is not yet divided, write ``split.csv`` and print who is where."""
    cohort, work = read_cohort(options.cohort, options.recipe), Workspace(options.work)
    unknown = sorted(set(options.external_centre) - {case.centre for case in cohort.cases})
    if unknown:
        known = ", ".join(sorted({case.centre for case in cohort.cases} - {""})) or worded("factory.split.none")
        raise BadInput(
            worded("factory.split.no-centre", path=str(options.cohort), names=", ".join(unknown), known=known)
        )
    earlier = {} if options.again or not work.split.exists() else _read_rows(work)
    division = divide(cohort, options.shape, options.external_centre, options.seed, earlier)
    if earlier:
        kept = sum(case.id in earlier for case in cohort.cases)
        said = worded("factory.split.kept", kept=kept, cases=len(cohort.cases), path=str(work.split))
        say(in_language(said, options.lang))
    rows = io.StringIO()
    writer = csv.writer(rows, lineterminator="\n")
    writer.writerows([("case", "split"), *((case.id, division[case.id]) for case in cohort.cases)])
    write_text(work.split, rows.getvalue())
    _print(cohort, division, options.lang)
    return 0


def divide(
    cohort: Cohort,
    shape: Sequence[float] = PAPER_SHAPE,
    external_centres: Iterable[str] = (),
    seed: int = 0,
    earlier: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Split of each case.

    Parameters
    ----------
    shape
        Patients of each split, or their proportions. With an external centre, or where the table has an external
        split, no other patient goes there.
    external_centres
        Their patients are the external test.
    earlier
        Split by case of an earlier run; kept. The table's own word counts more.

    Raises
    ------
    BadInput
        When the table, the external centres and the earlier run contradict each other.
    """
    patients = patients_of(cohort)
    decided = {p.id: _decided(p, set(external_centres), earlier or {}) for p in patients}
    open_ones = [p for p in patients if decided[p.id] is None]
    held = Counter(split for split in decided.values() if split)
    shares = np.array(shape, float)
    if held["external"]:
        shares[2] = 0
        targets = _apportion(len(patients) - held["external"], shares) + [0, 0, held["external"]]
    else:
        targets = _apportion(len(patients), shares)
    wanted = np.maximum(targets - [held[split] for split in SPLITS], 0)
    sizes = _apportion(len(open_ones), wanted if wanted.any() else shares)
    decided |= _deal(open_ones, sizes, np.random.default_rng(seed))
    return {case.id: decided[p.id] for p in patients for case in p.cases}


def patients_of(cohort: Cohort) -> list[Patient]:
    """The patients of a cohort in the order of the table."""
    sex = next((p.id for p in cohort.settings.predictors if p.dicom == SEX), None)
    grouped: dict[str, list[Case]] = {}
    for case in cohort.cases:
        grouped.setdefault(case.patient, []).append(case)
    return [
        Patient(
            name,
            tuple(cases),
            max((case.outcome for case in cases if case.outcome is not None), default=None),
            str(cases[0].answers[sex]) if sex else "",
            cases[0].centre,
        )
        for name, cases in grouped.items()
    ]


def _decided(patient: Patient, external_centres: set[str], earlier: Mapping[str, str]) -> str | None:
    """The split that is settled for a patient."""
    told = {case.split for case in patient.cases if case.split}
    kept = bool(external_centres.intersection(case.centre for case in patient.cases))
    before = {earlier[case.id] for case in patient.cases if case.id in earlier}
    if kept and told - {"external"}:
        raise BadInput(worded("factory.split.external-told", patient=patient.id, splits=all_of(sorted(told))))
    for found, where in ((told, "told"), (before, "before")):
        if len(found) > 1:
            raise BadInput(worded(f"factory.split.two-{where}", patient=patient.id, splits=all_of(sorted(found))))
    settled = told or ({"external"} if kept else set())
    if settled and before and settled != before:
        raise BadInput(worded("factory.split.moved", patient=patient.id, before=before.pop(), now=settled.pop()))
    return next(iter(settled or before), None)


def _apportion(count: int, shares: np.ndarray) -> np.ndarray:
    """Whole numbers that sum to ``count``, in proportion to the shares, by largest remainder."""
    exact = count * shares / shares.sum()
    whole = np.floor(exact + 1e-9).astype(int)
    for place in np.argsort(whole - exact, kind="stable")[: count - whole.sum()]:
        whole[place] += 1
    return whole


def _deal(patients: Sequence[Patient], sizes: np.ndarray, rng: np.random.Generator) -> dict[str, str]:
    """Deal patients out: each outcome in proportion, and sex and centre evenly within it."""
    if not patients:
        return {}
    classes: dict[int | None, list[Patient]] = {}
    for patient in (patients[n] for n in rng.permutation(len(patients))):
        classes.setdefault(patient.outcome, []).append(patient)
    left, dealt = sizes.copy(), {}
    for members in sorted(classes.values(), key=len):
        quota = _apportion(len(members), left)
        left = left - quota
        members.sort(key=lambda p: (p.sex, p.centre))
        dealt |= zip((p.id for p in members), _spread(quota))
    return dealt


def _spread(quota: np.ndarray) -> list[str]:
    """The splits in an order in which every stretch holds each in proportion to its quota."""
    total, given, order = quota.sum(), np.zeros(len(quota)), []
    for place in range(1, total + 1):
        behind = int(np.argmax(np.where(given < quota, quota * place / total - given, -np.inf)))
        given[behind] += 1
        order.append(SPLITS[behind])
    return order


def read_split(work: Workspace, cohort: Cohort) -> dict[str, str]:
    """The split of each case, as ``split`` wrote it.

    Raises
    ------
    BadInput
        When it was not written yet, or not for this cohort.
    """
    rows = _read_rows(work)
    missing = [case.id for case in cohort.cases if case.id not in rows]
    if missing:
        raise BadInput(worded("factory.split.lacks", path=str(work.split), count=len(missing), case=missing[0]))
    for patient in patients_of(cohort):
        found = sorted({rows[case.id] for case in patient.cases})
        if len(found) > 1:
            raise BadInput(worded("factory.split.torn", path=str(work.split), patient=patient.id, splits=all_of(found)))
    return {case.id: rows[case.id] for case in cohort.cases}


def _read_rows(work: Workspace) -> dict[str, str]:
    lines = list(csv.reader(io.StringIO(read_text(work.need(work.split, "split")))))
    if lines[:1] != [["case", "split"]] or any(len(line) != 2 or line[1] not in SPLITS for line in lines[1:]):
        raise BadInput(worded("factory.split.damaged", path=str(work.split)))
    return dict(lines[1:])


def _print(cohort: Cohort, division: Mapping[str, str], language: str) -> None:
    patients = patients_of(cohort)
    rows = []
    for split in (*SPLITS, "all"):
        members = [p for p in patients if split in ("all", division[p.cases[0].id])]
        known = [p for p in members if p.outcome is not None]
        events = sum(p.outcome for p in known)
        share = f"{100 * events / len(known):.1f} %" if known else "-"
        centres = ", ".join(sorted({p.centre or "-" for p in members}))
        name = worded("factory.balance.all") if split == "all" else split
        rows.append(
            (in_language(name, language), len(members), sum(len(p.cases) for p in members), events, share, centres)
        )
    heads = ("split.split", "check.patients", "check.cases", "check.events", "check.share", "split.centres")
    table([in_language(worded(f"factory.{name}"), language) for name in heads], rows)
    centres = {split: {p.centre for p in patients if division[p.cases[0].id] == split} for split in SPLITS}
    if centres["external"] & centres["train"]:
        say(in_language(worded("factory.split.same-hospital"), language))


def _shape(given: str) -> tuple[float, float, float]:
    try:
        train, validation, external = (float(part) for part in given.split("/"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{given!r} is not of the form 207/46/45") from None
    if not (0 < train < np.inf and 0 <= validation < np.inf and 0 <= external < np.inf):
        raise argparse.ArgumentTypeError(f"{given!r}: training needs patients, and no number may be negative")
    return train, validation, external

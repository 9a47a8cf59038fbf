"""Whether the table as a whole can carry a model: outcomes, splits, centres, gaps, sample size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from inference.predictors import NumberPredictor, Predictor
from training.cohort.faults import Fault
from training.cohort.samplesize import SampleSize, assumed_r2, minimum_sample_size, most_parameters, r2_of_auc
from training.cohort.splits import SPLITS
from training.cohort.table import Case, Cohort, CohortSettings
from training.cohort.tells import find_tells
from training.wording import worded

LEAST_EVENTS = 12
"""Events and non-events in a test below which its sensitivity or specificity has an interval wider than half the scale
(Wilson, at a proportion of one half)."""
MUCH_MISSING = 0.2


@dataclass(frozen=True, slots=True)
class Group:
    """Counts of a part of the cohort."""

    title: str
    cases: int
    patients: int
    known: int
    events: int
    masks: int


@dataclass(frozen=True, slots=True)
class Known:
    """How well a predictor is known.

    Attributes
    ----------
    summary
        Smallest, middle and largest number, or the count of each choice.
    """

    predictor: str
    known: int
    missing_share: float
    summary: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The sample and what it would take.

    Attributes
    ----------
    basis
        Which cases were counted, and where the assumed R2 comes from.
    allowed
        Parameters that the present sample allows.
    """

    patients: int
    events: int
    parameters: int
    needed: SampleSize
    allowed: int
    basis: str


def groups(cohort: Cohort) -> list[Group]:
    """Counts of the cohort, of each split and of each centre."""
    parts: list[tuple[str, Sequence[Case]]] = [(worded("factory.balance.all"), cohort.cases)]
    for split in (*SPLITS, None):
        name = split or worded("factory.balance.undecided")
        parts.append((worded("factory.balance.split", name=name), [c for c in cohort.cases if c.split == split]))
    for centre in sorted({case.centre for case in cohort.cases}):
        name = centre or worded("factory.balance.not-named")
        parts.append((worded("factory.balance.centre", name=name), [c for c in cohort.cases if c.centre == centre]))
    return [_group(title, cases) for title, cases in parts if cases]


def _group(title: str, cases: Sequence[Case]) -> Group:
    known = [case for case in cases if case.outcome is not None]
    return Group(
        title,
        len(cases),
        len({case.patient for case in cases}),
        len(known),
        sum(case.outcome for case in known),
        sum(bool(case.masks) for case in cases),
    )


def how_known(cohort: Cohort) -> list[Known]:
    """What is known of each predictor."""
    return [_known(predictor, cohort.cases) for predictor in cohort.settings.asked]


def _known(predictor: Predictor, cases: Sequence[Case]) -> Known:
    values = [case.answers[predictor.id] for case in cases if case.answers[predictor.id] is not None]
    if not values:
        summary = "-"
    elif isinstance(predictor, NumberPredictor):
        summary = f"{min(values):g} / {np.median(values):g} / {max(values):g} {predictor.unit}".rstrip()
    else:
        summary = ", ".join(f"{value} {values.count(value)}" for value in predictor.values if value in values)
    return Known(predictor.id, len(values), 1 - len(values) / len(cases), summary)


def plan_of(cohort: Cohort) -> Plan | None:
    """The sample size that the planned model needs; None where only one outcome is known."""
    settings = cohort.settings
    known = [case for case in cohort.cases if case.outcome is not None]
    training = [case for case in known if case.split == "train"]
    counted, where = (training, "split-train") if training else (known, "all-cases")
    patients = {case.patient: 0 for case in counted}
    for case in counted:
        patients[case.patient] = max(patients[case.patient], case.outcome)
    events = sum(patients.values())
    if not 0 < events < len(patients):
        return None
    share = events / len(patients)
    r2, why = _expected_r2(settings, share)
    return Plan(
        len(patients),
        events,
        settings.planned_parameters,
        minimum_sample_size(settings.planned_parameters, share, r2),
        most_parameters(len(patients), share, r2),
        worded("factory.balance.basis", where=worded(f"factory.balance.{where}"), r2=float(r2), why=why),
    )


def _expected_r2(settings: CohortSettings, share: float) -> tuple[float, str]:
    if settings.anticipated_auc is None:
        return assumed_r2(share), worded("factory.balance.assumed")
    return r2_of_auc(settings.anticipated_auc, share), worded(
        "factory.balance.anticipated", auc=settings.anticipated_auc
    )


def check_balance(cohort: Cohort) -> list[Fault]:
    """What is wrong with the table as a whole."""
    return [
        *_outcomes(cohort),
        *_centres(cohort),
        *_gaps(cohort),
        *find_tells(cohort),
        *_ranges(cohort),
        *_size(cohort),
    ]


def _outcomes(cohort: Cohort) -> Iterable[Fault]:
    whole = _group("all", cohort.cases)
    if not whole.known:
        yield Fault(
            None, "", "outcome", worded("factory.balance.no-outcome"), worded("factory.balance.give"), "warning"
        )
        return
    if whole.events in (0, whole.known):
        problem = worded("factory.balance.one-outcome", value=whole.events and 1)
        yield Fault(None, "", "outcome", problem, worded("factory.balance.both"))
        return
    for split in SPLITS:
        part = _group(split, [case for case in cohort.cases if case.split == split])
        fewest = min(part.events, part.known - part.events)
        counts = worded("factory.balance.counts", split=split, events=part.events, known=part.known)
        if part.known and not fewest:
            yield Fault(None, "", "split", counts, worded("factory.balance.divide"))
        elif part.known and fewest < LEAST_EVENTS:
            mend = worded("factory.balance.wide")
            yield Fault(None, "", "split", counts, mend, "warning")


def _centres(cohort: Cohort) -> Iterable[Fault]:
    shared = {c.centre for c in cohort.cases if c.split == "external"} & {
        c.centre for c in cohort.cases if c.split == "train"
    }
    if shared:
        named = ", ".join(sorted(filter(None, shared))) or worded("factory.balance.not-named")
        problem = worded("factory.balance.shared", centres=named)
        yield Fault(None, "", "centre", problem, worded("factory.balance.apart"), "warning")


def _gaps(cohort: Cohort) -> Iterable[Fault]:
    for known in how_known(cohort):
        if not known.known:
            yield Fault(None, "", known.predictor, worded("factory.balance.unknown"), worded("factory.balance.fill"))
            continue
        if known.missing_share > MUCH_MISSING:
            problem = worded("factory.balance.missing", share=100 * known.missing_share)
            yield Fault(None, "", known.predictor, problem, worded("factory.balance.leave-out"), "warning")
        values = {case.answers[known.predictor] for case in cohort.cases} - {None}
        if len(values) == 1:
            problem = worded("factory.balance.constant", value=str(next(iter(values))))
            yield Fault(None, "", known.predictor, problem, worded("factory.balance.nothing"), "warning")


def _ranges(cohort: Cohort) -> Iterable[Fault]:
    """Numbers outside a range that does not stop an answer; others were refused when the table was read."""
    for predictor in cohort.settings.asked:
        if not isinstance(predictor, NumberPredictor) or predictor.stops_out_of_range:
            continue
        low, high = predictor.range
        for case in cohort.cases:
            value = case.answers[predictor.id]
            if value is not None and not predictor.within(value):
                problem = worded("factory.balance.outside", value=value, low=low, high=high)
                yield Fault(case.row, case.id, predictor.id, problem, worded("factory.balance.unit"), "warning")


def _size(cohort: Cohort) -> Iterable[Fault]:
    plan = plan_of(cohort)
    if plan is not None and plan.patients < plan.needed.patients:
        problem = worded(
            "factory.balance.few",
            patients=plan.patients,
            events=plan.events,
            parameters=plan.parameters,
            needed=plan.needed.patients,
        )
        mend = worded("factory.balance.more")
        if not plan.allowed:
            mend = worded("factory.balance.none")
        elif plan.allowed < plan.parameters:
            mend = worded("factory.balance.fewer", allowed=plan.allowed)
        yield Fault(None, "", "", problem, mend, "warning")
